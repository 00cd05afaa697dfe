import { dayOf } from '#lib/format.ts';
import { addMonths, monthsBetween } from '#lib/months.ts';
import { owedIn, type Per, periodKinds, periodOf, type QuotaPeriod, type Term } from '#lib/quota-periods.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Tx } from '#platform/tx.ts';
import * as figures from './figures.sql.ts';
import { syncMembers } from './members.sql.ts';
import * as sql from './quotas.sql.ts';

export const currentMonth = (now: Date): string => dayOf(now).slice(0, 7);

/** The month a year and two months ago: figures of older periods no longer change by themselves. */
const oldest = (now: Date): string => addMonths(currentMonth(now), -14);

type Owes = Pick<sql.QuotaTableRow, 'id' | 'min_count' | 'per' | 'from_month' | 'to_month'>;

/** A quota in one period, as the statements want it; null where it owes nothing there yet. */
export function owingIn(
  quota: Owes,
  period: QuotaPeriod,
  current: string,
  terms: readonly Term[],
): figures.Owing | null {
  const of = { minCount: quota.min_count, per: quota.per as Per, fromMonth: quota.from_month, toMonth: quota.to_month };
  const owed = owedIn(of, period, current, terms);
  return (
    owed && {
      quota_id: quota.id,
      kind: period.kind,
      key: period.key,
      required: owed.required,
      from_month: owed.from,
      to_month: owed.to,
    }
  );
}

/** A quota in all periods of the last fourteen months that it touches. */
function owingOf(quota: Owes, from: string, current: string, terms: readonly Term[]): figures.Owing[] {
  const first = [quota.from_month, from].sort()[1]!;
  const last = [quota.to_month, current].sort()[0]!;
  const periods = new Map<string, QuotaPeriod>();
  for (const month of monthsBetween(first, last))
    for (const kind of periodKinds) {
      const period = periodOf(kind, month, terms);
      periods.set(`${kind} ${period.key}`, period);
    }
  return [...periods.values()].flatMap((period) => owingIn(quota, period, current, terms) ?? []);
}

/** Counts anew what stands directly below a unit and sums it up; where that changed something, the unit above follows. */
export async function refreshNode(tx: Tx, nodeId: string, now: Date): Promise<void> {
  await figures.holdNode(tx, nodeId);
  const from = oldest(now);
  const terms = await sql.listTerms(tx);
  const quotas = await sql.listBelowNode(tx, nodeId, from);
  const owing = quotas.flatMap((quota) => owingOf(quota, from, currentMonth(now), terms));
  await figures.countOwn(tx, owing, nodeId);
  if (!(await figures.sumUp(tx, owing, nodeId))) return;
  const above = await figures.parentOf(tx, nodeId);
  if (above) await refreshLater(tx, above);
}

export const refreshLater = (tx: Tx, nodeId: string): Promise<void> =>
  enqueue(tx, 'quotas.refresh-node', { nodeId }, { once: nodeId });

/** Names who owes a quota and counts it whole, from the deepest units up. */
export async function refreshQuota(tx: Tx, quotaId: string, now: Date): Promise<void> {
  await figures.holdNode(tx, quotaId);
  await syncMembers(tx, quotaId);
  const quota = await sql.readQuota(tx, quotaId);
  if (!quota) return;
  const owing = owingOf(quota, oldest(now), currentMonth(now), await sql.listTerms(tx));
  // Some periods at a time: a quota of the whole nation would be one statement of many seconds.
  for (let i = 0; i < owing.length; i += 4) await figures.countOwn(tx, owing.slice(i, i + 4), null);
  await figures.sumWhole(tx, quotaId);
}

/** So many are counted while the caller waits; more are left to a job. */
const MOST_AT_ONCE = 2_000;

/** After a quota was set or changed by hand: who owes it is known at once, the figures too unless there are very many. */
export async function refreshSoon(tx: Tx, quotaId: string, now: Date): Promise<void> {
  await syncMembers(tx, quotaId);
  const units = (await sql.readQuota(tx, quotaId))?.units ?? 0;
  if (units <= MOST_AT_ONCE) await refreshQuota(tx, quotaId, now);
  else await enqueue(tx, 'quotas.refresh-quota', { quotaId }, { once: quotaId });
}

/** Every night: new units come in, closed ones leave, a new month begins, and what is kept is compared with a full count. */
export async function refreshAll(tx: Tx, now: Date): Promise<void> {
  for (const quota of await sql.listFrom(tx, oldest(now)))
    await enqueue(tx, 'quotas.refresh-quota', { quotaId: quota.id }, { once: quota.id });
}
