import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { newId } from '#lib/id.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import { loadSampleWork } from '../../../db/sample/plans.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { testApp } from '../../app/testing/http.ts';
import { recountOutputs } from '../outputs/counts.sql.ts';
import * as o from '../outputs/outputs.contract.ts';
import * as e from '../work/evidence.contract.ts';
import * as w from '../work/work.contract.ts';
import { countUncounted, itemMoved } from '../work/work.jobs.ts';
import { lostMoment, type Moment, type MomentRow, reachedMoment, reachedMoments, storyChanged } from './moments.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db } = app.database;
useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-moments-'))));
await loadSampleWork(db);
// The sample has evidence and items of its own; the stories below begin with none.
await db.deleteFrom('evidence').execute();
await db.deleteFrom('activity_progress').execute();
await db.transaction().execute(countUncounted);
await db.deleteFrom('outputs').execute();
await db.deleteFrom('output_counts').execute();

const anh = app.as('anh.bach@thcssuoingoc.songtra.example');
const dat = app.as('dat.nguyen@thcsbinhtra.songtra.example');
const school = sampleId('cs2');
const team = sampleId('cs2.t1');
const clock = { requestId: 'test', now: app.clock.now, system: 'test' };
const paths = new Map(
  (await db.selectFrom('units').select(['id', 'path']).execute()).map((unit) => [unit.id, unit.path]),
);
const { items } = await anh.call(w.listActivities, { unitId: school });
const weekly = items.find((a) => a.text.startsWith('Chuyên mục'))!;
const page = () => anh.call(w.getActivity, { lineId: weekly.lineId });
const [target] = (await page()).targets;

async function story(title: string, more: object = {}): Promise<string> {
  const row = {
    id: newId(),
    unit_id: school,
    path: paths.get(school)!,
    kind: 'bai',
    title,
    credit: 'Lò Thị Mai',
    ...more,
  };
  await db.insertInto('articles').values(row).execute();
  return row.id;
}
const forWeekly = { line_id: weekly.lineId, target_id: target!.id };
const teams = { team_id: team, team_path: paths.get(team)! };
const reach = (id: string, moment: Moment, facts: Omit<MomentRow, 'articleId'>) =>
  db.transaction().execute((tx) => reachedMoment(tx, clock, id, moment, facts));
const lose = (id: string, moment: Moment) => db.transaction().execute((tx) => lostMoment(tx, clock, id, moment));
const rowOf = (articleId: string) =>
  db.selectFrom('outputs').selectAll().where('origin_id', '=', articleId).executeTakeFirst();
/** What the jobs do after the events of a write. */
const follow = async (articleId: string) => {
  const row = (await rowOf(articleId))!;
  await db.transaction().execute((tx) => itemMoved(tx, row.id, app.clock.now));
};
const evidenceOf = async (articleId: string) => {
  const row = (await rowOf(articleId))!;
  return (await page()).evidence.filter((piece) => piece.outputId === row.id);
};
const momentOfTarget = (moment: Moment) =>
  db.updateTable('plan_targets').set({ moment }).where('id', '=', target!.id).execute();
const counted = (unitId: string, teamId: string) =>
  db
    .selectFrom('output_counts')
    .select(['month', 'sent', 'approved', 'published', 'picked'])
    .where('unit_id', '=', unitId)
    .where('team_id', '=', teamId)
    .where((eb) => eb.or(['sent', 'approved', 'published', 'picked'].map((m) => eb(m as 'sent', '>', 0))))
    .orderBy('month')
    .execute();

