import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { getUnitRow, unitFor } from '../org/org.ts';
import type * as c from './quotas.contract.ts';
import { type Quota, quotaChanged, quotaEnded, quotaSet } from './quotas.contract.ts';
import * as sql from './quotas.sql.ts';
import { currentMonth, refreshSoon } from './refreshing.ts';
import { quotaActs, recordedQuota, shownQuota, subjectOf } from './shown-quota.ts';

export async function listQuotas(
  db: Db,
  actor: Actor,
  { unitId }: { unitId: string },
): Promise<OutputOf<typeof c.listQuotas>> {
  const unit = await getUnitRow(db, unitId);
  if (!actor.can('outputs.read', unit.path)) fail('not-found');
  const [set, owed] = await Promise.all([sql.listSetBy(db, unitId), sql.listOwedBy(db, unitId)]);
  const show = (row: sql.ShownQuotaRow) => shownQuota(actor, row);
  return { set: set.map(show), owed: owed.map(show), canSet: actor.can('quotas.manage', unit.path) };
}

/** A quota by hand; the same id twice is one. Names and figures of those who owe it stand at once. */
export async function setQuota(tx: Tx, actor: Actor, given: InputOf<typeof c.setQuota>): Promise<Quota> {
  const unit = await unitFor(tx, actor, given.unitId, 'quotas.manage');
  if (given.toMonth < given.fromMonth) fail('invalid', {}, { fields: { toMonth: 'fields.day-order' } });
  if (given.scope === 'below' && given.kinds.length === 0)
    fail('invalid', {}, { fields: { kinds: 'fields.required' } });
  if (given.scope === 'unit') await mustBeBelow(tx, unit.path, given.targetUnitId);
  const id = given.id ?? newId(actor.now.getTime());
  const made = await sql.insertQuota(tx, {
    id,
    unit_id: unit.id,
    path: unit.path,
    scope: given.scope,
    kinds: given.scope === 'below' ? given.kinds : null,
    target_unit_id: given.scope === 'unit' ? given.targetUnitId : null,
    words: given.product,
    product: given.product,
    counts: given.counts,
    min_count: given.minCount,
    per: given.per,
    moment: given.moment,
    from_month: given.fromMonth,
    to_month: given.toMonth,
    created_by: actor.person.id,
  });
  const row = (await sql.readQuota(tx, id)) ?? fail('not-found');
  if (row.unit_id !== unit.id) fail('conflict');
  if (made) {
    await record(tx, actor, quotaSet({ subject: subjectOf(row), before: null, after: recordedQuota(row) }));
    await refreshSoon(tx, id, actor.now);
  }
  return shownQuota(actor, (await sql.readQuota(tx, id)) ?? row);
}

async function mustBeBelow(tx: Tx, path: string, unitId: string | null): Promise<void> {
  if (!unitId) return fail('invalid', {}, { fields: { targetUnitId: 'fields.required' } });
  const target = await getUnitRow(tx, unitId);
  if (!target.path.startsWith(path)) fail('quotas.not-below');
}

/** Finds, scopes, locks and checks: 404 unseen, 403 not theirs, 409 changed meanwhile or over. */
async function loadQuota(
  tx: Tx,
  actor: Actor,
  given: { quotaId: string; version: number },
  act: Quota['can'][number],
): Promise<sql.ShownQuotaRow> {
  await sql.lockQuota(tx, given.quotaId);
  const row = (await sql.findQuota(tx, actor.reach('outputs.read'), given.quotaId)) ?? fail('not-found');
  if (row.version !== given.version) fail('quotas.conflict', {}, { current: shownQuota(actor, row) });
  if (row.ended_at !== null) fail('quotas.ended');
  return quotaActs(actor, row).includes(act) ? row : fail('forbidden');
}

export async function editQuota(tx: Tx, actor: Actor, given: InputOf<typeof c.editQuota>): Promise<Quota> {
  const before = await loadQuota(tx, actor, given, 'edit');
  const all = {
    counts: given.counts,
    min_count: given.minCount,
    per: given.per,
    moment: given.moment,
    from_month: given.fromMonth,
    to_month: given.toMonth,
  };
  const set = Object.fromEntries(Object.entries(all).filter(([, v]) => v !== undefined)) as sql.QuotaChange;
  const months = { ...before, ...set };
  if (months.to_month < months.from_month) fail('invalid', {}, { fields: { toMonth: 'fields.day-order' } });
  return await changed(tx, actor, before, set, quotaChanged);
}

export async function endQuota(tx: Tx, actor: Actor, given: InputOf<typeof c.endQuota>): Promise<Quota> {
  const before = await loadQuota(tx, actor, given, 'end');
  const last = [before.to_month, currentMonth(actor.now)].sort()[0]!;
  const set = { ended_at: actor.now, to_month: [before.from_month, last].sort()[1]! };
  return await changed(tx, actor, before, set, quotaEnded);
}

async function changed(
  tx: Tx,
  actor: Actor,
  before: sql.ShownQuotaRow,
  set: sql.QuotaChange,
  told: typeof quotaChanged,
): Promise<Quota> {
  await sql.updateQuota(tx, before.id, set);
  await refreshSoon(tx, before.id, actor.now);
  const after = (await sql.readQuota(tx, before.id)) ?? fail('not-found');
  await record(
    tx,
    actor,
    told({ subject: subjectOf(after), before: recordedQuota(before), after: recordedQuota(after) }),
  );
  return shownQuota(actor, after);
}
