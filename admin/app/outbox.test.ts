import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryKey } from './outbox.ts';

test('kept writes are sent in the order they were made', () => {
  const keys = [entryKey(1_790_000_000_000, 'b'), entryKey(999, 'z'), entryKey(1_790_000_000_001, 'a')];
  assert.deepEqual([...keys].sort(), [keys[1], keys[0], keys[2]]);
});
