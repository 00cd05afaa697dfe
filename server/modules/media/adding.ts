import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import type { Actor } from '#platform/actor.ts';
import { type File, keepFile, ownUpload, takeUploaded } from '#platform/files/files.ts';
import type { Stored } from '#platform/files/store.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import type { Belonging } from '../org/org.ts';
import { albumForPicture } from './albums.ts';
import { insertCut } from './cuts.sql.ts';
import {
  type addMedia as contract,
  type MediaRow,
  MOST_PHOTO_BYTES,
  mediaAdded,
  type Recipe,
} from './media.contract.ts';
import * as sql from './media.sql.ts';
import { placeFor } from './place.ts';
import { recordedMedia, seerOf, shownMedia, subjectOf } from './shown-media.ts';

/** The whole picture: the cut that every picture begins with. */
export const wholePicture: Recipe = { crop: null, turn: 0, blurred: [] };

/**
 * Takes an uploaded photo into the library; what it is, a job finds out. The same id twice adds once. A photo that the
 * library holds already, byte by byte, is answered as it is there, under its own id, and nothing changes.
 */
export async function addMedia(tx: Tx, actor: Actor, given: InputOf<typeof contract>): Promise<MediaRow> {
  const place = await placeFor(tx, actor, given);
  await sql.oneAtATime(tx, given.id);
  const known = await sql.readMedia(tx, given.id);
  if (known) return known.created_by === actor.person.id ? await answer(tx, actor, given.id) : fail('conflict');
  const upload = await ownUpload(tx, actor, given.fileId);
  if (upload.bytes > MOST_PHOTO_BYTES) fail('media.too-large', { name: upload.name });
  await sql.oneAtATime(tx, place.unitId + upload.sha256);
  const same = await sql.findSame(tx, seerOf(actor), place.unitId, upload.sha256);
  // The second upload stays untaken and goes by itself after a day: sent again, the request is answered the same.
  if (same) return shownMedia(actor, same);
  await takeUploaded(tx, actor, given.fileId, { unitId: place.unitId, path: place.path, readRight: 'sealed' });
  return await keepMedia(tx, actor, place, given, upload);
}

/**
 * Takes a picture that came inside another file and whose bytes are in the store already; else as with an upload. For
 * modules that have read it out of what a person sent.
 */
export async function addMediaFromBytes(
  tx: Tx,
  actor: Actor,
  given: Omit<InputOf<typeof contract>, 'fileId'> & { stored: Stored; name: string },
): Promise<MediaRow> {
  const place = await placeFor(tx, actor, given);
  await sql.oneAtATime(tx, place.unitId + given.stored.sha256);
  const same = await sql.findSame(tx, seerOf(actor), place.unitId, given.stored.sha256);
  if (same) return shownMedia(actor, same);
  const content = { ...given.stored, name: given.name, mediaType: 'application/octet-stream' };
  const owner = { unitId: place.unitId, path: place.path, readRight: 'sealed' as const };
  const file = await keepFile(tx, content, owner, { now: actor.now, personId: actor.person.id });
  return await keepMedia(tx, actor, place, { ...given, fileId: file.id }, file);
}

async function answer(tx: Tx, actor: Actor, id: string): Promise<MediaRow> {
  return shownMedia(actor, (await sql.findMedia(tx, seerOf(actor), id)) ?? fail('not-found'));
}

async function keepMedia(
  tx: Tx,
  actor: Actor,
  place: Belonging,
  given: InputOf<typeof contract>,
  upload: File,
): Promise<MediaRow> {
  if (given.albumId) await albumForPicture(tx, given.albumId, place.unitId);
  const cutId = newId(actor.now.getTime());
  const owned = { unit_id: place.unitId, path: place.path, created_by: actor.person.id, created_at: actor.now };
  const added = await sql.insertMedia(tx, {
    ...owned,
    id: given.id,
    team_id: place.teamId,
    kind: 'photo',
    file_id: upload.id,
    sha256: upload.sha256,
    state: 'waiting',
    name: upload.name,
    bytes: upload.bytes,
    caption: given.caption,
    alt: given.alt,
    credit: given.credit,
    album_id: given.albumId,
    cut_id: cutId,
  });
  if (!added) fail('conflict');
  await insertCut(tx, { ...owned, id: cutId, media_id: given.id, recipe: wholePicture });
  await enqueue(tx, 'media.read-photo', { cutId });
  const row = (await sql.readMedia(tx, given.id)) ?? fail('not-found');
  await recordInside(tx, actor, mediaAdded({ subject: subjectOf(row), before: null, after: recordedMedia(row) }));
  return await answer(tx, actor, given.id);
}
