import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import type { CallOf } from '#lib/contract.ts';
import { newId } from '#lib/id.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import { loadSampleWork } from '../../../db/sample/plans.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { listInbox } from '../notices/notices.contract.ts';
import * as w from '../work/work.contract.ts';
import { countUncounted, itemMoved } from '../work/work.jobs.ts';
import * as a from './articles.contract.ts';
import { remindOfAssignments } from './assignment-reminders.ts';
import * as c from './assignments.contract.ts';
import { lostMoment, type Moment, reachedMoment } from './moments.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db } = app.database;
useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-assignments-'))));
await loadSampleWork(db);
await db.transaction().execute(countUncounted);

const anh = app.as('anh.bach@thcssuoingoc.songtra.example');
const huyen = app.as('huyen.nong@thcssuoingoc.songtra.example');
const dat = app.as('dat.nguyen@thcsbinhtra.songtra.example');
const lan = app.as('lan.pham@so.songtra.example');
const school = sampleId('cs2');
const team = sampleId('cs2.t1');
const clock = { requestId: 'test', now: app.clock.now, system: 'test' };
const { items } = await anh.call(w.listActivities, { unitId: school });
const weekly = items.find((one) => one.text.startsWith('Chuyên mục'))!;
const [target] = (await anh.call(w.getActivity, { lineId: weekly.lineId })).targets;

const given = (more: Partial<CallOf<typeof c.createAssignment>> = {}) => ({
  id: newId(),
  unitId: school,
  teamId: team,
  kind: 'bai',
  title: 'Câu chuyện đẹp tuần 12',
  brief: 'Khoảng 500 chữ, kèm hai ảnh.',
  dueOn: '2026-11-30',
  lineId: weekly.lineId,
  targetId: target!.id,
  ...more,
});
const mine = async () => (await huyen.call(c.listAssignments, {})).items;
const at = (row: c.Assignment) => ({ assignmentId: row.id, version: row.version });
const read = async (id: string) => (await anh.call(c.getAssignment, { assignmentId: id })).assignment;
const written = async (assignmentId: string, title = 'Cô giáo vùng cao') => {
  const id = newId();
  const content = { type: 'doc', content: [] };
  const words = { title, summary: '', credit: '', kind: 'bai', language: 'vi', content };
  await huyen.call(a.createArticle, { id, unitId: school, assignmentId, ...words });
  return id;
};
const reach = (id: string, moment: Moment, day = '2026-11-23') =>
  db.transaction().execute((tx) => reachedMoment(tx, clock, id, moment, { day }));
const inbox = async (who: typeof anh, kind: string) =>
  (await who.call(listInbox, {})).items.filter((notice) => notice.kind === kind);

