import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { draftPlan, drop, saved, writeLine } from './acts.ts';
import { running } from './app.ts';
import type { Screen } from './screen.ts';

const ADMINISTRATOR = 'minh.ho@so.songtra.example';
const COMMUNE = 'thom.quach@suoingoc.songtra.example';
const OFFICE = 'Phòng Văn hóa - Xã hội xã Ngọc Thông';
const DRAFT = 'Truyền thông về giáo dục của xã năm 2027';
const decision = 'Quyết định số 1234/QĐ-UBND ngày 10/11/2026';

const table = (...lines: string[]) =>
  new TextEncoder().encode(
    [
      'Loại;Đơn vị cũ;Đơn vị mới;Ngày hiệu lực;Quyết định',
      ...lines.map((line) => `${line};01/11/2026;${decision}`),
    ].join('\r\n'),
  );
const merge = [
  `Hợp nhất;Phòng Văn hóa - Xã hội xã Suối Ngọc;${OFFICE}`,
  `Hợp nhất;Phòng Văn hóa - Xã hội xã Đồi Thông;${OFFICE}`,
];
const closing = 'Kết thúc;Phòng Kế hoạch - Tài chính;Văn phòng Sở';

async function give(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await drop(page.getByRole('region', { name: 'Bảng sắp xếp (.xlsx, .csv)' }), [{ name, bytes }]);
  await page.getByRole('heading', { name: '3. Xem trước' }).waitFor();
}

/** The page again and again, until what a job brings is there. */
async function comesTo(page: Page, address: string, words: string): Promise<void> {
  for (let looks = 0; looks < 30; looks++) {
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const seen = page.getByRole('main').getByText(words).first();
    if (
      await seen.waitFor({ timeout: 1_000 }).then(
        () => true,
        () => false,
      )
    )
      return;
  }
  throw new Error(`${words} did not come to ${address}`);
}

describe('two communes become one by decision, and an office of the Sở ends', () => {
  const app = running();
  let administrator: Screen;
  let commune: Screen;

  test('an officer of the commune is in the middle of a plan', async () => {
    commune = await app().personAt(COMMUNE, 1280);
    await draftPlan(commune.page, DRAFT);
    await writeLine(commune.page, 'Mục đích', 'Phụ huynh trong xã nắm được chủ trương của ngành.');
    await saved(commune.page);
  });

  test('the administrator gives a table; a wrong line is named and nothing changes', async () => {
    administrator = await app().personAt(ADMINISTRATOR, 1280);
    const { page } = administrator;
    await page.getByRole('link', { name: 'Sắp xếp đơn vị' }).click();
    await page.getByRole('link', { name: 'Theo bảng' }).click();
    await give(page, 'sap-xep.csv', table(...merge, closing, 'Chuyển;Trường Không Có;Văn phòng Sở'));
    await page.getByText('Không tìm thấy đơn vị “Trường Không Có”.').waitFor();
    await page.getByText('Còn dòng chưa được nên chưa thể thực hiện.').waitFor();
    await administrator.mustBeAccessible('preview of a table');
    await administrator.mustFit('preview of a table');
    await page.getByRole('button', { name: 'Chọn tệp khác' }).click();
  });

  test('the corrected table is looked at line by line, then carried out as one', async () => {
    const { page } = administrator;
    await give(page, 'sap-xep.csv', table(...merge, closing));
    await page.getByText(new RegExp(`^Hợp nhất .* thành ${OFFICE} từ 01/11/2026$`)).waitFor();
    await page.getByText('Thực hiện cùng dòng 2.').waitFor();
    await page.getByText(/^Kết thúc hoạt động Phòng Kế hoạch - Tài chính, chuyển công việc cho Văn phòng Sở/).waitFor();
    await page.getByRole('button', { name: 'Thực hiện 2 thay đổi' }).click();
    await page.getByText('Đã thực hiện 2 thay đổi theo bảng sap-xep.csv').waitFor();
    await page.getByRole('link', { name: 'Xem các thay đổi' }).click();
    await page.getByRole('link', { name: `Xem ${OFFICE}` }).click();
    await page.getByRole('heading', { level: 1, name: OFFICE }).waitFor();
    await page.getByText(/^Hợp nhất từ Phòng Văn hóa - Xã hội xã/).waitFor();
    await administrator.mustBeAccessible('the new unit');
  });

  test('the officer goes on at the new office: the draft, what is asked, and the schools are there', async () => {
    const { page } = commune;
    await comesTo(page, '/app/ke-hoach', DRAFT);
    await page.getByRole('main').getByRole('link', { name: DRAFT }).first().click();
    await page.getByText(OFFICE).first().waitFor();
    await comesTo(page, '/app/viec-duoc-giao', 'Truyền thông về giáo dục và đào tạo năm 2026');
    await page.goto('/app/don-vi');
    await page.getByRole('main').getByRole('link', { name: 'Trường Tiểu học Đồi Thông' }).first().waitFor();
  });

  test('another change, made on a phone, is undone by a press', async () => {
    const phone = await app().personAt(ADMINISTRATOR, 390);
    const { page } = phone;
    await page.goto('/app/sap-xep/moi?loai=rename');
    await page.getByLabel('Đơn vị được đổi tên').fill('thcs binh tra');
    await page.getByRole('option', { name: /Trường THCS Bình Trà/ }).click();
    await page.getByLabel('Tên đơn vị mới').fill('Trường THCS Lê Lợi');
    await page.getByLabel('Quyết định').fill(decision);
    await page.getByText('Đổi tên Trường THCS Bình Trà thành Trường THCS Lê Lợi từ').waitFor();
    await phone.mustBeAccessible('a new change');
    await phone.mustFit('a new change');
    await page.getByRole('button', { name: 'Đổi tên' }).click();
    const card = page.getByRole('listitem').filter({ hasText: 'Trường THCS Lê Lợi' });
    await card.getByText('Đã thực hiện').waitFor();
    await card.getByRole('button', { name: 'Hoàn tác' }).click();
    await card.getByText('Đã hoàn tác').waitFor();
    await phone.mustFit('the list of changes');
    for (const screen of [administrator, commune, phone]) assert.deepEqual(screen.complaints, []);
  });
});
