import { type Insertable, sql } from 'kysely';
import type { ArticleContent } from '#lib/article-content.ts';
import type { ArticleVersions } from '#platform/schema.ts';
import type { Db, Tx } from '#platform/tx.ts';

export type VersionWhy =
  | 'sitting'
  | 'submitted'
  | 'returned'
  | 'approved'
  | 'published'
  | 'restored'
  | 'taken-over'
  | 'imported'
  | 'correction';

export const latestVersion = (db: Db, articleId: string) =>
  db
    .selectFrom('article_versions')
    .select(['n', 'content_hash', 'why'])
    .where('article_id', '=', articleId)
    .orderBy('n', 'desc')
    .limit(sql.lit(1))
    .executeTakeFirst();

export const insertVersion = (
  tx: Tx,
  { content, ...row }: Omit<Insertable<ArticleVersions>, 'content'> & { content: ArticleContent },
) =>
  tx
    .insertInto('article_versions')
    .values({ ...row, content: JSON.stringify(content) })
    .execute();

const shown = (db: Db) =>
  db
    .selectFrom('article_versions as v')
    .leftJoin('people as p', 'p.id', 'v.by_id')
    .select(['v.n', 'v.why', 'v.at', 'v.title', 'v.summary', 'v.credit', 'v.kind', 'v.language'])
    .select(['v.content_hash', 'v.by_id', 'p.name as by_name']);

export const listVersions = (db: Db, articleId: string, page: { after?: number | undefined; limit: number }) =>
  shown(db)
    .where('v.article_id', '=', articleId)
    .$if(page.after !== undefined, (q) => q.where('v.n', '<', page.after!))
    .orderBy('v.n', 'desc')
    .limit(sql.lit(page.limit + 1))
    .execute();

export type VersionRow = NonNullable<Awaited<ReturnType<typeof findVersion>>>;
export const findVersion = async (db: Db, articleId: string, n: number) => {
  const row = await shown(db)
    .select('v.content')
    .where('v.article_id', '=', articleId)
    .where('v.n', '=', n)
    .executeTakeFirst();
  return row && { ...row, content: row.content as unknown as ArticleContent };
};
