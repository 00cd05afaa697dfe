import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from './due-time.ts';

test('half past seven in Vietnam is half past midnight UTC, in summer as in winter', () => {
  for (const day of ['2026-06-21', '2026-12-21'])
    assert.equal(new Date(instantOf({ day, time: '07:30' })!).toISOString(), `${day}T00:30:00.000Z`);
});

test('the hour is read as people write it', () => {
  for (const time of ['07:30', '7:30', '7h30', '7g30', '7.30', ' 7 h 30 '])
    assert.equal(instantOf({ day: '2026-12-21', time }), '2026-12-21T07:30:00+07:00', time);
  assert.equal(instantOf({ day: '2026-12-21', time: '14h' }), '2026-12-21T14:00:00+07:00');
});

test('a day without a time, or a time that is none, is no moment', () => {
  for (const due of [
    { day: null, time: '07:30' },
    { day: '2026-12-21', time: '' },
    { day: '2026-12-21', time: '24:00' },
    { day: '2026-12-21', time: '7h60' },
    { day: '2026-12-21', time: 'sáng' },
  ])
    assert.equal(instantOf(due), undefined);
});
