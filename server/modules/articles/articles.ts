import { emptyContent, textOf } from '#lib/article-content.ts';
import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import type * as c from './articles.contract.ts';
import { type ArticleWhole, articleBegun, articleDeleted } from './articles.contract.ts';
import * as sql from './articles.sql.ts';
import { mustBeOfUnit } from './assignments.ts';
import { type Beginning, begin, useInDraft } from './begin.ts';
import { actsOn, changedSinceApproval, findArticle, type LoadedArticle, loadArticle } from './load-article.ts';
import { type ChosenPlace, mustBeKnown, placeFor } from './newsroom.ts';
import { outsideText } from './outside-text.ts';
import { recordedArticle, shownRow, shownText, subjectOf } from './shown-article.ts';
import { tellHolders } from './told.ts';

/** A text with its words, as this person may see it. */
export async function shownWhole(db: Db, actor: Actor, row: LoadedArticle): Promise<ArticleWhole> {
  const shown = row.inside
    ? { ...shownRow(row), text: shownText(row, await sql.readContent(db, row.id)) }
    : await outsideText(db, actor, row);
  return {
    ...shown,
    approvedN: row.inside ? row.approved_n : null,
    changedSinceApproval: row.inside && changedSinceApproval(row),
    returnedReason: row.inside ? row.returned_reason : null,
    inside: row.inside,
    can: actsOn(actor, row),
  };
}

export async function getArticle(db: Db, actor: Actor, { articleId }: { articleId: string }): Promise<ArticleWhole> {
  return await shownWhole(db, actor, await findArticle(db, actor, articleId));
}

export async function createArticle(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.createArticle>,
): Promise<ArticleWhole> {
  const place = await placeFor(tx, actor, given);
  await mustBeKnown(tx, actor, given);
  await mustBeOfUnit(tx, place.unitId, given.assignmentId);
  const { title, summary, credit, kind, language, content } = given;
  const words = { title, summary, credit, kind, language, content };
  if (!(await begin(tx, actor, beginning(actor, place, given), words))) return await begunBefore(tx, actor, given.id);
  const after = await findArticle(tx, actor, given.id);
  const told = { subject: subjectOf(after), before: null, after: recordedArticle(after) };
  await recordInside(tx, actor, articleBegun(told));
  if (place.enteredFor)
    await tellHolders(tx, actor, after, 'articles.edit', { kind: 'article.entered-for', turn: 'begun' });
  return await shownWhole(tx, actor, after);
}

/** The same draft sent again answers as it did; an id that is somebody else's says nothing about what bears it. */
async function begunBefore(tx: Tx, actor: Actor, id: string): Promise<ArticleWhole> {
  const row = await sql.findArticle(tx, actor, id);
  return row?.created_by === actor.person.id ? await shownWhole(tx, actor, row) : fail('conflict');
}

const beginning = (
  actor: Actor,
  place: ChosenPlace,
  given: { id: string; assignmentId: string | null },
): Beginning => ({
  id: given.id,
  unit_id: place.unitId,
  path: place.path,
  team_id: place.teamId,
  team_path: place.teamPath,
  author_id: place.enteredFor ? null : actor.person.id,
  entered_for: place.enteredFor,
  assignment_id: given.assignmentId,
});

/** A text that nobody else has seen goes with its words and its history; what was submitted once only gets a state. */
export async function deleteArticle(
  tx: Tx,
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<{ id: string }> {
  const before = await loadArticle(tx, actor, articleId, { act: 'delete' });
  const content = await sql.readContent(tx, articleId);
  await useInDraft(tx, before, emptyContent);
  await sql.deleteArticle(tx, articleId);
  const was = { ...recordedArticle(before), words: textOf(content) };
  await recordInside(tx, actor, articleDeleted({ subject: subjectOf(before), before: was, after: null }));
  return { id: articleId };
}
