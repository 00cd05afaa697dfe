import { sql } from 'kysely';
import type { Tx } from '#platform/tx.ts';
import { countAsks } from './counters.sql.ts';

/** The edition of a plan, and the addressees that were asked a line which an edition changed or took out since they were asked. */
export const touchedByEditions = async (tx: Tx, planId: string) => {
  const { rows } = await sql<{ edition: number; ids: string[] }>`
    select p.edition, array(
        select distinct k.addressee_id from asks k
          join plan_line_changes c on c.plan_id = k.plan_id and c.line_id = k.line_id and c.edition > k.edition
         where k.plan_id = p.id) as ids
      from plans p where p.id = ${planId}`.execute(tx);
  return rows[0];
};

/** Answers about lines as they stood before are asked for again; what was not answered is simply read as it stands now. */
export const markChanged = (tx: Tx, planId: string) =>
  countAsks(
    tx,
    planId,
    sql`
    update asks k set state = 'changed', decision = null, decision_note = null, decided_by = null, decided_at = null,
           version = k.version + 1
      from asks o
      join plan_lines l on l.id = o.line_id and l.removed_in is null
     where o.plan_id = ${planId} and o.state in ('loose', 'adopted', 'not-ours', 'wants-change')
       and exists (select from plan_line_changes c where c.plan_id = o.plan_id and c.line_id = o.line_id and c.edition > o.edition)
       and k.plan_id = o.plan_id and k.unit_id = o.unit_id and k.line_id = o.line_id
    returning k.unit_id, k.line_id, o.state as from_state, k.state as to_state`,
    sql`count(*)::int as n`,
  );

/** Lines that are gone count no longer; their asks keep the state they had. */
export const dropRemovedCounts = (tx: Tx, planId: string) =>
  sql`delete from ask_counts c using plan_lines l
       where c.plan_id = ${planId} and l.id = c.line_id and l.removed_in is not null`.execute(tx);

export const markRecalled = (tx: Tx, planId: string, at: Date) =>
  sql`update addressees set recalled_at = ${at}, version = version + 1
       where plan_id = ${planId} and recalled_at is null`.execute(tx);
