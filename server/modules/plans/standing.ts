import { dayOf } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import type { PlanAct, PlanState, SigningStep } from './plans.contract.ts';
import { type PlanStanding, planActs } from './plans.policy.ts';
import type { PlanReach } from './plans.sql.ts';

/** Where a plan stands on its way: what its row says of it. */
export interface StandingRow {
  path: string;
  state: string;
  taken: string[];
  wanted: string[];
  unit_closed_on: string | null;
  amends_id: string | null;
}

export const planReach = (actor: Actor): PlanReach => ({
  plans: actor.reach('plans.read'),
  drafts: actor.reach('plans.comment'),
});

/** True for colleagues of the plan's unit: drafts, opinions and reasons are among them; others read what was submitted. */
export const isInside = (actor: Actor, plan: { path: string }): boolean => actor.can('plans.comment', plan.path);

export const stepsOf = (row: Pick<StandingRow, 'taken' | 'wanted'>) =>
  (row.wanted as SigningStep[]).map((step) => ({ step, done: row.taken.includes(step) }));

export const standingOf = (actor: Actor, row: StandingRow): PlanStanding => ({
  state: row.state as PlanState,
  steps: stepsOf(row),
  amendment: row.amends_id !== null,
  closedUnit: row.unit_closed_on !== null && row.unit_closed_on <= dayOf(actor.now),
});

export const actsOn = (actor: Actor, row: StandingRow): PlanAct[] =>
  planActs((right) => actor.can(right, row.path), standingOf(actor, row));
