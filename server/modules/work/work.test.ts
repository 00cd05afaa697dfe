import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { newId } from '#lib/id.ts';
import { stateOn } from '#lib/progress.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import { loadSampleWork } from '../../../db/sample/plans.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { recordOutput } from '../outputs/outputs.contract.ts';
import * as e from './evidence.contract.ts';
import { recountPlan } from './recount.ts';
import * as s from './series.contract.ts';
import * as c from './work.contract.ts';
import { countUncounted, followItem } from './work.jobs.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db } = app.database;
useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-work-'))));
await loadSampleWork(db);
await db.deleteFrom('evidence').execute();
await db.deleteFrom('activity_progress').execute();
await db.transaction().execute(countUncounted);

const lan = app.as('lan.pham@so.songtra.example');
const anh = app.as('anh.bach@thcssuoingoc.songtra.example');
const dat = app.as('dat.nguyen@thcsbinhtra.songtra.example');
const department = sampleId('so');
const school = sampleId('cs2');
let n = 0;
const link = () => ({ kind: 'link' as const, url: `https://baosongtra.example/${++n}`, madeOn: '2026-11-02' });

describe('activities in reach', () => {
  test('the department sees its own and those of the schools; a school its own; another school none of them', async () => {
    const own = await lan.call(c.listActivities, { unitId: department, limit: 200 });
    const all = await lan.call(c.listActivities, { within: department, limit: 200 });
    assert.ok(own.items.length > 0 && all.items.length > own.items.length);
    const schools = await anh.call(c.listActivities, {});
    assert.ok(schools.items.every((a) => a.unitId === school));
    assert.equal((await dat.call(c.listActivities, { unitId: school })).items.length, 0);
  });

  test('late ones stand first, done ones last, and pages follow each other without a gap', async () => {
    const whole = (await lan.call(c.listActivities, { within: department, limit: 200 })).items;
    const rank = whole.map((a) => ['late', 'at-risk', 'on-track', 'not-yet', 'done'].indexOf(a.state));
    assert.ok(rank.lastIndexOf(0) < rank.findIndex((r) => r > 1) || !rank.includes(0));
    const paged: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await lan.call(c.listActivities, { within: department, limit: 2, ...(after && { after }) });
      paged.push(...page.items.map((a) => a.lineId));
      if (page.next === null) break;
      after = page.next;
    }
    assert.deepEqual(
      paged,
      whole.map((a) => a.lineId),
    );
    await lan.refused(c.listActivities, { after: 'giả' }, 'unreadable');
  });

  test('each state is a filter, and what the counts say is what the lists hold', async () => {
    const { states } = await lan.call(c.countActivities, { within: department });
    for (const [state, count] of Object.entries(states)) {
      const asked = { within: department, state: state as keyof typeof states, limit: 200 };
      const { items } = await lan.call(c.listActivities, asked);
      assert.equal(items.length, count, state);
      assert.ok(items.every((a) => a.state === state));
    }
  });

  test('a month and a lead unit narrow it; my own work is that of plans I answer for', async () => {
    const may = await lan.call(c.listActivities, { unitId: department, month: '2026-05' });
    assert.ok(may.items.length > 0 && may.items.every((a) => a.months.some((m) => m.month === '2026-05')));
    const lead = may.items[0]!.leads[0]!;
    const led = await lan.call(c.listActivities, { unitId: department, lead });
    assert.ok(led.items.length > 0 && led.items.every((a) => a.leads.includes(lead)));
    assert.ok((await lan.call(c.countActivities, { unitId: department })).leads.includes(lead));
    const mine = await anh.call(c.listActivities, { mine: '1' });
    const [plan] = await db
      .selectFrom('plans')
      .select('lead_person_id')
      .where('unit_id', '=', school)
      .where('state', '=', 'issued')
      .execute();
    const me = await db
      .selectFrom('people')
      .select('id')
      .where('email', '=', 'anh.bach@thcssuoingoc.songtra.example')
      .executeTakeFirstOrThrow();
    assert.equal(mine.items.length > 0, plan!.lead_person_id === me.id);
    assert.equal((await anh.call(c.listActivities, { q: 'doc sach' })).items.length, 1);
  });

  test('a row that nobody touches becomes late by itself when its month is over', async () => {
    const { items } = await anh.call(c.listActivities, { q: 'Trang sách bên suối' });
    assert.equal(items[0]!.state, 'not-yet');
    const now = app.clock.now;
    app.clock.now = new Date('2027-05-03T02:00:00Z');
    // Half a year later nobody is signed in any more: the principal comes anew.
    const ngoc = app.as('ngoc.le@thcssuoingoc.songtra.example');
    const later = await ngoc.call(c.listActivities, { q: 'Trang sách bên suối', state: 'late' });
    assert.equal(later.items[0]!.daysLate, 3);
    app.clock.now = now;
  });
});

