import { dayOf } from '#lib/format.ts';
import { askingMonths, daysLate, dueBy, fillMonths, standingOf, stateOn } from '#lib/progress.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/tx.ts';
import { type TargetCount, targetCounts } from './recount.sql.ts';
import type { Activity, MonthShare, WorkTarget } from './work.contract.ts';
import type { ActivityRow } from './work.sql.ts';

/** Rows as people read them, each with its months: what is due there and what fills it. */
export async function shownActivities(db: Db, actor: Actor, rows: readonly ActivityRow[]): Promise<Activity[]> {
  if (rows.length === 0) return [];
  const targets = Map.groupBy(
    await targetCounts(
      db,
      rows.map((r) => r.lineId),
    ),
    (t) => t.lineId,
  );
  return rows.map((row) => shownActivity(row, targets.get(row.lineId) ?? [], dayOf(actor.now)));
}

export function shownActivity(row: ActivityRow, targets: readonly TargetCount[], today: string): Activity {
  return {
    lineId: row.lineId,
    planId: row.planId,
    planTitle: row.planTitle,
    unitId: row.unitId,
    unitName: row.unitName,
    text: row.text,
    product: row.product,
    leads: row.leads,
    total: row.total,
    done: row.done,
    state: stateOn(row, today),
    daysLate: daysLate(row, today),
    dueSoFar: targets.reduce((sum, t) => sum + dueBy(t.months, today.slice(0, 7)), 0),
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    months: sharesOf(targets, row.months),
  };
}

/** Shares of all targets together, by month; a line without counts shows its planned months with nothing due. */
function sharesOf(targets: readonly TargetCount[], months: readonly string[]): MonthShare[] {
  const shares = new Map(months.map((month) => [month, { month, due: 0, filled: 0 }]));
  for (const target of targets) {
    const filled = fillMonths(target);
    for (const month of askingMonths(target.months)) {
      const share = shares.get(month) ?? { month, due: 0, filled: 0 };
      shares.set(month, { month, due: share.due + target.months[month]!, filled: share.filled + filled[month]! });
    }
  }
  return [...shares.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}

export function shownTarget(
  target: TargetCount,
  deadline: string | null,
  today: string,
  accepts: WorkTarget['accepts'],
): WorkTarget {
  const standing = standingOf([target], { months: [], deadline });
  return {
    id: target.id,
    product: target.product,
    counts: target.counts as WorkTarget['counts'],
    total: standing.total,
    done: target.done,
    dueSoFar: dueBy(target.months, today.slice(0, 7)),
    state: stateOn(standing, today),
    months: sharesOf([target], []),
    accepts,
  };
}
