import { type Insertable, sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import type { LawfulBases } from '#platform/schema.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

const rows = (db: Db) =>
  db
    .selectFrom('lawful_bases as l')
    .innerJoin('people as p', 'p.id', 'l.decided_by')
    .leftJoin('albums as a', 'a.id', 'l.album_id')
    .leftJoin('media_items as m', 'm.id', 'l.media_id')
    .selectAll('l')
    .select(['p.name as decided_by_name', sql<string>`coalesce(a.title, nullif(m.caption, ''), m.name)`.as('title')]);
export type BasisRecord = Awaited<ReturnType<typeof listBases>>[number];

export const listBases = (
  db: Db,
  reach: Reach,
  of: { unitId: string; albumId: string | undefined; mediaId: string | undefined },
) =>
  rows(db)
    .where('l.unit_id', '=', of.unitId)
    .where(inReach(sql.ref<string>('l.path'), reach))
    .$if(of.albumId !== undefined, (q) => q.where('l.album_id', '=', of.albumId!))
    .$if(of.mediaId !== undefined, (q) => q.where('l.media_id', '=', of.mediaId!))
    .orderBy('l.decided_at', 'desc')
    .orderBy('l.id')
    .limit(sql.lit(200))
    .execute();

export const findBasis = (db: Db, id: string): Promise<BasisRecord | undefined> =>
  rows(db).where('l.id', '=', id).executeTakeFirst();

export const lockBasis = (tx: Tx, id: string) =>
  tx.selectFrom('lawful_bases').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

/** The unit an album or picture is of. */
export async function findOwner(
  db: Db,
  of: { albumId: string | null; mediaId: string | null },
): Promise<{ unitId: string; path: string } | undefined> {
  const { rows: found } = await sql<{ unitId: string; path: string }>`
    select unit_id as "unitId", path from albums where id = ${of.albumId}::uuid
    union all select unit_id, path from media_items where id = ${of.mediaId}::uuid`.execute(db);
  return found[0];
}

export const insertBasis = async (tx: Tx, row: Insertable<LawfulBases>): Promise<boolean> =>
  (await tx
    .insertInto('lawful_bases')
    .values(row)
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined;

export const revokeBasis = (tx: Tx, id: string, by: { personId: string; at: Date }) =>
  tx.updateTable('lawful_bases').set({ revoked_at: by.at, revoked_by: by.personId }).where('id', '=', id).execute();

/** Pictures a decision is about: those of its album, or the one. */
export const listMediaOf = async (
  db: Db,
  of: { albumId: string | null; mediaId: string | null },
): Promise<string[]> => {
  const { rows: found } = await sql<{ id: string }>`
    select id from media_items where id = ${of.mediaId}::uuid or album_id = ${of.albumId}::uuid`.execute(db);
  return found.map((row) => row.id);
};
