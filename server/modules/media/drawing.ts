import { buffer } from 'node:stream/consumers';
import { newId } from '#lib/id.ts';
import { keepFile, removeFile, storeContent, streamFile } from '#platform/files/files.ts';
import { tell } from '#platform/live.ts';
import type { Drawn, PictureFacts, Unfit } from '#platform/pictures/picture.ts';
import { pressPicture } from '#platform/pictures/picture-press.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import * as cuts from './cuts.sql.ts';
import { mediaChanged } from './media.contract.ts';
import * as sql from './media.sql.ts';
import { recordedMedia, subjectOf } from './shown-media.ts';

interface Kept {
  drawn: Drawn;
  stored: { sha256: string; bytes: number };
}

/**
 * Reads a picture that came in, or draws a cut of one, and keeps what came of it. Outside a transaction, safe to run twice
 * and at the same time: whoever comes second finds it done.
 */
export async function drawCut(db: Db, { cutId }: { cutId: string }, now = new Date()): Promise<void> {
  const cut = await cuts.readCut(db, cutId);
  const media = cut && (await sql.readMedia(db, cut.media_id));
  if (cut?.state !== 'waiting' || !media?.sha256 || media.state === 'refused') return;
  const { sha256 } = media;
  const result = await pressPicture(async () => await buffer(await streamFile(sha256)), cut.recipe);
  const kept: Kept[] = [];
  // Into the store before the transaction: what no transaction keeps goes by itself after a day.
  if (result.ok) for (const drawn of result.drawn) kept.push({ drawn, stored: await storeContent(drawn.bytes) });
  await db.transaction().execute(async (tx) => {
    const before = await sql.lockMedia(tx, cut.media_id);
    const waiting = await cuts.lockCut(tx, cutId);
    if (!before || waiting?.state !== 'waiting') return;
    if (!result.ok) await refuse(tx, before, cutId, result.unfit, now);
    else await keep(tx, before, waiting, { kept, facts: result.facts }, now);
    if (before.created_by) await tell(tx, before.created_by, 'media', { id: before.id });
  });
}

async function keep(
  tx: Tx,
  before: sql.MediaTableRow,
  cut: cuts.CutRow,
  { kept, facts }: { kept: readonly Kept[]; facts: PictureFacts },
  now: Date,
): Promise<void> {
  const owner = { unitId: cut.unit_id, path: cut.path, readRight: 'sealed' as const };
  for (const { drawn, stored } of kept) {
    const name = `${before.name.replace(/\.[^.]{1,10}$/, '')}.${drawn.size === 'jpeg' ? 'jpg' : 'webp'}`;
    const file = await keepFile(tx, { ...stored, name, mediaType: drawn.mediaType }, owner, { now, personId: null });
    const { size, width, height } = drawn;
    await cuts.insertRendition(tx, { cut_id: cut.id, size, file_id: file.id, width, height, bytes: stored.bytes });
  }
  const largest = kept[0]!.drawn;
  await cuts.updateCut(tx, cut.id, { state: 'ready', width: largest.width, height: largest.height });
  if (before.state !== 'waiting') return;
  const { width, height, takenAt, hadPlace, dhash } = facts;
  await sql.updateMedia(tx, before, { state: 'ready', width, height, taken_at: takenAt, had_place: hadPlace, dhash });
}

/** What is no picture keeps its reason and loses its bytes; a cut that cannot be drawn of a good picture fails alone. */
async function refuse(tx: Tx, before: sql.MediaTableRow, cutId: string, unfit: Unfit, now: Date): Promise<void> {
  if (before.state !== 'waiting') return void (await cuts.updateCut(tx, cutId, { state: 'failed' }));
  await sql.updateMedia(tx, before, { state: 'refused', refusal: unfit, file_id: null, cut_id: null });
  await cuts.deleteCuts(tx, before.id);
  if (before.file_id) await removeFile(tx, before.file_id);
  const after = (await sql.readMedia(tx, before.id))!;
  const changed = { subject: subjectOf(after), before: recordedMedia(before), after: recordedMedia(after) };
  await recordInside(tx, systemAt(now), mediaChanged(changed));
}

export const systemAt = (now: Date) => ({ requestId: newId(), now, system: 'media' });
