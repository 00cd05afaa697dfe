import { type InputOf, isDay, type OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { isId, newId } from '#lib/id.ts';
import { urlKey } from '#lib/web-address.ts';
import type { Actor } from '#platform/actor.ts';
import { takeUploaded } from '#platform/files/files.ts';
import { enqueue } from '#platform/jobs.ts';
import { pageOf } from '#platform/page.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { type Belonging, belongingOf, mustBeOpen, pathOf } from '../org/org.ts';
import { recountFor } from './counting.ts';
import type { Purpose } from './newsroom.ts';
import type * as c from './outputs.contract.ts';
import {
  type OutputDetail,
  type OutputRow,
  type OutputSource,
  outputRecorded,
  outputWithdrawn,
} from './outputs.contract.ts';
import * as sql from './outputs.sql.ts';
import { type CaptureFacts, pickerPaths, recordedOutput, shownOutput, subjectOf } from './shown-output.ts';

export { WHOLE_UNIT } from './counting.ts';
export { refusalOf } from './read-address.ts';

/** An item as a person or another module records it. */
export interface Item {
  /** The same id twice is the same item. */
  id?: string | undefined;
  counts: OutputRow['counts'];
  genre?: string | null | undefined;
  title: string;
  url?: string | null | undefined;
  outlet?: string | null | undefined;
  madeOn: string;
  authorName?: string | null | undefined;
  source: OutputSource;
  /** How far it has come by `madeOn`: published where it has an address, else sent. */
  reached?: 'sent' | 'approved' | 'published' | undefined;
}

export interface NewItem extends Item {
  unitId: string;
  teamId?: string | null | undefined;
  fileId?: string | null | undefined;
  /** False where the title only stands in until the page has been read: it then takes the page's. */
  titled?: boolean | undefined;
  /** Where it is to count by itself. */
  purpose?: Purpose | undefined;
}

/**
 * Records what a unit (or a team of it) made; 403 without outputs.record there, 409 once it is closed. The same address is
 * one item: `joinedTo` then names the item that counts. A pasted address is read later for its snapshot.
 */
export async function recordOutput(
  tx: Tx,
  actor: Actor,
  given: NewItem,
): Promise<{ id: string; joinedTo: string | null }> {
  const place = await placeFor(tx, actor, given.unitId, given.teamId);
  notInFuture(actor, { madeOn: given.madeOn });
  const known = given.id && (await sql.readOutput(tx, given.id));
  if (known) return known.unit_id === place.unitId ? { id: known.id, joinedTo: known.joined_to } : fail('conflict');
  const file =
    given.fileId &&
    (await takeUploaded(tx, actor, given.fileId, {
      unitId: place.unitId,
      path: place.path,
      readRight: 'outputs.read',
    }));
  const reads = given.source === 'pasted' && !!given.url;
  const row = await keepItem(tx, actor, place, given, {
    file_id: file ? file.id : null,
    recorded_by: actor.person.id,
    ...purposeOf(given.purpose),
    ...(reads && waitingFor({ given: given.titled !== false })),
  });
  if (reads) await enqueue(tx, 'outputs.capture-page', { outputId: row.id });
  return { id: row.id, joinedTo: row.joined_to };
}

/** What another module knows of a unit: a placement in a newspaper, say, that the Sở saw for a school's story. */
export interface FoundItem extends Omit<NewItem, 'source' | 'fileId'> {
  origin: { kind: string; id: string };
  purpose: Purpose;
  /** Of the unit whose item it is. */
  fileId: string | null;
  recordedBy: string | null;
}

/**
 * Records for a unit what was found of it elsewhere; the caller has checked by its own noun who may. An address that the
 * unit has already is joined; the page is read later for its snapshot, title and day stay as given.
 */
export async function recordFor(
  tx: Tx,
  author: Parameters<typeof record>[1],
  given: FoundItem,
): Promise<{ id: string; joinedTo: string | null; joinedTitle: string | null }> {
  const place = standing(await belongingOf(tx, given));
  const row = await keepItem(
    tx,
    author,
    place,
    { ...given, source: 'newsroom', reached: 'published' },
    {
      origin_kind: given.origin.kind,
      origin_id: given.origin.id,
      ...purposeOf(given.purpose),
      file_id: given.fileId,
      recorded_by: given.recordedBy,
      ...(given.url && waitingFor({ given: true })),
    },
  );
  if (row.capture_state === 'waiting') await enqueue(tx, 'outputs.capture-page', { outputId: row.id });
  return { id: row.id, joinedTo: row.joined_to, joinedTitle: row.joined_title };
}

const purposeOf = (purpose: Purpose | undefined) => ({
  for_line_id: purpose?.lineId ?? null,
  for_target_id: purpose?.targetId ?? null,
  for_series_id: purpose?.seriesId ?? null,
});

/** Takes back what `recordFor` recorded by mistake. */
export async function withdrawFor(
  tx: Tx,
  author: Parameters<typeof record>[1],
  outputId: string,
  reason: string,
): Promise<void> {
  await sql.lockOutput(tx, outputId);
  const before = await sql.readOutput(tx, outputId);
  if (!before || before.withdrawn_at !== null) return;
  await sql.updateOutput(tx, before, { withdrawn_at: author.now, withdrawn_reason: reason });
  await sql.withdrawJoined(tx, outputId, author.now, reason);
  const after = (await sql.readOutput(tx, outputId)) ?? fail('not-found');
  await recountFor(tx, before, after);
  const told = { subject: subjectOf(after), before: recordedOutput(before), after: recordedOutput(after) };
  await record(tx, author, outputWithdrawn({ ...told, reason }));
}

/** Items by their ids, in no order, for modules that have checked by their own noun who may see them. */
export async function outputsFor(db: Db, ids: readonly string[]) {
  const rows = await sql.listByIds(db, ids);
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    teamName: row.team_name,
    authorName: row.author_name,
    counts: row.counts as OutputRow['counts'],
    title: row.title,
    url: row.url,
    outlet: row.outlet,
    madeOn: row.made_on,
    source: row.source as OutputSource,
    fileId: row.file_id,
    snapshotId: row.snapshot_id,
    captureState: row.capture_state as OutputRow['captureState'],
    /** Whether it counts: known, not withdrawn, no duplicate. */
    counting: row.stands && row.withdrawn_at === null && row.joined_to === null,
    joinedTo: row.joined_to,
    withdrawn: row.withdrawn_at !== null,
    withdrawnReason: row.withdrawn_reason,
    path: row.path,
    originKind: row.origin_kind,
    /** Days of the moments it has come to. */
    reached: { sent: row.sent_on, approved: row.approved_on, published: row.published_on, picked: row.picked_on },
    /** Where it counts by itself. */
    purpose: { lineId: row.for_line_id, targetId: row.for_target_id, seriesId: row.for_series_id },
  }));
}

