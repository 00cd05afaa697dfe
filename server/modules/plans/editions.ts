import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { diffPlans, type PlanContent } from '#lib/plan-diff.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/tx.ts';
import { amendable, asOriginal, originalIds } from './amended-content.ts';
import type * as c from './editions.contract.ts';
import * as sql from './editions.sql.ts';
import type { PlanState, PlanWhole } from './plans.contract.ts';
import { findPlan } from './plans.sql.ts';
import { getPlan } from './plans.ts';
import { planReach } from './standing.ts';
import { readVersion } from './versions.sql.ts';
import { contentOf } from './versions.ts';

type Edition = OutputOf<typeof c.listEditions>['items'][number];

/** Editions of a plan; a plan that was never amended has the one it was issued with. */
export async function listEditions(
  db: Db,
  actor: Actor,
  { planId }: InputOf<typeof c.listEditions>,
): Promise<OutputOf<typeof c.listEditions>> {
  const whole = await getPlan(db, actor, { planId });
  const rows = await sql.listEditions(db, planId);
  const items = rows.map(
    (r): Edition => ({
      n: r.n,
      amendmentId: r.amendment_id,
      number: r.number,
      symbol: r.symbol,
      issuedOn: r.issued_on,
      reason: r.reason,
      personName: r.person_name,
      at: new Date(r.at).toISOString(),
      added: r.added,
      changed: r.changed,
      removed: r.removed,
    }),
  );
  return { items: items.length > 0 ? items : firstEdition(whole), open: await openOf(db, actor, planId) };
}

function firstEdition({ plan, history }: PlanWhole): Edition[] {
  const issue = history.findLast((s) => s.step === 'issue');
  if (!issue || plan.issuedOn === null) return [];
  const { number, symbol, issuedOn } = plan;
  const none = { amendmentId: null, reason: null, added: 0, changed: 0, removed: 0 };
  return [{ n: 1, number, symbol, issuedOn, personName: issue.personName, at: issue.at, ...none }];
}

async function openOf(db: Db, actor: Actor, planId: string): Promise<OutputOf<typeof c.listEditions>['open']> {
  const open = await sql.openAmendment(db, planId);
  const row = open && (await findPlan(db, planReach(actor), open.id));
  return row ? { planId: row.id, title: row.title, state: row.state as PlanState, reason: row.amend_reason } : null;
}

/** What changed between two editions; towards 0 what the amendment that is being drafted would change. */
export async function diffEditions(
  db: Db,
  actor: Actor,
  { planId, from, to }: InputOf<typeof c.diffEditions>,
): Promise<OutputOf<typeof c.diffEditions>> {
  await findOrFail(db, actor, planId);
  const before = await contentOfEdition(db, planId, from);
  if (to !== 0) return { changes: diffPlans(before, await contentOfEdition(db, planId, to)) };
  const open = (await sql.openAmendment(db, planId)) ?? fail('not-found');
  const { after } = await draftedChange(db, actor, await getPlan(db, actor, { planId: open.id }), before);
  return { changes: diffPlans(amendable(before), after) };
}

const findOrFail = async (db: Db, actor: Actor, planId: string) =>
  (await findPlan(db, planReach(actor), planId)) ?? fail('not-found');

async function contentOfEdition(db: Db, planId: string, n: number): Promise<PlanContent> {
  const version = (await sql.versionOfEdition(db, planId, n)) ?? fail('not-found');
  return (await readVersion(db, planId, version)) ?? fail('not-found');
}

async function draftedChange(
  db: Db,
  actor: Actor,
  amendment: PlanWhole,
  base: PlanContent,
): Promise<{ before: PlanContent; after: PlanContent }> {
  const planId = amendment.plan.amendsId ?? fail('not-found');
  await findOrFail(db, actor, planId);
  const ids = base.lines.map((l) => l.id);
  return {
    before: amendable(base),
    after: asOriginal(contentOf(amendment), originalIds(amendment.plan.id, planId, ids)),
  };
}

export interface Amended {
  /** The plan that is amended, as its header stands now. */
  plan: PlanWhole['plan'];
  before: PlanContent;
  after: PlanContent;
}

/** What an amendment changes: against the plan as it is now, and once it is in force against the edition before it. */
export async function amendedBy(db: Db, actor: Actor, amendment: PlanWhole): Promise<Amended> {
  const base = await getPlan(db, actor, { planId: amendment.plan.amendsId ?? fail('not-found') });
  const made = await sql.editionOf(db, amendment.plan.id);
  const content = made ? await contentOfEdition(db, made.plan_id, made.n - 1) : contentOf(base);
  return { plan: base.plan, ...(await draftedChange(db, actor, amendment, content)) };
}
