import type { Db } from '#platform/tx.ts';

/** A story and all editions of it. */
export const familyOf = async (db: Db, originId: string): Promise<string[]> => {
  const rows = await db.selectFrom('articles').select('id').where('origin_id', '=', originId).execute();
  return [originId, ...rows.map((row) => row.id)];
};
