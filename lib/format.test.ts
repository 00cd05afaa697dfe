import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  clockOf,
  dayOf,
  dueIn,
  formatBytes,
  formatNumber,
  formatVnd,
  initials,
  longDay,
  moment,
  monthsName,
  nearDay,
  parseDay,
  periodName,
} from './format.ts';

const now = Date.parse('2026-11-20T07:05:00Z');

test('a day is shown with its weekday, as officials write it', () => {
  assert.equal(longDay('2026-11-20'), 'thứ Sáu, 20/11/2026');
  assert.equal(longDay('2026-11-22'), 'Chủ nhật, 22/11/2026');
  assert.equal(longDay('2026-11-20', 'en'), 'Friday, 20/11/2026');
});

test('the day changes at midnight in Vietnam, not in London', () => {
  assert.equal(dayOf('2026-11-19T17:00:00Z'), '2026-11-20');
  assert.equal(dayOf('2026-11-19T16:59:59Z'), '2026-11-19');
  assert.equal(clockOf('2026-11-19T17:00:00Z'), '00:00');
});

test('near moments are named, far ones dated', () => {
  assert.equal(moment('2026-11-20T07:05:00Z', now), 'hôm nay, 14:05');
  assert.equal(moment('2026-11-19T02:12:00Z', now), 'hôm qua, 09:12');
  assert.equal(moment('2026-10-01T02:12:00Z', now), '01/10/2026, 09:12');
  assert.equal(nearDay('2026-11-21', now), 'ngày mai');
  assert.equal(nearDay('2026-12-01', now), 'thứ Ba, 01/12/2026');
});

test('a due day says how late or how long', () => {
  assert.equal(dueIn('2026-11-17', now), 'chậm 3 ngày');
  assert.equal(dueIn('2026-11-20', now), 'đến hạn hôm nay');
  assert.equal(dueIn('2026-11-25', now), 'còn 5 ngày');
  assert.equal(dueIn('2026-11-21', now, 'en'), '1 day left');
});

test('periods carry their Vietnamese names', () => {
  assert.equal(periodName({ kind: 'quarter', year: 2026, n: 2 }), 'quý II/2026');
  assert.equal(periodName({ kind: 'semester', year: 2026, n: 1 }), 'học kỳ I, năm học 2026-2027');
  assert.equal(periodName({ kind: 'schoolYear', year: 2026 }), 'năm học 2026-2027');
  assert.equal(periodName({ kind: 'month', year: 2026, n: 5 }), 'tháng 5/2026');
  assert.equal(periodName({ kind: 'year', year: 2026 }), 'năm 2026');
});

test('months read as quarters where they are whole, else as runs', () => {
  assert.equal(monthsName([1, 2, 3, 4, 5, 6]), 'quý I, quý II');
  assert.equal(monthsName([3, 9, 10, 11]), 'tháng 3, tháng 9-11');
  assert.equal(monthsName([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]), 'cả năm');
  assert.equal(monthsName([]), '');
});

test('numbers use a dot for thousands and a comma for parts', () => {
  assert.equal(formatNumber(1234.5), '1.234,5');
  assert.equal(formatNumber(1000), '1.000');
  assert.equal(formatNumber(100, 0), '100');
  assert.equal(formatNumber(0), '0');
  assert.equal(formatNumber(-0.04), '0');
  assert.equal(formatNumber(-1234567.26, 2), '-1.234.567,26');
  assert.equal(formatNumber(1234.5, 1, 'en'), '1,234.5');
  assert.equal(formatVnd('12500000'), '12.500.000 đồng');
  assert.equal(formatVnd(-500000n), '-500.000 đồng');
});

test('file sizes are short', () => {
  assert.equal(formatBytes(820), '820 B');
  assert.equal(formatBytes(12_400), '12 KB');
  assert.equal(formatBytes(2_500_000), '2,4 MB');
});

test('a typed day is understood in the ways people type it', () => {
  const today = '2026-11-20';
  assert.equal(parseDay('20/11/2026', today), '2026-11-20');
  assert.equal(parseDay(' 5-9-26 ', today), '2026-09-05');
  assert.equal(parseDay('05092026', today), '2026-09-05');
  assert.equal(parseDay('5/9', today), '2026-09-05');
  assert.equal(parseDay('31/2/2026', today), undefined);
  assert.equal(parseDay('29/2/2028', today), '2028-02-29');
  assert.equal(parseDay('hôm nay', today), undefined);
});

test('initials are those of the family name and the given name', () => {
  assert.equal(initials('Trần Thị Mai'), 'TM');
  assert.equal(initials('  Đặng   Ái '), 'ĐÁ');
  assert.equal(initials('Mai'), 'M');
});
