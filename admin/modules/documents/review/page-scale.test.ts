import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cropOf, inReadingOrder, litBoxes, type PageGeometry, type Run } from './page-scale.ts';

const run = (x: number, y: number, text: string): Run => ({ x, y, text, width: text.length * 6, size: 12, block: 7 });
const page = (runs: Run[]): PageGeometry => ({ page: 1, width: 595, height: 842, runs, rules: [] });

test('paper margins are cut to a narrow one, the same for all pages', () => {
  const crop = cropOf([page([run(85, 60, 'Căn cứ')]), page([run(90, 60, 'x'.repeat(70))])]);
  assert.deepEqual(crop, { left: 71, width: 453 });
});

test('a page without words keeps its paper', () => {
  assert.deepEqual(cropOf([page([])]), { left: 0, width: 595 });
});

test('words that a font tears apart are read in order, line by line', () => {
  const torn = [run(20, 50, 'GIÁO D'), run(62, 50.4, 'C'), run(56, 49.8, 'Ụ'), run(20, 66, 'VÀ')];
  assert.deepEqual(
    inReadingOrder(torn).map((one) => one.text),
    ['GIÁO D', 'Ụ', 'C', 'VÀ'],
  );
});

test('smaller letters on the same base line belong to the line', () => {
  const small = { ...run(80, 53, '(nhỏ)'), size: 9 };
  const line = [run(20, 50, 'To'), small, run(20, 66, 'dưới')];
  assert.deepEqual(
    inReadingOrder(line).map((one) => one.text),
    ['To', '(nhỏ)', 'dưới'],
  );
});

test('only the words of the stretch are lit; the list number is stepped over', () => {
  const runs = [run(20, 50, '- Mỗi tháng gửi'), run(120, 50, 'ít nhất 04 tin,'), run(20, 66, 'bài về Sở')];
  const text = 'Mỗi tháng gửi ít nhất 04 tin, bài về Sở';
  assert.deepEqual(
    litBoxes(runs, text, [{ from: 14, to: 29 }]).map(({ x, width }) => [x, width]),
    [[120, 90]],
  );
});

test('a stretch that begins inside a run is lit from there on, and each line has one box', () => {
  const runs = [run(20, 50, 'Chủ trì biên'), run(98, 50, 'soạn'), run(20, 66, 'bộ tài liệu')];
  const boxes = litBoxes(runs, 'Chủ trì biên soạn bộ tài liệu', [{ from: 8, to: 29 }]);
  assert.equal(boxes.length, 2);
  assert.equal(Math.round(boxes[0]?.x ?? 0), 63);
  assert.equal(boxes[0] && boxes[0].x + boxes[0].width, 122);
});

test('runs that do not spell the text are all lit rather than none', () => {
  assert.equal(litBoxes([run(20, 50, 'khác hẳn')], 'không khớp', [{ from: 0, to: 3 }]).length, 1);
});
