import { fail } from '#lib/errors.ts';
import { covers } from '#lib/reach.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import * as sql from './coverage-plan.sql.ts';

export type { CoveredPlan, Node } from './coverage-plan.sql.ts';

/** The plan whose coverage is asked; 404 for whoever reaches neither the sender nor a receiver, 409 for an amendment. */
export async function coveredPlan(db: Db, actor: Actor, planId: string): Promise<sql.CoveredPlan> {
  const reach = actor.reach('plans.read');
  const plan = await sql.findCoveredPlan(db, reach, planId);
  if (plan) return plan;
  return fail((await sql.isAmendment(db, reach, planId)) ? 'cascade.amendment' : 'not-found');
}

/**
 * The unit below which is looked: for the sender its own unit unless another one is named, for a receiver a unit within
 * the receiver's reach, and its own unless another one is named. Neighbours are as if they were not there.
 */
export async function coveredNode(
  db: Db,
  actor: Actor,
  plan: sql.CoveredPlan,
  within: string | undefined,
): Promise<sql.Node> {
  const reach = actor.reach('plans.read');
  if (within === undefined && !plan.whole) return (await sql.ownNode(db, reach, plan.id)) ?? fail('not-found');
  const node = (await sql.findNode(db, within ?? plan.unit_id)) ?? fail('not-found');
  return plan.whole || covers(reach, node.path) ? node : fail('not-found');
}

/** The plan for an act of its sender: 404 unseen, 403 not theirs to send, 409 when it no longer runs. Held until the end. */
export async function sendersPlan(tx: Tx, actor: Actor, planId: string): Promise<sql.CoveredPlan> {
  await sql.holdPlan(tx, planId);
  const plan = await readAsSender(tx, actor, planId);
  if (plan.state !== 'issued') fail('plans.wrong-state', { state: `@plans.state.${plan.state}` });
  return plan;
}

/** The same for reading what only the sender sees. */
export async function readAsSender(db: Db, actor: Actor, planId: string): Promise<sql.CoveredPlan> {
  const plan = await coveredPlan(db, actor, planId);
  return actor.can('plans.send', plan.path) ? plan : fail('forbidden');
}