describe('a story in the register', () => {
  test('has one row that goes through the four moments; the first day of each stays', async () => {
    const id = await story('Thư viện xanh của trường', teams);
    await reach(id, 'sent', { day: '2026-11-02' });
    await reach(id, 'approved', { day: '2026-11-03' });
    await reach(id, 'published', { day: '2026-11-04', url: 'https://suoingoc.example/bai/thu-vien-xanh' });
    await reach(id, 'picked', { day: '2026-11-05', byUnitId: sampleId('so') });
    await reach(id, 'published', { day: '2026-11-20', url: 'https://suoingoc.example/bai/thu-vien-xanh' });
    const row = (await rowOf(id))!;
    assert.deepEqual(
      [row.sent_on, row.approved_on, row.published_on, row.picked_on, row.made_on],
      ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-04'],
    );
    assert.deepEqual(
      [row.counts, row.genre, row.author_name, row.source],
      ['unit-article', 'bai', 'Lò Thị Mai', 'newsroom'],
    );
    assert.deepEqual([row.team_id, row.path, row.picked_by], [team, paths.get(team), sampleId('so')]);
    assert.deepEqual(await counted(school, team), [
      { month: '2026-11', sent: 1, approved: 1, published: 1, picked: 1 },
    ]);
    const events = (await auditOf(app.database, row.id)).map((r) => r.event);
    assert.deepEqual(events, ['output.recorded', 'output.changed', 'output.changed', 'output.changed']);
  });

  test('published at once it was sent and approved on that day', async () => {
    const id = await story('Bài đăng ngay');
    await reach(id, 'published', { day: '2026-11-10' });
    const row = (await rowOf(id))!;
    assert.deepEqual([row.sent_on, row.approved_on, row.published_on], ['2026-11-10', '2026-11-10', '2026-11-10']);
  });

  test('the level above moves the origin’s row by picking its own edition; the edition has no row', async () => {
    const id = await story('Bài gốc của trường');
    const edition = await story('Bản biên tập của Sở', {
      unit_id: sampleId('so'),
      path: paths.get(sampleId('so'))!,
      origin_id: id,
    });
    await reach(id, 'sent', { day: '2026-11-02' });
    await reach(edition, 'published', { day: '2026-11-06' });
    await reach(edition, 'picked', { day: '2026-11-06', byUnitId: sampleId('so') });
    assert.equal(await rowOf(edition), undefined);
    assert.deepEqual([(await rowOf(id))!.picked_on, (await rowOf(id))!.published_on], ['2026-11-06', null]);
  });

  test('a version in Hmong is the same story, unless a line of its own asked for it', async () => {
    const id = await story('Bảo vệ rừng');
    const hmong = await story('Tiv thaiv hav zoov', { translation_of: id, language: 'mww' });
    const asked = await story('Bảo vệ rừng (tiếng Tày)', { translation_of: id, language: 'tyz', ...forWeekly });
    for (const one of [id, hmong, asked]) await reach(one, 'sent', { day: '2026-11-02' });
    assert.deepEqual([await rowOf(hmong), !!(await rowOf(asked))], [undefined, true]);
  });

  test('a text taken down is no longer published, one taken back before approval is withdrawn and comes back', async () => {
    const id = await story('Bài gỡ xuống');
    await reach(id, 'published', { day: '2026-11-10', url: 'https://suoingoc.example/bai/go-xuong' });
    await lose(id, 'published');
    const down = (await rowOf(id))!;
    assert.deepEqual([down.published_on, down.url, down.approved_on], [null, null, '2026-11-10']);
    const other = await story('Bài rút lại');
    await reach(other, 'sent', { day: '2026-11-10' });
    await lose(other, 'sent');
    assert.match((await rowOf(other))!.withdrawn_reason ?? '', /rút lại trước khi duyệt/);
    await reach(other, 'sent', { day: '2026-11-12' });
    assert.deepEqual([(await rowOf(other))!.withdrawn_at, (await rowOf(other))!.sent_on], [null, '2026-11-12']);
  });

  test('title, author and team follow the text; by hand it is changed nowhere else', async () => {
    const id = await story('Tên cũ');
    await reach(id, 'sent', { day: '2026-11-10' });
    await db.updateTable('articles').set({ title: 'Tên mới', kind: 'anh' }).where('id', '=', id).execute();
    await db.transaction().execute((tx) => storyChanged(tx, clock, id));
    const row = (await rowOf(id))!;
    assert.deepEqual([row.title, row.counts], ['Tên mới', 'photo-set']);
    const shown = await anh.call(o.getOutput, { outputId: row.id });
    assert.deepEqual([shown.can, shown.originKind, shown.originId], [[], 'article', id]);
    const given = { outputId: row.id, version: row.version };
    await anh.refused(o.editOutput, { ...given, title: 'Sửa tay' }, 'outputs.from-newsroom');
    await anh.refused(o.withdrawOutput, { ...given, reason: 'Rút' }, 'outputs.from-newsroom');
    await dat.refused(o.withdrawOutput, { ...given, reason: 'Phá' }, 'not-found');
  });

  test('an address that somebody pasted before is joined to the story, and is one item', async () => {
    const url = 'https://suoingoc.example/bai/da-dan';
    const pasted = await anh.call(o.recordOutput, {
      unitId: school,
      counts: 'unit-article',
      title: 'Dán tay',
      madeOn: '2026-11-10',
      url,
      reached: 'published',
    });
    const id = await story('Bài đã dán');
    await reach(id, 'published', { day: '2026-11-11', url });
    const joined = await anh.call(o.getOutput, { outputId: pasted.id });
    assert.equal(joined.joinedTo, (await rowOf(id))!.id);
  });

  test('two thousand that are published in one second come there together, and the figures are those of a full count', async () => {
    const ids = await Promise.all(
      Array.from({ length: 2000 }, (_, i) => i).map((i) => newId(app.clock.now.getTime() + i)),
    );
    const rows = ids.map((id, i) => ({
      id,
      unit_id: school,
      path: paths.get(school)!,
      kind: 'tin',
      title: `Tin ${i}`,
    }));
    await db.insertInto('articles').values(rows).execute();
    const came = ids.map((articleId) => ({
      articleId,
      day: '2026-12-01',
      url: `https://suoingoc.example/tin/${articleId}`,
    }));
    await db.transaction().execute((tx) => reachedMoments(tx, clock, came, 'published'));
    assert.equal((await counted(school, '00000000-0000-0000-0000-000000000000')).at(-1)!.published, 2000);
    assert.equal(await db.transaction().execute(recountOutputs), 0);
  });
});

