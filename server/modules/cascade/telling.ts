import { dayOf, shortDay } from '#lib/format.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Tx } from '#platform/tx.ts';
import { holdersAt } from '../access/access.ts';
import { notify } from '../notices/notices.ts';
import { findDispatch } from './dispatches.sql.ts';
import { planFacts } from './plan-facts.sql.ts';
import { answerPath, coveragePath } from './reminder-words.ts';
import * as sql from './told-units.sql.ts';

/** Units that are told in one job: a second of work, and little to repeat where it fails. */
const BATCH = 200;

/** What is told to units that a plan was sent to. */
export type News =
  | { news: 'sent'; dispatchId: string }
  | { news: 'changed'; planId: string; edition: number }
  | { news: 'recalled'; planId: string };

export type NewsBatch = News & { after: string | null };

/** Begins to tell: the rest follows in batches, each by a job of its own. */
export const tellUnits = (tx: Tx, news: News): Promise<void> =>
  enqueue(tx, 'cascade.tell-units', { ...news, after: null });

/** Tells a batch of units through the inboxes of those who answer there; the digest brings it by mail. */
export async function tellBatch(tx: Tx, batch: NewsBatch, now: Date): Promise<void> {
  const sent = batch.news === 'sent' ? await findDispatch(tx, batch.dispatchId) : { planId: batch.planId, dueOn: null };
  const plan = sent && (await planFacts(tx, sent.planId));
  // What was recalled before all had heard of it is told as recalled, by news of its own.
  if (!plan || (batch.news !== 'recalled' && plan.state === 'recalled')) return;
  const page = { after: batch.after, limit: BATCH, today: dayOf(now) };
  const units = await sql.nextUnits(tx, circleOf(batch), page);
  if (units.length === BATCH) await enqueue(tx, 'cascade.tell-units', { ...batch, after: units.at(-1)!.id });
  for (const [kind, group] of Map.groupBy(units, (unit) => kindOf(batch, sent.dueOn, unit)))
    await notify(
      tx,
      {
        personIds: group.flatMap((unit) => unit.people),
        kind,
        params: { from: plan.fromUnit, title: plan.title, due: sent.dueOn ? shortDay(sent.dueOn) : '' },
        link: answerPath(plan.id),
        dedupeKey: keyOf(batch),
      },
      now,
    );
}

function circleOf(batch: News): sql.Circle {
  if (batch.news === 'sent') return { dispatchId: batch.dispatchId };
  if (batch.news === 'changed') return { planId: batch.planId, edition: batch.edition };
  return { planId: batch.planId };
}

function kindOf(batch: News, dueOn: string | null, unit: sql.ToldUnit): string {
  if (batch.news === 'changed') return 'plan.lines-changed';
  if (batch.news === 'recalled') return 'plan.recalled-below';
  if (unit.mode === 'inform') return 'plan.sent-inform';
  return dueOn ? 'plan.sent-due' : 'plan.sent';
}

function keyOf(batch: News): string {
  if (batch.news === 'sent') return `plan.sent:${batch.dispatchId}`;
  if (batch.news === 'changed') return `plan.lines-changed:${batch.planId}:${batch.edition}`;
  return `plan.recalled-below:${batch.planId}`;
}

/** Those who sent the plan hear of a question. */
export async function tellQuestion(tx: Tx, questionId: string, now: Date): Promise<void> {
  const question = await sql.askedQuestion(tx, questionId);
  if (!question) return;
  await notify(
    tx,
    {
      personIds: await holdersAt(tx, 'plans.send', question.planPath, dayOf(now)),
      kind: 'plan.question-asked',
      params: { unit: question.unitName, title: question.title },
      link: `${coveragePath(question.planId)}?muc=hoi-dap`,
      dedupeKey: `plan.question-asked:${question.id}`,
    },
    now,
  );
}
