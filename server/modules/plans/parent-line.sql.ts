import { type Expression, type SqlBool, sql } from 'kysely';
import type { Db } from '#platform/tx.ts';

/** Activities at work in plans of a unit, or in plans that were sent to it. */
const activities = (db: Db, unitId: string) =>
  db
    .selectFrom('plan_lines as l')
    .innerJoin('plans as p', 'p.id', 'l.plan_id')
    .select(['l.id as lineId', 'l.text', 'p.id as planId', 'p.title as planTitle'])
    .where('l.part', '=', 'activity')
    .where('l.removed_in', 'is', null)
    .where('p.state', '=', 'issued')
    .where('p.amends_id', 'is', null)
    .where('p.id', 'in', (eb) =>
      eb
        .selectFrom('plans as own')
        .select('own.id')
        .where('own.unit_id', '=', unitId)
        .unionAll(eb.selectFrom('addressees as a').select('a.plan_id as id').where('a.unit_id', '=', unitId)),
    );

export const findActivity = (db: Db, unitId: string, lineId: string) =>
  activities(db, unitId).where('l.id', '=', lineId).executeTakeFirst();

/** The latest plans first; words are looked for in the activity and in the title of its plan, marks left out. */
export const listActivities = (db: Db, unitId: string, q: string | undefined, limit: number) =>
  activities(db, unitId)
    .$if(!!q, (query) => query.where(contains(sql`concat_ws(' ', l.text, p.title)`, q!)))
    .orderBy('p.issued_on', 'desc')
    .orderBy('p.id')
    .orderBy('l.position')
    .orderBy('l.id')
    .limit(sql.lit(limit))
    .execute();

const contains = (text: Expression<unknown>, q: string) => sql<SqlBool>`vn_words(${text}) @@ vn_query(${q})`;
