import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { issuedPlan } from '../../app/testing/issued-plan.ts';
import * as r from '../org/reorganisation.contract.ts';
import { settle } from './addressees.sql.ts';
import * as c from './cascade.contract.ts';
import * as v from './coverage.contract.ts';
import { followChange, followInPlan } from './successions.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const officer = app.as('lan.pham@so.songtra.example');
const administrator = app.as('minh.ho@so.songtra.example');
const primary = app.as('son.pham@thsuoingoc.songtra.example');
const nursery = app.as('loan.chu@mnsuoingoc.songtra.example');
const { db } = app.database;

const { planId, lines } = await issuedPlan(app);
const line = (...names: string[]) => names.map((name) => ({ lineId: lines[name]! }));
const send = (unitIds: string[], names: string[]) =>
  officer.call(c.sendPlan, {
    planId,
    id: newId(),
    choice: { lines: line(...names), to: [{ mode: 'assign' as const, unitIds: unitIds.map(sampleId) }] },
  });
await send(['mn2', 'th1', 'mn1'], ['contact', 'quota']);
await send(['th2'], ['contact']);

const follow = async (changeId: string, undone = false) => {
  const plans = await db.transaction().execute((tx) => followChange(tx, changeId, undone));
  for (const plan of plans) await db.transaction().execute((tx) => followInPlan(tx, plan, app.clock.now));
};
const rowOf = (unit: string) =>
  db.selectFrom('addressees').selectAll().where('plan_id', '=', planId).where('unit_id', '=', unit).executeTakeFirst();
const statesOf = async (unit: string) =>
  Object.fromEntries(
    (
      await db
        .selectFrom('asks')
        .select(['line_id', 'state'])
        .where('plan_id', '=', planId)
        .where('unit_id', '=', unit)
        .execute()
    ).map((k) => [Object.keys(lines).find((name) => lines[name] === k.line_id), k.state]),
  );
const sumAt = async (unit: string) => {
  const rows = await db
    .selectFrom('addressee_counts')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('node_id', '=', unit)
    .execute();
  return rows.reduce((sum, n) => sum + n.unopened + n.unanswered + n.loose + n.wants_change + n.done, 0);
};

const merged = { id: newId(), decision: 'Quyết định số 15/QĐ-UBND', effectiveOn: '2026-11-20' };

test('a nursery is merged into a school that has the plan: only the lines that the school lacks come over', async () => {
  const addresseeId = (await nursery.call(c.listAsked, {})).items[0]!.id;
  const { version } = await nursery.call(c.getAsked, { addresseeId });
  await nursery.call(c.answerAsked, {
    addresseeId,
    version,
    answers: [{ lineId: lines.quota!, act: 'not-ours', reason: 'Trẻ còn nhỏ' }],
    rest: { act: 'adopt' },
  });
  assert.equal(await sumAt(sampleId('xa.sn')), 2);
  await administrator.call(r.makeChange, {
    ...merged,
    kind: 'merge',
    fromIds: [sampleId('mn2')],
    to: [{ unitId: sampleId('th2') }],
  });
  await follow(merged.id);
  assert.deepEqual(await statesOf(sampleId('th2')), { contact: 'unopened', quota: 'not-ours' });
  assert.equal((await rowOf(sampleId('mn2')))!.passed_to, (await rowOf(sampleId('th2')))!.id);
  assert.equal(await sumAt(sampleId('xa.sn')), 1, 'counted once, at the school that carries it on');
  assert.equal((await primary.call(c.listAsked, {})).items.length, 1);
});

test('followed twice it is followed once; undone, the nursery has its work back', async () => {
  await follow(merged.id);
  assert.equal(await sumAt(sampleId('so')), 3);
  await administrator.call(r.undoChange, { changeId: merged.id });
  await follow(merged.id, true);
  assert.equal((await rowOf(sampleId('mn2')))!.passed_to, null);
  assert.equal(await sumAt(sampleId('xa.sn')), 2);
});

test('two schools become a new one: it stands in for both, with the most pressing of their answers', async () => {
  const made = newId();
  const change = newId();
  await administrator.call(r.makeChange, {
    id: change,
    kind: 'merge',
    fromIds: [sampleId('th1'), sampleId('mn1')],
    to: [
      { make: { id: made, name: 'Trường Mầm non và Tiểu học Bình Trà', kind: 'primary', parentId: sampleId('xa.bt') } },
    ],
    decision: 'Quyết định số 16/QĐ-UBND',
    effectiveOn: '2026-11-20',
  });
  await follow(change);
  assert.deepEqual(await statesOf(made), { contact: 'unopened', quota: 'unopened' });
  const row = (await rowOf(made))!;
  assert.deepEqual([row.state, row.asked], ['unopened', 2]);
  assert.equal(await sumAt(sampleId('xa.bt')), 1);
  assert.equal(await sumAt(sampleId('so')), 3);
});

test('what is settled of a school that has passed its work on moves no figures, and it is late no longer', async () => {
  const before = await sumAt(sampleId('so'));
  const unopened = async () =>
    (
      await db
        .selectFrom('addressee_counts')
        .select('unopened')
        .where('plan_id', '=', planId)
        .where('node_id', '=', sampleId('so'))
        .executeTakeFirstOrThrow()
    ).unopened;
  const kept = await unopened();
  const gone = (await rowOf(sampleId('th1')))!;
  await db.updateTable('addressees').set({ due_on: '2026-11-18' }).where('id', '=', gone.id).execute();
  const late = async () => (await officer.call(v.coverage, { planId })).late;
  assert.equal(await late(), 0, 'who is late is counted as who is listed');
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('asks').set({ state: 'adopted' }).where('addressee_id', '=', gone.id).execute();
    await tx.updateTable('addressees').set({ opened_at: app.clock.now }).where('id', '=', gone.id).execute();
    await settle(tx, planId, [gone.id]);
  });
  assert.equal(await unopened(), kept);
  assert.equal(await sumAt(sampleId('so')), before);
});

test('a school is merged into one that is itself merged the same day: the work arrives at the last', async () => {
  await send(['mn3'], ['contact']);
  const changes = [newId(), newId()];
  const steps = [
    ['mn3', 'th3'],
    ['th3', 'tc3'],
  ] as const;
  for (const [i, [from, to]] of steps.entries())
    await administrator.call(r.makeChange, {
      id: changes[i]!,
      kind: 'merge',
      fromIds: [sampleId(from)],
      to: [{ unitId: sampleId(to) }],
      decision: 'Quyết định số 17/QĐ-UBND',
      effectiveOn: '2026-11-20',
    });
  for (const change of changes) await follow(change);
  assert.deepEqual(await statesOf(sampleId('tc3')), { contact: 'unopened' });
  assert.equal((await rowOf(sampleId('mn3')))!.passed_to, (await rowOf(sampleId('tc3')))!.id);
});
