import type { Db } from '#platform/tx.ts';
import * as sql from './facts.sql.ts';

export interface PlanStanding {
  plan: sql.PlanFact;
  activities: sql.ActivityFact[];
}

export interface StandingFacts {
  plans: PlanStanding[];
  asked: sql.AskedFact[];
  sent: sql.SentFact[];
  kinds: sql.KindFact[];
}

/** Everything that the report on how the work stands is made of. */
export async function standingFacts(db: Db, span: sql.Span): Promise<StandingFacts> {
  const plans = await sql.listPlans(db, span);
  const [activities, asked, sent, kinds] = await Promise.all([
    sql.listActivities(
      db,
      plans.map((plan) => plan.id),
      span,
    ),
    sql.listAsked(db, span),
    sql.listSent(db, span),
    sql.countOutputs(db, span),
  ]);
  const byPlan = Map.groupBy(activities, (activity) => activity.plan_id);
  return { plans: plans.map((plan) => ({ plan, activities: byPlan.get(plan.id) ?? [] })), asked, sent, kinds };
}

/** What is still missing of what was due by the end of the time. */
export const missingOf = (activity: sql.ActivityFact): number =>
  Math.max(0, (activity.due_before ?? 0) - activity.done_before);

/** Worth a line in a report about this time: something was due or done in it, or is still missing. */
export const isTouched = (activity: sql.ActivityFact): boolean =>
  (activity.due ?? 0) > 0 || activity.done > 0 || missingOf(activity) > 0;
