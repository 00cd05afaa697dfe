import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { isoOf, isoOrNull } from '#lib/instants.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/tx.ts';
import { getUnitRow } from '../org/org.ts';
import type { Stage } from './articles.contract.ts';
import type { RunStep } from './articles.policy.ts';
import { actsOn, findArticle, type LoadedArticle, openRun } from './load-article.ts';
import { holdersOfStep } from './step-holders.ts';
import type { ArticleSteps, Decision, Run } from './steps.contract.ts';
import { openStep } from './steps.policy.ts';
import * as sql from './steps.sql.ts';
import { shownSteps as named, workflowOf } from './workflows.ts';

/** As many earlier runs as anybody reads. */
const RUNS = 20;

/** The way of a text as its house sees it: what the outside reads of a story says nothing of who returned it why. */
export async function shownSteps(db: Db, actor: Actor, article: LoadedArticle): Promise<ArticleSteps> {
  if (!article.inside) fail('forbidden');
  const rows = await sql.listRuns(db, article.id, RUNS);
  const decisions = await sql.listDecisions(
    db,
    rows.map((row) => row.id),
  );
  const runs: Run[] = [];
  for (const row of rows) runs.push(await shownRun(db, row, decisions));
  return {
    articleId: article.id,
    unitName: article.unit_name,
    stage: article.stage as Stage,
    contentHash: article.content_hash,
    planned: article.run_id === null ? await plannedSteps(db, actor, article) : [],
    runs: runs.sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open')),
    waitsFor: await waitsFor(db, actor, article, rows),
    can: actsOn(actor, article),
  };
}

/** The same once an act has changed it. */
export const stepsNow = async (db: Db, actor: Actor, articleId: string): Promise<ArticleSteps> =>
  await shownSteps(db, actor, await findArticle(db, actor, articleId));

async function plannedSteps(db: Db, actor: Actor, article: LoadedArticle) {
  const { kind, path } = await getUnitRow(db, article.unit_id);
  const { steps } = await workflowOf(db, { kind, path }, dayOf(actor.now));
  return await named(
    db,
    steps.filter((step) => step.by !== 'team-head' || article.team_id !== null),
  );
}

async function waitsFor(db: Db, actor: Actor, article: LoadedArticle, rows: readonly sql.RunRow[]): Promise<string[]> {
  const run = openRun(article);
  const row = run && rows.find((one) => one.id === run.id);
  if (!run || !row) return [];
  const alone = row.claimed_by_name ?? row.delegated_to_name;
  if (alone) return [alone];
  const step = openStep(run);
  return step ? (await holdersOfStep(db, article, step, actor.now)).map((one) => one.name) : [];
}

type DecisionRow = Awaited<ReturnType<typeof sql.listDecisions>>[number];

const personOf = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });

async function shownRun(db: Db, row: sql.RunRow, decisions: readonly DecisionRow[]): Promise<Run> {
  return {
    id: row.id,
    state: row.state as Run['state'],
    steps: await named(db, row.steps as unknown as RunStep[]),
    step: row.step,
    submittedByName: row.submitted_by_name,
    submittedAt: isoOf(row.submitted_at),
    endedAt: isoOrNull(row.ended_at),
    dueOn: row.state === 'open' ? row.due_on : null,
    claimedBy: personOf(row.claimed_by, row.claimed_by_name),
    delegatedTo: personOf(row.delegated_to, row.delegated_to_name),
    delegatedAs: row.delegated_as,
    decisions: decisions.filter((one) => one.run_id === row.id).map(shownDecision),
  };
}

const shownDecision = (row: DecisionRow): Decision => ({
  id: row.id,
  act: row.act as Decision['act'],
  step: row.step,
  stepName: row.step_name,
  personName: row.person_name,
  onBehalfOf: row.on_behalf_of,
  reason: row.reason,
  versionN: row.version_n,
  contentHash: row.content_hash,
  at: isoOf(row.at),
});
