import { type SelectQueryBuilder, sql } from 'kysely';
import type { WorkState } from '#lib/progress.ts';
import type { Reach } from '#lib/reach.ts';
import type { DB } from '#platform/schema.ts';
import { inReach, pathEnd } from '#platform/scope.ts';
import type { Db } from '#platform/tx.ts';

export interface WorkFilter {
  unitId?: string | undefined;
  /** Path of the unit with everything below it. */
  withinPath?: string | undefined;
  planId?: string | undefined;
  month?: string | undefined;
  lead?: string | undefined;
  mineOf?: string | undefined;
  /** A tsquery over folded words. */
  q?: string | undefined;
  state?: WorkState | undefined;
  today: string;
}

type Query<O> = SelectQueryBuilder<DB & { a: DB['activity_progress'] }, 'a', O>;

/** A state as a condition on the days that are kept; ranges of `sort_on`, which the indexes are sorted by, where there is one. */
const inState: Record<WorkState, (today: string) => ReturnType<typeof sql<boolean>>> = {
  done: () => sql<boolean>`a.sort_on = date '9999-12-31'`,
  late: (d) => sql<boolean>`a.sort_on <= ${d}::date`,
  'at-risk': (d) =>
    sql<boolean>`(a.sort_on > ${d}::date and a.sort_on < date '9999-12-31' and a.risk_from <= ${d}::date)`,
  'not-yet': (d) =>
    sql<boolean>`(not a.complete and a.starts_on > ${d}::date and coalesce(a.risk_from > ${d}::date, true) and coalesce(a.late_from > ${d}::date, true))`,
  'on-track': (d) =>
    sql<boolean>`(not a.complete and coalesce(a.starts_on <= ${d}::date, true) and coalesce(a.risk_from > ${d}::date, true) and coalesce(a.late_from > ${d}::date, true))`,
};

const narrowed = <O>(query: Query<O>, reach: Reach, f: WorkFilter): Query<O> =>
  query
    .where((eb) => inReach(eb.ref('a.path'), reach))
    .$if(!f.planId, (q) => q.where('a.live', '=', true))
    .$if(!!f.unitId, (q) => q.where('a.unit_id', '=', f.unitId!))
    .$if(!!f.withinPath, (q) => q.where('a.path', '>=', f.withinPath!).where('a.path', '<', pathEnd(f.withinPath!)))
    .$if(!!f.planId, (q) => q.where('a.plan_id', '=', f.planId!))
    .$if(!!f.month, (q) => q.where(sql<boolean>`${f.month!} = any(a.months)`))
    .$if(!!f.lead, (q) => q.where(sql<boolean>`${f.lead!} = any(a.leads)`))
    .$if(!!f.mineOf, (q) => q.where(mine(f.mineOf!)))
    .$if(!!f.q, (q) => q.where(sql<boolean>`a.tsv @@ to_tsquery('simple', ${f.q!})`))
    .$if(!!f.state, (q) => q.where(inState[f.state!](f.today)));

/** Of plans that the person answers for, or given to the person inside the unit when the unit took the work on. */
const mine = (
  personId: string,
) => sql<boolean>`(a.plan_id in (select p.id from plans p where p.lead_person_id = ${personId}::uuid)
  or a.plan_id in (select d.own_plan_id from addressees d join asks k on k.addressee_id = d.id where k.person_id = ${personId}::uuid))`;

const from = (db: Db) => db.selectFrom('activity_progress as a') as unknown as Query<object>;

export const listActivities = (
  db: Db,
  reach: Reach,
  filter: WorkFilter & { after?: { on: string; id: string } | undefined; limit: number },
) =>
  withNames(
    db,
    narrowed(from(db), reach, filter)
      .selectAll('a')
      .$if(!!filter.after, (q) =>
        q.where(sql<boolean>`(a.sort_on, a.line_id) > (${filter.after!.on}::date, ${filter.after!.id}::uuid)`),
      )
      .orderBy('a.sort_on')
      .orderBy('a.line_id')
      .limit(sql.lit(filter.limit + 1)),
  ).execute();

