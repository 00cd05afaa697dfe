import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { Actor } from '#platform/actor.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import { refreshBlocks } from './blocks.ts';
import * as cuts from './cuts.sql.ts';
import { isCovered } from './geometry.ts';
import { getMedia } from './library.ts';
import { loadMedia } from './load-media.ts';
import { type Box, type cutMedia as contract, type MediaDetail, mediaChanged, type Recipe } from './media.contract.ts';
import * as sql from './media.sql.ts';
import { actsOn, recordedMedia, subjectOf } from './shown-media.ts';
import * as subjects from './subjects.sql.ts';

const MOST_CUTS = 100;
/** A part smaller than this share of a side shows nothing and covers nobody. */
const LEAST = 0.01;

/** Makes another cut; who is covered in it follows from the geometry. The same id twice makes one. */
export async function cutMedia(tx: Tx, actor: Actor, given: InputOf<typeof contract>): Promise<MediaDetail> {
  const row = await loadMedia(tx, actor, given, 'cut');
  const known = await cuts.readCut(tx, given.id);
  if (known) return known.media_id === row.id ? await getMedia(tx, actor, given) : fail('conflict');
  if ((await cuts.countCuts(tx, row.id)) >= MOST_CUTS) fail('media.too-many-cuts', { most: MOST_CUTS });
  const recipe = tidy(given);
  const owned = { unit_id: row.unit_id, path: row.path, created_by: actor.person.id, created_at: actor.now };
  await cuts.insertCut(tx, { ...owned, id: given.id, media_id: row.id, recipe });
  await coverBy(tx, row.id, [{ id: given.id, recipe }]);
  await refreshBlocks(tx, actor, { mediaIds: [row.id] });
  await enqueue(tx, 'media.draw-cut', { cutId: given.id });
  // Whoever only was shown the picture makes a cut for themselves: what its own unit offers first stays.
  if (given.first && actsOn(actor, row).includes('describe')) {
    await sql.updateMedia(tx, row, { cut_id: given.id });
    const after = recordedMedia({ ...row, cut_id: given.id });
    await recordInside(tx, actor, mediaChanged({ subject: subjectOf(row), before: recordedMedia(row), after }));
  }
  return await getMedia(tx, actor, given);
}

/** Parts reach no further than the picture; a frame around all of it is none. */
function tidy({ crop, turn, blurred }: Recipe): Recipe {
  const frame = crop && inside(crop, 'crop');
  const whole = frame !== null && frame.w >= 0.999 && frame.h >= 0.999;
  return { crop: whole ? null : frame, turn, blurred: blurred.map((part) => inside(part, 'blurred')) };
}

function inside({ x, y, w, h }: Box, field: string): Box {
  const part = { x, y, w: Math.min(w, 1 - x), h: Math.min(h, 1 - y) };
  if (part.w < LEAST || part.h < LEAST) fail('invalid', {}, { fields: { [field]: 'fields.picture-part' } });
  return part;
}

/** Writes down who of the marked people is covered in these cuts. */
export async function coverBy(tx: Tx, mediaId: string, made: readonly { id: string; recipe: Recipe }[]): Promise<void> {
  const people = (await subjects.listSubjects(tx, mediaId)).filter((one) => one.box !== null);
  const found = made.flatMap((cut) =>
    people
      .filter((one) => isCovered(one.box as unknown as Box, cut.recipe))
      .map((one) => ({ cutId: cut.id, subjectId: one.id })),
  );
  await subjects.replaceGeometry(
    tx,
    made.map((cut) => cut.id),
    found,
  );
}
