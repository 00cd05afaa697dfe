import { newId } from '#lib/id.ts';
import { log } from '#platform/log.ts';
import type { Db } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { holdCounts, recount } from './counters.sql.ts';
import { figuresRepaired } from './coverage.contract.ts';
import * as sql from './coverage-check.sql.ts';
import { planFacts } from './plan-facts.sql.ts';

const DAY = 86_400_000;

/**
 * Compares the kept figures of plans that were touched in the last day with their rows. A difference is a fault of ours:
 * it is logged as one, counted anew and written down. Returns the plans that had one.
 */
export async function checkFigures(db: Db, now: Date): Promise<string[]> {
  const repaired: string[] = [];
  // An hour more than a day: two checks overlap, and nothing falls between them.
  for (const planId of await sql.plansTouched(db, new Date(now.getTime() - DAY - DAY / 24)))
    if (await checkPlan(db, planId, now)) repaired.push(planId);
  return repaired;
}

const checkPlan = (db: Db, planId: string, now: Date): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    await sql.takeTime(tx);
    await holdCounts(tx, [planId]);
    const differences = await sql.differencesOf(tx, planId);
    const plan = differences.length > 0 ? await planFacts(tx, planId) : undefined;
    if (!plan) return false;
    log.error({ planId, differences }, 'kept figures differ from their rows');
    await recount(tx, [planId]);
    const author = { requestId: newId(now.getTime()), now, system: 'cascade.check-figures' };
    const subject = { id: planId, unitId: plan.unitId, path: plan.path };
    await record(tx, author, figuresRepaired({ subject, before: { differences }, after: null }));
    return true;
  });
