import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { findArticle, mayOf, writerOf } from './load-article.ts';
import { decided, dueIn, moved, refuseClaimed, runFor } from './runs.ts';
import { stepsNow } from './shown-steps.ts';
import { colleagues } from './step-holders.ts';
import type * as c from './steps.contract.ts';
import type { ArticleSteps } from './steps.contract.ts';
import { approvesOwn, isLast, leads } from './steps.policy.ts';
import * as sql from './steps.sql.ts';
import { tellPeople } from './told.ts';

/** Nhận duyệt: from now on nobody else decides at this step; the head may take it over. */
export async function claimStep(tx: Tx, actor: Actor, given: InputOf<typeof c.claimStep>): Promise<ArticleSteps> {
  const way = await runFor(tx, actor, given, 'claimed');
  if (way === null || way.run.claimedBy === actor.person.id) return await stepsNow(tx, actor, given.articleId);
  const { article, run } = way;
  const former = run.claimedBy;
  if (former !== null && !(given.takeOver && leads(mayOf(actor, article))))
    return await refuseClaimed(tx, actor, article, run);
  await sql.updateRun(tx, run.id, { claimed_by: actor.person.id });
  await decided(tx, actor, { ...run, articleId: article.id }, [{ act: 'claimed', step: run.step }]);
  await moved(tx, actor, article, 'claimed', { step: run.step, taken_from: former });
  const turn = `${run.id}:${run.step}:${actor.person.id}`;
  await tellPeople(tx, actor, article, [former], { kind: 'article.taken-over', turn });
  return await stepsNow(tx, actor, article.id);
}

export async function releaseStep(tx: Tx, actor: Actor, given: InputOf<typeof c.releaseStep>): Promise<ArticleSteps> {
  const way = await runFor(tx, actor, given, 'released');
  if (way === null || way.run.claimedBy === null) return await stepsNow(tx, actor, given.articleId);
  const { article, run } = way;
  await sql.updateRun(tx, run.id, { claimed_by: null });
  await decided(tx, actor, { ...run, articleId: article.id }, [{ act: 'released', step: run.step }]);
  await moved(tx, actor, article, 'released', { step: run.step });
  return await stepsNow(tx, actor, article.id);
}

/** Passes the open step on to a colleague who can read the text, for some working days and for this step only. */
export async function delegateStep(tx: Tx, actor: Actor, given: InputOf<typeof c.delegateStep>): Promise<ArticleSteps> {
  const way = await runFor(tx, actor, given, 'delegated');
  if (way === null) return await stepsNow(tx, actor, given.articleId);
  const { article, run, step } = way;
  const to = (await colleagues(tx, article, actor.now)).find((one) => one.id === given.personId);
  if (!to || to.id === actor.person.id) return fail('invalid', {}, { fields: { personId: 'fields.cannot-read' } });
  if (isLast(run) && to.id === writerOf(article) && !approvesOwn(run)) fail('articles.own-text');
  const due_on = await dueIn(tx, article.path, dayOf(actor.now), given.days);
  await sql.updateRun(tx, run.id, {
    delegated_to: to.id,
    delegated_by: actor.person.id,
    delegated_as: given.as,
    claimed_by: null,
    reminded_on: null,
    due_on,
  });
  await decided(tx, actor, { ...run, articleId: article.id }, [{ act: 'delegated', step: run.step, reason: to.name }]);
  await moved(tx, actor, article, 'delegated', { step: run.step, delegated_to: to.id, delegated_as: given.as, due_on });
  const params = { step: step.name, due: shortDay(due_on) };
  const turn = `${run.id}:${run.step}:${to.id}`;
  await tellPeople(tx, actor, article, [to.id], { kind: 'article.delegated', turn, params });
  return await stepsNow(tx, actor, article.id);
}

/** To whom the open step may be passed on: everybody who reads the text, but the one who asks. */
export async function listColleagues(
  db: Db,
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<OutputOf<typeof c.listColleagues>> {
  const article = await findArticle(db, actor, articleId);
  if (!article.inside) fail('forbidden');
  return { items: (await colleagues(db, article, actor.now)).filter((one) => one.id !== actor.person.id) };
}
