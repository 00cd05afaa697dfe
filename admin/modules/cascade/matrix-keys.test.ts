import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moved } from './matrix-keys.ts';

const last = { row: 99, column: 39 };
const press = (key: string, ctrlKey = false) => moved({ row: 5, column: 7 }, { key, ctrlKey }, last);

test('arrows go to the neighbour and stop at the edge', () => {
  assert.deepEqual(press('ArrowDown'), { row: 6, column: 7 });
  assert.deepEqual(press('ArrowLeft'), { row: 5, column: 6 });
  assert.deepEqual(moved({ row: 0, column: 0 }, { key: 'ArrowUp', ctrlKey: false }, last), { row: 0, column: 0 });
  assert.deepEqual(press('PageUp'), { row: 0, column: 7 });
});

test('Home and End go to the ends of the row, with Ctrl to the corners', () => {
  assert.deepEqual(press('End'), { row: 5, column: 39 });
  assert.deepEqual(press('Home', true), { row: 0, column: 0 });
  assert.deepEqual(press('End', true), last);
});

test('other keys are left to the browser', () => {
  assert.equal(press('a'), undefined);
  assert.equal(press('Tab'), undefined);
});
