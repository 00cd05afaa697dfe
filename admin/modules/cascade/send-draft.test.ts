import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { UnitKind } from '#lib/unit-kinds.ts';
import {
  choiceOf,
  draftOf,
  giveTo,
  groupsOf,
  kindsShown,
  type Proposal,
  type ProposedLine,
  toggleLines,
} from './send-draft.ts';

const line = (lineId: string, more: Partial<ProposedLine> = {}): ProposedLine => ({
  lineId,
  part: 'duty',
  heading: 'Các trường',
  text: `Nội dung ${lineId}`,
  kinds: [],
  chosen: true,
  sentTo: 0,
  ...more,
});
const kind = (name: UnitKind, units: number) => ({ kind: name, units, withAccount: 0 });
const proposal: Proposal = {
  lines: [
    line('a'),
    line('b', { kinds: ['nursery'] }),
    line('c', { chosen: false, heading: 'Văn phòng Sở' }),
    line('d', { part: 'quota', heading: null }),
  ],
  kinds: [kind('commune-office', 3), kind('nursery', 3), kind('primary', 3), kind('team', 20)],
  dueOn: '2026-12-15',
};
const all = proposal.kinds.map((one) => one.kind);

test('what is proposed is chosen already, and goes to offices and schools, not to their teams', () => {
  const draft = draftOf(proposal, 'id');
  assert.deepEqual(draft.lines, { a: null, b: ['nursery'], d: null });
  assert.deepEqual(draft.kinds, ['commune-office', 'nursery', 'primary']);
  assert.equal(draft.dueOn, '2026-12-15');
});

test('a group chosen again keeps the kinds of its lines', () => {
  const draft = draftOf(proposal, 'id');
  assert.deepEqual(toggleLines(draft, proposal.lines, true).lines, { a: null, b: ['nursery'], c: null, d: null });
  assert.deepEqual(toggleLines(draft, proposal.lines.slice(0, 2), false).lines, { d: null });
});

test('a line for every kind is for all, and for none it is not chosen', () => {
  const draft = draftOf(proposal, 'id');
  const [a] = proposal.lines as [ProposedLine];
  assert.equal(giveTo(draft, [a], all, all).lines.a, null);
  assert.deepEqual(giveTo(draft, [a], ['primary', 'nursery'], all).lines.a, ['nursery', 'primary']);
  assert.ok(!('a' in giveTo(draft, [a], [], all).lines));
});

test('of the kinds of a line those are shown that get the plan at all', () => {
  const draft = draftOf(proposal, 'id');
  const [a, b] = proposal.lines as [ProposedLine, ProposedLine];
  assert.equal(kindsShown(draft, [a], ['nursery', 'primary']), null);
  assert.equal(kindsShown(draft, [b], ['nursery']), null, 'all that there are');
  assert.deepEqual(kindsShown(draft, [b], ['nursery', 'primary']), ['nursery']);
  assert.deepEqual(kindsShown(draft, [b], ['primary']), [], 'nobody gets it');
  assert.equal(kindsShown(draft, [a, b], ['nursery', 'primary']), 'mixed');
});

test('the choice names only lines that the plan has, and only addressees that were given', () => {
  const unit = { id: 'u1', name: 'UBND xã Suối Ngọc' };
  const draft = { ...draftOf(proposal, 'id'), coordinate: [unit] };
  draft.lines.gone = null;
  const choice = choiceOf(draft, proposal.lines);
  assert.deepEqual(
    choice.lines.map((one) => one.lineId),
    ['a', 'b', 'd'],
  );
  assert.deepEqual(choice.to, [
    { mode: 'assign', unitIds: [], kinds: ['commune-office', 'nursery', 'primary'], withinId: null },
    { mode: 'coordinate', unitIds: ['u1'], kinds: [], withinId: null },
  ]);
});

test('lines stand under their part and heading', () => {
  assert.deepEqual(
    groupsOf(proposal.lines).map((group) => [group.part, group.heading, group.lines.length]),
    [
      ['duty', 'Các trường', 2],
      ['duty', 'Văn phòng Sở', 1],
      ['quota', null, 1],
    ],
  );
});
