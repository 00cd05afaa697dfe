import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askStates } from '#modules/cascade/cascade.contract.ts';
import { isGap, percent, spreadOf, withOwn } from './counts.ts';

const asks = (change: Partial<Record<(typeof askStates)[number], number>>) => askStates.map((s) => change[s] ?? 0);

test('units that have come far have come through every step before', () => {
  // unopened, unanswered, wants-change, loose, done
  assert.deepEqual(spreadOf([2, 3, 1, 1, 5]), { sent: 12, opened: 10, answered: 7, done: 5 });
  assert.deepEqual(spreadOf([0, 0, 0, 0, 0]), { sent: 0, opened: 0, answered: 0, done: 0 });
});

test('a line is a gap when it was asked of somebody and nobody took it up', () => {
  assert.equal(isGap(asks({ unopened: 2, 'not-ours': 3 })), true);
  assert.equal(isGap(asks({ unopened: 9, loose: 1 })), false, 'taken up without a day is taken up');
  assert.equal(isGap(asks({ known: 4 })), false, 'what is only to be known owes nothing');
  assert.equal(isGap(asks({})), false, 'nobody was asked');
});

test('a commune counts beside the schools below it', () => {
  const adopted = askStates.indexOf('adopted');
  assert.deepEqual(withOwn(asks({ unopened: 2, adopted: 1 }), adopted), asks({ unopened: 2, adopted: 2 }));
  assert.deepEqual(withOwn(null, adopted), asks({ adopted: 1 }));
  assert.equal(withOwn(null, null), null);
});

test('a share of nothing is nothing', () => {
  assert.equal(percent(2, 3), 67);
  assert.equal(percent(0, 0), 0);
});
