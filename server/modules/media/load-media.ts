import { fail } from '#lib/errors.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import type { MediaAct } from './media.contract.ts';
import * as sql from './media.sql.ts';
import { actsOn, seerOf, shownMedia } from './shown-media.ts';

/** A picture for reading; 404 unseen. */
export const seenMedia = async (db: Db, actor: Actor, mediaId: string): Promise<sql.ShownMediaRow> =>
  (await sql.findMedia(db, seerOf(actor), mediaId)) ?? fail('not-found');

/** Locks, finds, scopes and checks: 404 unseen, 409 another version (with the picture as it is), 403 not yours to do. */
export async function loadMedia(
  tx: Tx,
  actor: Actor,
  given: { mediaId: string; version?: number },
  act: MediaAct,
): Promise<sql.ShownMediaRow> {
  await sql.lockMedia(tx, given.mediaId);
  const row = await seenMedia(tx, actor, given.mediaId);
  if (given.version !== undefined && row.version !== given.version)
    fail('media.conflict', {}, { current: shownMedia(actor, row) });
  if (actsOn(actor, row).includes(act)) return row;
  if (row.state === 'refused') fail('media.refused');
  if (act === 'remove' && row.uses > 0) fail('media.used', { n: row.uses });
  return fail('forbidden');
}
