import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { totalOf } from '#lib/plan-parts.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { loadPlan } from './load-plan.ts';
import { move } from './move.ts';
import type { Plan, PlanLine, PlanWhole } from './plans.contract.ts';
import { getPlan } from './plans.ts';
import * as sql from './results.sql.ts';
import type * as s from './steps.contract.ts';
import { tellPeople } from './told.ts';
import { inPaperOrder } from './versions.ts';

type Result = OutputOf<typeof s.planResults>['items'][number];

/** Lines of which something is counted or done: activities, and others that carry targets. */
const hasResult = (line: PlanLine): boolean => line.part === 'activity' || line.targets.length > 0;

/** What was planned and done of each line: counted now, or as it was kept when the plan was closed. */
export async function planResults(
  db: Db,
  actor: Actor,
  { planId }: InputOf<typeof s.planResults>,
): Promise<OutputOf<typeof s.planResults>> {
  return { items: await resultsOf(db, await getPlan(db, actor, { planId })) };
}

/** The same of a plan that was read already. */
export async function resultsOf(db: Db, { plan, lines }: PlanWhole): Promise<Result[]> {
  const kept = new Map(
    plan.state === 'closed' ? (await sql.listResults(db, plan.id)).map((r) => [r.lineId, r] as const) : [],
  );
  const done = kept.size > 0 ? new Map<string, number>() : await sql.doneByLine(db, plan.id);
  return inPaperOrder(lines)
    .filter((line) => hasResult(line) || kept.has(line.id))
    .map((line) => {
      const was = kept.get(line.id);
      return {
        lineId: line.id,
        text: line.text,
        planned: was ? was.planned : plannedOf(line),
        done: was ? (was.done ?? 0) : (done.get(line.id) ?? 0),
        note: was?.note ?? null,
      };
    });
}

const plannedOf = (line: PlanLine): number | null =>
  line.targets.length === 0 ? null : line.targets.reduce((sum, t) => sum + totalOf(t), 0);

/** Kết thúc: what was planned and done of each line is kept as it is on this day, with the words people give to it. */
export async function closePlan(tx: Tx, actor: Actor, given: InputOf<typeof s.closePlan>): Promise<Plan> {
  const before = await loadPlan(tx, actor, given.planId, 'close', given.version);
  const results = await resultsOf(tx, await getPlan(tx, actor, { planId: before.id }));
  const notes = new Map(given.results.map((r) => [r.lineId, r.note]));
  const strange = given.results.findIndex((r) => !results.some((known) => known.lineId === r.lineId));
  if (strange >= 0) fail('invalid', {}, { fields: { [`results.${strange}.lineId`]: 'fields.invalid' } });
  await sql.insertResults(
    tx,
    before.id,
    results.map(({ lineId, planned, done }) => ({ lineId, planned, done, note: notes.get(lineId) || null })),
  );
  return move(tx, actor, before, { step: 'closure', event: 'closed', set: { state: 'closed' }, note: given.note });
}

/** Thu hồi: the plan is no longer in force; what was answered and done stays, and the reason is said. */
export async function recallPlan(tx: Tx, actor: Actor, given: InputOf<typeof s.recallPlan>): Promise<Plan> {
  const before = await loadPlan(tx, actor, given.planId, 'recall', given.version);
  if (given.reason === '') fail('invalid', {}, { fields: { reason: 'fields.required' } });
  if (given.on && before.issued_on && given.on < before.issued_on)
    fail('invalid', {}, { fields: { on: 'fields.day-before-issue' } });
  const plan = await move(tx, actor, before, {
    step: 'recall',
    event: 'recalled',
    set: { state: 'recalled', recall_reason: given.reason, recall_ref: given.ref || null, recalled_on: given.on },
    note: given.reason,
  });
  await tellPeople(tx, actor, plan, [before.drafted_by, before.lead_person_id, before.signer_person_id], {
    kind: 'plan.recalled',
    turn: plan.version,
    params: { reason: given.reason },
  });
  return plan;
}
