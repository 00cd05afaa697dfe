import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail, Problem } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { pathsAbove } from '#lib/reach.ts';
import type { Actor } from '#platform/actor.ts';
import type { EventNote } from '#platform/jobs.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { actorFor } from '../access/access.ts';
import { record } from '../audit/audit.ts';
import { lockedUnitFor, unitFor } from '../org/org.ts';
import { listKinds, readArticle } from './articles.sql.ts';
import type * as c from './offer-rules.contract.ts';
import { offerRuleEnded, offerRuleSet } from './offer-rules.contract.ts';
import * as sql from './offer-rules.sql.ts';
import { offerArticle } from './offering.ts';
import { unitsAbove } from './offers.sql.ts';

type Rules = OutputOf<typeof c.listOfferRules>;

export async function listOfferRules(db: Db, actor: Actor, given: { unitId: string }): Promise<Rules> {
  const unit = await unitFor(db, actor, given.unitId, 'articles.select');
  return await rulesOf(db, unit);
}

async function rulesOf(db: Db, unit: { id: string; path: string }): Promise<Rules> {
  const rows = await sql.listRules(db, unit.id);
  return {
    items: rows.map((row) => ({
      id: row.id,
      unitId: row.unit_id,
      toUnitId: row.to_unit_id,
      toUnitName: row.to_unit_name,
      kinds: row.kinds,
      seriesId: row.series_id,
      note: row.note,
      setByName: row.set_by_name,
      version: row.version,
    })),
    receivers: (await receivers(db, unit.path)).map(({ id, name }) => ({ id, name })),
  };
}

const receivers = async (db: Db, path: string) => {
  const above = pathsAbove(path);
  return (await unitsAbove(db, path)).filter((unit) => above.includes(unit.path));
};

export async function addOfferRule(tx: Tx, actor: Actor, given: InputOf<typeof c.addOfferRule>): Promise<Rules> {
  const unit = await lockedUnitFor(tx, actor, given.unitId, 'articles.select');
  const above = await receivers(tx, unit.path);
  const to = (given.toUnitId ? above.find((one) => one.id === given.toUnitId) : above[0]) ?? fail('offers.not-above');
  const known = new Set((await listKinds(tx, dayOf(actor.now))).map((kind) => kind.code));
  if (given.kinds.some((kind) => !known.has(kind))) fail('invalid', {}, { fields: { kinds: 'fields.invalid' } });
  const id = given.id ?? newId(actor.now.getTime());
  const row = {
    id,
    unit_id: unit.id,
    path: unit.path,
    to_unit_id: to.id,
    kinds: given.kinds,
    series_id: given.seriesId,
  };
  const made = await sql.insertRule(tx, { ...row, note: given.note, set_by: actor.person.id, set_at: actor.now });
  const after = { toUnit: to.name, kinds: given.kinds, note: given.note };
  const subject = { id, unitId: unit.id, path: unit.path };
  if (made) await record(tx, actor, offerRuleSet({ subject, before: null, after }));
  return await rulesOf(tx, unit);
}

export async function endOfferRule(tx: Tx, actor: Actor, given: InputOf<typeof c.endOfferRule>): Promise<Rules> {
  const row = await sql.lockRule(tx, given.ruleId);
  if (!row || !actor.can('articles.select', row.path)) return fail('not-found');
  if (row.version !== given.version) fail('conflict');
  await sql.endRule(tx, row.id, actor.now);
  const before = { toUnit: row.to_unit_id, kinds: row.kinds, note: row.note };
  const subject = { id: row.id, unitId: row.unit_id, path: row.path };
  await record(tx, actor, offerRuleEnded({ subject, before, after: null }));
  return await rulesOf(tx, { id: row.unit_id, path: row.path });
}

/**
 * A text was approved: the unit's rules offer it in the name of whoever set them, with the rights they have today. What
 * cannot be offered any more by now (withdrawn approval, offered by hand already) is left.
 */
export async function offerByRules(tx: Tx, { subjectId }: EventNote, now = new Date()): Promise<void> {
  const article = await readArticle(tx, subjectId);
  if (!article || article.origin_id !== null || article.translation_of !== null || article.approved_hash === null)
    return;
  const text = { unitId: article.unit_id, kind: article.kind, seriesId: article.series_id };
  for (const rule of await sql.rulesFor(tx, text)) {
    const actor = rule.set_by === null ? null : await actorFor(tx, rule.set_by, now);
    if (!actor?.can('articles.select', article.path)) continue;
    const given = { articleId: article.id, toUnitId: rule.to_unit_id, note: rule.note, dueOn: null };
    await offerArticle(tx, actor, given).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error;
    });
  }
}
