import { sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import { inReach, pathEnd } from '#platform/scope.ts';
import type { Db } from '#platform/tx.ts';
import { pathOn } from './unit-paths.sql.ts';

export interface Figure {
  kind: 'unit' | 'plan' | 'output';
  /** Number of the unit below which it counts. */
  no: number;
  asThen: number;
  asNow: number;
}

export interface Asked {
  /** Path of the unit whose direct children are the rows; '' for the roots. */
  within: string;
  /** Path of the same unit on the last day asked for. */
  withinThen: string;
  from: string;
  to: string;
}

/**
 * Facts of the days asked for, each with its place in the tree of its own day and in that of today; then by the unit
 * directly below the asked one. A fact of the unit itself counts at the unit.
 */
export const listFigures = async (db: Db, reach: { plans: Reach; outputs: Reach }, asked: Asked): Promise<Figure[]> => {
  const path = sql.ref<string>('f.path');
  const seen = sql`((f.kind = 'plan' and ${inReach(path, reach.plans)}) or (f.kind = 'output' and ${inReach(path, reach.outputs)}))`;
  const { rows } = await sql<Figure>`
    with fact as materialized (
      select f.kind, f.amount, ${pathOn(sql.ref('f.unit_id'), sql.ref('f.day'))} as then_path, f.path as now_path
        from facts f where f.day between ${asked.from} and ${asked.to} and ${seen}
      union all
      select 'unit', 1, ${pathOn(sql.ref('u.id'), sql`${asked.to}::date`)}, u.path
        from units u where u.opened_on <= ${asked.to} and (u.closed_on is null or u.closed_on > ${asked.to})),
    placed as (
      select kind, ${below('then_path', asked.withinThen)} as no, amount as then_amount, 0 as now_amount from fact where ${inside('then_path', asked.withinThen)}
      union all
      select kind, ${below('now_path', asked.within)}, 0, amount from fact where ${inside('now_path', asked.within)})
    select kind, no, sum(then_amount)::int as "asThen", sum(now_amount)::int as "asNow" from placed group by kind, no`.execute(
    db,
  );
  return rows;
};

const inside = (column: string, within: string) =>
  within === '' ? sql`true` : sql`(${sql.ref(column)} >= ${within} and ${sql.ref(column)} < ${pathEnd(within)})`;

/** Number of the unit directly below `within` on the way to the path, or of the asked unit itself. */
const below = (column: string, within: string) => {
  const depth = within.split('.').length - 1;
  const next = sql`nullif(split_part(${sql.ref(column)}, '.', ${sql.lit(depth + 1)}), '')`;
  const own = depth > 0 ? sql`split_part(${sql.ref(column)}, '.', ${sql.lit(depth)})` : sql`'0'`;
  return sql`coalesce(${next}, ${own})::bigint`;
};

export const listByNo = (db: Db, nos: readonly number[]) =>
  db
    .selectFrom('units')
    .select(['id', 'no', 'name', 'closed_on as closedOn'])
    .where('no', 'in', nos.length > 0 ? [...nos] : [-1])
    .orderBy(sql`name collate vi`)
    .execute();

export const pathOfOn = async (db: Db, unitId: string, day: string): Promise<string> => {
  const { rows } = await sql<{
    path: string;
  }>`select ${pathOn(sql`${unitId}::uuid`, sql`${day}::date`)} as path`.execute(db);
  return rows[0]!.path;
};
