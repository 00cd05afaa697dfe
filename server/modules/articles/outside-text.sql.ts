import { sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import { inReach } from '#platform/scope.ts';
import type { Db } from '#platform/tx.ts';

/** The version that was offered last to somebody in this reach. */
export const offeredVersion = async (db: Db, articleId: string, reach: Reach): Promise<number | null> => {
  const row = await db
    .selectFrom('article_offers')
    .select('version_n')
    .where('article_id', '=', articleId)
    .where('state', '<>', 'withdrawn')
    .where((eb) => inReach(eb.ref('to_path'), reach))
    .orderBy('offered_at', 'desc')
    .limit(sql.lit(1))
    .executeTakeFirst();
  return row?.version_n ?? null;
};
