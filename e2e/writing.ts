import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { ask } from './acts.ts';

/** The fields of the writing page, and what people do on it in several stories. */
export const titleOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Tiêu đề', exact: true });
export const textOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Nội dung' });

/** What is always in sight says these words: whether the server has the text. Photos are drawn there before it has. */
export const state = (page: Page, words: string | RegExp): Promise<void> =>
  page.locator('#state').getByText(words).waitFor({ timeout: 60_000 });

/** A photo of this phone, in one colour. */
export async function photo(
  name: string,
  background: string,
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const buffer = await sharp({ create: { width: 1200, height: 900, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}

/** Goes on typing after a sentence of the text. */
export async function typeAfter(page: Page, sentence: string, words: string): Promise<void> {
  await textOf(page).getByText(sentence).click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
}

/** From now on the writing page opens on this device without a network. */
export async function keptHere(page: Page): Promise<void> {
  await textOf(page).waitFor();
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
}

/** All drafts this device keeps, as text. */
const DRAFTS = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('lantoa-viet');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
    reading.onsuccess = () => {
      opening.result.close();
      resolve(JSON.stringify(reading.result));
    };
  };
})`;

/** Waits until the browser has put the words down: a window may be closed from then on, however hard. */
export async function onDevice(page: Page, words: string): Promise<void> {
  for (let looks = 0; looks < 1000; looks++) if (String(await page.evaluate(DRAFTS)).includes(words)) return;
  throw new Error(`the device does not hold "${words}"`);
}

/** Whom and what the server has of a story: the caller's texts with this title, photos of the unit with names like this. */
export async function onServer(
  page: Page,
  of: { title: string; unitId: string; photos: string },
): Promise<{ articles: { id: string }[]; photos: string[] }> {
  const mine = await ask<{ items: { id: string; title: string }[] }>(page, 'GET', '/articles?scope=mine&limit=100');
  const library = await ask<{ items: { name: string }[] }>(page, 'GET', `/media?unitId=${of.unitId}&limit=100`);
  return {
    articles: mine.items.filter(({ title }) => title === of.title),
    photos: library.items.map(({ name }) => name).filter((name) => name.startsWith(of.photos)),
  };
}
