import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Decision, Run } from '#modules/articles/steps.contract.ts';
import { skipReason, stopsOf } from './run-stops.ts';

const step = (key: string, name: string) => ({
  key,
  name,
  by: 'editor' as const,
  personId: null,
  personName: null,
  days: 2,
  optional: false,
  ownToo: null,
});
const decision = (act: Decision['act'], at: number, versionN: number | null = null, reason: string | null = null) => ({
  id: `${act}${at}`,
  act,
  step: at,
  stepName: '',
  personName: 'Bạch Tuấn Anh',
  onBehalfOf: null,
  reason,
  versionN,
  contentHash: null,
  at: '2026-11-23T01:00:00Z',
});
const run = (more: Partial<Run>): Run => ({
  id: 'r',
  state: 'open',
  steps: [step('team', 'Tổ trưởng xem'), step('edit', 'Biên tập'), step('head', 'Hiệu trưởng duyệt')],
  step: 2,
  submittedByName: 'Nông Thị Huyền',
  submittedAt: '2026-11-23T01:00:00Z',
  endedAt: null,
  dueOn: '2026-11-26',
  claimedBy: null,
  delegatedTo: null,
  delegatedAs: null,
  decisions: [],
  ...more,
});

test('a run under way says what was passed over, what was passed with an edit, and where it waits', () => {
  const decisions = [
    decision('submitted', 1, 1),
    decision('skipped', 0, null, 'no-team'),
    decision('claimed', 1),
    decision('passed', 1, 2),
  ];
  const stops = stopsOf(run({ decisions }));
  assert.deepEqual(
    stops.map((one) => [one.name, one.state, one.editedFrom]),
    [
      ['Tổ trưởng xem', 'skipped', null],
      ['Biên tập', 'done', 1],
      ['Hiệu trưởng duyệt', 'now', null],
    ],
  );
  assert.equal(skipReason(stops[0]!.decision!), 'no-team');
});

test('a returned run ends where it was returned; what was never reached is not waited for', () => {
  const decisions = [decision('submitted', 0, 1), decision('returned', 0, 1, 'Bổ sung')];
  const stops = stopsOf(run({ state: 'returned', step: 0, decisions }));
  assert.deepEqual(
    stops.map((one) => one.state),
    ['returned', 'skipped', 'skipped'],
  );
  assert.equal(skipReason(stops[0]!.decision!), null);
});
