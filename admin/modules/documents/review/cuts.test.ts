import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutByKey, cutsOf, firstCut, strongCutsOf } from './cuts.ts';

const text = 'Gửi 04 tin; báo cáo hằng tháng. Phân công 01 người';

test('a text may be cut before every word but the first', () => {
  assert.deepEqual(cutsOf('Gửi  04 tin'), [5, 8]);
  assert.deepEqual(cutsOf('một'), []);
});

test('the cut starts at the sentence or clause nearest to the middle', () => {
  assert.deepEqual(
    strongCutsOf(text).map((at) => text.slice(at, at + 4)),
    ['báo ', 'Phân'],
  );
  assert.equal(firstCut(text), text.indexOf('Phân'));
  assert.equal(firstCut('hai từ'), 4);
  assert.equal(firstCut('một'), undefined);
});

test('arrows move by words and by sentences and stay at the ends', () => {
  const at = text.indexOf('báo');
  assert.equal(cutByKey(text, at, 'ArrowRight'), text.indexOf('cáo'));
  assert.equal(cutByKey(text, at, 'ArrowDown'), text.indexOf('Phân'));
  assert.equal(cutByKey(text, at, 'ArrowUp'), at);
  assert.equal(cutByKey(text, at, 'a'), undefined);
});
