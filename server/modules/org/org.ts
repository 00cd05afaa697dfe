import { fail } from '#lib/errors.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import type { Right } from '#lib/rights.ts';
import { fold } from '#lib/text.ts';
import type { PostKind, UnitKind } from '#lib/unit-kinds.ts';
import { type DatedParent, upperBodyParent } from '#lib/upper-body.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { type Belonging, findBelonging } from './belonging.sql.ts';
import * as sql from './org.sql.ts';
import * as posts from './posts.sql.ts';
import * as rules from './upper-bodies.sql.ts';

export { type Belonging, listBelongings, listTeamsOf } from './belonging.sql.ts';

/** What other modules need of a unit. */
export interface Unit {
  id: string;
  name: string;
  shortName: string | null;
  symbol: string | null;
  place: string | null;
  kind: UnitKind;
  path: string;
  closedOn: string | null;
}

/** The unit, for reading; 404 where there is none. */
export async function getUnitRow(db: Db, unitId: string): Promise<Unit> {
  const found = await sql.findUnit(db, unitId);
  if (!found) return fail('not-found');
  const { id, name, shortName, symbol, place, kind, path, closedOn } = found;
  return { id, name, shortName, symbol, place, kind, path, closedOn };
}

/** The unit to act for with a right: 404 where there is none, 403 without the right there, 409 once it is closed. */
export async function unitFor(db: Db, actor: Actor, unitId: string, right: Right): Promise<Unit> {
  const unit = await getUnitRow(db, unitId);
  if (!actor.can(right, unit.path)) fail('forbidden');
  mustBeOpen(unit, actor.now);
  return unit;
}

/** 409 where the unit has ended by that time. */
export function mustBeOpen({ closedOn }: { closedOn: string | null }, now: Date): void {
  if (closedOn !== null && closedOn <= dayOf(now)) fail('org.unit-closed', { date: shortDay(closedOn) });
}

/** Where something made at a unit, or by a team of it, belongs: 404 where there is none, a field's error for a team elsewhere. */
export async function belongingOf(
  db: Db,
  given: { unitId: string; teamId?: string | null | undefined },
): Promise<Belonging> {
  const { unitId, teamId } = given;
  const place = (await findBelonging(db, teamId ?? unitId)) ?? fail('not-found');
  if (teamId && teamId !== unitId && place.unitId !== unitId)
    fail('invalid', {}, { fields: { teamId: 'fields.team' } });
  return place;
}

/** The unit's path in the working line, such as '1.5.39.'. */
export async function pathOf(db: Db, unitId: string): Promise<string> {
  return (await getUnitRow(db, unitId)).path;
}

export interface UpperBody {
  id: string;
  /** As it was called on that day. */
  name: string;
  /** Usual abbreviation for the head of a document ('UBND xã …'), where the unit still has the name of that day. */
  shortName: string | null;
}

/** The body printed above the unit's name on a document of the day `on` ('YYYY-MM-DD'); null where none is known. */
async function upperBodyOf(db: Db, unitId: string, on: string): Promise<UpperBody | null> {
  const unit = await getUnitRow(db, unitId);
  return await upperBodyFrom(db, unit.kind, on, await sql.listParents(db, unitId));
}

/** How that body is printed: by its usual abbreviation where it has one. */
export async function upperBodyOn(db: Db, unitId: string, on: string): Promise<string | null> {
  const body = await upperBodyOf(db, unitId, on);
  return body && (body.shortName ?? body.name);
}

/** The same where the parents were read already. */
export async function upperBodyFrom(
  db: Db,
  kind: UnitKind,
  on: string,
  parents: readonly DatedParent[],
): Promise<UpperBody | null> {
  const parent = upperBodyParent(kind, on, await rules.listUpperBodyRules(db, kind), parents);
  const named = parent && (await rules.nameOn(db, parent.parentId, on));
  if (!named) return null;
  return { id: named.id, name: named.formerName ?? named.name, shortName: named.formerName ? null : named.shortName };
}

/** Who holds a post of the unit on a day, the first by the date it began; null where it is vacant or does not exist. */
export async function holderOf(
  db: Db,
  unitId: string,
  kind: PostKind,
  on: string,
): Promise<{ personId: string; name: string; title: string } | null> {
  return (await posts.findHolder(db, unitId, kind, on)) ?? null;
}

/** The open unit that a document names, by name or short name; marks, case and spaces do not count. Null unless exactly one fits. */
export async function findUnitByName(db: Db, name: string): Promise<{ id: string; name: string; path: string } | null> {
  const key = fold(name);
  const found = (await sql.findByWords(db, name)).filter(
    (u) => fold(u.name) === key || (u.shortName !== null && fold(u.shortName) === key),
  );
  return found.length === 1 ? found[0]! : null;
}

/** The unit that a person at the console names: by address (slug), code, name or short name. */
export async function findUnitByWord(db: Db, word: string): Promise<Unit | null> {
  const id = (await sql.findBySlugOrCode(db, word)) ?? (await findUnitByName(db, word))?.id;
  return id ? await getUnitRow(db, id) : null;
}

/** Locks the unit for the rest of the transaction, then reads it: the second of two editors sees what the first wrote. */
export async function lockedUnitFor(tx: Tx, actor: Actor, unitId: string, right: Right) {
  await sql.lockUnit(tx, unitId);
  await unitFor(tx, actor, unitId, right);
  return (await sql.findUnit(tx, unitId)) ?? fail('not-found');
}
