import { sql } from 'kysely';
import type { Tx } from '#platform/tx.ts';
import { askableParts } from './cascade.contract.ts';

/**
 * Counts what the unit's own plan took over and what it added, once it is issued: drafts are the unit's own affair. Only
 * lines that a plan asks for are counted, not its bases, recipients and the like.
 */
export const keepShare = (tx: Tx, ownPlanId: string) =>
  sql`update addressees a set lines_inherited = l.inherited, lines_own = l.own
    from (select count(*) filter (where origin = 'inherited') as inherited, count(*) filter (where origin = 'own') as own
        from plan_lines where plan_id = ${ownPlanId} and removed_in is null
          and part = any(${sql.val([...askableParts])}::text[])) l
    where a.own_plan_id = ${ownPlanId}`.execute(tx);
