import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holds } from './holds.ts';

const so = { path: '1.5.', rights: ['plans.read', 'plans.draft', 'units.read'] } as const;

test('a right of the subtree holds for units below, not beside', () => {
  assert.equal(holds([so], 'plans.read', '1.5.39.'), true);
  assert.equal(holds([so], 'plans.read', '1.50.'), false);
});

test('a right of the unit holds there only', () => {
  assert.equal(holds([so], 'plans.draft', '1.5.'), true);
  assert.equal(holds([so], 'plans.draft', '1.5.39.'), false);
});

test('a right of the sector holds everywhere, and one that was not granted nowhere', () => {
  assert.equal(holds([so], 'units.read', '2.'), true);
  assert.equal(holds([so], 'plans.sign', '1.5.'), false);
});
