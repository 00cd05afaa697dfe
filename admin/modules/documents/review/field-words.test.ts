import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markedParts, repairsOf, whyOpen } from './field-words.ts';
import { sampleField, sampleSource } from './sample-fields.ts';

const misprint = { raw: 'Công thông tin', normal: 'Cổng thông tin', why: 'lost-accent' };

test('a misprint is marked wherever it stands, and nothing of the text is lost', () => {
  const text = 'Công thông tin của sở, Công thông tin của trường';
  const parts = markedParts(text, [misprint.raw]);
  assert.equal(parts.map((part) => part.text).join(''), text);
  assert.deepEqual(
    parts.map((part) => part.marked),
    [true, false, true, false],
  );
  assert.deepEqual(markedParts('không có', ['']), [{ at: 0, text: 'không có', marked: false }]);
});

test('a repair is offered only where the misprint stands in the words of the field', () => {
  const here = sampleField('channel:0', 'Công thông tin', { repairs: [misprint] });
  const near = sampleField('channel:1', 'báo in', { repairs: [misprint] });
  assert.equal(repairsOf(here).here.length, 1);
  assert.equal(repairsOf(near).nearby.length, 1);
});

test('every field that asks for an eye says why', () => {
  const open = { state: 'open', source: sampleSource([0, 0, 4]) } as const;
  const whys = [
    sampleField('unclaimed:0', 'Đoạn', open),
    sampleField('title', '', { ...open, group: 'header' }),
    sampleField('channel:0', 'Công thông tin', { ...open, repairs: [misprint] }),
    sampleField('purpose:0', 'Mờ', { ...open, confidence: 0.5 }),
    sampleField('purpose:1', 'Không rõ chỗ', { state: 'open', confidence: 0.5 }),
    sampleField('purpose:2', 'Mở lại', open),
    sampleField('purpose:3', 'Yên'),
  ].map((field) => whyOpen(field)?.replace('documents.why.', ''));
  assert.deepEqual(whys, ['unclaimed', 'missing', 'repair', 'unsure', 'noSource', 'reopened', undefined]);
});
