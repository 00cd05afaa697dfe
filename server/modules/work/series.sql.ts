import { type Insertable, sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import type { Series } from '#platform/schema.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

export const listSeries = (db: Db, reach: Reach, of: { planId?: string; lineId?: string; id?: string }) =>
  db
    .selectFrom('series as s')
    .innerJoin('plans as p', 'p.id', 's.plan_id')
    .leftJoin('plan_lines as l', 'l.id', 's.line_id')
    .select([
      's.id',
      's.plan_id as planId',
      's.line_id as lineId',
      'l.text as lineText',
      's.unit_id as unitId',
      's.path',
      'p.state as planState',
      's.title',
      's.aim',
      's.from_on as fromOn',
      's.to_on as toOn',
      's.version',
      sql<number>`(select count(*) from evidence e where e.series_id = s.id and e.counted)::int`.as('pieces'),
    ])
    .where((eb) => inReach(eb.ref('s.path'), reach))
    .$if(of.planId !== undefined, (q) => q.where('s.plan_id', '=', of.planId!))
    .$if(of.lineId !== undefined, (q) =>
      q.where((eb) => eb.or([eb('s.line_id', '=', of.lineId!), eb('s.line_id', 'is', null)])),
    )
    .$if(of.id !== undefined, (q) => q.where('s.id', '=', of.id!))
    .orderBy(sql`s.from_on nulls last`)
    .orderBy('s.id')
    .execute();

export type SeriesRow = Awaited<ReturnType<typeof listSeries>>[number];

export const placeOfPlan = (db: Db, planId: string) =>
  db.selectFrom('plans').select(['unit_id as unitId', 'path']).where('id', '=', planId).executeTakeFirst();

export const isActivityOf = async (db: Db, planId: string, lineId: string): Promise<boolean> =>
  (await db
    .selectFrom('plan_lines')
    .select('id')
    .where('id', '=', lineId)
    .where('plan_id', '=', planId)
    .where('part', '=', 'activity')
    .executeTakeFirst()) !== undefined;

/** False where the id is there already. */
export const insertSeries = async (tx: Tx, row: Insertable<Series>): Promise<boolean> =>
  (await tx
    .insertInto('series')
    .values(row)
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined;

export const updateSeries = (
  tx: Tx,
  id: string,
  set: Pick<Insertable<Series>, 'title' | 'aim' | 'line_id' | 'from_on' | 'to_on'>,
) =>
  tx
    .updateTable('series')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

export const lockSeries = (tx: Tx, id: string) =>
  tx.selectFrom('series').select('id').where('id', '=', id).forUpdate().execute();

export const deleteSeries = (tx: Tx, id: string) => tx.deleteFrom('series').where('id', '=', id).execute();
