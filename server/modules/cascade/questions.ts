import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { holdersAt } from '../access/access.ts';
import { record } from '../audit/audit.ts';
import { notify } from '../notices/notices.ts';
import { wordedLines } from './coverage-lines.ts';
import { readAsSender, sendersPlan } from './coverage-plan.ts';
import { planFacts } from './plan-facts.sql.ts';
import { isLineOf } from './plan-lines.sql.ts';
import type * as c from './questions.contract.ts';
import { answerCorrected, questionsAnswered } from './questions.contract.ts';
import * as sql from './questions.sql.ts';
import { answerPath } from './reminder-words.ts';

export async function listQuestions(
  db: Db,
  actor: Actor,
  { planId }: InputOf<typeof c.listQuestions>,
): Promise<OutputOf<typeof c.listQuestions>> {
  await readAsSender(db, actor, planId);
  const [questions, answers, lines] = await Promise.all([
    sql.listQuestions(db, planId),
    sql.listAnswers(db, planId),
    wordedLines(db, planId),
  ]);
  const text = new Map(lines.map((line) => [line.lineId, line.text]));
  return {
    items: questions.map((q) => ({ ...q, lineText: (q.lineId && text.get(q.lineId)) ?? null, at: q.at.toISOString() })),
    answers: answers.map((a) => ({ ...a, at: a.at.toISOString() })),
  };
}

/** One answer to one or many questions. Every unit that got the plan reads it; those that asked are told. */
export async function answerQuestions(
  tx: Tx,
  actor: Actor,
  { planId, id, lineId, question, answer, ...given }: InputOf<typeof c.answerQuestions>,
): Promise<OutputOf<typeof c.answerQuestions>> {
  const plan = await sendersPlan(tx, actor, planId);
  const before = await sql.findAnswer(tx, id);
  if (before && before.planId !== planId) fail('conflict');
  if (!before) {
    const questionIds = [...new Set(given.questionIds)];
    if (lineId !== null && !(await isLineOf(tx, planId, lineId))) fail('not-found');
    if ((await sql.countQuestions(tx, planId, questionIds)) !== questionIds.length) fail('not-found');
    const row = { plan_id: planId, line_id: lineId, question, answer, person_id: actor.person.id, at: actor.now };
    await sql.insertAnswer(tx, { id, ...row });
    await sql.joinQuestions(tx, id, questionIds);
    const subject = { id, unitId: plan.unit_id, path: plan.path };
    const after = { planId, lineId, question, answer, questionIds };
    await record(tx, actor, questionsAnswered({ subject, before: null, after }));
  }
  return { id, told: (await sql.listAskers(tx, id)).length };
}

export async function correctAnswer(
  tx: Tx,
  actor: Actor,
  { planId, answerId, version, answer }: InputOf<typeof c.correctAnswer>,
): Promise<OutputOf<typeof c.correctAnswer>> {
  const plan = await sendersPlan(tx, actor, planId);
  const before = await sql.findAnswer(tx, answerId);
  if (!before || before.planId !== planId) return fail('not-found');
  if (before.version !== version)
    fail('conflict', {}, { current: { id: answerId, answer: before.answer, version: before.version } });
  await sql.updateAnswer(tx, answerId, answer);
  const subject = { id: answerId, unitId: plan.unit_id, path: plan.path };
  await record(
    tx,
    actor,
    answerCorrected({ subject, before: { planId, answer: before.answer }, after: { planId, answer } }),
  );
  return { id: answerId, version: version + 1 };
}

/** Tells the units that asked; of one wording of the answer nobody is told twice. */
export async function tellAskers(tx: Tx, answerId: string, now: Date): Promise<void> {
  const answer = await sql.findAnswer(tx, answerId);
  const plan = answer && (await planFacts(tx, answer.planId));
  if (!plan) return;
  const kind = answer.version === 1 ? 'plan.question-answered' : 'plan.answer-corrected';
  for (const asker of await sql.listAskers(tx, answerId)) {
    const holders = await holdersAt(tx, 'asks.answer', asker.path, dayOf(now));
    const notice = {
      personIds: [...holders, ...asker.personIds],
      kind,
      params: { from: plan.fromUnit, unit: asker.unitName, title: plan.title },
      link: answerPath(plan.id),
      dedupeKey: `${kind}:${answerId}:${answer.version}`,
    };
    await notify(tx, notice, now);
  }
}
