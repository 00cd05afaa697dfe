import {
  type Expression,
  type Insertable,
  type RawBuilder,
  type Selectable,
  type SqlBool,
  sql,
  type Updateable,
} from 'kysely';
import type { Reach } from '#lib/reach.ts';
import type { MediaItems } from '#platform/schema.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

export type MediaTableRow = Omit<Selectable<MediaItems>, 'tsv' | 'dhash'>;
export type NewMedia = Omit<Insertable<MediaItems>, 'tsv' | 'dhash'>;
export type MediaChange = Omit<Updateable<MediaItems>, 'id' | 'version' | 'tsv' | 'dhash'> & { dhash?: string };

/** Who looks at pictures. */
export interface Seer {
  personId: string;
  /** Of media.read. */
  reach: Reach;
  /** Of media.add. */
  adds: Reach;
}

const columns = [
  'm.id',
  'm.unit_id',
  'm.path',
  'm.team_id',
  'm.kind',
  'm.file_id',
  'm.sha256',
  'm.state',
  'm.refusal',
  'm.name',
  'm.bytes',
  'm.width',
  'm.height',
  'm.taken_at',
  'm.had_place',
  'm.caption',
  'm.alt',
  'm.credit',
  'm.rights_basis',
  'm.rights_note',
  'm.rights_until',
  'm.people',
  'm.album_id',
  'm.focal_x',
  'm.focal_y',
  'm.cut_id',
  'm.created_by',
  'm.created_at',
  'm.version',
] as const;

/** True where a picture was shown to a unit in the reach, and still is. */
const sharedIn = (media: Expression<string>, reach: Reach): RawBuilder<SqlBool> =>
  reach.length === 0
    ? sql<SqlBool>`false`
    : sql<SqlBool>`exists (select from media_shares s where s.media_id = ${media} and s.ended_at is null
        and ${inReach(sql.ref('s.path'), reach)})`;

/**
 * Who sees a picture: whoever reads pictures of its unit or of the team that brought it, whoever brought it, and the units
 * to which it was shown. Wants media_items as `m`. Every read of pictures goes through here.
 */
export function inSight(seer: Seer): Expression<SqlBool> {
  return sql<SqlBool>`(${inReach(sql.ref('m.path'), seer.reach)} or m.created_by = ${seer.personId}
    or exists (select from units t where t.id = m.team_id and ${inReach(sql.ref('t.path'), seer.reach)})
    or ${sharedIn(sql.ref('m.id'), seer.reach)})`;
}

const shown = (db: Db, seer: Seer) =>
  db
    .selectFrom('media_items as m')
    .innerJoin('units as u', 'u.id', 'm.unit_id')
    .leftJoin('units as t', 't.id', 'm.team_id')
    .leftJoin('albums as a', 'a.id', 'm.album_id')
    .leftJoin('people as p', 'p.id', 'm.created_by')
    .leftJoin('media_cuts as c', 'c.id', 'm.cut_id')
    .select(columns)
    .select(['u.name as unit_name', 't.path as team_path', 'a.title as album_title', 'p.name as created_by_name'])
    .select(['c.state as cut_state', 'c.recipe as cut_recipe', 'c.width as cut_width', 'c.height as cut_height'])
    .select([
      sql<string[]>`array(select r.size from media_renditions r where r.cut_id = c.id order by r.size)`.as('cut_sizes'),
      sql<number>`(select count(*)::int from media_uses x where x.media_id = m.id)`.as('uses'),
      sharedIn(sql.ref('m.id'), seer.adds).as('shared_here'),
    ]);

export type ShownMediaRow = NonNullable<Awaited<ReturnType<typeof findMedia>>>;

export const findMedia = (db: Db, seer: Seer, id: string) =>
  shown(db, seer).where('m.id', '=', id).where(inSight(seer)).executeTakeFirst();

/** The bare row, for jobs and for an id that is to be added: nobody looks. */
export const readMedia = (db: Db, id: string) =>
  db.selectFrom('media_items as m').select(columns).where('m.id', '=', id).executeTakeFirst();

export const lockMedia = (tx: Tx, id: string) =>
  tx.selectFrom('media_items as m').select(columns).where('m.id', '=', id).forUpdate().executeTakeFirst();

/** Of these pictures, those in sight. */
export const listSeen = (db: Db, seer: Seer, ids: readonly string[]) =>
  db
    .selectFrom('media_items as m')
    .select('m.id')
    .where(sql<SqlBool>`m.id = any(${[...ids]}::uuid[])`)
    .where(inSight(seer))
    .execute();

export interface MediaFilter {
  unitId: string;
  q?: string | undefined;
  albumId?: string | undefined;
  mine?: string | undefined;
  shared?: string | undefined;
  people?: string | undefined;
  state?: string | undefined;
  rights?: 'ended' | 'ending' | undefined;
  ids?: readonly string[] | undefined;
  today: string;
  soon: string;
  after?: { at: string; id: string } | undefined;
  limit: number;
}

