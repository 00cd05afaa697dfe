import { sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { type AddresseeRow, addresseeColumns, addresseeTables } from './addressees.sql.ts';
import type { AskState, SendMode } from './cascade.contract.ts';
import { countAsks } from './counters.sql.ts';
import type { PlacedLine, SaidTarget } from './line-words.ts';
import { byPlace, placed } from './plan-lines.sql.ts';

export interface AskedFilter {
  unitId?: string | undefined;
  planId?: string | undefined;
  show?: 'open' | 'done' | undefined;
  after?: { rank: number; id: string } | undefined;
  limit: number;
}

/** What waits comes first, by the day it is due; what is done follows, the latest first. */
const rank = sql`(case when a.state = 'done' or p.state <> 'issued' then 20000000 - (a.sent_at::date - date '2000-01-01')
  else coalesce(a.due_on - date '2000-01-01', 9999999) end)`;

export const listAsked = async (db: Db, reach: Reach, filter: AskedFilter) => {
  const { unitId, planId, show, after } = filter;
  const open = sql`(a.state <> 'done' and p.state = 'issued')`;
  const wheres = [
    inReach(sql.ref<string>('a.path'), reach),
    sql`a.passed_to is null`,
    ...(unitId ? [sql`a.unit_id = ${unitId}`] : []),
    ...(planId ? [sql`a.plan_id = ${planId}`] : []),
    ...(show ? [show === 'open' ? open : sql`not ${open}`] : []),
    ...(after ? [sql`(${rank}, a.id) > (${after.rank}::int, ${after.id}::uuid)`] : []),
  ];
  const { rows } = await sql<AddresseeRow & { rank: number }>`
    select ${addresseeColumns}, ${rank} as rank from ${addresseeTables}
     where ${sql.join(wheres, sql` and `)}
     order by ${rank}, a.id limit ${sql.lit(filter.limit + 1)}`.execute(db);
  return rows;
};

export interface AskRow extends PlacedLine {
  mode: SendMode;
  state: AskState;
  dueOn: string | null;
  teamId: string | null;
  teamName: string | null;
  personId: string | null;
  personName: string | null;
  ownerName: string | null;
  byOn: string | null;
  reason: string | null;
  decision: 'accepted' | 'declined' | null;
  decisionNote: string | null;
  edition: number;
  answeredAt: Date | null;
  version: number;
  /** For 'changed': the line as it stood when it was answered. */
  former: { text: string; detail: Record<string, unknown>; targets?: SaidTarget[] } | null;
}

/** What a unit is asked, line by line; lines that an edition took out are left out. */
export const asksOf = async (db: Db, addresseeId: string): Promise<AskRow[]> =>
  (
    await sql<AskRow>`
      select ${placed},
             k.mode, k.state, k.due_on as "dueOn", k.team_id as "teamId", t.name as "teamName",
             k.person_id as "personId", q.name as "personName", k.owner_name as "ownerName", k.by_on as "byOn", k.reason, k.decision,
             k.decision_note as "decisionNote", k.edition, k.answered_at as "answeredAt", k.version,
             case when k.state = 'changed' then (
               select c.before from plan_line_changes c
                where c.plan_id = k.plan_id and c.line_id = k.line_id and c.edition > k.edition
                order by c.edition limit 1) end as former
        from asks k
        join plan_lines l on l.id = k.line_id and l.removed_in is null
        left join plan_lines b on b.id = l.parent_id
        left join units t on t.id = k.team_id
        left join people q on q.id = k.person_id
       where k.addressee_id = ${addresseeId}
       order by ${byPlace}`.execute(db)
  ).rows;

/** The unit with its own teams, boards and offices, and what stands below those; a school of a Sở is another unit. */
const inside = (unitId: string, day: string) => sql`
  with recursive inside (id) as (
    select ${unitId}::uuid
    union
    select u.id from inside i join units u on u.parent_id = i.id
     where u.kind in ('team', 'board', 'division', 'mass-organisation', 'union')
       and (u.closed_on is null or u.closed_on > ${day}::date))`;

export interface Colleague {
  id: string;
  name: string;
  title: string | null;
}

/** Who works at a unit: by a post there or in one of its teams, or by a role that was given there. */
export const peopleOf = async (db: Db, unitId: string, day: string, among?: readonly string[]): Promise<Colleague[]> =>
  (
    await sql<Colleague>`
      ${inside(unitId, day)}
      select p.id, p.name,
             (select o.title from posts o where o.person_id = p.id and o.unit_id in (select id from inside)
                and (o.valid_to is null or o.valid_to > ${day}::date)
               order by (o.unit_id = ${unitId}) desc, o.valid_from, o.id limit 1) as title
        from people p
       where p.closed_on is null and ${among ? sql`p.id = any(${among}::uuid[])` : sql`true`}
         and p.id in (
           select person_id from posts where unit_id in (select id from inside) and (valid_to is null or valid_to > ${day}::date)
           union
           select person_id from grants where unit_id in (select id from inside)
              and valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date))
       order by p.name collate vi, p.id limit 500`.execute(db)
  ).rows;

export const teamsOf = async (db: Db, unitId: string, day: string) =>
  (
    await sql<{ id: string; name: string }>`
      ${inside(unitId, day)}
      select u.id, u.name from inside i join units u on u.id = i.id
       where u.id <> ${unitId} order by length(u.path), u.name collate vi, u.id limit 500`.execute(db)
  ).rows;

/** Whom to tell of what a team was given: its head, and where nobody is that, its members. */
export const peopleOfTeams = async (db: Db, teamIds: readonly string[], day: string): Promise<string[]> =>
  (
    await sql<{ person_id: string }>`
      select distinct person_id from (
        select o.person_id, o.kind = 'head' as heads, bool_or(o.kind = 'head') over (partition by o.unit_id) as headed
          from posts o
         where o.unit_id = any(${teamIds}::uuid[]) and o.person_id is not null
           and (o.valid_to is null or o.valid_to > ${day}::date)) x
       where heads or not headed`.execute(db)
  ).rows.map((row) => row.person_id);

/** Opens what was not opened: what is only to be known is known by that. */
export const openAsks = (tx: Tx, planId: string, addresseeId: string) =>
  countAsks(
    tx,
    planId,
    sql`
    update asks set state = case when mode = 'inform' then 'known' else 'unanswered' end, version = version + 1
     where addressee_id = ${addresseeId} and state = 'unopened'
    returning unit_id, line_id, 'unopened'::text as from_state, state as to_state`,
  );

export interface AskChange {
  lineId: string;
  state: AskState;
  teamId: string | null;
  personId: string | null;
  ownerName: string | null;
  byOn: string | null;
  reason: string | null;
}
export interface Answering {
  planId: string;
  addresseeId: string;
  personId: string | null;
  via: 'account' | 'link';
  at: Date;
}

/** Writes answers, several lines in one statement with their figures. A new answer ends what was decided about the old one. */
export const writeAnswers = (tx: Tx, by: Answering, changes: readonly AskChange[]) =>
  countAsks(
    tx,
    by.planId,
    sql`
    update asks k set state = n.state, team_id = n."teamId", person_id = n."personId", owner_name = n."ownerName", by_on = n."byOn", reason = n.reason,
           decision = null, decision_note = null, decided_by = null, decided_at = null, edition = p.edition,
           answered_by = ${by.personId}::uuid, answered_via = ${by.via}, answered_at = ${by.at}, version = k.version + 1
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
             as n ("lineId" uuid, state text, "teamId" uuid, "personId" uuid, "ownerName" text, "byOn" date, reason text)
      join asks o on o.addressee_id = ${by.addresseeId} and o.line_id = n."lineId"
      join plans p on p.id = o.plan_id
     where k.plan_id = o.plan_id and k.unit_id = o.unit_id and k.line_id = o.line_id
    returning k.unit_id, k.line_id, o.state as from_state, k.state as to_state`,
  );

export const publicAnswers = (db: Db, planId: string) =>
  db
    .selectFrom('plan_answers')
    .select(['id', 'line_id as lineId', 'question', 'answer', 'at'])
    .where('plan_id', '=', planId)
    .orderBy('at')
    .orderBy('id')
    .execute();

export const questionsOf = (db: Db, addresseeId: string) =>
  db
    .selectFrom('plan_questions')
    .select(['id', 'line_id as lineId', 'text', 'at', 'answer_id as answerId'])
    .where('addressee_id', '=', addresseeId)
    .orderBy('at')
    .orderBy('id')
    .execute();

export interface NewQuestion {
  id: string;
  plan_id: string;
  line_id: string | null;
  addressee_id: string;
  unit_id: string;
  path: string;
  text: string;
  person_id: string | null;
  at: Date;
}

/** Undefined where the question was asked before. */
export const insertQuestion = (tx: Tx, row: NewQuestion) =>
  tx
    .insertInto('plan_questions')
    .values(row)
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();

export interface MyAskFilter {
  personId: string;
  day: string;
  after?: { byOn: string; lineId: string; addresseeId: string } | undefined;
  limit: number;
}

/** Lines in which the person is named, or a team of theirs; what is due first comes first. */
export const listMyAsks = async (db: Db, f: MyAskFilter) =>
  (
    await sql<
      PlacedLine & {
        addresseeId: string;
        planId: string;
        planTitle: string;
        unitName: string;
        byOn: string | null;
      }
    >`
      select ${placed},
             k.addressee_id as "addresseeId", k.plan_id as "planId", p.title as "planTitle", u.name as "unitName",
             k.by_on as "byOn"
        from asks k
        join plans p on p.id = k.plan_id and p.state = 'issued'
        join units u on u.id = k.unit_id
        join addressees r on r.id = k.addressee_id and r.passed_to is null
        join plan_lines l on l.id = k.line_id and l.removed_in is null
        left join plan_lines b on b.id = l.parent_id
       where k.state in ('loose', 'adopted')
         and (k.person_id = ${f.personId} or k.team_id in (
           select unit_id from posts where person_id = ${f.personId} and (valid_to is null or valid_to > ${f.day}::date)))
         and ${
           f.after
             ? sql`(coalesce(k.by_on, date '9999-12-31'), k.line_id, k.addressee_id) > (${f.after.byOn}::date, ${f.after.lineId}::uuid, ${f.after.addresseeId}::uuid)`
             : sql`true`
         }
       order by coalesce(k.by_on, date '9999-12-31'), k.line_id, k.addressee_id limit ${sql.lit(f.limit + 1)}`.execute(
      db,
    )
  ).rows;
