import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fontMetricsFile } from '../bin/font-metrics.ts';
import { balancedLines, isCovered, singleSpacing, textWidth, wrapText } from './font-metrics.ts';

test('the table in the repository is the one of the installed fonts', () => {
  const kept = readFileSync(new URL('./font-metrics.gen.ts', import.meta.url), 'utf8');
  assert.equal(kept, fontMetricsFile());
});

test('widths are those of Times New Roman', () => {
  assert.equal(textWidth('0', 'regular', 1000), 500);
  assert.equal(Math.round(textWidth('W', 'bold', 1000)), 1000);
  assert.equal(textWidth('ế', 'regular', 14), textWidth('e', 'regular', 14));
  assert.ok(Math.abs(singleSpacing - 1.15) < 0.002);
});

test('every Vietnamese letter is in all four styles', () => {
  const letters = 'aàảãáạăằẳẵắặâầẩẫấậđeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ“”–…•₫№';
  for (const letter of letters + letters.toLocaleUpperCase('vi'))
    assert.ok(isCovered(letter.codePointAt(0) ?? 0), letter);
  assert.equal(isCovered('😀'.codePointAt(0) ?? 0), false);
});

test('text wraps at spaces and after hyphens, never at a no-break space', () => {
  const width = textWidth('giáo dục', 'regular', 14) + 0.1;
  assert.deepEqual(wrapText('giáo dục đào tạo', 'regular', 14, width), ['giáo dục', 'đào tạo']);
  assert.deepEqual(wrapText('giáo dục-đào tạo', 'regular', 14, width), ['giáo', 'dục-đào', 'tạo']);
  assert.deepEqual(wrapText('a\u00a0b', 'regular', 14, width), ['a\u00a0b']);
  assert.deepEqual(wrapText('một\n\nhai', 'regular', 14, width), ['một', '', 'hai']);
});

test('a word wider than the column is cut and none of it is lost', () => {
  const word = 'x'.repeat(100);
  const lines = wrapText(`a ${word} b`, 'regular', 14, 80);
  assert.equal(lines.join('').replaceAll(' ', ''), `a${word}b`);
  for (const line of lines) assert.ok(textWidth(line, 'regular', 14) <= 80, line);
});

test('a long name breaks into even lines at the places that are liked', () => {
  const options = { style: 'bold', size: 13, width: 185 } as const;
  const breakWorth = (_: string, after: string) => (after === 'TỈNH' ? 0.5 : 0);
  assert.deepEqual(balancedLines('ỦY BAN NHÂN DÂN TỈNH THANH HÀ', { ...options, breakWorth }), [
    'ỦY BAN NHÂN DÂN',
    'TỈNH THANH HÀ',
  ]);
  assert.deepEqual(balancedLines('UBND TỈNH', options), ['UBND TỈNH']);
  const long = balancedLines(Array(200).fill('chữ').join(' '), options);
  assert.equal(long.join(' ').split(' ').length, 200);
});
