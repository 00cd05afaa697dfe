import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { unitIdOf } from '../../../db/sample/sample.ts';
import { testDatabase } from '../../app/testing/database.ts';
import { sampleFilling } from '../../app/testing/http.ts';
import { carryRows, moveSubtrees, otherPaths } from './unit-paths.sql.ts';

const { db, pool } = await testDatabase(sampleFilling);
const pathOf = async (key: string): Promise<string> =>
  (await db.selectFrom('units').select('path').where('id', '=', unitIdOf(key)).executeTakeFirstOrThrow()).path;

test('every path of another unit that a row carries is one of those that follow their units', async () => {
  const { rows } = await pool.query<{ name: string }>(
    `select c.table_name || '.' || c.column_name as name from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name like '%\\_path' and t.table_type = 'BASE TABLE' order by 1`,
  );
  assert.deepEqual(
    rows.map((row) => row.name),
    otherPaths.map(({ table, path }) => `${table}.${path}`).sort(),
  );
});

test('a text of a team, an offer and a hand-in are found where their units stand after a move', async () => {
  const [school, team, commune] = [unitIdOf('cs2'), unitIdOf('cs2.t1'), unitIdOf('xa.sn')];
  const article = newId();
  const words = { title: 'Bài của tổ', summary: '', credit: '', kind: 'tin', content_hash: 'x' };
  await db
    .insertInto('articles')
    .values({
      id: article,
      unit_id: school,
      path: await pathOf('cs2'),
      team_id: team,
      team_path: await pathOf('cs2.t1'),
      kind: 'tin',
    })
    .execute();
  await db
    .insertInto('article_versions')
    .values({ article_id: article, n: 1, ...words, language: 'vi', content: '{}', why: 'approved' })
    .execute();
  const to = { to_unit_id: commune, to_path: await pathOf('xa.sn'), unit_id: school, path: await pathOf('cs2') };
  const offer = { id: newId(), article_id: article, version_n: 1, content_hash: 'x', state: 'offered', ...to };
  await db.insertInto('article_offers').values(offer).execute();
  await db
    .insertInto('hand_ins')
    .values({ id: newId(), school_year: 2026, semester: 1, state: 'sent', ...to })
    .execute();
  // The commune's office, with its schools and their teams, comes below the neighbour for a day.
  await db.transaction().execute(async (tx) => {
    const moved = await moveSubtrees(tx, [commune], unitIdOf('xa.dt'));
    await carryRows(tx, moved);
  });
  const row = await db
    .selectFrom('articles as a')
    .innerJoin('article_offers as f', 'f.article_id', 'a.id')
    .innerJoin('hand_ins as h', 'h.unit_id', 'a.unit_id')
    .select(['a.path', 'a.team_path', 'f.path as from', 'f.to_path', 'h.to_path as handed'])
    .where('a.id', '=', article)
    .executeTakeFirstOrThrow();
  const [now, above] = [await pathOf('cs2'), await pathOf('xa.sn')];
  assert.ok(above.startsWith(await pathOf('xa.dt')));
  assert.deepEqual(row, { path: now, team_path: await pathOf('cs2.t1'), from: now, to_path: above, handed: above });
});
