import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeText, foldLine, icalendar } from './icalendar.ts';

const now = new Date('2026-11-20T01:00:00Z');
const entry = {
  uid: 'a-2026-11@lantoa',
  firstOn: '2026-11-30',
  lastOn: '2026-11-30',
  summary: 'Hạn: Ngày hội đọc sách; ảnh, video (2/3)',
  description: 'Kế hoạch năm học\nTổ Khoa học xã hội',
};

test('a whole day ends on the day after it, in every time zone the same', () => {
  const text = icalendar('Lan Tỏa', [entry], now);
  assert.match(text, /\r\nDTSTART;VALUE=DATE:20261130\r\nDTEND;VALUE=DATE:20261201\r\n/);
  assert.match(text, /\r\nDTSTAMP:20261120T010000Z\r\n/);
  assert.match(text, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  assert.match(text, /\r\nEND:VCALENDAR\r\n$/);
});

test('commas, semicolons, backslashes and line breaks are escaped, other control characters go', () => {
  assert.equal(escapeText('a,b;c\\d\r\ne\u0007f'), 'a\\,b\\;c\\\\d\\ne f');
  assert.match(icalendar('x', [entry], now), /SUMMARY:Hạn: Ngày hội đọc sách\\; ảnh\\, video \(2\/3\)/);
});

test('what somebody types cannot begin a line of the format', () => {
  const text = icalendar('x', [{ ...entry, summary: 'a\r\nEND:VCALENDAR\nBEGIN:VALARM' }], now);
  assert.equal(text.split('\r\n').filter((line) => line === 'END:VCALENDAR').length, 1);
  assert.ok(!text.split('\r\n').includes('BEGIN:VALARM'));
});

test('lines are folded at 75 octets, no letter is cut, and unfolding brings the words back', () => {
  const long = `SUMMARY:${'Tuyên truyền phòng, chống đuối nước cho học sinh tiểu học. '.repeat(8)}😀`;
  const folded = foldLine(long);
  for (const line of folded.split('\r\n')) assert.ok(new TextEncoder().encode(line).length <= 75, line);
  assert.equal(folded.replaceAll('\r\n ', ''), long);
});

test('the same thing keeps its id', () => {
  const uid = (of: typeof entry) => /UID:(.*)\r\n/.exec(icalendar('x', [of], now))![1];
  assert.equal(uid(entry), uid({ ...entry, summary: 'Khác', firstOn: '2026-11-29' }));
});
