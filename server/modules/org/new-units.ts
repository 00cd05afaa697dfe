import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { reservedSlugs } from '#lib/reserved-slugs.ts';
import { slugOf } from '#lib/text.ts';
import type { UnitKind } from '#lib/unit-kinds.ts';
import { record } from '#modules/audit/audit.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import * as contract from './org.contract.ts';
import * as sql from './org.sql.ts';
import { getUnitRow, lockedUnitFor } from './org.ts';
import { getUnit } from './units.ts';

export async function createUnit(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof contract.createUnit>,
): Promise<contract.UnitDetail> {
  // Locked, so that it is not closed meanwhile with a child that nobody counted.
  const parent = await lockedUnitFor(tx, actor, input.parentId, 'units.manage');
  const id = input.id ?? newId(actor.now.getTime());
  const openedOn = input.openedOn ?? dayOf(actor.now);
  const codes = input.codes ?? [];
  const unit = {
    id,
    parent_id: parent.id,
    kind: input.kind,
    name: input.name,
    short_name: input.shortName || null,
    symbol: input.symbol || null,
    place: input.place || parent.place,
    slug: input.slug ? usable(input.slug) : await freeSlug(tx, input.name, id),
    opened_on: openedOn,
  };
  const path = await sql.insertUnit(
    tx,
    unit,
    parent.path,
    codes.map((c) => c.code),
  );
  if (path === null) return await sentAgain(tx, actor, id, parent.id, input.name);
  await sql.insertParent(tx, { id: newId(), unit_id: id, parent_id: parent.id, line: 'working', valid_from: openedOn });
  if (input.administrativeParentId) {
    await getUnitRow(tx, input.administrativeParentId);
    await sql.insertParent(tx, {
      id: newId(),
      unit_id: id,
      parent_id: input.administrativeParentId,
      line: 'administrative',
      valid_from: openedOn,
    });
  }
  await sql.insertCodes(tx, id, codes, openedOn);
  await record(
    tx,
    actor,
    contract.unitCreated({ subject: { id, unitId: id, path }, before: null, after: { ...unit, codes } }),
  );
  return await getUnit(tx, actor, { unitId: id });
}

/** A unit that stands below no other: the ministry, or the Sở of a system that serves one province. */
export async function foundUnit(
  tx: Tx,
  author: Parameters<typeof record>[1],
  given: { name: string; kind: UnitKind },
): Promise<{ id: string; path: string }> {
  const id = newId(author.now.getTime());
  const opened_on = dayOf(author.now);
  const plain = { parent_id: null, short_name: null, symbol: null, place: null };
  const unit = { id, ...given, ...plain, slug: await freeSlug(tx, given.name, id), opened_on };
  const path = (await sql.insertUnit(tx, unit, '', []))!;
  await record(tx, author, contract.unitCreated({ subject: { id, unitId: id, path }, before: null, after: unit }));
  return { id, path };
}

/** A create that was sent twice answers with what the first one made; an id that means another unit is a conflict. */
async function sentAgain(
  tx: Tx,
  actor: Actor,
  id: string,
  parentId: string,
  name: string,
): Promise<contract.UnitDetail> {
  const there = await getUnit(tx, actor, { unitId: id });
  if (there.parentId !== parentId || there.name !== name) fail('conflict', {}, { current: there });
  return there;
}

/** Refuses the addresses of the system itself. */
export function usable(slug: string): string {
  if (reservedSlugs.has(slug)) fail('org.slug-reserved', {}, { fields: { slug: 'org.slug-reserved' } });
  return slug;
}

/** 'truong-thcs-suoi-ngoc', or with the end of the id where another unit has that address. */
export async function freeSlug(tx: Tx, name: string, id: string): Promise<string> {
  const plain = slugOf(name) || 'don-vi';
  if (!reservedSlugs.has(plain) && !(await sql.slugTaken(tx, plain))) return plain;
  return `${plain.slice(0, 70)}-${id.slice(-6)}`;
}
