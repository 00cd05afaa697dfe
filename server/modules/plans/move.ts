import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { record, recordInside } from '../audit/audit.ts';
import type { Plan } from './plans.contract.ts';
import * as sql from './plans.sql.ts';
import { recordedPlan, shownPlan, subjectOf } from './shown-plan.ts';
import { planReach } from './standing.ts';
import { planMoved } from './steps.contract.ts';
import { insertStep } from './steps.sql.ts';

type Moved = Parameters<typeof planMoved>[0];

export interface Step {
  step: string;
  event: Moved;
  set?: sql.PlanChange;
  note?: string | null;
  versionN?: number | null;
  fileId?: string | null;
}

/** What the levels above may read of a plan, they may read of its record. */
const open: ReadonlySet<Moved> = new Set(['issued', 'signed-file-attached', 'closed', 'amended', 'recalled']);

/** One stop on the way: the row changes, the step is written, and the record tells it. */
export async function move(tx: Tx, actor: Actor, before: sql.WholePlanRow, step: Step): Promise<Plan> {
  await sql.updatePlan(tx, before, step.set ?? {});
  await insertStep(tx, {
    id: newId(actor.now.getTime()),
    plan_id: before.id,
    step: step.step,
    version_n: step.versionN ?? null,
    person_id: actor.person.id,
    note: step.note || null,
    at: actor.now.toISOString(),
    file_id: step.fileId ?? null,
  });
  const after = (await sql.findPlan(tx, planReach(actor), before.id)) ?? fail('not-found');
  const moved = planMoved(step.event)({
    subject: subjectOf(before),
    before: recordedPlan(before),
    after: recordedPlan(after),
    ...(step.note ? { reason: step.note } : {}),
  });
  await (open.has(step.event) ? record : recordInside)(tx, actor, moved);
  return shownPlan(actor, after);
}
