import type { InputOf } from '#lib/contract.ts';
import type { Actor } from '#platform/actor.ts';
import { removeFile } from '#platform/files/files.ts';
import type { Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import { albumForPicture } from './albums.ts';
import { deleteCuts, listRenditionFiles } from './cuts.sql.ts';
import { getMedia } from './library.ts';
import { loadMedia } from './load-media.ts';
import type * as c from './media.contract.ts';
import { type MediaDetail, mediaChanged, mediaRemoved } from './media.contract.ts';
import * as sql from './media.sql.ts';
import { followRights } from './rights.ts';
import { recordedMedia, subjectOf } from './shown-media.ts';

/** Changes words, rights, focal point and album; rights that ended or go on are followed at once. */
export async function describeMedia(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.describeMedia>,
): Promise<MediaDetail> {
  const row = await loadMedia(tx, actor, given, 'describe');
  if (given.albumId && given.albumId !== row.album_id) await albumForPicture(tx, given.albumId, row.unit_id);
  const set = changeOf(given);
  await sql.updateMedia(tx, row, set);
  await recordInside(
    tx,
    actor,
    mediaChanged({ subject: subjectOf(row), before: recordedMedia(row), after: recordedMedia({ ...row, ...set }) }),
  );
  if (given.rightsUntil !== undefined) await followRights(tx, actor, [row.id]);
  return await getMedia(tx, actor, given);
}

type Given = InputOf<typeof c.describeMedia>;

/** What was given, as columns; what was left out stays. */
function changeOf(given: Given) {
  const all = {
    caption: given.caption,
    alt: given.alt,
    credit: given.credit,
    rights_basis: given.rightsBasis,
    rights_note: given.rightsNote,
    rights_until: given.rightsUntil,
    album_id: given.albumId,
    focal_x: given.focalX,
    focal_y: given.focalY,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Partial<
    Pick<
      sql.MediaTableRow,
      | 'caption'
      | 'alt'
      | 'credit'
      | 'rights_basis'
      | 'rights_note'
      | 'rights_until'
      | 'album_id'
      | 'focal_x'
      | 'focal_y'
    >
  >;
}

/** Removes a picture that is used nowhere, with everything that was drawn of it. */
export async function removeMedia(tx: Tx, actor: Actor, given: InputOf<typeof c.removeMedia>): Promise<{ id: string }> {
  const row = await loadMedia(tx, actor, given, 'remove');
  const files = (await listRenditionFiles(tx, row.id)).map((one) => one.file_id);
  await deleteCuts(tx, row.id);
  await sql.deleteMedia(tx, row.id);
  for (const id of row.file_id ? [row.file_id, ...files] : files) await removeFile(tx, id);
  await recordInside(tx, actor, mediaRemoved({ subject: subjectOf(row), before: recordedMedia(row), after: null }));
  return { id: row.id };
}
