import { type Insertable, sql } from 'kysely';
import type { ArticleContent, BoundText } from '#lib/article-content.ts';
import type { ArticleTextBases } from '#platform/schema.ts';
import type { Db, Tx } from '#platform/tx.ts';

export const insertBase = (
  tx: Tx,
  { content, ...row }: Omit<Insertable<ArticleTextBases>, 'content'> & { content: ArticleContent },
) =>
  tx
    .insertInto('article_text_bases')
    .values({ ...row, content: JSON.stringify(content) })
    .execute();

/** Saves after a version, the first first: where they came from, without their words. */
export const listLater = (db: Db, articleId: string, version: number) =>
  db
    .selectFrom('article_text_bases')
    .select(['version', 'sitting', 'turn', 'merged'])
    .where('article_id', '=', articleId)
    .where('version', '>', version)
    .orderBy('version')
    .execute();

/** The words as they were at a save: among the bases, or in the version that was kept of them. */
export const findBase = async (db: Db, articleId: string, version: number): Promise<BoundText | undefined> => {
  const row =
    (await db
      .selectFrom('article_text_bases')
      .select(['title', 'summary', 'credit', 'kind', 'language', 'content'])
      .where('article_id', '=', articleId)
      .where('version', '=', version)
      .executeTakeFirst()) ??
    (await db
      .selectFrom('article_versions')
      .select(['title', 'summary', 'credit', 'kind', 'language', 'content'])
      .where('article_id', '=', articleId)
      .where('text_version', '=', version)
      .limit(sql.lit(1))
      .executeTakeFirst());
  return row && { ...row, content: row.content as unknown as ArticleContent };
};

/** Saves older than a day of which two hundred newer ones stand, and those of a day ago of texts that went on since. */
export const pruneBases = (tx: Tx, before: Date, keep: number) =>
  sql`delete from article_text_bases b using (
      select article_id, version from (
        select article_id, version, saved_at, row_number() over (partition by article_id order by version desc) as nth
        from article_text_bases
      ) ranked where saved_at < ${before} and nth > 1 or nth > ${keep}
    ) old where b.article_id = old.article_id and b.version = old.version`.execute(tx);

export const prunePresence = (tx: Tx, before: Date) =>
  tx.deleteFrom('article_presence').where('seen_at', '<', before).execute();
