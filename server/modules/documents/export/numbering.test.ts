import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRegular, levelOf, printedNumber, roman } from './numbering.ts';

test('numbers are printed with the sign that the Decree gives them', () => {
  assert.deepEqual(['I', '1.', '1.1', 'a', 'b)', ' đ '].map(printedNumber), ['I.', '1.', '1.1.', 'a)', 'b)', 'đ)']);
  assert.equal(printedNumber(''), null);
  assert.equal(printedNumber(null), null);
});

test('Roman numerals', () => {
  assert.deepEqual([1, 4, 9, 14, 40, 99].map(roman), ['I', 'IV', 'IX', 'XIV', 'XL', 'XCIX']);
});

test('levels of the list', () => {
  assert.deepEqual(['II.', '3.', '3.1.', 'c)', 'Điều 1.'].map(levelOf), [0, 1, 2, 3, null]);
});

test('numbers that a list would print itself are regular', () => {
  assert.ok(isRegular(['I.', '1.', '2.', '2.1.', '2.2.', '3.', 'II.', '1.', 'a)', 'b)', '2.', 'a)']));
  assert.ok(isRegular([]));
});

test('gaps, repeats, foreign signs and the Vietnamese đ are not', () => {
  for (const numbers of [
    ['I.', '2.'],
    ['I.', 'I.'],
    ['I.', '1.', '2.1.'],
    ['Phần 1.'],
    ['I.', '1.1.'],
    ['I.', 'a)', 'b)', 'c)', 'd)', 'đ)'],
  ]) {
    assert.equal(isRegular(numbers), false, numbers.join(' '));
  }
});
