import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Workflow } from '#modules/articles/workflows.contract.ts';
import { draftOf, freshKey, moved, sentOf } from './workflow-draft.ts';

const step = (key: string, more: Partial<Workflow['steps'][number]> = {}): Workflow['steps'][number] => ({
  key,
  name: key,
  by: 'editor',
  personId: null,
  personName: null,
  days: 2,
  optional: false,
  ownToo: null,
  ...more,
});
const of = {
  unitId: 'u',
  from: 'own',
  setAt: '2026-11-23T01:00:00Z',
  steps: [step('edit'), step('head', { by: 'head', ownToo: false })],
  resume: 'same-step',
  lastOnly: false,
} as unknown as Workflow;

test('a setting that nobody changed is sent as it was', () => {
  const sent = sentOf(draftOf(of), of);
  assert.equal(sent.setAt, of.setAt);
  assert.deepEqual(
    sent.steps.map((one) => [one.key, one.by, one.days, one.ownToo]),
    [
      ['edit', 'editor', '2', null],
      ['head', 'head', '2', false],
    ],
  );
});

test('a first setting names none that it replaces, and a person only where the step is a person’s', () => {
  const draft = draftOf(of);
  draft.steps[0] = { ...draft.steps[0]!, personId: 'p' };
  const sent = sentOf({ ...draft, ownToo: 'auto' }, { ...of, from: 'above' });
  assert.deepEqual([sent.setAt, sent.steps[0]!.personId, sent.steps[1]!.ownToo], [null, null, null]);
});

test('a step moves by one place, and not over the ends', () => {
  assert.deepEqual(moved(['a', 'b', 'c'], 0, 1), ['b', 'a', 'c']);
  assert.deepEqual(moved(['a', 'b', 'c'], 0, -1), ['a', 'b', 'c']);
  assert.deepEqual(moved(['a', 'b', 'c'], 2, 1), ['a', 'b', 'c']);
});

test('a new step has a key of its own, also after one was taken out', () => {
  assert.equal(freshKey([{ key: 'step-2' }, { key: 'step-3' }]), 'step-4');
});