/** A thematic plan of the department that hangs from one line of its yearly plan. */
async function thematic() {
  const { items } = await lan.call(c.listActivities, { unitId: department, q: 'Thầy cô trên đỉnh mây' });
  const parent = (await lan.call(c.getActivity, { lineId: items[0]!.lineId })).activity;
  const row = await db.selectFrom('plans').selectAll().where('id', '=', parent.planId).executeTakeFirstOrThrow();
  const planId = newId();
  const { id: _, tsv: __, number: ___, ...rest } = row;
  await db
    .insertInto('plans')
    .values({
      ...rest,
      id: planId,
      kind: 'thematic',
      title: 'Tuyến bài vùng cao',
      parent_plan_id: parent.planId,
      parent_line_id: parent.lineId,
    })
    .execute();
  const lineId = newId();
  const detail = JSON.stringify({ months: ['2026-11'] });
  await db
    .insertInto('plan_lines')
    .values({ id: lineId, plan_id: planId, part: 'activity', position: 1, text: 'Viết bài', detail })
    .execute();
  const targetId = newId();
  const months = JSON.stringify({ '2026-11': 3 });
  const target = { product: 'bài báo', counts: 'newspaper-article', months, total: 3, position: 0 };
  await db
    .insertInto('plan_targets')
    .values({ id: targetId, line_id: lineId, plan_id: planId, ...target })
    .execute();
  await db.transaction().execute((tx) => recountPlan(tx, planId));
  return { parent, planId, lineId, targetId };
}

describe('a thematic plan under a line of the yearly one', async () => {
  const { parent, planId, lineId, targetId } = await thematic();
  const doneAbove = async () => (await lan.call(c.getActivity, { lineId: parent.lineId })).activity.done;

  test('what it makes counts in both plans, once in each', async () => {
    const made = await lan.call(e.recordEvidence, { lineId, targetId, ...link() });
    assert.equal(await doneAbove(), 1);
    const above = await lan.call(c.getActivity, { lineId: parent.lineId });
    assert.equal(above.evidence[0]!.from?.planId, planId);
    assert.deepEqual(above.evidence[0]!.can, []);
    assert.equal(above.below[0]!.planId, planId);
    const target = above.targets.find((t) => t.counts === 'newspaper-article')!;
    const again = { lineId: parent.lineId, targetId: target.id, kind: 'link' as const, outputId: made.outputId };
    await lan.refused(e.recordEvidence, again, 'work.counted-already');
    await lan.call(e.withdrawEvidence, { evidenceId: made.id, version: made.version });
    assert.equal(await doneAbove(), 0);
  });

  test('an item that the yearly plan has already is not counted there a second time', async () => {
    const { targets } = await lan.call(c.getActivity, { lineId: parent.lineId });
    const target = targets.find((t) => t.counts === 'newspaper-article')!;
    const made = await lan.call(e.recordEvidence, { lineId: parent.lineId, targetId: target.id, ...link() });
    await lan.call(e.recordEvidence, { lineId, targetId, kind: 'link', outputId: made.outputId });
    assert.equal(await doneAbove(), 1);
    const { items } = await lan.call(c.listActivities, { planId });
    assert.equal(items[0]!.done, 1);
  });

  test('a scan waits in both and counts in both once it is confirmed', async () => {
    const before = await doneAbove();
    const item = { unitId: department, counts: 'newspaper-article' as const, title: 'Báo giấy', madeOn: '2026-11-03' };
    const output = await lan.call(recordOutput, item);
    const made = await lan.call(e.recordEvidence, { lineId, targetId, kind: 'placement', outputId: output.id });
    assert.deepEqual([made.counted, await doneAbove()], [false, before]);
    await lan.call(e.confirmEvidence, { evidenceId: made.id, version: made.version });
    assert.equal(await doneAbove(), before + 1);
  });
});

