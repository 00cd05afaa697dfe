import { type Expression, type Insertable, type SqlBool, sql, type Updateable } from 'kysely';
import type { Albums } from '#platform/schema.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { inSight, type Seer } from './media.sql.ts';

/**
 * Who sees an album: whoever reads pictures of its unit or of a team in it, and whoever began it. Its pictures are another
 * matter: of those everybody sees their own part.
 */
const albumInSight = (seer: Seer): Expression<SqlBool> =>
  sql<SqlBool>`(${inReach(sql.ref('a.path'), seer.reach)} or a.created_by = ${seer.personId}
    or exists (select from units t where t.parent_id = a.unit_id and t.kind in ('team', 'board')
      and ${inReach(sql.ref('t.path'), seer.reach)}))`;

const shown = (db: Db, seer: Seer) =>
  db
    .selectFrom('albums as a')
    .innerJoin('units as u', 'u.id', 'a.unit_id')
    .leftJoin('people as p', 'p.id', 'a.created_by')
    .selectAll('a')
    .select(['u.name as unit_name', 'p.name as created_by_name'])
    .select([
      sql<{ id: string; name: string; schoolYear: number }[]>`coalesce((
        select json_agg(json_build_object('id', c.id, 'name', c.name, 'schoolYear', c.school_year) order by c.name)
          from album_classes ac join classes c on c.id = ac.class_id where ac.album_id = a.id), '[]')`.as('classes'),
      sql<number>`(select count(*)::int from media_items m
        where m.album_id = a.id and m.state <> 'refused' and ${inSight(seer)})`.as('pictures'),
      sql<string | null>`(select m.cut_id from media_items m join media_cuts k on k.id = m.cut_id
        where m.album_id = a.id and k.state = 'ready' and ${inSight(seer)}
        order by m.created_at desc, m.id desc limit 1)`.as('cover_cut_id'),
    ]);

export type AlbumRow = NonNullable<Awaited<ReturnType<typeof findAlbum>>>;

export const findAlbum = (db: Db, seer: Seer, id: string) =>
  shown(db, seer).where('a.id', '=', id).where(albumInSight(seer)).executeTakeFirst();

export const lockAlbum = (tx: Tx, id: string) =>
  tx.selectFrom('albums').select(['id', 'unit_id', 'closed_at']).where('id', '=', id).forUpdate().executeTakeFirst();

/** Held as it is until the transaction ends: an album that is being closed takes no picture meanwhile. */
export const holdAlbum = (tx: Tx, id: string) =>
  tx.selectFrom('albums').select(['unit_id', 'closed_at', 'title']).where('id', '=', id).forShare().executeTakeFirst();

export interface AlbumFilter {
  unitId: string;
  q?: string | undefined;
  classId?: string | undefined;
  open?: string | undefined;
  after?: { at: string; id: string } | undefined;
  limit: number;
}

export const listAlbums = (db: Db, seer: Seer, f: AlbumFilter) =>
  shown(db, seer)
    .where(albumInSight(seer))
    .where('a.unit_id', '=', f.unitId)
    .$if(!!f.open, (q) => q.where('a.closed_at', 'is', null))
    .$if(!!f.classId, (q) =>
      q.where(
        sql<SqlBool>`exists (select from album_classes x where x.album_id = a.id and x.class_id = ${f.classId!})`,
      ),
    )
    .$if(!!f.q, (q) => q.where(sql<SqlBool>`vn_words(concat_ws(' ', a.title, a.place)) @@ vn_query(${f.q!})`))
    .$if(!!f.after, (q) =>
      q.where(sql<SqlBool>`(a.created_at, a.id) < (${f.after!.at}::timestamptz, ${f.after!.id}::uuid)`),
    )
    .orderBy('a.created_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(sql.lit(f.limit + 1))
    .execute();

export const insertAlbum = (tx: Tx, row: Insertable<Albums>) =>
  tx
    .insertInto('albums')
    .values(row)
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();

export const updateAlbum = (tx: Tx, id: string, set: Omit<Updateable<Albums>, 'id' | 'version'>) =>
  tx
    .updateTable('albums')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

/** Pictures are found by the name of their album too. */
export const reindexPictures = (tx: Tx, albumId: string) =>
  sql`update media_items m set tsv = vn_words(concat_ws(' ', m.caption, m.alt, m.credit, m.name, a.title))
    from albums a where a.id = m.album_id and a.id = ${albumId}`.execute(tx);

/** The classes of an album from now on: those of them that are of its unit; returns how many that are. Who of a class that stays was not there stays too. */
export async function setClasses(
  tx: Tx,
  albumId: string,
  unitId: string,
  classIds: readonly string[],
): Promise<number> {
  await tx
    .deleteFrom('album_classes')
    .where('album_id', '=', albumId)
    .where(sql<SqlBool>`not (class_id = any(${[...classIds]}::uuid[]))`)
    .execute();
  const { numAffectedRows } = await sql`insert into album_classes (album_id, class_id)
    select ${albumId}::uuid, c.id from classes c
     where c.unit_id = ${unitId}::uuid and c.id = any(${[...classIds]}::uuid[])
    on conflict (album_id, class_id) do update set except_ids = album_classes.except_ids`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
