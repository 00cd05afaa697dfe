import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { getUnitRow } from '../org/org.ts';
import type { RunStep } from './articles.policy.ts';
import { readContent } from './articles.sql.ts';
import { findingsOf } from './checks.ts';
import { type Frozen, freezeVersion } from './freeze.ts';
import { findArticle, type LoadedArticle, loadArticle, openRun, writerOf } from './load-article.ts';
import { lostMoment, reachedMoment } from './moments.ts';
import { atStep, decided, loadInside, moved, stepFrom, tellWaiting } from './runs.ts';
import { shownSteps, stepsNow } from './shown-steps.ts';
import { setStage } from './stage.ts';
import { approversOf, holdersOfStep } from './step-holders.ts';
import type * as c from './steps.contract.ts';
import type { ArticleSteps } from './steps.contract.ts';
import * as sql from './steps.sql.ts';
import { tellPeople } from './told.ts';
import { type WorkflowNow, workflowOf } from './workflows.ts';

export const getSteps = async (db: Db, actor: Actor, { articleId }: { articleId: string }): Promise<ArticleSteps> =>
  await shownSteps(db, actor, await findArticle(db, actor, articleId));

/** Handed in: checked, kept as a version, on its way by the steps that hold now. */
export async function submitArticle(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.submitArticle>,
): Promise<ArticleSteps> {
  const found = await loadInside(tx, actor, given.articleId);
  if (await isHandedIn(found, actor)) return await shownSteps(tx, actor, found);
  const article = await loadArticle(tx, actor, given.articleId, { act: 'submit' });
  await mustBeSeen(tx, actor, article, given.contentHash);
  const warnings = await mustBeClean(tx, actor, article);
  const frozen = await freezeVersion(tx, actor, article, 'submitted');
  await openNewRun(tx, actor, article, frozen, given.note);
  await setStage(tx, actor, article, 'in-review');
  await reachedMoment(tx, actor, article.id, 'sent', { day: dayOf(actor.now) });
  const after = { stage: 'in-review', version_n: frozen.n, content_hash: frozen.contentHash, warnings };
  await moved(tx, actor, article, 'submitted', after, given.note);
  return await stepsNow(tx, actor, article.id);
}

/** Handed in by this person already, and nobody has decided since: a second press of the button. */
async function isHandedIn(article: LoadedArticle, actor: Actor): Promise<boolean> {
  const run = openRun(article);
  if (run === null) return false;
  return run.submittedBy === actor.person.id && run.step === run.firstStep ? true : fail('articles.in-review');
}

/** The text is the one the person saw: 409 with what it is now. */
export async function mustBeSeen(db: Db, actor: Actor, article: LoadedArticle, contentHash: string): Promise<void> {
  if (article.content_hash !== contentHash)
    fail('articles.text-moved', {}, { current: await shownSteps(db, actor, article) });
}

/** Nothing stands in the way (422 with the findings); what is only doubtful goes along, by its codes. */
export async function mustBeClean(db: Db | Tx, actor: Actor, article: LoadedArticle): Promise<string[]> {
  const { findings } = await findingsOf(db, actor, article, await readContent(db, article.id));
  const stops = findings.filter((one) => one.severity === 'stop');
  if (stops.length > 0) fail('articles.checks-stop', { n: stops.length }, { current: { findings: stops } });
  return findings.map((one) => one.code);
}

