import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB } from '#platform/schema.ts';
import type { Db } from '#platform/tx.ts';

/** Runs what a reader runs and prints the plan of each statement that took longer than `above` ms. */
export async function explain(
  url: string,
  title: string,
  above: number,
  work: (db: Db) => Promise<unknown>,
): Promise<void> {
  const seen: { sql: string; parameters: readonly unknown[] }[] = [];
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => {
      seen.push({ sql: query.sql, parameters: query.parameters });
    },
  });
  await work(db);
  console.log(`\n${title}: ${seen.length} statements`);
  for (const { sql, parameters } of seen) {
    const began = performance.now();
    await pool.query(sql, [...parameters]);
    const took = performance.now() - began;
    console.log(`${took.toFixed(1).padStart(8)} ms  ${sql.replace(/\s+/g, ' ').trim().slice(0, 110)}`);
    if (took < above) continue;
    const { rows } = await pool.query(`explain (analyze, buffers, costs off) ${sql}`, [...parameters]);
    console.log(rows.map((row: Record<string, string>) => `          ${row['QUERY PLAN']}`).join('\n'));
  }
  await db.destroy();
}
