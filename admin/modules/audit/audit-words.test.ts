import assert from 'node:assert/strict';
import { test } from 'node:test';
import { provideTexts } from '../../texts/texts.ts';
import words from '../../texts/vi/audit.ts';
import { eventWord, fieldWord, valueWord } from './audit-words.ts';

provideTexts('audit', 'vi', words);
const teacher = '0197c1e0-0000-7549-87a4-c263e8bd90a3';
const reading = {
  names: { [teacher]: 'Nông Thị Huyền' },
  language: 'vi' as const,
  now: Date.parse('2026-11-24T03:00:00Z'),
};

test('events and fields are said in words, unknown ones by their own name', () => {
  assert.equal(eventWord('grant.added'), 'Giao vai trò');
  assert.equal(eventWord('something.else'), 'something.else');
  assert.equal(fieldWord('signer.name'), 'Người ký');
});

test('ids become names, codes words, days and times their written form', () => {
  assert.equal(valueWord('personId', teacher, reading), 'Nông Thị Huyền');
  assert.equal(valueWord('personId', teacher.replace('0197', '0198'), reading), '(đã xóa hoặc ngoài phạm vi)');
  assert.equal(valueWord('role', 'communications-officer', reading), 'Cán bộ tham mưu truyền thông');
  assert.equal(valueWord('kind', 'lower-secondary', reading), 'Trường THCS');
  assert.equal(valueWord('validFrom', '2026-11-20', reading), '20/11/2026');
  assert.equal(valueWord('expiresAt', '2026-12-08T07:29:48.345Z', reading), '08/12/2026, 14:29');
  assert.equal(valueWord('resolved', true, reading), 'Có');
});

test('a code is read by its field', () => {
  assert.equal(valueWord('detail.per', 'year', reading), 'năm');
  assert.equal(valueWord('kind', 'year', reading), 'Kế hoạch năm');
  assert.equal(valueWord('detail.kind', 'portal', reading), 'cổng thông tin điện tử');
});

test('what somebody typed is never taken for a code', () => {
  assert.equal(valueWord('title', 'head', reading), 'head');
});

test('lists are read out, long ones counted', () => {
  assert.equal(valueWord('signingSteps', ['initials', 'format-check'], reading), 'ký nháy, kiểm tra thể thức');
  assert.equal(valueWord('detail.focalUnits', [{ name: 'Văn phòng Sở', unitId: null }], reading), 'Văn phòng Sở');
  assert.equal(
    valueWord(
      'targets',
      Array.from({ length: 13 }, () => ({})),
      reading,
    ),
    '13 mục',
  );
  assert.equal(valueWord('codes', [], reading), '(trống)');
});
