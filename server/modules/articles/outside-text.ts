import { picturesOf } from '#lib/article-content.ts';
import { fail } from '#lib/errors.ts';
import { isoOf } from '#lib/instants.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/tx.ts';
import type { ArticleRow, ArticleText } from './articles.contract.ts';
import type { LoadedArticle } from './load-article.ts';
import { offeredVersion } from './outside-text.sql.ts';
import { wordCount } from './search-body.ts';
import { shownRow } from './shown-article.ts';
import { findVersion } from './versions.sql.ts';

/** What a reader from outside sees: exactly the version that was published, or else the one that was offered to them. */
export async function outsideText(
  db: Db,
  actor: Actor,
  row: LoadedArticle,
): Promise<ArticleRow & { text: ArticleText }> {
  const published = row.publication_state === 'published' ? row.publication_version_n : null;
  const n = published ?? (await offeredVersion(db, row.id, actor.reach('articles.read')));
  const version = (n !== null && (await findVersion(db, row.id, n))) || fail('not-found');
  const { title, summary, credit, kind, language, content } = version;
  const words = { title, summary, credit, kind, language };
  return {
    ...shownRow(row),
    ...words,
    leadCutId: picturesOf(content)[0]?.cutId ?? null,
    stage: row.live ? 'published' : 'approved',
    text: {
      ...words,
      content,
      contentHash: version.content_hash,
      words: wordCount(content),
      savedAt: isoOf(version.at),
      savedByName: null,
      version: 1,
    },
  };
}
