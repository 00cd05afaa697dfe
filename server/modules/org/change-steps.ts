import { newId } from '#lib/id.ts';
import { isSchool } from '#lib/unit-kinds.ts';
import { record } from '#modules/audit/audit.ts';
import type { Tx } from '#platform/tx.ts';
import { type ChangePlan, type NewPart, type Part, shares } from './change-plan.ts';
import * as handed from './handed-over.sql.ts';
import { freeSlug } from './new-units.ts';
import { unitCreated } from './org.contract.ts';
import * as org from './org.sql.ts';
import type { ChangeEffects } from './reorganisation.contract.ts';
import { countBelongings } from './reorganisation.sql.ts';
import * as sql from './reorganised-units.sql.ts';
import { keepRunning, type RunningOn } from './running-on.sql.ts';
import { carryRows, moveSubtrees, rebuildPaths } from './unit-paths.sql.ts';

export type Author = Parameters<typeof record>[1];

/** Everything an undo needs to bring back what was. */
export interface Undo {
  /** Units that ended, and where units were put, as before. */
  closed: sql.UnitBefore[];
  moved: { id: string; parentId: string | null }[];
  /** Dated parents of the units whose parents changed, as they were. */
  parents: { unitIds: string[]; rows: sql.ParentRow[] };
  /** Whose successor was replaced by the successor's successor. */
  succeeded: { id: string; successorId: string }[];
  handed: handed.HandedOver | null;
  /** Absent in changes of before this was kept. */
  running?: RunningOn;
  made: string[];
  renamed: { id: string; name: string; shortName: string | null; symbol: string | null; historyId: string } | null;
}

export interface Outcome {
  undo: Undo;
  effects: ChangeEffects;
  /** Units named by the change or put elsewhere. */
  unitIds: string[];
  /** Units whose rows in other tables must follow. */
  touched: string[];
  successions: { from_id: string; to_id: string; main: boolean }[];
}

export const noEffects: ChangeEffects = { units: 0, schools: 0, people: 0, plans: 0, asks: 0, closed: 0, made: 0 };

/** Carries a checked change out on the units. Rows of other tables and the history of paths follow in `settle`. */
export async function carryOut(tx: Tx, author: Author, plan: ChangePlan): Promise<Outcome> {
  const out: Outcome = {
    undo: {
      closed: [],
      moved: [],
      parents: { unitIds: [], rows: [] },
      succeeded: [],
      handed: null,
      made: [],
      renamed: null,
    },
    effects: { ...noEffects },
    unitIds: [...new Set([...plan.from, ...plan.parts].map((u) => u.id))],
    touched: plan.from.map((u) => u.id),
    successions: [],
  };
  for (const part of plan.parts) if (part.make) await makeUnit(tx, author, plan, part.make, out);
  if (plan.kind === 'rename') await rename(tx, plan, out);
  else if (plan.kind === 'move') await move(tx, plan, out);
  else await passOn(tx, plan, out);
  out.effects.made = out.undo.made.length;
  out.effects.closed = out.undo.closed.length;
  return out;
}

/** After one change or many: the history of paths is written anew, and every row that carries a path follows its unit. */
export async function settle(tx: Tx, outcomes: readonly Outcome[]): Promise<void> {
  const moved = outcomes.flatMap((out) => out.undo.moved.map((m) => m.id));
  const made = outcomes.flatMap((out) => out.undo.made);
  await rebuildPaths(tx, [...new Set([...moved, ...made])]);
  await carryRows(tx, [...new Set(outcomes.flatMap((out) => [...out.touched, ...out.unitIds]))]);
}

async function makeUnit(tx: Tx, author: Author, plan: ChangePlan, make: NewPart, out: Outcome): Promise<void> {
  const parent = make.parentId ? (await sql.lockUnits(tx, [make.parentId])).get(make.parentId)! : null;
  const { id, name, kind, place, symbol } = make;
  const slug = await freeSlug(tx, name, id);
  const unit = {
    id,
    parent_id: make.parentId,
    kind,
    name,
    short_name: make.shortName,
    symbol,
    place,
    slug,
    opened_on: plan.on,
  };
  const codes = make.code ? [make.code] : [];
  const path = (await org.insertUnit(tx, unit, parent?.path ?? '', codes)) ?? '';
  if (parent) await sql.setParents(tx, [id], 'working', parent.id, plan.on);
  if (make.code) await org.insertCodes(tx, id, [{ scheme: 'sector', code: make.code }], plan.on);
  const first = plan.from[0]!.id;
  const committee = (await sql.listCommittees(tx, [first])).get(first);
  if (committee) await sql.setParents(tx, [id], 'administrative', committee, plan.on);
  await sql.copySettings(tx, first, id);
  out.undo.made.push(id);
  out.touched.push(id);
  await record(tx, author, unitCreated({ subject: { id, unitId: id, path }, before: null, after: { ...unit, codes } }));
}

async function rename(tx: Tx, plan: ChangePlan, out: Outcome): Promise<void> {
  const unit = plan.from[0]!;
  const { name, shortName, symbol } = plan.rename!;
  const codes = (await org.listCodes(tx, unit.id)).map((c) => c.code);
  const historyId = newId();
  const from = (await org.listFormerNames(tx, unit.id))[0]?.validTo ?? unit.openedOn;
  const start = from < plan.on ? from : unit.openedOn;
  await org.insertName(tx, { id: historyId, unit_id: unit.id, name: unit.name, valid_from: start, valid_to: plan.on });
  const after = {
    name,
    short_name: shortName ?? unit.shortName,
    symbol: symbol ?? unit.symbol,
    place: unit.place,
    slug: unit.slug,
    kind: unit.kind,
  };
  await org.updateUnit(tx, unit.id, after, codes);
  out.undo.renamed = { id: unit.id, name: unit.name, shortName: unit.shortName, symbol: unit.symbol, historyId };
}

