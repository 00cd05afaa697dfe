import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '#app/testing/http.ts';
import { newId } from '#lib/id.ts';
import { personIdOf, unitIdOf } from '../../../db/sample/sample.ts';
import { orgRoutes } from './org.routes.ts';
import * as changes from './reorganisation.contract.ts';

const app = await testApp({ routes: orgRoutes });
const { db } = app.database;
const administrator = app.as('minh.ho@so.songtra.example');
const [nursery, school, office] = [unitIdOf('mn2'), unitIdOf('th2'), unitIdOf('so')];
const loan = personIdOf('loan.chu@mnsuoingoc.songtra.example');
const paths = new Map((await db.selectFrom('units').select(['id', 'path']).execute()).map((u) => [u.id, u.path]));

const feed = (unitId: string, site: string) => ({
  id: newId(),
  unit_id: unitId,
  path: paths.get(unitId)!,
  site_url: site,
  host: 'truong.example',
  since: '2026-09-01',
  next_at: app.clock.now,
});
const [own, doubled, kept] = [
  feed(nursery, 'https://mn.example'),
  feed(nursery, 'https://chung.example'),
  feed(school, 'https://chung.example'),
];
await db.insertInto('site_feeds').values([own, doubled, kept]).execute();
const hook = {
  id: newId(),
  unit_id: nursery,
  path: paths.get(nursery)!,
  name: 'Phần mềm của trường',
  url: 'https://nhan.example',
};
await db
  .insertInto('webhooks')
  .values({ ...hook, events: ['plan.sent'], secret: 's', created_by: loan })
  .execute();
const calendar = { id: newId(), person_id: loan, unit_id: nursery, token_hash: Buffer.from('a') };
await db.insertInto('calendar_feeds').values(calendar).execute();
const quota = (unitId: string, target: string | null) => ({
  id: newId(),
  unit_id: unitId,
  path: paths.get(unitId)!,
  scope: target ? 'unit' : 'own',
  target_unit_id: target,
  words: '02 tin, bài mỗi tháng',
  product: 'tin, bài',
  counts: ['unit-article'],
  min_count: 2,
  per: 'month',
  moment: 'published',
  from_month: '2026-09',
  to_month: '2027-05',
});
const [mine, fromAbove, over] = [
  quota(nursery, null),
  quota(office, nursery),
  { ...quota(nursery, null), to_month: '2026-10' },
];
await db.insertInto('quotas').values([mine, fromAbove, over]).execute();

async function where() {
  const unit = async (table: 'site_feeds' | 'webhooks' | 'calendar_feeds' | 'quotas', id: string) =>
    (await db.selectFrom(table).select('unit_id').where('id', '=', id).executeTakeFirstOrThrow()).unit_id;
  const target = await db
    .selectFrom('quotas')
    .select('target_unit_id')
    .where('id', '=', fromAbove.id)
    .executeTakeFirst();
  const twice = await db.selectFrom('site_feeds').select(['unit_id', 'state']).where('id', '=', doubled.id).execute();
  return {
    feed: await unit('site_feeds', own.id),
    hook: await unit('webhooks', hook.id),
    calendar: await unit('calendar_feeds', calendar.id),
    quota: await unit('quotas', mine.id),
    target: target?.target_unit_id,
    over: await unit('quotas', over.id),
    twice: [twice[0]!.unit_id, twice[0]!.state],
  };
}
const before = {
  feed: nursery,
  hook: nursery,
  calendar: nursery,
  quota: nursery,
  target: nursery,
  over: nursery,
  twice: [nursery, 'active'],
};
const changeId = newId();

test('what runs by itself goes on at the successor of a nursery that is merged: sites, webhooks, calendars, quotas', async () => {
  await administrator.call(changes.makeChange, {
    id: changeId,
    kind: 'merge',
    effectiveOn: '2026-11-20',
    decision: 'Quyết định số 15/QĐ-UBND',
    fromIds: [nursery],
    to: [{ unitId: school }],
  });
  assert.deepEqual(await where(), {
    feed: school,
    hook: school,
    calendar: school,
    quota: school,
    target: school,
    over: nursery,
    twice: [nursery, 'stopped'],
  });
  for (const table of ['site_feeds', 'webhooks', 'quotas'] as const) {
    const rows = await db
      .selectFrom(table)
      .innerJoin('units as u', 'u.id', `${table}.unit_id`)
      .select([`${table}.path as at`, 'u.path'])
      .execute();
    for (const row of rows) assert.equal(row.at, row.path, table);
  }
});

test('undone, the nursery has all of it back', async () => {
  await administrator.call(changes.undoChange, { changeId });
  assert.deepEqual(await where(), before);
});
