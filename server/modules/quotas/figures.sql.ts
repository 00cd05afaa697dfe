import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/tx.ts';

/** A quota in a period: how many are owed, and from which months items count. */
export interface Owing {
  quota_id: string;
  kind: string;
  key: string;
  required: number;
  from_month: string;
  to_month: string;
}

const owingTable = (owing: readonly Owing[]) => sql`jsonb_to_recordset(${JSON.stringify(owing)}::jsonb)
  as w (quota_id uuid, kind text, key text, required int, from_month text, to_month text)`;

/** One row for each that owes, quota and period, with the four figures; `members` are the rows of quota_units that matter. */
export const figuresOf = (owing: readonly Owing[], members: RawBuilder<unknown>) => sql`
  select m.quota_id, m.unit_id, m.node_id, w.kind, w.key, w.required, q.moment,
    coalesce(f.sent, 0) as sent, coalesce(f.approved, 0) as approved, coalesce(f.published, 0) as published,
    coalesce(f.picked, 0) as picked,
    coalesce(case q.moment when 'sent' then f.sent when 'approved' then f.approved when 'published' then f.published
      else f.picked end, 0) as done
  from ${owingTable(owing)}
  join quotas q on q.id = w.quota_id
  join (${members}) m on m.quota_id = w.quota_id
  left join lateral (
    select sum(c.sent)::int as sent, sum(c.approved)::int as approved, sum(c.published)::int as published,
      sum(c.picked)::int as picked
    from output_counts c
    where c.unit_id = m.counted_unit_id and c.month >= w.from_month and c.month <= w.to_month
      and c.counts = any(q.counts) and c.team_id = m.counted_team_id) f on true`;

const sums = ['expected', 'met', 'sent', 'approved', 'published', 'picked'] as const;
const own = ['own_expected', 'own_met', 'own_sent', 'own_approved', 'own_published', 'own_picked'] as const;

/** Counts anew what those directly below stand at: below one unit, or below all where a whole quota is counted. */
export async function countOwn(tx: Tx, owing: readonly Owing[], nodeId: string | null): Promise<void> {
  if (owing.length === 0) return;
  const members = nodeId
    ? sql`select * from quota_units where node_id = ${nodeId}`
    : sql`select * from quota_units where quota_id = any(${[...new Set(owing.map((o) => o.quota_id))]}::uuid[]) and node_id is not null`;
  const stale = nodeId ? sql`k.node_id = ${nodeId}` : sql`true`;
  await sql`
    with figures as (${figuresOf(owing, members)}),
    summed as (
      select node_id, kind, key, quota_id, count(*)::int as own_expected,
        (count(*) filter (where done >= required))::int as own_met, sum(sent)::int as own_sent,
        sum(approved)::int as own_approved, sum(published)::int as own_published, sum(picked)::int as own_picked
      from figures group by node_id, kind, key, quota_id),
    empty as (
      update quota_counts k set own_expected = 0, own_met = 0, own_sent = 0, own_approved = 0, own_published = 0, own_picked = 0
      from ${owingTable(owing)}
      where k.quota_id = w.quota_id and k.kind = w.kind and k.key = w.key and k.own_expected > 0 and ${stale}
        and not exists (select from summed s where (s.node_id, s.kind, s.key, s.quota_id) = (k.node_id, k.kind, k.key, k.quota_id)))
    insert into quota_counts (node_id, kind, key, quota_id, ${sql.join(own.map((c) => sql.ref(c)))})
    select node_id, kind, key, quota_id, ${sql.join(own.map((c) => sql.ref(c)))} from summed
    on conflict (node_id, kind, key, quota_id) do update set ${sql.join(own.map((c) => sql`${sql.ref(c)} = excluded.${sql.ref(c)}`))}
    where (${sql.join(own.map((c) => sql.ref(`quota_counts.${c}`)))}) is distinct from (${sql.join(own.map((c) => sql`excluded.${sql.ref(c)}`))})`.execute(
    tx,
  );
}

const ownAs = sql.join(sums.map((c) => sql`${sql.ref(`k.own_${c}`)} as ${sql.ref(c)}`));

