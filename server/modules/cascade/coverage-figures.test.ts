import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { testApp } from '../../app/testing/http.ts';
import { issuedPlan, laidPlan } from '../../app/testing/sent-plan.ts';
import * as a from './cascade.contract.ts';
import * as c from './coverage.contract.ts';
import { differencesOf } from './coverage-check.sql.ts';
import { checkFigures } from './coverage-check.ts';
import { keepShare } from './coverage-share.sql.ts';
import * as w from './wishes.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db, owner } = app.database;
const officer = app.as('lan.pham@so.songtra.example');
const keys = [
  'xa.bt',
  'xa.sn',
  'xa.dt',
  'mn1',
  'th1',
  'cs1',
  'mn2',
  'th2',
  'cs2',
  'mn3',
  'th3',
  'tc3',
  'pt1',
  'pt2',
  'tx1',
];

/** The same numbers each run: mulberry32. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Somebody who answers for each unit of the sample. */
const { rows: heads } = await sql<{ unit_id: string; email: string }>`
  select distinct on (g.unit_id) g.unit_id, p.email from grants g join people p on p.id = g.person_id
  where g.role in ('head', 'communications-officer') order by g.unit_id, p.id`.execute(owner);
const answererOf = (unitId: string) => {
  const email = heads.find((h) => h.unit_id === unitId)?.email;
  return email ? app.as(email) : undefined;
};

const plus = (x: readonly number[], y: readonly number[]) => x.map((n, i) => n + y[i]!);

/** At each unit with children: the figures are those of the children and what is below them. */
async function sumsAgree(planId: string, within: string): Promise<void> {
  const seen = await officer.call(c.coverage, { planId, within });
  const states = a.addresseeStates.map((s) => seen.children.filter((child) => child.own?.state === s).length);
  assert.deepEqual(
    seen.children.map((child) => child.units).reduce(plus, states),
    seen.units,
    `units below ${seen.node.name}`,
  );
  const { rows } = await officer.call(c.coverageMatrix, { planId, within });
  const own = a.askStates.map((_, s) => rows.flatMap((row) => row.own).filter((x) => x === s).length);
  const below = rows.flatMap((row) => row.below).filter((x) => x !== null);
  assert.deepEqual(below.reduce(plus, own), seen.asks, `asks below ${seen.node.name}`);
  const lines = seen.lines.map((line) => line.counts);
  assert.deepEqual(
    lines.reduce(
      plus,
      a.askStates.map(() => 0),
    ),
    seen.asks,
  );
  for (const child of seen.children) await sumsAgree(planId, child.unitId);
}

for (const seed of [1, 2, 3])
  test(`after sends, answers, wishes and decisions in any order the figures are what the rows say (${seed})`, async () => {
    const next = random(seed);
    const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
    const some = <T>(list: readonly T[]): T[] => list.filter(() => next() < 0.4);
    const { planId, lineIds } = await issuedPlan(app.database, 5);
    const send = async () => {
      const lines = [one(lineIds), ...some(lineIds)].map((lineId) => ({ lineId }));
      const unitIds = [one(keys), ...some(keys)].map((key) => sampleId(key));
      const to = [{ mode: one(['assign', 'assign', 'coordinate', 'inform'] as const), unitIds }];
      const choice = { lines: [...new Map(lines.map((l) => [l.lineId, l])).values()], to };
      await officer.send(a.sendPlan, { planId, id: newId(), choice, dueOn: '2026-12-05' });
    };
    const answer = async () => {
      const { items } = await officer.call(c.listAddressees, { planId, limit: 200 });
      const addressee = one(items);
      const who = answererOf(addressee.unitId);
      if (!who) return;
      if (next() < 0.4) await who.call(a.openAsked, { addresseeId: addressee.id });
      const asked = await who.call(a.getAsked, { addresseeId: addressee.id });
      const answers = some(asked.lines.filter((line) => line.mode !== 'inform')).map(({ lineId }) => ({
        lineId,
        act: one(a.answerActs),
        byOn: next() < 0.5 ? '2026-12-10' : null,
        personId: null,
        reason: 'Vì điều kiện của trường',
      }));
      await who.call(a.answerAsked, { addresseeId: addressee.id, version: asked.version, answers });
    };
    const decide = async () => {
      const open = (await officer.call(w.listWishes, { planId })).items.filter((w) => w.decision === null);
      if (open.length === 0) return;
      const { unitId, lineId, version } = one(open);
      await officer.call(w.decideWish, {
        planId,
        unitId,
        lineId,
        version,
        decision: one(['accepted', 'declined'] as const),
      });
    };
    await send();
    for (let n = 0; n < 25; n++) await one([send, answer, answer, answer, decide])();
    assert.deepEqual(await differencesOf(db, planId), []);
    await sumsAgree(planId, sampleId('so'));
  });

