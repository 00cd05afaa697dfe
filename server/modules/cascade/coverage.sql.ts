import { type RawBuilder, sql } from 'kysely';
import { type UnitKind, unitKinds } from '#lib/unit-kinds.ts';
import { pathEnd } from '#platform/scope.ts';
import type { Db } from '#platform/tx.ts';
import { type AddresseeState, addresseeStates, askableParts, askStates, type SendMode } from './cascade.contract.ts';
import { columnOf } from './counters.sql.ts';

/** A part of the tree: everything strictly below a path, or everything outside of it. */
export const below = (column: RawBuilder<unknown>, path: string) =>
  sql<boolean>`(${column} > ${path} and ${column} < ${pathEnd(path)})`;
const outside = (column: RawBuilder<unknown>, path: string) =>
  sql<boolean>`(${column} < ${path} or ${column} >= ${pathEnd(path)})`;
const columns = (alias: string, states: readonly string[]) => states.map((s) => sql.ref(`${alias}.${columnOf(s)}`));
const zeroes = (states: readonly string[]) => sql.lit(`{${states.map(() => 0).join()}}`);

/** Figures of the units strictly below a unit, by state in the order of the contract. */
export const unitCountsBelow = async (db: Db, planId: string, nodeId: string): Promise<number[]> => {
  const { rows } = await sql<{ counts: number[] }>`
    select array[${sql.join(columns('c', addresseeStates))}] as counts
    from addressee_counts c where plan_id = ${planId} and node_id = ${nodeId}`.execute(db);
  return rows[0]?.counts ?? addresseeStates.map(() => 0);
};

export interface LineCounts {
  lineId: string;
  counts: number[];
}

export const lineCountsBelow = async (db: Db, planId: string, nodeId: string): Promise<LineCounts[]> =>
  (
    await sql<LineCounts>`select line_id as "lineId", array[${sql.join(columns('c', askStates))}] as counts
      from ask_counts c where plan_id = ${planId} and node_id = ${nodeId}`.execute(db)
  ).rows;

export interface ChildRow {
  unitId: string;
  name: string;
  kind: UnitKind;
  units: number[];
  asks: number[];
  addresseeId: string | null;
  state: AddresseeState;
  mode: SendMode;
  asked: number;
  answered: number;
  dueOn: string | null;
  openedAt: Date | null;
  ownPlanId: string | null;
}

const own = sql`a.id as "addresseeId", a.state, a.mode, a.asked, a.answered, a.due_on as "dueOn", a.opened_at as "openedAt",
  a.own_plan_id as "ownPlanId"`;
const official = sql`array_position(${sql.val([...unitKinds])}::text[], u.kind), u.name collate vi, u.id`;
const sums = sql.join(columns('k', askStates).map((c) => sql`coalesce(sum(${c}), 0)::int`));

/** Units directly below that got the plan or have receivers below. */
export const listChildren = async (db: Db, planId: string, nodeId: string): Promise<ChildRow[]> =>
  (
    await sql<ChildRow>`
      select u.id as "unitId", u.name, u.kind, ${own}, s.asks,
        case when c.node_id is null then ${zeroes(addresseeStates)}::int[] else array[${sql.join(columns('c', addresseeStates))}] end as units
      from units u
      left join addressees a on a.plan_id = ${planId} and a.unit_id = u.id and a.passed_to is null
      left join addressee_counts c on c.plan_id = ${planId} and c.node_id = u.id
      cross join lateral (select array[${sums}] as asks from ask_counts k where k.plan_id = ${planId} and k.node_id = u.id) s
      where u.parent_id = ${nodeId} and (a.id is not null or c.node_id is not null)
      order by ${official}`.execute(db)
  ).rows;

/** Receivers that do not stand below the sender: partners elsewhere in the sector, counted as they are. */
export const listElsewhere = async (db: Db, planId: string, path: string): Promise<ChildRow[]> =>
  (
    await sql<ChildRow>`
      select u.id as "unitId", u.name, u.kind, ${own},
        ${zeroes(addresseeStates)}::int[] as units, ${zeroes(askStates)}::int[] as asks
      from addressees a join units u on u.id = a.unit_id
      where a.plan_id = ${planId} and ${outside(sql`a.path`, path)} and a.passed_to is null
      order by ${official}`.execute(db)
  ).rows;