async function openNewRun(tx: Tx, actor: Actor, article: LoadedArticle, frozen: Frozen, note: string): Promise<void> {
  const { kind, path } = await getUnitRow(tx, article.unit_id);
  const workflow = await workflowOf(tx, { kind, path }, dayOf(actor.now));
  const steps = await settled(tx, actor, article, workflow.steps);
  const begin = startOf(workflow, steps, (await sql.listRuns(tx, article.id, 1))[0]);
  const { step, skipped, holders } = await stepFrom(tx, article, steps, begin.step, actor.now);
  const id = newId(actor.now.getTime());
  const at = await atStep(tx, article, steps, step, actor.now);
  const opened = await sql.insertRun(tx, {
    id,
    article_id: article.id,
    unit_id: article.unit_id,
    path: article.path,
    steps,
    ...at,
    first_step: step,
    state: 'open',
    submitted_by: actor.person.id,
    submitted_at: actor.now,
  });
  if (!opened) fail('articles.in-review');
  const before = steps.slice(0, begin.step).map((_, i) => ({ step: i, reason: begin.why }));
  await decided(tx, actor, { id, articleId: article.id, steps }, [
    { act: 'submitted', step, reason: note, on: frozen },
    ...[...before, ...skipped].map((one) => ({ act: 'skipped' as const, byNobody: true as const, ...one })),
  ]);
  await tellWaiting(tx, actor, article, { id, step, name: steps[step]!.name, dueOn: at.due_on }, holders);
}

/**
 * The steps as this run takes them along. Whether the writer may approve too is settled now, where the unit's setting is
 * silent: yes if nobody else of the unit approves. A school has one principal, and what the principal writes could
 * otherwise never appear; where there is a second one, that one approves.
 */
async function settled(
  db: Db,
  actor: Actor,
  article: LoadedArticle,
  steps: readonly RunStep[],
): Promise<readonly RunStep[]> {
  const last = steps.at(-1)!;
  if (last.ownToo !== undefined) return steps;
  const able = last.by === 'head' ? await approversOf(db, article.path, actor.now) : [];
  const alone = last.by === 'person' ? false : able.every((one) => one.id === writerOf(article)) && able.length > 0;
  return [...steps.slice(0, -1), { ...last, ownToo: alone }];
}

/** Where it begins: at the step that returned it, at the last one after an edit of an approved text, or at the first. */
function startOf(
  { resume, lastOnly }: WorkflowNow,
  steps: readonly RunStep[],
  before: sql.RunRow | undefined,
): { step: number; why: string } {
  if (before?.state === 'approved' && lastOnly) return { step: steps.length - 1, why: 'last-only' };
  if (before?.state !== 'returned' || resume === 'start') return { step: 0, why: '' };
  const key = (before.steps as unknown as RunStep[])[before.step]?.key;
  return {
    step: Math.max(
      0,
      steps.findIndex((one) => one.key === key),
    ),
    why: 'done-before',
  };
}

/** Taken back by the author before anybody decided. */
export async function withdrawArticle(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.withdrawArticle>,
): Promise<ArticleSteps> {
  const article = await loadInside(tx, actor, given.articleId);
  const run = openRun(article);
  const mine = article.author_id === actor.person.id || run?.submittedBy === actor.person.id;
  if (run === null || run.id !== given.runId)
    return fail('articles.not-in-review', {}, { current: await shownSteps(tx, actor, article) });
  if (!mine) fail('forbidden');
  if (run.step !== run.firstStep)
    fail('articles.decided-already', {}, { current: await shownSteps(tx, actor, article) });
  await sql.updateRun(tx, run.id, { state: 'withdrawn', ended_at: actor.now });
  await decided(tx, actor, { ...run, articleId: article.id }, [{ act: 'withdrawn', step: run.step }]);
  await setStage(tx, actor, article, 'writing');
  // A text that was handed in before and looked at stays sent.
  if (!(await sql.wasHandedIn(tx, article.id))) await lostMoment(tx, actor, article.id, 'sent');
  await moved(tx, actor, article, 'withdrawn', { stage: 'writing' });
  const holders = await holdersOfStep(tx, article, run.steps[run.step]!, actor.now);
  const told = [run.claimedBy, run.delegatedTo, ...holders.map((one) => one.id)];
  await tellPeople(tx, actor, article, told, { kind: 'article.withdrawn', turn: run.id });
  return await stepsNow(tx, actor, article.id);
}
