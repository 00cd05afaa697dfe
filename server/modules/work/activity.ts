import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { isoOf } from '#lib/instants.ts';
import type { DetailOf } from '#lib/plan-parts.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/tx.ts';
import * as sql from './activity.sql.ts';
import type { EvidenceKind, EvidenceRow } from './evidence.contract.ts';
import * as evidenceSql from './evidence.sql.ts';
import * as lineSql from './load-line.sql.ts';
import { targetCounts } from './recount.sql.ts';
import { seriesOfLine } from './series.ts';
import { shownActivity, shownTarget } from './shown-activity.ts';
import { handsAt, shownEvidence } from './shown-evidence.ts';
import type { ActivityPage, WorkTarget } from './work.contract.ts';
import { activityActs } from './work.policy.ts';
import * as workSql from './work.sql.ts';

/** One activity with everything that a person wants to see of it. */
export async function getActivity(db: Db, actor: Actor, { lineId }: { lineId: string }): Promise<ActivityPage> {
  const reach = actor.reach('plans.read');
  const row = (await workSql.findActivity(db, reach, lineId)) ?? fail('not-found');
  const line = (await lineSql.findLineAtWork(db, reach, lineId)) ?? fail('not-found');
  const today = dayOf(actor.now);
  const targets = await targetCounts(db, [lineId]);
  const counts = targets.length > 0 ? targets.map((t) => t.counts) : ['other'];
  const [rules, evidence, series, below, more] = await Promise.all([
    evidenceSql.rulesOn(db, counts, today),
    evidenceSql.evidenceOfLine(db, lineId),
    seriesOfLine(db, actor, line.planId, lineId),
    lineSql.plansBelow(db, reach, lineId, line.unitId),
    sql.moreOfLine(db, lineId),
  ]);
  const detail = line.detail as Partial<DetailOf<'activity'>>;
  const accepts = (of: string): WorkTarget['accepts'] =>
    rules
      .filter((r) => r.counts === of)
      .map((r) => ({ kind: r.kind as EvidenceKind, confirmedBy: r.confirmed_by as EvidenceRow['confirmedBy'] }));
  return {
    activity: shownActivity(row, targets, today),
    detail: shownDetail(detail),
    plan: {
      id: line.planId,
      title: line.planTitle,
      state: line.planState,
      number: more?.number ?? null,
      symbol: more?.symbol ?? '',
    },
    targets: targets.map((t) => shownTarget(t, detail.deadline ?? null, today, accepts(t.counts))),
    accepts: targets.length > 0 ? [] : accepts('other'),
    said: saidOf(more),
    evidence: await shownEvidence(db, actor, evidence),
    series,
    origin: originOf(actor, more),
    below,
    can: activityActs(line.planState, row.total > 0, handsAt(actor, row.path).records),
  };
}

const shownDetail = (detail: Partial<DetailOf<'activity'>>): ActivityPage['detail'] => ({
  leadUnits: (detail.leadUnits ?? []).map((u) => u.name),
  coordinatingUnits: (detail.coordinatingUnits ?? []).map((u) => u.name),
  channels: detail.channels ?? [],
  audience: detail.audience ?? null,
  timeText: detail.timeText ?? null,
  deadline: detail.deadline ?? null,
  budgetVnd: detail.budgetVnd ?? null,
});

type More = Awaited<ReturnType<typeof sql.moreOfLine>>;

const saidOf = (more: More): ActivityPage['said'] =>
  more?.saidDone && more.saidAt ? { note: more.saidNote, byName: more.saidByName, at: isoOf(more.saidAt) } : null;

/** The incoming document or the plan from above that the line was taken from, for those who may read it. */
function originOf(actor: Actor, more: More): ActivityPage['origin'] {
  const text = (more?.trace as { text?: string } | null)?.text ?? '';
  if (more?.askedPlanId && more.askedTitle && more.askedText !== null)
    return { kind: 'plan', id: more.askedPlanId, title: more.askedTitle, text: more.askedText };
  if (more?.documentId && more.documentTitle && actor.can('documents.read', more.documentPath ?? ''))
    return { kind: 'document', id: more.documentId, title: more.documentTitle, text };
  return null;
}
