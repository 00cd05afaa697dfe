import type { Db } from '#platform/tx.ts';

/** `notices` stands above this module; the count is read here so that the first screen needs one request. */
export const countUnread = async (db: Db, personId: string): Promise<number> => {
  const row = await db
    .selectFrom('notices')
    .select((eb) => eb.fn.countAll<number>().as('unread'))
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.unread;
};
