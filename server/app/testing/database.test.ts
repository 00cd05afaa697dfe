import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from './database.ts';

const database = await testDatabase();

test('the application connects as an ordinary role, the portal as another', async () => {
  const who = sql<{ role: string }>`select current_user as role`;
  assert.equal((await who.execute(database.db)).rows[0]?.role, 'lantoa_app');
  assert.equal((await who.execute(database.portal)).rows[0]?.role, 'lantoa_portal');
  assert.equal((await who.execute(database.owner)).rows[0]?.role, decodeURIComponent(new URL(database.url).username));
});

test('days come as text, counts as numbers, amounts as text', async () => {
  const { rows } =
    await sql`select date '2026-03-01' as day, count(*) as n, 12.50::numeric as amount, '{1,null}'::bigint[] as ids, array[date '2026-03-01'] as days`.execute(
      database.db,
    );
  assert.deepEqual(rows, [{ day: '2026-03-01', n: 1, amount: '12.50', ids: [1, null], days: ['2026-03-01'] }]);
});

test('two databases of one run do not see each other', async () => {
  const other = await testDatabase();
  await sql`create table only_here (id int)`.execute(other.owner);
  const { rows } = await sql<{ there: boolean }>`select to_regclass('only_here') is not null as there`.execute(
    database.owner,
  );
  assert.equal(rows[0]?.there, false);
});

test('a filling is laid down once and copied', async () => {
  let laid = 0;
  const filling = {
    name: 'numbers',
    fill: async ({ db }: { db: typeof database.db }) => {
      laid++;
      await sql`create table numbers as select generate_series(1, 10) as n`.execute(db);
    },
  };
  for (const copy of [await testDatabase(filling), await testDatabase(filling)]) {
    const { rows } = await sql<{ sum: number }>`select sum(n) as sum from numbers`.execute(copy.owner);
    assert.equal(rows[0]?.sum, 55);
  }
  assert.equal(laid, 1);
});