/** The names are joined to the page only, not to everything in reach. */
const withNames = (db: Db, page: Query<object>) =>
  db
    .selectFrom((page as never as SelectQueryBuilder<DB, 'activity_progress', DB['activity_progress']>).as('a'))
    .innerJoin('plans as p', 'p.id', 'a.plan_id')
    .innerJoin('units as u', 'u.id', 'a.unit_id')
    .innerJoin('plan_lines as l', 'l.id', 'a.line_id')
    .select([
      'a.line_id as lineId',
      'a.plan_id as planId',
      'p.title as planTitle',
      'p.state as planState',
      'a.unit_id as unitId',
      'u.name as unitName',
      'a.path',
      'l.text',
      sql<string>`coalesce(l.detail->>'product', '')`.as('product'),
      'a.leads',
      'a.months',
      'a.total',
      'a.done',
      'a.complete',
      'a.starts_on as startsOn',
      'a.ends_on as endsOn',
      'a.risk_from as riskFrom',
      'a.late_from as lateFrom',
      'a.sort_on as sortOn',
    ])
    .orderBy('a.sort_on')
    .orderBy('a.line_id');

export type ActivityRow = Awaited<ReturnType<typeof listActivities>>[number];

export const findActivity = (db: Db, reach: Reach, lineId: string) =>
  withNames(
    db,
    from(db)
      .selectAll('a')
      .where('a.line_id', '=', lineId)
      .where((eb) => inReach(eb.ref('a.path'), reach)),
  ).executeTakeFirst();

/** Activities of one plan in the order of the plan. */
export const activitiesOfPlan = (db: Db, reach: Reach, planId: string) =>
  withNames(
    db,
    from(db)
      .selectAll('a')
      .where('a.plan_id', '=', planId)
      .where((eb) => inReach(eb.ref('a.path'), reach)),
  )
    .clearOrderBy()
    .orderBy('l.position')
    .orderBy('l.id')
    .execute();

export const countActivities = (db: Db, reach: Reach, filter: WorkFilter) => {
  const n = (state: WorkState) => sql<number>`(count(*) filter (where ${inState[state](filter.today)}))::int`;
  return narrowed(from(db), reach, filter)
    .select([
      n('late').as('late'),
      n('at-risk').as('at-risk'),
      n('on-track').as('on-track'),
      n('not-yet').as('not-yet'),
      n('done').as('done'),
      sql<number>`coalesce(sum(a.total), 0)::int`.as('total'),
      sql<number>`coalesce(sum(a.done), 0)::int`.as('made'),
    ])
    .executeTakeFirstOrThrow();
};

/** Names that lead activities of one unit's plans. */
export const listLeads = async (db: Db, reach: Reach, unitId: string): Promise<string[]> =>
  (
    await db
      .selectFrom('activity_progress as a')
      .select(sql<string>`unnest(a.leads)`.as('lead'))
      .distinct()
      .where((eb) => inReach(eb.ref('a.path'), reach))
      .where('a.unit_id', '=', unitId)
      .where('a.live', '=', true)
      .orderBy('lead')
      .limit(sql.lit(60))
      .execute()
  ).map((r) => r.lead);

/** Events recorded as evidence that took place between two days. */
export const listHappenings = (
  db: Db,
  reach: Reach,
  of: { from: string; to: string; unitId?: string | undefined; withinPath?: string | undefined },
) =>
  db
    .selectFrom('evidence as e')
    .innerJoin('outputs as o', 'o.id', 'e.output_id')
    .select(['e.id', 'e.line_id as lineId', 'o.title', 'o.made_on as on', 'e.place'])
    .where((eb) => inReach(eb.ref('e.path'), reach))
    .where('e.kind', '=', 'event')
    .where('e.follows_id', 'is', null)
    .where('e.state', 'in', ['recorded', 'confirmed'])
    .where('o.made_on', '>=', of.from)
    .where('o.made_on', '<=', of.to)
    .$if(!!of.unitId, (q) => q.where('e.unit_id', '=', of.unitId!))
    .$if(!!of.withinPath, (q) => q.where('e.path', '>=', of.withinPath!).where('e.path', '<', pathEnd(of.withinPath!)))
    .orderBy('o.made_on')
    .orderBy('e.id')
    .limit(sql.lit(200))
    .execute();
