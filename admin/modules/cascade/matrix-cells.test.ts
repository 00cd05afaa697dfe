import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askStates } from '#modules/cascade/cascade.contract.ts';
import { gradientOf, squareOf } from './matrix-cells.ts';

const at = (state: (typeof askStates)[number]) => askStates.indexOf(state);
const counts = (change: Partial<Record<(typeof askStates)[number], number>>) => askStates.map((s) => change[s] ?? 0);

test('a school alone is one state', () => {
  const square = squareOf(at('adopted'), null);
  assert.equal(square.single, 'adopted');
  assert.equal(square.own, 'adopted');
});

test('a commune and its schools in several states are mixed', () => {
  const square = squareOf(at('adopted'), counts({ unopened: 3 }));
  assert.equal(square.single, null);
  assert.deepEqual(square.counts, counts({ unopened: 3, adopted: 1 }));
});

test('nobody asked is nothing', () => {
  assert.equal(squareOf(null, null).counts, null);
  assert.equal(squareOf(null, counts({})).counts, null);
});

test('shares fill the square', () => {
  assert.equal(
    gradientOf(counts({ unopened: 1, adopted: 3 }), (state) => state),
    'linear-gradient(to bottom, unopened 0.0% 25.0%, adopted 25.0% 100.0%)',
  );
});
