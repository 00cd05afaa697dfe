import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from './due-time.ts';

test('half past seven in Vietnam is half past midnight UTC, in summer as in winter', () => {
  for (const day of ['2026-06-21', '2026-12-21'])
    assert.equal(new Date(instantOf({ day, time: '07:30' })!).toISOString(), `${day}T00:30:00.000Z`);
});

test('a day without a time, or a time that is none, is no moment', () => {
  for (const due of [
    { day: null, time: '07:30' },
    { day: '2026-12-21', time: '' },
    { day: '2026-12-21', time: '24:00' },
  ])
    assert.equal(instantOf(due), undefined);
});
