import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import { checkPurpose, purposeChoices, purposeWords } from '../work/purposes.ts';
import type * as c from './assignments.contract.ts';
import { type Purpose, purposeSet } from './assignments.contract.ts';
import { findArticle, type LoadedArticle, loadArticle } from './load-article.ts';
import { storyChanged } from './moments.ts';
import * as sql from './purposes.sql.ts';
import { subjectOf } from './shown-article.ts';

/** Authors say what their text is for; so do those who correct the texts of the unit or of the team. */
const maySet = (actor: Actor, row: LoadedArticle): boolean =>
  row.origin_id === null &&
  row.inside &&
  (row.author_id === actor.person.id ||
    row.created_by === actor.person.id ||
    actor.can('articles.edit', row.path) ||
    (row.team_path !== null && actor.can('articles.edit', row.team_path)));

export async function getPurpose(
  db: Db,
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<OutputOf<typeof c.getPurpose>> {
  const row = await findArticle(db, actor, articleId);
  if (!row.inside) fail('forbidden');
  const may = maySet(actor, row);
  const [evidence, choices] = await Promise.all([
    sql.evidenceOf(db, articleId),
    may ? purposeChoices(db, actor, row.path) : [],
  ]);
  return { purpose: await purposeNow(db, articleId), evidence: evidence ?? null, choices, can: may ? ['set'] : [] };
}

export async function setPurpose(tx: Tx, actor: Actor, given: InputOf<typeof c.setPurpose>): Promise<Purpose> {
  const row = await loadArticle(tx, actor, given.articleId);
  if (!maySet(actor, row)) fail('forbidden');
  await checkPurpose(tx, actor, row.path, given);
  const before = await purposeNow(tx, row.id);
  await sql.setPurpose(tx, row.id, {
    line_id: given.lineId,
    target_id: given.targetId,
    series_id: given.seriesId,
  });
  const after = await purposeNow(tx, row.id);
  await storyChanged(tx, actor, row.id);
  await recordInside(
    tx,
    actor,
    purposeSet({ subject: subjectOf(row), before: factsOf(before), after: factsOf(after) }),
  );
  return after;
}

const factsOf = ({ lineId, targetId, seriesId }: Purpose) => ({ lineId, targetId, seriesId });

/** Its own, else that of the assignment it was written for. */
async function purposeNow(db: Db, articleId: string): Promise<Purpose> {
  const row = await sql.purposeOf(db, articleId);
  return await purposeWords(db, {
    lineId: row.line_id ?? row.asked_line_id,
    targetId: row.target_id ?? (row.line_id ? null : row.asked_target_id),
    seriesId: row.series_id ?? (row.line_id ? null : row.asked_series_id),
  });
}
