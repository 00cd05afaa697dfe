import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { isoOf } from '#lib/instants.ts';
import type { Actor } from '#platform/actor.ts';
import { pageOf } from '#platform/page.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import type { ArticleWhole } from './articles.contract.ts';
import { readContent } from './articles.sql.ts';
import { shownWhole } from './articles.ts';
import { freezeVersion } from './freeze.ts';
import { findArticle, findInside, loadArticle } from './load-article.ts';
import { keepWords } from './saving.ts';
import { wordCount } from './search-body.ts';
import { recordedArticle, shownText, subjectOf } from './shown-article.ts';
import type * as c from './versions.contract.ts';
import { articleRestored } from './versions.contract.ts';
import * as sql from './versions.sql.ts';

export async function listVersions(
  db: Db,
  actor: Actor,
  input: InputOf<typeof c.listVersions>,
): Promise<OutputOf<typeof c.listVersions>> {
  await findInside(db, actor, input.articleId);
  const after = input.after === undefined ? undefined : Number(input.after);
  if (after !== undefined && !Number.isSafeInteger(after)) fail('unreadable');
  const rows = await sql.listVersions(db, input.articleId, { after, limit: input.limit });
  const { items, next } = pageOf(rows, input.limit, (last) => String(last.n));
  return { items: items.map(shownVersion), next };
}

const shownVersion = (row: Awaited<ReturnType<typeof sql.listVersions>>[number]) => ({
  n: row.n,
  why: row.why as sql.VersionWhy,
  at: isoOf(row.at),
  byName: row.by_name,
  title: row.title,
  contentHash: row.content_hash,
});

export async function getVersion(
  db: Db,
  actor: Actor,
  { articleId, n }: InputOf<typeof c.getVersion>,
): Promise<OutputOf<typeof c.getVersion>> {
  const article = await findInside(db, actor, articleId);
  if (n === 0) {
    const text = shownText(article, await readContent(db, articleId));
    return { n, why: null, at: text.savedAt, byName: text.savedByName, text };
  }
  const row = (await sql.findVersion(db, articleId, n)) ?? fail('not-found');
  const { title, summary, credit, kind, language, content } = row;
  const at = isoOf(row.at);
  const words = { title, summary, credit, kind, language, content, contentHash: row.content_hash };
  const text = { ...words, words: wordCount(content), savedAt: at, savedByName: row.by_name, version: 1 };
  return { n, why: row.why as sql.VersionWhy, at, byName: row.by_name, text };
}

export async function restoreVersion(
  tx: Tx,
  actor: Actor,
  { articleId, n, version }: InputOf<typeof c.restoreVersion>,
): Promise<ArticleWhole> {
  const article = await loadArticle(tx, actor, articleId, { act: 'write' });
  if (article.text_version !== version)
    fail('articles.text-conflict', {}, { current: shownText(article, await readContent(tx, articleId)) });
  const row = (await sql.findVersion(tx, articleId, n)) ?? fail('not-found');
  await freezeVersion(tx, { now: new Date(article.saved_at) }, article, 'sitting', article.saved_by);
  await keepWords(tx, actor, article, row);
  const after = await findArticle(tx, actor, articleId);
  await freezeVersion(tx, actor, after, 'restored');
  const told = { subject: subjectOf(after), before: recordedArticle(article), after: recordedArticle(after) };
  await recordInside(tx, actor, articleRestored({ ...told, after: { ...told.after, restored_n: n } }));
  return await shownWhole(tx, actor, after);
}
