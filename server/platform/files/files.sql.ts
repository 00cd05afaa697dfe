import { sql } from 'kysely';
import type { Db, Tx } from '../tx.ts';

export interface FileRow {
  id: string;
  sha256: string;
  bytes: number;
  media_type: string;
  name: string;
  unit_id: string;
  path: string;
  read_right: string;
  created_by: string | null;
}

const columns = ['id', 'sha256', 'bytes', 'media_type', 'name', 'unit_id', 'path', 'read_right', 'created_by'] as const;

export const insertFile = (tx: Tx, row: FileRow) => tx.insertInto('files').values(row).execute();

export const findFile = (db: Db, id: string): Promise<FileRow | undefined> =>
  db.selectFrom('files').select(columns).where('id', '=', id).executeTakeFirst();

export const lockFile = (tx: Tx, id: string): Promise<FileRow | undefined> =>
  tx.selectFrom('files').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();

export const assignFile = (tx: Tx, id: string, to: Pick<FileRow, 'unit_id' | 'path' | 'read_right'>) =>
  tx.updateTable('files').set(to).where('id', '=', id).execute();

export const deleteFile = (tx: Tx, id: string) =>
  tx.deleteFrom('files').where('id', '=', id).returning('sha256').executeTakeFirst();

/** Which of these contents a file or an unfinished upload still stands on. */
export async function contentsInUse(db: Db, hashes: readonly string[]): Promise<Set<string>> {
  const wanted = [...hashes];
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from files where sha256 = any(${wanted}::text[])
    union select unnest(pieces) from uploads where file_id is null and pieces && ${wanted}::text[]`.execute(db);
  return new Set(rows.map((row) => row.sha256));
}

/** Every column of the schema that is a foreign key onto files: whoever keeps a file says so by such a key. */
async function references(db: Db): Promise<{ schema: string; table: string; column: string }[]> {
  const { rows } = await sql<{ schema: string; table: string; column: string }>`
    select n.nspname as schema, r.relname as table, a.attname as column
      from pg_constraint c
      join pg_class r on r.oid = c.conrelid
      join pg_namespace n on n.oid = r.relnamespace
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = 'files'::regclass`.execute(db);
  return rows;
}

/** Deletes the rows older than `before` that no foreign key points at; returns how many. */
export async function deleteUnreferenced(db: Db, before: Date): Promise<number> {
  const unused = (await references(db)).map(
    ({ schema, table, column }) =>
      sql`and not exists (select from ${sql.id(schema, table)} r where r.${sql.id(column)} = f.id)`,
  );
  const result =
    await sql`delete from files f where f.created_at < ${before.toISOString()} ${sql.join(unused, sql` `)}`.execute(db);
  return Number(result.numAffectedRows ?? 0);
}
