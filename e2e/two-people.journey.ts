import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { act, draftPlan, saved, writeLine } from './acts.ts';
import { running } from './app.ts';
import type { Screen } from './screen.ts';

const SO = 'so.songtra.example';
const TITLE = 'Truyền thông kỳ thi tuyển sinh lớp 10';
const LINE = 'Mục đích, dòng 1';
const ASKED = 'Bổ sung đối tượng truyền thông.';

describe('two people on one plan', () => {
  const app = running();
  let officer: Screen;
  let clerk: Screen;
  let plan: string;
  const line = ({ page }: Screen) => page.getByRole('textbox', { name: LINE });

  /** The words of the clerk are still on their way when those of the officer arrive. */
  const bothWrite = async (first: string, second: string) => {
    await clerk.context.setOffline(true);
    await line(clerk).fill(second);
    await line(officer).fill(first);
    await saved(officer.page);
    await clerk.context.setOffline(false);
  };

  before(async () => {
    // Somebody comes second: the server says so with a 409, and the page shows both texts.
    officer = await app().personAt(`lan.pham@${SO}`, 1280, { expected: [409] });
    clerk = await app().personAt(`sen.bui@${SO}`, 1280, { expected: [409] });
    plan = await draftPlan(officer.page, TITLE);
    await writeLine(officer.page, 'Mục đích', 'Giúp phụ huynh nắm lịch thi và cách đăng ký.');
    await clerk.page.goto(`${plan}/soan`);
    await line(clerk).waitFor();
  });

  test('whoever comes second sees both texts with what differs, and nothing is overwritten', async () => {
    await bothWrite(
      'Giúp phụ huynh nắm chắc lịch thi và cách đăng ký.',
      'Giúp phụ huynh nắm lịch thi, cách đăng ký trực tuyến.',
    );
    const clash = clerk.page.getByRole('region', { name: 'Dòng này vừa được người khác sửa' });
    await clash.getByRole('alert').waitFor();
    assert.match(await side(clash, 'Bản của đồng nghiệp'), /nắm chắc lịch thi và cách đăng ký\.$/);
    assert.match(await side(clash, 'Bản của tôi'), /nắm lịch thi, cách đăng ký trực tuyến\.$/);
    await clash.locator('ins').getByText('chắc').waitFor();
    await clerk.mustBeAccessible('two texts of one line');
    assert.equal(await onServer(officer.page, plan), 'Giúp phụ huynh nắm chắc lịch thi và cách đăng ký.');
  });

  test('she takes the text of her colleague', async () => {
    await clerk.page.getByRole('button', { name: 'Lấy bản của đồng nghiệp' }).click();
    assert.equal(await line(clerk).inputValue(), 'Giúp phụ huynh nắm chắc lịch thi và cách đăng ký.');
    await clerk.page.getByRole('alert').waitFor({ state: 'detached' });
  });

  test('or keeps her own, which is then what both have', async () => {
    await bothWrite('Giúp phụ huynh nắm lịch thi.', 'Giúp phụ huynh và học sinh nắm lịch thi.');
    await clerk.page.getByRole('button', { name: 'Giữ bản của tôi' }).click();
    await saved(clerk.page);
    assert.equal(await onServer(clerk.page, plan), 'Giúp phụ huynh và học sinh nắm lịch thi.');
  });

  test('what each writes in a line of her own needs no decision', async () => {
    await writeLine(officer.page, 'Yêu cầu', 'Thông tin chính xác.');
    await writeLine(clerk.page, 'Thông điệp chính', 'Thi cử nhẹ nhàng, công bằng.');
    await officer.page.reload();
    assert.equal(await line(officer).inputValue(), 'Giúp phụ huynh và học sinh nắm lịch thi.');
    await officer.page.getByRole('textbox', { name: 'Yêu cầu, dòng 1' }).waitFor();
    await officer.page.getByRole('textbox', { name: 'Thông điệp chính, dòng 1' }).waitFor();
  });

  test('the plan comes back with a reason, which the officer hears of while she is at something else', async () => {
    await officer.page.goto(plan);
    await act(officer.page, 'Trình duyệt', 'Đã trình.');
    await officer.page.goto('/app/don-vi');
    const before = await unread(officer.page);
    await clerk.page.goto(plan);
    await act(clerk.page, 'Trả lại', 'Đã trả lại.', (form) => form.getByLabel('Lý do trả lại').fill(ASKED));
    await officer.page.getByRole('button', { name: `${before + 1} thông báo chưa đọc` }).click();
    await officer.page.getByRole('button', { name: /Bùi Thị Sen trả lại/ }).click();
    await officer.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await officer.page.getByRole('main').getByText(ASKED).first().waitFor();
  });

  test('she mends it and submits it again', async () => {
    const { page } = officer;
    await page.goto(`${plan}/soan`);
    await writeLine(page, 'Đối tượng truyền thông', 'Phụ huynh và học sinh lớp 9.');
    await page.goto(plan);
    await act(page, 'Trình duyệt', 'Đã trình.');
    await page.getByText('Kế hoạch bị trả lại').waitFor({ state: 'detached' });
  });

  test('an opinion is heard at once, and read where it was given', async () => {
    const { page } = officer;
    await page.goto('/app/');
    const before = await unread(page);
    const office = await app().personAt(`long.tran@${SO}`, 1280);
    await office.page.goto(plan);
    await office.page.getByLabel('Nội dung góp ý').fill('Nên thêm kênh Zalo của các trường.');
    await office.page.getByRole('button', { name: 'Gửi góp ý' }).click();
    await office.page.getByText('Đã gửi góp ý.').waitFor();
    await page.getByRole('button', { name: `${before + 1} thông báo chưa đọc` }).click();
    await page.getByRole('button', { name: /Trần Đức Long góp ý/ }).click();
    await page.getByText('Nên thêm kênh Zalo của các trường.').first().waitFor();
    for (const screen of [officer, clerk, office]) assert.deepEqual(screen.complaints, []);
  });
});

/** One of the two texts, without the words that tell of its marks. */
async function side(clash: Locator, name: string): Promise<string> {
  const box = clash.locator('div').filter({ has: clash.page().getByText(name, { exact: true }) });
  return ((await box.last().textContent()) ?? '').replaceAll(/\[thêm: |\]/g, '');
}

/** The line as the server has it, read by somebody who opens the plan anew. */
async function onServer(page: Page, plan: string): Promise<string> {
  const other = await page.context().newPage();
  await other.goto(`${plan}/soan`);
  const text = await other.getByRole('textbox', { name: LINE }).inputValue();
  await other.close();
  return text;
}

async function unread(page: Page): Promise<number> {
  const bell = page.getByRole('button', { name: /thông báo/i });
  await bell.waitFor();
  return Number(/\d+/.exec((await bell.getAttribute('aria-label')) ?? '')?.[0] ?? 0);
}
