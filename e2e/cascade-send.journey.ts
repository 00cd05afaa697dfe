import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { dayOf, shortDay } from '../lib/format.ts';
import { newId } from '../lib/id.ts';
import { ask, download } from './acts.ts';
import { running } from './app.ts';
import type { Screen } from './screen.ts';

const OFFICER = 'lan.pham@so.songtra.example';
const COMMUNE = 'thom.quach@suoingoc.songtra.example';
const PRINCIPAL = 'ngoc.le@thcssuoingoc.songtra.example';
const TITLE = 'Truyền thông về giáo dục và đào tạo năm 2026';
/** Has answered whole; is reminded of nothing. */
const ANSWERED = 'Trường THCS Suối Ngọc';
const WISHING = 'Trường Tiểu học Suối Ngọc';
const ROOM = 'Phòng Giáo dục Mầm non';
const NOTE = 'Văn phòng Sở sẵn sàng giải đáp.';
const QUESTION = 'Bài đăng trên trang của trường có được tính không?';
const inTwoWeeks = shortDay(dayOf(Date.now() + 14 * 86_400_000));

describe('the Sở sends its plan down and follows it', () => {
  const app = running();
  let officer: Screen;
  let plan: string;
  let rooms: number;
  let late: number;

  test('the officer chooses what goes to whom, and is told what it would do before it is done', async () => {
    officer = await app().personAt(OFFICER, 1280);
    const { page } = officer;
    await page.goto('/app/ke-hoach?state=issued');
    await page.getByRole('main').getByRole('link', { name: TITLE }).first().click();
    await page.getByRole('link', { name: 'Giao kế hoạch' }).click();
    await page.getByRole('heading', { level: 1, name: 'Giao kế hoạch' }).waitFor();
    plan = new URL(page.url()).pathname.replace(/\/giao$/, '');
    // Communes and schools have it already: what is new goes to the rooms of the Sở, which have no accounts.
    rooms = await reached(page);
    await page.getByText(new RegExp(`^${rooms} đơn vị chưa có tài khoản`)).waitFor();
    await page.getByRole('checkbox', { name: /^Phòng, ban, cục, vụ: / }).uncheck();
    await page.getByText('Không có gì mới để giao').waitFor();
    assert.ok(await page.getByRole('button', { name: 'Giao kế hoạch' }).isDisabled());
    await page.getByRole('checkbox', { name: /^Phòng, ban, cục, vụ: / }).check();
    assert.equal(await reached(page), rooms);
    await page.getByLabel('Hạn trả lời').fill(inTwoWeeks);
    await page.getByLabel('Lời nhắn gửi kèm').fill(NOTE);
    await officer.mustBeAccessible('sending');
    await officer.mustFit('sending');
  });

  test('a closed window loses nothing of it, and two presses send once', async () => {
    const { page } = officer;
    await kept(page, NOTE);
    await page.reload();
    await page.getByText(/^Đã khôi phục nội dung nhập dở/).waitFor();
    assert.equal(await page.getByLabel('Lời nhắn gửi kèm').inputValue(), NOTE);
    assert.equal(await reached(page), rooms);
    await page.getByRole('button', { name: 'Giao kế hoạch' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(`Giao kế hoạch cho ${rooms} đơn vị?`).waitFor();
    await dialog.getByRole('button', { name: 'Giao kế hoạch' }).dblclick();
    await page.getByText(`Đã giao kế hoạch tới ${rooms} đơn vị`).waitFor();
    await page.getByText(NOTE, { exact: true }).first().waitFor();
    const { items } = await ask<{ items: { note: string }[] }>(page, 'GET', `/plans/${idOf(plan)}/dispatches`);
    assert.equal(items.filter(({ note }) => note === NOTE).length, 1);
    assert.deepEqual(officer.complaints, []);
  });

  test('she sees who has not opened it, from the province down to a school', async () => {
    const { page } = officer;
    await page.getByRole('link', { name: 'Xem triển khai' }).click();
    await page.getByRole('heading', { level: 1, name: 'Triển khai' }).waitFor();
    await page.getByRole('button', { name: /^Chưa mở \d+$/ }).waitFor();
    const words = await page.getByRole('button', { name: /^\d+ đơn vị quá hạn$/ }).textContent();
    late = Number.parseInt(words ?? '', 10);
    assert.ok(late > 0);
    await officer.mustBeAccessible('coverage');
    await page.getByRole('link', { name: /^Phòng Văn hóa - Xã hội xã Suối Ngọc/ }).click();
    await page
      .getByRole('navigation', { name: 'Phạm vi đang xem' })
      .getByText(/xã Suối Ngọc$/)
      .waitFor();
    await page.getByRole('link', { name: new RegExp(`^${ANSWERED}`) }).click();
    await page.getByRole('heading', { level: 1, name: ANSWERED }).waitFor();
    await page.getByText('Đưa vào kế hoạch', { exact: true }).first().waitFor();
    await officer.mustBeAccessible('one unit');
  });

  test('she reminds exactly the late', async () => {
    const { page, context } = officer;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${plan}/trien-khai`);
    await page.getByRole('button', { name: /^\d+ đơn vị quá hạn$/ }).click();
    await page.getByRole('button', { name: 'Nhắc đúng các đơn vị này' }).click();
    const panel = page.getByRole('region', { name: 'Nhắc việc' });
    await panel.getByText(new RegExp(`^Lời nhắc tới ${late} đơn vị`)).waitFor();
    assert.match(await panel.getByLabel('Nội dung nhắc').inputValue(), new RegExp(TITLE));
    await officer.mustBeAccessible('reminding');
    await page.getByRole('button', { name: 'Sao chép lời nhắc' }).click();
    await page.getByText('Đã sao chép lời nhắc; có thể dán vào Zalo.').waitFor();
    const pasted = (await page.evaluate('navigator.clipboard.readText()')) as string;
    assert.match(pasted, /\/tra-loi\//);
    assert.ok(!pasted.includes(ANSWERED), 'who has answered is left in peace');
    await panel.getByRole('button', { name: 'Gửi lời nhắc' }).click();
    await page.getByText(new RegExp(`^Đã nhắc ${late} đơn vị`)).waitFor();
    await page.getByRole('tab', { name: 'Nhắc việc' }).click();
    await page.getByText(new RegExp(`^${late} đơn vị · `)).waitFor();
    await officer.mustBeAccessible('reminders');
    assert.deepEqual(officer.complaints, []);
  });

  test('she answers what several units ask once, for all', async () => {
    for (const email of [COMMUNE, PRINCIPAL]) await asks((await app().personAt(email, 390)).page, plan);
    const { page } = officer;
    await page.goto(`${plan}/trien-khai?muc=hoi-dap`);
    const boxes = page.getByRole('checkbox', { name: QUESTION });
    await boxes.nth(1).waitFor();
    for (const box of await boxes.all()) await box.check();
    await page.getByRole('button', { name: 'Trả lời chung các câu đã chọn' }).click();
    const form = page.getByRole('region', { name: 'Trả lời chung 2 câu hỏi' });
    assert.equal(await form.getByLabel('Câu hỏi công bố').inputValue(), QUESTION);
    await form.getByLabel('Trả lời', { exact: false }).last().fill('Có, nếu trang thuộc danh mục kênh của đơn vị.');
    await officer.mustBeAccessible('answering');
    await form.getByRole('button', { name: 'Công bố trả lời' }).click();
    await page.getByText(/^Đã công bố trả lời; \d+ đơn vị được báo\.$/).waitFor();
    await page.getByText('Có, nếu trang thuộc danh mục kênh của đơn vị.').waitFor();
    await boxes.first().waitFor({ state: 'detached' });
    assert.deepEqual(officer.complaints, []);
  });

  test('she decides what a school wishes', async () => {
    const { page } = officer;
    await page.getByRole('tab', { name: 'Đề nghị điều chỉnh' }).click();
    await page.getByRole('button', { name: `Quyết định đề nghị của ${WISHING}` }).click();
    await page.getByRole('radio', { name: /^Đồng ý/ }).check();
    await page.getByLabel('Ý kiến gửi đơn vị').fill('Đồng ý hai tháng một bài.');
    await officer.mustBeAccessible('deciding');
    await page.getByRole('button', { name: 'Gửi quyết định' }).click();
    await page.getByText(`Đã gửi quyết định cho ${WISHING}.`).waitFor();
    await page.getByText('Đã đồng ý', { exact: true }).waitFor();
    assert.deepEqual(officer.complaints, []);
  });

  test('a unit without an account gets a link that is shown once, and taken back', async () => {
    const { page } = officer;
    await page.goto(`${plan}/trien-khai?taikhoan=chua`);
    await page.getByRole('link', { name: new RegExp(`^${ROOM}`) }).click();
    await page.getByRole('heading', { level: 1, name: ROOM }).waitFor();
    await page.getByLabel('Đưa cho ai').fill('cô Hà, phó trưởng phòng');
    await page.getByRole('button', { name: 'Tạo liên kết' }).click();
    await page
      .getByRole('img', { name: `Mã QR để ${ROOM} trả lời kế hoạch` })
      .locator('svg')
      .waitFor();
    await page.getByText(/\/tl\/\S{20,}/).waitFor();
    await officer.mustBeAccessible('the link');
    await page.getByRole('button', { name: 'Đã xong, ẩn đi' }).click();
    await page.getByText(/\/tl\/\S{20,}/).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Thu hồi' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click();
    await page.getByText('Đã thu hồi liên kết.').waitFor();
    await page.getByText('Đã thu hồi', { exact: true }).waitFor();
    assert.deepEqual(officer.complaints, []);
  });

  test('she walks the matrix by keyboard and takes the table with her', async () => {
    const { page } = officer;
    await page.goto(`${plan}/trien-khai?muc=ma-tran`);
    const grid = page.getByRole('grid', { name: 'Ma trận nội dung theo đơn vị' });
    await grid.getByRole('gridcell').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const words = await page.locator(':focus').getAttribute('aria-label');
    await page.getByText(words ?? '', { exact: true }).waitFor();
    await officer.mustBeAccessible('the matrix');
    await page.getByRole('tab', { name: 'Nội dung' }).click();
    await page.getByRole('table', { name: 'Nội dung' }).waitFor();
    await officer.mustBeAccessible('lines');
    await page.getByRole('tab', { name: 'Đơn vị' }).click();
    const table = await download(page.getByRole('link', { name: 'Tải .xlsx' }));
    assert.equal(table.bytes.toString('latin1', 0, 4), 'PK\x03\x04');
    assert.match(table.name, /\.xlsx$/);
    assert.deepEqual(officer.complaints, []);
  });

  test('on a phone the matrix is a list, and a refused clipboard leaves the text to be copied by hand', async () => {
    const phone = await app().personAt(OFFICER, 390);
    const { page } = phone;
    await page.addInitScript(`Object.defineProperty(navigator, 'clipboard', { value: undefined })`);
    await page.goto(`${plan}/trien-khai?muc=ma-tran`);
    await page.getByRole('list', { name: 'Ma trận nội dung theo đơn vị' }).waitFor();
    await phone.mustFit('the matrix on a phone');
    await phone.mustBeAccessible('the matrix on a phone');
    await page.goto(`${plan}/trien-khai?trangthai=unopened`);
    await page.getByRole('button', { name: 'Sao chép lời nhắc' }).tap();
    await page.getByText('Trình duyệt không cho sao chép tự động').waitFor();
    assert.match(await page.getByRole('textbox', { name: 'Nội dung sao chép' }).inputValue(), /\/tra-loi\//);
    await phone.mustFit('units on a phone');
    await phone.mustBeAccessible('units on a phone');
    assert.deepEqual(phone.complaints, []);
  });
});

/** How many units the preview names. */
async function reached(page: Page): Promise<number> {
  const words = await page.getByText(/^Giao \d+ nội dung tới \d+ đơn vị$/).textContent();
  return Number(/tới (\d+) đơn vị/.exec(words ?? '')?.[1]);
}

/** Looks until the browser has the words in its own store. */
async function kept(page: Page, words: string): Promise<void> {
  await page.evaluate(`(async () => {
    const drafts = () => new Promise((resolve) => {
      const opened = indexedDB.open('lantoa');
      opened.onsuccess = () => {
        const all = opened.result.transaction('drafts').objectStore('drafts').getAll();
        all.onsuccess = () => resolve(JSON.stringify(all.result));
      };
    });
    for (let looks = 0; looks < 600 && !(await drafts()).includes(${JSON.stringify(words)}); looks++)
      await new Promise(requestAnimationFrame);
  })()`);
}

const idOf = (address: string): string => address.split('/').at(-1) ?? '';

/** The unit of this screen asks the Sở about the plan. */
async function asks(page: Page, plan: string): Promise<void> {
  const { items } = await ask<{ items: { id: string }[] }>(page, 'GET', `/asked?planId=${idOf(plan)}`);
  const id = items[0]?.id ?? assert.fail('nothing was asked');
  await ask(page, 'POST', `/asked/${id}/questions`, { id: newId(), lineId: null, text: QUESTION });
}
