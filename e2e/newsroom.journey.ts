import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { unitIdOf } from '../db/sample/sample.ts';
import { ask, until } from './acts.ts';
import { running } from './app.ts';
import { type Newspaper, newspaper } from './newspaper.ts';
import { monthFrom, planInForce } from './plan-in-force.ts';
import type { Screen } from './screen.ts';
import { keptHere, onServer, photo, state, textOf, titleOf, typeAfter } from './writing.ts';

const SCHOOL = 'thcssuoingoc.songtra.example';
const ACTIVITY = 'Tuần lễ trồng cây gây rừng';
const TITLE = 'Hàng keo non của học sinh Suối Ngọc';
const SAPO = 'Sáng thứ Bảy, thầy trò Trường THCS Suối Ngọc trồng 120 cây keo trên đồi sau trường.';
const FIRST = 'Từ sáu giờ sáng, các em đã mang cuốc lên đồi.';
const CORRECTED = ' Mỗi lớp chăm một hàng cây.';
const LATER = ' Nhà trường cảm ơn bà con bản Nà Lùng.';
/** Nobody of this family has answered the school’s form. */
const UNASKED = 'Nông Quốc Tuấn';
/** The family and the pupil agreed to everything. */
const AGREED = 'Bế Gia Hưng';

const card = (page: Page, n: number): Locator => page.getByRole('listitem', { name: `Ảnh ${n}`, exact: true });
const part = (page: Page, title: string): Locator =>
  page.locator('section', { has: page.getByRole('heading', { level: 2, name: title, exact: true }) });
const done = (page: Page, words: string | RegExp): Promise<void> => page.getByRole('status').getByText(words).waitFor();

async function press(place: Page | Locator, name: string): Promise<void> {
  await place.getByRole('button', { name, exact: true }).click();
}

/** Says that this pupil can be known in a photo of the text. */
async function nameIn(photoCard: Locator, pupil: string): Promise<void> {
  await photoCard.getByLabel('Có người nhận ra được').check();
  await photoCard.getByLabel('Tìm học sinh theo tên').fill(pupil);
  await press(photoCard, `${pupil}, 6A`);
  await photoCard.getByRole('list', { name: 'Người trong ảnh' }).getByText(pupil).waitFor();
}

/** Pictures of a public page that the browser could draw, with their addresses. */
const drawnPictures = (page: Page): Promise<string[]> =>
  page
    .locator('figure img')
    .evaluateAll((all) =>
      (all as unknown as { complete: boolean; naturalWidth: number; currentSrc: string }[])
        .filter((one) => one.complete && one.naturalWidth > 0)
        .map((one) => one.currentSrc),
    );

