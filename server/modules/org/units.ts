import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { prefixQuery } from '#lib/prefix-query.ts';
import { reservedSlugs } from '#lib/reserved-slugs.ts';
import { slugOf } from '#lib/text.ts';
import type { SigningStep, UnitKind } from '#lib/unit-kinds.ts';
import { record } from '#modules/audit/audit.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import * as contract from './org.contract.ts';
import { unitActions } from './org.policy.ts';
import * as sql from './org.sql.ts';
import { getUnitRow, lockedUnitFor, unitFor, upperBodyFrom } from './org.ts';
import * as posts from './posts.sql.ts';

const today = (actor: Actor) => dayOf(actor.now.getTime());

/** One page out of rows of which one more than asked was read; the last id is where the next page goes on. */
export function pageOf<T extends { id: string }>(
  rows: readonly T[],
  limit: number,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? items.at(-1)!.id : null };
}

export async function listUnits(
  db: Db,
  _actor: Actor,
  input: InputOf<typeof contract.listUnits>,
): Promise<OutputOf<typeof contract.listUnits>> {
  const query = input.q ? prefixQuery(input.q) : null;
  if (input.q && !query) return { items: [], next: null };
  const within = input.within && (await getUnitRow(db, input.within)).path;
  return pageOf(await sql.listUnits(db, { ...input, within, query, closed: input.closed === 'include' }), input.limit);
}

export async function countUnits(
  db: Db,
  _actor: Actor,
  input: InputOf<typeof contract.countUnits>,
): Promise<OutputOf<typeof contract.countUnits>> {
  const kinds = await sql.countUnits(db, input.within ? (await getUnitRow(db, input.within)).path : null);
  return { total: kinds.reduce((sum, k) => sum + k.count, 0), kinds };
}

export async function listTree(
  db: Db,
  _actor: Actor,
  input: InputOf<typeof contract.listTree>,
): Promise<OutputOf<typeof contract.listTree>> {
  return pageOf(await sql.listTree(db, input.parentId ?? null, input), input.limit);
}

export async function getUnit(db: Db, actor: Actor, input: { unitId: string }): Promise<contract.UnitDetail> {
  const unit = (await sql.findUnit(db, input.unitId)) ?? fail('not-found');
  const { signingSteps, ownRegister, settingsVersion, no: _no, ...row } = unit;
  const parents = await sql.listParents(db, unit.id);
  const upper = await upperBodyFrom(db, unit.kind, today(actor), parents);
  return {
    ...row,
    ancestors: await sql.listAncestors(db, unit.path),
    parents: parents.map(({ parentShortName: _, ...parent }) => parent),
    posts: await posts.listCurrent(db, unit.id, today(actor)),
    codes: await sql.listCodes(db, unit.id),
    formerNames: await sql.listFormerNames(db, unit.id),
    settings: {
      signingSteps: (signingSteps ?? []) as SigningStep[],
      ownRegister: ownRegister ?? false,
      version: settingsVersion ?? 1,
    },
    upperBody: upper && { id: upper.id, name: upper.name },
    can: unitActions(actor, unit),
  };
}

