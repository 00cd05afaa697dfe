import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { laidPlan } from '../../app/testing/sent-plan.ts';
import * as a from './cascade.contract.ts';
import * as c from './coverage.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const officer = app.as('lan.pham@so.songtra.example');
const principal = app.as('ngoc.le@thcssuoingoc.songtra.example');
const first = await laidPlan(app.database, 2, [
  { unit: 'xa.sn', asks: ['adopted', 'loose'] },
  { unit: 'cs2', asks: ['unanswered', 'adopted'] },
  { unit: 'mn2', asks: ['wants-change', 'adopted'] },
  { unit: 'th2', asks: ['unopened', 'unopened'], dueOn: '2099-12-01' },
  // A partner that stands outside of what the Sở leads.
  { unit: 'bo', mode: 'coordinate', asks: ['unanswered', null] },
]);
const second = await laidPlan(app.database, 1, [{ unit: 'mn1', mode: 'inform', asks: ['known'] }]);
const so = sampleId('so');
const own = async (more: object = {}) => officer.call(c.listSent, { unitId: so, ...more });
const rowOf = async (planId: string) => (await own({ planId })).items[0];

test('the Sở sees of each plan in the field who opened, who answered and who is late', async () => {
  const { planId, title, units, opened, answered, late, nextDue } = (await rowOf(first.planId))!;
  assert.equal(planId, first.planId);
  assert.equal(title, 'Truyền thông về giáo dục năm 2026');
  assert.deepEqual({ units, opened, answered, late }, { units: 5, opened: 4, answered: 2, late: 2 });
  assert.equal(nextDue, '2099-12-01');
  const whole = await officer.call(c.coverage, { planId });
  assert.equal(late, whole.late);
  assert.equal(
    units,
    whole.units.reduce((x, y) => x + y),
  );
});

test('what waits for the Sở is counted: a wish, a question', async () => {
  assert.equal((await rowOf(first.planId))?.openWishes, 1);
  assert.equal((await rowOf(first.planId))?.openQuestions, 0);
  const addresseeId = first.addressees.cs2!;
  await principal.call(a.askQuestion, { addresseeId, id: newId(), text: 'Ảnh có cần phiếu đồng ý không?' });
  assert.equal((await rowOf(first.planId))?.openQuestions, 1);
});

test('a plan that was sent for information owes nothing', async () => {
  const row = await rowOf(second.planId);
  assert.deepEqual([row?.units, row?.late, row?.nextDue], [1, 0, null]);
});

test('page by page, none twice; a place that is none is refused', async () => {
  const all = (await own()).items.map((row) => row.planId);
  assert.ok(all.includes(first.planId) && all.includes(second.planId));
  const paged: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await own({ limit: 1, ...(after && { after }) });
    paged.push(...page.items.map((row) => row.planId));
    after = page.next;
  }
  assert.deepEqual(paged, all);
  await officer.refused(c.listSent, { after: 'yesterday' }, 'unreadable');
});

test('whoever only received a plan does not find it here', async () => {
  assert.deepEqual((await principal.call(c.listSent, {})).items, []);
});
