import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { parsePlan } from '#modules/documents/parsing/parse-plan.ts';
import { readDocument } from '#modules/documents/reading/intake.ts';
import { dayOf, shortDay } from '../lib/format.ts';
import { makePdf } from '../server/modules/documents/reading/pdf-fixture.ts';
import { act, download, drop, receive, saved, tabTo, walkTo } from './acts.ts';
import { running } from './app.ts';
import type { Screen } from './screen.ts';

const SO = 'so.songtra.example';
const OFFICE = 'Sở Giáo dục và Đào tạo Sông Trà';
const TITLE = 'Truyền thông về giáo dục và đào tạo năm 2026';
const PAPER = 'Bản văn theo Nghị định 30/2020/NĐ-CP';
const YESTERDAY = dayOf(Date.now() - 86_400_000);
const NUMBER = '215';
/** The paper with signature and stamp, as it comes from the scanner. */
const SCAN = makePdf([{}]);
const REQUIREMENT = 'Thông tin chính xác, kịp thời; mỗi nội dung có một phòng làm đầu mối.';
/** The column of what is counted, behind the names of activity and product. */
const COUNTS = 2;

describe('a plan document becomes the plan of the Sở', () => {
  const app = running();
  let officer: Screen;
  let clerk: Screen;
  let plan: string;

  test('the officer drops the plan of the ministry', async () => {
    officer = await app().personAt(`lan.pham@${SO}`, 1280);
    await receive(officer.page);
    await officer.page.getByRole('heading', { level: 1, name: 'Rà soát Kế hoạch 152/KH-BGDĐT' }).waitFor();
    await officer.mustBeAccessible('the review');
  });

  test('she reviews it by keyboard alone', async () => {
    const { page } = officer;
    const { keyboard } = page;
    const says = (words: string) => page.getByRole('status').getByText(words, { exact: true }).waitFor();
    const waiting = async () => Number(/\d+/.exec((await page.getByText(/^Còn \d+ mục cần xem$/).textContent()) ?? ''));

    // What is doubtful comes first, and the first of it is chosen already.
    const open = await waiting();
    await walkTo(page, 'n', 'cần xem');
    await keyboard.press('a');
    await says('Đã chấp nhận');
    assert.equal(await waiting(), open - 1);

    await tabTo(page.getByRole('button', { name: 'Tất cả', exact: true }), 'Shift+Tab');
    await keyboard.press('Enter');
    await tabTo(page.locator('[data-field] > button[aria-current]'));

    await walkTo(page, 'k', 'Gắn truyền thông với quá trình');
    await keyboard.press('e');
    await page.getByRole('textbox', { name: 'Yêu cầu' }).and(page.locator(':focus')).waitFor();
    await keyboard.press('Control+End');
    await keyboard.type(' Thực hiện thường xuyên, liên tục.');
    await keyboard.press('Control+Enter');
    await says('Đã sửa');

    await walkTo(page, 'j', 'Tuân thủ quy định về phát ngôn');
    await keyboard.press('s');
    const knife = page.getByRole('slider', { name: 'Vị trí tách' });
    while (!/trước “không để lộ/.test((await knife.getAttribute('aria-valuetext')) ?? ''))
      await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    await says('Đã tách');
    await walkTo(page, 'j', 'không để lộ thông tin riêng tư');

    await walkTo(page, 'j', 'Tiết kiệm, hiệu quả, tránh hình thức');
    await keyboard.press('x');
    await says('Đã bỏ');

    await walkTo(page, 'k', 'Chủ động cung cấp thông tin');
    await keyboard.press('c');
    await page.getByRole('combobox', { name: 'Chuyển mục này sang' }).and(page.locator(':focus')).waitFor();
    await keyboard.type('giai phap');
    await page.getByRole('option', { name: 'Giải pháp' }).waitFor();
    await keyboard.press('Enter');
    await says('Đã đổi loại');

    for (let left = open - 1; left > 0; left--) {
      await keyboard.press('n');
      await walkTo(page, 'n', 'cần xem');
      await keyboard.press('a');
      await says('Đã chấp nhận');
    }
    await page.getByText('Đã xem hết mục cần xem', { exact: true }).waitFor();
    await tabTo(page.getByRole('button', { name: 'Xong rà soát' }));
    await keyboard.press('Enter');
    await tabTo(page.getByRole('link', { name: 'Lập kế hoạch của đơn vị' }));
    await keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Lập kế hoạch của đơn vị từ văn bản này' }).waitFor();
    assert.deepEqual(officer.complaints, []);
  });

  test('she makes the plan of the Sở from it: content and what is asked of the Sở, not what is asked of others', async () => {
    const { page } = officer;
    const all = (part: string) =>
      page
        .locator('section')
        .filter({ has: page.getByRole('heading', { name: part, exact: true }) })
        .getByRole('checkbox', { name: /^Chọn tất cả/ });
    assert.ok(await all('Nội dung').isChecked());
    // Duties that quotas and reports say already are offered, but not taken twice.
    const own = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Yêu cầu đối với đơn vị mình' }) });
    assert.ok((await own.getByRole('checkbox', { checked: true }).count()) > 2);
    await own.getByText('đã có trong chỉ tiêu, báo cáo').first().waitFor();
    assert.ok(!(await all('Yêu cầu đối với đơn vị khác').isChecked()));
    await page.getByRole('status').filter({ hasText: 'văn bản này là căn cứ đầu tiên' }).waitFor();
    await officer.mustBeAccessible('making a plan');
    await page.getByRole('button', { name: 'Lập kế hoạch', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    plan = new URL(page.url()).pathname;
    await page.getByRole('article', { name: PAPER }).getByText('KẾ HOẠCH', { exact: true }).waitFor();
    await page.getByText('Căn cứ 09/2017/NĐ-CP đã hết hiệu lực').waitFor();
    await officer.mustBeAccessible('the plan');
  });

  test('she changes a line in the outline and a count in the matrix', async () => {
    const { page } = officer;
    await page.getByRole('link', { name: 'Soạn kế hoạch' }).click();
    await page.getByRole('textbox', { name: 'Yêu cầu, dòng 1', exact: true }).fill(REQUIREMENT);
    await saved(page);
    await officer.mustBeAccessible('the outline');
    await page.getByRole('link', { name: 'Mở bảng hoạt động' }).click();
    const first = page.getByRole('grid', { name: 'Bảng hoạt động' }).getByRole('row').nth(1);
    const counts = first.getByRole('gridcell').nth(COUNTS);
    assert.equal(await counts.textContent(), '06 bài báo; 02 phóng sự chuyên đề');
    await counts.click();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('07 bài báo; 02 phóng sự chuyên đề');
    await page.keyboard.press('Enter');
    await saved(page);
    assert.equal(await counts.textContent(), '07 bài báo; 02 phóng sự chuyên đề');
    await officer.mustBeAccessible('the matrix');
    await page.goto(plan);
    await page.getByRole('article', { name: PAPER }).getByText(REQUIREMENT).waitFor();
  });

  test('she submits it', async () => {
    const { page, complaints } = officer;
    await act(page, 'Trình duyệt', 'Đã trình.');
    await page.getByRole('main').getByText('Đã trình', { exact: true }).waitFor();
    assert.deepEqual(complaints, []);
  });

  test('the head of the office initials it on a phone', async () => {
    const { page, complaints, mustFit } = await app().personAt(`long.tran@${SO}`, 390);
    await openFromHome(page);
    await act(page, 'Ký nháy', 'Đã ký nháy.');
    await mustFit('the plan after initials');
    assert.deepEqual(complaints, []);
  });

  test('the clerk confirms its form', async () => {
    clerk = await app().personAt(`sen.bui@${SO}`, 1280);
    await openFromHome(clerk.page);
    await act(clerk.page, 'Xác nhận thể thức', 'Đã xác nhận thể thức.');
  });

  test('the director signs it on a phone', async () => {
    const { page, complaints, mustFit } = await app().personAt(`ha.nguyen@${SO}`, 390);
    await openFromHome(page);
    await act(page, 'Ký', 'Đã ký.', async (form) => {
      assert.equal(await form.getByLabel('Họ và tên người ký').inputValue(), 'Nguyễn Thanh Hà');
      await mustFit('signing');
    });
    assert.deepEqual(complaints, []);
  });

  test('the clerk enters number and day with the signed paper, and the plan is issued', async () => {
    const { page, complaints } = clerk;
    await page.goto(plan);
    await act(page, 'Vào số, ban hành', 'Đã vào số, ban hành.', async (form) => {
      await form.getByRole('textbox', { name: /^Số/ }).fill(NUMBER);
      await form.getByRole('textbox', { name: /^Ngày ban hành/ }).fill(shortDay(YESTERDAY));
      await drop(form.getByRole('region', { name: 'Bản ký' }), [{ name: 'ban-ky.pdf', bytes: SCAN }]);
      await form.getByText('Đã tải lên: ban-ky.pdf').waitFor();
    });
    await page.getByText('Đã ban hành', { exact: true }).first().waitFor();
    await page.getByRole('article', { name: PAPER }).getByText(`Số: ${NUMBER}/KH-SGDĐT`).waitFor();
    // It opens in the browser, which shows it in its own way: its bytes are what stands behind the link.
    const scan = await page.getByRole('link', { name: 'Bản ký' }).getAttribute('href');
    assert.deepEqual(await (await page.request.get(scan ?? '')).body(), Buffer.from(SCAN));
    assert.deepEqual(complaints, []);
  });

  test('the officer takes it out as Word and PDF, which say the same when they are read again, and as a table', async () => {
    const { page, complaints } = officer;
    await page.goto(plan);
    const word = await download(page.getByRole('link', { name: 'Văn bản Word (.docx)' }));
    const pdf = await download(page.getByRole('link', { name: 'Văn bản PDF' }));
    const table = await download(page.getByRole('link', { name: 'Bảng hoạt động (.xlsx)' }));
    assert.equal(word.bytes.toString('latin1', 0, 4), 'PK\x03\x04');
    assert.equal(pdf.bytes.toString('latin1', 0, 5), '%PDF-');
    assert.equal(table.bytes.toString('latin1', 0, 4), 'PK\x03\x04');
    const sheet = strFromU8(unzipSync(table.bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    assert.match(sheet, /dự kiến 07 bài báo, 02 phóng sự chuyên đề/);
    for (const { name, bytes } of [word, pdf]) {
      const { header, title, requirements } = parsePlan(await readDocument(bytes, name));
      const { number, symbol, date, issuingBody } = header;
      assert.deepEqual(
        { number, symbol, day: date?.iso, issuingBody, title },
        { number: NUMBER, symbol: 'KH-SGDĐT', day: YESTERDAY, issuingBody: OFFICE, title: TITLE },
        name,
      );
      assert.ok(
        requirements.some(({ text }) => text === REQUIREMENT),
        `${name}: ${JSON.stringify(requirements)}`,
      );
    }
    assert.deepEqual(complaints, []);
  });
});

/** The plan waits on the first page of whoever has to act on it. */
async function openFromHome(page: Page): Promise<void> {
  await page.goto('/app/');
  const heading = page.getByRole('heading', { name: 'Kế hoạch chờ xử lý' });
  // What was sent down is called the same; it stands in a card of its own.
  const waiting = page.locator('section').filter({ has: heading }).last();
  await waiting.getByRole('link', { name: TITLE, exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
}
