import { type RawBuilder, sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import type { Role } from '#lib/rights.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { type AddresseeState, type SendMode, sendModes } from './cascade.contract.ts';
import { countAddressees } from './counters.sql.ts';

export interface AddresseeRow {
  id: string;
  planId: string;
  unitId: string;
  path: string;
  mode: SendMode;
  state: AddresseeState;
  asked: number;
  answered: number;
  dueOn: string | null;
  sentAt: Date;
  openedAt: Date | null;
  ownPlanId: string | null;
  version: number;
  unitName: string;
  unitKind: string;
  unitClosedOn: string | null;
  title: string;
  number: string | null;
  symbol: string;
  issuedOn: string | null;
  planState: 'issued' | 'closed' | 'recalled';
  planUnitId: string;
  planPath: string;
  fromUnit: string;
  edition: number;
  note: string | null;
}

export const addresseeColumns = sql`a.id, a.plan_id as "planId", a.unit_id as "unitId", a.path, a.mode, a.state, a.asked, a.answered,
  a.due_on as "dueOn", a.sent_at as "sentAt", a.opened_at as "openedAt", a.own_plan_id as "ownPlanId", a.version,
  u.name as "unitName", u.kind as "unitKind", u.closed_on as "unitClosedOn",
  p.title, p.number, p.symbol, p.issued_on as "issuedOn", p.state as "planState", p.unit_id as "planUnitId",
  p.path as "planPath", s.name as "fromUnit", p.edition, d.note`;
export const addresseeTables = sql`addressees a
  join units u on u.id = a.unit_id
  join plans p on p.id = a.plan_id
  join units s on s.id = p.unit_id
  join dispatches d on d.id = a.dispatch_id`;

/** The modes in the order of their strength. */
export const modes = sql`${sql.val([...sendModes])}::text[]`;

/** What was sent to one unit, where the reader reaches that unit. */
export const findAddressee = async (db: Db, reach: Reach, id: string): Promise<AddresseeRow | undefined> =>
  (
    await sql<AddresseeRow>`select ${addresseeColumns} from ${addresseeTables}
      where a.id = ${id} and ${inReach(sql.ref<string>('a.path'), reach)}`.execute(db)
  ).rows[0];

/** The same for whoever holds a link to it. */
export const addresseeById = async (db: Db, id: string): Promise<AddresseeRow | undefined> =>
  (await sql<AddresseeRow>`select ${addresseeColumns} from ${addresseeTables} where a.id = ${id}`.execute(db)).rows[0];

/** Holds addressees until the transaction ends, in a fixed order. */
export const lockAddressees = (tx: Tx, ids: readonly string[]) =>
  sql`select from addressees where id = any(${ids}::uuid[]) order by id for update`.execute(tx);

export const planOfAddressee = async (db: Db, id: string): Promise<string | undefined> =>
  (await sql<{ plan_id: string }>`select plan_id from addressees where id = ${id}`.execute(db)).rows[0]?.plan_id;

/** Acknowledges: the first opening counts, and says who. */
export const markOpened = (tx: Tx, id: string, at: Date, personId: string | null) =>
  sql`update addressees set opened_at = coalesce(opened_at, ${at}),
      opened_by = case when opened_at is null then ${personId}::uuid else opened_by end where id = ${id}`.execute(tx);

export const markAnswered = (tx: Tx, id: string, at: Date, personId: string | null) =>
  sql`update addressees set answered_at = ${at}, answered_by = ${personId}::uuid where id = ${id}`.execute(tx);

/**
 * Works out anew from their lines how these addressees of one plan stand, and moves the kept figures. Whoever changes
 * asks calls it afterwards, with the addressees locked. Lines that an edition took out no longer count.
 */
export const settle = (tx: Tx, planId: string, ids: readonly string[]) =>
  countAddressees(
    tx,
    planId,
    sql`
    update addressees a set state = n.state, asked = n.asked, answered = n.answered, due_on = coalesce(n.due_on, a.due_on),
           mode = coalesce(n.mode, a.mode), version = a.version + 1
      from (
        select o.id, o.state as before,
               case when o.opened_at is null or bool_or(k.state = 'unopened') then 'unopened'
                    when bool_or(k.state in ('unanswered', 'changed')) then 'unanswered'
                    when bool_or(k.state = 'wants-change' and k.decision is null) then 'wants-change'
                    when bool_or(k.state = 'loose') then 'loose'
                    else 'done' end as state,
               count(*) filter (where k.mode <> 'inform')::int as asked,
               count(*) filter (where k.state in ('loose', 'adopted', 'not-ours', 'wants-change'))::int as answered,
               coalesce(min(k.due_on) filter (where k.state in ('unopened', 'unanswered', 'changed')), max(k.due_on)) as due_on,
               (${modes})[min(array_position(${modes}, k.mode))] as mode
          from addressees o
          left join (asks k join plan_lines l on l.id = k.line_id and l.removed_in is null) on k.addressee_id = o.id
         where o.id = any(${ids}::uuid[])
         group by o.id
      ) n
     where a.id = n.id
    returning a.unit_id, n.before as from_state, a.state as to_state`,
  );

/** Grants whose holders answer for a unit today, as rows of `g`. */
export const answering = (of: { today: string; roles: readonly Role[] }, unitId: RawBuilder<unknown>) => sql`
  from grants g join accounts o on o.person_id = g.person_id and o.state = 'active'
  where g.unit_id = ${unitId} and g.role = any(${sql.val([...of.roles])}::text[])
    and g.valid_from <= ${of.today}::date and (g.valid_to is null or g.valid_to > ${of.today}::date)`;

/** Whether anybody answers for the unit today. */
export const hasAccount = (of: { today: string; roles: readonly Role[] }, unitId: RawBuilder<unknown>) =>
  sql<boolean>`exists (select ${answering(of, unitId)})`;

export const setOwnPlan = (tx: Tx, id: string, planId: string) =>
  sql`update addressees set own_plan_id = ${planId} where id = ${id}`.execute(tx);
