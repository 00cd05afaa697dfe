import { sql } from 'kysely';
import type { Db, Tx } from '#platform/tx.ts';
import type { ConsentChannel } from './classes.contract.ts';

export const lockAlbum = (tx: Tx, id: string) =>
  tx.selectFrom('albums').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

export const findAlbum = (db: Db, id: string) =>
  db.selectFrom('albums').select(['id', 'unit_id', 'path', 'title']).where('id', '=', id).executeTakeFirst();

export const listAlbumClasses = (db: Db, albumId: string) =>
  db
    .selectFrom('album_classes as a')
    .innerJoin('classes as c', 'c.id', 'a.class_id')
    .select(['c.id', 'c.name', 'a.except_ids'])
    .select(
      sql<number>`(select count(*)::int from pupils p where p.class_id = c.id and p.left_on is null
        and not (p.id = any(a.except_ids)))`.as('pupils'),
    )
    .where('a.album_id', '=', albumId)
    .orderBy(sql`c.name collate vi`)
    .execute();

export const listNames = (db: Db, pupilIds: readonly string[]) =>
  db
    .selectFrom('pupils as p')
    .innerJoin('classes as c', 'c.id', 'p.class_id')
    .select(['p.id', 'p.name', 'c.name as className'])
    .where(sql<boolean>`p.id = any(${[...pupilIds]}::uuid[])`)
    .orderBy('p.name')
    .orderBy('p.id')
    .execute();

export async function replaceAlbumClasses(
  tx: Tx,
  albumId: string,
  rows: readonly { class_id: string; except_ids: string[] }[],
): Promise<void> {
  await tx.deleteFrom('album_classes').where('album_id', '=', albumId).execute();
  if (rows.length > 0)
    await tx
      .insertInto('album_classes')
      .values(rows.map((row) => ({ album_id: albumId, ...row })))
      .execute();
}

/** Pictures of an album in which one of these pupils is marked. */
export const listPicturesOf = (db: Db, albumId: string, pupilIds: readonly string[]) =>
  db
    .selectFrom('media_subjects as s')
    .innerJoin('media_items as m', 'm.id', 's.media_id')
    .select(['s.pupil_id as pupilId', 'm.id as mediaId'])
    .where('m.album_id', '=', albumId)
    .where(sql<boolean>`s.pupil_id = any(${[...pupilIds]}::uuid[])`)
    .orderBy('m.id')
    .limit(sql.lit(5000))
    .execute();

export interface Lacking {
  id: string;
  name: string;
  className: string;
  channels: ConsentChannel[];
}
