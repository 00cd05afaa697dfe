import { sql } from 'kysely';
import type { Db } from '#platform/tx.ts';

const facts = (db: Db) =>
  db
    .selectFrom('media_cuts as c')
    .innerJoin('media_items as m', 'm.id', 'c.media_id')
    .select(['c.id as cutId', 'c.media_id as mediaId', 'c.unit_id as unitId', 'c.path', 'c.state'])
    .select(['c.width', 'c.height', 'm.caption', 'm.alt', 'm.credit', 'm.focal_x as focalX', 'm.focal_y as focalY'])
    .select(['m.rights_until as rightsUntil', 'm.people']);

export type CutFactsRow = Awaited<ReturnType<typeof listCutFacts>>[number];

export const listCutFacts = (db: Db, cutIds: readonly string[]) =>
  facts(db)
    .where(sql<boolean>`c.id = any(${[...cutIds]}::uuid[])`)
    .execute();

/** Of these cuts, those that the public may see on a channel on a day. */
export const listShown = (db: Db, cutIds: readonly string[], channel: string, day: string) =>
  db
    .selectFrom('media_cuts as c')
    .innerJoin('media_items as m', 'm.id', 'c.media_id')
    .select('c.id')
    .where(sql<boolean>`c.id = any(${[...cutIds]}::uuid[])`)
    .where('c.state', '=', 'ready')
    .where((eb) => eb.or([eb('m.rights_until', 'is', null), eb('m.rights_until', '>', day)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('media_blocks as b')
            .select('b.id')
            .whereRef('b.cut_id', '=', 'c.id')
            .where('b.lifted_at', 'is', null)
            .where((on) => on.or([on('b.channel', 'is', null), on('b.channel', '=', channel)])),
        ),
      ),
    )
    .execute();

export const findRendition = (db: Db, cutId: string, size: string) =>
  db
    .selectFrom('media_renditions as r')
    .innerJoin('media_cuts as c', 'c.id', 'r.cut_id')
    .select(['r.file_id as fileId', 'c.media_id as mediaId'])
    .where('r.cut_id', '=', cutId)
    .where('r.size', '=', size)
    .executeTakeFirst();
