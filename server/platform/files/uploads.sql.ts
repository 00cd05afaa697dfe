import { sql } from 'kysely';
import type { Db, Tx } from '../tx.ts';

export interface UploadRow {
  id: string;
  person_id: string;
  unit_id: string;
  path: string;
  name: string;
  bytes: number;
  received: number;
  pieces: string[];
  file_id: string | null;
}

const columns = ['id', 'person_id', 'unit_id', 'path', 'name', 'bytes', 'received', 'pieces', 'file_id'] as const;

/** Begins an upload unless one with this id was begun. */
export const insertUpload = (
  tx: Tx,
  row: Pick<UploadRow, 'id' | 'person_id' | 'unit_id' | 'path' | 'name' | 'bytes'>,
) =>
  tx
    .insertInto('uploads')
    .values(row)
    .onConflict((c) => c.column('id').doNothing())
    .execute();

export const findUpload = (db: Db, id: string, personId: string): Promise<UploadRow | undefined> =>
  db.selectFrom('uploads').select(columns).where('id', '=', id).where('person_id', '=', personId).executeTakeFirst();

export const lockUpload = (tx: Tx, id: string): Promise<UploadRow | undefined> =>
  tx.selectFrom('uploads').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();

/** Adds a stored piece, if the upload still stands where the piece begins: of two senders one wins. */
export const addPiece = (tx: Tx, id: string, offset: number, piece: { sha256: string; bytes: number }) =>
  tx
    .updateTable('uploads')
    .set({
      received: sql<number>`received + ${piece.bytes}`,
      pieces: sql<string[]>`array_append(pieces, ${piece.sha256})`,
    })
    .where('id', '=', id)
    .where('received', '=', offset)
    .where('file_id', 'is', null)
    .returning(columns)
    .executeTakeFirst();

export const finishUpload = (tx: Tx, id: string, fileId: string) =>
  tx.updateTable('uploads').set({ file_id: fileId, pieces: [] }).where('id', '=', id).execute();

/** Abandoned uploads, and the notes of finished ones: their files stand on their own. */
/** The upload a file came by knows its name too. */
export const deleteUploadOf = (tx: Tx, fileId: string) =>
  tx.deleteFrom('uploads').where('file_id', '=', fileId).execute();

export const deleteOldUploads = (db: Db, before: Date) =>
  db.deleteFrom('uploads').where('created_at', '<', before).execute();
