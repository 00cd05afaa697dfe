import { type BoundText, picturesOf } from '#lib/article-content.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { setUses } from '../media/media.ts';
import * as sql from './articles.sql.ts';
import { insertBase } from './bases.sql.ts';
import { picturesOfOthers } from './own-pictures.ts';
import { searchBody, wordCount } from './search-body.ts';
import { hashOfText } from './text-hash.ts';

/** Where a new text stands and whose it is; its words come beside it. */
export type Beginning = Omit<
  sql.NewArticle,
  'title' | 'summary' | 'credit' | 'kind' | 'language' | 'lead_cut_id' | 'stage' | 'created_by'
>;

/** Writes a new text with its first words; false where the id is there already, and then nothing was written. */
export async function begin(tx: Tx, actor: Actor, row: Beginning, words: BoundText): Promise<boolean> {
  const { content, ...named } = words;
  const lead_cut_id = picturesOf(content)[0]?.cutId ?? null;
  const now = { moved_at: actor.now, created_at: actor.now, created_by: actor.person.id };
  const whole = { ...row, ...named, ...now, lead_cut_id, stage: 'writing' };
  if (!(await sql.insertArticle(tx, whole, searchBody(content)))) return false;
  await sql.insertText(tx, {
    article_id: row.id,
    content,
    content_hash: hashOfText(words),
    words: wordCount(content),
    saved_by: actor.person.id,
    saved_at: actor.now,
  });
  if (lead_cut_id !== null) await useInDraft(tx, { ...row, title: words.title }, content);
  await insertBase(tx, { article_id: row.id, version: 1, ...named, content, saved_at: actor.now });
  return true;
}

/**
 * The library knows that the pictures are used here, though nobody outside sees them yet; where the public sees them the
 * publication says.
 */
export async function useInDraft(
  tx: Tx,
  article: { id: string; unit_id: string; path: string; title: string; origin_id?: string | null | undefined },
  content: BoundText['content'],
): Promise<void> {
  const pictures = picturesOf(content);
  // What is not this unit's to use does not count as used: its owner could no longer remove it.
  const others = await picturesOfOthers(tx, article, pictures);
  const own = pictures.map((picture) => picture.cutId).filter((cutId) => !others.has(cutId));
  const { id, path, title, unit_id: unitId } = article;
  await setUses(tx, { kind: 'article', id, unitId, path, title }, own, []);
}
