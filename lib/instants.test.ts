import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isoOf, isoOrNull, isPlaceInTime } from './instants.ts';

test('an instant is written in UTC, whether it came as a date or as text', () => {
  assert.equal(isoOf('2026-11-24T09:00:00+07:00'), '2026-11-24T02:00:00.000Z');
  assert.equal(isoOrNull(new Date(0)), '1970-01-01T00:00:00.000Z');
  assert.equal(isoOrNull(null), null);
});

test('the place of a page is an instant of the calendar to the microsecond', () => {
  assert.ok(isPlaceInTime('2026-11-24T02:00:00.123456Z'));
  for (const text of ['', '2026-11-24', '2026-02-30T02:00:00.123456Z', '2026-11-24T25:00:00.123456Z'])
    assert.ok(!isPlaceInTime(text), text);
});
