import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { unitIdOf } from '../db/sample/sample.ts';
import { dayOf, shortDay } from '../lib/format.ts';
import { newId } from '../lib/id.ts';
import { ask, draftPlan, drop, saved, until, writeLine } from './acts.ts';
import { running } from './app.ts';
import type { Screen } from './screen.ts';

const ADMINISTRATOR = 'minh.ho@so.songtra.example';
const OFFICER = 'lan.pham@so.songtra.example';
const COMMUNE = 'thom.quach@suoingoc.songtra.example';
const OFFICE = 'Phòng Văn hóa - Xã hội xã Ngọc Thông';
const DRAFT = 'Truyền thông về giáo dục của xã năm 2027';
const decision = 'Quyết định số 1234/QĐ-UBND ngày 15/6/2025';
const DISTRICT = 'Phòng Giáo dục và Đào tạo huyện Nậm Hà';
const SCHOOL = 'Trường Tiểu học Nậm Hà';
const SUCCESSOR = 'Phòng Văn hóa - Xã hội xã Suối Ngọc';
const PLAN = 'Truyền thông về giáo dục và đào tạo năm 2026';
const SERIES = 'Tuyến bài “Thầy cô trên đỉnh mây”';
const from = shortDay(dayOf(Date.now()));

const table = (...lines: string[]) =>
  new TextEncoder().encode(
    ['Loại;Đơn vị cũ;Đơn vị mới;Ngày hiệu lực;Quyết định', ...lines.map((line) => `${line};${from};${decision}`)].join(
      '\r\n',
    ),
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

/** Goes to a page and stays until a job of the server has brought the words there. */
async function comesTo(page: Page, address: string, words: string): Promise<void> {
  await page.goto(address);
  await until(page.getByRole('main').getByText(words).first());
}

/** A district's office as it stood until 30 June, with a school below it; the Sở has asked both for a series of articles. */
async function askedDistrict(administrator: Page, officer: Page): Promise<void> {
  const openedOn = '2015-01-01';
  const made = async (unit: object) =>
    (await ask<{ id: string }>(administrator, 'POST', '/units', { openedOn, ...unit })).id;
  const district = await made({ parentId: unitIdOf('so'), kind: 'division', name: DISTRICT });
  const school = await made({ parentId: district, kind: 'primary', name: SCHOOL });
  type Found = { items: { id: string; number: string | null }[] };
  const { items } = await ask<Found>(officer, 'GET', `/plans?unitId=${unitIdOf('so')}&state=issued`);
  const path = `/plans/${items.find(({ number }) => number === '128')?.id}`;
  const { lines } = await ask<{ lines: { lineId: string; text: string }[] }>(
    officer,
    'GET',
    `${path}/dispatch-proposal`,
  );
  const series = lines.filter(({ text }) => text === SERIES).map(({ lineId }) => ({ lineId }));
  const choice = { lines: series, to: [{ mode: 'assign', unitIds: [district, school] }] };
  await ask(officer, 'POST', `${path}/dispatches`, { id: newId(), choice });
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

  test('a district’s office is closed by table: what it was asked and had not answered waits at its successor', async () => {
    administrator = await app().personAt(ADMINISTRATOR, 1280);
    const { page } = administrator;
    const officer = await app().personAt(OFFICER, 1280);
    await askedDistrict(page, officer.page);
    await page.goto('/app/sap-xep/theo-bang');
    await give(page, 'bo-cap-huyen.csv', table(`Kết thúc;${DISTRICT};${SUCCESSOR}`));
    await page.getByText(`Kết thúc hoạt động ${DISTRICT}, chuyển công việc cho ${SUCCESSOR} từ ${from}`).waitFor();
    await page.getByRole('button', { name: 'Thực hiện 1 thay đổi' }).click();
    await page.getByText('Đã thực hiện 1 thay đổi theo bảng bo-cap-huyen.csv').waitFor();
    await comesTo(commune.page, '/app/thong-bao', DISTRICT);
    const asked = await ask<{ items: { id: string }[] }>(commune.page, 'GET', '/asked');
    assert.equal(asked.items.length, 1, 'what came and what it had are one');
    await commune.page.goto(`/tra-loi/${asked.items[0]?.id}`);
    await until(commune.page.getByRole('listitem').filter({ hasText: SERIES }));
    await commune.page.getByRole('button', { name: /^Gửi trả lời \(/ }).waitFor();
    await commune.mustBeAccessible('work that came from a district');
    await commune.page.goto('/app/don-vi');
    await commune.page.getByRole('main').getByRole('link', { name: SCHOOL }).first().waitFor();
    assert.deepEqual(officer.complaints, []);
  });

  test('the administrator gives a table; a wrong line is named and nothing changes', async () => {
    const { page } = administrator;
    await page.goto('/app/');
    await page.getByRole('link', { name: 'Sắp xếp đơn vị' }).click();
    await page.getByRole('link', { name: 'Theo bảng', exact: true }).click();
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
    await page.getByText(new RegExp(`^Hợp nhất .* thành ${OFFICE} từ ${from}$`)).waitFor();
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
    await comesTo(page, '/app/viec-duoc-giao', PLAN);
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