async function move(tx: Tx, plan: ChangePlan, out: Outcome): Promise<void> {
  const parent = plan.parts[0]!;
  const ids = plan.from.map((u) => u.id);
  if (plan.line === 'working') await put(tx, plan, plan.from, parent, out);
  else await redirect(tx, ids, plan.line, parent.id, plan.on, out);
  await count(tx, plan, out);
}

/** Merge, split and close: what is below goes to the parts, what ends goes below the first part, with what was open. */
async function passOn(tx: Tx, plan: ChangePlan, out: Outcome): Promise<void> {
  const [main] = plan.parts;
  const endingIds = plan.closes ? plan.from.map((u) => u.id) : [];
  for (const { part, children } of shares(plan)) await put(tx, plan, children, part, out);
  if (plan.closes) {
    out.undo.closed = plan.from.map(({ id, closedOn, successorId }) => ({ id, closedOn, successorId }));
    out.undo.succeeded = await sql.listSucceeded(tx, endingIds);
  }
  await count(tx, plan, out);
  if (plan.closes) await sql.closeUnits(tx, endingIds, plan.on, main?.id ?? null);
  for (const from of plan.from)
    for (const part of plan.parts) out.successions.push({ from_id: from.id, to_id: part.id, main: part === main });
  if (!main || !plan.closes) return;
  await put(tx, plan, plan.from, main, out);
  for (const line of ['administrative', 'professional'] as const)
    await redirect(tx, await sql.listDependents(tx, endingIds, line), line, main.id, plan.on, out);
  out.undo.handed = {
    grants: await handed.handOverGrants(tx, endingIds, main.id, plan.on),
    posts: await handed.handOverPosts(tx, endingIds, main.id, plan.on),
    plans: await handed.handOverPlans(tx, endingIds, main.id),
    documents: await handed.handOverDocuments(tx, endingIds, main.id),
    invitations: await handed.handOverInvitations(tx, endingIds, main.id),
  };
  out.undo.running = await keepRunning(tx, endingIds, main.id, plan.on);
}

/** Units go below another one from the day on, with their People's Committee where that goes along. */
async function put(
  tx: Tx,
  plan: ChangePlan,
  units: readonly sql.ChangingUnit[],
  parent: Part,
  out: Outcome,
): Promise<void> {
  if (units.length === 0) return;
  const ids = units.map((u) => u.id);
  await remember(tx, ids, out);
  out.undo.moved.push(...units.map(({ id, parentId }) => ({ id, parentId })));
  await sql.setParents(tx, ids, 'working', parent.id, plan.on);
  out.touched.push(...(await moveSubtrees(tx, ids, parent.id)));
  out.unitIds = [...new Set([...out.unitIds, ...ids])];
  const living = units.filter((u) => !(plan.closes && plan.from.includes(u)));
  out.effects.units += living.length;
  await bringCommittee(tx, plan, living, parent);
}

/**
 * The body printed above a school's name goes by the day and the People's Committee: who had that of the office above, or
 * comes below an office that has one, gets that of the new office; below a Sở there is none between.
 */
async function bringCommittee(
  tx: Tx,
  plan: ChangePlan,
  units: readonly sql.ChangingUnit[],
  parent: Part,
): Promise<void> {
  const parents = units.map((u) => u.parentId).filter((id) => id !== null);
  const committees = await sql.listCommittees(tx, [...units.map((u) => u.id), ...parents, parent.id]);
  const next = committees.get(parent.id) ?? null;
  const local = parent.kind === 'commune-office' || parent.kind === 'division';
  const shared = (u: sql.ChangingUnit) => {
    const own = committees.get(u.id);
    return own !== undefined && own === committees.get(u.parentId ?? '');
  };
  const without = units.filter((u) => isSchool(u.kind) && !local && shared(u)).map((u) => u.id);
  await sql.setParents(tx, without, 'administrative', null, plan.on);
  if (next === null) return;
  const gets = units.filter(
    (u) => !without.includes(u.id) && (shared(u) || (local && isSchool(u.kind) && !committees.has(u.id))),
  );
  const others = gets.filter((u) => committees.get(u.id) !== next).map((u) => u.id);
  await sql.setParents(tx, others, 'administrative', next, plan.on);
}

async function redirect(
  tx: Tx,
  unitIds: string[],
  line: 'administrative' | 'professional',
  parentId: string,
  on: string,
  out: Outcome,
): Promise<void> {
  await remember(tx, unitIds, out);
  await sql.setParents(tx, unitIds, line, parentId, on);
}

/** Dated parents as they were before the change touched them first. */
async function remember(tx: Tx, unitIds: readonly string[], out: Outcome): Promise<void> {
  const { parents, made } = out.undo;
  const fresh = unitIds.filter((id) => !parents.unitIds.includes(id) && !made.includes(id));
  if (fresh.length === 0) return;
  parents.unitIds.push(...fresh);
  parents.rows.push(...(await sql.listParentRows(tx, fresh)));
}

async function count(tx: Tx, plan: ChangePlan, out: Outcome): Promise<void> {
  // A unit that stays open keeps what is its own.
  const staying = plan.kind === 'split' && !plan.closes ? plan.from.map((u) => u.id) : [];
  const going = [...new Set(out.touched)].filter((id) => !staying.includes(id));
  const ending = new Set([...out.undo.closed.map((u) => u.id), ...out.undo.made]);
  const stay = going.filter((id) => !ending.has(id));
  const { schools, people, plans, asks } = await countBelongings(tx, going, stay, plan.on);
  Object.assign(out.effects, { schools, people, plans, asks });
}