test('schools that answer at the same moment are all counted, whatever they wait for of each other', async () => {
  const receivers = keys.filter((key) => answererOf(sampleId(key)));
  const plan = await laidPlan(
    app.database,
    4,
    receivers.map((unit) => ({ unit, asks: ['unopened', 'unopened', 'unopened', 'unopened'] })),
  );
  await Promise.all(
    receivers.map((unit) =>
      answererOf(sampleId(unit))?.call(a.answerAsked, {
        addresseeId: plan.addressees[unit]!,
        version: 1,
        answers: [],
        rest: { act: 'adopt' },
      }),
    ),
  );
  const seen = await officer.call(c.coverage, { planId: plan.planId });
  assert.deepEqual(seen.units, [0, 0, 0, receivers.length, 0]);
  assert.deepEqual(await differencesOf(db, plan.planId), []);
});

test('a figure that went wrong is found at night, put right and written down; right ones are left alone', async () => {
  const wrong = await laidPlan(app.database, 2, [{ unit: 'cs2', asks: ['adopted', 'unopened'] }]);
  const right = await laidPlan(app.database, 2, [{ unit: 'cs2', asks: ['adopted', 'unopened'] }]);
  await sql`update addressees set answered_at = ${app.clock.now} where plan_id in (${wrong.planId}, ${right.planId})`.execute(
    owner,
  );
  await sql`update ask_counts set adopted = adopted + 7 where plan_id = ${wrong.planId}`.execute(owner);
  await sql`delete from addressee_counts where plan_id = ${wrong.planId}`.execute(owner);
  const repaired = await checkFigures(db, app.clock.now);
  assert.ok(repaired.includes(wrong.planId));
  assert.ok(!repaired.includes(right.planId));
  assert.deepEqual(await differencesOf(db, wrong.planId), []);
  assert.deepEqual(
    (await auditOf(app.database, wrong.planId)).map((r) => r.event),
    ['plan-figures.repaired'],
  );
  assert.deepEqual(await checkFigures(db, app.clock.now), []);
});

test('the share of own lines is that of issued plans which units made from their answers', async () => {
  const plan = await laidPlan(app.database, 2, [{ unit: 'cs2', asks: ['adopted', 'adopted'] }]);
  const own = await issuedPlan(app.database, 3, { unit: 'cs2', email: 'anh.bach@thcssuoingoc.songtra.example' });
  await sql`update plan_lines set origin = 'inherited' where id = any(${own.lineIds.slice(0, 2)}::uuid[])`.execute(
    owner,
  );
  await sql`update addressees set own_plan_id = ${own.planId} where id = ${plan.addressees.cs2!}`.execute(owner);
  assert.deepEqual((await officer.call(c.coverage, { planId: plan.planId })).share, { plans: 0, inherited: 0, own: 0 });
  await db.transaction().execute((tx) => keepShare(tx, own.planId));
  assert.deepEqual((await officer.call(c.coverage, { planId: plan.planId })).share, { plans: 1, inherited: 2, own: 1 });
});
