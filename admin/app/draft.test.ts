import assert from 'node:assert/strict';
import { test } from 'node:test';
import { restorable } from './draft.ts';

test('a draft that says what the server already has is not brought back', () => {
  assert.equal(restorable({ value: { title: 'A' }, at: 1, base: 3 }, { title: 'A' }, 3), 'no');
  assert.equal(restorable(undefined, { title: 'A' }, 3), 'no');
});

test('a draft typed over the current version is brought back', () => {
  assert.equal(restorable({ value: { title: 'B' }, at: 1, base: 3 }, { title: 'A' }, 3), 'yes');
});

test('a draft typed over an older version is brought back and marked, because nobody loses text', () => {
  assert.equal(restorable({ value: { title: 'B' }, at: 1, base: 2 }, { title: 'C' }, 3), 'older');
});
