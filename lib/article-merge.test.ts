import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Block, type BoundText, textOf } from './article-content.ts';
import { mergeTexts } from './article-merge.ts';

const p = (text: string): Block => ({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] });
const text = (blocks: Block[], more: Partial<BoundText> = {}): BoundText => ({
  kind: 'tin',
  language: 'vi',
  title: 'Ngày hội đọc sách',
  summary: '',
  credit: '',
  content: { type: 'doc', content: blocks },
  ...more,
});
const lines = (merged: { text: BoundText }) => textOf(merged.text.content).split('\n');

const opening = 'Sáng 20/11, Trường THCS Suối Ngọc tổ chức Ngày hội đọc sách.';
const pupils = 'Hơn 320 học sinh đã tham gia.';
const base = text([p(opening), p(pupils), p('Kết thúc ngày hội, nhà trường trao quà.')]);

test('Cô Huyền and thầy Tuấn Anh write in different paragraphs: both are kept', () => {
  const mine = text([p(`${opening} Trời nắng đẹp.`), p(pupils), p('Kết thúc ngày hội, nhà trường trao quà.')]);
  const theirs = text([p(opening), p(pupils), p('Kết thúc ngày hội, nhà trường trao 40 phần quà.')]);
  const merged = mergeTexts(base, mine, theirs);
  assert.deepEqual(merged.conflicts, []);
  assert.deepEqual(lines(merged), [
    `${opening} Trời nắng đẹp.`,
    pupils,
    'Kết thúc ngày hội, nhà trường trao 40 phần quà.',
  ]);
});

test('in one paragraph words that do not touch come together', () => {
  const mine = text([p(opening), p('Hơn 350 học sinh đã tham gia.'), p('Kết thúc ngày hội, nhà trường trao quà.')]);
  const theirs = text([
    p(opening),
    p('Hơn 320 học sinh khối 6 và khối 7 đã tham gia.'),
    p('Kết thúc ngày hội, nhà trường trao quà.'),
  ]);
  const merged = mergeTexts(base, mine, theirs);
  assert.deepEqual(merged.conflicts, []);
  assert.equal(lines(merged)[1], 'Hơn 350 học sinh khối 6 và khối 7 đã tham gia.');
});

test('the same word changed by both is a conflict that names both', () => {
  const mine = text([p(opening), p('Hơn 350 học sinh đã tham gia.'), base.content.content[2]!]);
  const theirs = text([p(opening), p('Hơn 400 học sinh đã tham gia.'), base.content.content[2]!]);
  assert.deepEqual(mergeTexts(base, mine, theirs).conflicts, [
    { where: 'content', base: '320', mine: '350', theirs: '400' },
  ]);
});

test('both begin a new paragraph at the end: one stands behind the other', () => {
  const mine = text([...base.content.content, p('Ảnh: Huyền.')]);
  const theirs = text([...base.content.content, p('Bài: Tuấn Anh.')]);
  const merged = mergeTexts(base, mine, theirs);
  assert.deepEqual(merged.conflicts, []);
  assert.deepEqual(lines(merged).slice(3), ['Bài: Tuấn Anh.', 'Ảnh: Huyền.']);
});

test('a paragraph that one deletes while the other goes on with it stays', () => {
  const mine = text([p(opening), base.content.content[2]!]);
  const theirs = text([p(opening), p(`${pupils} Các em rất vui.`), base.content.content[2]!]);
  assert.equal(lines(mergeTexts(base, mine, theirs))[1], `${pupils} Các em rất vui.`);
  assert.equal(lines(mergeTexts(base, theirs, mine))[1], `${pupils} Các em rất vui.`);
});

test('a paragraph divided by one and corrected by the other in its first half', () => {
  const one = text([p('Thầy cô chuẩn bị từ sớm. Học sinh đến rất đông.')]);
  const mine = text([p('Thầy cô chuẩn bị từ sớm.'), p('Học sinh đến rất đông.')]);
  const theirs = text([p('Các thầy cô chuẩn bị từ sớm. Học sinh đến rất đông.')]);
  const said = mergeTexts(one, mine, theirs);
  assert.deepEqual(said.conflicts, []);
  assert.ok(lines(said).join(' ').includes('Các') && lines(said).length === 2, lines(said).join('|'));
});

test('title, summary and credit go by words; kind and language as a whole', () => {
  const was = text([], { title: 'Ngày hội đọc sách', summary: 'Tin ngắn' });
  const mine = text([], { title: 'Ngày hội đọc sách năm 2026', summary: 'Tin ngắn', kind: 'bai' });
  const theirs = text([], { title: 'Tưng bừng Ngày hội đọc sách', summary: 'Tin vắn', language: 'mww' });
  const { text: merged, conflicts } = mergeTexts(was, mine, theirs);
  assert.deepEqual(conflicts, []);
  assert.deepEqual(
    [merged.title, merged.summary, merged.kind, merged.language],
    ['Tưng bừng Ngày hội đọc sách năm 2026', 'Tin vắn', 'bai', 'mww'],
  );
  assert.deepEqual(
    mergeTexts(was, { ...was, kind: 'bai' }, { ...was, kind: 'anh' }).conflicts.map((c) => c.where),
    ['kind'],
  );
});

