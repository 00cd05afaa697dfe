import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { receive, saved } from './acts.ts';
import { running } from './app.ts';
import { inside, open, placesOf } from './pages.ts';
import type { Screen } from './screen.ts';

const OFFICER = 'lan.pham@so.songtra.example';

describe('on a phone', () => {
  const app = running();
  let officer: Screen;
  const tap = async (role: 'button' | 'link' | 'tab', name: string | RegExp) => {
    await officer.page
      .getByRole(role, typeof name === 'string' ? { name, exact: true } : { name })
      .first()
      .tap();
    await officer.mustFit(`after ${name}`);
  };

  test('the officer goes from the field to its source and back with her thumb', async () => {
    officer = await app().personAt(OFFICER, 390);
    const { page } = officer;
    await receive(page);
    await officer.mustFit('the review');
    await tap('button', 'Xem trong văn bản');
    const lit = page.locator('mark').first();
    await lit.waitFor();
    assert.ok((await lit.boundingBox())!.y < 700, 'the words of the field are in sight');
    await officer.mustBeAccessible('the source on a phone');
    await tap('tab', /^Nội dung đã đọc/);
    await tap('button', 'Sửa');
    const box = page.getByRole('main').getByRole('textbox').first();
    await box.fill(`${await box.inputValue()} `.trimEnd().concat(' (bản điện tử)'));
    await tap('button', 'Lưu');
    await page.getByText('Đã sửa', { exact: true }).waitFor();
  });

  test('she ends the review and makes the plan', async () => {
    const { page } = officer;
    const left = page.getByText(/^Còn \d+ mục cần xem$/);
    while (await left.isVisible()) {
      const before = await left.textContent();
      await tap('button', 'Chấp nhận');
      await page.getByText(before ?? '', { exact: true }).waitFor({ state: 'detached' });
    }
    await tap('button', 'Xong rà soát');
    await tap('link', 'Lập kế hoạch của đơn vị');
    await tap('button', 'Lập kế hoạch');
    await page.getByRole('heading', { level: 1, name: 'Truyền thông về giáo dục và đào tạo năm 2026' }).waitFor();
    await officer.mustFit('the plan');
    await officer.mustBeAccessible('the plan on a phone');
  });

  test('she writes in a line, and changes a count on the form of an activity', async () => {
    const { page, complaints } = officer;
    await tap('link', 'Soạn kế hoạch');
    const line = page.getByRole('textbox', { name: 'Yêu cầu, dòng 1' });
    await line.tap();
    await line.fill('Thông tin chính xác, kịp thời, dễ hiểu.');
    await saved(page);
    await officer.mustFit('the outline');
    await tap('link', 'Mở bảng hoạt động');
    await tap('button', /^1\. /);
    await officer.mustFit('the form of an activity');
    await officer.mustBeAccessible('the form of an activity on a phone');
    const count = page.getByRole('textbox', { name: 'Số lượng' }).first();
    await count.fill('9');
    await saved(page);
    await tap('button', 'Đóng biểu mẫu');
    await page.getByRole('list', { name: 'Bảng hoạt động' }).getByText(/^0?9 /).first().waitFor();
    assert.deepEqual(complaints, []);
  });

  test('no page is wider than the smallest phone', async () => {
    const { page, mustFit } = await app().personAt(OFFICER, 360, { expected: [403, 404] });
    const school = await app().personAt('anh.bach@thcssuoingoc.songtra.example', 1280);
    for (const [name, address] of inside(await placesOf(page, school.page))) {
      await open(page, address);
      await mustFit(name);
    }
  });
});
