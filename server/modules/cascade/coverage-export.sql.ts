import { sql } from 'kysely';
import type { UnitKind } from '#lib/unit-kinds.ts';
import { pathEnd } from '#platform/scope.ts';
import type { Db } from '#platform/tx.ts';
import { askStates } from './cascade.contract.ts';
import { inSet, type UnitSet } from './coverage-units.sql.ts';

/** For each receiver of the set its lines as numbers: place in `lineIds` × 10 + place in `askStates`. */
export const statesByUnit = async (
  db: Db,
  set: UnitSet,
  lineIds: readonly string[],
): Promise<Map<string, number[]>> => {
  const { rows } = await sql<{ id: string; states: number[] }>`
    select a.id, array_agg((l.at - 1) * 10 + array_position(${sql.val([...askStates])}::text[], k.state) - 1)::int[] as states
    from addressees a join units u on u.id = a.unit_id join asks k on k.addressee_id = a.id
    join unnest(${sql.val([...lineIds])}::uuid[]) with ordinality as l (id, at) on l.id = k.line_id
    where ${inSet(set)} group by a.id`.execute(db);
  return new Map(rows.map((row) => [row.id, row.states]));
};

export const countSet = async (db: Db, set: UnitSet): Promise<number> =>
  (
    await sql<{
      n: number;
    }>`select count(*)::int as n from addressees a join units u on u.id = a.unit_id where ${inSet(set)}`.execute(db)
  ).rows[0]?.n ?? 0;

export interface Gap {
  name: string;
  kind: UnitKind;
  aboveName: string | null;
}

/** Open units that a sending to all of a kind would reach today and that have not got the plan, at or below a path. */
export const listGaps = async (
  db: Db,
  of: { planId: string; path: string | null; today: string },
  limit: number,
): Promise<Gap[]> => {
  const part = of.path === null ? sql`true` : sql`u.path >= ${of.path} and u.path < ${pathEnd(of.path)}`;
  const { rows } = await sql<Gap>`
    with wanted as (
      select distinct k.kind collate "default" as kind, coalesce(w.path, d.path) as below
      from dispatches d cross join lateral jsonb_array_elements(d.choice -> 'to') as t (value)
      cross join lateral jsonb_array_elements_text(t.value -> 'kinds') as k (kind)
      left join units w on w.id = (t.value ->> 'withinId')::uuid
      where d.plan_id = ${of.planId})
    select u.name, u.kind, up.name as "aboveName" from (
      select distinct u.id from wanted s join units u
        on u.kind = s.kind and u.path > s.below and u.path < left(s.below, -1) || '/'
      where ${part} and (u.closed_on is null or u.closed_on > ${of.today}::date)
        and not exists (select from addressees a where a.plan_id = ${of.planId} and a.unit_id = u.id)) g
    join units u on u.id = g.id left join units up on up.id = u.parent_id
    order by u.path limit ${sql.lit(limit)}`.execute(db);
  return rows;
};
