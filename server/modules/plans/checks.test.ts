import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import type { Part } from '#lib/plan-parts.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import * as c from './plans.contract.ts';

// Ten minutes to midnight of the last day in Vietnam on which Nghị định 09/2017/NĐ-CP was in force.
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }), now: new Date('2026-06-30T16:50:00Z') });
const officer = app.as('lan.pham@so.songtra.example');
const period = { kind: 'calendarYear' as const, from: 2027, to: 2027 };
const create = async () =>
  (await officer.call(c.createPlan, { unitId: sampleId('so'), kind: 'year', title: 'Truyền thông', period })).plan;
const put = (planId: string, part: Part, text: string, more: object = {}) =>
  officer.call(c.putLine, { planId, lineId: newId(), version: 0, part, text, ...more });
const codes = async (planId: string) => (await officer.call(c.checkPlan, { planId })).items.map((i) => i.code);

test('a basis lapses with the Vietnamese day, not with the day in London', async () => {
  const plan = await create();
  await put(plan.id, 'basis', 'Căn cứ Nghị định số 09/2017/NĐ-CP của Chính phủ');
  const told = async () => (await codes(plan.id)).filter((code) => code.startsWith('plans.check.basis'));
  assert.deepEqual(await told(), []);
  app.clock.now = new Date('2026-06-30T17:10:00Z');
  assert.deepEqual(await told(), ['plans.check.basis-replaced']);
});

test('a reference is known however it is spaced, and each basis is told once', async () => {
  const plan = await create();
  const written = ['09/2017/NĐ - CP', '09/2017/NĐ – CP', '09/2017/NĐ-CP'];
  for (const ref of written) await put(plan.id, 'basis', `Nghị định số ${ref}`, { detail: { ref: '09/2017/NĐ-CP' } });
  const told = (await codes(plan.id)).filter((code) => code === 'plans.check.basis-replaced');
  assert.equal(told.length, written.length);
});

test('a product in a month outside the plan is pointed out, and is in the sum of the workbook all the same', async () => {
  const plan = await create();
  const target = { id: newId(), product: 'bài', counts: 'unit-article', months: { '2026-12': 2, '2027-01': 1 } };
  await put(plan.id, 'activity', 'Tuyến bài', { targets: [target] });
  assert.ok((await codes(plan.id)).includes('plans.check.target-outside'));
  const reply = await officer.send(c.exportPlan, { planId: plan.id, format: 'xlsx' });
  assert.equal(reply.status, 200);
  const fine = { ...target, id: newId(), months: { '2026-12': 0, '2027-01': 1 } };
  const other = await create();
  await put(other.id, 'activity', 'Tuyến bài', { targets: [fine] });
  assert.ok(!(await codes(other.id)).includes('plans.check.target-outside'));
});
