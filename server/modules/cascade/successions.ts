import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Tx } from '#platform/tx.ts';
import { holdersAt } from '../access/access.ts';
import { notify } from '../notices/notices.ts';
import { lockAddressees, settle } from './addressees.sql.ts';
import { holdCounts, recount } from './counters.sql.ts';
import { planFacts } from './plan-facts.sql.ts';
import { answerPath } from './reminder-words.ts';
import * as sql from './successions.sql.ts';

export interface ChangedPlan {
  changeId: string;
  planId: string;
  undone: boolean;
}

/** Each plan that a reorganisation touches follows by a job of its own. */
export async function followChange(tx: Tx, changeId: string, undone: boolean): Promise<ChangedPlan[]> {
  const plans = (await sql.plansTouchedBy(tx, changeId)).map((planId) => ({ changeId, planId, undone }));
  for (const plan of plans) await enqueue(tx, 'cascade.follow-change', plan);
  return plans;
}

/** Open work of units that ended goes to their successors, and the plan is counted along the tree as it stands now. */
export async function followInPlan(tx: Tx, { changeId, planId, undone }: ChangedPlan, now: Date): Promise<void> {
  await holdCounts(tx, [planId]);
  if (undone) await sql.takeBack(tx, changeId, planId);
  else
    for (const passing of Map.groupBy(await sql.passings(tx, changeId, planId), (p) => p.toId).values())
      await passOn(tx, planId, passing, now);
  await recount(tx, [planId]);
}

async function passOn(tx: Tx, planId: string, passing: readonly sql.Passing[], now: Date): Promise<void> {
  const [first] = passing;
  if (!first) return;
  const oldIds = passing.map((p) => p.oldId);
  await lockAddressees(tx, [...oldIds, ...(first.newId ? [first.newId] : [])]);
  const toId = first.newId ?? newId(now.getTime());
  if (first.newId === null) await sql.standIn(tx, first.oldId, { id: toId, unitId: first.toId, path: first.toPath });
  await sql.passAsks(tx, toId, oldIds);
  await sql.markPassed(tx, oldIds, toId);
  await settle(tx, planId, [toId]);
  await tellSuccessor(tx, planId, passing, now);
}

async function tellSuccessor(tx: Tx, planId: string, passing: readonly sql.Passing[], now: Date): Promise<void> {
  const plan = await planFacts(tx, planId);
  const [first] = passing;
  if (!plan || !first) return;
  await notify(
    tx,
    {
      personIds: await holdersAt(tx, 'asks.answer', first.toPath, dayOf(now)),
      kind: 'plan.passed-on',
      params: {
        from: plan.fromUnit,
        title: plan.title,
        old: passing.map((p) => p.fromName).join(', '),
        unit: first.toName,
      },
      link: answerPath(planId),
      dedupeKey: `plan.passed-on:${planId}:${first.oldId}`,
    },
    now,
  );
}