test('two items that turn out to be one are counted as one', async () => {
  const { items } = await anh.call(c.listActivities, { q: 'Mỗi tuần một câu chuyện đẹp' });
  const { lineId } = items[0]!;
  const [target] = (await anh.call(c.getActivity, { lineId })).targets;
  const given = { lineId, targetId: target!.id };
  const [first, second] = [
    await anh.call(e.recordEvidence, { ...given, ...link() }),
    await anh.call(e.recordEvidence, { ...given, ...link() }),
  ];
  const done = async () => (await anh.call(c.getActivity, { lineId })).activity.done;
  assert.equal(await done(), 2);
  await db.updateTable('outputs').set({ joined_to: first!.outputId }).where('id', '=', second!.outputId).execute();
  await db.transaction().execute((tx) => followItem(tx, second!.outputId));
  assert.equal(await done(), 1);
});

test('an activity without counts is done when somebody says so, and not any more when that is taken back', async () => {
  const { items } = await anh.call(c.listActivities, { unitId: school });
  const { planId } = items[0]!;
  const lineId = newId();
  const detail = JSON.stringify({ deadline: '2026-11-30' });
  await db
    .insertInto('plan_lines')
    .values({ id: lineId, plan_id: planId, part: 'activity', position: 99, text: 'Treo băng rôn cổng trường', detail })
    .execute();
  await db.transaction().execute((tx) => recountPlan(tx, planId));
  const page = await anh.call(c.getActivity, { lineId });
  assert.deepEqual([page.activity.state, page.can], ['on-track', ['record', 'say-done']]);
  const said = await anh.call(c.sayDone, { lineId, done: true, note: 'Đã treo ngày 10/11.' });
  assert.equal(said.state, 'done');
  assert.equal((await anh.call(c.getActivity, { lineId })).said?.byName, 'Bạch Tuấn Anh');
  assert.equal((await anh.call(c.sayDone, { lineId, done: false })).state, 'on-track');
  const counted = items.find((a) => a.total > 0)!;
  await anh.refused(c.sayDone, { lineId: counted.lineId, done: true }, 'work.has-counts');
});

test('a series gathers pieces of its plan; once it is deleted they stay evidence', async () => {
  const { items } = await anh.call(c.listActivities, { q: 'Mỗi tuần một câu chuyện đẹp' });
  const { lineId, planId } = items[0]!;
  const [target] = (await anh.call(c.getActivity, { lineId })).targets;
  const title = 'Thầy cô của em';
  const made = await anh.call(s.addSeries, { planId, lineId, title, aim: 'Mười chân dung nhà giáo' });
  const piece = await anh.call(e.recordEvidence, { lineId, targetId: target!.id, ...link(), seriesId: made.id });
  const listed = await anh.call(s.listSeries, { planId });
  assert.deepEqual([listed.items[0]!.pieces, listed.can], [1, ['add']]);
  const pieces = async () => (await anh.call(s.listSeries, { planId })).items[0]!.pieces;
  await anh.call(s.assignSeries, { evidenceId: piece.id, seriesId: null });
  assert.equal(await pieces(), 0);
  await anh.call(s.assignSeries, { evidenceId: piece.id, seriesId: made.id });
  assert.equal(await pieces(), 1);
  await anh.refused(s.assignSeries, { evidenceId: piece.id, seriesId: newId() }, 'invalid');
  await dat.refused(s.assignSeries, { evidenceId: piece.id, seriesId: null }, 'not-found');
  await dat.refused(s.listSeries, { planId }, 'not-found');
  const facts = { seriesId: made.id, version: made.version, title, fromOn: '2026-11-20', toOn: '2026-11-01' };
  await anh.refused(s.editSeries, facts, 'invalid');
  await anh.call(s.deleteSeries, { seriesId: made.id, version: made.version });
  const after = await anh.call(c.getActivity, { lineId });
  assert.equal(after.evidence.find((x) => x.id === piece.id)!.seriesId, null);
});

