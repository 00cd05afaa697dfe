import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { unitIdOf } from '../db/sample/sample.ts';
import { download } from './acts.ts';
import { running } from './app.ts';
import { newScreen, type Screen } from './screen.ts';

const SCHOOL = 'thcssuoingoc.songtra.example';
const TITLE = 'Truyền thông về giáo dục và đào tạo năm 2026';
const PHONE = 390;
const REFUSED = 'Trường không có lớp mầm non.';
const WISH = 'Đề nghị lùi sang tháng 1 vì trùng kiểm tra học kỳ.';
const QUESTION = 'Bài viết gửi Sở theo mẫu nào?';

/** What the Sở sends, by its own API: the screens of the sender have a journey of their own. */
interface Sent {
  planId: string;
  link: string;
}

async function api<T>(page: Page, method: 'get' | 'post', path: string, data?: object): Promise<T> {
  const reply = await page.request[method](`/api${path}`, data ? { data } : undefined);
  assert.ok(reply.ok(), `${method} ${path}: ${reply.status()} ${await reply.text()}`);
  return (await reply.json()) as T;
}

/** All lines to the school, some of them anew, and a few to the People's Committee, which has no account. */
async function send({ page }: Screen): Promise<Sent> {
  const plans = await api<{ items: { id: string; number: string | null }[] }>(
    page,
    'get',
    `/plans?unitId=${unitIdOf('so')}&state=issued`,
  );
  const planId = plans.items.find((plan) => plan.number === '128')?.id ?? assert.fail('no plan 128');
  const { lines } = await api<{ lines: { lineId: string }[] }>(page, 'get', `/plans/${planId}/dispatch-proposal`);
  const choose = (of: { lineId: string }[]) => of.map(({ lineId }) => ({ lineId }));
  const due = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const dispatch = (of: object[], mode: string, unit: string) =>
    api(page, 'post', `/plans/${planId}/dispatches`, {
      id: crypto.randomUUID(),
      dueOn: due,
      note: 'Kính đề nghị trả lời sớm để Sở tổng hợp.',
      choice: { lines: of, to: [{ mode, unitIds: [unitIdOf(unit)] }] },
    });
  await dispatch(choose(lines), 'assign', 'cs2');
  await dispatch(choose(lines.slice(0, 3)), 'coordinate', 'ub.sn');
  const { items } = await api<{ items: { id: string; unitId: string }[] }>(
    page,
    'get',
    `/plans/${planId}/addressees?limit=200`,
  );
  const committee = items.find((unit) => unit.unitId === unitIdOf('ub.sn')) ?? assert.fail('not sent to the committee');
  const made = await api<{ url: string }>(page, 'post', `/plans/${planId}/addressees/${committee.id}/links`, {
    givenTo: 'Văn phòng UBND xã',
  });
  return { planId, link: new URL(made.url).pathname };
}

