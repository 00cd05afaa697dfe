import { type Insertable, sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import type { Classes } from '#platform/schema.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';
import type { ConsentChannel } from './classes.contract.ts';
import { ruleOn } from './findings.sql.ts';

const rows = (db: Db) =>
  db
    .selectFrom('classes as c')
    .innerJoin('units as u', 'u.id', 'c.unit_id')
    .selectAll('c')
    .select('u.name as unit_name');
export type ClassRecord = Awaited<ReturnType<typeof listClasses>>[number];

export const listClasses = (db: Db, reach: Reach, unitId: string, schoolYear: number) =>
  rows(db)
    .where('c.unit_id', '=', unitId)
    .where('c.school_year', '=', schoolYear)
    .where(inReach(sql.ref<string>('c.path'), reach))
    .orderBy(sql`c.name collate vi`)
    .limit(sql.lit(500))
    .execute();

export const findClass = (db: Db, id: string): Promise<ClassRecord | undefined> =>
  rows(db).where('c.id', '=', id).executeTakeFirst();

export const listOfIds = (db: Db, ids: readonly string[]): Promise<ClassRecord[]> =>
  rows(db)
    .where(sql<boolean>`c.id = any(${[...ids]}::uuid[])`)
    .orderBy('c.name')
    .execute();

export const listYears = async (db: Db, unitId: string): Promise<number[]> =>
  (
    await db
      .selectFrom('classes')
      .select('school_year')
      .distinct()
      .where('unit_id', '=', unitId)
      .orderBy('school_year', 'desc')
      .execute()
  ).map((row) => row.school_year);

export const lockClass = (tx: Tx, id: string) =>
  tx.selectFrom('classes').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

export const insertClass = async (tx: Tx, row: Insertable<Classes>): Promise<boolean> =>
  (await tx
    .insertInto('classes')
    .values(row)
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined;

export const updateClass = (tx: Tx, id: string, set: { name?: string; grade?: string | null }) =>
  tx
    .updateTable('classes')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

export interface ClassFigures {
  classId: string;
  pupils: number;
  unanswered: number;
  endsOn: string | null;
  ready: Partial<Record<ConsentChannel, number>>;
}

/** How the classes stand in news on a day: counted from answers that hold, in one statement. */
export async function countByClass(db: Db, classIds: readonly string[], day: string): Promise<ClassFigures[]> {
  const { rows: found } = await sql<ClassFigures>`
    with asked as (
      select p.id, p.class_id,
             coalesce(p.born_on + make_interval(years => r.adult_age) > ${day}::date, true) as rep,
             coalesce(p.born_on + make_interval(years => r.child_age) <= ${day}::date, true) as child
        from pupils p cross join ${ruleOn(day)}
       where p.class_id = any(${[...classIds]}::uuid[]) and p.left_on is null
    ), said as (
      select k.pupil_id, k.channel, min(k.valid_to) filter (where k.answer = 'given') as ends,
             bool_or(k.party = 'representative' and k.answer = 'given') as rep,
             bool_or(k.party = 'child' and k.answer = 'given') as child,
             bool_or(k.party = 'child' and k.answer = 'refused') as no
        from consents k join asked a on a.id = k.pupil_id
       where k.ended_at is null and k.purpose = 'news' and k.given_on <= ${day}::date and k.valid_to > ${day}::date
       group by 1, 2
    ), ready as (
      select a.class_id, s.channel, count(*)::int as n
        from asked a join said s on s.pupil_id = a.id
       where (s.rep or not a.rep) and (s.child or not a.child) and not coalesce(s.no, false) group by 1, 2
    )
    select a.class_id as "classId", count(*)::int as pupils,
           count(*) filter (where not exists (select from said s where s.pupil_id = a.id))::int as unanswered,
           (select min(s.ends) from said s join asked b on b.id = s.pupil_id where b.class_id = a.class_id) as "endsOn",
           coalesce((select jsonb_object_agg(channel, n) from ready r where r.class_id = a.class_id), '{}') as ready
      from asked a group by a.class_id`.execute(db);
  return found;
}
