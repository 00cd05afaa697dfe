import { createHash } from 'node:crypto';
import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { type ContentLine, diffPlans, type PlanContent } from '#lib/plan-diff.ts';
import { partNames } from '#lib/plan-parts.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { canonical } from './line-shape.ts';
import type { PlanLine, PlanWhole } from './plans.contract.ts';
import { findPlan } from './plans.sql.ts';
import { getPlan } from './plans.ts';
import { isInside, planReach } from './standing.ts';
import type * as v from './versions.contract.ts';
import * as sql from './versions.sql.ts';

/** The content a signature is bound to: what is printed and what is counted, without who may do what now. */
export function contentOf({ plan, lines }: PlanWhole): PlanContent {
  const { title, upperBody, issuingBody, symbol, place, opening, closing, budgetSource, budgetAmountVnd, period } =
    plan;
  return {
    header: {
      title,
      upperBody,
      issuingBody,
      symbol,
      place,
      opening,
      closing,
      budgetSource,
      budgetAmountVnd,
      period: `${period.from}-${period.to}`,
    },
    lines: inPaperOrder(lines).map(contentLine),
  };
}

const contentLine = ({ id, part, parentId, text, detail, targets }: PlanLine): ContentLine => ({
  id,
  part,
  parentId,
  text,
  detail,
  targets: targets.map(({ product, counts, moment, months }) => ({
    product,
    counts,
    // What every target began with is not said: hashes of before stay what they were.
    ...(moment !== 'published' && { moment }),
    months,
  })),
});

/** Parts in the order of the paper, children behind their parent. */
export function inPaperOrder(lines: readonly PlanLine[]): PlanLine[] {
  const roots = lines.filter((l) => l.parentId === null);
  const children = Map.groupBy(
    lines.filter((l) => l.parentId !== null),
    (l) => l.parentId!,
  );
  return partNames.flatMap((part) =>
    roots.filter((l) => l.part === part).flatMap((l) => [l, ...(children.get(l.id) ?? [])]),
  );
}

export const hashOf = (content: PlanContent): string => createHash('sha256').update(canonical(content)).digest('hex');

/** Freezes the plan as it is now; returns the version's number and what it is bound to. */
export async function freeze(
  tx: Tx,
  actor: Actor,
  planId: string,
  label: string,
): Promise<{ n: number; hash: string }> {
  const content = contentOf(await getPlan(tx, actor, { planId }));
  const hash = hashOf(content);
  const n = await sql.insertVersion(tx, {
    plan_id: planId,
    label,
    person_id: actor.person.id,
    content: JSON.stringify(content),
    content_hash: hash,
  });
  return { n, hash };
}

export async function listVersions(
  db: Db,
  actor: Actor,
  { planId }: InputOf<typeof v.listVersions>,
): Promise<OutputOf<typeof v.listVersions>> {
  const rows = await sql.listVersions(db, planId, await firstOpen(db, actor, planId));
  return { items: rows.map((v) => ({ ...v, at: new Date(v.at).toISOString() })) };
}

/** Colleagues compare all versions; others see what was last submitted and what came of it, never the drafts before. */
async function firstOpen(db: Db, actor: Actor, planId: string): Promise<number> {
  const row = (await findPlan(db, planReach(actor), planId)) ?? fail('not-found');
  return isInside(actor, row) ? 1 : await sql.lastSubmission(db, planId);
}

export async function diffVersions(
  db: Db,
  actor: Actor,
  { planId, from, to }: InputOf<typeof v.diffVersions>,
): Promise<OutputOf<typeof v.diffVersions>> {
  const first = await firstOpen(db, actor, planId);
  const frozen = async (n: number) =>
    (n >= first ? await sql.readVersion(db, planId, n) : undefined) ?? fail('not-found');
  const before = await frozen(from);
  const after = to === 0 ? contentOf(await getPlan(db, actor, { planId })) : await frozen(to);
  return { changes: diffPlans(before, after) };
}
