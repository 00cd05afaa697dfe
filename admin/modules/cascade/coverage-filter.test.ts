import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverageFilters, isNarrowed, reminderFilterOf, tabOf, unitFilterOf } from './coverage-filter.ts';

const given = (change: Partial<typeof coverageFilters>) => ({ ...coverageFilters, ...change });

test('an empty address shows all units on the first tab', () => {
  const filters = given({});
  assert.equal(tabOf(filters), 'don-vi');
  assert.equal(isNarrowed(filters), false);
  assert.deepEqual(JSON.parse(JSON.stringify(unitFilterOf(filters))), {});
});

test('what is listed and what is reminded are the same units', () => {
  const filters = given({ trong: 'u', trangthai: 'unopened,unanswered,nonsense', han: 'qua', taikhoan: 'chua' });
  assert.ok(isNarrowed(filters));
  const listed = unitFilterOf(filters);
  const reminded = reminderFilterOf(filters);
  assert.equal(listed.states, 'unopened,unanswered');
  assert.deepEqual(reminded.states, ['unopened', 'unanswered']);
  assert.deepEqual({ ...listed, states: null }, { ...reminded, states: null });
  assert.deepEqual([listed.within, listed.late, listed.account], ['u', 'yes', 'without']);
});

test('a state of a line is asked for only with its line', () => {
  assert.equal(unitFilterOf(given({ dongtt: 'loose' })).lineState, undefined);
  assert.equal(unitFilterOf(given({ dong: 'l', dongtt: 'loose' })).lineState, 'loose');
  assert.equal(unitFilterOf(given({ dong: 'l', dongtt: 'nonsense' })).lineState, undefined);
});
