import type { Db, Tx } from '#platform/tx.ts';

export const setPurpose = (
  tx: Tx,
  articleId: string,
  set: { line_id: string | null; target_id: string | null; series_id: string | null },
) => tx.updateTable('articles').set(set).where('id', '=', articleId).execute();

/** The article's own purpose, and that of the assignment it was written for. */
export const purposeOf = (db: Db, articleId: string) =>
  db
    .selectFrom('articles as a')
    .leftJoin('article_assignments as s', 's.id', 'a.assignment_id')
    .select(['a.line_id', 'a.target_id', 'a.series_id'])
    .select(['s.line_id as asked_line_id', 's.target_id as asked_target_id', 's.series_id as asked_series_id'])
    .where('a.id', '=', articleId)
    .executeTakeFirstOrThrow();

/** What counts for the story in the line now, or did last. */
export const evidenceOf = (db: Db, articleId: string) =>
  db
    .selectFrom('evidence as e')
    .innerJoin('outputs as o', 'o.id', 'e.output_id')
    .select(['e.id', 'e.counted', 'e.state'])
    .where('o.origin_kind', '=', 'article')
    .where('o.origin_id', '=', articleId)
    .where('e.follows_id', 'is', null)
    .orderBy('e.created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
