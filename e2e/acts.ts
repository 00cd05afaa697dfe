import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** The ministry's plan of the samples: our own fiction, with everything such a plan has. */
export const MINISTRY_PLAN = path.resolve(
  import.meta.dirname,
  '../server/modules/documents/samples/tuning/ministry-2026.docx',
);

export interface GivenFile {
  name: string;
  bytes: Uint8Array;
}

/** Drops files on a place as from the desktop. */
export async function drop(place: Locator, files: readonly GivenFile[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  const transfer = await place.page().evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of ${JSON.stringify(given)})
      transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    return transfer;
  })()`);
  await place.dispatchEvent('drop', { dataTransfer: transfer });
}

/** From anywhere to the page that takes documents in. */
export async function openImport(page: Page): Promise<void> {
  await page.goto('/app/van-ban-den/nhap');
  await page.getByRole('heading', { level: 1, name: 'Nhập văn bản đến' }).waitFor();
}

/** Enters one file into the register; its review opens by itself. */
export async function receive(page: Page, file: string = MINISTRY_PLAN): Promise<void> {
  await openImport(page);
  const bytes = await readFile(file);
  await drop(page.getByRole('region', { name: 'Tệp văn bản' }), [{ name: path.basename(file), bytes }]);
  await page.getByRole('button', { name: 'Ghi sổ và đọc văn bản' }).click();
  await page.getByRole('heading', { level: 1, name: /^Rà soát / }).waitFor();
}

/** Walks with Tab until `wanted` holds the focus, as somebody without a mouse does. */
export async function tabTo(wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const page = wanted.page();
  for (let presses = 0; presses < 60; presses++) {
    if (await wanted.evaluate((element) => element.ownerDocument.activeElement === element)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no ${key} leads to ${wanted}`);
}

/** Presses a key until what holds the focus says `words`. */
export async function walkTo(page: Page, key: string, words: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    // As text, not as seen: what lies beyond the edge of the screen is not drawn yet.
    if ((await page.locator(':focus').textContent())?.includes(words)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no ${key} leads to “${words}”`);
}

/**
 * One act on the way to a signature: opened by its button (a link from the first page opens it by itself), sent by the one
 * of its form, and seen to be done.
 */
export async function act(
  page: Page,
  name: string,
  done: string,
  fill?: (form: Locator) => Promise<void>,
): Promise<void> {
  const form = page.getByRole('region', { name, exact: true });
  if (new URL(page.url()).search === '') await page.getByRole('button', { name, exact: true }).click();
  await form.waitFor();
  await fill?.(form);
  await form.locator('button[type=submit]').click();
  await page.getByText(done, { exact: true }).waitFor();
}

/** What comes down from a link, as bytes. */
export async function download(link: Locator): Promise<{ name: string; bytes: Buffer }> {
  const waiting = link.page().waitForEvent('download');
  await link.click();
  const file = await waiting;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** A plan of one's own, begun from nothing; the outline is open. Returns the address of the plan. */
export async function draftPlan(page: Page, title: string): Promise<string> {
  await page.goto('/app/ke-hoach/moi');
  await page.getByRole('textbox', { name: /^Trích yếu nội dung/ }).fill(title);
  await page.getByRole('button', { name: 'Lập kế hoạch' }).click();
  await page.waitForURL('**/soan');
  return new URL(page.url()).pathname.replace(/\/soan$/, '');
}

/** Everything that was typed is on the server. */
export async function saved(page: Page): Promise<void> {
  await page
    .getByText(/^Đã lưu/)
    .filter({ visible: true })
    .first()
    .waitFor();
}

/** Adds a line to a part of the outline. */
export async function writeLine(page: Page, part: string, text: string): Promise<void> {
  const lines = page.getByRole('list', { name: part, exact: true }).getByRole('textbox');
  const before = await lines.count();
  await page.getByRole('button', { name: `Thêm dòng: ${part}` }).click();
  await lines.nth(before).fill(text);
  await saved(page);
}

/** What a page of the app would ask the server, as the person of this screen: for what another story has to be there. */
export async function ask<T>(page: Page, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<T> {
  const reply = await page.evaluate(
    async ([verb, url, sent]) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`/api${url}`, { method: verb, headers, body: sent });
      return { ok: answer.ok, body: await answer.json() };
    },
    [method, path, body === undefined ? undefined : JSON.stringify(body)] as const,
  );
  if (!reply.ok) throw new Error(`${method} ${path}: ${JSON.stringify(reply.body)}`);
  return reply.body as T;
}

/** Loads a page again and again until it shows what a job of the server brings a moment later. */
export async function until(seen: Locator): Promise<void> {
  const page = seen.page();
  for (let looks = 0; looks < 30; looks++) {
    const there = await seen.waitFor({ timeout: 1_000 }).then(
      () => true,
      () => false,
    );
    if (there) return;
    await page.reload();
  }
  await seen.waitFor();
}
