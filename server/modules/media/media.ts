import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { fileById, replyWithPicture } from '#platform/files/files.ts';
import type { FileReply } from '#platform/route.ts';
import type { Db, Tx } from '#platform/tx.ts';
import * as cuts from './cuts.sql.ts';
import type { RenditionSize } from './media.contract.ts';
import * as uses from './uses.sql.ts';

export { addMediaFromBytes } from './adding.ts';
export { refreshBlocks } from './blocks.ts';
export type { CutFactsRow as CutFacts } from './cuts.sql.ts';
export { pictureFindings } from './findings.ts';
export { carryOutBy, settlePlace } from './outside-places.ts';
export type { User as PictureUser } from './uses.sql.ts';
export { addWithdrawalStep, withdrawnCuts } from './withdrawal-steps.ts';

/** What shows pictures, of which unit, under which title. Its rows are its own; media only asks. */
type User = uses.User;

/**
 * Says which cuts something uses from now on and on which channels the public sees them there (none while only the unit
 * works on it). Replaces what was said before; cuts that are not there are left out.
 */
export async function setUses(
  tx: Tx,
  user: User,
  cutIds: readonly string[],
  channels: readonly string[],
): Promise<void> {
  await uses.deleteUsesBut(tx, user.kind, user.id, cutIds);
  await addUses(tx, [{ user, cutIds }], channels);
}

/** The same for many things that used nothing before, in one statement. */
export async function addUses(
  tx: Tx,
  made: readonly { user: User; cutIds: readonly string[] }[],
  channels: readonly string[],
): Promise<void> {
  const shown = made.flatMap(({ user, cutIds }) => [...new Set(cutIds)].map((cutId) => ({ user, cutId })));
  if (shown.length > 0) await uses.upsertUses(tx, shown, channels);
}

/**
 * Of these pictures, as '<mediaId> <cutId>', those that a unit may put before the public: of its own library (and those of teams
 * and divisions of the same house, and of units that went up in it), shown to it, or used by one of these things.
 */
export const cutsAtHand = async (
  db: Db,
  unitId: string,
  pictures: readonly { mediaId: string; cutId: string }[],
  beside: { kind: string; ids: readonly string[] },
): Promise<Set<string>> => new Set((await uses.listAtHand(db, unitId, pictures, beside)).map((row) => row.key));

/** Shows pictures to a unit beside the owner, because of something that was sent to it; until `endShares`. */
export async function shareMedia(
  tx: Tx,
  by: { kind: string; id: string },
  mediaIds: readonly string[],
  to: { unitId: string; path: string },
): Promise<void> {
  if (mediaIds.length > 0) await uses.upsertShares(tx, by, mediaIds, to);
}

/** Ends what `shareMedia` began for this thing. */
export async function endShares(tx: Tx, by: { kind: string; id: string }, at: Date = new Date()): Promise<void> {
  await uses.endShares(tx, by, at);
}

/** Of these cuts, those that the public may see on the channel now: ready, rights not ended, not blocked. */
export async function shownCuts(
  db: Db,
  cutIds: readonly string[],
  channel: string,
  now: Date = new Date(),
): Promise<Set<string>> {
  if (cutIds.length === 0) return new Set();
  return new Set((await cuts.listShown(db, cutIds, channel, dayOf(now))).map((row) => row.id));
}

/** What a text needs of the cuts it shows; cuts that are not there are left out. In no order. */
export const cutFacts = async (db: Db, cutIds: readonly string[]): Promise<cuts.CutFactsRow[]> =>
  cutIds.length === 0 ? [] : await cuts.listCutFacts(db, cutIds);

/**
 * A cut in one size as a reply, for whoever has checked that it may be seen: by the public (`shownCuts`) or by a reader
 * of what shows it. 404 until it is drawn.
 */
export async function openCutFor(db: Db, cutId: string, size: RenditionSize): Promise<FileReply> {
  const found = (await cuts.findRendition(db, cutId, size)) ?? fail('not-found');
  const file = await fileById(db, found.fileId);
  // Under a name of ours: files are named after who is in them.
  const name = `anh-${cutId.slice(-8)}.${size === 'jpeg' ? 'jpg' : 'webp'}`;
  return await replyWithPicture({ ...file, name }, 'private, max-age=300');
}
