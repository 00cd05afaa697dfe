import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Block, BoundText } from './article-content.ts';
import { diffTexts, isUnchanged } from './article-diff.ts';
import { newId } from './id.ts';

const p = (text: string): Block => ({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] });
const [mediaId, cutId] = [newId(), newId()];
const photo = (caption: string, more: object = {}): Block => ({
  type: 'picture',
  attrs: { mediaId, cutId, caption, credit: 'Ảnh: Huyền', alt: 'Ba em nhỏ', ...more },
});
const text = (content: Block[], more: Partial<BoundText> = {}): BoundText => ({
  kind: 'tin',
  language: 'vi',
  title: 'Ngày hội đọc sách',
  summary: '',
  credit: '',
  content: { type: 'doc', content },
  ...more,
});
const kinds = (before: Block[], after: Block[]) => diffTexts(text(before), text(after)).blocks.map((one) => one.kind);

test('words that were put in and taken out are marked within their paragraph', () => {
  const { blocks } = diffTexts(text([p('Hơn 320 học sinh tham gia.')]), text([p('Hơn 350 học sinh khối 6 tham gia.')]));
  assert.deepEqual(
    blocks[0]?.words.filter((word) => word.kind !== 'same'),
    [
      { kind: 'removed', text: '320 ' },
      { kind: 'added', text: '350 ' },
      { kind: 'added', text: 'khối 6 ' },
    ],
  );
});

test('a new paragraph, one that is gone and one that moved are told apart', () => {
  const [a, b, c] = [p('Đoạn về lễ khai mạc.'), p('Đoạn về các trò chơi.'), p('Đoạn về lễ trao quà.')];
  assert.deepEqual(kinds([a, b], [a, p('Một đoạn hoàn toàn khác.'), b]), ['same', 'added', 'same']);
  assert.deepEqual(kinds([a, b, c], [a, c]), ['same', 'removed', 'same']);
  assert.deepEqual(kinds([a, b, c], [b, c, a]).toSorted(), ['moved', 'same', 'same']);
});

test('a picture that moved, and one of which the caption or the cut changed', () => {
  const [a, b] = [p('Đoạn về lễ khai mạc.'), p('Đoạn về các trò chơi.')];
  assert.ok(kinds([photo('Các em'), a, b], [a, b, photo('Các em')]).includes('moved'));
  const { blocks } = diffTexts(
    text([photo('Các em đọc sách')]),
    text([photo('Các em vẽ tranh', { cutId: newId(), alt: 'Hai em' })]),
  );
  assert.deepEqual([blocks[0]?.kind, blocks[0]?.facts], ['changed', ['alt', 'cut']]);
});

test('a paragraph that became bold or a heading changed its look, not its words', () => {
  const heading: Block = { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Khai mạc' }] };
  const [only] = diffTexts(text([p('Khai mạc')]), text([heading])).blocks;
  assert.deepEqual([only?.kind, only?.look], ['changed', true]);
});

test('title, summary and credit are compared by words', () => {
  const diff = diffTexts(text([]), text([], { title: 'Ngày hội đọc sách 2026', credit: 'Nông Thị Huyền' }));
  assert.deepEqual(
    diff.facts.map((one) => one.name),
    ['title', 'credit'],
  );
  assert.equal(isUnchanged(diff), false);
  assert.equal(isUnchanged(diffTexts(text([p('a')]), text([p('a')]))), true);
});

test('two texts of 400,000 characters that have nothing in common are compared in time', () => {
  const long = (word: string) =>
    Array.from({ length: 2000 }, (_, at) => p(`${word}${at} ${`${word}${at % 7} `.repeat(40)}`));
  const start = performance.now();
  diffTexts(text(long('hoa')), text(long('qua')));
  diffTexts(text([p('hoa mai '.repeat(25_000))]), text([p('qua cam '.repeat(25_000))]));
  const took = performance.now() - start;
  assert.ok(took < 3000, `${took} ms`);
});
