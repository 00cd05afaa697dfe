import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { holdersAt } from '../access/access.ts';
import { freezeVersion } from './freeze.ts';
import { reachedMoment } from './moments.ts';
import { atStep, decided, moved, onBehalf, runFor, stepFrom, tellWaiting } from './runs.ts';
import { stepsNow } from './shown-steps.ts';
import { setStage } from './stage.ts';
import type * as c from './steps.contract.ts';
import type { ArticleSteps } from './steps.contract.ts';
import * as sql from './steps.sql.ts';
import { mustBeClean, mustBeSeen } from './steps.ts';
import { tellPeople } from './told.ts';

/** The open step is done: the text waits at the next one. */
export async function passStep(tx: Tx, actor: Actor, given: InputOf<typeof c.passStep>): Promise<ArticleSteps> {
  const way = await runFor(tx, actor, given, 'passed');
  if (way === null) return await stepsNow(tx, actor, given.articleId);
  const { article, run } = way;
  await mustBeSeen(tx, actor, article, given.contentHash);
  const frozen = await freezeVersion(tx, actor, article, 'sitting');
  const { step, skipped, holders } = await stepFrom(tx, article, run.steps, run.step + 1, actor.now);
  const at = await atStep(tx, article, run.steps, step, actor.now);
  const onBehalfOf = await onBehalf(tx, actor, way);
  await sql.updateRun(tx, run.id, at);
  await decided(tx, actor, { ...run, articleId: article.id }, [
    { act: 'passed', step: run.step, reason: given.note, onBehalfOf, on: frozen },
    ...skipped.map((one) => ({ act: 'skipped' as const, byNobody: true as const, ...one })),
  ]);
  await moved(tx, actor, article, 'passed', { step, version_n: frozen.n, content_hash: frozen.contentHash });
  await tellWaiting(tx, actor, article, { id: run.id, step, name: run.steps[step]!.name, dueOn: at.due_on }, holders);
  return await stepsNow(tx, actor, article.id);
}

/** Approved: exactly the text that was seen. What is published later is this version and nothing else. */
export async function approveArticle(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.approveArticle>,
): Promise<ArticleSteps> {
  const way = await runFor(tx, actor, given, 'approved');
  if (way === null) return await stepsNow(tx, actor, given.articleId);
  const { article, run } = way;
  await mustBeSeen(tx, actor, article, given.contentHash);
  // What holds texts back may have been placed since it was handed in, and a consent withdrawn.
  const warnings = await mustBeClean(tx, actor, article);
  const frozen = await freezeVersion(tx, actor, article, 'approved');
  // The words themselves are hashed once more: the row that lists read can be wrong, the approval cannot.
  if (frozen.contentHash !== given.contentHash) fail('articles.text-moved');
  const onBehalfOf = await onBehalf(tx, actor, way);
  await sql.updateRun(tx, run.id, { state: 'approved', ended_at: actor.now });
  await decided(tx, actor, { ...run, articleId: article.id }, [
    { act: 'approved', step: run.step, reason: given.note, onBehalfOf, on: frozen },
  ]);
  const approved = { approved_n: frozen.n, approved_hash: frozen.contentHash };
  await setStage(tx, actor, article, 'approved', approved);
  await reachedMoment(tx, actor, article.id, 'approved', { day: dayOf(actor.now) });
  await moved(tx, actor, article, 'approved', { stage: 'approved', ...approved, warnings });
  const publishing = await holdersAt(tx, 'articles.publish', article.path, dayOf(actor.now));
  const deciders = await sql.decidersOf(tx, run.id);
  const told = [article.author_id, article.created_by, ...deciders, ...publishing];
  await tellPeople(tx, actor, article, told, { kind: 'article.approved', turn: run.id });
  return await stepsNow(tx, actor, article.id);
}

/** Returned to the author with the reason in words; everybody who had a part in it hears of it. */
export async function returnArticle(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.returnArticle>,
): Promise<ArticleSteps> {
  if (given.reason === '') fail('articles.no-reason');
  const way = await runFor(tx, actor, given, 'returned');
  if (way === null) return await stepsNow(tx, actor, given.articleId);
  const { article, run, step } = way;
  const frozen = await freezeVersion(tx, actor, article, 'returned');
  const onBehalfOf = await onBehalf(tx, actor, way);
  await sql.updateRun(tx, run.id, { state: 'returned', ended_at: actor.now });
  await decided(tx, actor, { ...run, articleId: article.id }, [
    { act: 'returned', step: run.step, reason: given.reason, onBehalfOf, on: frozen },
  ]);
  await setStage(tx, actor, article, 'returned');
  await moved(tx, actor, article, 'returned', { stage: 'returned', step: run.step }, given.reason);
  const told = [article.author_id, article.created_by, ...(await sql.decidersOf(tx, run.id))];
  const params = { step: step.name, reason: given.reason };
  await tellPeople(tx, actor, article, told, { kind: 'article.returned', turn: run.id, params });
  return await stepsNow(tx, actor, article.id);
}
