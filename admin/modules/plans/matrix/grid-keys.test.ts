import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monthsOfPeriod } from '#lib/plan-parts.ts';
import type { LineContent } from '../editing/content.ts';
import { cellText, readCell } from './columns.ts';
import { beginsWriting, movedCell, nextCell, pastedCells } from './grid-keys.ts';

const size = { rows: 3, columns: 4 };

test('arrows move a cell and stop at the edges, with Ctrl they go to them', () => {
  assert.deepEqual(movedCell('ArrowDown', { row: 0, column: 1 }, size), { row: 1, column: 1 });
  assert.deepEqual(movedCell('ArrowUp', { row: 0, column: 1 }, size), { row: 0, column: 1 });
  assert.deepEqual(movedCell('ArrowRight', { row: 0, column: 1 }, size, true), { row: 0, column: 3 });
  assert.deepEqual(movedCell('End', { row: 0, column: 1 }, size, true), { row: 2, column: 3 });
  assert.equal(movedCell('x', { row: 0, column: 1 }, size), undefined);
});

test('Tab goes on in reading order and leaves the grid at its ends', () => {
  assert.deepEqual(nextCell({ row: 0, column: 3 }, 1, size), { row: 1, column: 0 });
  assert.deepEqual(nextCell({ row: 1, column: 0 }, -1, size), { row: 0, column: 3 });
  assert.equal(nextCell({ row: 2, column: 3 }, 1, size), undefined);
});

test('a letter begins to write, a shortcut does not', () => {
  const key = { key: 'đ', ctrlKey: false, altKey: false, metaKey: false };
  assert.equal(beginsWriting(key), true);
  assert.equal(beginsWriting({ ...key, ctrlKey: true }), false);
  assert.equal(beginsWriting({ ...key, key: 'Enter' }), false);
});

test('cells of a spreadsheet come by tab and line, with line feeds in quotes', () => {
  assert.deepEqual(pastedCells('a\tb\nc\t"d\ne ""f"""'), [
    ['a', 'b'],
    ['c', 'd\ne "f"'],
  ]);
  assert.deepEqual(pastedCells('một ô'), [['một ô']]);
});

const period = monthsOfPeriod({ kind: 'calendarYear', from: 2027, to: 2027 });
const activity: LineContent = {
  part: 'activity',
  parentId: null,
  text: 'Truyền thông tuyển sinh',
  detail: {
    product: 'Tuyến bài',
    leadUnits: [{ name: 'Văn phòng Sở', unitId: 'u1' }],
    months: ['2027-04'],
    budgetVnd: 12_500_000,
  },
  targets: [],
  trace: null,
};

test('what a cell shows can be typed again and means the same', () => {
  for (const key of ['text', 'product', 'lead', 'budget'] as const) {
    const change = readCell(key, cellText(key, activity), activity, period);
    assert.equal(cellText(key, { ...activity, ...change }), cellText(key, activity), key);
  }
});

test('a unit that was linked stays linked when another is typed beside it', () => {
  const change = readCell('lead', 'Văn phòng Sở; Phòng Giáo dục Phổ thông', activity, period);
  assert.deepEqual(change?.detail?.leadUnits, [
    { name: 'Văn phòng Sở', unitId: 'u1' },
    { name: 'Phòng Giáo dục Phổ thông', unitId: null },
  ]);
});

test('counts typed in a cell fall in the months of the activity; what cannot be read is refused', () => {
  assert.deepEqual(readCell('targets', '3 bài báo', activity, period)?.targets?.[0]?.months, { '2027-04': 3 });
  assert.equal(readCell('targets', 'nhiều bài', activity, period), undefined);
  assert.equal(readCell('budget', 'ít', activity, period), undefined);
});
