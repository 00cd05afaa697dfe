import { sql } from 'kysely';
import type { Tx } from '#platform/tx.ts';

export interface CountKey {
  unit_id: string;
  team_id: string;
  month: string;
  counts: string;
}

export interface CountMove extends CountKey {
  sent: number;
  approved: number;
  published: number;
  picked: number;
}

/** Adds to the kept figures; the caller sorts the moves so that two writers come one after the other. */
export const moveCounts = (tx: Tx, moves: readonly CountMove[]) =>
  tx
    .insertInto('output_counts')
    .values([...moves])
    .onConflict((c) =>
      c.columns(['unit_id', 'month', 'counts', 'team_id']).doUpdateSet({
        sent: sql`output_counts.sent + excluded.sent`,
        approved: sql`output_counts.approved + excluded.approved`,
        published: sql`output_counts.published + excluded.published`,
        picked: sql`output_counts.picked + excluded.picked`,
      }),
    )
    .execute();

/** Puts every figure that differs from a full count right; the answer is how many did. */
export async function recountOutputs(tx: Tx): Promise<number> {
  await sql`set local statement_timeout = '5min'`.execute(tx);
  // Writers wait for the moment of the count, so that none is counted twice or not at all.
  await sql`lock table output_counts in share row exclusive mode`.execute(tx);
  const { rows } = await sql<{ n: number }>`
    with counted as (select * from counted_outputs()),
    wrong as (
      select coalesce(c.unit_id, k.unit_id) unit_id, coalesce(c.team_id, k.team_id) team_id, coalesce(c.month, k.month) as month,
        coalesce(c.counts, k.counts) counts, coalesce(c.sent, 0) sent, coalesce(c.approved, 0) approved,
        coalesce(c.published, 0) published, coalesce(c.picked, 0) picked
      from counted c full join output_counts k using (unit_id, team_id, month, counts)
      where (coalesce(c.sent, 0), coalesce(c.approved, 0), coalesce(c.published, 0), coalesce(c.picked, 0))
        is distinct from (coalesce(k.sent, 0), coalesce(k.approved, 0), coalesce(k.published, 0), coalesce(k.picked, 0))),
    put as (
      insert into output_counts (unit_id, team_id, month, counts, sent, approved, published, picked)
      select unit_id, team_id, month, counts, sent, approved, published, picked from wrong
      on conflict (unit_id, month, counts, team_id) do update set sent = excluded.sent, approved = excluded.approved,
        published = excluded.published, picked = excluded.picked
      returning 1)
    select count(*)::int as n from put`.execute(tx);
  return rows[0]?.n ?? 0;
}
