import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Term } from '#lib/quota-periods.ts';
import type { Reach } from '#lib/reach.ts';
import type { Quotas } from '#platform/schema.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

export type QuotaTableRow = Selectable<Quotas>;
export type NewQuota = Insertable<Quotas>;
export type QuotaChange = Omit<Updateable<Quotas>, 'id' | 'version'>;

const shown = (db: Db) =>
  db
    .selectFrom('quotas as q')
    .innerJoin('units as u', 'u.id', 'q.unit_id')
    .leftJoin('units as t', 't.id', 'q.target_unit_id')
    .leftJoin('plans as p', 'p.id', 'q.plan_id')
    .selectAll('q')
    .select(['u.name as unit_name', 't.name as target_name', 'p.title as plan_title'])
    .select(sql<number>`(select count(*)::int from quota_units qu where qu.quota_id = q.id)`.as('units'));

export type ShownQuotaRow = NonNullable<Awaited<ReturnType<typeof readQuota>>>;

export const readQuota = (db: Db, id: string) => shown(db).where('q.id', '=', id).executeTakeFirst();

export const findQuota = (db: Db, reach: Reach, id: string) =>
  shown(db)
    .where('q.id', '=', id)
    .where((eb) => inReach(eb.ref('q.path'), reach))
    .executeTakeFirst();

export const lockQuota = (tx: Tx, id: string) =>
  tx.selectFrom('quotas').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

export const listSetBy = (db: Db, unitId: string) =>
  shown(db)
    .where('q.unit_id', '=', unitId)
    .orderBy(sql`q.ended_at is not null`)
    .orderBy('q.from_month', 'desc')
    .orderBy('q.id')
    .limit(sql.lit(300))
    .execute();

export const listOwedBy = (db: Db, unitId: string) =>
  shown(db)
    .where('q.id', 'in', db.selectFrom('quota_units').select('quota_id').where('unit_id', '=', unitId))
    .orderBy('q.from_month', 'desc')
    .orderBy('q.id')
    .limit(sql.lit(300))
    .execute();

/** Quotas that hold in some of these months and were set by one of these units (by path): a unit's own and those from above. */
export const listHolding = (
  db: Db,
  of: { paths: readonly string[]; from: string; to: string; quotaId?: string | undefined },
) =>
  shown(db)
    .where('q.path', 'in', of.paths.length > 0 ? [...of.paths] : [''])
    .where('q.from_month', '<=', of.to)
    .where('q.to_month', '>=', of.from)
    .$if(!!of.quotaId, (q) => q.where('q.id', '=', of.quotaId!))
    .orderBy('q.path')
    .orderBy('q.id')
    .limit(sql.lit(300))
    .execute();

/** All that hold in some month from `from` on, for the jobs. */
export const listFrom = (db: Db, from: string) =>
  db.selectFrom('quotas').selectAll().where('to_month', '>=', from).execute();

/** Those owed directly below a unit. */
export const listBelowNode = (db: Db, nodeId: string, from: string) =>
  db
    .selectFrom('quotas as q')
    .selectAll('q')
    .where('q.to_month', '>=', from)
    .where((eb) =>
      eb.or([
        eb('q.id', 'in', eb.selectFrom('quota_units').select('quota_id').where('node_id', '=', nodeId)),
        eb('q.id', 'in', eb.selectFrom('quota_counts').select('quota_id').where('node_id', '=', nodeId)),
        eb(
          'q.id',
          'in',
          eb
            .selectFrom('quota_counts as k')
            .innerJoin('units as u', 'u.id', 'k.node_id')
            .select('k.quota_id')
            .where('u.parent_id', '=', nodeId),
        ),
      ]),
    )
    .execute();

export const insertQuota = (tx: Tx, row: NewQuota) =>
  tx
    .insertInto('quotas')
    .values(row)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst();

export const updateQuota = (tx: Tx, id: string, set: QuotaChange) =>
  tx
    .updateTable('quotas')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

export const findByLine = (tx: Tx, lineId: string, scope: string) =>
  tx.selectFrom('quotas').selectAll().where('line_id', '=', lineId).where('scope', '=', scope).executeTakeFirst();

export const listOfPlan = (db: Db, planId: string) =>
  db.selectFrom('quotas').selectAll().where('plan_id', '=', planId).where('ended_at', 'is', null).execute();

export async function listTerms(db: Db): Promise<Term[]> {
  const rows = await db
    .selectFrom('school_terms')
    .select(['kind', 'n', 'first_month as firstMonth', 'months', 'valid_from as validFrom', 'valid_to as validTo'])
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as Term['kind'] }));
}

/** An issued plan as far as its quotas need it. */
export const findIssued = (db: Db, planId: string) =>
  db
    .selectFrom('plans as p')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .select(['p.id', 'p.unit_id', 'p.path', 'p.state', 'p.issued_on', 'p.period_kind', 'p.period_from', 'p.period_to'])
    .select('u.kind as unit_kind')
    .where('p.id', '=', planId)
    // What an amendment asks is asked by the plan that it amends.
    .where('p.amends_id', 'is', null)
    .executeTakeFirst();

export const listQuotaLines = (db: Db, planId: string) =>
  db
    .selectFrom('plan_lines')
    .select(['id', 'text', 'detail', 'origin'])
    .where('plan_id', '=', planId)
    .where('part', '=', 'quota')
    .where('removed_in', 'is', null)
    .orderBy('position')
    .execute();

/** Whether a line was sent to somebody to do. */
export const isAsked = async (db: Db, lineId: string): Promise<boolean> =>
  (await db
    .selectFrom('asks')
    .select('unit_id')
    .where('line_id', '=', lineId)
    .where('mode', '=', 'assign')
    .limit(sql.lit(1))
    .executeTakeFirst()) !== undefined;

export const planOfDispatch = async (db: Db, dispatchId: string): Promise<string | undefined> =>
  (await db.selectFrom('dispatches').select('plan_id').where('id', '=', dispatchId).executeTakeFirst())?.plan_id;

/** Quotas that the lines of a sent plan make, with the unit that has answered. */
export const askedOf = (db: Db, addresseeId: string) =>
  db
    .selectFrom('addressees as a')
    .innerJoin('quotas as q', 'q.plan_id', 'a.plan_id')
    .select(['q.id as quotaId', 'a.unit_id as unitId'])
    .where('a.id', '=', addresseeId)
    .where('q.scope', '=', 'asked')
    .where('q.ended_at', 'is', null)
    .execute();

/** Whether the unit owes the same already to somebody above: its own plan repeats what it took over. */
export const owesAlready = async (
  db: Db,
  unitId: string,
  same: { counts: readonly string[]; per: string; min_count: number; from_month: string },
): Promise<boolean> =>
  (await db
    .selectFrom('quota_units as qu')
    .innerJoin('quotas as q', 'q.id', 'qu.quota_id')
    .select('q.id')
    .where('qu.unit_id', '=', unitId)
    .where('q.scope', 'in', ['asked', 'below', 'unit'])
    .where('q.per', '=', same.per)
    .where('q.min_count', '>=', same.min_count)
    .where(sql<boolean>`q.counts && ${[...same.counts]}::text[]`)
    .where('q.to_month', '>=', same.from_month)
    .executeTakeFirst()) !== undefined;
