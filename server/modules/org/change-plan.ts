import { fail } from '#lib/errors.ts';
import { shortDay } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import type { UnitKind, UnitLine } from '#lib/unit-kinds.ts';
import { mayStandBelow } from '#lib/unit-places.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import type { ChangeKind, MadeUnit, Target } from './reorganisation.contract.ts';
import * as changes from './reorganisation.sql.ts';
import * as sql from './reorganised-units.sql.ts';

/** A change as it is given, by ids. */
export interface ChangeInput {
  id?: string | undefined;
  kind: ChangeKind;
  effectiveOn: string;
  decision: string;
  fromIds: string[];
  to?: Target[] | undefined;
  keep?: boolean | undefined;
  line?: UnitLine | undefined;
  name?: string | undefined;
  shortName?: string | undefined;
  symbol?: string | undefined;
}

export interface NewPart {
  id: string;
  name: string;
  kind: UnitKind;
  parentId: string | null;
  shortName: string | null;
  symbol: string | null;
  place: string | null;
  code: string | null;
}

/** One part that takes over: a unit that is there, or one to be made, with the units below that go to it. */
export interface Part {
  id: string;
  name: string;
  kind: UnitKind;
  make: NewPart | null;
  childIds: string[];
}

/** The change with its units, held and checked: nothing stands in its way. */
export interface ChangePlan {
  kind: ChangeKind;
  on: string;
  decision: string;
  from: sql.ChangingUnit[];
  parts: Part[];
  /** Open units directly below those that end. */
  children: sql.ChangingUnit[];
  closes: boolean;
  line: UnitLine;
  rename: { name: string; shortName: string | undefined; symbol: string | undefined } | null;
}

/** Reads, holds and checks everything the change names. `actor` null: the rights were asked when it was planned. */
export async function planChange(
  tx: Tx,
  actor: Actor | null,
  input: ChangeInput,
  exceptId?: string,
): Promise<ChangePlan> {
  const targets = input.to ?? [];
  requireShape(input, targets);
  const fromIds = [...new Set(input.fromIds)];
  const targetIds = targets.flatMap((t) => [t.unitId, t.make?.parentId]).filter((id) => id !== undefined);
  const known = await sql.lockUnits(tx, [...fromIds, ...targetIds]);
  const unit = (id: string) => known.get(id) ?? fail('not-found');
  const from = fromIds.map(unit);
  const parts = await partsOf(tx, input, targets, from, unit);
  // Also where a new unit is put without saying so: beside the one that ends.
  const places = await sql.lockUnits(
    tx,
    parts.flatMap((part) => part.make?.parentId ?? []),
  );
  requireRights(actor, input, [...from, ...targetIds.map(unit), ...places.values()]);
  requireLiving([...from, ...targetIds.map(unit)], input.effectiveOn);
  await requireOnce(tx, input, from, exceptId);
  const closes = input.kind === 'merge' || input.kind === 'close' || (input.kind === 'split' && !input.keep);
  const divides = closes || input.kind === 'split';
  const children = divides ? await sql.listOpenChildren(tx, fromIds) : [];
  const plan: ChangePlan = {
    kind: input.kind,
    on: input.effectiveOn,
    decision: input.decision,
    from,
    parts,
    children,
    closes,
    line: input.line ?? 'working',
    rename: input.name ? { name: input.name, shortName: input.shortName, symbol: input.symbol } : null,
  };
  await requirePlaces(tx, plan);
  return plan;
}

const incomplete = (field: string): never =>
  fail('org.change-incomplete', {}, { fields: { [field]: 'fields.required' } });

function requireShape(input: ChangeInput, targets: readonly Target[]): void {
  const { kind, fromIds } = input;
  if (targets.some((t) => (t.unitId === undefined) === (t.make === undefined))) incomplete('to');
  const parts = targets.length;
  if (kind === 'merge' && (parts !== 1 || (targets[0]!.make && fromIds.length < 2)))
    incomplete(parts ? 'fromIds' : 'to');
  if (kind === 'split' && (fromIds.length !== 1 || parts < (input.keep ? 1 : 2))) incomplete('to');
  if (kind === 'rename' && (fromIds.length !== 1 || !input.name)) incomplete('name');
  if (kind === 'move' && (parts !== 1 || !targets[0]!.unitId)) incomplete('to');
  if (kind === 'close' && (parts > 1 || targets[0]?.make)) incomplete('to');
}

async function partsOf(
  tx: Tx,
  input: ChangeInput,
  targets: readonly Target[],
  from: readonly sql.ChangingUnit[],
  unit: (id: string) => sql.ChangingUnit,
): Promise<Part[]> {
  const first = from[0]!;
  const parts: Part[] = [];
  for (const { unitId, make, childIds = [] } of targets) {
    if (unitId !== undefined && from.some((f) => f.id === unitId))
      fail('org.change-merge-self', { unit: unit(unitId).name });
    if (unitId !== undefined)
      parts.push({ id: unitId, name: unit(unitId).name, kind: unit(unitId).kind, make: null, childIds });
    else parts.push(newPart(make!, first, childIds));
  }
  const made = parts.filter((p) => p.make);
  for (const { make } of made) await requirePlaceOf(tx, make!);
  const closing = input.kind === 'merge' || (input.kind === 'split' && !input.keep) ? from : [];
  if (made.some((p) => closing.some((f) => f.id === p.make!.parentId))) fail('org.cycle');
  return parts;
}