/** The page first, then what is shown of it: else everything of a unit is put together to show fifty. */
export const listMedia = (db: Db, seer: Seer, f: MediaFilter) =>
  shown(db, seer)
    .where(sql<boolean>`m.id = any(array(${pageOf(db, seer, f)}))`)
    .orderBy('m.created_at', 'desc')
    .orderBy('m.id', 'desc')
    .execute();

const pageOf = (db: Db, seer: Seer, f: MediaFilter) =>
  db
    .selectFrom('media_items as m')
    .select('m.id')
    .where(inSight(seer))
    .$if(!!f.ids, (q) => q.where(sql<SqlBool>`m.id = any(${[...(f.ids ?? [])]}::uuid[])`))
    .$if(!f.ids && !f.shared, (q) =>
      q.where((eb) => eb.or([eb('m.unit_id', '=', f.unitId), eb('m.team_id', '=', f.unitId)])),
    )
    .$if(!f.ids && !!f.shared, (q) =>
      q.where(sql<SqlBool>`m.id in (select s.media_id from media_shares s where s.unit_id = ${f.unitId}
        and s.ended_at is null)`),
    )
    .$if(!!f.albumId, (q) => q.where('m.album_id', '=', f.albumId!))
    .$if(!!f.mine, (q) => q.where('m.created_by', '=', seer.personId))
    .$if(!!f.people, (q) => q.where('m.people', '=', f.people!).where('m.state', '<>', 'refused'))
    .$if(!!f.state, (q) => q.where('m.state', '=', f.state!))
    .$if(f.rights === 'ended', (q) => q.where('m.rights_until', '<=', f.today))
    .$if(f.rights === 'ending', (q) => q.where('m.rights_until', '>', f.today).where('m.rights_until', '<=', f.soon))
    .$if(!!f.q, (q) => q.where(sql<SqlBool>`m.tsv @@ vn_query(${f.q!})`))
    .$if(!!f.after, (q) =>
      q.where(sql<SqlBool>`(m.created_at, m.id) < (${f.after!.at}::timestamptz, ${f.after!.id}::uuid)`),
    )
    .orderBy('m.created_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(sql.lit(f.limit + 1));

/** What a picture is found by: its words and those of its album. */
const words = (row: Pick<MediaTableRow, 'caption' | 'alt' | 'credit' | 'name' | 'album_id'>) =>
  sql<string>`vn_words(concat_ws(' ', ${row.caption}::text, ${row.alt}::text, ${row.credit}::text, ${row.name}::text,
    (select a.title from albums a where a.id = ${row.album_id}::uuid)))`;

export const insertMedia = (tx: Tx, row: NewMedia & { id: string }) =>
  tx
    .insertInto('media_items')
    .values({
      ...row,
      tsv: words({
        caption: row.caption ?? '',
        alt: row.alt ?? '',
        credit: row.credit ?? '',
        name: row.name,
        album_id: row.album_id ?? null,
      }),
    })
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();

/** Changes a row that the caller has locked; its search words and version follow. */
export const updateMedia = (tx: Tx, before: MediaTableRow, { dhash, ...set }: MediaChange) =>
  tx
    .updateTable('media_items')
    .set({
      ...set,
      ...(dhash !== undefined && { dhash: sql`${dhash}::bigint` }),
      version: sql`version + 1`,
      tsv: words({ ...before, ...(set as Partial<MediaTableRow>) }),
    })
    .where('id', '=', before.id)
    .execute();

export const deleteMedia = async (tx: Tx, id: string): Promise<void> => {
  await tx.deleteFrom('media_shares').where('media_id', '=', id).execute();
  await tx.deleteFrom('media_subjects').where('media_id', '=', id).execute();
  await tx.deleteFrom('media_items').where('id', '=', id).execute();
};

/** The unit's picture with these very bytes, the earliest; a refused one has none. */
export const findSame = (db: Db, seer: Seer, unitId: string, sha256: string) =>
  shown(db, seer)
    .where('m.unit_id', '=', unitId)
    .where('m.sha256', '=', sha256)
    .where('m.state', '<>', 'refused')
    .where(inSight(seer))
    .orderBy('m.created_at')
    .limit(sql.lit(1))
    .executeTakeFirst();

/** One after the other until the transaction ends: the same photo, or the same request, sent twice at once. */
export const oneAtATime = (tx: Tx, key: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${key}, 1124))`.execute(tx);

/** At this distance of hashes two pictures are shown as alike. */
const ALIKE = 6;

/** Pictures of the unit that look alike, nearest first. */
export const listAlike = (db: Db, seer: Seer, id: string) =>
  db
    .selectFrom('media_items as m')
    .innerJoin('media_items as o', (j) => j.onRef('o.unit_id', '=', 'm.unit_id').on('o.id', '=', id))
    .select(['m.id', 'm.name', 'm.cut_id as cutId'])
    .select(sql<number>`bit_count((m.dhash # o.dhash)::bit(64))::int`.as('distance'))
    .where('m.id', '<>', id)
    .where('m.state', '=', 'ready')
    .where(sql<SqlBool>`bit_count((m.dhash # o.dhash)::bit(64)) <= ${sql.lit(ALIKE)}`)
    .where(inSight(seer))
    .orderBy('distance')
    .orderBy('m.created_at')
    .limit(sql.lit(12))
    .execute();
