import assert from 'node:assert/strict';
import { test } from 'node:test';
import { threeWay } from './three-way.ts';

const start = { name: 'Trường A', symbol: 'A', place: 'Sông Trà' };

test('what only one of two people changed is taken without asking', () => {
  const { merged, clashes } = threeWay(start, { ...start, name: 'Trường B' }, { ...start, symbol: 'TA' });
  assert.deepEqual(merged, { name: 'Trường B', symbol: 'TA', place: 'Sông Trà' });
  assert.deepEqual(clashes, []);
});

test('what both changed keeps what was typed and is named', () => {
  const { merged, clashes } = threeWay(start, { ...start, name: 'Trường B' }, { ...start, name: 'Trường C' });
  assert.equal(merged.name, 'Trường B');
  assert.deepEqual(clashes, [{ name: 'name', mine: 'Trường B', theirs: 'Trường C' }]);
});

test('the same change by both is no clash', () => {
  const both = { ...start, place: 'Suối Ngọc' };
  assert.deepEqual(threeWay(start, both, both), { merged: both, clashes: [] });
});
