import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Block } from '#lib/article-content.ts';
import { noWords } from './draft.ts';
import { clashingFields, joined, partsOf } from './parts.ts';
import { runsOf } from './runs.ts';

const p = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const text = (title: string, ...lines: string[]) => ({
  ...noWords('tin', 'vi'),
  title,
  content: { type: 'doc' as const, content: lines.map(p) },
});
const linesOf = (blocks: readonly Block[]) =>
  blocks.map((block) =>
    'content' in block && block.content?.[0] && 'text' in block.content[0] ? block.content[0].text : '',
  );

test('rows are told apart where they differ, and nowhere else', () => {
  assert.deepEqual(runsOf(['a', 'b', 'c'], ['a', 'x', 'c']), [{ from: 1, to: 2, start: 1, end: 2 }]);
  assert.deepEqual(runsOf(['a', 'b'], ['a', 'b', 'c']), [{ from: 2, to: 2, start: 2, end: 3 }]);
  assert.deepEqual(runsOf(['a', 'b', 'c', 'd'], ['b', 'd', 'e']), [
    { from: 0, to: 1, start: 0, end: 0 },
    { from: 2, to: 3, start: 1, end: 1 },
    { from: 4, to: 4, start: 2, end: 3 },
  ]);
  assert.deepEqual(runsOf([], []), []);
});

describe('cô Ngọc and thầy Tuấn Anh wrote in the same text', () => {
  const base = text('Ngày hội', 'Buổi sáng.', 'Hơn 320 em dự.', 'Trao quà.');
  const mine = text('Ngày hội đọc sách', 'Buổi sáng.', 'Gần 350 em dự.', 'Trao quà.', 'Hẹn năm sau.');
  const theirs = text('Ngày hội sách', 'Buổi sáng nắng đẹp.', 'Tất cả 318 em dự.', 'Trao quà.');

  test('only what both changed has to be chosen; each sees who changed the rest', () => {
    const parts = partsOf(base.content.content, mine.content.content, theirs.content.content);
    assert.deepEqual(
      parts.map((part) => [part.by, linesOf(part.mine)[0] ?? '', linesOf(part.theirs)[0] ?? '']),
      [
        ['theirs', 'Buổi sáng.', 'Buổi sáng nắng đẹp.'],
        ['both', 'Gần 350 em dự.', 'Tất cả 318 em dự.'],
        ['nobody', 'Trao quà.', 'Trao quà.'],
        ['mine', 'Hẹn năm sau.', ''],
      ],
    );
    assert.deepEqual(clashingFields(base, mine, theirs), ['title']);
  });

  test('words of one paragraph that do not touch go together by themselves', () => {
    const one = partsOf(
      [p('Hơn 320 em dự buổi lễ.')],
      [p('Gần 320 em dự buổi lễ.')],
      [p('Hơn 320 em dự buổi lễ khai mạc.')],
    );
    assert.deepEqual(
      one.map((part) => [part.by, linesOf(part.mine)]),
      [['together', ['Gần 320 em dự buổi lễ khai mạc.']]],
    );
  });

  test('the choice decides, and both may be kept', () => {
    const lines = (choice: 'mine' | 'theirs' | 'both') =>
      linesOf(joined([base, mine, theirs], () => choice).content.content);
    assert.deepEqual(lines('mine'), ['Buổi sáng nắng đẹp.', 'Gần 350 em dự.', 'Trao quà.', 'Hẹn năm sau.']);
    assert.deepEqual(lines('theirs'), ['Buổi sáng nắng đẹp.', 'Tất cả 318 em dự.', 'Trao quà.', 'Hẹn năm sau.']);
    assert.deepEqual(lines('both').slice(1, 3), ['Gần 350 em dự.', 'Tất cả 318 em dự.']);
    assert.equal(joined([base, mine, theirs], () => 'theirs').title, 'Ngày hội sách');
  });
});