function newPart(make: MadeUnit, first: sql.ChangingUnit, childIds: string[]): Part {
  const id = make.id ?? newId();
  const kind = make.kind ?? first.kind;
  const given = {
    parentId: make.parentId ?? first.parentId,
    shortName: make.shortName || null,
    symbol: make.symbol || first.symbol,
    place: make.place || first.place,
    code: make.code || null,
  };
  return { id, name: make.name, kind, make: { id, name: make.name, kind, ...given }, childIds };
}

async function requirePlaceOf(tx: Tx, make: NewPart): Promise<void> {
  if (make.parentId === null) return;
  const parent = (await sql.lockUnits(tx, [make.parentId])).get(make.parentId) ?? fail('not-found');
  if (parent.closedOn !== null) closed(parent);
  requirePlace(make, parent);
}

function requirePlace(unit: { name: string; kind: UnitKind }, parent: { name: string; kind: UnitKind }): void {
  if (mayStandBelow(unit.kind, parent.kind)) return;
  const kinds = { kind: `@org.kind.${unit.kind}`, parentKind: `@org.kind.${parent.kind}` };
  fail('org.change-place', { unit: unit.name, parent: parent.name, ...kinds });
}

/** Over all units concerned; who is above on another line (a People's Committee) only has to be there. */
function requireRights(actor: Actor | null, input: ChangeInput, units: readonly sql.ChangingUnit[]): void {
  if (!actor) return;
  const named = input.line && input.line !== 'working' ? units.filter((u) => input.fromIds.includes(u.id)) : units;
  const beyond = named.find((u) => !actor.can('units.reorganise', u.path));
  if (beyond) fail('org.change-beyond', { unit: beyond.name });
}

const closed = (unit: sql.ChangingUnit): never =>
  fail('org.change-closed', { unit: unit.name, date: shortDay(unit.closedOn!) });

function requireLiving(units: readonly sql.ChangingUnit[], on: string): void {
  for (const unit of units) {
    if (unit.closedOn !== null) closed(unit);
    if (unit.openedOn > on) fail('org.change-early', { unit: unit.name, date: shortDay(unit.openedOn) });
  }
}

async function requireOnce(
  tx: Tx,
  input: ChangeInput,
  from: readonly sql.ChangingUnit[],
  exceptId: string | undefined,
) {
  const same = { kind: input.kind, on: input.effectiveOn, line: input.line ?? 'working', exceptId: exceptId ?? null };
  const twice = await changes.findSameDay(
    tx,
    from.map((u) => u.id),
    same,
  );
  const unit = twice && from.find((u) => u.id === twice);
  if (unit) fail('org.change-twice', { unit: unit.name, date: shortDay(input.effectiveOn) });
}

/** Where everything would stand: no circle, no impossible place, nothing that was decided for a later day already. */
async function requirePlaces(tx: Tx, plan: ChangePlan): Promise<void> {
  if (plan.kind === 'move') return await requireMove(tx, plan);
  if (plan.kind === 'rename') return;
  if (plan.parts.length === 0 && plan.children.length > 0) fail('org.has-children', { count: plan.children.length });
  for (const { part, children } of shares(plan)) {
    for (const child of children) requirePlace(child, part);
    if (!part.make) {
      const above = await sql.everAbove(tx, part.id, plan.on);
      if ([...plan.from, ...children].some((u) => above.has(u.id))) fail('org.cycle');
    }
  }
  if (plan.parts.length > 0) await requireNothingLater(tx, [...plan.children, ...(plan.closes ? plan.from : [])], plan);
}

async function requireMove(tx: Tx, plan: ChangePlan): Promise<void> {
  const parent = plan.parts[0]!;
  const above = await sql.everAbove(tx, parent.id, plan.on);
  for (const unit of plan.from) {
    if (plan.line !== 'working') continue;
    if (above.has(unit.id)) fail('org.cycle');
    if (unit.parentId === parent.id) fail('org.change-same', { unit: unit.name, parent: parent.name });
    requirePlace(unit, parent);
  }
  if (plan.line === 'administrative' && parent.kind !== 'people-committee')
    requirePlace({ name: plan.from[0]!.name, kind: 'people-committee' }, parent);
  await requireNothingLater(tx, plan.from, plan);
}

async function requireNothingLater(tx: Tx, units: readonly sql.ChangingUnit[], plan: ChangePlan): Promise<void> {
  const later = await sql.laterParent(
    tx,
    units.map((u) => u.id),
    plan.line,
    plan.on,
  );
  if (later) fail('org.change-later', { unit: later.name, date: shortDay(later.day) });
}

/** Which of the units below goes to which part: as assigned, the rest to the first part where the divided unit ends. */
export function shares(plan: ChangePlan): { part: Part; children: sql.ChangingUnit[] }[] {
  const taken = new Map(plan.parts.flatMap((part) => part.childIds.map((id) => [id, part.id] as const)));
  const rest = plan.closes ? plan.parts[0]?.id : undefined;
  return plan.parts.map((part) => ({
    part,
    children: plan.children.filter((child) => (taken.get(child.id) ?? rest) === part.id),
  }));
}
