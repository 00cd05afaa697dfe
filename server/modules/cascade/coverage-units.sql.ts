import { type RawBuilder, sql } from 'kysely';
import type { Role } from '#lib/rights.ts';
import type { UnitKind } from '#lib/unit-kinds.ts';
import { pathEnd } from '#platform/scope.ts';
import type { Db } from '#platform/tx.ts';
import { hasAccount } from './addressees.sql.ts';
import type { AddresseeState, AskState, SendMode } from './cascade.contract.ts';
import { lateOn } from './coverage.sql.ts';

/** Which receivers are meant; the roles are those whose holders answer for a unit. */
export interface UnitSet {
  planId: string;
  /** Receivers at or below this path; null for all of the plan. */
  path: string | null;
  states?: readonly AddresseeState[] | undefined;
  late?: 'yes' | undefined;
  kind?: UnitKind | undefined;
  lineId?: string | undefined;
  lineState?: AskState | undefined;
  account?: 'with' | 'without' | undefined;
  today: string;
  roles: readonly Role[];
}

const isReached = (set: UnitSet) => hasAccount(set, sql`a.unit_id`);

/** The one condition by which units are listed, reminded and exported; over addressees `a` and their units `u`. */
export function inSet(set: UnitSet): RawBuilder<boolean> {
  const conditions = [sql`a.plan_id = ${set.planId} and a.passed_to is null`];
  if (set.path !== null) conditions.push(sql`a.path >= ${set.path} and a.path < ${pathEnd(set.path)}`);
  if (set.states) conditions.push(sql`a.state = any(${sql.val([...set.states])}::text[])`);
  if (set.late) conditions.push(lateOn(set.today));
  if (set.kind) conditions.push(sql`u.kind = ${set.kind}`);
  if (set.lineId || set.lineState) conditions.push(asked(set));
  if (set.account) conditions.push(set.account === 'with' ? isReached(set) : sql`not ${isReached(set)}`);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

const asked = ({ planId, lineId, lineState }: UnitSet) => sql`exists (select from asks k
  where k.plan_id = ${planId} and k.unit_id = a.unit_id
    ${lineId ? sql`and k.line_id = ${lineId}` : sql``} ${lineState ? sql`and k.state = ${lineState}` : sql``})`;

export interface AddresseeRow {
  id: string;
  unitId: string;
  unitName: string;
  kind: UnitKind;
  aboveName: string | null;
  path: string;
  mode: SendMode;
  state: AddresseeState;
  asked: number;
  answered: number;
  dueOn: string | null;
  openedAt: Date | null;
  answeredAt: Date | null;
  hasAccount: boolean;
  remindedAt: Date | null;
  ownPlanId: string | null;
}

const row = (
  set: UnitSet,
) => sql`a.id, a.unit_id as "unitId", u.name as "unitName", u.kind, up.name as "aboveName", a.path,
  a.mode, a.state, a.asked, a.answered, a.due_on as "dueOn", a.opened_at as "openedAt", a.answered_at as "answeredAt",
  ${isReached(set)} as "hasAccount", a.own_plan_id as "ownPlanId",
  (select max(r.sent_at) from reminder_units ru join reminders r on r.id = ru.reminder_id where ru.addressee_id = a.id)
    as "remindedAt"`;
const from = sql`from addressees a join units u on u.id = a.unit_id left join units up on up.id = u.parent_id`;

/** Along the tree: the units of a commune stand together. */
export const listAddressees = async (
  db: Db,
  set: UnitSet,
  page: { after: string | undefined; limit: number },
): Promise<AddresseeRow[]> =>
  (
    await sql<AddresseeRow>`
      select ${row(set)} ${from} where ${inSet(set)} ${page.after === undefined ? sql`` : sql`and a.path > ${page.after}`}
      order by a.path limit ${sql.lit(page.limit)}`.execute(db)
  ).rows;

export const findAddressee = async (db: Db, set: UnitSet, id: string): Promise<AddresseeRow | undefined> =>
  (await sql<AddresseeRow>`select ${row(set)} ${from} where ${inSet(set)} and a.id = ${id}`.execute(db)).rows[0];

export interface AnsweredLine {
  lineId: string;
  state: AskState;
  owner: string | null;
  byOn: string | null;
  reason: string | null;
  decision: 'accepted' | 'declined' | null;
  decisionNote: string | null;
  answeredAt: Date | null;
  version: number;
}

/** What a unit answered; the person, else the team, else whoever was named in words, is who does it. */
export const listAnswers = async (db: Db, addresseeId: string): Promise<AnsweredLine[]> =>
  (
    await sql<AnsweredLine>`
      select k.line_id as "lineId", k.state, coalesce(p.name, t.name, k.owner_name) as owner,
        k.by_on as "byOn", k.reason, k.decision, k.decision_note as "decisionNote", k.answered_at as "answeredAt", k.version
      from asks k left join people p on p.id = k.person_id left join units t on t.id = k.team_id
      where k.addressee_id = ${addresseeId}`.execute(db)
  ).rows;
