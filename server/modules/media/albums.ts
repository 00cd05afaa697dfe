import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { isId } from '#lib/id.ts';
import { isoOf, isoOrNull } from '#lib/instants.ts';
import type { Actor } from '#platform/actor.ts';
import { pageOf } from '#platform/page.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import type * as c from './albums.contract.ts';
import { type Album, type AlbumAct, albumAdded, albumChanged, albumClosed, albumReopened } from './albums.contract.ts';
import { albumActs } from './albums.policy.ts';
import * as sql from './albums.sql.ts';
import { placeFor } from './place.ts';
import { seerOf } from './shown-media.ts';

const actsOn = (actor: Actor, row: sql.AlbumRow): AlbumAct[] =>
  albumActs(
    {
      keeps: row.created_by === actor.person.id || actor.can('media.manage', row.path),
      // Whoever sees an album and adds pictures anywhere in its unit adds them here.
      add: actor.grants.some((one) => one.path.startsWith(row.path)) && actor.reach('media.add').length > 0,
    },
    row.closed_at !== null,
  );

const shownAlbum = (actor: Actor, row: sql.AlbumRow): Album => ({
  id: row.id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  title: row.title,
  eventOn: row.event_on,
  place: row.place,
  recordingNotice: row.recording_notice,
  lineId: row.line_id,
  classes: row.classes,
  pictures: row.pictures,
  coverCutId: row.cover_cut_id,
  closedAt: isoOrNull(row.closed_at),
  createdByName: row.created_by_name,
  createdAt: isoOf(row.created_at),
  version: row.version,
  can: actsOn(actor, row),
});

const recorded = (row: sql.AlbumRow): Record<string, unknown> => ({
  title: row.title,
  eventOn: row.event_on,
  eventPlace: row.place,
  recordingNotice: row.recording_notice,
  classes: row.classes.map((one) => one.name),
});

const subjectOf = (row: sql.AlbumRow) => ({ id: row.id, unitId: row.unit_id, path: row.path });

const find = async (db: Db, actor: Actor, id: string): Promise<sql.AlbumRow> =>
  (await sql.findAlbum(db, seerOf(actor), id)) ?? fail('not-found');

async function load(tx: Tx, actor: Actor, given: { albumId: string; version: number }, act: AlbumAct) {
  await sql.lockAlbum(tx, given.albumId);
  const row = await find(tx, actor, given.albumId);
  if (row.version !== given.version) fail('media.conflict', {}, { current: shownAlbum(actor, row) });
  return actsOn(actor, row).includes(act) ? row : fail('forbidden');
}

/** An album that takes a picture of a unit: of that unit, and not closed. */
export async function albumForPicture(tx: Tx, albumId: string, unitId: string): Promise<void> {
  const row = await sql.holdAlbum(tx, albumId);
  if (row?.unit_id !== unitId) fail('invalid', {}, { fields: { albumId: 'fields.album' } });
  if (row.closed_at !== null) fail('media.album-closed', { title: row.title });
}

export async function listAlbums(
  db: Db,
  actor: Actor,
  input: InputOf<typeof c.listAlbums>,
): Promise<OutputOf<typeof c.listAlbums>> {
  const rows = await sql.listAlbums(db, seerOf(actor), { ...input, after: placeOf(input.after) });
  const { items, next } = pageOf(rows, input.limit, (last) => `${isoOf(last.created_at)}_${last.id}`);
  return { items: items.map((row) => shownAlbum(actor, row)), next };
}

function placeOf(after: string | undefined): sql.AlbumFilter['after'] {
  if (after === undefined) return undefined;
  const [at = '', id = ''] = after.split('_');
  return Number.isFinite(Date.parse(at)) && isId(id) ? { at, id } : fail('unreadable');
}

export const getAlbum = async (db: Db, actor: Actor, { albumId }: { albumId: string }): Promise<Album> =>
  shownAlbum(actor, await find(db, actor, albumId));

export async function addAlbum(tx: Tx, actor: Actor, given: InputOf<typeof c.addAlbum>): Promise<Album> {
  const place = await placeFor(tx, actor, { unitId: given.unitId, teamId: null });
  const added = await sql.insertAlbum(tx, {
    id: given.id,
    unit_id: place.unitId,
    path: place.path,
    title: given.title,
    event_on: given.eventOn,
    place: given.place || null,
    recording_notice: given.recordingNotice || null,
    line_id: given.lineId,
    created_by: actor.person.id,
    created_at: actor.now,
  });
  if (!added) {
    const known = await find(tx, actor, given.id);
    return known.created_by === actor.person.id ? shownAlbum(actor, known) : fail('conflict');
  }
  await writeClasses(tx, given.id, place.unitId, given.classIds);
  const row = await find(tx, actor, given.id);
  await recordInside(tx, actor, albumAdded({ subject: subjectOf(row), before: null, after: recorded(row) }));
  return shownAlbum(actor, row);
}

export async function editAlbum(tx: Tx, actor: Actor, given: InputOf<typeof c.editAlbum>): Promise<Album> {
  const before = await load(tx, actor, given, 'edit');
  const or = <T>(value: T | undefined, kept: T): T => (value === undefined ? kept : value);
  await sql.updateAlbum(tx, before.id, {
    title: given.title ?? before.title,
    event_on: or(given.eventOn, before.event_on),
    place: or(given.place, before.place) || null,
    recording_notice: or(given.recordingNotice, before.recording_notice) || null,
    line_id: or(given.lineId, before.line_id),
  });
  if (given.classIds) await writeClasses(tx, before.id, before.unit_id, given.classIds);
  if (given.title !== undefined && given.title !== before.title) await sql.reindexPictures(tx, before.id);
  const after = await find(tx, actor, before.id);
  const change = { subject: subjectOf(after), before: recorded(before), after: recorded(after) };
  await recordInside(tx, actor, albumChanged(change));
  return shownAlbum(actor, after);
}

async function writeClasses(tx: Tx, albumId: string, unitId: string, given: readonly string[]): Promise<void> {
  const classIds = [...new Set(given)];
  if ((await sql.setClasses(tx, albumId, unitId, classIds)) !== classIds.length)
    fail('invalid', {}, { fields: { classIds: 'fields.class' } });
}

export async function closeAlbum(tx: Tx, actor: Actor, given: InputOf<typeof c.closeAlbum>): Promise<Album> {
  const before = await load(tx, actor, given, given.closed ? 'close' : 'reopen');
  await sql.updateAlbum(tx, before.id, { closed_at: given.closed ? actor.now : null });
  const event = given.closed ? albumClosed : albumReopened;
  await recordInside(tx, actor, event({ subject: subjectOf(before), before: null, after: { title: before.title } }));
  return await getAlbum(tx, actor, given);
}