describe('from a teacher’s phone to the newspaper', () => {
  let paper: Newspaper;
  before(async () => {
    paper = await newspaper('/hang-keo-non', TITLE, 'Trên đồi sau Trường THCS Suối Ngọc có thêm 120 cây keo.');
    process.env.FETCH_ALLOW = new URL(paper.address).host;
  });
  const app = running();
  after(() => paper.server.close());

  let teacher: Screen;
  let officer: Screen;
  let head: Screen;
  let commune: Screen;
  let department: Screen;
  let reader: Screen;
  /** Of the story on its way: where it is seen inside, on the school’s site, on the department’s. */
  let inside = '';
  let atSchool = '';
  let atDepartment = '';
  let pictures: string[] = [];

  before(async () => {
    officer = await app().personAt(`anh.bach@${SCHOOL}`, 1280);
    head = await app().personAt(`ngoc.le@${SCHOOL}`, 390);
    teacher = await app().personAt(`huyen.nong@${SCHOOL}`, 390, { expected: [404] });
    commune = await app().personAt('thom.quach@suoingoc.songtra.example', 1280);
    department = await app().personAt('lan.pham@so.songtra.example', 1280);
    reader = await app().visitorAt(390, { expected: [410] });
    const months = { [monthFrom(0)]: 1 };
    await planInForce(officer.page, head.page, {
      title: 'Truyền thông Tết trồng cây',
      activity: ACTIVITY,
      targets: [
        { product: 'bài trên trang của trường', counts: 'unit-article', months },
        { product: 'bài trên báo', counts: 'newspaper-article', months },
      ],
    });
    for (const moment of ['sent', 'approved', 'published', 'picked'])
      await ask(head.page, 'POST', '/quotas', {
        unitId: unitIdOf('cs2'),
        scope: 'own',
        product: 'bài',
        counts: ['unit-article'],
        minCount: 1,
        per: 'month',
        moment,
        fromMonth: monthFrom(0),
        toMonth: monthFrom(1),
      });
  });

  test('the officer asks the teacher for a text of an activity of the plan', async () => {
    const { page } = officer;
    await page.goto('/app/hoat-dong');
    await until(page.getByRole('link', { name: new RegExp(ACTIVITY) }));
    await page.getByRole('link', { name: new RegExp(ACTIVITY) }).click();
    await page.getByRole('main').getByRole('link', { name: 'Giao viết bài' }).click();
    const form = part(page, 'Giao viết bài mới');
    const huyen = await form.getByRole('option', { name: /^Nông Thị Huyền/ }).textContent();
    await form.getByLabel('Giao cho').selectOption({ label: huyen ?? '' });
    await form.getByLabel('Đề bài').fill(ACTIVITY);
    await officer.mustBeAccessible('asking for a text');
    await press(form, 'Giao viết bài');
    await done(page, 'Đã lưu việc giao viết bài');
  });

  test('the teacher opens the link on a phone and writes without a network, with two photos', async () => {
    const { page, context } = teacher;
    await page.goto('/app/giao-viet');
    await page.getByRole('link', { name: 'Viết bài', exact: true }).click();
    await page.getByLabel('Bài được giao').waitFor();
    assert.equal(await page.getByLabel('Thể loại', { exact: true }).inputValue(), 'bai');
    await keptHere(page);
    await context.setOffline(true);
    await titleOf(page).fill(TITLE);
    await page.getByLabel('Sapo').fill(SAPO);
    await textOf(page).click();
    await page.keyboard.type(FIRST);
    await page
      .locator('input[type=file]')
      .setInputFiles([await photo('keo-non-1.jpg', '#7a9a6b'), await photo('keo-non-2.jpg', '#a08a6b')]);
    await state(page, 'Chưa gửi: 1 bài, 2 ảnh');
    await card(page, 2).waitFor();
    await teacher.mustFit('the writing page without a network');
    await teacher.mustBeAccessible('the writing page without a network');
  });

  test('reloaded without a network it is all there; with one it arrives once', async () => {
    const { page, context } = teacher;
    await page.reload();
    await textOf(page).getByText(FIRST).waitFor();
    assert.equal(await titleOf(page).inputValue(), TITLE);
    assert.equal(await textOf(page).locator('figure img').count(), 2);
    await state(page, 'Chưa gửi: 1 bài, 2 ảnh');
    await context.setOffline(false);
    await state(page, /^Đã lưu/);
    await page.reload();
    await state(page, /^Đã lưu/);
    const there = await onServer(page, { title: TITLE, unitId: unitIdOf('cs2'), photos: 'keo-non-' });
    assert.equal(there.articles.length, 1);
    assert.deepEqual(there.photos.sort(), ['keo-non-1.jpg', 'keo-non-2.jpg']);
    inside = `/app/bai-viet/${there.articles[0]?.id}`;
  });

  test('the check finds the child without consent; blurred, nothing stands in the way any more', async () => {
    const { page } = teacher;
    await page.getByLabel('Tác giả, nguồn tin').fill('Nông Thị Huyền');
    for (const [n, pupil] of [
      [1, UNASKED],
      [2, AGREED],
    ] as const) {
      await card(page, n).getByLabel('Mô tả ảnh cho người không nhìn thấy').fill(`Học sinh trồng cây, ảnh ${n}`);
      await card(page, n).getByLabel('Người chụp, nguồn ảnh').fill('Nông Thị Huyền');
      await nameIn(card(page, n), pupil);
    }
    await state(page, /^Đã lưu/);
    await press(page, 'Gửi duyệt');
    const way = page.getByRole('region', { name: 'Gửi duyệt' });
    await way.getByRole('heading', { name: 'Còn 1 việc cần làm trước khi gửi duyệt' }).waitFor();
    // Who has not answered is read by those who keep the answers; a teacher reads how many, and is led to the photo.
    await way.getByText(/^1 học sinh chưa có đồng ý/).waitFor();
    await teacher.mustBeAccessible('what stands in the way of review');
    await press(way, 'Đến chỗ này');
    await press(card(page, 1), 'Làm mờ, cắt');
    const tool = page.getByRole('dialog', { name: 'Làm mờ, cắt ảnh' });
    await press(tool, 'Thêm vùng mờ');
    await tool.getByLabel(`${UNASKED}, 6A`).check();
    await teacher.mustFit('the picture tool');
    await teacher.mustBeAccessible('the picture tool');
    await press(tool, 'Dùng bản này');
    await tool.waitFor({ state: 'hidden' });
    await state(page, /^Đã lưu/);
    await press(way, 'Kiểm tra lại');
    await press(way, 'Gửi duyệt bài này');
    await page.getByRole('heading', { name: 'Bài đang được duyệt' }).waitFor();
    await page.getByText('Đang chờ: Bạch Tuấn Anh').waitFor();
    assert.deepEqual(teacher.complaints, []);
  });

  test('the editor corrects a sentence and passes it on', async () => {
    const { page } = officer;
    await page.goto('/app/bai-cho-duyet');
    await page.getByRole('link', { name: new RegExp(TITLE) }).click();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await officer.mustBeAccessible('a text in review');
    await page.getByRole('link', { name: 'Sửa bài' }).click();
    await typeAfter(page, FIRST, CORRECTED);
    await state(page, /^Đã lưu/);
    await officer.mustBeAccessible('the writing page at a desk');
    await page.getByRole('link', { name: 'Duyệt hoặc trả lại bài này' }).click();
    await page.getByText(CORRECTED.trim()).waitFor();
    await press(page, 'Chuyển bước sau');
    await done(page, 'Đã chuyển sang bước sau');
  });

  const approves = async (words: string): Promise<void> => {
    const { page } = head;
    await page.goto('/app/bai-cho-duyet');
    await page.getByRole('link', { name: new RegExp(TITLE) }).click();
    await page.getByText(words.trim()).waitFor();
    await press(page, 'Duyệt bài');
    await done(page, 'Đã duyệt bài');
  };

  test('the principal approves on a phone', async () => {
    await approves(CORRECTED);
    await head.mustFit('an approved text');
    await head.mustBeAccessible('an approved text');
  });

  test('an edit after approval asks again, and is approved again', async () => {
    const { page } = officer;
    await page.goto(inside);
    await page.getByRole('link', { name: 'Sửa bài' }).click();
    await typeAfter(page, FIRST, LATER);
    await state(page, /^Đã lưu/);
    await page.goto(inside);
    await page.getByText('Bài đã sửa sau khi duyệt nên cần được duyệt lại.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Đăng ngay' }).count(), 0);
    await press(part(page, 'Các bước duyệt'), 'Gửi duyệt');
    await done(page, 'Đã gửi duyệt');
    await press(page, 'Chuyển bước sau');
    await done(page, 'Đã chuyển sang bước sau');
    await approves(LATER);
  });

  test('published, anybody reads it on the school’s site with both pictures', async () => {
    const { page } = officer;
    await page.goto(inside);
    const panel = part(page, 'Đăng tải');
    await press(panel, 'Đăng ngay');
    await press(panel, 'Đăng ngay');
    await done(page, 'Đã đăng bài');
    atSchool = (await panel.getByRole('link', { name: 'Xem trang' }).getAttribute('href')) ?? '';
    await officer.mustBeAccessible('a published text');
    await reader.page.goto(atSchool);
    await reader.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await reader.page.getByText(LATER.trim()).waitFor();
    pictures = await drawnPictures(reader.page);
    assert.equal(pictures.length, 2);
    await reader.mustFit('the public page');
    await reader.mustBeAccessible('the public page');
  });

  test('offered to the commune, picked there and offered on', async () => {
    const { page } = officer;
    const panel = part(page, 'Gửi lên trên, báo chí');
    await press(panel, 'Gửi lên trên');
    await press(panel, 'Gửi');
    await done(page, 'Đã gửi bài lên');
    const at = commune.page;
    await at.goto('/app/bai-gui-len');
    await at.getByRole('link', { name: new RegExp(TITLE) }).click();
    await at.getByText(LATER.trim()).waitFor();
    await commune.mustBeAccessible('an offered text');
    await press(at, 'Chọn bài');
    await done(at, 'Đã chọn bài');
    await press(at, 'Gửi tiếp lên trên');
    await press(at, 'Gửi');
    await done(at, 'Đã gửi bài lên');
  });

  test('the department picks it and publishes it on its site, with credit', async () => {
    const { page } = department;
    await page.goto('/app/bai-gui-len');
    await page.getByRole('link', { name: new RegExp(TITLE) }).click();
    await press(page, 'Chọn bài');
    await done(page, 'Đã chọn bài');
    await press(page, 'Đăng nguyên văn');
    await done(page, 'Đã đăng trên trang của đơn vị');
    await department.mustBeAccessible('a picked text');
    await page.getByRole('link', { name: 'Mở trang của bài' }).click();
    const mine = part(page, 'Đăng tải').getByRole('listitem').filter({ hasText: 'Sở Giáo dục và Đào tạo' });
    atDepartment = (await mine.getByRole('link', { name: 'Xem trang' }).getAttribute('href')) ?? '';
    assert.notEqual(atDepartment, atSchool);
    await reader.page.goto(atDepartment);
    await reader.page.getByText('Theo Trường THCS Suối Ngọc').waitFor();
    assert.equal((await drawnPictures(reader.page)).length, 2);
  });

  test('the department records that a newspaper printed it', async () => {
    const { page } = department;
    await page.goto('/app/co-quan-bao-chi');
    await press(page, 'Thêm nơi đăng');
    const outlet = part(page, 'Thêm nơi đăng');
    await outlet.getByLabel('Tên', { exact: false }).first().fill('Báo Sông Trà');
    await press(outlet, 'Lưu');
    await done(page, 'Đã lưu');
    await page.goto(inside);
    const panel = part(page, 'Gửi lên trên, báo chí');
    await press(panel, 'Ghi nơi đã đăng, phát');
    await panel.getByLabel('Nơi đăng, phát').selectOption('Báo Sông Trà');
    await panel.getByLabel('Địa chỉ bài').fill(paper.address);
    await department.mustBeAccessible('recording a placement');
    await press(panel, 'Ghi lại');
    await done(page, 'Đã ghi, tính cho Trường THCS Suối Ngọc');
    assert.deepEqual(department.complaints, []);
  });

  test('the target of the portal and that of the newspaper are both counted', async () => {
    const { page } = officer;
    await page.goto('/app/hoat-dong');
    await page.getByRole('link', { name: new RegExp(ACTIVITY) }).click();
    const targets = part(page, 'Chỉ tiêu và tiến độ');
    for (const product of ['bài trên trang của trường', 'bài trên báo'])
      await until(
        targets
          .getByRole('listitem')
          .filter({ hasText: product })
          .getByText(/: 1\/1, Đủ$/),
      );
    await officer.mustBeAccessible('the activity with what was counted');
  });

  test('the quota is met at each of the four moments', async () => {
    const { page } = officer;
    await page.goto('/app/dinh-muc');
    const own = page.getByRole('table', { name: 'Trường THCS Suối Ngọc phải thực hiện' });
    await until(own.getByText('Đạt').nth(3));
    await officer.mustBeAccessible('the quota board');
  });

  test('a family takes its consent back: the picture is gone everywhere at once', async () => {
    const { page } = officer;
    await page.goto('/app/lop');
    await page.getByRole('link', { name: /6A/ }).click();
    await press(page, AGREED);
    await press(page, 'Rút đồng ý');
    await page.getByLabel('Người đề nghị').fill('Nông Thị Dịu, mẹ của em');
    await officer.mustBeAccessible('taking consent back');
    await press(page, 'Ghi nhận và giữ lại ảnh');
    await page.getByRole('heading', { level: 1, name: `Rút đồng ý: ${AGREED}` }).waitFor();
    for (const address of [atSchool, atDepartment]) {
      await reader.page.goto(address);
      await reader.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
      assert.equal((await drawnPictures(reader.page)).length, 1);
    }
    const left = await drawnPictures(reader.page);
    for (const address of pictures) {
      const { status } = await reader.context.request.get(address).then((reply) => ({ status: reply.status() }));
      assert.equal(status, left.includes(address) ? 200 : 410, address);
    }
  });

  test('the withdrawal lists every place, and the newspaper became a task with a day', async () => {
    const places = part(officer.page, 'Những nơi có ảnh');
    for (const place of ['Trường THCS Suối Ngọc', 'Sở Giáo dục và Đào tạo', 'Báo Sông Trà'])
      await places.getByText(place).first().waitFor();
    await officer.mustBeAccessible('a withdrawal');
    const { page } = department;
    await page.goto('/app/bai-da-dang-bao?muc=tasks');
    const row = page.getByRole('row', { name: new RegExp(TITLE) });
    await row.getByText('Cần gỡ').waitFor();
    await row.getByText(/^trước \d/).waitFor();
    await department.mustBeAccessible('what is to be taken down outside');
  });

  test('nobody saw an error', () => {
    for (const { complaints } of [teacher, officer, head, commune, department, reader])
      assert.deepEqual(complaints, []);
  });
});
