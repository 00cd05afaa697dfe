import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { personIdOf, unitIdOf } from '../db/sample/sample.ts';
import { act, ask, saved, until } from './acts.ts';
import { running } from './app.ts';
import type { Screen } from './screen.ts';

const SO = 'so.songtra.example';
const PRINCIPAL = 'ngoc.le@thcssuoingoc.songtra.example';
const TITLE = 'Truyền thông về giáo dục và đào tạo năm 2026';
const AMENDMENT = `Sửa đổi, bổ sung Kế hoạch truyền thông về giáo dục và đào tạo năm 2026`;
const REASON = 'Được bổ sung kinh phí tuyên truyền về giáo viên vùng cao.';
const ACTIVITY = 'Tuyến bài “Thầy cô trên đỉnh mây”';
/** What a unit answered to the activity, on its page in the coverage. */
const answerOf = ({ page }: Screen) => page.getByRole('listitem').filter({ hasText: ACTIVITY });
/** Column of the matrix in which counts stand. */
const COUNTS = 2;

interface Asked {
  id: string;
  version: number;
  lines: { lineId: string; text: string; state: string }[];
}

/** The Sở has given the series of articles to a school, and the school has adopted it: by whom, and until when. */
async function adopted(officer: Page, school: Page, planId: string): Promise<Asked> {
  const path = `/plans/${planId}`;
  const { lines } = await ask<{ lines: { lineId: string; text: string }[] }>(
    officer,
    'GET',
    `${path}/dispatch-proposal`,
  );
  const { lineId } = lines.find(({ text }) => text === ACTIVITY) ?? assert.fail('the activity cannot be sent');
  await ask(officer, 'POST', `${path}/dispatches`, {
    id: crypto.randomUUID(),
    choice: { lines: [{ lineId }], to: [{ mode: 'assign', unitIds: [unitIdOf('cs2')] }] },
  });
  const { items } = await ask<{ items: { id: string }[] }>(school, 'GET', `/asked?planId=${planId}`);
  const asked = `/asked/${items[0]?.id ?? assert.fail('the school was not asked')}`;
  const { version } = await ask<Asked>(school, 'GET', asked);
  const personId = personIdOf('anh.bach@thcssuoingoc.songtra.example');
  const answers = [{ lineId, act: 'adopt', personId, byOn: '2199-12-20' }];
  return await ask<Asked>(school, 'PUT', `${asked}/answers`, { version, answers });
}

