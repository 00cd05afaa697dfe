import { sql } from 'kysely';
import type { Db, Tx } from '#platform/tx.ts';

const comments = (db: Db) =>
  db
    .selectFrom('plan_comments as c')
    .innerJoin('people as p', 'p.id', 'c.person_id')
    .select([
      'c.id',
      'c.plan_id',
      'c.line_id',
      'c.person_id',
      'p.name as person_name',
      'c.text',
      'c.at',
      'c.resolved_at',
    ]);

export type CommentRow = NonNullable<Awaited<ReturnType<typeof findComment>>>;

export const listComments = (db: Db, planId: string) =>
  comments(db).where('c.plan_id', '=', planId).orderBy('c.id').execute();
export const findComment = (db: Db, id: string) => comments(db).where('c.id', '=', id).executeTakeFirst();
export const insertComment = (
  tx: Tx,
  row: { id: string; plan_id: string; line_id: string | null; person_id: string; text: string },
) =>
  tx
    .insertInto('plan_comments')
    .values(row)
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
export const resolveComment = (tx: Tx, id: string, personId: string) =>
  tx
    .updateTable('plan_comments')
    .set({ resolved_at: sql`now()`, resolved_by: personId })
    .where('id', '=', id)
    .where('resolved_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
