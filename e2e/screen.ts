import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** A browser window with somebody before it. */
export interface Screen {
  page: Page;
  context: BrowserContext;
  width: number;
  /** What the browser complained of: script errors, refused policies, replies that are no part of the story. */
  complaints: string[];
  /** Fails with the findings of axe-core on the page as it stands. */
  mustBeAccessible(where: string): Promise<void>;
  /** Fails where something reaches beyond the right edge. */
  mustFit(where: string): Promise<void>;
}

export interface ScreenLook {
  colorScheme?: 'light' | 'dark';
  /** Statuses of replies that belong to the story: [409] where two people meet. */
  expected?: readonly number[];
}

const axe = readFileSync(path.resolve(import.meta.dirname, '../node_modules/axe-core/axe.min.js'), 'utf8');

/** Under this width a screen is a phone: touched, and laid out as one. */
const PHONE = 600;

/** An empty window, nothing shared with the others. */
export async function newScreen(
  browser: Browser,
  origin: string,
  width: number,
  look: ScreenLook = {},
): Promise<Screen> {
  const phone = width < PHONE;
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height: phone ? 780 : 900 },
    isMobile: phone,
    hasTouch: phone,
    colorScheme: look.colorScheme ?? 'light',
    // Colours are judged as they are, not on their way from one to the other.
    reducedMotion: 'reduce',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    acceptDownloads: true,
  });
  // The browser tells of a refused policy in a sentence of its own; this names what was refused.
  await context.addInitScript(
    `addEventListener('securitypolicyviolation', (e) => console.error('policy', e.violatedDirective, e.blockedURI))`,
  );
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = listen(page, new Set([401, ...(look.expected ?? [])]));
  return {
    page,
    context,
    width,
    complaints,
    mustBeAccessible: (where) => checkAccessible(page, where),
    mustFit: (where) => checkFits(page, where),
  };
}

/** What no page may do. A 401 before signing in is the server's answer, not a fault; a dead network is part of a story. */
function listen(page: Page, expected: ReadonlySet<number>): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  // Refused policies come as console errors too. Replies are told apart by their status, below.
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    const status = response.status();
    if (status >= 400 && !expected.has(status))
      complaints.push(`${status}: ${response.request().method()} ${new URL(response.url()).pathname}`);
  });
  return complaints;
}

/** Signs in as a person does, from the sign-in page. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Thư điện tử').fill(email);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('button', { name: /^Tài khoản của / }).waitFor();
}

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}

async function checkAccessible(page: Page, where: string): Promise<void> {
  // As a page of the browser's own, so that the policy of the pages stays as strict as it is.
  const loaded = await page.evaluate('"axe" in window');
  const result = await page.evaluate(
    `(async () => { ${loaded ? '' : axe}; return await axe.run(document, { resultTypes: ['violations'] }); })()`,
  );
  const found = (result as AxeResult).violations.map(
    (v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 160)).join(' | ')}`,
  );
  assert.deepEqual(found, [], `axe at ${where}`);
}

/** The width of the page and what reaches beyond `edge`, once the page has had the time to take its new shape. */
const overEdge = (edge: number) => `(async () => {
  const tooWide = () => document.documentElement.scrollWidth > ${edge};
  for (let frames = 0; frames < 60 && tooWide(); frames++) await new Promise(requestAnimationFrame);
  const over = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > ${edge + 0.5});
  const width = document.documentElement.scrollWidth;
  return { width, over: tooWide() ? over.slice(0, 5).map((e) => e.outerHTML.slice(0, 120)) : [] };
})()`;

/** Where something is too wide, says which elements are. */
async function checkFits(page: Page, where: string): Promise<void> {
  const edge = page.viewportSize()?.width ?? 0;
  const seen = (await page.evaluate(overEdge(edge))) as { width: number; over: string[] };
  assert.ok(seen.width <= edge, `${where} is ${seen.width} px wide on ${edge}: ${seen.over.join(' | ')}`);
}
