import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { unitIdOf } from '../db/sample/sample.ts';
import { ask, download, until } from './acts.ts';
import { running } from './app.ts';

const ADMINISTRATOR = 'minh.ho@so.songtra.example';
const OFFICER = 'lan.pham@so.songtra.example';
const SCHOOL = 'anh.bach@thcssuoingoc.songtra.example';
const KEY = 'Kho dữ liệu của Sở';
const PLAN = 'Truyền thông về giáo dục và đào tạo năm 2026';
const PIECE = 'Bài phát thanh: Cùng con đến trường';

describe('other software and papers take out what was written', () => {
  const app = running();

  /** What other software does: no browser, no session, the key alone. */
  const withKey = (key: string, address: string, method = 'GET', body?: object) =>
    fetch(`${app().origin}/api${address}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });

  test('an administrator makes a key that reads plans, and nothing else; taken back it opens nothing', async () => {
    const screen = await app().personAt(ADMINISTRATOR, 1280);
    const { page } = screen;
    await page.goto('/app/tai-khoan/khoa');
    await page.getByRole('textbox', { name: /^Tên khóa/ }).fill(KEY);
    await page.getByRole('checkbox', { name: 'Xem kế hoạch', exact: true }).check();
    await page.getByRole('button', { name: 'Tạo khóa' }).click();
    await page.getByText(`Đã tạo khóa “${KEY}”`).waitFor();
    const key = await page.getByRole('textbox', { name: 'Khóa', exact: true }).inputValue();
    await screen.mustBeAccessible('a key that was made');
    await screen.mustFit('a key that was made');
    const read = await withKey(key, `/plans?unitId=${unitIdOf('so')}&state=issued`);
    const { items } = (await read.json()) as { items: { title: string; number: string }[] };
    assert.equal(items.find(({ number }) => number === '128')?.title, PLAN);
    assert.equal((await withKey(key, `/people?unitId=${unitIdOf('so')}`)).status, 403);
    assert.equal((await withKey(key, '/units', 'POST', {})).status, 403);
    await page.reload();
    const row = page.getByRole('row').filter({ hasText: KEY });
    assert.equal(await row.getByText(key).count(), 0, 'a key is shown once');
    await row.getByRole('button', { name: 'Thu hồi' }).click();
    await row.getByText('Đã thu hồi', { exact: true }).waitFor();
    assert.equal((await withKey(key, '/plans')).status, 401);
    assert.deepEqual(screen.complaints, []);
  });

  test('a school takes a piece of the toolkit in its own name', async () => {
    const screen = await app().personAt(SCHOOL, 390);
    const { page } = screen;
    await page.goto('/app/bo-tai-lieu');
    await page.getByRole('main').getByRole('link', { name: PLAN }).first().tap();
    await page.getByRole('heading', { level: 1, name: 'Bộ tài liệu' }).waitFor();
    const heading = page.getByRole('heading', { name: new RegExp(`^${PIECE}`) });
    const piece = page.locator('section').filter({ has: heading }).last();
    await piece.getByRole('button', { name: 'Dùng cho đơn vị tôi' }).tap();
    const words = await piece.getByRole('textbox', { name: 'Bản của Trường THCS Suối Ngọc' }).inputValue();
    assert.match(words, /Trường THCS Suối Ngọc trân trọng thông báo/);
    assert.match(words, /phụ huynh Suối Ngọc sắp xếp/);
    assert.ok(!words.includes('{'), words);
    await screen.mustBeAccessible('a piece that was taken');
    await screen.mustFit('a piece that was taken');
    assert.deepEqual(screen.complaints, []);
  });

  test('papers about any time come down, and a dossier is put together with its contents in front', async () => {
    const screen = await app().personAt(OFFICER, 1280);
    const { page } = screen;
    await page.goto('/app/bao-cao?tu=2026-07-01&den=2026-12-31');
    await page.getByText(/^\d+ tin, bài, sản phẩm của \d+ đơn vị/).waitFor();
    const standing = await paper(page, 'Tải .docx: Tình hình triển khai');
    assert.match(standing, /SỞ GIÁO DỤC VÀ ĐÀO TẠO/);
    assert.match(standing, new RegExp(PLAN));
    assert.match(await paper(page, 'Tải .docx: Danh mục tin, bài'), /Cô giáo cắm bản và mười bảy mùa hoa ban/);
    await page.getByRole('button', { name: 'Lập hồ sơ' }).click();
    await page.getByText('Đang lập hồ sơ. Khi xong sẽ có thông báo.').waitFor();
    const zip = page.getByRole('link', { name: /^Tải ZIP/ });
    await until(zip);
    await screen.mustBeAccessible('papers and a dossier');
    await screen.mustFit('papers and a dossier');
    const names = Object.keys(unzipSync((await download(zip)).bytes));
    assert.deepEqual(names.slice(0, 2), ['00-muc-luc.docx', '00-muc-luc.xlsx']);
    assert.ok(
      names.some((name) => /^00-ke-hoach\/128-.*\.docx$/.test(name)),
      names.join(', '),
    );
    const told = await ask<{ items: { link: string | null }[] }>(page, 'GET', '/inbox');
    assert.ok(
      told.items.some(({ link }) => link?.includes('bao-cao')),
      'the asker is told',
    );
    assert.deepEqual(screen.complaints, []);
  });
});

/** The words of a paper that comes down from a link. */
async function paper(page: Page, link: string): Promise<string> {
  const { name, bytes } = await download(page.getByRole('link', { name: link }));
  assert.match(name, /\.docx$/);
  const text = unzipSync(bytes)['word/document.xml'] ?? assert.fail('no text');
  return strFromU8(text)
    .replaceAll('</w:p>', ' ')
    .replaceAll(/<[^>]+>/g, '');
}
