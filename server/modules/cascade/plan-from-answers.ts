import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { unitFor } from '../org/org.ts';
import { createFromPlan } from '../plans/from-plan.ts';
import { setOwnPlan } from './addressees.sql.ts';
import { asksOf } from './asked.sql.ts';
import type * as c from './cascade.contract.ts';
import { adoptedOf, holdAsked, mustRun, seenAsked } from './load-asked.ts';

/** The unit's own plan out of what it took over; once there, it is the same one, also for somebody who pressed twice. */
export async function makePlanFromAnswers(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.makePlanFromAnswers>,
): Promise<OutputOf<typeof c.makePlanFromAnswers>> {
  await seenAsked(tx, actor, given.addresseeId);
  await holdAsked(tx, given.addresseeId);
  const row = await seenAsked(tx, actor, given.addresseeId);
  if (!actor.can('plans.draft', row.path)) fail('forbidden');
  if (row.ownPlanId) return { planId: row.ownPlanId };
  mustRun(row, actor.now);
  const unit = await unitFor(tx, actor, row.unitId, 'plans.draft');
  const adopted = adoptedOf(await asksOf(tx, row.id));
  if (adopted.length === 0) fail('cascade.nothing-adopted');
  const taken = adopted.map(({ id, teamId, teamName, byOn }) => ({
    lineId: id,
    team: teamId && teamName ? { id: teamId, name: teamName } : null,
    byOn,
  }));
  const planId = await createFromPlan(tx, actor, unit, { planId: row.planId, title: given.title, taken });
  await setOwnPlan(tx, row.id, planId);
  return { planId };
}
