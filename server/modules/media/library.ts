import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { isId } from '#lib/id.ts';
import { isoOf } from '#lib/instants.ts';
import { addDays } from '#lib/working-days.ts';
import type { Actor } from '#platform/actor.ts';
import { pageOf } from '#platform/page.ts';
import type { FileReply } from '#platform/route.ts';
import type { Db } from '#platform/tx.ts';
import * as cuts from './cuts.sql.ts';
import { seenMedia } from './load-media.ts';
import type * as c from './media.contract.ts';
import type { Box, MediaDetail, Subject } from './media.contract.ts';
import * as sql from './media.sql.ts';
import { openCutFor, shownCuts } from './media.ts';
import { seerOf, shownCut, shownMedia } from './shown-media.ts';
import * as subjects from './subjects.sql.ts';
import { isOnPage, listUses } from './uses.sql.ts';

/** Rights that end within so many days are "ending". */
export const ENDING_DAYS = 30;

export async function listMedia(
  db: Db,
  actor: Actor,
  input: InputOf<typeof c.listMedia>,
): Promise<OutputOf<typeof c.listMedia>> {
  const ids = input.ids?.split(',').filter(isId).slice(0, 100);
  const today = dayOf(actor.now);
  const filter = { ...input, ids, today, soon: addDays(today, ENDING_DAYS), after: placeOf(input.after) };
  const rows = await sql.listMedia(db, seerOf(actor), filter);
  const { items, next } = pageOf(rows, input.limit, (last) => `${isoOf(last.created_at)}_${last.id}`);
  return { items: items.map((row) => shownMedia(actor, row)), next };
}

function placeOf(after: string | undefined): sql.MediaFilter['after'] {
  if (after === undefined) return undefined;
  const [at = '', id = ''] = after.split('_');
  return Number.isFinite(Date.parse(at)) && isId(id) ? { at, id } : fail('unreadable');
}

export const getMedia = async (db: Db, actor: Actor, { mediaId }: { mediaId: string }): Promise<MediaDetail> =>
  await detailOf(db, actor, await seenMedia(db, actor, mediaId));

export async function detailOf(db: Db, actor: Actor, row: sql.ShownMediaRow): Promise<MediaDetail> {
  const people = await subjects.listSubjects(db, row.id);
  const shown = shownMedia(actor, row);
  // Whoever may say who is in it chose the name themselves, and has to tell one child from the other.
  const named = actor.can('consents.read', row.path) || shown.can.includes('mark');
  return {
    ...shown,
    cuts: (await cuts.listCuts(db, row.id)).map(shownCut),
    subjects: people.map((one) => shownSubject(one, named)),
    covered: (await subjects.listCovered(db, row.id)) as MediaDetail['covered'],
    usedIn: await usesFor(db, actor, row),
    alike: await sql.listAlike(db, seerOf(actor), row.id),
  };
}

/** Titles of what another unit makes of a picture are its own affair until the public sees them. */
async function usesFor(db: Db, actor: Actor, row: sql.ShownMediaRow): Promise<MediaDetail['usedIn']> {
  const uses = await listUses(db, row.id);
  return uses.map(({ path, title, ...use }) => {
    const seen = use.channels.length > 0 || actor.can('media.read', path) || actor.can('articles.read', path);
    return { ...use, title: seen ? title : '' };
  });
}

const shownSubject = (row: subjects.SubjectRow, named: boolean): Subject => ({
  id: row.id,
  kind: row.kind as Subject['kind'],
  pupilId: row.pupil_id,
  name: row.kind === 'pupil' ? (named ? row.pupil_name : null) : row.person_name,
  className: row.class_name,
  box: row.box as Box | null,
  adultAgreed: row.adult_agreed,
});

/** A cut in one size for people who see the picture, and for everybody while the public sees it. */
export async function getRendition(db: Db, actor: Actor, given: InputOf<typeof c.getRendition>): Promise<FileReply> {
  const cut = (await cuts.readCut(db, given.cutId)) ?? fail('not-found');
  const seen = await sql.listSeen(db, seerOf(actor), [cut.media_id]);
  const may = seen.length > 0 || (await isPublic(db, given.cutId));
  return may ? await openCutFor(db, given.cutId, given.size) : fail('not-found');
}

/** A page shows it, and nothing keeps it from being shown. */
const isPublic = async (db: Db, cutId: string): Promise<boolean> =>
  (await isOnPage(db, cutId)) && (await shownCuts(db, [cutId], 'portal')).size > 0;