test('a plan that ends is late no more: it leaves the lists, its page stays', async () => {
  const { items } = await anh.call(c.listActivities, { unitId: school });
  const { planId, lineId } = items[0]!;
  await db.updateTable('plans').set({ state: 'closed' }).where('id', '=', planId).execute();
  await db.transaction().execute((tx) => recountPlan(tx, planId));
  assert.equal((await anh.call(c.listActivities, { unitId: school })).items.length, 0);
  assert.deepEqual((await anh.call(c.getActivity, { lineId })).can, []);
  assert.ok((await anh.call(c.planProgress, { planId })).items.length > 0);
});

test('what is kept of each activity is what its evidence says', async () => {
  const rows = await db.selectFrom('activity_progress').selectAll().execute();
  const plans = [...new Set(rows.map((r) => r.plan_id))];
  for (const id of plans) await db.transaction().execute((tx) => recountPlan(tx, id));
  const again = await db.selectFrom('activity_progress').selectAll().execute();
  const key = (list: typeof rows) =>
    list
      .map((r) => `${r.line_id} ${r.done}/${r.total} ${r.late_from} ${r.risk_from} ${r.complete}`)
      .sort()
      .join('\n');
  assert.equal(key(again), key(rows));
  const facts = (r: (typeof rows)[number]) => ({
    complete: r.complete,
    startsOn: r.starts_on,
    riskFrom: r.risk_from,
    lateFrom: r.late_from,
  });
  assert.ok(rows.every((r) => r.complete === (stateOn(facts(r), '2026-11-20') === 'done')));
});

test('a school whose plan hangs from an activity of the Sở does not move the figures of the Sở', async () => {
  const { parent, planId, lineId, targetId } = await thematic();
  const unit = await db.selectFrom('units').select(['id', 'path']).where('id', '=', school).executeTakeFirstOrThrow();
  await db.updateTable('plans').set({ unit_id: unit.id, path: unit.path }).where('id', '=', planId).execute();
  const done = async () => (await lan.call(c.getActivity, { lineId: parent.lineId })).activity.done;
  const before = await done();
  const made = await anh.call(e.recordEvidence, { lineId, targetId, ...link() });
  assert.equal(made.counted, true);
  assert.equal(await done(), before);
});

test('what waited when its plan was closed waits no longer, neither in the list nor in its count', async () => {
  const { planId, lineId, targetId } = await thematic();
  const item = { unitId: department, counts: 'newspaper-article' as const, title: 'Báo giấy cũ', madeOn: '2026-11-03' };
  const output = await lan.call(recordOutput, item);
  await lan.call(e.recordEvidence, { lineId, targetId, kind: 'placement', outputId: output.id });
  const waiting = async () => [
    (await lan.call(e.listEvidence, { unitId: department, limit: 200 })).items.length,
    (await lan.call(c.countActivities, { unitId: department })).waiting,
  ];
  const [listed, counted] = await waiting();
  assert.equal(listed, counted);
  await db.updateTable('plans').set({ state: 'closed' }).where('id', '=', planId).execute();
  assert.deepEqual(await waiting(), [listed! - 1, listed! - 1]);
});
