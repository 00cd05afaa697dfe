import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import * as outputs from '../outputs/outputs.contract.ts';
import * as plans from '../plans/plans.contract.ts';
import { quotasFromPlan } from './from-plans.ts';
import * as c from './quotas.contract.ts';
import { answered } from './quotas.jobs.ts';
import { refreshNode, refreshQuota } from './refreshing.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db, owner } = app.database;
const bach = app.as('anh.bach@thcssuoingoc.songtra.example');
const dat = app.as('dat.nguyen@thcsbinhtra.songtra.example');
const lan = app.as('lan.pham@so.songtra.example');
const thom = app.as('thom.quach@suoingoc.songtra.example');
const id = sampleId;
const now = app.clock.now;
const inTx = <T>(work: (tx: Parameters<typeof refreshNode>[0]) => Promise<T>) => db.transaction().execute(work);

/** What the jobs do after an item: its school's and commune's figures, and those above. */
const settle = async (...keys: string[]) => {
  for (const key of keys) await inTx((tx) => refreshNode(tx, id(key), now));
};
const made = (unit: string, more: object = {}) => ({
  unitId: id(unit),
  counts: 'unit-article' as const,
  title: 'Bài',
  madeOn: '2026-11-10',
  ...more,
});
const rowOf = (board: { rows: c.BoardRow[] }, key: string) => board.rows.find((r) => r.unitId === id(key));

/** A plan that was issued, with one quota line, behind the application's back as far as signatures go. */
async function issuedPlan(who: typeof bach, unit: string, detail: object, text: string) {
  const { plan } = await who.call(plans.createPlan, {
    unitId: id(unit),
    kind: 'school-year',
    title: `Kế hoạch ${unit}`,
    period: { kind: 'schoolYear', from: 2026, to: 2027 },
  });
  const lineId = newId();
  await who.call(plans.putLine, {
    planId: plan.id,
    lineId,
    version: 0,
    part: 'quota',
    text,
    detail: detail as Record<string, unknown>,
  });
  await owner
    .updateTable('plans')
    .set({ state: 'issued', issued_on: '2026-10-05' })
    .where('id', '=', plan.id)
    .execute();
  await inTx((tx) => quotasFromPlan(tx, plan.id, now));
  for (const q of await db.selectFrom('quotas').select('id').where('plan_id', '=', plan.id).execute())
    await inTx((tx) => refreshQuota(tx, q.id, now));
  return { planId: plan.id, lineId };
}

