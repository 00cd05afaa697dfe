import * as z from 'zod/mini';
import type { BoundText } from '#lib/article-content.ts';
import { articleContent, picturesOf } from '#lib/article-content.ts';
import { mergeTexts } from '#lib/article-merge.ts';
import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import type * as c from './articles.contract.ts';
import { articleSaved, words as limits } from './articles.contract.ts';
import * as sql from './articles.sql.ts';
import * as bases from './bases.sql.ts';
import { useInDraft } from './begin.ts';
import { freezeVersion } from './freeze.ts';
import { findArticle, type LoadedArticle, loadArticle } from './load-article.ts';
import { mustBeKnown } from './newsroom.ts';
import { bodyFor, wordCount } from './search-body.ts';
import { recordedArticle, shownText, subjectOf } from './shown-article.ts';
import { editedAfterApproval } from './stage.ts';
import { boundText, hashOfText } from './text-hash.ts';

type Given = InputOf<typeof c.saveText>;
type Saved = OutputOf<typeof c.saveText>;

/** After a pause this long somebody begins anew: what stood there before stays as a version. */
const PAUSE_MS = 30 * 60_000;
const LISTED_MS = 60_000;

/** Where a save came from. */
interface From {
  sitting: string | null;
  turn: number;
  merged: boolean;
}

export async function saveText(tx: Tx, actor: Actor, given: Given): Promise<Saved> {
  const article = await loadArticle(tx, actor, given.articleId, { act: 'write' });
  await mustBeKnown(tx, actor, given);
  // The same words again, from whichever version: nothing to do, and no conflict.
  if (hashOfText(given) === article.content_hash) return await answer(tx, article, false);
  const { words, merged } = await broughtTogether(tx, article, given);
  if (words === null) return await answer(tx, article, false);
  await keepWords(tx, actor, article, words, { sitting: given.sitting, turn: given.turn, merged });
  return await answer(tx, await findArticle(tx, actor, article.id), merged);
}

async function answer(tx: Tx, article: LoadedArticle, merged: boolean): Promise<Saved> {
  const content = await sql.readContent(tx, article.id);
  return { text: shownText(article, content), merged, stage: article.stage as Saved['stage'] };
}

/** The words to keep: as given where nobody else saved meanwhile, else together with theirs; null where later ones stand. */
async function broughtTogether(
  tx: Tx,
  article: LoadedArticle,
  given: Given,
): Promise<{ words: BoundText | null; merged: boolean }> {
  if (given.version === article.text_version) return { words: given, merged: false };
  const later = await bases.listLater(tx, article.id, given.version);
  const mine = later.filter((one) => one.sitting === given.sitting && given.turn > 0);
  // Saves of this very page that its writer had gone beyond, or not yet come to.
  if (mine.some((one) => one.turn >= given.turn)) return { words: null, merged: false };
  const seen = mine.findLast((one) => !one.merged)?.version ?? given.version;
  if (seen === article.text_version) return { words: given, merged: false };
  const content = await sql.readContent(tx, article.id);
  const current = shownText(article, content);
  const base = await bases.findBase(tx, article.id, seen);
  if (!base) return fail('articles.base-gone', {}, { current });
  const { text, conflicts } = mergeTexts(base, given, boundText(article, content));
  if (conflicts.length > 0 || !fits(text)) return fail('articles.text-conflict', {}, { current });
  return { words: text, merged: true };
}

/** Two texts that fit may be too long together. */
const fits = (text: BoundText): boolean => z.safeParse(z.object({ ...limits, content: articleContent }), text).success;

/** Writes the words of a locked article, with what follows from them; what stood there before a new sitting is kept. */
export async function keepWords(
  tx: Tx,
  actor: Actor,
  article: LoadedArticle,
  words: BoundText,
  from: From = { sitting: null, turn: 0, merged: false },
): Promise<void> {
  const hash = hashOfText(words);
  const fresh = isNewSitting(actor, article);
  if (fresh) await freezeVersion(tx, { now: new Date(article.saved_at) }, article, 'sitting', article.saved_by);
  await editedAfterApproval(tx, actor, article, hash);
  const { title, summary, credit, kind, language, content } = words;
  const version = await sql.updateText(tx, {
    article_id: article.id,
    content,
    content_hash: hash,
    words: wordCount(content),
    saved_by: actor.person.id,
    saved_at: actor.now,
  });
  const named = { title, summary, credit, kind, language };
  await bases.insertBase(tx, { article_id: article.id, version, ...from, ...named, content, saved_at: actor.now });
  const lead_cut_id = picturesOf(content)[0]?.cutId ?? null;
  if (lead_cut_id !== null || article.lead_cut_id !== null) await useInDraft(tx, { ...article, title }, content);
  if (fresh || isListedAnew(actor, article, { ...named, lead_cut_id }))
    await sql.updateListed(tx, article.id, { ...named, lead_cut_id, moved_at: actor.now }, bodyFor(article, content));
  if (fresh) await recordSitting(tx, actor, article);
}

/**
 * What lists show is written at once; words of the body every minute and with each version: somebody who types saves every
 * few seconds, and each time all indexes of the row would be written.
 */
function isListedAnew(actor: Actor, article: LoadedArticle, now: Partial<LoadedArticle>): boolean {
  const changed = Object.entries(now).some(([name, value]) => article[name as keyof LoadedArticle] !== value);
  return changed || actor.now.getTime() - new Date(article.moved_at).getTime() > LISTED_MS;
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
