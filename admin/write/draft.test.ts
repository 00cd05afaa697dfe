import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Block } from '#lib/article-content.ts';
import { type Draft, isBegun, isUnsent, noWords, sameWords, toSend } from './draft.ts';
import { pictureOf } from './photo.ts';
import { picturesIn, withChange, withMove, withPictures } from './pictures.ts';

const p = (text = ''): Block => ({ type: 'paragraph', ...(text && { content: [{ type: 'text', text }] }) });
const doc = (...content: Block[]) => ({ type: 'doc' as const, content });
const waiting = pictureOf({ id: 'anh-1', cutId: null });
const ready = pictureOf({ id: 'anh-2', cutId: 'ban-2' });
const draft = (change: Partial<Draft> = {}): Draft => ({
  ...{ id: 'bai', personId: 'anh', unitId: 'cs2', teamId: null, assignmentId: null, words: noWords('tin', 'vi') },
  ...{ base: null, pending: null, theirs: null, refused: null, stage: 'writing' as const, touchedAt: 0 },
  ...change,
});

describe('what goes to the server', () => {
  test('photos that the server has not drawn yet stay on the phone, and blank lines at the end too', () => {
    const content = withPictures(doc(p('Sáng nay trồng cây.')), [waiting, ready]);
    const words = { ...noWords('tin', 'vi'), title: ' Trồng cây ', content: doc(...content.content, p(), p()) };
    const sent = toSend(words);
    assert.equal(sent.title, 'Trồng cây');
    assert.deepEqual(picturesIn(sent.content), [ready]);
    assert.equal(sent.content.content.length, 2);
  });

  test('a quote that held nothing but such a photo keeps a blank line, as it may not be empty', () => {
    const quote: Block = { type: 'blockquote', content: [{ type: 'picture', attrs: waiting }] };
    assert.deepEqual(toSend({ ...noWords('tin', 'vi'), content: doc(quote, p('hết')) }).content.content[0], {
      type: 'blockquote',
      content: [{ type: 'paragraph' }],
    });
  });

  test('keys in another order and attributes that say nothing are the same words', () => {
    const one = {
      ...noWords('tin', 'vi'),
      content: doc({ type: 'orderedList', attrs: { start: 1, type: null }, content: [] }),
    };
    const other = { ...noWords('tin', 'vi'), content: doc({ content: [], attrs: { start: 1 }, type: 'orderedList' }) };
    assert.equal(sameWords(one, other), true);
  });
});

describe('a draft on the phone', () => {
  test('an empty page is no draft; one letter of a title, or one photo, begins it', () => {
    assert.equal(isBegun(draft()), false);
    assert.equal(isBegun(draft({ words: { ...noWords('tin', 'vi'), title: 'N' } })), true);
    assert.equal(isBegun(draft({ words: { ...noWords('tin', 'vi'), content: withPictures(doc(), [waiting]) } })), true);
  });

  test('it is unsent until the server has these words, and again after the next key', () => {
    const words = { ...noWords('tin', 'vi'), title: 'Ngày hội' };
    const base = { version: 1, words, savedAt: '2026-11-20T07:00:00Z' };
    assert.equal(isUnsent(draft({ words })), true);
    assert.equal(isUnsent(draft({ words, base })), false);
    assert.equal(isUnsent(draft({ words: { ...words, title: 'Ngày hội đọc' }, base })), true);
    assert.equal(
      isUnsent(draft({ words: { ...words, title: 'Ngày hội ' }, base })),
      false,
      'a blank is nothing to send',
    );
  });
});

describe('photos in a text', () => {
  const content = doc(p('một'), { type: 'picture', attrs: ready }, p('hai'));
  test('they get other words wherever they stand', () => {
    const [picture] = picturesIn(withChange(content, 'anh-2', { caption: 'Các em trồng cây' }));
    assert.equal(picture?.caption, 'Các em trồng cây');
  });
  test('they go up and down by one block, and no further than the text', () => {
    const up = withMove(content, 'anh-2', -1);
    assert.equal(up.content[0]?.type, 'picture');
    assert.equal(withMove(up, 'anh-2', -1), up);
    assert.equal(withMove(content, 'anh-2', 1).content[2]?.type, 'picture');
  });
});
