import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prefixQuery } from './prefix-query.ts';

test('marks and case are ignored, the last word may be unfinished', () => {
  assert.equal(prefixQuery('THCS Suối Ng'), 'thcs & suoi & ng:*');
  assert.equal(prefixQuery('Đông Hòa'), 'dong & hoa:*');
});

test('signs cannot become operators of the query', () => {
  assert.equal(prefixQuery("a' | !b:* <-> (c)"), 'a & b & c:*');
  assert.equal(prefixQuery('123/KH-SGDĐT'), '123 & kh & sgddt:*');
});

test('nothing searchable gives no query', () => {
  for (const typed of ['', '   ', '!!!', '-–—', '\u0000']) assert.equal(prefixQuery(typed), null);
});

test('a long text is cut to twelve words', () => {
  assert.equal(prefixQuery('a '.repeat(100))?.split(' & ').length, 12);
});
