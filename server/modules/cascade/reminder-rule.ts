import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { addDays, addWorkingDays, type DayOff, isWorkingDay } from '#lib/working-days.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { holidaysBetween } from '../org/calendar.ts';
import { answeringRoles } from './choosing.ts';
import { ruleMessage } from './reminder-words.ts';
import { unitsReminded } from './reminders.contract.ts';
import * as sql from './reminders.sql.ts';

/** The longest stretch without a working day that a step may be moved over: Tết with the weekends around it, and more. */
const LONGEST_REST = 20;
/** A server that was away for a weekend catches up; what is older than that is no longer worth a letter. */
const CATCH_UP = 3;

/** The day on which a step falls: before the due day never later than counted, after it never earlier. */
export function stepDay(due: string, stepDays: number, days: readonly DayOff[]): string {
  const day = addDays(due, stepDays);
  return isWorkingDay(day, days) ? day : addWorkingDays(day, stepDays < 0 ? -1 : 1, days);
}

/** Due days whose step falls on today, or on one of the days before that may have been missed. */
export function duesOf(today: string, stepDays: number, days: readonly DayOff[]): { due: string; on: string }[] {
  const middle = addDays(today, -stepDays);
  return Array.from({ length: 2 * LONGEST_REST + 1 }, (_, i) => addDays(middle, i - LONGEST_REST))
    .map((due) => ({ due, on: stepDay(due, stepDays, days) }))
    .filter(({ on }) => on <= today && on > addDays(today, -CATCH_UP))
    .filter(({ due }) => stepDays > 0 || due >= today);
}

/** Reminds by the rule what falls on today: each unit once for each step. Returns how many units. */
export async function remindByRule(tx: Tx, now: Date): Promise<number> {
  const today = dayOf(now);
  const days = await holidaysBetween(tx, addDays(today, -60), addDays(today, 60));
  if (!isWorkingDay(today, days)) return 0;
  let units = 0;
  for (const step of await sql.listSteps(tx, today)) {
    const dues = duesOf(today, step.stepDays, days);
    for (const plan of await sql.plansDue(
      tx,
      dues.map((d) => d.due),
    ))
      units += await remindStep(tx, now, plan, { ...step, dues });
  }
  return units;
}

async function remindStep(
  tx: Tx,
  now: Date,
  plan: sql.DuePlan,
  step: sql.StepRow & Pick<sql.StepSet, 'dues'>,
): Promise<number> {
  const set = { ...step, plan, today: dayOf(now), roles: answeringRoles };
  const row = {
    id: newId(now.getTime()),
    plan_id: plan.id,
    unit_id: plan.unitId,
    path: plan.path,
    filter: null,
    message: ruleMessage('vi', step.stepDays, step.told),
    sent_by: null,
    sent_at: now,
  };
  const sent = await sql.insertStep(tx, set, row);
  if (!sent) return 0;
  const { stepDays, told } = step;
  const author = { requestId: row.id, now, system: 'cascade.remind-by-rule' };
  const subject = { id: row.id, unitId: plan.unitId, path: plan.path };
  const after = { planId: plan.id, stepDays, told, ...sent };
  await record(tx, author, unitsReminded({ subject, before: null, after }));
  await enqueue(tx, 'cascade.deliver-reminder', { reminderId: row.id });
  return sent.units;
}
