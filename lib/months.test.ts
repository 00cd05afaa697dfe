import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMonths, firstDayOf, lastDayOf, monthOf, monthsBetween, schoolYearOf } from './months.ts';

test('months follow each other over the turn of the year, both ways', () => {
  assert.equal(addMonths('2026-11', 3), '2027-02');
  assert.equal(addMonths('2026-01', -1), '2025-12');
  assert.equal(monthOf(2026, 13), '2027-01');
  assert.deepEqual(monthsBetween('2026-11', '2027-01'), ['2026-11', '2026-12', '2027-01']);
  assert.deepEqual(monthsBetween('2026-11', '2026-10'), []);
});

test('a month has its first and its last day, also in a leap year', () => {
  assert.equal(firstDayOf('2026-02'), '2026-02-01');
  assert.equal(lastDayOf('2026-02'), '2026-02-28');
  assert.equal(lastDayOf('2028-02'), '2028-02-29');
  assert.equal(lastDayOf('2026-12'), '2026-12-31');
});

test('a school year begins in September', () => {
  assert.equal(schoolYearOf('2026-08-31'), 2025);
  assert.equal(schoolYearOf('2026-09-01'), 2026);
  assert.equal(schoolYearOf('2027-01'), 2026);
});
