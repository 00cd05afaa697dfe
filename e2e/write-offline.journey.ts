import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { unitIdOf } from '../db/sample/sample.ts';
import { ask } from './acts.ts';
import { running } from './app.ts';
import type { Screen } from './screen.ts';
import { keptHere, onDevice, photo, state, onServer as storyOnServer, textOf, titleOf } from './writing.ts';

const WRITER = 'anh.bach@thcssuoingoc.songtra.example';
const TITLE = 'Học sinh Suối Ngọc trồng 120 cây keo';
const FIRST = 'Sáng nay, cả trường trồng cây quanh sân.';
const NEXT = 'Mỗi lớp chăm một hàng cây.';

const onServer = (page: Page) => storyOnServer(page, { title: TITLE, unitId: unitIdOf('cs2'), photos: 'trong-cay-' });

describe('a text is written without a network', () => {
  const app = running();
  let writer: Screen;

  before(async () => {
    writer = await app().personAt(WRITER, 390, { expected: [404] });
    // Once with a network: from then on the page opens without one.
    await writer.page.goto('/viet/moi');
    await keptHere(writer.page);
  });

  test('the page opens, words and two photos are taken, and what is not sent is always in sight', async () => {
    const { page, context } = writer;
    await context.setOffline(true);
    await page.goto('/viet/moi');
    await titleOf(page).fill(TITLE);
    await textOf(page).click();
    await page.keyboard.type(FIRST);
    await page
      .locator('input[type=file]')
      .setInputFiles([await photo('trong-cay-1.jpg', '#88aacc'), await photo('trong-cay-2.jpg', '#99cc88')]);
    await state(page, 'Chưa gửi: 1 bài, 2 ảnh');
    await page.locator('.photo .thumb').nth(1).waitFor();
    await writer.mustFit('the writing page without a network');
    await writer.mustBeAccessible('the writing page without a network');
  });

  test('a reload in the middle of it loses nothing, and the text goes on', async () => {
    const { page } = writer;
    await page.reload();
    await textOf(page).getByText(FIRST).waitFor();
    assert.equal(await titleOf(page).inputValue(), TITLE);
    assert.equal(await textOf(page).locator('figure img').count(), 2);
    await textOf(page).getByText(FIRST).click();
    await page.keyboard.press('End');
    await page.keyboard.type(` ${NEXT}`);
    await onDevice(page, NEXT);
    await state(page, 'Chưa gửi: 1 bài, 2 ảnh');
  });

  test('the window is closed; another one lists the draft, and everything arrives once the network is back', async () => {
    const { context } = writer;
    const address = writer.page.url();
    await writer.page.close();
    const page = await context.newPage();
    await page.goto('/viet');
    await page
      .getByRole('link', { name: new RegExp(TITLE) })
      .getByText('Chưa gửi: 1 bài, 2 ảnh')
      .waitFor();
    await context.setOffline(false);
    await page
      .getByRole('link', { name: new RegExp(TITLE) })
      .getByText('Đã gửi lên hệ thống')
      .waitFor();
    await page.goto(address);
    await textOf(page).getByText(NEXT).waitFor();
    await state(page, /^Đã lưu/);
    assert.deepEqual((await onServer(page)).photos.sort(), ['trong-cay-1.jpg', 'trong-cay-2.jpg']);
    writer.page = page;
  });

  test('opened again and again it is there once, with its photos in the text', async () => {
    const { page } = writer;
    await page.reload();
    await state(page, /^Đã lưu/);
    const { articles, photos } = await onServer(page);
    assert.equal(articles.length, 1);
    assert.equal(photos.length, 2);
    const whole = await ask<{ text: { content: unknown } }>(page, 'GET', `/articles/${articles[0]?.id}`);
    assert.equal(JSON.stringify(whole.text.content).match(/"type":"picture"/g)?.length, 2);
    assert.ok(JSON.stringify(whole.text.content).includes(NEXT));
  });

  test('at a desk, before review, it says what is missing, with the way to each place', async () => {
    const address = writer.page.url();
    await writer.page.close();
    const desk = await app().personAt(WRITER, 1280);
    const { page } = desk;
    await page.goto(address);
    await page.locator('.photo').nth(1).waitFor();
    await page.getByRole('button', { name: 'Gửi duyệt' }).click();
    await page.getByRole('heading', { name: /^Còn \d+ việc cần làm trước khi gửi duyệt$/ }).waitFor();
    await desk.mustBeAccessible('what stands in the way of review');
    for (const [n, card] of (await page.locator('.photo').all()).entries()) {
      await card.getByLabel('Mô tả ảnh cho người không nhìn thấy').fill(`Hàng cây mới trồng, ảnh ${n + 1}`);
      await card.getByLabel('Không có ai').check();
    }
    await page.getByLabel('Tác giả, nguồn tin').fill('Bạch Tuấn Anh');
    await state(page, /^Đã lưu/);
    await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
    await page.getByRole('button', { name: 'Gửi duyệt bài này' }).click();
    await page.getByRole('heading', { name: 'Bài đang được duyệt' }).waitFor();
    assert.deepEqual(desk.complaints, []);
    writer.page = await writer.context.newPage();
    await writer.page.goto(address);
  });

  test('somebody else on the same phone does not see the draft, and never sends it', async () => {
    const { page, context } = writer;
    await context.setOffline(true);
    await textOf(page).getByText(FIRST).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Thêm sau.');
    await onDevice(page, 'Thêm sau.');
    await state(page, 'Chưa gửi: 1 bài');
    await page.close();
    await context.clearCookies();
    await context.setOffline(false);
    const other = await context.newPage();
    await other.goto('/viet');
    const email = 'ngoc.le@thcssuoingoc.songtra.example';
    await other.getByLabel('Thư điện tử').fill(email);
    await other.getByLabel('Mật khẩu', { exact: true }).fill(app().passwordOf(email));
    await other.getByRole('button', { name: 'Đăng nhập' }).tap();
    await other.getByText('Chưa có bài nào trên thiết bị này.').waitFor();
    writer.page = other;
  });

  test('nobody saw an error', () => {
    assert.deepEqual(writer.complaints, []);
  });
});
