import { Readable } from 'node:stream';
import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import { type Right, rights } from '#lib/rights.ts';
import { oneLine } from '#lib/text.ts';
import type { Actor } from '../actor.ts';
import { enqueue } from '../jobs.ts';
import { log } from '../log.ts';
import type { FileReply } from '../route.ts';
import type { Db, Tx } from '../tx.ts';
import type { getFile } from './files.contract.ts';
import * as sql from './files.sql.ts';
import { fileStore, MissingContent, type Stored } from './store.ts';
import { deleteUploadOf } from './uploads.sql.ts';

/** A kept file: bytes by their hash, and whose they are. */
export interface File {
  id: string;
  sha256: string;
  bytes: number;
  mediaType: string;
  name: string;
  unitId: string;
  path: string;
  readRight: Right | 'sealed';
  createdBy: string | null;
}

/** Whose a file is: a unit, its path, and the right that opens it there; sealed, only the module that keeps it opens it. */
export interface Owner {
  unitId: string;
  path: string;
  readRight: Right | 'sealed';
}

/**
 * Bytes into the store, before the transaction that keeps them. What no transaction keeps is removed after a day.
 * Accepts text, bytes or a stream.
 */
export function storeContent(content: string | Uint8Array | AsyncIterable<Uint8Array>): Promise<Stored> {
  if (typeof content === 'string') return fileStore().put(Readable.from([Buffer.from(content)]));
  return fileStore().put(content instanceof Uint8Array ? Readable.from([content]) : content);
}

/** Makes a file of stored bytes. It stays as long as a foreign key points at it; without one it goes after a day. */
export async function keepFile(
  tx: Tx,
  content: Stored & { name: string; mediaType: string },
  owner: Owner,
  author: { now: Date; personId: string | null },
): Promise<File> {
  const file: File = {
    id: newId(author.now.getTime()),
    sha256: content.sha256,
    bytes: content.bytes,
    mediaType: content.mediaType,
    name: fileName(content.name),
    ...owner,
    createdBy: author.personId,
  };
  await sql.insertFile(tx, toRow(file));
  return file;
}

/**
 * Hands a file that this person has uploaded over to the unit and right it is wanted for. 404 unless it is their own
 * upload and nobody has taken it yet; from then on that right opens it.
 */
export async function takeUploaded(tx: Tx, actor: Actor, fileId: string, owner: Owner): Promise<File> {
  const file = await ownUpload(tx, actor, fileId);
  await sql.assignFile(tx, fileId, { unit_id: owner.unitId, path: owner.path, read_right: owner.readRight });
  return { ...file, ...owner };
}

/** A file that this person has uploaded and nobody has taken yet, locked, to look at before it is taken; else 404. */
export async function ownUpload(tx: Tx, actor: Actor, fileId: string): Promise<File> {
  const row = await sql.lockFile(tx, fileId);
  if (!row || row.created_by !== actor.person.id || row.read_right !== 'files.upload') return fail('not-found');
  return toFile(row);
}

/** Lets go of a file: its row and its upload now, the bytes as soon as no other row stands on them. Once the transaction commits. */
export async function removeFile(tx: Tx, fileId: string): Promise<void> {
  await deleteUploadOf(tx, fileId);
  const gone = await sql.deleteFile(tx, fileId);
  if (gone) await enqueue(tx, 'files.drop-contents', { hashes: [gone.sha256], storedBefore: new Date().toISOString() });
}

/** The bytes of a file whose reader has been checked by the caller. */
export const streamFile = (sha256: string): Promise<Readable> => fileStore().get(sha256);

/** A file for somebody who asks by its address: its own right is checked each time, on the path it has now. */
export async function openFile(db: Db, actor: Actor, { fileId, inline }: InputOf<typeof getFile>): Promise<FileReply> {
  const row = await sql.findFile(db, fileId);
  if (!row || !isRight(row.read_right) || !actor.can(row.read_right, row.path)) return fail('not-found');
  return replyWith(toFile(row), inline === '1');
}

/** A file by its id, for a module that has checked by its own noun who may see it; 404 where it is gone. */
export async function fileById(db: Db, fileId: string): Promise<File> {
  return toFile((await sql.findFile(db, fileId)) ?? fail('not-found'));
}

/**
 * A picture that the server itself has drawn, as a reply for whoever may see it: shown in the browser. `cacheControl` as in
 * the header.
 */
export async function replyWithPicture(file: File, cacheControl: string): Promise<FileReply> {
  return { ...(await replyWith(file, false)), disposition: 'inline', cacheControl };
}

/**
 * A file as a reply, for routes of modules that have checked by their own noun who may see it. Only a PDF may be shown
 * in the browser; everything else is saved.
 */
export async function replyWith(file: File, inline: boolean): Promise<FileReply> {
  const shown = inline && file.mediaType === 'application/pdf';
  return {
    body: await stream(file),
    name: file.name,
    mediaType: file.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : file.mediaType,
    bytes: file.bytes,
    disposition: shown ? 'inline' : 'attachment',
    etag: `"${file.sha256}"`,
  };
}

async function stream(file: File): Promise<Readable> {
  try {
    return await fileStore().get(file.sha256);
  } catch (error) {
    if (error instanceof MissingContent) log.error({ fileId: file.id, sha256: file.sha256 }, 'file without content');
    throw error;
  }
}

/** The last part of a name that may hold a whole path, on one line, at most 200 characters with its ending kept. */
export function fileName(name: string): string {
  const last = oneLine(name.replace(/\p{Cc}/gu, ' '))
    .split(/[\\/]/)
    .at(-1)!
    .trim();
  if (last === '' || last === '.' || last === '..') return 'tep';
  const ending = /\.[^.]{1,10}$/.exec(last)?.[0] ?? '';
  return last.length <= 200 ? last : [...last].slice(0, 200 - ending.length).join('') + ending;
}

const isRight = (name: string): name is Right => Object.hasOwn(rights, name);

const toRow = (file: File): sql.FileRow => ({
  id: file.id,
  sha256: file.sha256,
  bytes: file.bytes,
  media_type: file.mediaType,
  name: file.name,
  unit_id: file.unitId,
  path: file.path,
  read_right: file.readRight,
  created_by: file.createdBy,
});

const toFile = (row: sql.FileRow): File => ({
  id: row.id,
  sha256: row.sha256,
  bytes: row.bytes,
  mediaType: row.media_type,
  name: row.name,
  unitId: row.unit_id,
  path: row.path,
  readRight: row.read_right as File['readRight'],
  createdBy: row.created_by,
});