export async function createUnit(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof contract.createUnit>,
): Promise<contract.UnitDetail> {
  const parent = await unitFor(tx, actor, input.parentId, 'units.manage');
  const id = input.id ?? newId(actor.now.getTime());
  const openedOn = input.openedOn ?? today(actor);
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
  const opened_on = dayOf(author.now.getTime());
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

function usable(slug: string): string {
  if (reservedSlugs.has(slug)) fail('org.slug-reserved', {}, { fields: { slug: 'org.slug-reserved' } });
  return slug;
}

/** 'truong-thcs-suoi-ngoc', or with the end of the id where another unit has that address. */
async function freeSlug(tx: Tx, name: string, id: string): Promise<string> {
  const plain = slugOf(name) || 'don-vi';
  if (!reservedSlugs.has(plain) && !(await sql.slugTaken(tx, plain))) return plain;
  return `${plain.slice(0, 70)}-${id.slice(-6)}`;
}

const given = <T>(value: T | undefined, before: T): T => (value === undefined ? before : value);

export async function editUnit(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof contract.editUnit>,
): Promise<contract.UnitDetail> {
  const before = await lockedUnitFor(tx, actor, input.unitId, 'units.manage');
  if (before.version !== input.version) fail('conflict', {}, { current: await getUnit(tx, actor, input) });
  const after = {
    name: given(input.name, before.name),
    short_name: given(input.shortName, before.shortName) || null,
    symbol: given(input.symbol, before.symbol) || null,
    place: given(input.place, before.place) || null,
    slug: input.slug && input.slug !== before.slug ? usable(input.slug) : before.slug,
    kind: given(input.kind, before.kind),
  };
  const codes = await sql.listCodes(tx, before.id);
  await sql.updateUnit(
    tx,
    before.id,
    after,
    codes.map((c) => c.code),
  );
  if (input.renamedOn && after.name !== before.name) await keepName(tx, before, input.renamedOn);
  const was = {
    name: before.name,
    short_name: before.shortName,
    symbol: before.symbol,
    place: before.place,
    slug: before.slug,
    kind: before.kind,
  };
  await record(
    tx,
    actor,
    contract.unitEdited({ subject: { id: before.id, unitId: before.id, path: before.path }, before: was, after }),
  );
  return await getUnit(tx, actor, input);
}

async function keepName(
  tx: Tx,
  before: { id: string; name: string; openedOn: string },
  renamedOn: string,
): Promise<void> {
  const former = await sql.listFormerNames(tx, before.id);
  const from = former[0]?.validTo ?? before.openedOn;
  if (renamedOn <= from) fail('invalid', {}, { fields: { renamedOn: 'fields.day-order' } });
  await sql.insertName(tx, {
    id: newId(),
    unit_id: before.id,
    name: before.name,
    valid_from: from,
    valid_to: renamedOn,
  });
}

export async function setSettings(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof contract.setSettings>,
): Promise<contract.UnitDetail> {
  const before = await lockedUnitFor(tx, actor, input.unitId, 'units.manage');
  if ((before.settingsVersion ?? 1) !== input.version)
    fail('conflict', {}, { current: await getUnit(tx, actor, input) });
  const signingSteps = [...new Set(input.signingSteps)];
  await sql.upsertSettings(tx, before.id, { signing_steps: signingSteps, own_register: input.ownRegister });
  await record(
    tx,
    actor,
    contract.unitSettingsChanged({
      subject: { id: before.id, unitId: before.id, path: before.path },
      before: { signingSteps: before.signingSteps ?? [], ownRegister: before.ownRegister ?? false },
      after: { signingSteps, ownRegister: input.ownRegister },
    }),
  );
  return await getUnit(tx, actor, input);
}

export async function setParent(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof contract.setParent>,
): Promise<contract.UnitDetail> {
  const unit = await lockedUnitFor(tx, actor, input.unitId, 'units.manage');
  if (input.parentId === unit.id) fail('org.cycle');
  await getUnitRow(tx, input.parentId);
  const current = (await sql.listParents(tx, unit.id)).find((p) => p.line === input.line && p.validTo === null);
  if (current && input.validFrom < current.validFrom)
    fail('invalid', {}, { fields: { validFrom: 'fields.day-order' } });
  await sql.endParent(tx, unit.id, input.line, input.validFrom);
  await sql.insertParent(tx, {
    id: newId(),
    unit_id: unit.id,
    parent_id: input.parentId,
    line: input.line,
    valid_from: input.validFrom,
  });
  await record(
    tx,
    actor,
    contract.unitParentChanged({
      subject: { id: unit.id, unitId: unit.id, path: unit.path },
      before: current ? { line: current.line, parentId: current.parentId, validFrom: current.validFrom } : null,
      after: { line: input.line, parentId: input.parentId, validFrom: input.validFrom },
    }),
  );
  return await getUnit(tx, actor, input);
}

export async function closeUnit(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof contract.closeUnit>,
): Promise<contract.UnitDetail> {
  const unit = await lockedUnitFor(tx, actor, input.unitId, 'units.manage');
  if (unit.version !== input.version) fail('conflict', {}, { current: await getUnit(tx, actor, input) });
  if (input.closedOn < unit.openedOn) fail('invalid', {}, { fields: { closedOn: 'fields.day-order' } });
  if (input.successorId === unit.id) fail('org.cycle');
  if (unit.children) fail('org.has-children', { count: unit.children });
  if (input.successorId) await getUnitRow(tx, input.successorId);
  await sql.setClosed(tx, unit.id, input.closedOn, input.successorId ?? null);
  const shape = { name: unit.name, kind: unit.kind };
  await record(
    tx,
    actor,
    contract.unitClosed({
      subject: { id: unit.id, unitId: unit.id, path: unit.path },
      before: { ...shape, closedOn: null },
      after: { ...shape, closedOn: input.closedOn, successorId: input.successorId ?? null },
    }),
  );
  return await getUnit(tx, actor, input);
}
