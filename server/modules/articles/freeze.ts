import type { ArticleContent } from '#lib/article-content.ts';
import type { Tx } from '#platform/tx.ts';
import { readArticle, readContent, updateListed } from './articles.sql.ts';
import type { LoadedArticle } from './load-article.ts';
import { bodyFor, searchBody } from './search-body.ts';
import { boundText, hashOfText } from './text-hash.ts';
import * as sql from './versions.sql.ts';

export interface Frozen {
  n: number;
  contentHash: string;
  content: ArticleContent;
}

/** Search follows the newest words: they have just become public, or the text is public no longer. */
export async function findByNewest(tx: Tx, articleId: string): Promise<void> {
  const article = await readArticle(tx, articleId);
  if (!article) return;
  const { title, summary } = article;
  await updateListed(tx, articleId, { title, summary }, searchBody(await readContent(tx, articleId)));
}

/**
 * Keeps the words of a locked article as they are now; returns the version's number and the hash that acts are bound to.
 * Words that are the newest version already are not kept twice: the answer names that version.
 */
export async function freezeVersion(
  tx: Tx,
  author: { now: Date; person?: { id: string } },
  article: LoadedArticle,
  why: sql.VersionWhy,
  byId: string | null = author.person?.id ?? null,
): Promise<Frozen> {
  const content = await readContent(tx, article.id);
  const contentHash = hashOfText(boundText(article, content));
  const last = await sql.latestVersion(tx, article.id);
  if (last?.content_hash === contentHash) return { n: last.n, contentHash, content };
  const n = (last?.n ?? 0) + 1;
  const { title, summary, credit, kind, language } = article;
  const kept = { title, summary, credit, kind, language, content, content_hash: contentHash };
  await sql.insertVersion(tx, {
    article_id: article.id,
    n,
    ...kept,
    why,
    by_id: byId,
    at: author.now,
    text_version: article.text_version,
  });
  await updateListed(tx, article.id, { title, summary }, bodyFor(article, content));
  return { n, contentHash, content };
}
