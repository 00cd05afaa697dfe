import type { InputOf, OutputOf } from '#lib/contract.ts';
import { dayOf } from '#lib/format.ts';
import { daysPast } from '#lib/working-days.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/tx.ts';
import { type AddresseeState, addresseeStates, askStates, type SendMode } from './cascade.contract.ts';
import type * as c from './coverage.contract.ts';
import * as sql from './coverage.sql.ts';
import { type WordedLine, wordedLines } from './coverage-lines.ts';
import { wayBetween } from './coverage-plan.sql.ts';
import { type CoveredPlan, coveredNode, coveredPlan, type Node } from './coverage-plan.ts';

/** Days past due of a unit that has not answered; 0 for one that has. */
export const lateDays = (
  unit: { mode: SendMode; state: AddresseeState; dueOn: string | null },
  today: string,
): number =>
  unit.mode !== 'inform' && (unit.state === 'unopened' || unit.state === 'unanswered')
    ? daysPast(unit.dueOn, today)
    : 0;

const plus = (a: readonly number[], b: readonly number[]) => a.map((n, i) => n + (b[i] ?? 0));
const total = (counts: readonly (readonly number[])[], length: number) =>
  counts.reduce<number[]>(
    plus,
    Array.from({ length }, () => 0),
  );

/** How the plan stands below a unit: the unit as a sum, each unit directly below, each line. */
export async function coverage(
  db: Db,
  actor: Actor,
  { planId, within }: InputOf<typeof c.coverage>,
): Promise<OutputOf<typeof c.coverage>> {
  const plan = await coveredPlan(db, actor, planId);
  const node = await coveredNode(db, actor, plan, within);
  const today = dayOf(actor.now.getTime());
  // At the sender's own unit the partners that stand elsewhere in the sector belong to the picture.
  const top = plan.whole && node.id === plan.unit_id;
  const where = { planId, path: node.path, everywhere: top };
  const [way, words, units, counted, children, late, share, elsewhere] = await Promise.all([
    wayDown(db, actor, plan, node),
    wordedLines(db, planId),
    sql.unitCountsBelow(db, planId, node.id),
    sql.lineCountsBelow(db, planId, node.id),
    sql.listChildren(db, planId, node.id),
    plan.state === 'issued' ? sql.countLate(db, { ...where, today }) : 0,
    sql.shareBelow(db, where),
    top ? sql.listElsewhere(db, planId, node.path) : [],
  ]);
  const unsent =
    top && plan.state === 'issued' && actor.can('plans.send', plan.path) ? await sql.countUnsent(db, planId) : 0;
  const countedElsewhere = elsewhere.length > 0 ? await sql.lineCountsElsewhere(db, planId, node.path) : [];
  const lines = withCounts(words, [...counted, ...countedElsewhere]);
  return {
    node: shownNode(node),
    way,
    units: plus(units, statesOf(elsewhere)),
    asks: total(
      lines.map((line) => line.counts),
      askStates.length,
    ),
    late,
    unsent,
    children: [...children, ...elsewhere].map((row) => shownChild(row, today)),
    lines,
    share,
  };
}

const shownNode = (node: Node) => ({ unitId: node.id, name: node.name });

/** From the sender, or for a receiver from where its reach begins, down to the node. */
async function wayDown(db: Db, actor: Actor, plan: CoveredPlan, node: Node) {
  const tops = plan.whole ? [plan.path] : actor.reach('plans.read').map((span) => span.path);
  const from = tops.filter((path) => node.path.startsWith(path)).sort((a, b) => a.length - b.length)[0];
  return from === undefined ? [shownNode(node)] : (await wayBetween(db, from, node.path)).map(shownNode);
}

const statesOf = (rows: readonly sql.ChildRow[]): number[] =>
  addresseeStates.map((state) => rows.filter((row) => row.state === state).length);

/** Lines that somebody is asked, each with its counts. */
function withCounts(words: readonly WordedLine[], counted: readonly sql.LineCounts[]) {
  const byLine = Map.groupBy(counted, (one) => one.lineId);
  return words.flatMap((line) => {
    const counts = byLine.get(line.lineId)?.map((one) => one.counts);
    return counts ? [{ ...line, counts: total(counts, askStates.length) }] : [];
  });
}

function shownChild(row: sql.ChildRow, today: string): c.CoverageChild {
  const { unitId, name, kind, units, asks } = row;
  if (row.addresseeId === null) return { unitId, name, kind, own: null, units, asks };
  const { state, mode, asked, answered, dueOn, ownPlanId } = row;
  return {
    unitId,
    name,
    kind,
    own: {
      addresseeId: row.addresseeId,
      state,
      mode,
      asked,
      answered,
      dueOn,
      lateDays: lateDays(row, today),
      openedAt: row.openedAt?.toISOString() ?? null,
      ownPlanId,
    },
    units,
    asks,
  };
}

/** Line × unit: one row for each unit directly below, one place for each line. */
export async function coverageMatrix(
  db: Db,
  actor: Actor,
  { planId, within }: InputOf<typeof c.coverageMatrix>,
): Promise<OutputOf<typeof c.coverageMatrix>> {
  const plan = await coveredPlan(db, actor, planId);
  const node = await coveredNode(db, actor, plan, within);
  const [words, children, cells] = await Promise.all([
    wordedLines(db, planId),
    sql.listChildren(db, planId, node.id),
    sql.matrixCells(db, planId, node.id),
  ]);
  const asked = new Set(cells.map((one) => one.lineId));
  const lineIds = words.map((line) => line.lineId).filter((id) => asked.has(id));
  const cell = new Map(cells.map((one) => [`${one.unitId}.${one.lineId}`, one]));
  const rows = children.map(({ unitId }) => {
    const ofUnit = lineIds.map((lineId) => cell.get(`${unitId}.${lineId}`));
    return { unitId, own: ofUnit.map((one) => one?.own ?? null), below: ofUnit.map((one) => one?.below ?? null) };
  });
  return { lineIds, rows };
}