describe('a plan that was sent down is answered', () => {
  const app = running();
  let sent: Sent;
  let principal: Screen;
  let officer: Screen;
  const change = ({ page }: Screen, n: number) =>
    page.getByRole('button', { name: `Đổi trả lời nội dung ${n}`, exact: true }).tap();
  const submit = ({ page }: Screen) => page.getByRole('button', { name: /^Gửi trả lời \(/ }).tap();
  const confirmed = ({ page }: Screen) => page.getByRole('heading', { name: 'Đã gửi trả lời' }).waitFor();

  before(async () => {
    sent = await send(await app().personAt('lan.pham@so.songtra.example', 1280));
    principal = await app().personAt(`ngoc.le@${SCHOOL}`, PHONE);
    // Somebody comes second: the server says so with a 409, and the page shows both answers.
    officer = await app().personAt(`anh.bach@${SCHOOL}`, PHONE, { expected: [409] });
  });

  test('the plan waits on the first page, on the list and on its own page', async () => {
    const { page } = principal;
    const waiting = page.getByRole('region', { name: /^Việc được giao/ }).or(page.getByRole('main'));
    await waiting.getByRole('link', { name: TITLE }).first().waitFor();
    await page.goto('/app/viec-duoc-giao');
    await page.getByText('còn 3 ngày').waitFor();
    await principal.mustFit('what was asked');
    await principal.mustBeAccessible('what was asked');
    await page.goto(`/app/ke-hoach/${sent.planId}`);
    await page.getByText(/^Đề nghị trả lời trước /).waitFor();
    await page.getByRole('link', { name: /^Trả lời/ }).tap();
    await page.getByText('Đã ghi nhận đơn vị mở kế hoạch').waitFor();
  });

  test('an address that names only the plan leads to the same page, and its sign-in stands there', async () => {
    const visitor = await app().visitorAt(PHONE);
    const { page } = visitor;
    await page.goto(`/tra-loi/ke-hoach/${sent.planId}`);
    await page.getByLabel('Thư điện tử').fill(`ngoc.le@${SCHOOL}`);
    await page.getByLabel('Mật khẩu', { exact: true }).fill('sai-mat-khau');
    await page.getByRole('button', { name: 'Đăng nhập' }).tap();
    await page.getByRole('alert').waitFor();
    await visitor.mustBeAccessible('signing in to answer');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(app().passwordOf(`ngoc.le@${SCHOOL}`));
    await page.getByRole('button', { name: 'Đăng nhập' }).tap();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    assert.match(new URL(page.url()).pathname, /^\/tra-loi\/[0-9a-f-]{36}$/);
    assert.deepEqual(visitor.complaints, []);
  });

  test('her colleague has the page open too', async () => {
    await officer.page.goto(`/tra-loi/ke-hoach/${sent.planId}`);
    await officer.page.getByRole('button', { name: /^Gửi trả lời \(/ }).waitFor();
  });

  test('she answers all in one act, with two exceptions and a question', async () => {
    const { page } = principal;
    await page.getByLabel('Giao cho').selectOption({ label: 'Tổ Khoa học xã hội' });
    await page.getByLabel('Xong trước ngày').fill('2199-01-31');
    await change(principal, 1);
    await page.getByRole('radio', { name: 'Không thuộc phạm vi' }).check();
    await submit(principal);
    await page.getByText('Vui lòng ghi lý do.').waitFor();
    await page.getByLabel('Lý do không thuộc phạm vi').fill(REFUSED);
    await page.getByRole('button', { name: 'Xong', exact: true }).tap();
    await change(principal, 4);
    await page.getByRole('radio', { name: 'Đề nghị điều chỉnh' }).check();
    await page.getByLabel('Đề nghị điều chỉnh thế nào, vì sao').fill(WISH);
    await page.getByText('Hỏi Văn phòng', { exact: true }).tap();
    await page.getByLabel('Câu hỏi').first().fill(QUESTION);
    await principal.mustBeAccessible('a line that is open');
    await page.getByRole('button', { name: 'Gửi câu hỏi' }).first().tap();
    await page.getByText('chờ trả lời').waitFor();
    for (const width of [320, 1280, PHONE]) {
      await page.setViewportSize({ width, height: 780 });
      await principal.mustFit(`the answer page at ${width}`);
    }
    await submit(principal);
    await confirmed(principal);
    await principal.mustBeAccessible('the confirmation');
    await page.getByText(REFUSED).first().waitFor();
    assert.deepEqual(principal.complaints, []);
  });

  test('her colleague is second: what she answered stands beside his, and he chooses', async () => {
    const { page } = officer;
    await page.getByLabel('Giao cho').selectOption({ label: 'Tổ Khoa học xã hội' });
    await page.getByLabel('Xong trước ngày').fill('2199-01-31');
    await submit(officer);
    await page.getByRole('heading', { name: 'Đơn vị vừa trả lời từ thiết bị khác' }).waitFor();
    await page.getByText('Có 2 nội dung được trả lời khác với trang này').waitFor();
    await officer.mustBeAccessible('two phones');
    await officer.mustFit('two phones');
    await page
      .getByRole('group')
      .filter({ hasText: WISH })
      .getByRole('radio', { name: 'Dùng câu trên trang này' })
      .check();
    await page.getByRole('button', { name: 'Xong, xem lại rồi gửi' }).tap();
    await page.getByRole('button', { name: 'Gửi trả lời (1 nội dung)' }).waitFor();
    await page.getByText(REFUSED).first().waitFor();
    await submit(officer);
    await confirmed(officer);
  });

  test('without a network his change waits, says so, and goes when the network is back', async () => {
    const { page, context } = officer;
    await page.getByRole('button', { name: 'Đổi câu trả lời' }).tap();
    await change(officer, 2);
    await context.setOffline(true);
    await page.getByLabel('Đến ngày').fill('2199-02-28');
    await submit(officer);
    await page.getByText('Chưa gửi: máy đang không có mạng').waitFor();
    await officer.mustBeAccessible('not sent yet');
    await context.setOffline(false);
    await confirmed(officer);
    await page.getByText('đến 28/02/2199').waitFor();
    await page.reload();
    await page.getByText('đến 28/02/2199').waitFor();
  });

  test('what was typed is there again after the window was closed', async () => {
    const { page, context } = officer;
    await page.getByRole('button', { name: 'Đổi câu trả lời' }).tap();
    await change(officer, 3);
    await page.getByRole('radio', { name: 'Không thuộc phạm vi' }).check();
    await page.getByLabel('Lý do không thuộc phạm vi').fill('Đã có đơn vị khác chủ trì.');
    await page.getByText('1 không thuộc phạm vi').waitFor();
    const again = await context.newPage();
    await page.close({ runBeforeUnload: true });
    await again.goto(`/tra-loi/ke-hoach/${sent.planId}`);
    await again.getByText('Đã có đơn vị khác chủ trì.').first().waitFor();
    await again.getByRole('button', { name: 'Gửi trả lời (1 nội dung)' }).waitFor();
    await again.getByRole('button', { name: 'Thôi, không đổi nữa' }).tap();
    await again.getByRole('heading', { name: /^Đơn vị đã trả lời / }).waitFor();
    assert.deepEqual(officer.complaints, []);
  });

  test("the school's own plan comes out of the answers; its paper stands under the People's Committee of the commune", async () => {
    const { page } = principal;
    await page.reload();
    await page.getByRole('button', { name: 'Lập kế hoạch của đơn vị' }).tap();
    await page.waitForURL('**/soan');
    await page.getByRole('textbox').first().waitFor();
    await page.goto(page.url().replace(/\/soan$/, ''));
    const paper = await download(page.getByRole('link', { name: /\.docx/ }).first());
    assert.match(paper.name, /\.docx$/);
    const words = strFromU8(unzipSync(paper.bytes)['word/document.xml'] ?? assert.fail('no text')).replaceAll(
      /<[^>]+>/g,
      ' ',
    );
    assert.match(words, /UBND XÃ SUỐI NGỌC/);
    assert.match(words, /TRƯỜNG THCS SUỐI NGỌC/);
    assert.ok(!words.includes(WISH), 'an opinion is no part of a plan');
    await page.goto('/app/viec-duoc-giao?muc=xong');
    await page.getByRole('link', { name: 'Mở kế hoạch' }).waitFor();
    assert.deepEqual(principal.complaints, []);
  });

  let phone: Screen;
  const stranger = async () => {
    const { browser, origin } = app();
    return await newScreen(browser, origin, PHONE, { expected: [409] });
  };

  test('the link of a unit without an account says to whom it belongs and opens nothing by itself', async () => {
    phone = await stranger();
    const { page } = phone;
    await page.goto(sent.link);
    await page.getByRole('heading', { name: 'Liên kết này gửi cho Ủy ban nhân dân xã Suối Ngọc' }).waitFor();
    assert.equal(await page.getByText(TITLE).count(), 0);
    await phone.mustBeAccessible('a link before it is begun');
    await phone.mustFit('a link before it is begun');
  });

  test('the official begins, says who answers, and sends', async () => {
    const { page } = phone;
    await page.getByRole('button', { name: 'Bắt đầu trả lời' }).tap();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await page.getByLabel('Xong trước ngày').fill('2199-01-31');
    await page.getByRole('button', { name: 'Gửi trả lời (3 nội dung)' }).tap();
    await page.getByText('Vui lòng ghi họ tên người trả lời.').waitFor();
    await page.getByLabel('Họ và tên').fill('Lò Văn Páo');
    await page.getByLabel('Chức vụ').fill('Chánh Văn phòng');
    await phone.mustBeAccessible('answering over a link');
  });

  test('the same link on another phone is refused, and says whom to ask', async () => {
    const other = await stranger();
    await other.page.goto(sent.link);
    await other.page.getByRole('button', { name: 'Tiếp tục trả lời' }).tap();
    await other.page.getByRole('heading', { name: 'Liên kết này đã được mở trên thiết bị khác' }).waitFor();
    await other.page.getByText(/liên hệ Sở Giáo dục và Đào tạo Sông Trà/).waitFor();
    assert.deepEqual(other.complaints, []);
  });

  test('once answered the link has done its work; the phone that answered may still look', async () => {
    const { page, complaints } = phone;
    await page.getByRole('button', { name: 'Gửi trả lời (3 nội dung)' }).tap();
    await page.getByRole('heading', { name: 'Đã gửi trả lời' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Đơn vị đã trả lời 3 nội dung' }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Đổi câu trả lời' }).count(), 0);
    const late = await stranger();
    await late.page.goto(sent.link);
    await late.page.getByRole('heading', { name: 'Liên kết này đã được dùng để trả lời' }).waitFor();
    assert.deepEqual([...complaints, ...late.complaints], []);
  });
});
