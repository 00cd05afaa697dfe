import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Branches, extended, linesOf, missing, moreId, parentToExtend } from './unit-branches.ts';

const unit = (id: string, children = 0) => ({
  id,
  name: `Đơn vị ${id}`,
  shortName: null,
  kind: 'division' as const,
  children,
});
const more = (name: string) => `Xem thêm của ${name}`;
const none: Branches = new Map();

test('a unit without children is a leaf; one with children can be opened before they are brought', () => {
  const branches = extended(none, '', { items: [unit('a', 2), unit('b')], next: null });
  const [a, b] = linesOf(branches, more);
  assert.deepEqual(a?.children, []);
  assert.equal(b?.children, undefined);
});

test('a long branch ends with a line that brings the rest, which then stands behind what was there, once', () => {
  const first = extended(none, '', { items: [unit('a', 3)], next: null });
  const half = extended(first, 'a', { items: [unit('1'), unit('2')], next: '2' });
  const lines = linesOf(half, more)[0]?.children ?? [];
  assert.deepEqual(
    lines.map((line) => line.id),
    ['1', '2', moreId('a')],
  );
  assert.equal(lines[2]?.label, 'Xem thêm của Đơn vị a');
  assert.equal(parentToExtend(moreId('a')), 'a');
  assert.equal(parentToExtend('a'), undefined);
  const whole = extended(half, 'a', { items: [unit('2'), unit('3')], next: null });
  assert.deepEqual(
    (linesOf(whole, more)[0]?.children ?? []).map((line) => line.id),
    ['1', '2', '3'],
  );
});

test('the roots and every open branch are brought once', () => {
  assert.deepEqual(missing(none, new Set(['a'])), ['', 'a']);
  assert.deepEqual(missing(extended(none, '', { items: [unit('a', 1)], next: null }), new Set(['a'])), ['a']);
});