export const lineCountsElsewhere = async (db: Db, planId: string, path: string): Promise<LineCounts[]> =>
  (
    await sql<LineCounts>`
      select k.line_id as "lineId", array[${sql.join(askStates.map((s) => sql`count(*) filter (where k.state = ${sql.lit(s)})::int`))}] as counts
      from asks k join addressees a on a.id = k.addressee_id
      where a.plan_id = ${planId} and ${outside(sql`a.path`, path)} and a.passed_to is null group by 1`.execute(db)
  ).rows;

/** Units that are due and have not answered, strictly below the path, or (`everywhere`) all of the plan. */
export const countLate = async (
  db: Db,
  where: { planId: string; path: string; everywhere: boolean; today: string },
): Promise<number> => {
  const part = where.everywhere ? sql`true` : below(sql`a.path`, where.path);
  const late = sql`select count(*) from addressees a
    where a.plan_id = ${where.planId} and ${part} and ${lateOn(where.today)}`;
  // Few have passed their work on: taken off by an index of their own, all others are counted without looking at their rows.
  const { rows } = await sql<{ n: number }>`
    select ((${late}) - (${late} and a.passed_to is not null))::int as n`.execute(db);
  return rows[0]?.n ?? 0;
};

/** What is sent for information is never late. */
export const lateOn = (today: string) =>
  sql<boolean>`(a.due_on < ${today}::date and a.state in ('unopened', 'unanswered') and a.mode <> 'inform')`;

/** Lines taken over and lines of their own in the issued plans that units made from their answers. */
export const shareBelow = async (
  db: Db,
  where: { planId: string; path: string; everywhere: boolean },
): Promise<{ plans: number; inherited: number; own: number }> => {
  const part = where.everywhere ? sql`true` : below(sql`a.path`, where.path);
  const { rows } = await sql<{ plans: number; inherited: number; own: number }>`
    select count(*)::int as plans, coalesce(sum(lines_inherited), 0)::int as inherited, coalesce(sum(lines_own), 0)::int as own
    from addressees a where a.plan_id = ${where.planId} and ${part} and a.lines_inherited is not null`.execute(db);
  return rows[0] ?? { plans: 0, inherited: 0, own: 0 };
};

/** Lines that editions added to a plan that went down, and that no unit was asked. */
export const countUnsent = async (db: Db, planId: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(distinct l.id)::int as n from plan_line_changes c
      join plan_lines l on l.id = c.line_id and l.removed_in is null and l.part = any(${sql.val([...askableParts])}::text[])
     where c.plan_id = ${planId} and c.change = 'added'
       and exists (select from dispatches d where d.plan_id = ${planId})
       and not exists (select from asks k where k.plan_id = ${planId} and k.line_id = l.id)`.execute(db);
  return rows[0]?.n ?? 0;
};

export interface MatrixCell {
  unitId: string;
  lineId: string;
  own: number | null;
  below: number[] | null;
}

/** For each unit directly below and each line: the unit's own state (place in `askStates`) and the counts below it. */
export const matrixCells = async (db: Db, planId: string, nodeId: string): Promise<MatrixCell[]> =>
  (
    await sql<MatrixCell>`
      with kids as materialized (select id from units where parent_id = ${nodeId})
      select unit_id as "unitId", line_id as "lineId", max(own)::int as own, max(below) as below from (
        select k.unit_id, k.line_id, array_position(${sql.val([...askStates])}::text[], k.state) - 1 as own, null::int[] as below
          from kids u join asks k on k.plan_id = ${planId} and k.unit_id = u.id
        union all
        select c.node_id, c.line_id, null, array[${sql.join(columns('c', askStates))}]
          from kids u join ask_counts c on c.plan_id = ${planId} and c.node_id = u.id) x
      group by 1, 2`.execute(db)
  ).rows;
