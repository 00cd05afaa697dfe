import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import type { Right } from '#lib/rights.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { type ConsentChannel, classActs, consentChannels, type Pupil, type SchoolClass } from './classes.contract.ts';
import * as sql from './classes.sql.ts';
import * as pupils from './pupils.sql.ts';

/** The class for those who may read consents of its unit; 404 for all others. */
export async function seenClass(db: Db, actor: Actor, id: string): Promise<sql.ClassRecord> {
  const row = (await sql.findClass(db, id)) ?? fail('not-found');
  return actor.can('consents.read', row.path) ? row : fail('not-found');
}

/** The same, locked: 403 without the right there, 409 changed meanwhile. */
export async function loadClass(
  tx: Tx,
  actor: Actor,
  id: string,
  of: { right: Right; version?: number },
): Promise<sql.ClassRecord> {
  await sql.lockClass(tx, id);
  const row = await seenClass(tx, actor, id);
  if (!actor.can(of.right, row.path)) fail('forbidden');
  if (of.version !== undefined && of.version !== row.version)
    fail('conflict', {}, { current: await classOf(tx, actor, row) });
  return row;
}

/** A pupil of a unit whose consents the actor may read: 404 otherwise, 403 without the right. */
export async function loadPupil(tx: Tx, actor: Actor, id: string, right: Right): Promise<pupils.PupilRecord> {
  await pupils.lockPupil(tx, id);
  const row = await seenPupil(tx, actor, id);
  return actor.can(right, row.path) ? row : fail('forbidden');
}

export async function seenPupil(db: Db, actor: Actor, id: string): Promise<pupils.PupilRecord> {
  const row = (await pupils.findPupil(db, id)) ?? fail('not-found');
  return actor.can('consents.read', row.path) ? row : fail('not-found');
}

export async function classesOf(db: Db, actor: Actor, rows: readonly sql.ClassRecord[]): Promise<SchoolClass[]> {
  const ids = rows.map((row) => row.id);
  const counted = ids.length > 0 ? await sql.countByClass(db, ids, dayOf(actor.now)) : [];
  const figures = new Map(counted.map((one) => [one.classId, one]));
  return rows.map((row) => shownClass(actor, row, figures.get(row.id)));
}

export const classOf = async (db: Db, actor: Actor, row: sql.ClassRecord): Promise<SchoolClass> =>
  (await classesOf(db, actor, [row]))[0]!;

export const noneReady = (): Record<ConsentChannel, number> =>
  Object.fromEntries(consentChannels.map((channel) => [channel, 0])) as Record<ConsentChannel, number>;

const shownClass = (actor: Actor, row: sql.ClassRecord, figures: sql.ClassFigures | undefined): SchoolClass => ({
  id: row.id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  schoolYear: row.school_year,
  name: row.name,
  grade: row.grade,
  pupils: figures?.pupils ?? 0,
  ready: { ...noneReady(), ...figures?.ready },
  unanswered: figures?.unanswered ?? 0,
  endsOn: figures?.endsOn ?? null,
  version: row.version,
  can: actor.can('consents.record', row.path) ? [...classActs] : [],
});

/** What stands where a name stood. */
export const erasedName = '(đã xóa tên)';

export const shownPupil = (row: pupils.PupilRecord): Pupil => ({
  id: row.id,
  classId: row.class_id,
  name: row.name,
  bornOn: row.born_on,
  code: row.code,
  leftOn: row.left_on,
  erased: row.name === erasedName,
  version: row.version,
});
