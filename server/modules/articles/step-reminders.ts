import { dayOf, shortDay } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { addDays, addWorkingDays, type DayOff, isWorkingDay } from '#lib/working-days.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import { notify } from '../notices/notices.ts';
import { holidaysBetween } from '../org/calendar.ts';
import type { RunStep } from './articles.policy.ts';
import { approversOf, type Holder, holdersOfStep } from './step-holders.ts';
import * as sql from './step-reminders.sql.ts';
import { articleMoved } from './steps.contract.ts';
import { namesOf } from './steps.sql.ts';

/** So many runs in one transaction; the rest follows in the next one. */
const AT_ONCE = 200;
/** A server that was away for a weekend catches up; what is older is no longer worth a word. */
const CATCH_UP = 3;
const AROUND = 40;

type Rule = Awaited<ReturnType<typeof sql.listRules>>[number];
type DueRun = Awaited<ReturnType<typeof sql.takeDue>>[number];

/** Due days for which a rule falls on today, or fell on one of the days before that may have been missed. */
export function duesOf(today: string, stepDays: number, days: readonly DayOff[]): string[] {
  return Array.from({ length: 2 * AROUND + 1 }, (_, i) => addDays(today, i - AROUND)).filter((due) => {
    const on = addWorkingDays(due, stepDays, days);
    // On the due day itself it is no longer said that the day is near.
    const still = stepDays > 0 || (stepDays < 0 ? due > today : due >= today);
    return still && on <= today && on > addDays(today, -CATCH_UP);
  });
}

/** Reminds by the rules that hold; nobody is told of one step and rule twice. Returns how many texts it was about. */
export async function remindOfSteps(tx: Tx, now: Date): Promise<number> {
  const today = dayOf(now);
  const days = await holidaysBetween(tx, addDays(today, -2 * AROUND), addDays(today, 2 * AROUND));
  if (!isWorkingDay(today, days)) return 0;
  const rules = (await sql.listRules(tx, today)).map((rule) => ({
    rule,
    dues: new Set(duesOf(today, rule.stepDays, days)),
  }));
  const dues = [...new Set(rules.flatMap((one) => [...one.dues]))];
  const runs = await sql.takeDue(tx, dues, today, AT_ONCE);
  for (const run of runs)
    for (const { rule, dues: on } of rules) if (on.has(run.due_on)) await remind(tx, now, run, rule);
  if (runs.length === AT_ONCE) await enqueue(tx, 'articles.remind-of-steps', {});
  return runs.length;
}

async function remind(tx: Tx, now: Date, run: DueRun, rule: Rule): Promise<void> {
  const step = (run.steps as unknown as RunStep[])[run.step];
  if (!step) return;
  const holders = await atWork(tx, run, step, now);
  const heads = await approversOf(tx, run.path, now);
  const told = rule.told === 'head' ? heads.filter((one) => !holders.some((h) => h.id === one.id)) : holders;
  if (told.length === 0) return;
  const kind = kindOf(rule);
  const params = {
    title: run.title,
    unit: run.unit_name,
    step: step.name,
    due: shortDay(run.due_on),
    who: holders.map((one) => one.name).join(', ') || '–',
  };
  const dedupeKey = `${kind}:${run.id}:${run.step}:${run.due_on}:${rule.stepDays}`;
  const notice = { personIds: told.map((one) => one.id), kind, params, link: `/app/bai-viet/${run.article_id}` };
  await notify(tx, { ...notice, dedupeKey }, now);
  const subject = { id: run.article_id, unitId: run.unit_id, path: run.path };
  const author = { requestId: newId(now.getTime()), now, system: 'articles.remind-of-steps' };
  const after = { title: run.title, step: run.step, due_on: run.due_on, told: rule.told };
  await recordInside(tx, author, articleMoved('reminded')({ subject, before: null, after }));
}

/** Whoever has the step in hand: who claimed it, to whom it was passed on, else all whose it is; the head where nobody is. */
async function atWork(tx: Tx, run: DueRun, step: RunStep, now: Date): Promise<Holder[]> {
  const one = run.claimed_by ?? run.delegated_to;
  if (one !== null) return await namesOf(tx, [one]);
  const holders = await holdersOfStep(tx, run, step, now);
  return holders.length > 0 ? holders : await approversOf(tx, run.path, now);
}

function kindOf({ told, stepDays }: Rule): string {
  if (told === 'head') return 'article.late-below';
  if (stepDays < 0) return 'article.due-soon';
  return stepDays === 0 ? 'article.due-today' : 'article.late';
}
