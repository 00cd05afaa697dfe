import { type Insertable, type Selectable, sql } from 'kysely';
import type { MediaCuts, MediaRenditions } from '#platform/schema.ts';
import type { Db, Tx } from '#platform/tx.ts';
import type { Recipe } from './media.contract.ts';

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

export type CutRow = Omit<Selectable<MediaCuts>, 'recipe'> & { recipe: Recipe };

export const insertCut = (
  tx: Tx,
  row: {
    id: string;
    media_id: string;
    unit_id: string;
    path: string;
    recipe: Recipe;
    created_by: string | null;
    created_at: Date;
  },
) =>
  tx
    .insertInto('media_cuts')
    .values({ ...row, recipe: JSON.stringify(row.recipe), state: 'waiting' })
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();

export const readCut = async (db: Db, id: string): Promise<CutRow | undefined> =>
  (await db.selectFrom('media_cuts').selectAll().where('id', '=', id).executeTakeFirst()) as CutRow | undefined;

export const lockCut = async (tx: Tx, id: string): Promise<CutRow | undefined> =>
  (await tx.selectFrom('media_cuts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as
    | CutRow
    | undefined;

export const updateCut = (tx: Tx, id: string, set: { state: string; width?: number; height?: number }) =>
  tx.updateTable('media_cuts').set(set).where('id', '=', id).execute();

/** Cuts of a picture, the first (the whole picture) first. */
export const listCuts = (db: Db, mediaId: string) =>
  db
    .selectFrom('media_cuts as c')
    .select(['c.id', 'c.media_id', 'c.state', 'c.recipe', 'c.width', 'c.height'])
    .select(
      sql<string[]>`array(select r.size from media_renditions r where r.cut_id = c.id order by r.size)`.as('sizes'),
    )
    .where('c.media_id', '=', mediaId)
    .orderBy('c.created_at')
    .orderBy('c.id')
    .execute();

export const countCuts = async (db: Db, mediaId: string): Promise<number> =>
  (
    await db
      .selectFrom('media_cuts')
      .select(sql<number>`count(*)::int`.as('n'))
      .where('media_id', '=', mediaId)
      .executeTakeFirstOrThrow()
  ).n;

export const insertRendition = (tx: Tx, row: Insertable<MediaRenditions>) =>
  tx.insertInto('media_renditions').values(row).execute();

/** Files of a picture's renditions. */
export const listRenditionFiles = (db: Db, mediaId: string) =>
  db
    .selectFrom('media_renditions as r')
    .innerJoin('media_cuts as c', 'c.id', 'r.cut_id')
    .select('r.file_id')
    .where('c.media_id', '=', mediaId)
    .execute();

/** All cuts of a picture with their renditions, blocks and coverings: only where nothing uses them. */
export const deleteCuts = async (tx: Tx, mediaId: string): Promise<void> => {
  await tx
    .deleteFrom('media_blocks')
    .where('cut_id', 'in', (eb) => eb.selectFrom('media_cuts').select('id').where('media_id', '=', mediaId))
    .execute();
  // What a request to take back says of the place stays; the picture it was about is there no more.
  await tx
    .updateTable('withdrawal_steps')
    .set({ media_id: null, cut_id: null })
    .where('media_id', '=', mediaId)
    .execute();
  await tx.deleteFrom('media_cuts').where('media_id', '=', mediaId).execute();
};
