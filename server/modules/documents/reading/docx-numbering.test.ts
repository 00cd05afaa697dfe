import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assemble } from './assemble.ts';
import type { Para } from './blocks.ts';
import { readDocx } from './docx.ts';
import { abstractNum, docx, list, lvl, num, p, run } from './docx-fixture.ts';

function labels(body: string, numbering: string, styles?: string): (string | null)[] {
  const reading = assemble(readDocx(docx({ body, numbering, ...(styles === undefined ? {} : { styles }) })));
  return reading.blocks.map((block) => (block as Para).label);
}

const OUTLINE = abstractNum(
  1,
  lvl(0, 'upperRoman', '%1.'),
  lvl(1, 'decimal', '%2.'),
  lvl(2, 'decimal', '%2.%3.'),
  lvl(3, 'lowerLetter', '%4)'),
  lvl(4, 'bullet', '-'),
);

test('levels count as Word counts them and restart below a higher one', () => {
  const body = [0, 1, 1, 2, 2, 3, 3, 1, 2, 0, 1, 4].map((level) => p('Mục', list(7, level))).join('');
  assert.deepEqual(labels(body, OUTLINE + num(7, 1)), [
    'I.',
    '1.',
    '2.',
    '2.1.',
    '2.2.',
    'a)',
    'b)',
    '3.',
    '3.1.',
    'II.',
    '1.',
    '-',
  ]);
});

test('the depth of an automatic list is known, of a typed one it is not', () => {
  const reading = assemble(
    readDocx(docx({ body: p('Mục', list(7, 1)) + p('1. Mục'), numbering: OUTLINE + num(7, 1) })),
  );
  assert.deepEqual(
    reading.blocks.map((block) => (block as Para).level),
    [1, null],
  );
});

test('two lists on one definition go on counting, unless one starts anew', () => {
  const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const body = p('a', list(1, 0)) + p('b', list(1, 0)) + p('c', list(2, 0)) + p('d', list(3, 0)) + p('e', list(3, 0));
  assert.deepEqual(labels(body, OUTLINE + num(1, 1) + num(2, 1) + num(3, 1, start)), [
    'I.',
    'II.',
    'III.',
    'I.',
    'II.',
  ]);
});

test('legal numbering prints Arabic figures for the Roman level above', () => {
  const numbering = abstractNum(1, lvl(0, 'upperRoman', '%1.'), lvl(1, 'decimal', '%1.%2.', '<w:isLgl/>')) + num(1, 1);
  assert.deepEqual(labels(p('a', list(1, 0)) + p('b', list(1, 1)), numbering), ['I.', '1.1.']);
});

test('a level may restart only after a certain one, or never', () => {
  const numbering =
    abstractNum(1, lvl(0, 'upperRoman', '%1.'), lvl(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>')) + num(1, 1);
  const body = p('a', list(1, 0)) + p('b', list(1, 1)) + p('c', list(1, 0)) + p('d', list(1, 1));
  assert.deepEqual(labels(body, numbering), ['I.', '1.', 'II.', '2.']);
});

test('numbers come through paragraph styles, by the level that the list links to the style', () => {
  const numbering =
    abstractNum(
      1,
      lvl(0, 'upperRoman', '%1.', '<w:pStyle w:val="H1"/>'),
      lvl(1, 'decimal', '%2.', '<w:pStyle w:val="H2"/>'),
    ) + num(5, 1);
  const style = (id: string, extra: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${extra}</w:style>`;
  const numPr = '<w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr>';
  const styles = style('H1', numPr) + style('H2', numPr) + style('H2b', '<w:basedOn w:val="H2"/>');
  const body =
    p('a', '<w:pStyle w:val="H1"/>') +
    p('b', '<w:pStyle w:val="H2"/>') +
    p('c', '<w:pStyle w:val="H2b"/>') +
    p('d', '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>');
  assert.deepEqual(labels(body, numbering, styles), ['I.', '1.', '2.', null]);
});

test('a list that takes its levels from a numbering style finds them, even one that names itself', () => {
  const styles =
    '<w:style w:type="numbering" w:styleId="DS"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
  const numbering =
    abstractNum(1, '<w:numStyleLink w:val="DS"/>') +
    abstractNum(2, '<w:styleLink w:val="DS"/>', lvl(0, 'decimal', '%1)')) +
    num(1, 1) +
    num(2, 2);
  assert.deepEqual(labels(p('a', list(1, 0)) + p('b', list(1, 0)), numbering, styles), ['1)', '2)']);
  const self = abstractNum(1, '<w:numStyleLink w:val="DS"/>', lvl(0, 'decimal', '%1.')) + num(2, 1);
  assert.deepEqual(labels(p('a', list(2, 0)), self, styles), ['1.']);
});

test('bullets of any font print as a dash, a plus or a point', () => {
  const marks = ['-', '–', '\uF02D', '+', '\uF0B7', '\uF0A7', 'o', '●', '*'];
  const numbering = marks.map((mark, i) => abstractNum(i + 1, lvl(0, 'bullet', mark)) + num(i + 1, i + 1)).join('');
  const body = marks.map((_, i) => p('Mục', list(i + 1, 0))).join('');
  assert.deepEqual(labels(body, numbering), ['-', '-', '-', '+', '•', '•', '•', '•', '*']);
});

test('other formats print as Word prints them', () => {
  const formats = ['lowerRoman', 'upperLetter', 'decimalZero', 'decimalEnclosedCircle', 'none'];
  const numbering = formats.map((format, i) => abstractNum(i + 1, lvl(0, format, '%1')) + num(i + 1, i + 1)).join('');
  const body = formats.map((_, i) => p('x', list(i + 1, 0)) + p('y', list(i + 1, 0))).join('');
  assert.deepEqual(labels(body, numbering), ['i', 'ii', 'A', 'B', '01', '02', '①', '②', null, null]);
});

test('a number of a deleted paragraph does not count, words around a number stay', () => {
  const numbering = abstractNum(1, lvl(0, 'decimal', 'Điều %1.')) + num(1, 1);
  const gone = `<w:p><w:pPr>${list(1, 0)}<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>`;
  assert.deepEqual(labels(p('a', list(1, 0)) + gone + p('b', list(1, 0)), numbering), ['Điều 1.', 'Điều 2.']);
});

test('a number set in a TCVN3 font is read as it prints', () => {
  const font = '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>';
  const numbering = abstractNum(1, lvl(0, 'decimal', '§iÒu %1.', font)) + num(1, 1);
  assert.deepEqual(labels(p(run('x'), list(1, 0)), numbering), ['Điều 1.']);
});
