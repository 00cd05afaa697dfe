import { sql } from 'kysely';
import type { Db, Tx } from '#platform/tx.ts';

export interface RightsBlock {
  cutId: string;
  mediaId: string;
  unitId: string;
  path: string;
}

/** Holds back every cut of pictures whose rights have ended: of all pictures, or of these. */
export async function blockEnded(
  tx: Tx,
  day: string,
  now: Date,
  mediaIds: readonly string[] | null,
): Promise<RightsBlock[]> {
  const { rows } = await sql<RightsBlock>`
    with made as (
      insert into media_blocks (id, cut_id, reason, since)
      select gen_random_uuid(), c.id, 'rights-ended', ${now}
        from media_items m join media_cuts c on c.media_id = m.id
       where m.rights_until <= ${day} ${mediaIds ? sql`and m.id = any(${[...mediaIds]}::uuid[])` : sql``}
         and not exists (select from media_blocks b where b.cut_id = c.id and b.reason = 'rights-ended' and b.lifted_at is null)
      returning cut_id)
    select made.cut_id as "cutId", c.media_id as "mediaId", c.unit_id as "unitId", c.path
      from made join media_cuts c on c.id = made.cut_id`.execute(tx);
  return rows;
}

/** Lets go again where the rights of these pictures go on. */
export async function liftGoingOn(tx: Tx, day: string, now: Date, mediaIds: readonly string[]): Promise<RightsBlock[]> {
  const { rows } = await sql<RightsBlock>`
    with lifted as (
      update media_blocks b set lifted_at = ${now} from media_cuts c join media_items m on m.id = c.media_id
       where c.id = b.cut_id and b.reason = 'rights-ended' and b.lifted_at is null
         and m.id = any(${[...mediaIds]}::uuid[]) and (m.rights_until is null or m.rights_until > ${day})
      returning b.cut_id, c.media_id, c.unit_id, c.path)
    select cut_id as "cutId", media_id as "mediaId", unit_id as "unitId", path from lifted`.execute(tx);
  return rows;
}

/** Units with pictures whose rights end within these days, the first day excluded: how many, by the day. */
export const listEnding = (db: Db, after: string, upTo: string) =>
  db
    .selectFrom('media_items as m')
    .select(['m.unit_id as unitId', 'm.path', 'm.rights_until as until'])
    .select(sql<number>`count(*)::int`.as('n'))
    .where('m.rights_until', '>', after)
    .where('m.rights_until', '<=', upTo)
    .where('m.state', '=', 'ready')
    .groupBy(['m.unit_id', 'm.path', 'm.rights_until'])
    .execute();