describe('a quota by hand of the department', () => {
  let quotaId: string;

  test('each lower-secondary school below owes one article a month: the board drills from communes to schools', async () => {
    const quota = await lan.call(c.setQuota, {
      unitId: id('so'),
      scope: 'below',
      kinds: ['lower-secondary', 'primary-lower-secondary'],
      product: 'bài viết',
      counts: ['unit-article', 'newspaper-article'],
      minCount: 1,
      per: 'month',
      fromMonth: '2026-09',
      toMonth: '2027-05',
    });
    quotaId = quota.id;
    assert.equal(quota.units, 3);
    const board = await lan.call(c.quotaBoard, { unitId: id('so') });
    assert.deepEqual([board.period.key, board.before, board.after], ['2026-11', '2026-10', null]);
    assert.deepEqual([board.total.expected, board.total.met], [3, 0]);
    assert.deepEqual(
      board.rows.map((r) => [r.unitId, r.below?.expected, r.below?.met]),
      ['xa.bt', 'xa.sn', 'xa.dt'].map((k) => [id(k), 1, 0]),
    );
    const commune = await lan.call(c.quotaBoard, { unitId: id('xa.sn') });
    assert.deepEqual(
      commune.rows.map((r) => r.unitId),
      [id('cs2')],
    );
    assert.deepEqual(rowOf(commune, 'cs2')?.lines, [
      { quotaId, required: 1, sent: 0, approved: 0, published: 0, picked: 0, met: false },
    ]);
  });

  test('an article of a school moves the school, the commune and the department; unmet ones stand first', async () => {
    await bach.call(outputs.recordOutput, made('cs2', { reached: 'published' }));
    await settle('cs2', 'xa.sn', 'so', 'bo');
    const board = await lan.call(c.quotaBoard, { unitId: id('so') });
    assert.deepEqual([board.total.expected, board.total.met, board.total.sent], [3, 1, 1]);
    assert.equal(board.rows.at(-1)?.unitId, id('xa.sn'));
    const school = await bach.call(c.quotaBoard, { unitId: id('cs2') });
    assert.deepEqual(
      school.own.map((l) => [l.required, l.sent, l.published, l.met]),
      [[1, 1, 1, true]],
    );
    assert.deepEqual(school.above, []);
    assert.deepEqual(
      (await thom.call(c.quotaBoard, { unitId: id('cs2') })).above.map((u) => u.id),
      [id('xa.sn')],
    );
  });

  test('over the semester one a month is three by November; a month without one is seen', async () => {
    await bach.call(outputs.recordOutput, made('cs2', { madeOn: '2026-09-10' }));
    await settle('cs2', 'xa.sn', 'so');
    const line = async (period: 'semester' | 'month', at: string) =>
      rowOf(await lan.call(c.quotaBoard, { unitId: id('xa.sn'), period, at }), 'cs2')?.lines[0];
    const semester = await line('semester', '2026-S1');
    assert.deepEqual([semester?.required, semester?.sent, semester?.met], [3, 2, false]);
    assert.equal((await line('month', '2026-10'))?.met, false);
    assert.equal((await line('month', '2026-09'))?.met, true);
    const total = (await lan.call(c.quotaBoard, { unitId: id('so'), period: 'month', at: '2026-09' })).total;
    assert.deepEqual([total.expected, total.met], [3, 1]);
  });

  test('a withdrawn article no longer meets it', async () => {
    const [first] = (await bach.call(outputs.listOutputs, { unitId: id('cs2'), from: '2026-09-01', to: '2026-09-30' }))
      .items;
    await bach.call(outputs.withdrawOutput, { outputId: first!.id, version: first!.version, reason: 'Nhầm' });
    await settle('cs2', 'xa.sn', 'so');
    const board = await lan.call(c.quotaBoard, { unitId: id('so'), at: '2026-09' });
    assert.equal(board.total.met, 0);
  });

  test('whoever has not met it is listed for the reminder, with how many are missing', async () => {
    const { items, more } = await lan.call(c.listUnmet, { unitId: id('so') });
    assert.deepEqual(
      items.map((u) => [u.unitId, u.required, u.done]).sort(),
      [
        [id('cs1'), 1, 0],
        [id('tc3'), 1, 0],
      ].sort(),
    );
    assert.equal(more, false);
    assert.equal((await thom.call(c.listUnmet, { unitId: id('xa.sn') })).items.length, 0);
  });

  test('changed to "picked by a unit above" only what was picked meets it', async () => {
    const now1 = (await lan.call(c.listQuotas, { unitId: id('so') })).set[0]!;
    await lan.call(c.editQuota, { quotaId, version: now1.version, moment: 'picked' });
    assert.equal((await lan.call(c.quotaBoard, { unitId: id('so') })).total.met, 0);
    const [article] = (await bach.call(outputs.listOutputs, { unitId: id('cs2') })).items;
    await thom.call(outputs.pickOutput, { outputId: article!.id, version: article!.version, byUnitId: id('xa.sn') });
    await settle('cs2', 'xa.sn', 'so');
    const board = await lan.call(c.quotaBoard, { unitId: id('so') });
    assert.deepEqual([board.total.met, board.total.picked], [1, 1]);
  });

  test('neighbours see neither the board of a school nor change a quota; a commune does not set one for another', async () => {
    await dat.refused(c.quotaBoard, { unitId: id('cs2') }, 'not-found');
    await dat.refused(c.listQuotas, { unitId: id('so') }, 'not-found');
    const quota = (await lan.call(c.listQuotas, { unitId: id('so') })).set[0]!;
    await thom.refused(c.endQuota, { quotaId, version: quota.version }, 'not-found');
    const base = {
      counts: ['event' as const],
      product: 'sự kiện',
      minCount: 1,
      per: 'semester' as const,
      fromMonth: '2026-09',
      toMonth: '2027-05',
    };
    await thom.refused(
      c.setQuota,
      { unitId: id('xa.sn'), scope: 'unit', targetUnitId: id('cs1'), ...base },
      'quotas.not-below',
    );
    await thom.refused(c.setQuota, { unitId: id('so'), scope: 'own', ...base }, 'forbidden');
    await thom.refused(c.setQuota, { unitId: id('xa.sn'), scope: 'below', ...base }, 'invalid');
    await lan.refused(c.quotaBoard, { unitId: id('so'), at: '2026-13' }, 'unreadable');
  });

  test('ended, it asks for nothing from the next month on; what was owed stays', async () => {
    const quota = (await lan.call(c.listQuotas, { unitId: id('so') })).set[0]!;
    const ended = await lan.call(c.endQuota, { quotaId, version: quota.version });
    assert.deepEqual([ended.toMonth, ended.can], ['2026-11', []]);
    assert.equal((await lan.call(c.quotaBoard, { unitId: id('so'), at: '2026-10' })).total.expected, 3);
    await lan.refused(c.endQuota, { quotaId, version: ended.version }, 'quotas.ended');
  });
});

