import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monthsOfPeriod } from '#lib/plan-parts.ts';
import { readTime, timeWords, wholeQuarters } from './times.ts';

const year = monthsOfPeriod({ kind: 'calendarYear', from: 2027, to: 2027 });
const schoolYear = monthsOfPeriod({ kind: 'schoolYear', from: 2026, to: 2027 });
const read = (typed: string, period = year) => readTime(typed, {}, period);

test('quarters are read in every usual writing', () => {
  for (const typed of ['Quý I, II', 'quý 1-2', 'Quý I và II']) assert.deepEqual(read(typed).quarters, [1, 2], typed);
  assert.deepEqual(read('Quý II').months, ['2027-04', '2027-05', '2027-06']);
  assert.equal(read('Quý II').timeText, null);
});

test('months are read by number, by range, with and without a year', () => {
  assert.deepEqual(read('tháng 3-5').months, ['2027-03', '2027-04', '2027-05']);
  assert.deepEqual(read('T9, T11').months, ['2027-09', '2027-11']);
  assert.deepEqual(read('tháng 9, 10/2026', schoolYear).months, ['2026-09', '2026-10']);
  assert.deepEqual(read('tháng 2', schoolYear).months, ['2027-02']);
});

test('a last day is read alone and behind a quarter', () => {
  assert.equal(read('trước 15/9/2027').deadline, '2027-09-15');
  const both = read('Quý III, trước ngày 15/9');
  assert.deepEqual([both.quarters, both.deadline], [[3], '2027-09-15']);
});

test('what is no time of the calendar stays in its own words, and the months stay', () => {
  const before = { months: ['2027-05'], quarters: [] };
  const kept = readTime('Dịp khai giảng năm học mới', before, year);
  assert.deepEqual([kept.timeText, kept.months], ['Dịp khai giảng năm học mới', ['2027-05']]);
  assert.equal(read('tháng 13').timeText, 'tháng 13');
  assert.equal(read('quý V').timeText, 'quý V');
});

test('the whole year is every month and keeps its words; nothing typed is no time', () => {
  assert.equal(read('Cả năm').months.length, 12);
  assert.equal(read('Cả năm').timeText, 'Cả năm');
  assert.deepEqual(read(''), { months: [], quarters: [], deadline: null, timeText: null });
});

test('a time is worded as on paper', () => {
  assert.equal(timeWords({ quarters: [1, 2], months: year.slice(0, 6) }), 'Quý I, II');
  assert.equal(timeWords({ months: ['2026-11', '2027-01'] }), 'Tháng 11/2026; tháng 1/2027');
  assert.equal(timeWords({ deadline: '2027-09-15' }), 'trước 15/09/2027');
  assert.equal(timeWords({ timeText: 'Dịp 20/11', months: ['2027-11'] }), 'Dịp 20/11');
});

test('months that fill quarters are quarters', () => {
  assert.deepEqual(wholeQuarters(['2027-01', '2027-02', '2027-03']), [1]);
  assert.deepEqual(wholeQuarters(['2027-01', '2027-02']), []);
  assert.deepEqual(wholeQuarters([]), []);
});
