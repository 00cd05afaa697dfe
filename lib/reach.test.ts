import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathsAbove, pathsDownTo } from './reach.ts';

test('a path names the units on the way down to it', () => {
  assert.deepEqual(pathsDownTo('1.5.39.'), ['1.', '1.5.', '1.5.39.']);
  assert.deepEqual(pathsAbove('1.5.39.'), ['1.', '1.5.']);
  assert.deepEqual(pathsAbove('1.'), []);
});
