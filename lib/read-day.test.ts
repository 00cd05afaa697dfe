import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDay } from './read-day.ts';

const today = '2026-11-24';

test('days are read as pages and feeds write them, and mean Vietnamese days', () => {
  for (const [text, day] of [
    ['2026-11-20', '2026-11-20'],
    ['2026-11-20T08:00:00+07:00', '2026-11-20'],
    ['2026-11-20T23:30:00Z', '2026-11-21'],
    ['2026-11-20T23:30:00+0000', '2026-11-21'],
    ['2026-11-20 08:00', '2026-11-20'],
    ['Fri, 20 Nov 2026 23:00:00 GMT', '2026-11-21'],
    ['Fri, 20 Nov 2026 08:00:00 GMT+7', '2026-11-20'],
    ['Thứ sáu, 20/11/2026 - 08:15', '2026-11-20'],
    ['5-9-2026', '2026-09-05'],
    ['ngày 20 tháng 11 năm 2026', '2026-11-20'],
  ] as const)
    assert.equal(readDay(text, today), day, text);
});

test('what is no day of the calendar, lies ahead or before our time is none', () => {
  for (const text of [
    '',
    'hôm qua',
    '31/02/2026',
    '2026-13-01',
    '25/11/2026',
    '1970-01-01',
    'Số 12/2026/TT-BGDĐT',
    '10.20.30.4000',
  ])
    assert.equal(readDay(text, today), undefined, text);
});
