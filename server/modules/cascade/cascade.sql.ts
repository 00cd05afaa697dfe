import { sql } from 'kysely';
import type { Db } from '#platform/tx.ts';
import type { AskState, SendMode } from './cascade.contract.ts';

export interface AskedOf {
  planId: string;
  lineId: string;
  addresseeId: string;
  mode: SendMode;
  state: AskState;
  teamId: string | null;
  personId: string | null;
  byOn: string | null;
  dueOn: string | null;
}

export const askedLinesOf = async (db: Db, unitId: string): Promise<AskedOf[]> =>
  (
    await sql<AskedOf>`
      select k.plan_id as "planId", k.line_id as "lineId", k.addressee_id as "addresseeId", k.mode, k.state,
             k.team_id as "teamId", k.person_id as "personId", k.by_on as "byOn", k.due_on as "dueOn"
        from addressees a
        join plans p on p.id = a.plan_id and p.state = 'issued'
        join asks k on k.plan_id = a.plan_id and k.unit_id = a.unit_id
        join plan_lines l on l.id = k.line_id and l.removed_in is null
       where a.unit_id = ${unitId} and a.passed_to is null
       order by k.plan_id, k.line_id`.execute(db)
  ).rows;

export const isAddressed = async (db: Db, planId: string, unitId: string): Promise<boolean> =>
  (await sql`select from addressees where plan_id = ${planId} and unit_id = ${unitId}`.execute(db)).rows.length > 0;

export interface QuotaAsk {
  lineId: string;
  unitId: string;
  path: string;
  state: AskState;
}

export const quotaAsks = async (db: Db, lineIds: readonly string[]): Promise<QuotaAsk[]> =>
  (
    await sql<QuotaAsk>`
      select k.line_id as "lineId", k.unit_id as "unitId", a.path, k.state
        from asks k
        join addressees a on a.id = k.addressee_id and a.passed_to is null
        join plans p on p.id = k.plan_id and p.state in ('issued', 'closed')
        join plan_lines l on l.id = k.line_id and l.removed_in is null
       where k.line_id = any(${lineIds}::uuid[]) and k.mode <> 'inform' and k.state <> 'not-ours'
         and not (k.state = 'wants-change' and k.decision is not distinct from 'accepted')
       order by k.line_id, a.path`.execute(db)
  ).rows;
