import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '#platform/tx.ts';
import { addresseeStates, askStates } from './cascade.contract.ts';
import { addresseeFigures, askFigures, columnOf } from './counters.sql.ts';

/** Plans that somebody sent, opened, answered, decided about or changed since. */
export const plansTouched = async (db: Db, since: Date): Promise<string[]> =>
  (
    await sql<{ plan_id: string }>`
      select plan_id from addressees where greatest(sent_at, opened_at, answered_at, recalled_at) >= ${since}
      union select plan_id from asks where decision is not null and decided_at >= ${since}
      union select id from plans p where p.updated_at >= ${since} and exists (select from addressees a where a.plan_id = p.id)`.execute(
      db,
    )
  ).rows.map((row) => row.plan_id);

/** A plan of the whole nation has more than a million asks: at night its count may take longer than a statement otherwise. */
export const takeTime = (tx: Tx) => sql`set local statement_timeout = '10min'`.execute(tx);

export interface Difference {
  nodeId: string;
  lineId: string | null;
  kept: number[];
  counted: number[];
}

const figures = (alias: string, states: readonly string[]) =>
  sql`array[${sql.join(states.map((s) => sql`coalesce(${sql.ref(`${alias}.${columnOf(s)}`)}, 0)`))}]`;

function differences(
  of: { table: string; key: string; states: readonly string[]; lineId: RawBuilder<unknown> },
  planId: string,
  counted: RawBuilder<unknown>,
) {
  const names = sql.join(of.states.map((s) => sql.ref(columnOf(s))));
  const keys = sql.raw(of.key);
  return sql<Difference>`
    select node_id as "nodeId", ${of.lineId} as "lineId", ${figures('k', of.states)} as kept, ${figures('c', of.states)} as counted
    from (select * from ${sql.table(of.table)} where plan_id = ${planId}) k
    full join (${counted}) as c (plan_id, ${keys}, ${names}) using (${keys})
    where ${figures('k', of.states)} <> ${figures('c', of.states)} limit 20`;
}

/** The first figures of a plan that are not what its rows say. */
export const differencesOf = async (db: Db, planId: string): Promise<Difference[]> => {
  const plans = sql`array[${planId}]::uuid[]`;
  const asks = { table: 'ask_counts', key: 'node_id, line_id', states: askStates, lineId: sql`line_id` };
  const units = { table: 'addressee_counts', key: 'node_id', states: addresseeStates, lineId: sql`null` };
  const found = await differences(asks, planId, askFigures(plans)).execute(db);
  const more = await differences(units, planId, addresseeFigures(plans)).execute(db);
  return [...found.rows, ...more.rows];
};
