import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readVnd } from './vnd.ts';

test('amounts are read as officials write them', () => {
  assert.equal(readVnd('12.500.000'), 12_500_000);
  assert.equal(readVnd('12500000 đồng'), 12_500_000);
  assert.equal(readVnd('12,5 triệu'), 12_500_000);
  assert.equal(readVnd('1,2 tỷ'), 1_200_000_000);
  assert.equal(readVnd(''), null);
});

test('what is not certainly an amount is not taken for one', () => {
  for (const typed of ['12.50', 'khoảng 5 triệu', '1 tỷ 2', '-5']) assert.equal(readVnd(typed), undefined, typed);
});
