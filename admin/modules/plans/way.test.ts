import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Plan, PlanState } from '#modules/plans/plans.contract.ts';
import { mainAct, wayOf } from './way.ts';

const step = (name: string, n: number, note: string | null = null) => ({
  id: `${n}`,
  step: name,
  personName: 'Phạm Ngọc Lan',
  note,
  at: `2026-11-2${n}T02:00:00.000Z`,
  versionN: null,
});
const plan = (state: PlanState, ...steps: Plan['steps']) => ({ state, steps }) as Plan;
const states = (given: Parameters<typeof wayOf>[0]) => wayOf(given).map((s) => `${s.stop} ${s.state}`);

test('a unit that wants no steps has a way of five stops', () => {
  assert.deepEqual(states({ plan: plan('draft'), history: [] }), [
    'draft now',
    'submission next',
    'signature next',
    'issue next',
    'closure next',
  ]);
});

test('a submitted plan waits at the first step that is not done', () => {
  const steps: Plan['steps'] = [
    { step: 'consultation', done: false },
    { step: 'initials', done: true },
    { step: 'format-check', done: false },
  ];
  const history = [step('submission', 1), step('initials', 2)];
  assert.deepEqual(states({ plan: plan('submitted', ...steps), history }), [
    'draft done',
    'consultation skipped',
    'submission done',
    'initials done',
    'format-check now',
    'signature next',
    'issue next',
    'closure next',
  ]);
});

test('a returned plan is a draft again, and the reason stands where it was submitted', () => {
  const history = [step('submission', 1), step('initials', 2), step('return', 3, 'Thiếu hạn báo cáo')];
  const way = wayOf({ plan: plan('draft', { step: 'initials', done: false }), history });
  assert.equal(way.find((s) => s.stop === 'submission')?.state, 'returned');
  assert.equal(way.find((s) => s.stop === 'submission')?.step?.note, 'Thiếu hạn báo cáo');
  assert.equal(way.find((s) => s.stop === 'initials')?.state, 'next');
});

test('a withdrawn plan shows no return, and a new submission clears an old one', () => {
  assert.equal(
    states({ plan: plan('draft'), history: [step('submission', 1), step('withdrawal', 2)] })[1],
    'submission next',
  );
  const again = [step('submission', 1), step('return', 2), step('submission', 3)];
  assert.equal(states({ plan: plan('submitted'), history: again })[1], 'submission done');
});

test('a closed plan has passed everything', () => {
  const history = ['submission', 'signature', 'issue', 'closure'].map((name, i) => step(name, i + 1));
  assert.ok(wayOf({ plan: plan('closed'), history }).every((s) => s.state === 'done'));
});

test('what the plan waits for comes before writing', () => {
  assert.equal(mainAct(['comment', 'sign', 'return', 'withdraw']), 'sign');
  assert.equal(mainAct(['edit', 'comment', 'submit', 'delete']), 'edit');
  assert.equal(mainAct(['comment']), null);
});

test('a recalled plan ends with its recall, an amendment with its issue', () => {
  const history = [step('submission', 1), step('signature', 2), step('issue', 3)];
  const recalled = { plan: plan('recalled'), history: [...history, step('recall', 4)] };
  assert.deepEqual(states(recalled).slice(-2), ['issue done', 'recall done']);
  const amendment = { plan: { ...plan('issued'), amendsId: 'x' }, history };
  assert.deepEqual(states(amendment).slice(-2), ['signature done', 'issue done']);
});
