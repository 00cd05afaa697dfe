import { fail } from '#lib/errors.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import type { ArticleAct, Stage } from './articles.contract.ts';
import { type ArticleMay, type ArticleStanding, articleActs, type RunStep } from './articles.policy.ts';
import * as sql from './articles.sql.ts';
import { shownRow } from './shown-article.ts';

export { insideArticles, seenArticles } from './seen.sql.ts';
/** The row of a text with everything that says what may be done with it; without its words (`readContent`). */
export type LoadedArticle = sql.ArticleStandingRow;

interface Asked {
  /** What is to be done: 403 or 409 where it may not be. */
  act?: ArticleAct;
  /** The version of the row that the act was decided upon; 409 with the row as it is where it moved on. */
  version?: number;
}

/** The text within what the actor sees, for reading; 404 else. */
export async function findArticle(db: Db, actor: Actor, articleId: string): Promise<LoadedArticle> {
  return (await sql.findArticle(db, actor, articleId)) ?? fail('not-found');
}

/** The same for one of its house: what is written, found and decided about its next version is nobody else's. */
export async function findInside(db: Db, actor: Actor, articleId: string): Promise<LoadedArticle> {
  const row = await findArticle(db, actor, articleId);
  return row.inside ? row : fail('forbidden');
}

/** Finds, scopes, locks and checks: 404 unseen, 403 not yours to do, 409 wrong stage or version (with the row as it is now). */
export async function loadArticle(
  tx: Tx,
  actor: Actor,
  articleId: string,
  { act, version }: Asked = {},
): Promise<LoadedArticle> {
  await sql.lockArticle(tx, articleId);
  const row = await findArticle(tx, actor, articleId);
  if (version !== undefined && row.version !== version) fail('articles.conflict', {}, { current: shownRow(row) });
  return act === undefined || actsOn(actor, row).includes(act) ? row : refuse(actor, row, act);
}

/** Why an act is not at hand: the unit has ended, it is on its way, the stage is another, or it is not theirs. */
function refuse(actor: Actor, row: LoadedArticle, act: ArticleAct): never {
  const it = standingOf(actor, row);
  if (it.closedUnit) fail('org.unit-closed', { date: shortDay(row.unit_closed_on ?? '') });
  const everything: ArticleMay = { personId: actor.person.id, atUnit: () => true, atTeam: () => true };
  // Somebody with every right could do it now: what is missing is the right.
  if (articleActs(everything, it).includes(act)) fail('forbidden');
  if (!it.inside) fail('forbidden');
  if (act === 'write' && it.run !== null) fail('articles.in-review');
  return fail('articles.wrong-stage', { stage: `@articles.stage.${row.stage}` });
}

export const actsOn = (actor: Actor, row: LoadedArticle): ArticleAct[] =>
  articleActs(mayOf(actor, row), standingOf(actor, row));

/** Whoever has a post in the team that wrote the text writes on it too, by the right they hold at the unit. */
export const mayOf = (
  actor: Actor,
  row: Pick<LoadedArticle, 'path' | 'team_path'> & { in_team?: boolean },
): ArticleMay => ({
  personId: actor.person.id,
  atUnit: (right) => actor.can(right, row.path),
  atTeam: (right) =>
    row.team_path !== null &&
    (actor.can(right, row.team_path) ||
      (row.in_team === true && right === 'articles.write' && actor.can(right, row.path))),
});

/** Who wrote it; of an edition, whose credit is the origin's, who began it. */
export const writerOf = (row: {
  author_id: string | null;
  created_by: string | null;
  origin_id: string | null;
}): string | null => row.author_id ?? (row.origin_id === null ? null : row.created_by);

export function standingOf(actor: Actor, row: LoadedArticle): ArticleStanding {
  const me = actor.person.id;
  return {
    stage: row.stage as Stage,
    live: row.live,
    closedUnit: row.unit_closed_on !== null && row.unit_closed_on <= dayOf(actor.now),
    isAuthor: writerOf(row) === me,
    isCreator: row.created_by === me,
    enteredFor: row.entered_for,
    everSubmitted: row.ever_submitted,
    known: row.known,
    stands: row.stands,
    approved: row.approved_hash === row.content_hash,
    changedSinceApproval: changedSinceApproval(row),
    inside: row.inside,
    isEdition: row.origin_id !== null,
    run: openRun(row),
    publication: ownPublication(row),
  };
}

/** The last approval (`approved_n`) stays known when an edit makes it void; only its hash goes. */
export const changedSinceApproval = (
  row: Pick<LoadedArticle, 'approved_n' | 'approved_hash' | 'content_hash'>,
): boolean => row.approved_n !== null && row.approved_hash !== row.content_hash;

export function openRun(row: LoadedArticle): ArticleStanding['run'] {
  if (row.run_id === null) return null;
  return {
    id: row.run_id,
    step: row.run_step ?? 0,
    firstStep: row.run_first_step ?? 0,
    steps: (row.run_steps ?? []) as unknown as RunStep[],
    claimedBy: row.run_claimed_by,
    delegatedTo: row.run_delegated_to,
    submittedBy: row.run_submitted_by,
  };
}

function ownPublication(row: LoadedArticle): ArticleStanding['publication'] {
  if (row.publication_id === null) return null;
  return {
    id: row.publication_id,
    state: row.publication_state as 'scheduled' | 'published' | 'failed',
    versionN: row.publication_version_n ?? 0,
    contentHash: row.publication_hash ?? '',
  };
}
