import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Browser } from 'playwright-core';
import { findBrowser, openBrowser } from './browser.ts';

const PAGE = '<meta charset="utf-8"><h1>Kế hoạch truyền thông</h1><p>Sở Giáo dục và Đào tạo</p>';

/** How wide a text is drawn: nothing is drawn where there is no font. */
async function widthOf(browser: Browser, text: string): Promise<number> {
  const page = await browser.newPage();
  await page.setContent(PAGE);
  const width = await page.getByText(text).evaluate((element) => {
    const range = element.ownerDocument.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect().width;
  });
  await page.close();
  return width;
}

test('the browser that was found draws Vietnamese text', async () => {
  const browser = await openBrowser();
  assert.ok((await widthOf(browser, 'Sở Giáo dục và Đào tạo')) > 100);
  await browser.close();
});

test('where the system has no browser, the one that comes with the packages does as well', async (t) => {
  if (process.platform !== 'linux' || process.arch !== 'x64') return t.diagnostic('comes along for 64-bit Linux only');
  const browser = await openBrowser('bundled');
  assert.ok((await widthOf(browser, 'Sở Giáo dục và Đào tạo')) > 100);
  assert.match(browser.version(), /^\d+\./);
  await browser.close();
});

test('a CHROME_PATH that leads nowhere is told, not passed over', async () => {
  const found = await findBrowser('/no/such/browser');
  assert.match('reason' in found ? found.reason : '', /CHROME_PATH=\/no\/such\/browser: .*ENOENT/);
});