describe('a story that was written for an activity', () => {
  test('counts by itself when it is published, once, with its address', async () => {
    const id = await story('Câu chuyện đẹp về thầy cô', forWeekly);
    await reach(id, 'approved', { day: '2026-10-03' });
    await follow(id);
    assert.deepEqual(await evidenceOf(id), []);
    const before = (await page()).activity.done;
    await reach(id, 'published', { day: '2026-10-04', url: 'https://suoingoc.example/bai/cau-chuyen' });
    await follow(id);
    await follow(id);
    const [piece, ...others] = await evidenceOf(id);
    assert.deepEqual([piece!.kind, piece!.state, piece!.counted, others.length], ['link', 'recorded', true, 0]);
    assert.equal((await page()).activity.done, before + 1);
    const [record] = await auditOf(app.database, piece!.id);
    assert.deepEqual([record!.event, record!.personId], ['evidence.recorded', null]);
  });

  test('taken down it counts no more, with the reason; published again it counts again', async () => {
    const id = await story('Bài bị gỡ', forWeekly);
    await reach(id, 'published', { day: '2026-10-04', url: 'https://suoingoc.example/bai/bi-go' });
    await follow(id);
    const before = (await page()).activity.done;
    await lose(id, 'published');
    await follow(id);
    assert.equal((await page()).activity.done, before - 1);
    const [ended] = await evidenceOf(id);
    assert.deepEqual([ended!.state, /không còn ở mức được tính/.test(ended!.reason ?? '')], ['withdrawn', true]);
    await reach(id, 'published', { day: '2026-10-06', url: 'https://suoingoc.example/bai/bi-go' });
    await follow(id);
    assert.equal((await page()).activity.done, before);
  });

  test('a target that counts what was sent has it from that day on; whoever approves it has confirmed it', async () => {
    await momentOfTarget('sent');
    const id = await story('Bài vừa gửi', forWeekly);
    await reach(id, 'sent', { day: '2026-09-30' });
    await follow(id);
    const [waiting] = await evidenceOf(id);
    assert.deepEqual([waiting!.kind, waiting!.confirmedBy, waiting!.counted], ['file', 'unit', false]);
    await reach(id, 'approved', { day: '2026-10-01' });
    await follow(id);
    const [piece, ...others] = await evidenceOf(id);
    assert.deepEqual([piece!.id, piece!.counted, others.length], [waiting!.id, true, 0]);
    const { month } = await db
      .selectFrom('evidence')
      .select('month')
      .where('id', '=', piece!.id)
      .executeTakeFirstOrThrow();
    assert.equal(month, '2026-09');
    await momentOfTarget('published');
  });

  test('a target that counts what was picked waits for it', async () => {
    await momentOfTarget('picked');
    const id = await story('Bài chờ chọn', forWeekly);
    await reach(id, 'published', { day: '2026-10-04' });
    await follow(id);
    assert.deepEqual(await evidenceOf(id), []);
    await reach(id, 'picked', { day: '2026-10-09', byUnitId: sampleId('xa.sn') });
    await follow(id);
    assert.equal((await evidenceOf(id))[0]!.counted, true);
    await lose(id, 'picked');
    await follow(id);
    assert.equal((await evidenceOf(id))[0]!.state, 'withdrawn');
    await momentOfTarget('published');
  });

  test('what a person recorded or refused stands: nothing counts twice, and nothing comes back by itself', async () => {
    const id = await story('Bài ghi tay');
    await reach(id, 'published', { day: '2026-10-04', url: 'https://suoingoc.example/bai/ghi-tay' });
    const outputId = (await rowOf(id))!.id;
    const byHand = await anh.call(e.recordEvidence, {
      lineId: weekly.lineId,
      targetId: target!.id,
      kind: 'link',
      outputId,
    });
    await db.updateTable('articles').set(forWeekly).where('id', '=', id).execute();
    await db.transaction().execute((tx) => storyChanged(tx, clock, id));
    await follow(id);
    assert.deepEqual(
      (await evidenceOf(id)).map((piece) => piece.id),
      [byHand.id],
    );
    await anh.call(e.withdrawEvidence, { evidenceId: byHand.id, version: byHand.version, reason: 'Ghi nhầm' });
    await follow(id);
    assert.deepEqual(
      (await evidenceOf(id)).map((piece) => piece.state),
      ['withdrawn'],
    );
  });

  test('serving another purpose it counts there and no longer here; of a school that was not asked it counts nowhere', async () => {
    const id = await story('Bài đổi mục đích', forWeekly);
    await reach(id, 'published', { day: '2026-10-04', url: 'https://suoingoc.example/bai/doi' });
    await follow(id);
    await db.updateTable('articles').set({ line_id: null, target_id: null }).where('id', '=', id).execute();
    await db.transaction().execute((tx) => storyChanged(tx, clock, id));
    await follow(id);
    assert.equal((await evidenceOf(id))[0]!.state, 'withdrawn');
    const neighbour = sampleId('cs1');
    const other = await story('Bài trường bạn', { unit_id: neighbour, path: paths.get(neighbour)!, ...forWeekly });
    await reach(other, 'published', { day: '2026-10-04', url: 'https://binhtra.example/bai/ban' });
    await follow(other);
    assert.deepEqual(await evidenceOf(other), []);
  });
});
