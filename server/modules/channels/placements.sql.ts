import { type Insertable, sql, type Updateable } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import type { Placements } from '#platform/schema.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

export type NewPlacement = Insertable<Placements>;
export type PlacementChange = Omit<Updateable<Placements>, 'id' | 'version'>;

const shown = (db: Db) =>
  db
    .selectFrom('placements as p')
    .innerJoin('outlets as o', 'o.id', 'p.outlet_id')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .innerJoin('units as s', 's.id', 'p.subject_unit_id')
    .leftJoin('people as w', 'w.id', 'p.recorded_by')
    .leftJoin('outputs as i', 'i.id', 'p.output_id')
    .leftJoin('outputs as j', 'j.id', 'i.joined_to')
    .selectAll('p')
    .select(['o.name as outlet_name', 'o.kind as outlet_kind', 'u.name as unit_name', 's.name as subject_unit_name'])
    .select(['w.name as recorded_by_name', 'j.title as joined_title']);
export type ShownPlacement = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number];

export interface PlacementFilter {
  unitId: string;
  subjectId?: string | undefined;
  states: readonly string[];
  kind?: string | undefined;
  outletId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  q?: string | undefined;
  after?: { at: string; id: string } | undefined;
  limit: number;
}

export const listPlacements = (db: Db, reach: Reach, f: PlacementFilter) =>
  shown(db)
    .select(sql<string>`to_char(p.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('place'))
    .where('p.unit_id', '=', f.unitId)
    .where((eb) => inReach(eb.ref('p.path'), reach))
    .where('p.state', 'in', [...f.states])
    .$if(!!f.subjectId, (q) => q.where('p.subject_id', '=', f.subjectId!))
    .$if(!!f.kind, (q) => q.where('o.kind', '=', f.kind!))
    .$if(!!f.outletId, (q) => q.where('p.outlet_id', '=', f.outletId!))
    .$if(!!f.from, (q) => q.where('p.placed_on', '>=', f.from!))
    .$if(!!f.to, (q) => q.where('p.placed_on', '<=', f.to!))
    .$if(!!f.q, (q) => q.where(sql<boolean>`vn_words(p.subject_title || ' ' || o.name) @@ vn_query(${f.q!})`))
    .$if(!!f.after, (q) =>
      q.where(sql<boolean>`(p.created_at, p.id) < (${f.after!.at}::timestamptz, ${f.after!.id}::uuid)`),
    )
    .orderBy('p.created_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(sql.lit(f.limit + 1))
    .execute();

export const findPlacement = (db: Db, reach: Reach, id: string) =>
  shown(db)
    .where('p.id', '=', id)
    .where((eb) => inReach(eb.ref('p.path'), reach))
    .executeTakeFirst();

/** A row that an act in progress needs: nobody looks. */
export const readPlacement = (db: Db, id: string) => shown(db).where('p.id', '=', id).executeTakeFirst();

export const lockPlacement = (tx: Tx, id: string) =>
  tx.selectFrom('placements').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

/** Placements of one subject, whoever recorded them. */
export const listOf = (db: Db, subjectKind: string, subjectId: string) =>
  shown(db)
    .where('p.subject_kind', '=', subjectKind)
    .where('p.subject_id', '=', subjectId)
    .where('p.state', '<>', 'cancelled')
    .orderBy('p.created_at')
    .orderBy('p.id')
    .execute();

/** Placements that were given one of these pictures and still have it. */
export const listShowing = (db: Db, cutIds: readonly string[]) =>
  shown(db)
    .where(sql<boolean>`p.cut_ids && ${[...cutIds]}::uuid[]`)
    .where('p.state', 'in', ['asked', 'placed', 'removal-asked'])
    .orderBy('p.id')
    .execute();

/** The unit's placement at this address, or of this subject at this outlet on that day where there is no address. */
export const findSame = (
  db: Db,
  row: Pick<NewPlacement, 'unit_id' | 'url_key' | 'outlet_id' | 'subject_id' | 'placed_on'>,
) =>
  shown(db)
    .where('p.unit_id', '=', row.unit_id)
    .where('p.state', 'not in', ['refused', 'cancelled'])
    .where((eb) =>
      row.url_key
        ? eb('p.url_key', '=', row.url_key)
        : eb.and([
            eb('p.url_key', 'is', null),
            eb('p.outlet_id', '=', row.outlet_id),
            eb('p.subject_id', '=', row.subject_id),
            eb('p.placed_on', '=', row.placed_on!),
          ]),
    )
    .executeTakeFirst();

/** What was offered to an outlet and has not been decided, to be filled in when it stands. */
export const findAsked = (db: Db, of: { unitId: string; outletId: string; subjectId: string }) =>
  shown(db)
    .where('p.unit_id', '=', of.unitId)
    .where('p.outlet_id', '=', of.outletId)
    .where('p.subject_id', '=', of.subjectId)
    .where('p.state', '=', 'asked')
    .orderBy('p.created_at', 'desc')
    .limit(sql.lit(1))
    .executeTakeFirst();

/** Undefined where the id, the address, or the offer to this outlet is there already. */
export const insertPlacement = (tx: Tx, row: NewPlacement) =>
  tx
    .insertInto('placements')
    .values(row)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst();

/** The same for many; answers the ids that are new. */
export const insertPlacements = async (tx: Tx, rows: readonly NewPlacement[]): Promise<string[]> => {
  if (rows.length === 0) return [];
  const made = await tx
    .insertInto('placements')
    .values([...rows])
    .onConflict((c) => c.doNothing())
    .returning('id')
    .execute();
  return made.map((row) => row.id);
};

export const updatePlacement = (tx: Tx, id: string, set: PlacementChange) =>
  tx
    .updateTable('placements')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

/** Locks what stands or was offered of a subject, or these placements, in one order. */
export const lockStanding = (tx: Tx, of: { subjectKind: string; subjectId: string } | { ids: readonly string[] }) =>
  tx
    .selectFrom('placements')
    .select('id')
    .where('state', 'in', ['asked', 'placed', 'removal-asked'])
    .$if('ids' in of, (q) => q.where(sql<boolean>`id = any(${'ids' in of ? [...of.ids] : []}::uuid[])`))
    .$if('subjectId' in of, (q) =>
      'subjectId' in of ? q.where('subject_kind', '=', of.subjectKind).where('subject_id', '=', of.subjectId) : q,
    )
    .orderBy('id')
    .forUpdate()
    .execute();

/** Placements that one letter is about. */
export const listOfLetter = (db: Db, letterId: string) =>
  db
    .selectFrom('placements as p')
    .innerJoin('outlets as o', 'o.id', 'p.outlet_id')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .select(['p.id', 'p.subject_id', 'p.version_n', 'p.subject_title', 'p.letter', 'p.note', 'p.state', 'p.cut_ids'])
    .select(['o.name as outlet_name', 'o.contact_name', 'o.contact_email', 'u.name as unit_name'])
    .where('p.letter_id', '=', letterId)
    .orderBy('p.id')
    .execute();

export const markLetter = (tx: Tx, letterId: string, letter: 'sent' | 'refused', at: Date) =>
  tx
    .updateTable('placements')
    .set({ letter, letter_at: at, version: sql`version + 1` })
    .where('letter_id', '=', letterId)
    .where('letter', '=', 'waiting')
    .execute();

/** How many days an outlet has, by the rule of a day. */
export const removalDays = async (db: Db, removal: string, day: string): Promise<number> => {
  const row = await db
    .selectFrom('removal_terms')
    .select('days')
    .where('removal', '=', removal)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .executeTakeFirst();
  return row?.days ?? 0;
};
