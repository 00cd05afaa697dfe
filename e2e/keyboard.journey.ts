import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { tabTo } from './acts.ts';
import { running } from './app.ts';
import type { Screen } from './screen.ts';

const OFFICER = 'lan.pham@so.songtra.example';

describe('without a mouse', () => {
  const app = running();
  let officer: Screen;

  test('signing in goes from box to box, each in sight while it is typed into', async () => {
    officer = await app().visitorAt(1280);
    const { page } = officer;
    await page.getByRole('heading', { level: 1 }).waitFor();
    await tabTo(page.getByLabel('Thư điện tử'));
    await mustBeMarked(page);
    await page.keyboard.type(OFFICER);
    await page.keyboard.press('Tab');
    await mustBeMarked(page);
    await page.keyboard.type(app().passwordOf(OFFICER));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Tài khoản của / }).waitFor();
  });

  test('Ctrl K finds a commune without marks, and Enter opens it', async () => {
    const { page } = officer;
    await page.keyboard.press('Control+k');
    const box = page.getByRole('combobox', { name: 'Tìm kiếm, chuyển trang' });
    await box.and(page.locator(':focus')).waitFor();
    await page.keyboard.type('suoi ngoc');
    await page
      .getByRole('option', { name: /Suối Ngọc/ })
      .first()
      .waitFor();
    await officer.mustBeAccessible('the palette');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Suối Ngọc/ }).waitFor();
    assert.equal(await page.getByRole('dialog').count(), 0);
  });

  test('Esc leaves the palette where one was', async () => {
    const { page } = officer;
    await page.getByRole('link', { name: 'Kế hoạch', exact: true }).focus();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Tìm kiếm, chuyển trang' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Kế hoạch', exact: true }).and(page.locator(':focus')).waitFor();
  });

  test('Tab walks through the page of a plan, and the focus is always seen', async () => {
    const { page, complaints } = officer;
    await page.keyboard.press('Enter');
    await page
      .getByRole('main')
      .getByRole('link', { name: 'Truyền thông về giáo dục và đào tạo năm 2026' })
      .first()
      .click();
    await page.getByRole('article').waitFor();
    const walked = new Set<string>();
    for (let presses = 0; presses < 25; presses++) {
      await page.keyboard.press('Tab');
      walked.add(await mustBeMarked(page));
    }
    assert.ok(walked.size > 8, [...walked].join(', '));
    assert.deepEqual(complaints, []);
  });
});

/** What holds the focus, with the line around it and its place in the window. */
const FOCUS = `(() => {
  const at = document.activeElement;
  const box = at.getBoundingClientRect();
  const outlined = (e) => getComputedStyle(e).outlineStyle !== 'none' && parseFloat(getComputedStyle(e).outlineWidth) > 0;
  // A box inside a frame may leave the line to the frame.
  const marked = outlined(at) || outlined(at.parentElement ?? at);
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return { name: (at.ariaLabel || at.textContent || at.tagName).trim().slice(0, 60), body: at === document.body, marked, inside };
})()`;

async function mustBeMarked(page: Page): Promise<string> {
  const focus = (await page.evaluate(FOCUS)) as { name: string; body: boolean; marked: boolean; inside: boolean };
  assert.ok(focus.body || focus.marked, `no line around “${focus.name}”`);
  assert.ok(focus.body || focus.inside, `“${focus.name}” is out of sight`);
  return focus.name;
}
