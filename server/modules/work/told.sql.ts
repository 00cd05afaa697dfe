import { sql } from 'kysely';
import type { Db } from '#platform/tx.ts';

/** People who hold one of the roles at the unit on a day. */
export const holdersAt = async (db: Db, unitId: string, roles: readonly string[], day: string): Promise<string[]> =>
  (
    await db
      .selectFrom('grants')
      .select('person_id')
      .distinct()
      .where('unit_id', '=', unitId)
      .where('role', 'in', [...roles])
      .where('valid_from', '<=', day)
      .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
      .execute()
  ).map((row) => row.person_id);

/** The unit directly above on the working line. */
export const unitAbove = async (db: Db, unitId: string): Promise<string | null> =>
  (
    await db
      .selectFrom('units as u')
      .innerJoin('units as a', (j) => j.on(sql<boolean>`a.path = regexp_replace(u.path, '[0-9]+\\.$', '')`))
      .select('a.id')
      .where('u.id', '=', unitId)
      .executeTakeFirst()
  )?.id ?? null;
