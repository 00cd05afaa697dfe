import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Right, type Role, roles } from '#lib/rights.ts';
import type { ArticleMay, OpenRun, RunStep } from './articles.policy.ts';
import { actsNow, mayEditInReview, runActs } from './steps.policy.ts';

const steps: RunStep[] = [
  { key: 'team', name: 'Tổ trưởng xem', by: 'team-head', days: 1, optional: false },
  { key: 'edit', name: 'Biên tập', by: 'editor', days: 2, optional: false },
  { key: 'vice', name: 'Phó hiệu trưởng xem', by: 'person', personId: 'lanh', days: 2, optional: false },
  { key: 'head', name: 'Hiệu trưởng duyệt', by: 'head', days: 2, optional: false },
];
const run = (more: Partial<OpenRun>): OpenRun => ({
  id: 'r',
  step: 1,
  firstStep: 0,
  steps,
  claimedBy: null,
  delegatedTo: null,
  submittedBy: 'huyen',
  ...more,
});
const has = (role: Role, right: Right) => (roles[role] as readonly Right[]).includes(right);
/** Somebody with a role at the school, at the team, or at neither. */
const somebody = (personId: string, atUnit?: Role, atTeam?: Role): ArticleMay => ({
  personId,
  atUnit: (right) => atUnit !== undefined && has(atUnit, right),
  atTeam: (right) => atTeam !== undefined && has(atTeam, right),
});

const huyen = somebody('huyen', 'contributor');
const bach = somebody('bach', 'communications-officer');
const minh = somebody('minh', 'site-manager');
const ngoc = somebody('ngoc', 'head');
const van = somebody('van', undefined, 'team-lead');
const lanh = somebody('lanh', 'clerk');

describe('whose step it is', () => {
  test('the team’s step is its head’s, the editor’s an editor’s, a person’s that person’s, the last one the principal’s', () => {
    const acting = (step: number) =>
      Object.entries({ huyen, bach, ngoc, van, lanh })
        .filter(([, may]) => actsNow(may, run({ step })))
        .map(([name]) => name);
    assert.deepEqual(acting(0), ['ngoc', 'van']);
    assert.deepEqual(acting(1), ['bach', 'ngoc']);
    assert.deepEqual(acting(2), ['ngoc', 'lanh']);
    assert.deepEqual(acting(3), ['ngoc']);
  });

  test('whoever acts on the step corrects the text, nobody else', () => {
    assert.equal(mayEditInReview(bach, { run: run({ step: 1 }) }), true);
    assert.equal(mayEditInReview(huyen, { run: run({ step: 1 }) }), false);
    assert.equal(mayEditInReview(bach, { run: null }), false);
  });
});

describe('what is done at it', () => {
  test('an editor passes, returns, takes on or passes on; approving is for the last step', () => {
    assert.deepEqual(runActs(bach, run({}), false), ['claim', 'pass', 'return', 'delegate']);
    assert.deepEqual(runActs(ngoc, run({ step: 3 }), false), ['claim', 'approve', 'return', 'delegate']);
  });

  test('what an editor has taken on another editor leaves alone, and the principal may take over', () => {
    const taken = run({ claimedBy: 'bach' });
    assert.deepEqual(runActs(minh, taken, false), []);
    assert.deepEqual(runActs(ngoc, taken, false), ['claim']);
    assert.ok(runActs(bach, taken, false).includes('pass'));
  });

  test('the author takes it back until somebody has decided, and approves nothing of their own unless the run says so', () => {
    assert.deepEqual(runActs(huyen, run({ step: 0 }), true), ['withdraw']);
    assert.deepEqual(runActs(huyen, run({ step: 1 }), true), []);
    assert.ok(!runActs(ngoc, run({ step: 3 }), true).includes('approve'));
    const settled = steps.map((step) => (step.by === 'head' ? { ...step, ownToo: true } : step));
    assert.ok(runActs(ngoc, run({ step: 3, steps: settled }), true).includes('approve'));
  });

  test('a colleague to whom it was passed on decides, does not pass it on, and loses it with the right to read', () => {
    const given = run({ step: 3, delegatedTo: 'lanh' });
    assert.deepEqual(runActs(lanh, given, false), ['claim', 'approve', 'return']);
    assert.deepEqual(runActs(somebody('lanh'), given, false), []);
  });
});
