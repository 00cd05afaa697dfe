import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isId, newId } from './id.ts';

test('ids of one millisecond keep the order in which they were made', () => {
  const ids = Array.from({ length: 10_000 }, () => newId(1_795_000_000_000));
  assert.deepEqual(ids, [...ids].sort());
  assert.equal(new Set(ids).size, ids.length);
});

test('an id carries its time and says what it is', () => {
  const id = newId(Date.parse('2026-11-20T01:00:00Z'));
  assert.equal(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16), Date.parse('2026-11-20T01:00:00Z'));
  assert.equal(id[14], '7');
  assert.ok(isId(id));
});