export const waitingFor = (facts: CaptureFacts) => ({ capture_state: 'waiting', capture: JSON.stringify(facts) });

/** Where the actor may record: at the unit, or at the team for those who hold the right only there. */
export async function placeFor(
  tx: Tx,
  actor: Actor,
  unitId: string,
  teamId: string | null | undefined,
): Promise<Placed> {
  const place = await belongingOf(tx, { unitId, teamId });
  if (!actor.can('outputs.record', place.path) && !(place.teamPath && actor.can('outputs.record', place.teamPath)))
    fail('forbidden');
  mustBeOpen(place, actor.now);
  return standing(place);
}

/** Whose an item is, and where its row stands: at the team, where a team made it. */
export type Placed = Pick<Belonging, 'unitId' | 'teamId' | 'path'>;

const standing = ({ unitId, teamId, path, teamPath }: Belonging): Placed => ({
  unitId,
  teamId,
  path: teamPath ?? path,
});

/** What lies ahead has not been made. */
export function notInFuture(actor: Actor, days: Record<string, string | null | undefined>): void {
  const today = dayOf(actor.now);
  const late = Object.entries(days).filter(([, day]) => day && day > today);
  if (late.length > 0) fail('invalid', {}, { fields: Object.fromEntries(late.map(([k]) => [k, 'fields.day-future'])) });
}

/** The days of the moments that an item has passed by the day it counts on. */
const momentsOf = (reached: 'sent' | 'approved' | 'published', day: string) => ({
  sent_on: day,
  approved_on: reached === 'sent' ? null : day,
  published_on: reached === 'published' ? day : null,
});

