import { fail } from '#lib/errors.ts';
import { shortDay } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import type { PlanAct } from './plans.contract.ts';
import { planActs } from './plans.policy.ts';
import * as sql from './plans.sql.ts';
import { shownPlan } from './shown-plan.ts';
import { actsOn, planReach, standingOf } from './standing.ts';

/** Finds, scopes, locks and checks: 404 unseen, 403 not yours to do, 409 wrong state or version (with the plan as it is now). */
export async function loadPlan(
  tx: Tx,
  actor: Actor,
  planId: string,
  act: PlanAct,
  version?: number,
): Promise<sql.WholePlanRow> {
  await sql.lockPlan(tx, planId);
  const row = (await sql.findPlan(tx, planReach(actor), planId)) ?? fail('not-found');
  if (version !== undefined && row.version !== version) fail('plans.conflict', {}, { current: shownPlan(actor, row) });
  return actsOn(actor, row).includes(act) ? row : refuse(actor, row, act);
}

/** Why an act is not at hand: the right is missing, the unit has ended, or the plan is not there yet or any more. */
function refuse(actor: Actor, row: sql.WholePlanRow, act: PlanAct): never {
  const standing = standingOf(actor, row);
  const open = { ...standing, closedUnit: false };
  const inState = planActs(() => true, open).includes(act);
  if (inState && !planActs((right) => actor.can(right, row.path), open).includes(act)) fail('forbidden');
  if (inState) fail('org.unit-closed', { date: shortDay(row.unit_closed_on ?? '') });
  const missing =
    act === 'sign' && row.state === 'submitted'
      ? standing.steps.find((s) => !s.done && s.step !== 'consultation')
      : undefined;
  if (missing) fail('plans.step-missing', { step: `@plans.step.${missing.step}` });
  if (act === 'edit') fail('plans.frozen');
  if (act === 'issue' && row.state === 'submitted') fail('plans.not-signed');
  return fail('plans.wrong-state', { state: `@plans.state.${row.state}` });
}
