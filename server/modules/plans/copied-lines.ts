import { totalOf } from '#lib/plan-parts.ts';
import { copyId } from './copy-id.ts';
import type { NewLine, NewTarget } from './lines.sql.ts';
import type { PlanLine } from './plans.contract.ts';

/** Rows of a copy, those that bear others first; each id leads back to its original. */
export function copiedLines(lines: readonly PlanLine[], by: { planId: string; personId: string }): NewLine[] {
  const ordered = [...lines.filter((l) => l.parentId === null), ...lines.filter((l) => l.parentId !== null)];
  return ordered.map((l) => ({
    id: copyId(by.planId, l.id),
    plan_id: by.planId,
    part: l.part,
    parent_id: l.parentId && copyId(by.planId, l.parentId),
    position: l.position,
    text: l.text,
    detail: JSON.stringify(l.detail),
    origin: l.origin,
    trace: l.trace && JSON.stringify(l.trace),
    updated_by: by.personId,
  }));
}

export const copiedTargets = (lines: readonly PlanLine[], planId: string): NewTarget[] =>
  lines.flatMap((line) =>
    line.targets.map((t, i) => ({
      id: copyId(planId, t.id),
      line_id: copyId(planId, line.id),
      plan_id: planId,
      product: t.product,
      counts: t.counts,
      moment: t.moment,
      months: JSON.stringify(t.months),
      total: totalOf(t),
      position: i,
    })),
  );
