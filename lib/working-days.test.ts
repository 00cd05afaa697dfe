import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, addWorkingDays, type DayOff, daysBetween, isWorkingDay, weekdayOf } from './working-days.ts';

const day = (kind: string, firstOn: string, lastOn = firstOn): DayOff => ({ kind, firstOn, lastOn });

/** 30 April and 1 May are a Thursday and a Friday in 2026; Giỗ Tổ falls on the Sunday before, made up for on Monday. */
const spring = [
  day('holiday', '2026-04-26'),
  day('compensation', '2026-04-27'),
  day('holiday', '2026-04-30'),
  day('holiday', '2026-05-01'),
];

/** Working days after `from` up to and with `to`, one by one; negative where `to` is earlier. */
function workingDaysBetween(from: string, to: string, days: readonly DayOff[]): number {
  if (to < from) return -workingDaysBetween(addDays(to, -1), addDays(from, -1), days);
  const all = Array.from({ length: daysBetween(from, to) }, (_, i) => addDays(from, i + 1));
  return all.filter((one) => isWorkingDay(one, days)).length;
}

test('a week has five working days', () => {
  assert.equal(weekdayOf('2026-11-23'), 1);
  assert.equal(weekdayOf('2026-11-29'), 7);
  assert.equal(workingDaysBetween('2026-11-22', '2026-11-29', []), 5);
});

test('a holiday on a Sunday is made up for on the Monday after it', () => {
  assert.equal(isWorkingDay('2026-04-27', spring), false);
  assert.equal(addWorkingDays('2026-04-24', 1, spring), '2026-04-28');
});

test('three working days after 28 April 2026 pass two holidays and a weekend', () => {
  assert.equal(addWorkingDays('2026-04-28', 3, spring), '2026-05-05');
});

test('a Saturday that a decision makes a working day counts, the free day it stands for does not', () => {
  const swap = [day('compensation', '2026-01-02'), day('holiday', '2026-01-01'), day('working-day', '2026-01-10')];
  assert.equal(isWorkingDay('2026-01-02', swap), false);
  assert.equal(isWorkingDay('2026-01-10', swap), true);
  assert.equal(isWorkingDay('2026-01-11', swap), false);
});

test('exams and events of the school year do not make a day free', () => {
  assert.equal(isWorkingDay('2026-11-20', [day('school-event', '2026-11-20')]), true);
});

test('24 November is a free day where the calendar says so', () => {
  assert.equal(isWorkingDay('2026-11-24', []), true);
  assert.equal(addWorkingDays('2026-11-23', 1, [day('holiday', '2026-11-24')]), '2026-11-25');
});

test('adding and counting are each the opposite of the other, forwards and back', () => {
  for (let start = 0; start < 40; start++) {
    const from = addDays('2026-04-10', start);
    for (let n = -12; n <= 12; n++) {
      const to = addWorkingDays(from, n, spring);
      const counted = workingDaysBetween(from, to, spring);
      // From a free day going back the first step is the same either way; counting takes the working day it lands on.
      assert.equal(counted, n, `${from} ${n} ${to}`);
    }
  }
});

test('days between are counted over the end of February', () => {
  assert.equal(daysBetween('2028-02-28', '2028-03-01'), 2);
  assert.equal(addDays('2026-12-31', 1), '2027-01-01');
});
