import { type Insertable, sql } from 'kysely';
import type { Term } from '#lib/quota-periods.ts';
import type { Reach } from '#lib/reach.ts';
import type { HandIns } from '#platform/schema.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

const countItems = (only = sql`true`) =>
  sql<number>`(select count(*)::int from hand_in_items i where i.hand_in_id = h.id and ${only})`;

const handIns = (db: Db) =>
  db
    .selectFrom('hand_ins as h')
    .innerJoin('units as u', 'u.id', 'h.unit_id')
    .innerJoin('units as t', 't.id', 'h.to_unit_id')
    .leftJoin('people as d', 'd.id', 'h.decided_by')
    .selectAll('h')
    .select(['u.name as unit_name', 't.name as to_unit_name', 'd.name as decided_by_name'])
    .select([countItems().as('collected'), countItems(sql`i.chosen`).as('chosen')]);

export type HandInRow = NonNullable<Awaited<ReturnType<typeof findHandIn>>>;

/** Seen by the unit itself; by the one above once it was sent. */
export const findHandIn = (db: Db, reach: Reach, id: string) =>
  handIns(db)
    .where('h.id', '=', id)
    .where((eb) =>
      eb.or([
        inReach(eb.ref('h.path'), reach),
        eb.and([inReach(eb.ref('h.to_path'), reach), eb('h.state', 'in', ['sent', 'received', 'returned'])]),
      ]),
    )
    .executeTakeFirst();

/** A row of a job: nobody looks. */
export const readHandIn = (db: Db, id: string) => handIns(db).where('h.id', '=', id).executeTakeFirst();

export const lockHandIn = (tx: Tx, id: string) =>
  tx.selectFrom('hand_ins').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

export const listOfUnit = (db: Db, reach: Reach, unitId: string) =>
  handIns(db)
    .where('h.unit_id', '=', unitId)
    .where((eb) => inReach(eb.ref('h.path'), reach))
    .orderBy('h.school_year', 'desc')
    .orderBy('h.semester', 'desc')
    .limit(sql.lit(40))
    .execute();

export const findOf = (db: Db, of: { unitId: string; toUnitId: string; schoolYear: number; semester: number }) =>
  db
    .selectFrom('hand_ins')
    .select('id')
    .where('unit_id', '=', of.unitId)
    .where('to_unit_id', '=', of.toUnitId)
    .where('school_year', '=', of.schoolYear)
    .where('semester', '=', of.semester)
    .executeTakeFirst();