const putSums = sql`
  summed as (
    select node_id, kind, key, quota_id, ${sql.join(sums.map((c) => sql`sum(${sql.ref(c)})::int as ${sql.ref(c)}`))}
    from parts group by node_id, kind, key, quota_id),
  put as (
    insert into quota_counts (node_id, kind, key, quota_id, ${sql.join(sums.map((c) => sql.ref(c)))})
    select node_id, kind, key, quota_id, ${sql.join(sums.map((c) => sql.ref(c)))} from summed
    on conflict (node_id, kind, key, quota_id) do update set ${sql.join(sums.map((c) => sql`${sql.ref(c)} = excluded.${sql.ref(c)}`))}
    where (${sql.join(sums.map((c) => sql.ref(`quota_counts.${c}`)))}) is distinct from (${sql.join(sums.map((c) => sql`excluded.${sql.ref(c)}`))})
    returning 1)`;

/** Adds to a unit's own figures those of the units directly below it. True where something changed. */
export async function sumUp(tx: Tx, owing: readonly Owing[], nodeId: string): Promise<boolean> {
  if (owing.length === 0) return false;
  const parts = sql`
    select ${nodeId}::uuid as node_id, k.kind, k.key, k.quota_id, ${ownAs}
    from quota_counts k join wanted using (quota_id, kind, key) where k.node_id = ${nodeId}
    union all
    select u.parent_id, k.kind, k.key, k.quota_id, ${sql.join(sums.map((c) => sql.ref(`k.${c}`)))}
    from units u join quota_counts k on k.node_id = u.id
    join wanted w on (w.quota_id, w.kind, w.key) = (k.quota_id, k.kind, k.key)
    where u.parent_id = ${nodeId}`;
  const { rows } = await sql<{ n: number }>`
    with wanted as (select quota_id, kind, key from ${owingTable(owing)}), parts as (${parts}), ${putSums}
    select count(*)::int as n from put`.execute(tx);
  return (rows[0]?.n ?? 0) > 0;
}

/** Sums up one quota whole: what stands directly below a unit counts for it and for each unit above it. */
export async function sumWhole(tx: Tx, quotaId: string): Promise<void> {
  await sql`
    update quota_counts set ${sql.join(sums.map((c) => sql`${sql.ref(c)} = 0`))}
    where quota_id = ${quotaId} and own_expected = 0 and expected > 0`.execute(tx);
  const parts = sql`
    select a.id as node_id, k.kind, k.key, k.quota_id, ${ownAs}
    from quota_counts k join units n on n.id = k.node_id
    cross join lateral generate_series(1, length(n.path) - length(replace(n.path, '.', ''))) depth
    join units a on a.path = array_to_string((string_to_array(n.path, '.'))[1:depth], '.') || '.'
    where k.quota_id = ${quotaId} and k.own_expected > 0`;
  await sql`with parts as (${parts}), ${putSums} select count(*) from put`.execute(tx);
}

/** One after the other at a unit (or a quota, or a plan): two that sum up at once would each miss what the other has just counted. */
export const holdNode = (tx: Tx, nodeId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${nodeId}, 711))`.execute(tx);

/** A quota of the whole nation is counted in more than the seconds that a statement usually has. */
export const takeTime = (tx: Tx) => sql`set local statement_timeout = '5min'`.execute(tx);

/** These units and those directly above, where something is owed directly below or figures are kept. */
export const nodesOver = async (tx: Tx, unitIds: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    with nodes as (
      select id from units where id = any(${[...unitIds]}::uuid[])
      union select parent_id from units where id = any(${[...unitIds]}::uuid[]) and parent_id is not null)
    select n.id from nodes n
     where exists (select from quota_units q where q.node_id = n.id)
        or exists (select from quota_counts k where k.node_id = n.id)
        or exists (select from units u join quota_counts k on k.node_id = u.id where u.parent_id = n.id)
     order by n.id`.execute(tx);
  return rows.map((row) => row.id);
};

export const parentOf = async (tx: Tx, unitId: string): Promise<string | null> =>
  (await tx.selectFrom('units').select('parent_id').where('id', '=', unitId).executeTakeFirst())?.parent_id ?? null;
