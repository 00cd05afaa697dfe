import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { docx, p } from '../server/modules/documents/reading/docx-fixture.ts';
import { draftPlan, drop, openImport, saved, writeLine } from './acts.ts';
import { running } from './app.ts';
import type { Screen } from './screen.ts';

const OFFICER = 'lan.pham@so.songtra.example';
const LINE = 'Mục đích, dòng 1';
const lineOf = (page: Page) => page.getByRole('textbox', { name: LINE });

describe('the network goes away', () => {
  const app = running();
  let officer: Screen;
  let elsewhere: Screen;
  let plan: string;

  before(async () => {
    officer = await app().personAt(OFFICER, 1280);
    elsewhere = await app().personAt('sen.bui@so.songtra.example', 1280);
    plan = await draftPlan(officer.page, 'Truyền thông phòng, chống đuối nước');
    await writeLine(officer.page, 'Mục đích', 'Trẻ em biết bơi.');
  });

  /** What the server has, as a colleague reads it. */
  const onServer = async (): Promise<string> => {
    await elsewhere.page.goto(`${plan}/soan`);
    return await lineOf(elsewhere.page).inputValue();
  };

  /** A colleague looks, and looks again until it is there. */
  const arrives = async (name: string, text: string): Promise<void> => {
    const box = elsewhere.page.getByRole('textbox', { name });
    for (let looks = 0; looks < 10; looks++) {
      await onServer();
      if ((await box.count()) > 0 && (await box.inputValue()) === text) return;
    }
    assert.fail(`the server does not have “${text}”`);
  };

  test('what is typed meanwhile stays on the screen, marked as not sent, and goes out by itself', async () => {
    const { page, context } = officer;
    await context.setOffline(true);
    await lineOf(page).fill('Trẻ em biết bơi và biết cứu đuối.');
    await page.getByText('Đang mất kết nối.').waitFor();
    await page.getByText('chưa gửi', { exact: true }).waitFor();
    await page.getByText('Chưa gửi, đang giữ trên máy này').filter({ visible: true }).first().waitFor();
    assert.equal(await onServer(), 'Trẻ em biết bơi.');
    await officer.mustBeAccessible('the outline without a network');
    await context.setOffline(false);
    await page.getByText('Đang mất kết nối.').waitFor({ state: 'detached' });
    await saved(page);
    assert.equal(await page.getByText('chưa gửi', { exact: true }).count(), 0);
    assert.equal(await onServer(), 'Trẻ em biết bơi và biết cứu đuối.');
  });

  test('a window that is closed without a network brings the text back when it is opened again', async () => {
    const { page, context } = officer;
    await context.setOffline(true);
    await lineOf(page).fill('Mọi trẻ em biết bơi và biết cứu đuối.');
    await page.getByText('Chưa gửi, đang giữ trên máy này').filter({ visible: true }).first().waitFor();
    await page.close();
    await context.setOffline(false);
    officer.page = await context.newPage();
    await officer.page.goto(plan);
    await officer.page.getByText('Có nội dung soạn trên máy này chưa gửi').waitFor();
    await officer.page.getByRole('link', { name: 'Mở trang soạn' }).click();
    await lineOf(officer.page).waitFor();
    assert.equal(await lineOf(officer.page).inputValue(), 'Mọi trẻ em biết bơi và biết cứu đuối.');
    await officer.page.getByText('Đã khôi phục 1 nội dung nhập trên máy này và đang gửi.').waitFor();
    await saved(officer.page);
    assert.equal(await onServer(), 'Mọi trẻ em biết bơi và biết cứu đuối.');
  });

  test('a reload in the middle of it loses nothing either', async () => {
    const { page, context } = officer;
    await context.setOffline(true);
    await writeOffline(page);
    await assert.rejects(page.reload(), /ERR_INTERNET_DISCONNECTED/);
    await context.setOffline(false);
    await page.goto(`${plan}/soan`);
    await page.getByText('Đã khôi phục 1 nội dung nhập trên máy này và đang gửi.').waitFor();
    // The page before may have sent it in its last moment: what counts is the server.
    await arrives('Thông điệp chính, dòng 1', 'Biết bơi là biết sống.');
  });

  test('an upload that breaks off goes on where it stood', async () => {
    const { page, context } = officer;
    const requests: string[] = [];
    let broken = false;
    // The line goes dead while the second piece is under way.
    await page.route('**/api/uploads/*', async (route) => {
      const second = route.request().method() === 'PATCH' && !route.request().url().endsWith('offset=0');
      if (broken || !second) return await route.continue();
      broken = true;
      await context.setOffline(true);
      await route.abort('internetdisconnected');
    });
    page.on('request', (request) => {
      if (request.url().includes('/api/uploads'))
        requests.push(`${request.method()} ${request.url().split('?')[1] ?? ''}`);
    });
    await openImport(page);
    await drop(page.getByRole('region', { name: 'Tệp văn bản' }), [{ name: 'nhieu-anh.docx', bytes: large() }]);
    await page.getByRole('button', { name: 'Ghi sổ và đọc văn bản' }).click();
    await page.getByText('khi mất mạng, việc tải sẽ tiếp tục từ chỗ dở').waitFor();
    await page.getByText('Đang mất kết nối.').waitFor();
    await context.setOffline(false);
    await page.getByRole('heading', { level: 1, name: /^Rà soát / }).waitFor();
    assert.equal(requests.filter((one) => one.startsWith('POST')).length, 1);
    assert.equal(requests.filter((one) => one === 'PATCH offset=0').length, 1);
    assert.deepEqual(officer.complaints, []);
  });
});

async function writeOffline(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Thêm dòng: Thông điệp chính' }).click();
  await page.getByRole('textbox', { name: 'Thông điệp chính, dòng 1' }).fill('Biết bơi là biết sống.');
  await page.getByText('chưa gửi', { exact: true }).waitFor();
}

/** A plan with pictures of several megabytes, which travels in pieces. */
const large = () =>
  docx({
    body: p('KẾ HOẠCH') + p('Truyền thông phòng, chống đuối nước năm 2026') + p('I. MỤC ĐÍCH') + p('- Biết bơi.'),
    more: { 'word/media/image1.png': randomBytes(5_000_000) },
  });