/** False where it was begun already. */
export const insertHandIn = async (tx: Tx, row: Insertable<HandIns>): Promise<boolean> =>
  (await tx
    .insertInto('hand_ins')
    .values(row)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined;

export const updateHandIn = (tx: Tx, id: string, set: Partial<Insertable<HandIns>>) =>
  tx
    .updateTable('hand_ins')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

export const listItems = (db: Db, handInId: string) =>
  db
    .selectFrom('hand_in_items as i')
    .innerJoin('media_items as m', 'm.id', 'i.media_id')
    .leftJoin('albums as a', 'a.id', 'm.album_id')
    .select(['i.media_id as mediaId', 'i.cut_id as cutId', 'i.topic', 'i.chosen', 'm.name', 'm.caption', 'm.credit'])
    .select('a.title as albumTitle')
    .where('i.hand_in_id', '=', handInId)
    .orderBy('i.position')
    .orderBy('i.media_id')
    .execute();

export interface NewItem {
  mediaId: string;
  cutId: string;
  topic: string;
  chosen: boolean;
}

export async function putItems(tx: Tx, handInId: string, items: readonly NewItem[], personId: string): Promise<void> {
  await tx.deleteFrom('hand_in_items').where('hand_in_id', '=', handInId).execute();
  if (items.length === 0) return;
  await tx
    .insertInto('hand_in_items')
    .values(
      items.map((item, position) => ({
        hand_in_id: handInId,
        media_id: item.mediaId,
        cut_id: item.cutId,
        topic: item.topic,
        chosen: item.chosen,
        position,
        added_by: personId,
      })),
    )
    .execute();
}

/** Of these cuts those of ready photos of the unit. */
export const cutsOfUnit = (db: Db, unitId: string, cutIds: readonly string[]) =>
  db
    .selectFrom('media_cuts as c')
    .innerJoin('media_items as m', 'm.id', 'c.media_id')
    .select(['c.id as cutId', 'm.id as mediaId'])
    .where(sql<boolean>`c.id = any(${[...cutIds]}::uuid[])`)
    .where('m.unit_id', '=', unitId)
    .where('m.state', '=', 'ready')
    .where('m.kind', 'in', ['photo', 'drawing'])
    .execute();

export const picturesOfAlbum = (db: Db, unitId: string, albumId: string) =>
  db
    .selectFrom('media_items')
    .select(['id as mediaId', 'cut_id as cutId'])
    .where('album_id', '=', albumId)
    .where('unit_id', '=', unitId)
    .where('state', '=', 'ready')
    .where('kind', 'in', ['photo', 'drawing'])
    .where('cut_id', 'is not', null)
    .orderBy(sql`coalesce(taken_at, created_at)`)
    .execute();

export const listTopics = (db: Db, day: string) =>
  db
    .selectFrom('hand_in_topics')
    .select(['code', 'name_vi as nameVi', 'name_en as nameEn'])
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .orderBy('position')
    .execute();

export const listTerms = async (db: Db): Promise<Term[]> =>
  (
    await db
      .selectFrom('school_terms')
      .select(['kind', 'n', 'first_month as firstMonth', 'months', 'valid_from as validFrom', 'valid_to as validTo'])
      .where('kind', '=', 'semester')
      .execute()
  ).map((row) => ({ ...row, kind: 'semester' as const }));

export const daysAfter = async (db: Db, semester: number, day: string): Promise<number | undefined> =>
  (
    await db
      .selectFrom('hand_in_rules')
      .select('days_after')
      .where('semester', '=', semester)
      .where('valid_from', '<=', day)
      .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
      .executeTakeFirst()
  )?.days_after;

/** The unit directly above on the working line. */
export const unitAbove = (db: Db, unitId: string) =>
  db
    .selectFrom('units as u')
    .innerJoin('units as a', 'a.id', 'u.parent_id')
    .select(['a.id', 'a.name', 'a.path'])
    .where('u.id', '=', unitId)
    .executeTakeFirst();

/** One receipt number after the other for a unit and school year; the receiver's row is held meanwhile. */
export const nextReceiptNo = async (tx: Tx, toUnitId: string, schoolYear: number): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${toUnitId} ${schoolYear}`}, 832))`.execute(tx);
  const row = await tx
    .selectFrom('hand_ins')
    .select(sql<number>`coalesce(max(receipt_no), 0)::int`.as('last'))
    .where('to_unit_id', '=', toUnitId)
    .where('school_year', '=', schoolYear)
    .executeTakeFirstOrThrow();
  return row.last + 1;
};

/** Units directly below that hand in: no teams, boards or divisions of the house itself. */
const below = (db: Db, of: { unitId: string; schoolYear: number; semester: number }) =>
  db
    .selectFrom('units as u')
    .leftJoin('hand_ins as h', (j) =>
      j
        .onRef('h.unit_id', '=', 'u.id')
        .on('h.to_unit_id', '=', of.unitId)
        .on('h.school_year', '=', of.schoolYear)
        .on('h.semester', '=', of.semester)
        .on('h.state', '<>', 'collecting'),
    )
    .where('u.parent_id', '=', of.unitId)
    .where('u.kind', 'not in', ['team', 'board', 'division'])
    .where('u.closed_on', 'is', null);

export const listBelow = (
  db: Db,
  of: { unitId: string; schoolYear: number; semester: number; after?: string | undefined; limit: number },
) =>
  below(db, of)
    .select(['u.id as unitId', 'u.name as unitName', 'u.path', 'h.id as handInId', 'h.state', 'h.sent_at as sentAt'])
    .select(['h.receipt_no as receiptNo', sql<number>`coalesce(${countItems(sql`i.chosen`)}, 0)`.as('chosen')])
    .$if(of.after !== undefined, (q) => q.where('u.path', '>', of.after!))
    .orderBy('u.path')
    .limit(sql.lit(of.limit + 1))
    .execute();

export const countBelow = (db: Db, of: { unitId: string; schoolYear: number; semester: number }) =>
  below(db, of)
    .select([
      sql<number>`count(*)::int`.as('units'),
      sql<number>`count(h.id) filter (where h.state in ('sent', 'received'))::int`.as('sent'),
      sql<number>`count(h.id) filter (where h.state = 'received')::int`.as('received'),
    ])
    .executeTakeFirstOrThrow();

/** Also topics that have ended: a paper says what it was filed under. */
export const listAllTopics = (db: Db) => db.selectFrom('hand_in_topics').select(['code', 'name_vi as name']).execute();