describe('texts that are asked for', () => {
  test('the team sees what it was asked for first and is told once; the neighbour sees nothing', async () => {
    const id = newId();
    const row = await anh.call(c.createAssignment, given({ id }));
    await anh.call(c.createAssignment, given({ id }));
    assert.deepEqual([row.teamId, row.wanted, row.sent, row.can], [team, 1, 0, ['write', 'edit', 'cancel']]);
    assert.equal(row.lineText, weekly.text);
    const [seen] = await mine();
    assert.deepEqual([seen!.id, seen!.can], [id, ['write']]);
    assert.equal((await inbox(huyen, 'assignment.given')).length, 1);
    await dat.refused(c.getAssignment, { assignmentId: id }, 'not-found');
    await dat.refused(c.cancelAssignment, { ...at(row), reason: 'Phá' }, 'not-found');
    await huyen.refused(c.cancelAssignment, { ...at(row), reason: 'Bận' }, 'forbidden');
    await anh.call(c.cancelAssignment, { ...at(row), reason: 'Đã có bài khác' });
    assert.deepEqual(await mine(), []);
    assert.match((await inbox(huyen, 'assignment.cancelled'))[0]!.sentence, /Đã có bài khác/);
  });

  test('only teams, people and activities of the unit may be named', async () => {
    const outside = await anh.refused(c.createAssignment, given({ teamId: sampleId('cs1.t1') }), 'invalid');
    assert.ok(outside.fields?.teamId);
    const nobody = await anh.refused(c.createAssignment, given({ teamId: null }), 'invalid');
    assert.ok(nobody.fields?.teamId);
    const kind = await anh.refused(c.createAssignment, given({ kind: 'tho' }), 'invalid');
    assert.ok(kind.fields?.kind);
    const line = await dat.refused(
      c.createAssignment,
      given({ unitId: sampleId('cs1'), teamId: sampleId('cs1.t1') }),
      'invalid',
    );
    assert.ok(line.fields?.lineId);
    await huyen.refused(c.createAssignment, given(), 'forbidden');
    await lan.refused(c.createAssignment, given(), 'forbidden');
  });

  test('deliveries are counted; with enough approved it is done by itself, and open again where one falls away', async () => {
    const { id } = await anh.call(c.createAssignment, given({ wanted: 2 }));
    const [one, two] = [await written(id), await written(id, 'Thầy giáo xóa mù chữ')];
    await reach(one, 'sent');
    assert.deepEqual(
      [(await read(id)).begun, (await read(id)).sent, (await read(id)).approved, (await read(id)).state],
      [2, 1, 0, 'open'],
    );
    await reach(one, 'approved');
    await reach(two, 'approved');
    assert.deepEqual([(await read(id)).approved, (await read(id)).state], [2, 'done']);
    assert.equal((await inbox(anh, 'assignment.done')).length, 1);
    await db.transaction().execute((tx) => lostMoment(tx, clock, two, 'approved'));
    assert.equal((await read(id)).state, 'open');
    const { articles } = await anh.call(c.getAssignment, { assignmentId: id });
    assert.deepEqual(articles.map((x) => x.title).sort(), ['Cô giáo vùng cao', 'Thầy giáo xóa mù chữ']);
  });

  test('what is written for it counts in its activity; the writer says otherwise for one text', async () => {
    const { id } = await anh.call(c.createAssignment, given());
    const article = await written(id);
    const { purpose, choices, can } = await huyen.call(c.getPurpose, { articleId: article });
    assert.deepEqual([purpose.lineId, purpose.moment, can], [weekly.lineId, 'published', ['set']]);
    assert.ok(choices.some((one) => one.lineId === weekly.lineId && one.targets[0]!.id === target!.id));
    await reach(article, 'published');
    const { id: outputId } = await db
      .selectFrom('outputs')
      .select('id')
      .where('origin_id', '=', article)
      .executeTakeFirstOrThrow();
    await db.transaction().execute((tx) => itemMoved(tx, outputId, app.clock.now));
    assert.equal((await anh.call(c.getPurpose, { articleId: article })).evidence?.counted, true);
    const reading = items.find((x) => x.lineId !== weekly.lineId)!;
    const moved = await huyen.call(c.setPurpose, { articleId: article, lineId: reading.lineId });
    assert.deepEqual([moved.lineId, moved.targetId], [reading.lineId, null]);
    await db.transaction().execute((tx) => itemMoved(tx, outputId, app.clock.now));
    assert.equal((await anh.call(c.getPurpose, { articleId: article })).evidence?.state, 'withdrawn');
    await dat.refused(c.setPurpose, { articleId: article, lineId: null }, 'not-found');
    const wrong = { articleId: article, lineId: weekly.lineId, seriesId: newId() };
    assert.ok((await huyen.refused(c.setPurpose, wrong, 'invalid')).fields?.seriesId);
  });

  test('the clock reminds three days before, on the day, and after it, and nobody twice', async () => {
    const { id } = await anh.call(c.createAssignment, given({ dueOn: '2026-11-27', title: 'Bài sắp hạn' }));
    const on = (day: string) => new Date(`${day}T01:00:00Z`);
    const remind = (day: string) => db.transaction().execute((tx) => remindOfAssignments(tx, on(day)));
    const heard = async (kind: string) =>
      (await inbox(huyen, kind)).filter((notice) => notice.sentence.includes('Bài sắp hạn')).length;
    await remind('2026-11-24');
    await remind('2026-11-24');
    assert.equal(await heard('assignment.due-soon'), 1);
    await remind('2026-11-25');
    await remind('2026-11-27');
    assert.deepEqual([await heard('assignment.due-soon'), await heard('assignment.due-today')], [1, 1]);
    await reach(await written(id), 'sent');
    await remind('2026-11-29');
    assert.equal(await heard('assignment.late'), 0);
  });
});
