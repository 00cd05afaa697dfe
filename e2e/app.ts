import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { buildAdmin } from '../bin/admin-build.ts';
import { openBrowser } from './browser.ts';

/** The product running, and a browser to use it with: what every journey starts from. */
export interface Running {
  origin: string;
  browser: Browser;
  /** A person at their own screen: signed in, nothing shared with the others. */
  personAt(email: string, width: number): Promise<Screen>;
  stop(): Promise<void>;
}

export interface Screen {
  page: Page;
  context: BrowserContext;
  /** What the browser complained of: script errors, refused policies. */
  complaints: string[];
  /** Fails with the findings of axe-core on the page as it stands. */
  mustBeAccessible(where: string): Promise<void>;
}

const axe = readFileSync(path.resolve(import.meta.dirname, '../node_modules/axe-core/axe.min.js'), 'utf8');

export async function startApp(): Promise<Running> {
  await buildAdmin(path.resolve(import.meta.dirname, '..'));
  const port = await freePort();
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'server.ts'), String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = await untilReady(child);
  const passwords = new Map([...said.matchAll(/^ {2}(\S+@\S+)\s+(\S+) /gm)].map((m) => [m[1]!, m[2]!]));
  const browser = await openBrowser();
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    browser,
    personAt: (email, width) => signIn(browser, origin, { email, password: passwords.get(email) ?? '' }, width),
    async stop() {
      await browser.close();
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function untilReady(child: ChildProcess): Promise<string> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  return await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk;
      if (said.includes('READY')) resolve(said);
    });
  });
}

/** A port below 32768, where no outgoing connection can sit. */
async function freePort(): Promise<number> {
  for (let port = 20_000 + (process.pid % 10_000); ; port++) {
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (free) return port;
  }
}

async function signIn(
  browser: Browser,
  origin: string,
  who: { email: string; password: string },
  width: number,
): Promise<Screen> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 780 : 900 },
    locale: 'vi-VN',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // A 401 before signing in is the server's answer, not a fault.
    if (message.type() === 'error' && !message.text().includes('401')) complaints.push(`console: ${message.text()}`);
  });
  await page.goto(`${origin}/app/`);
  await page.getByLabel('Thư điện tử').fill(who.email);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(who.password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, context, complaints, mustBeAccessible: (where) => checkAccessible(page, where) };
}

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}

async function checkAccessible(page: Page, where: string): Promise<void> {
  // As a page of the browser's own, so that the policy of the pages stays as strict as it is.
  const result = await page.evaluate(
    `(async () => { ${axe}; return await axe.run(document, { resultTypes: ['violations'] }); })()`,
  );
  const found = (result as AxeResult).violations.map(
    (v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`,
  );
  assert.deepEqual(found, [], `axe at ${where}`);
}
