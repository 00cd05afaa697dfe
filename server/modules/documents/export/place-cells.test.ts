import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeCells } from './place-cells.ts';

/** Text of each cell with the places it takes: 'a 0,0 2x1'. */
const shown = (rows: Parameters<typeof placeCells>[0], columns: number) =>
  placeCells(rows, columns).map((cells) =>
    cells.map(({ cell, column, rowSpan, colSpan }) => `${cell.text}@${column} ${rowSpan}x${colSpan}`),
  );

test('cells take the first free place, as in a browser', () => {
  const rows = [[{ text: 'a', rowSpan: 2 }, { text: 'b' }], [{ text: 'c' }]];
  assert.deepEqual(shown(rows, 2), [['a@0 2x1', 'b@1 1x1'], ['c@1 1x1']]);
});

test('missing cells are filled, so that every row is whole', () => {
  assert.deepEqual(shown([[{ text: 'a' }], []], 3), [
    ['a@0 1x1', '@1 1x1', '@2 1x1'],
    ['@0 1x1', '@1 1x1', '@2 1x1'],
  ]);
});

test('spans that leave the table are cut', () => {
  assert.deepEqual(shown([[{ text: 'a', rowSpan: 9, colSpan: 9 }]], 2), [['a@0 1x2']]);
  assert.deepEqual(shown([[{ text: 'a', rowSpan: -1, colSpan: 0 }, { text: 'b' }]], 2), [['a@0 1x1', 'b@1 1x1']]);
});

test('a wide cell stops at one that hangs down from above', () => {
  const rows = [[{ text: 'a' }, { text: 'b', rowSpan: 2 }], [{ text: 'c', colSpan: 2 }]];
  assert.deepEqual(shown(rows, 2), [['a@0 1x1', 'b@1 2x1'], ['c@0 1x1']]);
});

test('surplus cells are kept', () => {
  const rows = [[{ text: 'a' }, { text: 'b' }, { text: 'c' }]];
  assert.deepEqual(shown(rows, 2), [
    ['a@0 1x1', 'b@1 1x1'],
    ['c@0 1x1', '@1 1x1'],
  ]);
  const hanging = [
    [{ text: 'a', rowSpan: 2 }, { text: 'b' }],
    [{ text: 'c' }, { text: 'd' }],
  ];
  assert.deepEqual(shown(hanging, 2), [['a@0 2x1', 'b@1 1x1'], ['c\nd@1 1x1']]);
});

test('a row that only hangs down from above is folded, its text kept', () => {
  const rows = [
    [
      { text: 'a', rowSpan: 3 },
      { text: 'b', rowSpan: 2 },
    ],
    [{ text: 'lost?' }],
    [{ text: 'c' }],
  ];
  assert.deepEqual(shown(rows, 2), [['a@0 2x1', 'b\nlost?@1 1x1'], ['c@1 1x1']]);
});
