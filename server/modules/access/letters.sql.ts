import { sql } from 'kysely';
import type { Db } from '#platform/tx.ts';

export const findReader = (db: Db, personId: string) =>
  db
    .selectFrom('people')
    .select(['name', 'email', sql<'vi' | 'en'>`language`.as('language')])
    .where('id', '=', personId)
    .executeTakeFirst();
