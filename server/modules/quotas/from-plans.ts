import { newId } from '#lib/id.ts';
import { monthsOfPeriod, partDetails } from '#lib/plan-parts.ts';
import { countedFor } from '#lib/products.ts';
import { fold } from '#lib/text.ts';
import { isSchool } from '#lib/unit-kinds.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { holdNode } from './figures.sql.ts';
import { type QuotaScope, quotaEnded, quotaSet } from './quotas.contract.ts';
import * as sql from './quotas.sql.ts';
import { currentMonth } from './refreshing.ts';
import { recordedQuota, subjectOf } from './shown-quota.ts';

const system = (now: Date) => ({ requestId: newId(now.getTime()), now, system: 'quotas' });

type Plan = NonNullable<Awaited<ReturnType<typeof sql.findIssued>>>;
type Line = Awaited<ReturnType<typeof sql.listQuotaLines>>[number];

/** Quotas of an issued plan follow from its lines; run again after each sending, answer and amendment it brings them up to date. */
export async function quotasFromPlan(tx: Tx, planId: string, now: Date): Promise<void> {
  // Several events of a plan may be followed at once: each would end what the other has just set.
  await holdNode(tx, planId);
  const plan = await sql.findIssued(tx, planId);
  if (!plan) return;
  const kept = new Set<string>();
  if (plan.state === 'issued')
    for (const line of await sql.listQuotaLines(tx, planId))
      for (const scope of await scopesOf(tx, plan, line)) {
        const id = await putQuota(tx, plan, line, scope, now);
        if (id) kept.add(id);
      }
  for (const quota of await sql.listOfPlan(tx, planId)) if (!kept.has(quota.id)) await endQuotaRow(tx, quota, now);
}

const teams =
  /\b(moi |cac |tung )?(to chuyen mon|to khoi|to bo mon|to truong|khoi chuyen mon)\b|^(moi|cac|tung) to\b|\bgiao vien\b/;
const others = /\b(truong|don vi|co so giao duc|trung tam|phong van hoa|phong gd|xa|phuong|so gd)\b/;

/** Who owes a line by the words of its actor: in a school its teams or itself; from a Sở those to whom the line was sent. */
async function scopesOf(tx: Tx, plan: Plan, line: Line): Promise<QuotaScope[]> {
  const { actor } = partDetails.quota.parse(line.detail);
  const who = fold(actor ?? line.text.slice(0, 60));
  if (await sql.isAsked(tx, line.id)) return ['asked'];
  if (isSchool(plan.unit_kind)) return teams.test(who) ? ['teams'] : ['own'];
  return actor !== null && !others.test(who) ? ['own'] : [];
}

async function putQuota(tx: Tx, plan: Plan, line: Line, scope: QuotaScope, now: Date): Promise<string | null> {
  const detail = partDetails.quota.parse(line.detail);
  const months = monthsOfPeriod({
    kind: plan.period_kind as 'calendarYear',
    from: plan.period_from,
    to: plan.period_to,
  });
  const first = [months[0]!, (plan.issued_on ?? months[0]!).slice(0, 7)].sort()[1]!;
  const product = detail.product ?? line.text;
  if (!detail.minCount || !detail.per || first > months.at(-1)!) return null;
  const facts = {
    words: line.text || product,
    product: product.slice(0, 200),
    counts: countedFor(product),
    min_count: Math.min(detail.minCount, 10_000),
    per: detail.per,
    moment: detail.moment,
    from_month: first,
    to_month: months.at(-1)!,
  };
  if (line.origin === 'inherited' && scope === 'own' && (await sql.owesAlready(tx, plan.unit_id, facts))) return null;
  return await keepQuota(tx, plan, line, scope, facts, now);
}

async function keepQuota(
  tx: Tx,
  plan: Plan,
  line: Line,
  scope: QuotaScope,
  facts: Pick<
    sql.NewQuota,
    'words' | 'product' | 'counts' | 'min_count' | 'per' | 'moment' | 'from_month' | 'to_month'
  >,
  now: Date,
): Promise<string> {
  const known = await sql.findByLine(tx, line.id, scope);
  const id = known?.id ?? newId(now.getTime());
  const owner = { unit_id: plan.unit_id, path: plan.path, plan_id: plan.id, line_id: line.id, scope };
  if (known) await sql.updateQuota(tx, id, { ...facts, ended_at: null });
  else await sql.insertQuota(tx, { id, ...owner, ...facts });
  const row = await sql.readQuota(tx, id);
  if (!known && row)
    await record(tx, system(now), quotaSet({ subject: subjectOf(row), before: null, after: recordedQuota(row) }));
  await enqueue(tx, 'quotas.refresh-quota', { quotaId: id }, { once: id });
  return id;
}

/** What was owed until this month stays; from the next one on nothing is. */
async function endQuotaRow(tx: Tx, quota: sql.QuotaTableRow, now: Date): Promise<void> {
  const last = [quota.to_month, currentMonth(now)].sort()[0]!;
  const to = [quota.from_month, last].sort()[1]!;
  await sql.updateQuota(tx, quota.id, { ended_at: now, to_month: to });
  const after = { ...quota, ended_at: now, to_month: to };
  await record(
    tx,
    system(now),
    quotaEnded({ subject: subjectOf(quota), before: recordedQuota(quota), after: recordedQuota(after) }),
  );
  await enqueue(tx, 'quotas.refresh-quota', { quotaId: quota.id }, { once: quota.id });
}
