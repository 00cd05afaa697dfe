import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import * as q from '../quotas/quotas.contract.ts';
import { refreshNode } from '../quotas/refreshing.ts';
import * as reports from '../reports/reports.contract.ts';
import { type Moment, type MomentRow, reachedMoment } from './moments.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db } = app.database;
const anh = app.as('anh.bach@thcssuoingoc.songtra.example');
const lan = app.as('lan.pham@so.songtra.example');
const [school, team, department] = [sampleId('cs2'), sampleId('cs2.t1'), sampleId('so')];
const clock = { requestId: 'test', now: app.clock.now, system: 'test' };
const pathOf = async (id: string) =>
  (await db.selectFrom('units').select('path').where('id', '=', id).executeTakeFirstOrThrow()).path;

const common = { product: 'bài viết', counts: ['unit-article' as const], minCount: 1, per: 'month' as const };
const months = { fromMonth: '2026-11', toMonth: '2026-11' };
await anh.call(q.setQuota, { ...common, ...months, unitId: school, scope: 'teams', moment: 'sent' });
await anh.call(q.setQuota, { ...common, ...months, unitId: school, scope: 'own', moment: 'published' });
const kinds = ['lower-secondary' as const];
await lan.call(q.setQuota, { ...common, ...months, unitId: department, scope: 'below', kinds, moment: 'picked' });

const article = { id: newId(), unit_id: school, path: await pathOf(school), kind: 'guong-tot' };
const byTeam = { team_id: team, team_path: await pathOf(team), title: 'Cô giáo vượt suối', credit: 'Nông Thị Huyền' };
await db
  .insertInto('articles')
  .values({ ...article, ...byTeam })
  .execute();
const reach = async (moment: Moment, facts: Omit<MomentRow, 'articleId'>) => {
  await db.transaction().execute((tx) => reachedMoment(tx, clock, article.id, moment, facts));
  for (const key of ['cs2', 'xa.sn', 'so'])
    await db.transaction().execute((tx) => refreshNode(tx, sampleId(key), app.clock.now));
};
/** Whether the team, the school and, at the Sở, its schools have met what they owe. */
async function met() {
  const board = await anh.call(q.quotaBoard, { unitId: school });
  const ofTeam = board.rows.find((row) => row.unitId === team)!.lines.at(0)!.met;
  const own = board.own.find((line) => line.published > 0 || line.sent > 0)?.met ?? false;
  const above = await lan.call(q.quotaBoard, { unitId: department });
  return { ofTeam, own, above: above.total.met };
}

test('a team’s article meets the team’s quota when it is sent, the school’s when published, the Sở’s when picked', async () => {
  assert.deepEqual(await met(), { ofTeam: false, own: false, above: 0 });
  await reach('sent', { day: '2026-11-10' });
  assert.deepEqual(await met(), { ofTeam: true, own: false, above: 0 });
  await reach('approved', { day: '2026-11-11' });
  assert.deepEqual(await met(), { ofTeam: true, own: false, above: 0 });
  await reach('published', { day: '2026-11-12', url: 'https://suoingoc.example/bai/co-giao' });
  assert.deepEqual(await met(), { ofTeam: true, own: true, above: 0 });
  await reach('picked', { day: '2026-11-13', byUnitId: department });
  assert.deepEqual(await met(), { ofTeam: true, own: true, above: 1 });
});

test('Danh mục tin, bài says what kind it is, who wrote it, its four days, its languages, where it stood and who picked it', async () => {
  const hmong = { ...article, id: newId(), title: 'Nais xib fwb', language: 'mww', translation_of: article.id };
  await db.insertInto('articles').values(hmong).execute();
  const outlet = {
    id: newId(),
    unit_id: department,
    path: await pathOf(department),
    kind: 'newspaper',
    name: 'Báo Sông Trà',
  };
  await db.insertInto('outlets').values(outlet).execute();
  const placed = {
    outlet_id: outlet.id,
    subject_kind: 'article',
    subject_id: article.id,
    subject_title: 'Cô giáo vượt suối',
    subject_unit_id: school,
    state: 'placed',
    placed_on: '2026-11-20',
  };
  await db
    .insertInto('placements')
    .values({ id: newId(), unit_id: department, path: outlet.path, ...placed })
    .execute();
  const span = { unitId: school, from: '2026-11-01', to: '2026-11-30' };
  const reply = await anh.send(reports.outputList, { ...span, format: 'docx' });
  const text = strFromU8(unzipSync(new Uint8Array(await reply.arrayBuffer()))['word/document.xml']!)
    .replace(/<w:p[ >]/g, '\n<')
    .replace(/<[^>]+>/g, '');
  for (const words of [
    'Gương người tốt, việc tốt',
    'Nông Thị Huyền',
    'Gửi 10/11/2026',
    'Duyệt 11/11/2026',
    'Đăng 12/11/2026',
    'Được chọn 13/11/2026',
    'Tiếng Mông',
    'Báo Sông Trà (20/11/2026)',
    'https://suoingoc.example/bai/co-giao',
    'Sở Giáo dục và Đào tạo Sông Trà chọn',
  ])
    assert.ok(text.includes(words), `${words}\n${text}`);
  assert.equal((await anh.send(reports.outputList, { ...span, format: 'xlsx' })).status, 200);
});
