import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { issuedPlan } from '../../app/testing/issued-plan.ts';
import * as cascade from '../cascade/cascade.contract.ts';
import * as c from './plans.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const officer = app.as('lan.pham@so.songtra.example');
const teacher = app.as('anh.bach@thcssuoingoc.songtra.example');
const [department, school] = [sampleId('so'), sampleId('cs2')];
const period = { kind: 'calendarYear' as const, from: 2026, to: 2026 };
const yearly = await issuedPlan(app, {
  activity: { part: 'activity', text: 'Tuyến bài “Thầy cô vùng cao”', targets: { 'bài báo': { '2026-12': 3 } } },
  purpose: { part: 'purpose', text: 'Lan tỏa gương tốt' },
});
const activity = yearly.lines.activity!;
const thematic = (unitId: string, more: object = {}) => ({
  unitId,
  kind: 'thematic' as const,
  title: 'Tuyến bài vùng cao',
  period,
  parentLineId: activity,
  ...more,
});

test('a thematic plan hangs from an activity of the yearly plan, and says so', async () => {
  const found = await officer.call(c.listParentLines, { unitId: department, q: 'thay co vung cao' });
  assert.deepEqual(found.items[0]?.lineId, activity);
  const { plan } = await officer.call(c.createPlan, thematic(department));
  assert.deepEqual(plan.parentLine, {
    lineId: activity,
    text: 'Tuyến bài “Thầy cô vùng cao”',
    planId: yearly.planId,
    planTitle: 'Truyền thông về giáo dục và đào tạo năm 2026',
  });
  const at = { planId: plan.id };
  const off = await officer.call(c.editPlan, { ...at, version: plan.version, parentLineId: null });
  assert.equal(off.parentLine, null);
  const on = await officer.call(c.editPlan, { ...at, version: off.version, parentLineId: activity });
  assert.equal(on.parentLine?.lineId, activity);
  const year = await officer.call(c.editPlan, { ...at, version: on.version, kind: 'year' });
  assert.equal(year.parentLine, null, 'a yearly plan hangs from nothing');
});

test('only thematic plans, only from activities, only from plans at work', async () => {
  const draft = await officer.call(c.createPlan, thematic(department));
  const own = newId();
  const text = { part: 'activity' as const, text: 'Viết bài' };
  await officer.call(c.putLine, { planId: draft.plan.id, lineId: own, version: 0, ...text });
  for (const more of [{ kind: 'year' }, { parentLineId: yearly.lines.purpose! }, { parentLineId: own }])
    await officer.refused(c.createPlan, thematic(department, more), 'invalid');
  const circle = { planId: draft.plan.id, version: draft.plan.version, parentLineId: own };
  await officer.refused(c.editPlan, circle, 'invalid');
});

test('a school hangs its plan from an activity of the Sở only once that plan was sent to it', async () => {
  await teacher.refused(c.createPlan, thematic(school), 'invalid');
  assert.equal((await teacher.call(c.listParentLines, { unitId: school, q: 'thay co vung cao' })).items.length, 0);
  await officer.call(cascade.sendPlan, {
    planId: yearly.planId,
    id: newId(),
    choice: { lines: [{ lineId: activity }], to: [{ mode: 'assign', unitIds: [school] }] },
  });
  const { plan } = await teacher.call(c.createPlan, thematic(school));
  assert.equal(plan.parentLine?.planId, yearly.planId);
});
