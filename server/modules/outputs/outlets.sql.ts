import { sql } from 'kysely';
import type { Db } from '#platform/tx.ts';

/** The press outlet at one of these hosts (nearest first) on a day. */
export const findOutlet = (db: Db, hosts: readonly string[], day: string) =>
  db
    .selectFrom('press_outlets')
    .select(['name', 'kind', 'host'])
    .where('host', 'in', hosts.length > 0 ? [...hosts] : [''])
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .orderBy(sql`length(host)`, 'desc')
    .limit(sql.lit(1))
    .executeTakeFirst();

/** Whether the unit's own site is at this host, as far as it is followed. */
export const isOwnSite = async (db: Db, unitId: string, host: string): Promise<boolean> =>
  (await db
    .selectFrom('site_feeds')
    .select('id')
    .where('unit_id', '=', unitId)
    .where('host', '=', host)
    .executeTakeFirst()) !== undefined;