describe('quotas that stand in plans', () => {
  const monthly = { product: 'bài', minCount: 1, per: 'month', moment: 'sent' };

  test('in a school’s plan "mỗi tổ" means each of its teams', async () => {
    await issuedPlan(
      bach,
      'cs2',
      { ...monthly, actor: 'Mỗi tổ chuyên môn' },
      'Mỗi tổ chuyên môn mỗi tháng ít nhất một bài',
    );
    const before = await bach.call(c.quotaBoard, { unitId: id('cs2') });
    assert.deepEqual(before.rows.map((r) => r.unitId).sort(), [id('cs2.t1'), id('cs2.t2')].sort());
    const team = (await bach.call(c.listQuotas, { unitId: id('cs2') })).set[0]!;
    assert.deepEqual(
      [team.scope, team.fromMonth, team.toMonth, team.units, team.can],
      ['teams', '2026-10', '2027-08', 2, []],
    );
    await bach.call(outputs.recordOutput, made('cs2', { teamId: id('cs2.t1') }));
    await settle('cs2', 'xa.sn');
    const after = await bach.call(c.quotaBoard, { unitId: id('cs2') });
    assert.deepEqual([after.total.expected, after.total.met], [2, 1]);
    assert.equal(after.rows.at(-1)?.unitId, id('cs2.t1'));
    // The commune does not see what a school asks of its teams.
    assert.equal((await thom.call(c.quotaBoard, { unitId: id('xa.sn'), quotaId: team.id })).rows.length, 0);
  });

  test('in the department’s plan it binds those to whom the line was sent, and frees who shows that it is not theirs', async () => {
    const { planId, lineId } = await issuedPlan(
      lan,
      'so',
      { ...monthly, actor: 'Mỗi trường' },
      'Mỗi trường mỗi tháng một bài',
    );
    const quotas = () =>
      db.selectFrom('quotas').select(['id', 'scope', 'ended_at']).where('plan_id', '=', planId).execute();
    assert.deepEqual(await quotas(), []);
    const addressees = await sendTo(planId, lineId, ['cs1', 'cs2', 'mn2']);
    await inTx((tx) => quotasFromPlan(tx, planId, now));
    const [quota] = await quotas();
    assert.equal(quota?.scope, 'asked');
    await inTx((tx) => refreshQuota(tx, quota!.id, now));
    const asked = async () => (await lan.call(c.quotaBoard, { unitId: id('so'), quotaId: quota!.id })).total;
    assert.deepEqual([(await asked()).expected, (await asked()).met], [3, 1]);
    await owner.updateTable('asks').set({ state: 'not-ours' }).where('unit_id', '=', id('mn2')).execute();
    await inTx((tx) => answered(tx, addressees.mn2!));
    await settle('xa.sn', 'so');
    assert.equal((await asked()).expected, 2);
    await inTx((tx) => quotasFromPlan(tx, planId, now));
    assert.equal((await quotas()).length, 1);
    await owner.updateTable('plans').set({ state: 'recalled' }).where('id', '=', planId).execute();
    await inTx((tx) => quotasFromPlan(tx, planId, now));
    assert.notEqual((await quotas())[0]?.ended_at, null);
  });

  test('a line without a count or a period makes no quota', async () => {
    const { planId } = await issuedPlan(
      bach,
      'cs2',
      { actor: null, product: 'ảnh', minCount: null, per: 'month' },
      'Nộp ảnh hằng tháng',
    );
    assert.equal((await db.selectFrom('quotas').select('id').where('plan_id', '=', planId).execute()).length, 0);
  });
});

