import { isoOrNull } from '#lib/instants.ts';
import type { Actor } from '#platform/actor.ts';
import type { Quota } from './quotas.contract.ts';
import type { QuotaTableRow, ShownQuotaRow } from './quotas.sql.ts';

export const subjectOf = (row: { id: string; unit_id: string; path: string }) => ({
  id: row.id,
  unitId: row.unit_id,
  path: row.path,
});

/** The row for the audit. */
export const recordedQuota = (row: QuotaTableRow): Record<string, unknown> => ({
  product: row.product,
  counts: row.counts,
  minCount: row.min_count,
  per: row.per,
  moment: row.moment,
  scope: row.scope,
  kinds: row.kinds,
  planId: row.plan_id,
  targetUnitId: row.target_unit_id,
  fromMonth: row.from_month,
  toMonth: row.to_month,
});

/** Of a quota that stands in a plan the plan decides; one set by hand is changed by who set it. */
export function quotaActs(actor: Actor, row: ShownQuotaRow): Quota['can'] {
  if (row.ended_at !== null || !actor.can('quotas.manage', row.path)) return [];
  return row.plan_id === null ? ['edit', 'end'] : [];
}

export const shownQuota = (actor: Actor, row: ShownQuotaRow): Quota => ({
  id: row.id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  planId: row.plan_id,
  planTitle: row.plan_title,
  scope: row.scope as Quota['scope'],
  kinds: (row.kinds ?? []) as Quota['kinds'],
  targetUnitId: row.target_unit_id,
  targetUnitName: row.target_name,
  words: row.words,
  product: row.product,
  counts: row.counts as Quota['counts'],
  minCount: row.min_count,
  per: row.per as Quota['per'],
  moment: row.moment as Quota['moment'],
  fromMonth: row.from_month,
  toMonth: row.to_month,
  endedAt: isoOrNull(row.ended_at),
  units: row.units,
  version: row.version,
  can: quotaActs(actor, row),
});
