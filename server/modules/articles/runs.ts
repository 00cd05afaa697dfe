import { fail } from '#lib/errors.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { addDays, addWorkingDays } from '#lib/working-days.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import { holidaysBetween } from '../org/calendar.ts';
import { holderOf } from '../org/org.ts';
import type { OpenRun, RunStep } from './articles.policy.ts';
import { type LoadedArticle, loadArticle, mayOf, openRun, standingOf } from './load-article.ts';
import { subjectOf } from './shown-article.ts';
import { shownSteps } from './shown-steps.ts';
import { approversOf, type Holder, holdersOfStep } from './step-holders.ts';
import { articleMoved, type DecisionAct } from './steps.contract.ts';
import { actsNow, approvesOwn, holdsByRight, holdsStep, isLast, leads, openStep } from './steps.policy.ts';
import * as sql from './steps.sql.ts';
import { tellPeople } from './told.ts';

export interface UnderWay {
  article: LoadedArticle;
  run: OpenRun;
  step: RunStep;
}

/** Which step of which run the person saw. */
export interface Seen {
  articleId: string;
  runId: string;
  step: number;
}

/**
 * The open step that somebody acts on, the article locked: 409 where the run went on meanwhile, 403 where the step is not
 * theirs. Null where they did this already: an act that comes twice has one effect.
 */
export async function runFor(tx: Tx, actor: Actor, seen: Seen, act: DecisionAct): Promise<UnderWay | null> {
  const article = await loadInside(tx, actor, seen.articleId);
  const run = openRun(article);
  if (run === null || run.id !== seen.runId || run.step !== seen.step) {
    if (await sql.hasDecided(tx, { id: seen.runId, step: seen.step }, actor.person.id, act)) return null;
    return fail(run === null ? 'articles.not-in-review' : 'articles.step-moved', {}, await now(tx, actor, article));
  }
  const step = openStep(run) ?? fail('conflict');
  await mustAct(tx, actor, { article, run, step }, act);
  return { article, run, step };
}

/** The text for one of its house, locked: readers of a public story learn nothing of what is decided about its next version. */
export async function loadInside(tx: Tx, actor: Actor, articleId: string): Promise<LoadedArticle> {
  const article = await loadArticle(tx, actor, articleId);
  return article.inside ? article : fail('forbidden');
}

const now = async (db: Db, actor: Actor, article: LoadedArticle) => ({ current: await shownSteps(db, actor, article) });

async function mustAct(tx: Tx, actor: Actor, { article, run, step }: UnderWay, act: DecisionAct): Promise<void> {
  const it = standingOf(actor, article);
  const may = mayOf(actor, article);
  if (it.closedUnit) fail('org.unit-closed', { date: shortDay(article.unit_closed_on ?? '') });
  // A step that was passed on to somebody asks for no right of their own: a program decides nothing in their name.
  if (act === 'approved' && actor.tokenId !== null) fail('forbidden');
  if (act === 'approved' && it.isAuthor && isLast(run) && !approvesOwn(run)) fail('articles.own-text');
  if (!leads(may) && !holdsStep(may, run)) fail('articles.step-not-yours', { step: step.name });
  if (act !== 'claimed' && !actsNow(may, run)) await refuseClaimed(tx, actor, article, run);
  if (act === 'delegated' && !leads(may) && !holdsByRight(may, run))
    fail('articles.step-not-yours', { step: step.name });
  const ends = act === 'approved';
  if ((ends || act === 'passed') && ends !== isLast(run))
    fail('articles.step-moved', {}, await now(tx, actor, article));
}

/** Somebody else has taken the step on: says who. */
export async function refuseClaimed(tx: Tx, actor: Actor, article: LoadedArticle, run: OpenRun): Promise<never> {
  const [who] = await sql.namesOf(tx, run.claimedBy ? [run.claimedBy] : []);
  return fail('articles.claimed', { who: who?.name ?? '' }, await now(tx, actor, article));
}

/** The day that is so many working days away, by the calendar of the unit. */
export async function dueIn(db: Db, path: string, today: string, days: number): Promise<string> {
  return addWorkingDays(today, days, await holidaysBetween(db, today, addDays(today, 3 * days + 40), { path }));
}

/**
 * The step at which a text waits, from `from` on. A team's step is passed over where no team wrote the text or nobody of
 * it may correct, an optional one where nobody holds it: with a decision that says why, never silently.
 */
