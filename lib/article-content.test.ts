import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import {
  type ArticleContent,
  articleContent,
  type Block,
  contentLimits,
  isSafeLink,
  linksOf,
  picturesOf,
  spellingOf,
  textOf,
} from './article-content.ts';
import { newId } from './id.ts';

const words = (text: string) => ({ type: 'text', text });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const accepts = (value: unknown) => z.safeParse(articleContent, value).success;
const refusal = (value: unknown) => z.safeParse(articleContent, value).error?.issues[0]?.message;

const whole = doc(
  { type: 'heading', attrs: { level: 2 }, content: [words('Ngày hội đọc sách')] },
  paragraph(words('Sáng 20/11, '), { type: 'text', text: '320 học sinh', marks: [{ type: 'bold' }] }),
  { type: 'blockquote', content: [paragraph(words('Em thích nhất truyện cổ tích.'))] },
  { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(words('Khối 6'))] }] },
  {
    type: 'table',
    content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph(words('Lớp 6A'))] }] }],
  },
  {
    type: 'picture',
    attrs: { mediaId: newId(), cutId: newId(), caption: 'Học sinh đọc sách', credit: 'Ảnh: Huyền', alt: 'Ba em nhỏ' },
  },
);

test('headings, quotes, lists, tables and pictures are kept as they were written', () => {
  assert.deepEqual(z.parse(articleContent, whole), whole);
  assert.equal(
    textOf(whole as ArticleContent),
    'Ngày hội đọc sách\nSáng 20/11, 320 học sinh\nEm thích nhất truyện cổ tích.\nKhối 6\nLớp 6A\nHọc sinh đọc sách',
  );
  assert.equal(picturesOf(whole as ArticleContent).length, 1);
});

test('scripts, styles, frames and unknown marks are refused by any door', () => {
  for (const type of ['script', 'style', 'iframe', 'image', 'html', 'codeBlock', '__proto__', ''])
    assert.equal(accepts(doc({ type, content: [words('alert(1)')] })), false, type);
  for (const mark of [
    { type: 'style', attrs: { css: 'x' } },
    { type: 'onclick' },
    { type: 'bold', attrs: { onload: 'x' } },
  ])
    assert.equal(accepts(doc(paragraph({ type: 'text', text: 'a', marks: [mark] }))), false, JSON.stringify(mark));
  assert.equal(accepts(doc({ ...paragraph(words('a')), onclick: 'alert(1)' })), false);
  assert.equal(accepts(doc({ type: 'paragraph', attrs: { style: 'x' } })), false);
});

test('HTML typed as words stays words', () => {
  const text = '<script>alert(1)</script><img src=x onerror=alert(1)>';
  assert.equal(textOf(z.parse(articleContent, doc(paragraph(words(text))))), text);
});

test('a link that could run something is refused, in text and as a video', () => {
  const bad = [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//so.songtra.example',
    'https://a b',
    '',
  ];
  for (const href of bad) {
    assert.equal(isSafeLink(href), false, href);
    const link = { type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href } }] };
    assert.equal(accepts(doc(paragraph(link))), false, href);
    assert.equal(accepts(doc({ type: 'video', attrs: { url: href, title: '' } })), false, href);
  }
  const good = {
    type: 'text',
    text: 'a',
    marks: [{ type: 'link', attrs: { href: 'https://so.songtra.example/tin?x=1' } }],
  };
  assert.deepEqual(linksOf(z.parse(articleContent, doc(paragraph(good)))), ['https://so.songtra.example/tin?x=1']);
});

test('characters that nobody can see are refused, tabs and line ends are not', () => {
  assert.equal(refusal(doc(paragraph(words('a\u0007b')))) !== undefined, true);
  assert.equal(accepts(doc(paragraph(words('a\tb\nc')))), true);
});

function nested(depth: number): unknown {
  let node: unknown = paragraph(words('đáy'));
  for (let i = 0; i < depth; i++) node = { type: 'blockquote', content: [node] };
  return doc(node);
}

test('a text a hundred thousand levels deep gets a sentence, and no check falls over', () => {
  assert.equal(accepts(nested(contentLimits.depth - 2)), true);
  assert.equal(refusal(nested(contentLimits.depth)), 'fields.too-nested');
  assert.equal(refusal(nested(100_000)), 'fields.too-nested');
});

test('ten million characters, and a million empty paragraphs, are told that they are too much', () => {
  const long = Array.from({ length: 200 }, () => paragraph(words('a'.repeat(50_000))));
  assert.equal(refusal(doc(...long)), 'fields.too-long');
  const many = Array.from({ length: 1_000_000 }, () => ({ type: 'paragraph' }));
  const start = performance.now();
  assert.equal(refusal({ type: 'doc', content: many }), 'fields.too-nested');
  assert.ok(performance.now() - start < 1000);
});

test('more pictures than an album holds are too many', () => {
  const attrs = { mediaId: newId(), cutId: newId(), caption: '', credit: '', alt: '' };
  const picture = { type: 'picture', attrs };
  assert.equal(accepts(doc(...Array.from({ length: contentLimits.pictures }, () => picture))), true);
  assert.equal(refusal(doc(...Array.from({ length: contentLimits.pictures + 1 }, () => picture))), 'fields.too-many');
});

test('what is not an article at all is refused', () => {
  for (const value of [
    null,
    undefined,
    1,
    'x',
    [],
    {},
    { type: 'doc' },
    { type: 'doc', content: 'x' },
    doc(null),
    doc(1),
  ])
    assert.equal(accepts(value), false, JSON.stringify(value));
});

test('two spellings of one text are the same text, and a changed mark is another', () => {
  const bound = { kind: 'tin', language: 'vi', title: 'Tin', summary: '', credit: '' };
  const spelt = (content: unknown) => spellingOf({ ...bound, content: { type: 'doc', content: content as Block[] } });
  const one = [{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'a' }] }];
  const same = [{ content: [{ text: 'a', type: 'text' }], attrs: { level: 2 }, type: 'heading' }];
  assert.equal(spelt(one), spelt(same));
  assert.notEqual(spelt(one), spelt([{ ...one[0], attrs: { level: 3 } }]));
});
