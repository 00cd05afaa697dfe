import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldsOfLine, isBlank, type LineContent, lineOfFields, tidyLine } from './content.ts';
import {
  acknowledged,
  contested,
  type Entry,
  edited,
  type Known,
  keptMine,
  leaving,
  newEntry,
  readEntry,
  refreshed,
  tookTheirs,
} from './entry.ts';
import { merge } from './merge.ts';

const shape = { tidy: tidyLine, fields: fieldsOfLine, content: lineOfFields };
const line = (text: string, detail: Record<string, unknown> = {}): LineContent =>
  tidyLine({ part: 'area', parentId: null, text, detail, targets: [], trace: null });
const known = (content: LineContent, version: number, position = 1): Known<LineContent> => ({
  content,
  version,
  position,
});
const read = (text: string, detail = {}) => readEntry('a', known(line(text, detail), 1));
const put = (entry: Entry<LineContent>, text: string) => edited(entry, { ...entry.mine, text });

test('what was typed while a line was on its way is still to be sent', () => {
  const first = put(read('Một'), 'Một hai');
  const sent = first.mine;
  const more = put({ ...first, state: 'sending' }, 'Một hai ba');
  const after = acknowledged(more, sent, known(line('Một hai'), 2), shape);
  assert.equal(after.state, 'typed');
  assert.equal(after.mine.text, 'Một hai ba');
  assert.equal(after.known?.version, 2);
});

test('a space at the end of what is being typed is neither lost nor sent again', () => {
  const typed = put(read('Một'), 'Một hai ');
  const after = acknowledged(typed, typed.mine, known(line('Một hai'), 2), shape);
  assert.equal(after.state, 'saved');
  assert.equal(after.mine.text, 'Một hai ');
});

test('two people on two fields of a line are brought together', () => {
  const mine = put(read('Cũ', { title: 'Mầm non' }), 'Mới');
  const after = contested(mine, known(line('Cũ', { title: 'Giáo dục mầm non' }), 2), shape);
  assert.equal(after.state, 'typed');
  assert.equal(after.mine.text, 'Mới');
  assert.equal(after.mine.detail.title, 'Giáo dục mầm non');
  assert.equal(after.known?.version, 2);
});

test('two people on one text clash, and both texts are there', () => {
  const after = contested(put(read('Cũ'), 'Bản của Lan'), known(line('Bản của Sen'), 2), shape);
  assert.equal(after.state, 'clash');
  assert.deepEqual(after.clash?.fields, ['text']);
  assert.equal(after.mine.text, 'Bản của Lan');
  assert.equal(after.clash?.theirs?.content.text, 'Bản của Sen');
});

test('keeping mine sends it over their version; a third wording too; taking theirs sends nothing', () => {
  const clash = contested(put(read('Cũ'), 'Lan'), known(line('Sen'), 2), shape);
  const mine = keptMine(clash);
  assert.equal(mine.state, 'typed');
  assert.equal(mine.known?.version, 2);
  assert.equal(keptMine(put(clash, 'Lan và Sen')).mine.text, 'Lan và Sen');
  assert.equal(tookTheirs(clash)?.mine.text, 'Sen');
  assert.equal(tookTheirs(clash)?.state, 'saved');
});

test('a line that somebody deleted is written anew when its text is kept', () => {
  const clash = contested(put(read('Cũ'), 'Mới'), null, shape);
  assert.equal(clash.state, 'clash');
  const kept = keptMine(clash);
  assert.equal(kept.known, null);
  assert.equal(kept.moved, true);
  assert.equal(tookTheirs(clash), null);
});

test('my own words that came back from a lost reply are no conflict', () => {
  const after = contested(put(read('Cũ'), 'Mới'), known(line('Mới'), 2), shape);
  assert.equal(after.state, 'saved');
});

test('a line that was only moved by somebody else takes my text', () => {
  const after = contested(put(read('Cũ'), 'Mới'), known(line('Cũ'), 2, 5), shape);
  assert.equal(after.state, 'typed');
  assert.equal(after.mine.text, 'Mới');
});

test('news from the server touches only what I have not', () => {
  assert.equal(refreshed(read('Cũ'), known(line('Mới'), 2)).mine.text, 'Mới');
  assert.equal(refreshed(put(read('Cũ'), 'Của tôi'), known(line('Mới'), 2)).mine.text, 'Của tôi');
  const newer = readEntry('a', known(line('Mới hơn'), 3));
  assert.equal(refreshed(newer, known(line('Cũ'), 2)).mine.text, 'Mới hơn');
});

test('a line that was moved again while it was on its way keeps its last place', () => {
  const sent = { ...newEntry('b', line('Thêm'), 2), moved: false };
  const moved = { ...sent, position: 9, moved: true };
  const after = acknowledged(moved, sent.mine, known(line('Thêm'), 1, 2), shape);
  assert.equal(after.position, 9);
  assert.equal(after.moved, true);
  assert.equal(after.state, 'typed');
});

test('a new line has no version until the server has it', () => {
  const entry = leaving(newEntry('b', line('Thêm'), 2));
  assert.equal(entry.known, null);
  assert.equal(acknowledged(entry, entry.mine, known(line('Thêm'), 1, 7), shape).known?.version, 1);
});

test('a line with a title, a product or a target is not blank', () => {
  assert.equal(isBlank(line('  ')), true);
  assert.equal(isBlank(line('', { title: 'Mầm non' })), false);
});

test('fields that nobody touched stay, and one changed by both in the same way is no clash', () => {
  const { fields, clashes } = merge({ a: 1, b: 1, c: 1 }, { a: 2, b: 1, c: 3 }, { a: 2, b: 5, c: 1 });
  assert.deepEqual(fields, { a: 2, b: 5, c: 3 });
  assert.deepEqual(clashes, []);
});