test('a table changed by both is a conflict, changed by one it is taken whole', () => {
  const table = (cell: string): Block => ({
    type: 'table',
    content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [p(cell)] }] }],
  });
  const was = text([p('Bảng tổng hợp'), table('6A: 30')]);
  const mine = text([p('Bảng tổng hợp'), table('6A: 31')]);
  assert.deepEqual(mergeTexts(was, mine, text([p('Bảng tổng hợp quà tặng'), table('6A: 30')])).conflicts, []);
  assert.equal(mergeTexts(was, mine, text([p('Bảng tổng hợp'), table('6A: 32')])).conflicts.length, 1);
});

test('items of one list changed by two people', () => {
  const list = (...items: string[]): Block => ({
    type: 'bulletList',
    content: items.map((one) => ({ type: 'listItem', content: [p(one)] })),
  });
  const was = text([list('Khối 6', 'Khối 7')]);
  const merged = mergeTexts(was, text([list('Khối 6: 80 em', 'Khối 7')]), text([list('Khối 6', 'Khối 7: 75 em')]));
  assert.deepEqual([merged.conflicts, lines(merged)], [[], ['Khối 6: 80 em', 'Khối 7: 75 em']]);
});

test('bold given by one and words typed by the other in the same paragraph', () => {
  const bold: Block = {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Hơn ' },
      { type: 'text', text: '320', marks: [{ type: 'bold' }] },
      { type: 'text', text: ' học sinh đã tham gia.' },
    ],
  };
  const was = text([p(pupils)]);
  const merged = mergeTexts(was, text([bold]), text([p('Hơn 320 học sinh đã tham gia rất vui.')]));
  assert.deepEqual(merged.conflicts, []);
  const [line] = merged.text.content.content;
  assert.deepEqual(line?.type === 'paragraph' && line.content, [
    { type: 'text', text: 'Hơn ' },
    { type: 'text', text: '320', marks: [{ type: 'bold' }] },
    { type: 'text', text: ' học sinh đã tham gia rất vui.' },
  ]);
});

/** Numbers that look random and are the same each time. */
function dice(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const vocabulary = 'em học sinh thầy cô trường lớp đọc sách vui mùa thu năm học mới quà tặng'.split(' ');

/** One editor's changes: words typed have names of their own, so that each can be looked for. */
function edited(blocks: readonly string[][], by: string, roll: (below: number) => number): string[][] {
  const result = blocks.map((words) => [...words]);
  for (let n = 0; n < 1 + roll(6); n++) {
    const at = roll(Math.max(result.length, 1));
    const words = result[at] ?? [];
    const act = roll(7);
    if (act <= 2) words.splice(roll(words.length + 1), 0, `${by}${n}`);
    else if (act === 3) words.splice(roll(words.length + 1), 1 + roll(3), `${by}${n}`);
    else if (act === 4) result.splice(at, 0, [`${by}${n}`, `${by}${n}b`]);
    else if (act === 5 && result.length > 1) result.splice(at, 1);
    else if (result.length > 0) result.splice(at, 1, words.slice(0, words.length >> 1), words.slice(words.length >> 1));
  }
  return result;
}

test('five thousand pairs of edits: each typed word stands in the result once, or in a conflict', () => {
  let [clean, total] = [0, 0];
  for (let seed = 1; seed <= 5000; seed++) {
    const roll = dice(seed);
    const was = Array.from({ length: 1 + roll(6) }, () =>
      Array.from({ length: roll(12) }, () => vocabulary[roll(vocabulary.length)]!),
    );
    const [mine, theirs] = [edited(was, 'm', roll), edited(was, 't', roll)];
    const asText = (blocks: string[][]) => text(blocks.map((words) => p(words.join(' '))));
    const { text: merged, conflicts } = mergeTexts(asText(was), asText(mine), asText(theirs));
    const found = textOf(merged.content).split(/\s+/);
    const named = conflicts.flatMap((one) => `${one.mine} ${one.theirs}`.split(/\s+/));
    for (const word of [...mine, ...theirs].flat().filter((one) => /^[mt]\d/.test(one))) {
      const times = found.filter((one) => one === word).length;
      assert.ok(times === 1 || named.includes(word), `seed ${seed}: ${word} stands ${times} times`);
    }
    total++;
    if (conflicts.length === 0) clean++;
  }
  assert.ok(clean > total / 2, `${clean} of ${total} without a conflict`);
});

test('two texts of 400,000 characters are brought together in time', () => {
  const long = Array.from({ length: 2000 }, (_, at) => p(`Đoạn ${at} ${'học sinh đọc sách rất vui '.repeat(7)}`));
  const mine = long.map((one, at) => (at % 50 === 0 ? p(`Đoạn ${at} của cô Huyền`) : one));
  const theirs = long.map((one, at) => (at % 50 === 25 ? p(`Đoạn ${at} của thầy Tuấn Anh`) : one));
  const one = Array.from({ length: 40_000 }, (_, at) => vocabulary[(at * 7) % vocabulary.length]!).join(' ');
  const start = performance.now();
  assert.deepEqual(mergeTexts(text(long), text(mine), text(theirs)).conflicts, []);
  mergeTexts(text([p(one)]), text([p(one.replaceAll('em', 'anh'))]), text([p(one.replaceAll('vui', 'thích'))]));
  const took = performance.now() - start;
  assert.ok(took < 3000, `${took} ms`);
});
