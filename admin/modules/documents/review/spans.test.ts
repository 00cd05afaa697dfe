import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleField, sampleSource } from './sample-fields.ts';
import { claimAt, claimsOf, piecesOf, stretchesOf } from './spans.ts';

const area = sampleField('area:0', 'Mầm non', { source: sampleSource([3, 0, 40], [4, 0, 30]) });
const item = sampleField('areaItem:0.0', 'An toàn', { source: sampleSource([3, 0, 40]) });
const quota = sampleField('quota:0', '02 tin', { source: sampleSource([3, 8, 20]) });

test('a field lights every stretch it was read from, paragraph by paragraph', () => {
  const lit = stretchesOf({ source: sampleSource([3, 0, 5], [3, 9, 12], [4, 0, 2]) });
  assert.deepEqual(lit.get(3), [
    { from: 0, to: 5 },
    { from: 9, to: 12 },
  ]);
  assert.deepEqual(lit.get(4), [{ from: 0, to: 2 }]);
  assert.equal(stretchesOf(undefined).size, 0);
});

test('a press on a paragraph means the item it is, then what was found in it, then what holds it, and round again', () => {
  const claims = claimsOf([area, item, quota]);
  assert.deepEqual(claims.get(3), ['areaItem:0.0', 'quota:0', 'area:0']);
  assert.equal(claimAt(claims, 3), 'areaItem:0.0');
  assert.equal(claimAt(claims, 3, 'areaItem:0.0'), 'quota:0');
  assert.equal(claimAt(claims, 3, 'area:0'), 'areaItem:0.0');
  assert.equal(claimAt(claims, 99), undefined);
});

test('what was left out comes last', () => {
  assert.deepEqual(claimsOf([{ ...item, state: 'dropped' }, quota]).get(3), ['quota:0', 'areaItem:0.0']);
});

test('a paragraph is cut where its look or its light changes, and nothing of it is lost', () => {
  const para = {
    text: '1. Mầm non: an toàn, Vụ Mầm non',
    bold: false,
    italic: false,
    boldLead: 11,
    italicSpans: [[21, 31]] as [number, number][],
  };
  const pieces = piecesOf(para, [{ from: 3, to: 19 }]);
  assert.equal(pieces.map((piece) => piece.text).join(''), para.text);
  assert.deepEqual(
    pieces.map(({ text, lit, bold, italic }) => [text, lit, bold, italic]),
    [
      ['1. ', false, true, false],
      ['Mầm non:', true, true, false],
      [' an toàn', true, false, false],
      [', ', false, false, false],
      ['Vụ Mầm non', false, false, true],
    ],
  );
});

test('a stretch that reaches beyond the text does no harm', () => {
  const para = { text: 'ngắn', bold: false, italic: true, boldLead: 0, italicSpans: [] };
  assert.deepEqual(piecesOf(para, [{ from: 0, to: 400 }]), [{ text: 'ngắn', lit: true, italic: true, bold: false }]);
});
