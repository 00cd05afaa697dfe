import type { Part, Target } from '#lib/plan-parts.ts';
import type * as sql from './lines.sql.ts';
import type { PlanLine } from './plans.contract.ts';

export const shownTarget = (t: sql.TargetRow): Target => ({
  id: t.id,
  product: t.product,
  counts: t.counts as Target['counts'],
  moment: t.moment as Target['moment'],
  months: t.months as Target['months'],
});

export const shownLine = (line: sql.LineRow, targets: readonly sql.TargetRow[]): PlanLine => ({
  id: line.id,
  part: line.part as Part,
  parentId: line.parent_id,
  position: line.position,
  text: line.text,
  detail: line.detail as Record<string, unknown>,
  origin: line.origin as PlanLine['origin'],
  trace: line.trace as PlanLine['trace'],
  targets: targets.map(shownTarget),
  version: line.version,
});

/** JSON with sorted keys: equal content, equal text (also what a signature is bound to). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
    .join(',')}}`;
}
