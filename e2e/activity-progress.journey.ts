import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { until } from './acts.ts';
import { running } from './app.ts';
import { type Newspaper, newspaper } from './newspaper.ts';
import { monthFrom, planInForce } from './plan-in-force.ts';
import type { Screen } from './screen.ts';

const SCHOOL = 'thcssuoingoc.songtra.example';
const ACTIVITY = 'Truyền thông mô hình thư viện xanh';
const HEADLINE = 'Thư viện xanh bên dòng suối';
const PHONE = 390;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

describe('an activity goes to two of three', () => {
  let paper: Newspaper;
  before(async () => {
    paper = await newspaper(
      '/thu-vien-xanh',
      HEADLINE,
      'Giữa sân Trường THCS Suối Ngọc có một góc đọc sách dưới tán cây.',
    );
    process.env.FETCH_ALLOW = new URL(paper.address).host;
  });
  const app = running();
  after(() => paper.server.close());
  let officer: Screen;
  let head: Screen;
  const heading = (page: Page) => page.getByRole('heading', { level: 1, name: ACTIVITY });

  before(async () => {
    officer = await app().personAt(`anh.bach@${SCHOOL}`, PHONE);
    head = await app().personAt(`ngoc.le@${SCHOOL}`, 1280);
    // Three newspaper articles, one of them last month.
    const months = Object.fromEntries([-1, 0, 1].map((n) => [monthFrom(n), 1]));
    await planInForce(officer.page, head.page, {
      title: 'Truyền thông thư viện xanh',
      activity: ACTIVITY,
      targets: [{ product: 'bài báo', counts: 'newspaper-article', months }],
    });
  });

  test('the officer finds the activity on a phone: last month is missing, it is late', async () => {
    const { page } = officer;
    await page.goto('/app/hoat-dong');
    await until(page.getByRole('link', { name: new RegExp(ACTIVITY) }));
    await page.getByRole('link', { name: new RegExp(ACTIVITY) }).click();
    await heading(page).waitFor();
    await page
      .getByText(/^Chậm \d+ ngày$/)
      .first()
      .waitFor();
    await page.getByRole('progressbar', { name: 'Tiến độ: bài báo' }).waitFor();
    await officer.mustFit('activity');
  });

  test('a pasted newspaper address counts at once: one of three', async () => {
    const { page } = officer;
    await page.getByRole('button', { name: 'Ghi minh chứng' }).first().click();
    await page.getByLabel('Địa chỉ bài').fill(paper.address);
    await officer.mustBeAccessible('evidence form');
    await page.getByRole('button', { name: 'Ghi minh chứng' }).click();
    await page.getByText('Đã ghi và đã tính vào chỉ tiêu.').waitFor();
    await page.getByText('1/3', { exact: true }).first().waitFor();
  });

  test('its headline and a copy of the page are brought by the server', async () => {
    await until(officer.page.getByText(HEADLINE, { exact: true }).first());
    await officer.page.getByRole('link', { name: 'Bản lưu trang' }).waitFor();
  });

  test('the scan of a printed paper waits for the head', async () => {
    const { page } = officer;
    await page.getByRole('button', { name: 'Ghi minh chứng' }).first().click();
    await page.getByRole('radio', { name: 'Báo, đài, loa, băng rôn' }).check();
    await page.getByLabel('Báo, đài, nơi đặt').fill('Báo Sông Trà');
    const file = { name: 'bao-song-tra.png', mimeType: 'image/png', buffer: png };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Bỏ tệp bao-song-tra.png' }).waitFor();
    await page.getByRole('button', { name: 'Ghi minh chứng' }).click();
    await page.getByText('Đã ghi, chờ xác nhận.').waitFor();
    await page.getByText('1/3', { exact: true }).first().waitFor();
    await officer.mustBeAccessible('activity with evidence');
  });

  test('the head confirms it from the list of what waits: two of three', async () => {
    const { page } = head;
    await page.goto('/app/hoat-dong');
    await page.getByRole('link', { name: 'Xem và xác nhận' }).click();
    const piece = page.getByRole('group', { name: `Xử lý “${ACTIVITY} (Báo Sông Trà)”` });
    await piece.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByText('Đã xác nhận.').waitFor();
    await head.mustBeAccessible('evidence to confirm');
    await page.goto('/app/hoat-dong');
    await page
      .getByRole('row', { name: new RegExp(ACTIVITY) })
      .getByText('2/3')
      .waitFor();
  });

  for (const [width, who] of [
    [1280, () => head],
    [PHONE, () => officer],
  ] as const)
    test(`it is seen in list, matrix, month and timeline at ${width} px`, async () => {
      const screen = who();
      const { page } = screen;
      for (const view of ['', 'matrix', 'month', 'timeline']) {
        await page.goto(`/app/hoat-dong?view=${view}`);
        await page
          .getByRole('link', { name: new RegExp(ACTIVITY) })
          .first()
          .waitFor();
        assert.match((await page.getByRole('main').textContent()) ?? '', /2\/3/, view);
        await screen.mustBeAccessible(`${view} at ${width}`);
        await screen.mustFit(`${view} at ${width}`);
      }
    });

  test('the timeline is walked by keyboard, and its table holds the same', async () => {
    const { page } = head;
    const bars = page.getByRole('navigation', { name: 'Dòng thời gian các hoạt động' }).getByRole('link');
    await page.goto('/app/hoat-dong?view=timeline');
    await bars.first().focus();
    await page.keyboard.press('ArrowDown');
    const focused = page.locator('nav a:focus');
    assert.equal(await focused.getAttribute('aria-label'), await bars.nth(1).getAttribute('aria-label'));
    await page.getByText('Xem dạng bảng').click();
    await page.getByRole('row', { name: new RegExp(ACTIVITY) }).waitFor();
    await page.keyboard.press('Escape');
    for (const screen of [head, officer]) assert.deepEqual(screen.complaints, []);
  });
});
