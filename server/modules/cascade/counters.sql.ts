import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/tx.ts';
import type { AddresseeState, AskState } from './cascade.contract.ts';
import { addresseeStates, askStates } from './cascade.contract.ts';

/** A row that a change of asks must give back: `from_state` is null for a new ask, `to_state` null for one that went. */
export interface MovedAsk {
  unit_id: string;
  line_id: string;
  from_state: AskState | null;
  to_state: AskState | null;
}
export interface MovedAddressee {
  unit_id: string;
  from_state: AddresseeState | null;
  to_state: AddresseeState | null;
}

/** The column that keeps a state. */
export const columnOf = (state: string): string => state.replaceAll('-', '_');
const columns = (states: readonly string[]) => sql.join(states.map((s) => sql.ref(columnOf(s))));
/** How many came into each state less how many left it, over groups `g` of equal moves. */
const deltas = (states: readonly string[]) =>
  sql.join(
    states.map(
      (s) =>
        sql`(coalesce(sum(g.n) filter (where g.to_state = ${sql.lit(s)}), 0) - coalesce(sum(g.n) filter (where g.from_state = ${sql.lit(s)}), 0))::int`,
    ),
  );
const added = (table: string, states: readonly string[]) =>
  sql.join(
    states.map((s) => {
      const column = sql.ref(columnOf(s));
      return sql`${column} = ${sql.ref(`${table}.${columnOf(s)}`)} + excluded.${column}`;
    }),
  );

/** The part of a path above its last number: neighbours have it in common, so most of the counting is done before the climb. */
const stem = (path: RawBuilder<unknown>) => sql`regexp_replace(${path}, '[0-9]+\\.$', '')`;
/** Every unit `n` on a stem: the numbers of the path are the units on the way. */
const climb = sql`cross join lateral unnest(string_to_array(rtrim(g.stem, '.'), '.')::bigint[]) as way (no)
  join units n on n.no = way.no`;

/** Held while single answers move the figures, so that a recount waits for them, and they for it. */
export const shareCounts = (tx: Tx, planId: string) =>
  sql`select pg_advisory_xact_lock_shared(hashtextextended(${`cascade ${planId}`}, 0))`.execute(tx);

/** Held by whoever counts the whole plan anew; taken before any of its asks is touched, in a fixed order. */
export const holdCounts = async (tx: Tx, planIds: readonly string[]): Promise<void> => {
  for (const planId of [...planIds].sort())
    await sql`select pg_advisory_xact_lock(hashtextextended(${`cascade ${planId}`}, 0))`.execute(tx);
};

/**
 * Runs a change of asks of one plan (`insert … returning`, `update … returning`) and moves the kept figures of all units
 * strictly above, in one statement. Figures are taken in the order of (node, line), so that two answers never wait for
 * each other in a ring. Gives back what the change returned, or what `give` makes of it. Addressees may have come a moment
 * ago, before the planner knows how many there are: paths are looked up at the units.
 */
export const countAsks = async <T = MovedAsk>(
  tx: Tx,
  planId: string,
  change: RawBuilder<unknown>,
  give: RawBuilder<T> = sql`*`,
): Promise<readonly T[]> => {
  const { rows } = await sql<T>`
    with moved as (${change}),
    counted as (
      insert into ask_counts (plan_id, node_id, line_id, ${columns(askStates)})
      select ${planId}::uuid, n.id, g.line_id, ${deltas(askStates)}
        from (select ${stem(sql`u.path`)} as stem, m.line_id, m.from_state, m.to_state, count(*) as n
                from moved m
                join units u on u.id = m.unit_id
                join plan_lines l on l.id = m.line_id and l.removed_in is null
               where m.from_state is distinct from m.to_state
                 and not exists (select from addressees r
                   where r.plan_id = ${planId} and r.unit_id = m.unit_id and r.passed_to is not null)
               group by 1, 2, 3, 4) g ${climb}
       group by n.id, g.line_id
       order by n.id, g.line_id
      on conflict (plan_id, node_id, line_id) do update set ${added('ask_counts', askStates)}
    )
    select ${give} from moved`.execute(tx);
  return rows;
};

/** The same for addressees; taken after the asks. Who has passed the work on counts at its successor alone. */
export const countAddressees = async <T = MovedAddressee>(
  tx: Tx,
  planId: string,
  change: RawBuilder<unknown>,
  give: RawBuilder<T> = sql`*`,
): Promise<readonly T[]> => {
  const { rows } = await sql<T>`
    with moved as (${change}),
    counted as (
      insert into addressee_counts (plan_id, node_id, ${columns(addresseeStates)})
      select ${planId}::uuid, n.id, ${deltas(addresseeStates)}
        from (select ${stem(sql`u.path`)} as stem, m.from_state, m.to_state, count(*) as n
                from moved m join units u on u.id = m.unit_id
               where m.from_state is distinct from m.to_state
                 and not exists (select from addressees r
                   where r.plan_id = ${planId} and r.unit_id = m.unit_id and r.passed_to is not null)
               group by 1, 2, 3) g ${climb}
       group by n.id
       order by n.id
      on conflict (plan_id, node_id) do update set ${added('addressee_counts', addresseeStates)}
    )
    select ${give} from moved`.execute(tx);
  return rows;
};

/**
 * Counts the plans anew from their asks and addressees, as the units stand now; the caller holds the figures. What a unit
 * passed on to its successor counts there, and lines that an edition took out count nowhere.
 */
export const recount = async (tx: Tx, planIds: readonly string[]): Promise<void> => {
  if (planIds.length === 0) return;
  const plans = sql`${planIds}::uuid[]`;
  await sql`delete from ask_counts where plan_id = any(${plans})`.execute(tx);
  await sql`delete from addressee_counts where plan_id = any(${plans})`.execute(tx);
  await sql`insert into ask_counts (plan_id, node_id, line_id, ${columns(askStates)}) ${askFigures(plans)}`.execute(tx);
  await sql`insert into addressee_counts (plan_id, node_id, ${columns(addresseeStates)}) ${addresseeFigures(plans)}`.execute(
    tx,
  );
};

/** What the figures of asks have to be. */
export const askFigures = (plans: RawBuilder<unknown>) => sql`
  select g.plan_id, n.id, g.line_id, ${deltas(askStates)}
    from (select a.plan_id, r.stem, a.line_id, null::text as from_state, a.state as to_state, count(*) as n
            from (select id, ${stem(sql`path`)} as stem from addressees
                   where plan_id = any(${plans}) and passed_to is null) r
            join asks a on a.addressee_id = r.id
            join plan_lines l on l.id = a.line_id and l.removed_in is null
           where a.plan_id = any(${plans}) group by 1, 2, 3, 5) g ${climb}
   group by g.plan_id, n.id, g.line_id`;

/** What the figures of addressees have to be. */
export const addresseeFigures = (plans: RawBuilder<unknown>) => sql`
  select g.plan_id, n.id, ${deltas(addresseeStates)}
    from (select plan_id, ${stem(sql`path`)} as stem, null::text as from_state, state as to_state, count(*) as n
            from addressees where plan_id = any(${plans}) and passed_to is null group by 1, 2, 4) g ${climb}
   group by g.plan_id, n.id`;
