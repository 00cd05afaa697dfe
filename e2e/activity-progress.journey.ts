import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { personIdOf, unitIdOf } from '../db/sample/sample.ts';
import { dayOf } from '../lib/format.ts';
import { ask, until } from './acts.ts';
import { running } from './app.ts';
import type { Screen } from './screen.ts';

const SCHOOL = 'thcssuoingoc.songtra.example';
const ACTIVITY = 'Truyền thông mô hình thư viện xanh';
const HEADLINE = 'Thư viện xanh bên dòng suối';
const PHONE = 390;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

/** A newspaper of this machine; the product may reach it because the story says so. */
async function newspaper(): Promise<{ server: Server; address: string }> {
  const today = dayOf(Date.now());
  const server = createServer((_, reply) => {
    reply.setHeader('content-type', 'text/html; charset=utf-8');
    reply.end(`<!doctype html><html lang="vi"><head><title>${HEADLINE}</title>
      <meta property="og:title" content="${HEADLINE}">
      <meta property="article:published_time" content="${today}T00:30:00+07:00"></head>
      <body><article><h1>${HEADLINE}</h1><p>Giữa sân Trường THCS Suối Ngọc có một góc đọc sách dưới tán cây.</p></article></body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, address: `http://127.0.0.1:${port}/thu-vien-xanh` };
}

/** A thematic plan of the school with one activity in force: three newspaper articles, one of them last month. */
async function planInForce(officer: Page, head: Page): Promise<void> {
  // The clerk is away: the officer enters numbers meanwhile.
  const personId = personIdOf(`anh.bach@${SCHOOL}`);
  await ask(head, 'POST', `/units/${unitIdOf('cs2')}/grants`, { personId, role: 'clerk' });
  const year = Number(dayOf(Date.now()).slice(0, 4));
  const months = Object.fromEntries([-1, 0, 1].map((n) => [monthFrom(n), 1]));
  const { plan } = await ask<{ plan: { id: string; version: number } }>(officer, 'POST', '/plans', {
    unitId: unitIdOf('cs2'),
    kind: 'thematic',
    title: 'Truyền thông thư viện xanh',
    period: { kind: 'range', from: year, to: year + 1 },
  });
  const target = { id: crypto.randomUUID(), product: 'bài báo', counts: 'newspaper-article', months };
  await ask(officer, 'PUT', `/plans/${plan.id}/lines/${crypto.randomUUID()}`, {
    version: 0,
    part: 'activity',
    text: ACTIVITY,
    detail: { leadUnits: [{ name: 'Tổ Khoa học xã hội', unitId: null }] },
    targets: [target],
  });
  type Moved = { version: number; signer: object };
  const path = `/plans/${plan.id}`;
  let now = await ask<Moved>(officer, 'POST', `${path}/submission`, { version: plan.version });
  now = await ask<Moved>(head, 'POST', `${path}/signature`, { version: now.version, signer: now.signer });
  const issue = { version: now.version, number: '77', issuedOn: dayOf(Date.now()) };
  await ask<Moved>(officer, 'POST', `${path}/issue`, issue);
}

function monthFrom(n: number): string {
  const [year, month] = dayOf(Date.now()).split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + n, 15)).toISOString().slice(0, 7);
}

describe('an activity goes to two of three', () => {
  let paper: Awaited<ReturnType<typeof newspaper>>;
  before(async () => {
    paper = await newspaper();
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
    await planInForce(officer.page, head.page);
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
