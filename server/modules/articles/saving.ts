import { picturesOf } from '#lib/article-content.ts';
import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import type * as c from './articles.contract.ts';
import { articleSaved } from './articles.contract.ts';
import * as sql from './articles.sql.ts';
import { freezeVersion } from './freeze.ts';
import { findArticle, type LoadedArticle, loadArticle } from './load-article.ts';
import { mustBeKnown } from './newsroom.ts';
import { searchBody, wordCount } from './search-body.ts';
import { recordedArticle, shownText, subjectOf } from './shown-article.ts';
import { editedAfterApproval } from './stage.ts';
import { hashOfText } from './text-hash.ts';

type Given = InputOf<typeof c.saveText>;
type Saved = OutputOf<typeof c.saveText>;

/** After a pause this long somebody begins anew: what stood there before stays as a version. */
const PAUSE_MS = 30 * 60_000;

export async function saveText(tx: Tx, actor: Actor, given: Given): Promise<Saved> {
  const article = await loadArticle(tx, actor, given.articleId, { act: 'write' });
  await mustBeKnown(tx, actor, given);
  const hash = hashOfText(given);
  // The same words again, from whichever version: nothing to do, and no conflict.
  if (hash === article.content_hash) return await answer(tx, article, false);
  if (given.version !== article.text_version)
    fail('articles.text-conflict', {}, { current: shownText(article, await sql.readContent(tx, article.id)) });
  await keepWords(tx, actor, article, given, hash);
  return await answer(tx, await findArticle(tx, actor, article.id), false);
}

async function answer(tx: Tx, article: LoadedArticle, merged: boolean): Promise<Saved> {
  const content = await sql.readContent(tx, article.id);
  return { text: shownText(article, content), merged, stage: article.stage as Saved['stage'] };
}

type Words = Pick<Given, 'title' | 'summary' | 'credit' | 'kind' | 'language' | 'content'>;

/** Writes the words of a locked article, with what follows from them; the version before a new sitting is kept. */
export async function keepWords(
  tx: Tx,
  actor: Actor,
  article: LoadedArticle,
  words: Words,
  hash: string,
): Promise<void> {
  const fresh = isNewSitting(actor, article);
  if (fresh) await freezeVersion(tx, { now: new Date(article.saved_at) }, article, 'sitting', article.saved_by);
  await editedAfterApproval(tx, actor, article, hash);
  await sql.updateText(tx, {
    article_id: article.id,
    content: words.content,
    content_hash: hash,
    words: wordCount(words.content),
    saved_by: actor.person.id,
    saved_at: actor.now,
  });
  const { title, summary, credit, kind, language, content } = words;
  const lead_cut_id = picturesOf(content)[0]?.cutId ?? null;
  const set = { title, summary, credit, kind, language, lead_cut_id, moved_at: actor.now };
  await sql.updateListed(tx, article.id, set, searchBody(content));
  if (fresh) await recordSitting(tx, actor, article);
}

const isNewSitting = (actor: Actor, article: LoadedArticle): boolean =>
  article.saved_by !== actor.person.id || actor.now.getTime() - new Date(article.saved_at).getTime() > PAUSE_MS;

/** A record a sitting: one for every few seconds of typing would bury what happened. */
async function recordSitting(tx: Tx, actor: Actor, before: LoadedArticle): Promise<void> {
  const after = await findArticle(tx, actor, before.id);
  await recordInside(
    tx,
    actor,
    articleSaved({ subject: subjectOf(after), before: recordedArticle(before), after: recordedArticle(after) }),
  );
}
