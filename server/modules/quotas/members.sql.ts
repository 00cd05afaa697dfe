import { sql } from 'kysely';
import type { Tx } from '#platform/tx.ts';
import { WHOLE_UNIT } from '../outputs/outputs.ts';

/** Who owes a quota today: by scope. A line that was sent binds those it was given to as a task and who did not show that it is not theirs. */
const wanted = (quotaId: string, unitId: string | null) => sql`
  select q.id as quota_id, u.id as unit_id, u.parent_id as node_id, u.path,
    case when u.kind in ('team', 'board') then u.parent_id else u.id end as counted_unit_id,
    case when u.kind in ('team', 'board') then u.id else ${WHOLE_UNIT}::uuid end as counted_team_id
  from quotas q join units u on u.closed_on is null and case q.scope
      when 'own' then u.id = q.unit_id
      when 'unit' then u.id = q.target_unit_id
      when 'teams' then u.parent_id = q.unit_id and u.kind = 'team'
      when 'below' then u.path > q.path and u.path < rtrim(q.path, '.') || '/' and u.kind = any(q.kinds)
      when 'asked' then exists (select from asks a where a.line_id = q.line_id and a.unit_id = u.id
        and a.mode = 'assign' and a.state <> 'not-ours' and a.decision is distinct from 'accepted')
    end
  where q.id = ${quotaId} ${unitId ? sql`and u.id = ${unitId}` : sql``}`;

/** Brings the names of those who owe a quota up to date, or one of them; the units under which something changed are the answer. */
export async function syncMembers(tx: Tx, quotaId: string, unitId: string | null = null): Promise<string[]> {
  const { rows } = await sql<{ node_id: string | null }>`
    with wanted as materialized (${wanted(quotaId, unitId)}),
    gone as (
      delete from quota_units k where k.quota_id = ${quotaId} ${unitId ? sql`and k.unit_id = ${unitId}` : sql``}
        and not exists (select from wanted w where w.unit_id = k.unit_id)
      returning k.node_id),
    moved as (
      update quota_units k set node_id = w.node_id, path = w.path, counted_unit_id = w.counted_unit_id
      from wanted w, quota_units before
      where k.quota_id = ${quotaId} and w.unit_id = k.unit_id and before.quota_id = k.quota_id and before.unit_id = k.unit_id
        and (k.node_id, k.path) is distinct from (w.node_id, w.path)
      returning w.node_id, before.node_id as was),
    come as (
      insert into quota_units (quota_id, unit_id, node_id, path, counted_unit_id, counted_team_id)
      select quota_id, unit_id, node_id, path, counted_unit_id, counted_team_id from wanted
      on conflict do nothing
      returning node_id)
    select node_id from gone union select node_id from moved union select was from moved union select node_id from come`.execute(
    tx,
  );
  return rows.flatMap((row) => row.node_id ?? []);
}
