import { picturesOf, textOf } from '#lib/article-content.ts';
import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import type * as c from './articles.contract.ts';
import { type ArticleWhole, articleBegun, articleDeleted } from './articles.contract.ts';
import * as sql from './articles.sql.ts';
import { actsOn, changedSinceApproval, findArticle, type LoadedArticle, loadArticle } from './load-article.ts';
import { type ChosenPlace, mustBeKnown, placeFor } from './newsroom.ts';
import { outsideText } from './outside-text.ts';
import { searchBody, wordCount } from './search-body.ts';
import { recordedArticle, shownRow, shownText, subjectOf } from './shown-article.ts';
import { hashOfText } from './text-hash.ts';
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
  const row = newArticle(actor, place, given);
  if (!(await sql.insertArticle(tx, row, searchBody(given.content)))) return await begunBefore(tx, actor, given.id);
  await sql.insertText(tx, {
    article_id: row.id,
    content: given.content,
    content_hash: hashOfText(given),
    words: wordCount(given.content),
    saved_by: actor.person.id,
    saved_at: actor.now,
  });
  const after = await findArticle(tx, actor, row.id);
  await recordInside(
    tx,
    actor,
    articleBegun({ subject: subjectOf(after), before: null, after: recordedArticle(after) }),
  );
  if (place.enteredFor)
    await tellHolders(tx, actor, after, 'articles.edit', { kind: 'article.entered-for', turn: 'begun' });
  return await shownWhole(tx, actor, after);
}

/** The same draft sent again answers as it did; an id that is somebody else's says nothing about what bears it. */
async function begunBefore(tx: Tx, actor: Actor, id: string): Promise<ArticleWhole> {
  const row = await sql.findArticle(tx, actor, id);
  return row?.created_by === actor.person.id ? await shownWhole(tx, actor, row) : fail('conflict');
}

function newArticle(actor: Actor, place: ChosenPlace, given: InputOf<typeof c.createArticle>): sql.NewArticle {
  return {
    id: given.id,
    unit_id: place.unitId,
    path: place.path,
    team_id: place.teamId,
    team_path: place.teamPath,
    kind: given.kind,
    language: given.language,
    title: given.title,
    summary: given.summary,
    credit: given.credit,
    lead_cut_id: picturesOf(given.content)[0]?.cutId ?? null,
    author_id: place.enteredFor ? null : actor.person.id,
    entered_for: place.enteredFor,
    assignment_id: given.assignmentId,
    stage: 'writing',
    moved_at: actor.now,
    created_at: actor.now,
    created_by: actor.person.id,
  };
}

/** A text that nobody else has seen goes with its words and its history; what was submitted once only gets a state. */
export async function deleteArticle(
  tx: Tx,
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<{ id: string }> {
  const before = await loadArticle(tx, actor, articleId, { act: 'delete' });
  const content = await sql.readContent(tx, articleId);
  await sql.deleteArticle(tx, articleId);
  const was = { ...recordedArticle(before), words: textOf(content) };
  await recordInside(tx, actor, articleDeleted({ subject: subjectOf(before), before: was, after: null }));
  return { id: articleId };
}
