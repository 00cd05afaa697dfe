import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import type { Actor } from '../actor.ts';
import { enqueue } from '../jobs.ts';
import type { InTransaction } from '../route.ts';
import type { Db, Tx } from '../tx.ts';
import { fileName, keepFile } from './files.ts';
import { mediaTypeOf } from './media-type.ts';
import { cutInPieces } from './pieces.ts';
import { fileStore, type Stored } from './store.ts';
import type { continueUpload, getUpload, startUpload, Upload } from './uploads.contract.ts';
import * as sql from './uploads.sql.ts';

const MIB = 1024 * 1024;
const DROP_AFTER_MS = 10 * 60 * 1000;

/** What the app knows and the platform does not. */
export interface UploadSettings {
  /** Where a unit stands in the tree; null when there is no such unit. */
  pathOf(db: Db, unitId: string): Promise<string | null>;
  /** Largest file, in bytes. */
  maxBytes: number;
  /** Bytes after which what arrived is made safe; a killed server loses less than this. */
  pieceBytes?: number;
}

/** Begins an upload, or finds the one that was begun with this id for the same file: beginning twice is going on. */
export async function start(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof startUpload>,
  settings: UploadSettings,
): Promise<Upload> {
  const path = (await settings.pathOf(tx, given.unitId)) ?? fail('not-found');
  if (!actor.can('files.upload', path)) fail('forbidden');
  if (given.bytes === 0) fail('uploads.empty');
  if (given.bytes > settings.maxBytes) fail('uploads.too-large', { max: `${Math.floor(settings.maxBytes / MIB)} MB` });
  const id = given.id ?? newId(actor.now.getTime());
  const wanted = { unit_id: given.unitId, name: fileName(given.name), bytes: given.bytes };
  await sql.insertUpload(tx, { id, person_id: actor.person.id, path, ...wanted });
  const row = await sql.findUpload(tx, id, actor.person.id);
  if (row?.unit_id !== wanted.unit_id || row.name !== wanted.name || row.bytes !== wanted.bytes)
    return fail('uploads.other-file');
  return shown(row);
}

export const status = async (db: Db, actor: Actor, { uploadId }: InputOf<typeof getUpload>): Promise<Upload> =>
  shown(await load(db, actor, uploadId));

/**
 * Takes bytes in from an offset on. Each piece is stored first and then added in a transaction of its own, and only
 * where the upload still stands: two tabs cannot mix, and what `received` counts survives a kill.
 */
export async function receive(
  begin: InTransaction,
  actor: Actor,
  { uploadId, offset }: InputOf<typeof continueUpload>,
  body: ReadableStream<Uint8Array> | null,
  settings: UploadSettings,
): Promise<Upload> {
  let row = await begin((tx) => load(tx, actor, uploadId));
  if (row.file_id) return shown(row);
  if (row.received !== offset) return behind(row);
  const pieces = cutInPieces(body);
  while (!(await pieces.ended())) {
    const left = row.bytes - row.received;
    // More than was announced: nothing of the surplus is kept, and the announced size was checked at the start.
    if (left === 0) return fail('invalid', {}, { fields: { bytes: 'fields.number' } });
    const piece = await fileStore().put(pieces.next(Math.min(left, settings.pieceBytes ?? 4 * MIB)));
    row = await begin((tx) => add(tx, actor, row, piece));
  }
  return row.received === row.bytes ? shown(await finish(begin, actor, row)) : shown(row);
}

async function add(tx: Tx, actor: Actor, row: sql.UploadRow, piece: Stored): Promise<sql.UploadRow> {
  return (await sql.addPiece(tx, row.id, row.received, piece)) ?? behind(await load(tx, actor, row.id));
}

const behind = (row: sql.UploadRow): never =>
  fail('uploads.offset', { received: row.received }, { current: { received: row.received } });

/** Joins the pieces, looks what they are, and makes the file; of two who finish, one does and both hear of it. */
async function finish(begin: InTransaction, actor: Actor, row: sql.UploadRow): Promise<sql.UploadRow> {
  const content =
    row.pieces.length === 1 ? { sha256: row.pieces[0]!, bytes: row.bytes } : await fileStore().put(joined(row.pieces));
  const mediaType = await mediaTypeOf(await fileStore().get(content.sha256), row.name);
  return begin(async (tx) => {
    const now = (await sql.lockUpload(tx, row.id)) ?? fail('not-found');
    if (now.file_id) return now;
    const owner = { unitId: row.unit_id, path: row.path, readRight: 'files.upload' } as const;
    const file = await keepFile(tx, { ...content, name: row.name, mediaType }, owner, {
      now: actor.now,
      personId: actor.person.id,
    });
    await sql.finishUpload(tx, row.id, file.id);
    if (row.pieces.length > 1) await dropLater(tx, row.pieces);
    return { ...now, file_id: file.id };
  });
}

async function* joined(pieces: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield* await fileStore().get(piece);
}

/** Not at once: another upload of the same bytes may be between storing a piece and adding it. */
const dropLater = (tx: Tx, hashes: string[]) => {
  // The real time, as the store has it: the request's own began before its pieces were stored.
  const now = Date.now();
  const job = { hashes, storedBefore: new Date(now).toISOString() };
  return enqueue(tx, 'files.drop-contents', job, { after: new Date(now + DROP_AFTER_MS) });
};

/** An upload is its beginner's own; the right may have been taken away since it began. */
async function load(db: Db, actor: Actor, id: string): Promise<sql.UploadRow> {
  const row = (await sql.findUpload(db, id, actor.person.id)) ?? fail('not-found');
  if (!actor.can('files.upload', row.path)) fail('forbidden');
  return row;
}

const shown = (row: sql.UploadRow): Upload => ({
  id: row.id,
  name: row.name,
  bytes: row.bytes,
  received: row.received,
  fileId: row.file_id,
});
