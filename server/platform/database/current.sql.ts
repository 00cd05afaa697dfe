import { sql } from 'kysely';
import type { Db } from '../tx.ts';

/** Which of these migrations the database has not had. */
export async function missingMigrations(db: Db, names: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from unnest(${[...names]}::text[]) as wanted(name)
     where not exists (select from migrations.files f where f.name = wanted.name)`.execute(db);
  return rows.map((row) => row.name);
}
