import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { after, afterEach, before } from 'node:test';
import type { Browser } from 'playwright-core';
import { buildAdmin } from '../bin/admin-build.ts';
import { openBrowser } from './browser.ts';
import { newScreen, type Screen, type ScreenLook, signIn } from './screen.ts';

/** The product running, and a browser to use it with: what every journey starts from. */
export interface Running {
  origin: string;
  browser: Browser;
  /** A person at their own screen: signed in, nothing shared with the others. */
  personAt(email: string, width: number, look?: ScreenLook): Promise<Screen>;
  /** Somebody who has not signed in yet, at the sign-in page. */
  visitorAt(width: number, look?: ScreenLook): Promise<Screen>;
  passwordOf(email: string): string;
  /** Every screen that was opened and is still there. */
  screens: readonly Screen[];
  /** Everything the server has written so far. */
  serverSaid(): string;
  stop(): Promise<void>;
}

const CHECKOUT = path.resolve(import.meta.dirname, '..');

export async function startApp(): Promise<Running> {
  await buildAdmin(CHECKOUT);
  const port = await freePort();
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'server.ts'), String(port)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = listen(child);
  const browser = await openedBeside(child, said.ready);
  const passwords = new Map([...said.text().matchAll(/^ {2}(\S+@\S+)\s+(\S+) /gm)].map((m) => [m[1]!, m[2]!]));
  const origin = `http://127.0.0.1:${port}`;
  const screens: Screen[] = [];
  const passwordOf = (email: string) => {
    const password = passwords.get(email);
    if (!password) throw new Error(`the sample shows no password of ${email}`);
    return password;
  };
  const visitorAt: Running['visitorAt'] = async (width, look) => {
    const screen = await newScreen(browser, origin, width, look);
    screens.push(screen);
    await screen.page.goto(`${origin}/app/`);
    return screen;
  };
  return {
    origin,
    browser,
    screens,
    serverSaid: said.text,
    passwordOf,
    visitorAt,
    async personAt(email, width, look) {
      const screen = await visitorAt(width, look);
      await signIn(screen.page, email, passwordOf(email));
      return screen;
    },
    async stop() {
      await browser.close();
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** A browser, opened while the server starts. Where one of the two fails the other does not stay behind. */
async function openedBeside(server: ChildProcess, ready: Promise<void>): Promise<Browser> {
  const [started, opened] = await Promise.allSettled([ready, openBrowser()]);
  if (started.status === 'fulfilled' && opened.status === 'fulfilled') return opened.value;
  server.kill('SIGTERM');
  if (opened.status === 'fulfilled') await opened.value.close();
  throw started.status === 'rejected' ? started.reason : (opened as PromiseRejectedResult).reason;
}

/**
 * One running product for the stories of a suite: `const app = running();` at the top of its `describe`. Where a story
 * fails, what its people saw stands as pictures in `var/journeys`.
 */
export function running(): () => Running {
  let app: Running | undefined;
  before(async () => {
    app = await startApp();
  });
  afterEach(async (context) => {
    if ('passed' in context && context.passed === false) await picture(context.name, app?.screens ?? []);
  });
  after(async () => await app?.stop());
  return () => app ?? fail();
}

const fail = (): never => {
  throw new Error('the product is not running yet');
};

async function picture(story: string, screens: readonly Screen[]): Promise<void> {
  const folder = path.join(CHECKOUT, 'var', 'journeys');
  mkdirSync(folder, { recursive: true });
  for (const [n, { page }] of screens.entries()) {
    if (page.isClosed()) continue;
    const file = path.join(folder, `${story.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}-${n + 1}.png`);
    await page.screenshot({ path: file, timeout: 5_000 }).catch(() => undefined);
  }
}

/** What the server writes, and when it is ready. */
function listen(child: ChildProcess): { text: () => string; ready: Promise<void> } {
  let said = '';
  const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
  child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk;
      if (said.includes('READY')) resolve();
    });
  return { text: () => said, ready };
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
