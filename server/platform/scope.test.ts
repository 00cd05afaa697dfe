import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '#app/testing/database.ts';
import { covers, type GrantSpan, type Reach, reachOf } from '#lib/reach.ts';
import { inReach, pathEnd } from './scope.ts';

const paths = ['1.', '1.5.', '1.5.39.', '1.5.391.', '1.50.', '1.50.2.', '1.6.', '15.', '2.'];
const officer = (path: string): GrantSpan => ({ path, role: 'communications-officer' });

describe('rows in reach', async () => {
  const { db } = await testDatabase();

  const inSql = async (reach: Reach): Promise<string[]> => {
    const { rows } = await sql<{ path: string }>`
      select p.path from unnest(${paths}::text[]) as p(path)
       where ${inReach(sql<string>`p.path collate "C"`, reach)} order by p.path collate "C"`.execute(db);
    return rows.map((row) => row.path);
  };

  test('the database and the pure rule agree on every row, for every kind of reach', async () => {
    const grants: GrantSpan[][] = [
      [],
      [officer('1.5.')],
      [officer('1.')],
      [officer('1.50.2.')],
      [officer('1.5.39.'), officer('1.50.')],
      [officer('1.5.'), officer('1.5.39.')],
      paths.map(officer),
    ];
    for (const held of grants) {
      for (const right of ['plans.read', 'plans.draft', 'units.read'] as const) {
        const reach = reachOf(held, right);
        const expected = paths.filter((path) => covers(reach, path)).sort();
        assert.deepEqual(await inSql(reach), expected, `${right} on ${held.map((grant) => grant.path)}`);
      }
    }
  });

  test('a subtree ends before its neighbour whose number begins the same', async () => {
    assert.equal(pathEnd('1.5.'), '1.5/');
    assert.deepEqual(await inSql(reachOf([officer('1.5.')], 'plans.read')), ['1.5.', '1.5.39.', '1.5.391.']);
  });

  test('no reach is no row, and the whole sector asks nothing of the database', async () => {
    assert.deepEqual(await inSql(reachOf([], 'plans.read')), []);
    assert.deepEqual(await inSql(reachOf([officer('2.')], 'units.read')), [...paths].sort());
  });

  test('a condition beside it is not swallowed', async () => {
    const reach = reachOf([officer('1.5.'), officer('2.')], 'plans.read');
    const { rows } = await sql`
      select 1 from unnest(${paths}::text[]) as p(path) where false and ${inReach(sql<string>`p.path collate "C"`, reach)}`.execute(
      db,
    );
    assert.deepEqual(rows, []);
  });
});
