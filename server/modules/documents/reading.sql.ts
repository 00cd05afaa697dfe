import { sql } from 'kysely';
import type { Db, Tx } from '#platform/tx.ts';
import { documentColumns, searchText } from './documents.sql.ts';

/** For what happens later, outside anybody's reach. */
export const findDocumentForJob = (db: Db, id: string) =>
  db
    .selectFrom('documents as d')
    .innerJoin('files as f', 'f.id', 'd.file_id')
    .select([...documentColumns, 'f.name as file_name', 'f.sha256 as file_sha256'])
    .where('d.id', '=', id)
    .executeTakeFirst();

export const documentsToRead = (db: Db) =>
  db.selectFrom('documents').select('id').where('state', '=', 'reading').orderBy('id').limit(sql.lit(1000)).execute();

export interface ReadDocument {
  format: string;
  draft: string;
  reading: string;
  fields: string;
  open_fields: number;
  doc_type: string | null;
  number: string | null;
  symbol: string | null;
  title: string | null;
  issued_on: string | null;
  issuer_name: string | null;
  issuer_unit_id: string | null;
}

export const storeReading = (tx: Tx, id: string, read: ReadDocument) =>
  tx
    .updateTable('documents')
    .set({ ...read, state: 'review', version: sql`version + 1`, tsv: searchText(read) })
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .returning('id')
    .executeTakeFirst();

export const storeFailure = (tx: Tx, id: string, code: string, params: string) =>
  tx
    .updateTable('documents')
    .set({ state: 'failed', failure_code: code, failure_params: params, version: sql`version + 1` })
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .returning('id')
    .executeTakeFirst();

/**
 * Nothing of a file with a secrecy marking may stay: not its bytes, name, hash, nor a kept reply that names it, of the
 * document or of its upload. False where the document was read already.
 */
export async function forgetSecret(tx: Tx, d: { id: string; file_id: string | null }, code: string): Promise<boolean> {
  const forgotten = await tx
    .updateTable('documents')
    .set({
      state: 'failed',
      failure_code: code,
      failure_params: '{}',
      file_id: null,
      sha256: '',
      source_name: '',
      version: sql`version + 1`,
    })
    .where('id', '=', d.id)
    .where('state', '=', 'reading')
    .returning('id')
    .executeTakeFirst();
  if (!forgotten) return false;
  await sql`delete from idempotency_keys where body->>'id' = ${d.id} or body->>'fileId' = ${d.file_id}
    or body->>'id' in (select id::text from uploads where file_id = ${d.file_id})`.execute(tx);
  return true;
}