/** Writes the row, joined where the unit has the address already, with its figures and its record. */
export async function keepItem(
  tx: Tx,
  author: Parameters<typeof record>[1],
  place: Placed,
  item: Item,
  more: Partial<sql.NewOutput> = {},
): Promise<sql.ShownOutputRow> {
  const row: sql.NewOutput = {
    id: item.id ?? newId(author.now.getTime()),
    unit_id: place.unitId,
    team_id: place.teamId,
    path: place.path,
    author_name: item.authorName || null,
    counts: item.counts,
    genre: item.genre || null,
    title: item.title,
    url: item.url || null,
    url_key: item.url ? urlKey(item.url) : null,
    outlet: item.outlet || null,
    made_on: item.madeOn,
    ...momentsOf(item.reached ?? (item.url ? 'published' : 'sent'), item.madeOn),
    source: item.source,
    ...more,
  };
  const kept = await insertOrJoin(tx, row);
  await recountFor(tx, null, kept);
  await record(tx, author, outputRecorded({ subject: subjectOf(kept), before: null, after: recordedOutput(kept) }));
  return kept;
}

async function insertOrJoin(tx: Tx, row: sql.NewOutput): Promise<sql.ShownOutputRow> {
  if (!(await sql.insertOutput(tx, row))) {
    const first = row.url_key && (await sql.findByUrl(tx, row.unit_id, row.url_key));
    if (!first || !(await sql.insertOutput(tx, { ...row, joined_to: first.id, capture_state: null }))) fail('conflict');
  }
  return (await sql.readOutput(tx, row.id)) ?? fail('not-found');
}

export async function recordByHand(tx: Tx, actor: Actor, given: InputOf<typeof c.recordOutput>): Promise<OutputRow> {
  if (given.url && !urlKey(given.url)) fail('invalid', {}, { fields: { url: 'fields.web-address' } });
  const { id } = await recordOutput(tx, actor, { ...given, source: given.url ? 'pasted' : 'typed' });
  return shownOutput(actor, (await sql.readOutput(tx, id)) ?? fail('not-found'));
}

export async function listOutputs(
  db: Db,
  actor: Actor,
  input: InputOf<typeof c.listOutputs>,
): Promise<OutputOf<typeof c.listOutputs>> {
  const ids = input.ids?.split(',').filter(isId).slice(0, 50);
  const within = input.within ? await pathOf(db, input.within) : undefined;
  const filter = { ...input, within, ids, show: ids ? ('any' as const) : input.show, after: placeOf(input.after) };
  const rows = await sql.listOutputs(db, actor.reach('outputs.read'), filter);
  const { items, next } = pageOf(rows, input.limit, (last) => `${last.made_on}_${last.id}`);
  return { items: items.map((row) => shownOutput(actor, row)), next };
}

/** Where a page goes on: the `next` of the page before. */
function placeOf(after: string | undefined): sql.OutputFilter['after'] {
  if (after === undefined) return undefined;
  const [madeOn = '', id = ''] = after.split('_');
  return isDay(madeOn) && isId(id) ? { madeOn, id } : fail('unreadable');
}

export async function getOutput(db: Db, actor: Actor, { outputId }: { outputId: string }): Promise<OutputDetail> {
  return await detailOf(
    db,
    actor,
    (await sql.findOutput(db, actor.reach('outputs.read'), outputId)) ?? fail('not-found'),
  );
}

export async function detailOf(db: Db, actor: Actor, row: sql.ShownOutputRow): Promise<OutputDetail> {
  const paths = new Set(pickerPaths(actor, row));
  const above = paths.size > 0 && row.withdrawn_at === null ? await sql.unitsAbove(db, row.unit_path) : [];
  return {
    ...shownOutput(actor, row),
    joined: await sql.listJoined(db, row.id),
    pickers: above.filter((u) => paths.has(u.path)).map(({ id, name }) => ({ id, name })),
  };
}

export async function listAuthors(
  db: Db,
  actor: Actor,
  input: InputOf<typeof c.listAuthors>,
): Promise<OutputOf<typeof c.listAuthors>> {
  const path = await pathOf(db, input.within);
  const rows = await sql.listAuthors(db, actor.reach('outputs.read'), { path, from: input.from, to: input.to });
  return { items: rows.map((row) => ({ ...row, name: row.name ?? '' })) };
}