async function sendTo(planId: string, lineId: string, keys: string[]): Promise<Record<string, string>> {
  const sender = await db
    .selectFrom('people')
    .select('id')
    .where('email', '=', 'lan.pham@so.songtra.example')
    .executeTakeFirstOrThrow();
  const { path } = await db.selectFrom('units').select('path').where('id', '=', id('so')).executeTakeFirstOrThrow();
  const dispatch = { id: newId(), plan_id: planId, unit_id: id('so'), path, choice: '{}', sent_by: sender.id };
  await owner.insertInto('dispatches').values(dispatch).execute();
  const found: Record<string, string> = {};
  for (const key of keys) {
    const unit = await db.selectFrom('units').select('path').where('id', '=', id(key)).executeTakeFirstOrThrow();
    found[key] = newId();
    const to = { plan_id: planId, unit_id: id(key), mode: 'assign' };
    await owner
      .insertInto('addressees')
      .values({ ...to, id: found[key], dispatch_id: dispatch.id, path: unit.path })
      .execute();
    await owner
      .insertInto('asks')
      .values({ ...to, line_id: lineId, addressee_id: found[key], state: 'unanswered' })
      .execute();
  }
  return found;
}

test('after anything, figures that were kept step by step are those of a whole count', async () => {
  const kept = () =>
    db
      .selectFrom('quota_counts')
      .selectAll()
      .where('expected', '>', 0)
      .orderBy('node_id')
      .orderBy('kind')
      .orderBy('key')
      .orderBy('quota_id')
      .execute();
  let seed = 7;
  const random = (n: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % n;
  };
  for (let i = 0; i < 40; i++) {
    const month = ['09', '10', '11'][random(3)];
    const more = {
      madeOn: `2026-${month}-1${random(9)}`,
      reached: (['sent', 'published'] as const)[random(2)],
      teamId: random(2) ? id('cs2.t2') : null,
    };
    const one = await bach.call(outputs.recordOutput, made('cs2', more));
    if (random(4) === 0)
      await bach.call(outputs.withdrawOutput, { outputId: one.id, version: one.version, reason: 'Thử' });
  }
  await settle('cs2', 'xa.sn', 'so', 'bo');
  const stepwise = await kept();
  await owner.deleteFrom('quota_counts').execute();
  for (const q of await db.selectFrom('quotas').select('id').execute()) await inTx((tx) => refreshQuota(tx, q.id, now));
  assert.deepEqual(stepwise, await kept());
  assert.ok(stepwise.length > 20);
});

test('a plan that is issued and sent at the same moment sets its quotas once, and they hold', async () => {
  const detail = { actor: 'Các tổ chuyên môn', product: 'bài', minCount: 1, per: 'month', moment: 'sent' };
  const { planId } = await issuedPlan(bach, 'cs2', detail, 'Mỗi tổ 01 bài mỗi tháng');
  await owner.deleteFrom('quota_counts').where('quota_id', 'in', quotasOf(planId)).execute();
  await owner.deleteFrom('quota_units').where('quota_id', 'in', quotasOf(planId)).execute();
  await owner.deleteFrom('quotas').where('plan_id', '=', planId).execute();
  let second: Promise<void> | undefined;
  await inTx(async (tx) => {
    await quotasFromPlan(tx, planId, now);
    second = inTx((other) => quotasFromPlan(other, planId, now));
    // The second one comes as far as it can without the first.
    const waits = sql<{ n: number }>`select count(*)::int as n from pg_locks where not granted`;
    while ((await waits.execute(tx)).rows[0]!.n === 0);
  });
  await second;
  const rows = await db.selectFrom('quotas').select('ended_at').where('plan_id', '=', planId).execute();
  assert.deepEqual(rows, [{ ended_at: null }]);
});

const quotasOf = (planId: string) => owner.selectFrom('quotas').select('id').where('plan_id', '=', planId);