describe('an issued plan is amended, and the year ends', () => {
  const app = running();
  let officer: Screen;
  let clerk: Screen;
  let director: Screen;
  let plan: string;
  let amendment: string;
  let principal: Screen;
  let asked: Asked;

  before(async () => {
    officer = await app().personAt(`lan.pham@${SO}`, 1280);
    clerk = await app().personAt(`sen.bui@${SO}`, 1280);
    await officer.page.goto('/app/ke-hoach?state=issued');
    await officer.page.getByRole('main').getByRole('link', { name: TITLE }).first().click();
    await officer.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    plan = new URL(officer.page.url()).pathname;
    principal = await app().personAt(PRINCIPAL, 390);
    asked = await adopted(officer.page, principal.page, plan.split('/').at(-1) ?? '');
    assert.equal(asked.lines.find(({ text }) => text === ACTIVITY)?.state, 'adopted');
  });

  test('the officer says why the plan is to be amended, and writes in a copy of it', async () => {
    const { page } = officer;
    await page.getByRole('button', { name: 'Thao tác khác' }).click();
    await page.getByRole('menuitem', { name: 'Soạn sửa đổi, bổ sung' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sửa đổi, bổ sung' }).waitFor();
    await page.getByText('Kế hoạch chưa sửa đổi lần nào').waitFor();
    await officer.mustBeAccessible('editions of a plan that has one');
    await page.getByRole('button', { name: 'Soạn sửa đổi, bổ sung' }).click();
    await page.getByLabel('Lý do sửa đổi, bổ sung').fill(REASON);
    await officer.mustBeAccessible('beginning an amendment');
    await page.getByRole('button', { name: 'Bắt đầu soạn' }).click();
    await page.waitForURL('**/soan');
    amendment = new URL(page.url()).pathname.replace(/\/soan$/, '');
    await page.getByText('Đây là bản sửa đổi, bổ sung của một kế hoạch đã ban hành').waitFor();
    await officer.mustBeAccessible('the outline of an amendment');
  });

  test('she changes a count; the page of amendments shows old against new while she writes', async () => {
    const { page } = officer;
    await page.getByRole('link', { name: 'Mở bảng hoạt động' }).click();
    const row = page.getByRole('grid', { name: 'Bảng hoạt động' }).getByRole('row').filter({ hasText: ACTIVITY });
    const counts = row.getByRole('gridcell').nth(COUNTS);
    assert.equal(await counts.textContent(), '06 bài báo; 02 phóng sự');
    await counts.click();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('08 bài báo; 02 phóng sự');
    await page.keyboard.press('Enter');
    await saved(page);
    await page.goto(`${plan}/sua-doi`);
    await page.getByText('Có hiệu lực khi được ban hành với số riêng.').waitFor();
    await page.getByText(REASON).first().waitFor();
    await page.locator('del').getByText('6').first().waitFor();
    await page.locator('ins').getByText('8').first().waitFor();
    await officer.mustBeAccessible('what the draft changes');
  });

  test('the amendment goes the same way to the signature and gets a number of its own', async () => {
    const { page } = officer;
    await page.goto(amendment);
    await page.getByRole('heading', { level: 1, name: AMENDMENT }).waitFor();
    const paper = page.getByRole('article');
    await paper.getByText('SỬA ĐỔI', { exact: false }).first().waitFor();
    await paper.getByText(/“.*06 bài báo.*” thành “.*08 bài báo.*”/).waitFor();
    await paper.getByText(/Các nội dung khác của Kế hoạch số 128\/KH-SGDĐT .* giữ nguyên/).waitFor();
    await act(page, 'Trình duyệt', 'Đã trình.');
    const chief = await app().personAt(`long.tran@${SO}`, 1280);
    await chief.page.goto(amendment);
    await act(chief.page, 'Ký nháy', 'Đã ký nháy.');
    await clerk.page.goto(amendment);
    await act(clerk.page, 'Xác nhận thể thức', 'Đã xác nhận thể thức.');
    director = await app().personAt(`ha.nguyen@${SO}`, 390);
    await director.page.goto(amendment);
    await director.page.getByRole('article').getByText('SỬA ĐỔI', { exact: false }).first().waitFor();
    await director.mustBeAccessible('an amendment on a phone');
    await act(director.page, 'Ký', 'Đã ký.');
    await clerk.page.goto(amendment);
    await act(clerk.page, 'Vào số, ban hành', 'Đã vào số, ban hành.', (form) =>
      form.getByRole('textbox', { name: /^Số/ }).fill('301'),
    );
    assert.deepEqual([...chief.complaints, ...director.complaints], []);
  });

  test('both texts are seen: the plan as it is now, and what was amended when and why', async () => {
    const { page } = officer;
    await page.goto(plan);
    await page.getByText('Kế hoạch đã được sửa đổi, bổ sung 1 lần').waitFor();
    await page.getByRole('article').getByText('08 bài báo', { exact: false }).first().waitFor();
    await page.getByRole('link', { name: 'Xem các lần sửa đổi' }).click();
    await page.getByText(/^Số 301\/KH-SGDĐT, ngày/).waitFor();
    await page.getByText(/^Số 128\/KH-SGDĐT, ngày/).waitFor();
    await page.getByText('Đang áp dụng').waitFor();
    await page.locator('ins').getByText('8').first().waitFor();
    await officer.mustBeAccessible('two editions');
    const phone = director;
    await phone.page.goto(`${plan}/sua-doi`);
    await phone.page.getByText('Đang áp dụng').waitFor();
    await phone.mustBeAccessible('two editions on a phone');
    await phone.mustFit('two editions on a phone');
    assert.deepEqual(phone.complaints, []);
  });

  test('the school that had adopted it sees the old count beside the new one on a phone, and the Sở that it waits', async () => {
    const { page } = principal;
    await page.goto(`/tra-loi/${asked.id}`);
    const line = page.getByRole('listitem').filter({ hasText: ACTIVITY });
    await until(line.getByText('Nội dung đã đổi sau khi đơn vị trả lời'));
    await line.locator('del').getByText('06').waitFor();
    await line.locator('ins').getByText('08').waitFor();
    await principal.mustBeAccessible('an amended count to be answered');
    await principal.mustFit('an amended count to be answered');
    await officer.page.goto(`${plan}/trien-khai/${asked.id}`);
    await answerOf(officer).getByText('Nội dung đã đổi', { exact: true }).waitFor();
    await officer.mustBeAccessible('a unit whose line was amended');
  });

  test('the school answers anew, and the Sở sees it adopted again', async () => {
    const { page } = principal;
    await page.getByRole('button', { name: 'Gửi trả lời (1 nội dung)' }).tap();
    await page.getByRole('heading', { name: 'Đã gửi trả lời' }).waitFor();
    await officer.page.reload();
    await answerOf(officer).getByText('Đưa vào kế hoạch', { exact: true }).waitFor();
    await officer.page.goto(`${plan}/trien-khai`);
    await officer.page.getByRole('tab', { name: 'Nội dung' }).click();
    const row = officer.page.getByRole('table', { name: 'Nội dung' }).getByRole('row').filter({ hasText: ACTIVITY });
    await row.getByRole('link', { name: /^Đưa vào kế hoạch: 1/ }).waitFor();
    assert.equal(await row.getByRole('link', { name: /^Nội dung đã đổi/ }).count(), 0);
    assert.deepEqual(principal.complaints, []);
  });

  test('the year ends: what was done is kept with a sentence where it needs one', async () => {
    const { page } = officer;
    await page.goto(`${plan}?viec=ket-thuc`);
    const form = page.getByRole('region', { name: 'Kết thúc', exact: true });
    await form.getByRole('textbox', { name: `Nhận xét: ${ACTIVITY}` }).fill('Hai bài lùi sang quý I năm sau.');
    await officer.mustBeAccessible('closing with results');
    await form.getByRole('button', { name: 'Kết thúc kế hoạch' }).click();
    await page.getByText('Đã kết thúc kế hoạch.').waitFor();
    await page.getByRole('heading', { name: 'Kết quả thực hiện' }).waitFor();
    await page.getByText('Hai bài lùi sang quý I năm sau.').waitFor();
  });

  test('next year’s plan is made from it: seen first, then drafted with last year’s results beside the lines', async () => {
    const { page } = officer;
    await page.getByRole('button', { name: 'Thao tác khác' }).click();
    await page.getByRole('menuitem', { name: 'Lập kế hoạch năm sau' }).click();
    await page.getByRole('heading', { level: 1, name: 'Lập kế hoạch năm sau' }).waitFor();
    const name = page.getByRole('textbox', { name: /^Trích yếu nội dung/ });
    assert.equal(await name.inputValue(), 'Truyền thông về giáo dục và đào tạo năm 2027');
    await page.getByRole('heading', { name: /^Thời gian được chuyển sang năm sau/ }).waitFor();
    await officer.mustBeAccessible('preview of next year');
    await page.getByRole('button', { name: 'Lập kế hoạch năm 2027' }).click();
    await page.waitForURL('**/soan');
    await page.getByText(/^năm trước: \d+\/10/).waitFor();
    await page.getByText('Hai bài lùi sang quý I năm sau.', { exact: false }).waitFor();
    await officer.mustBeAccessible('the outline of next year');
    for (const screen of [officer, clerk]) assert.deepEqual(screen.complaints, []);
  });
});