export async function stepFrom(
  db: Db,
  article: LoadedArticle,
  steps: readonly RunStep[],
  from: number,
  at: Date,
): Promise<{ step: number; skipped: { step: number; reason: string }[]; holders: Holder[] }> {
  const skipped: { step: number; reason: string }[] = [];
  for (let i = from; ; i++) {
    const step = steps[i] ?? fail('conflict');
    const holders = await holdersOfStep(db, article, step, at);
    const passable = i < steps.length - 1 && (step.by === 'team-head' || step.optional);
    // Where nobody has the step and it may not be passed over, the head is asked.
    if (holders.length > 0) return { step: i, skipped, holders };
    if (!passable) return { step: i, skipped, holders: await approversOf(db, article.path, at) };
    skipped.push({ step: i, reason: step.by === 'team-head' && article.team_id === null ? 'no-team' : 'nobody' });
  }
}

/** The part of a run's row that belongs to the step it waits at. */
export async function atStep(db: Db, article: LoadedArticle, steps: readonly RunStep[], step: number, at: Date) {
  const { by, personId, days } = steps[step]!;
  return {
    step,
    step_by: by,
    step_person: personId ?? null,
    claimed_by: null,
    delegated_to: null,
    delegated_by: null,
    delegated_as: null,
    reminded_on: null,
    due_on: await dueIn(db, article.path, dayOf(at), days),
  };
}

interface Made {
  act: DecisionAct;
  step: number;
  reason?: string | null;
  onBehalfOf?: string | null;
  /** By nobody: steps that were passed over. */
  byNobody?: true;
  on?: { n: number; contentHash: string };
}

/** Writes decisions of one act, in their order. */
export const decided = (
  tx: Tx,
  actor: Actor,
  run: { id: string; articleId: string; steps: readonly RunStep[] },
  made: readonly Made[],
): Promise<void> =>
  sql.insertDecisions(
    tx,
    made.map(({ act, step, reason, onBehalfOf, byNobody, on }) => ({
      id: newId(actor.now.getTime()),
      run_id: run.id,
      article_id: run.articleId,
      step,
      step_name: run.steps[step]?.name ?? '',
      act,
      person_id: byNobody ? null : actor.person.id,
      on_behalf_of: onBehalfOf ?? null,
      reason: reason || null,
      version_n: on?.n ?? null,
      content_hash: on?.contentHash ?? null,
      at: actor.now,
    })),
  );

/** For whom somebody acts to whom the step was passed on: 'KT. Hiệu trưởng', as it would stand on paper. */
export async function onBehalf(db: Db, actor: Actor, { article, run }: UnderWay): Promise<string | null> {
  if (run.delegatedTo !== actor.person.id || holdsByRight(mayOf(actor, article), run)) return null;
  const row = await sql.findOpenRun(db, article.id);
  const [giver] = await sql.namesOf(db, row?.delegated_by ? [row.delegated_by] : []);
  const head = await holderOf(db, article.unit_id, 'head', dayOf(actor.now));
  const name = head && head.personId === giver?.id ? head.title : (giver?.name ?? '');
  return [row?.delegated_as, name].filter(Boolean).join(' ') || null;
}

/** Writes down what happened on the way: the unit's own affair until the text is public. */
export const moved = (
  tx: Tx,
  actor: Actor,
  article: LoadedArticle,
  name: Parameters<typeof articleMoved>[0],
  after: Record<string, unknown>,
  reason?: string,
): Promise<string> =>
  recordInside(
    tx,
    actor,
    articleMoved(name)({
      subject: subjectOf(article),
      before: { stage: article.stage, step: article.run_step },
      after: { title: article.title, ...after, ...(reason && { reason }) },
    }),
  );

/** Tells those for whom a step waits. */
export const tellWaiting = (
  tx: Tx,
  actor: Actor,
  article: LoadedArticle,
  run: { id: string; step: number; name: string; dueOn: string },
  holders: readonly Holder[],
): Promise<void> =>
  tellPeople(
    tx,
    actor,
    article,
    holders.map((one) => one.id),
    {
      kind: 'article.waits',
      turn: `${run.id}:${run.step}`,
      params: { step: run.name, due: shortDay(run.dueOn) },
    },
  );
