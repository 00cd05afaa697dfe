import { type DetailOf, monthsOfQuarter } from '#lib/plan-parts.ts';
import { askingMonths, type Planned, type Standing, standingOf, standingWithoutCount } from '#lib/progress.ts';
import type { Db, Tx } from '#platform/tx.ts';
import * as sql from './recount.sql.ts';

type Detail = Partial<DetailOf<'activity'>>;

/** When a line is planned: its months, else the quarters of its plan's first year that it names. */
export function plannedOf(line: Pick<sql.CountedLine, 'detail'>, year: number | null): Planned {
  const { months = [], quarters = [], deadline = null } = line.detail as Detail;
  const named = months.length > 0 || year === null ? months : quarters.flatMap((q) => monthsOfQuarter(year, q));
  return { months: named, deadline };
}

const leadsOf = (line: Pick<sql.CountedLine, 'detail'>): string[] =>
  ((line.detail as Detail).leadUnits ?? []).map((u) => u.name).filter((name) => name !== '');

/** How a line stands, from its targets or, without counts, from what was said. */
function standingOfLine(
  line: sql.CountedLine,
  targets: readonly sql.TargetCount[],
  year: number | null = null,
): Standing {
  const planned = plannedOf(line, year);
  const counting = targets.some((t) => askingMonths(t.months).length > 0);
  return counting
    ? standingOf(targets, { months: [], deadline: planned.deadline })
    : standingWithoutCount(planned, line.saidDone);
}

function rowOf(line: sql.CountedLine, targets: readonly sql.TargetCount[], year: number | null): sql.ProgressRow {
  const standing = standingOfLine(line, targets, year);
  const asked = targets.flatMap((t) => askingMonths(t.months));
  return {
    line_id: line.id,
    plan_id: line.planId,
    unit_id: line.unitId,
    path: line.path,
    live: line.planState === 'issued',
    total: standing.total,
    done: standing.done,
    complete: standing.complete,
    starts_on: standing.startsOn,
    ends_on: standing.endsOn,
    risk_from: standing.riskFrom,
    late_from: standing.lateFrom,
    months: [...new Set(asked.length > 0 ? asked : plannedOf(line, year).months)].sort(),
    leads: leadsOf(line),
    words: `${line.text} ${String((line.detail as Detail).product ?? '')}`,
  };
}

async function keep(tx: Tx, lines: readonly sql.CountedLine[], years: ReadonlyMap<string, number>): Promise<void> {
  const targets = Map.groupBy(
    await sql.targetCounts(
      tx,
      lines.map((l) => l.id),
    ),
    (t) => t.lineId,
  );
  await sql.keepProgress(
    tx,
    lines.map((line) => rowOf(line, targets.get(line.id) ?? [], years.get(line.planId) ?? null)),
  );
}

/** Counts some lines anew; they must be locked. */
export async function recountLines(tx: Tx, lineIds: readonly string[]): Promise<void> {
  if (lineIds.length === 0) return;
  const lines = await sql.linesById(tx, lineIds);
  if (lines.length > 0) await keep(tx, lines, await yearsOf(tx, lines));
}

/** Counts a plan anew: after it was issued or amended, and when it ended. A recalled plan is not at work. */
export async function recountPlan(tx: Tx, planId: string): Promise<void> {
  await sql.dropRemoved(tx, planId);
  const lines = await sql.linesOfPlan(tx, planId);
  const state = lines[0]?.planState;
  if (state === undefined) return;
  if (state !== 'issued' && state !== 'closed') {
    await sql.dropProgress(tx, planId);
    return;
  }
  await sql.lockLines(
    tx,
    lines.map((l) => l.id),
  );
  await keep(tx, lines, await yearsOf(tx, lines));
}

const yearsOf = (db: Db, lines: readonly sql.CountedLine[]): Promise<ReadonlyMap<string, number>> =>
  sql.yearsOfPlans(db, [...new Set(lines.map((l) => l.planId))]);
