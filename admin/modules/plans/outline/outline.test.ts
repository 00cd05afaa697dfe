import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Part } from '#lib/plan-parts.ts';
import type { PlanLine, PlanWhole } from '#modules/plans/plans.contract.ts';
import { Book } from '../editing/book.ts';
import {
  cutAt,
  indentedPlace,
  movedPlace,
  neighbour,
  nextPlace,
  outdentedPlace,
  pastedLines,
  readingOrder,
} from './outline.ts';
import { sectionOf } from './sections.ts';

const line = (id: string, part: Part, parentId: string | null, position: number): PlanLine => ({
  id,
  part,
  parentId,
  position,
  text: id,
  detail: {},
  origin: 'own',
  trace: null,
  targets: [],
  version: 1,
});

/** Two actors, the first with two duties, and two purposes. */
const book = () =>
  new Book({
    plan: { id: 'p', version: 1 } as PlanWhole['plan'],
    history: [],
    lines: [
      line('Văn phòng', 'actor', null, 1),
      line('tham mưu', 'duty', 'Văn phòng', 1),
      line('tổng hợp', 'duty', 'Văn phòng', 2),
      line('Phòng Phổ thông', 'actor', null, 2),
      line('một', 'purpose', null, 1),
      line('hai', 'purpose', null, 2),
    ],
  });

test('a section is read from top to bottom, children behind their parent', () => {
  assert.deepEqual(readingOrder(book(), sectionOf('duty')), ['Văn phòng', 'tham mưu', 'tổng hợp', 'Phòng Phổ thông']);
  assert.equal(neighbour(book(), 'Phòng Phổ thông', -1), 'tổng hợp');
  assert.equal(neighbour(book(), 'Phòng Phổ thông', 1), undefined);
});

test('Enter on an actor begins a duty, on a duty the next, on a purpose the next purpose', () => {
  assert.deepEqual(nextPlace(book(), 'Phòng Phổ thông'), {
    part: 'duty',
    parentId: 'Phòng Phổ thông',
    afterId: null,
  });
  assert.deepEqual(nextPlace(book(), 'tham mưu'), { part: 'duty', parentId: 'Văn phòng', afterId: 'tham mưu' });
  assert.deepEqual(nextPlace(book(), 'một'), { part: 'purpose', parentId: null, afterId: 'một' });
});

test('Alt and an arrow moves among siblings, and a duty on to the next actor', () => {
  assert.deepEqual(movedPlace(book(), 'hai', -1), { part: 'purpose', parentId: null, afterId: null });
  assert.equal(movedPlace(book(), 'một', -1), undefined);
  assert.deepEqual(movedPlace(book(), 'tham mưu', 1), {
    part: 'duty',
    parentId: 'Văn phòng',
    afterId: 'tổng hợp',
  });
  assert.deepEqual(movedPlace(book(), 'tổng hợp', 1), {
    part: 'duty',
    parentId: 'Phòng Phổ thông',
    afterId: null,
  });
});

test('Tab makes a duty of an actor that bears none, Shift Tab an actor of a duty', () => {
  assert.deepEqual(indentedPlace(book(), 'Phòng Phổ thông'), {
    part: 'duty',
    parentId: 'Văn phòng',
    afterId: 'tổng hợp',
  });
  assert.equal(indentedPlace(book(), 'Văn phòng'), undefined);
  assert.equal(indentedPlace(book(), 'hai'), undefined);
  assert.deepEqual(outdentedPlace(book(), 'tham mưu'), { part: 'actor', parentId: null, afterId: 'Văn phòng' });
  assert.equal(outdentedPlace(book(), 'hai'), undefined);
});

test('a pasted list loses its marks and its empty lines, and keeps numbers that belong to the text', () => {
  const pasted = '- Một;\r\n\r\n+ Hai\n  1. Ba\n1.2. Bốn\na) Năm\nđ) Sáu\n20 bài báo\n• Bảy   tám';
  assert.deepEqual(pastedLines(pasted), ['Một;', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu', '20 bài báo', 'Bảy tám']);
});

test('a line is cut at the caret, and what was selected goes', () => {
  assert.deepEqual(cutAt('Một hai ba', 4, 8), ['Một', 'ba']);
});
