import { type RawBuilder, sql } from 'kysely';
import type { Role } from '#lib/rights.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { answering } from './addressees.sql.ts';
import type { AddresseeState } from './cascade.contract.ts';
import { inSet, type UnitSet } from './coverage-units.sql.ts';

/** Which step of the rule; a reminder that a person sends is none. */
type Step = { stepDays: number | null; told: 'unit' | 'unit-above' };
const byPerson: Step = { stepDays: null, told: 'unit' };

/** A letter about the same plan went to the unit within the hour. */
const mailedLately = (now: Date) => sql<boolean>`exists (select from reminder_units ru
  join reminders r on r.id = ru.reminder_id
  where ru.addressee_id = c.id and ru.told = 'unit' and ru.by_mail and r.sent_at > ${new Date(now.getTime() - 3_600_000)})`;

/** Whom a reminder tells: holders of the right at the unit; who keeps the system only where nobody else holds it. */
export const told = (of: { today: string; roles: readonly Role[] }, unitId = sql`a.unit_id`) => sql`
  select person_id from (
    select g.person_id, bool_or(g.role <> 'administrator') as staff, bool_or(bool_or(g.role <> 'administrator')) over () as any_staff
    ${answering(of, unitId)} group by g.person_id) s where staff or not any_staff`;

/** The nearest unit above a late one, up to the sender, where somebody answers; the sender itself for units elsewhere. */
export const nearestAbove = (
  of: { today: string; roles: readonly Role[] },
  plan: { unitId: string; path: string },
) => sql`
  coalesce((select n.id from unnest(string_to_array(rtrim(a.path, '.'), '.')) as x (no) join units n on n.no = x.no::bigint
    where n.id <> a.unit_id and starts_with(n.path, ${plan.path})
      and (n.id = ${plan.unitId} or exists (select ${answering(of, sql`n.id`)}))
    order by length(n.path) desc limit 1), ${plan.unitId}::uuid)`;

const chosen = (set: UnitSet) => sql`chosen as materialized (
  select a.id, a.unit_id, u.name, u.kind, a.due_on, a.state, a.asked - a.answered as waiting
  from addressees a join units u on u.id = a.unit_id where ${inSet(set)})`;
const peopleOf = (set: UnitSet) => sql`(select count(distinct t.person_id)::int
  from chosen a cross join lateral (${told(set)}) t)`;

export interface Preview {
  units: number;
  people: number;
  withoutAccount: number;
  mailedLately: number;
  waiting: number;
  firstDue: string | null;
  lastDue: string | null;
  /** The first units in official order, with how many lines of theirs wait. */
  names: { name: string; waiting: number }[];
}

export const previewSet = async (db: Db, set: UnitSet, now: Date, shown: number): Promise<Preview> => {
  const { rows } = await sql<Preview>`
    with ${chosen(set)}
    select (select count(*)::int from chosen) as units, ${peopleOf(set)} as people,
      (select count(*)::int from chosen a where not exists (${told(set)})) as "withoutAccount",
      (select count(*)::int from chosen c where ${mailedLately(now)}) as "mailedLately",
      (select coalesce(sum(waiting), 0)::int from chosen) as waiting,
      (select min(due_on) from chosen where state in ('unopened', 'unanswered')) as "firstDue",
      (select max(due_on) from chosen where state in ('unopened', 'unanswered')) as "lastDue",
      coalesce((select jsonb_agg(jsonb_build_object('name', name, 'waiting', waiting) order by at) from (
        select name, waiting, row_number() over (order by name collate vi, id) as at from chosen
        order by at limit ${sql.lit(shown)}) n), '[]') as names`.execute(db);
  return rows[0]!;
};

export interface NewReminder {
  id: string;
  plan_id: string;
  unit_id: string;
  path: string;
  filter: string | null;
  message: string;
  sent_by: string | null;
  sent_at: Date;
}

export interface Reminded {
  units: number;
  people: number;
  mailedLately: number;
}

const insertedRow = (r: NewReminder, step: Step, people: RawBuilder<unknown>) => sql`
  insert into reminders (id, plan_id, unit_id, path, step_days, told, filter, message, units, people, sent_by, sent_at)
  select ${r.id}::uuid, ${r.plan_id}::uuid, ${r.unit_id}::uuid, ${r.path}, ${step.stepDays}::int, ${step.told}, ${r.filter}::jsonb, ${r.message},
    (select count(*) from chosen), ${people}, ${r.sent_by}::uuid, ${r.sent_at}::timestamptz
  where exists (select from chosen)
  returning id, units, people`;
const insertedUnits = (now: Date, step: Step) => sql`
  insert into reminder_units (reminder_id, addressee_id, step_days, told, by_mail)
  select r.id, c.id, ${step.stepDays}::int, ${step.told}, ${step.told === 'unit' ? sql`not ${mailedLately(now)}` : sql`true`} from chosen c cross join r
  returning by_mail`;

/** The reminder and to exactly whom, in one statement; undefined where the filter means nobody. */
export const insertReminder = async (tx: Tx, set: UnitSet, row: NewReminder): Promise<Reminded | undefined> => {
  const { rows } = await sql<Reminded>`
    with ${chosen(set)}, r as (${insertedRow(row, byPerson, peopleOf(set))}), ru as (${insertedUnits(row.sent_at, byPerson)})
    select r.units, r.people, (select count(*)::int from ru where not by_mail) as "mailedLately" from r`.execute(tx);
  return rows[0];
};

export interface StepSet {
  plan: DuePlan;
  told: 'unit' | 'unit-above';
  stepDays: number;
  /** Due days that the step is about today, each with the day on which it falls. */
  dues: readonly { due: string; on: string }[];
  today: string;
  roles: readonly Role[];
}

const stepChosen = (s: StepSet) => sql`chosen as materialized (
  select a.id, a.unit_id, a.path from addressees a
  join units u on u.id = a.unit_id and (u.closed_on is null or u.closed_on > ${s.today}::date)
  join jsonb_to_recordset(${JSON.stringify(s.dues)}::jsonb) as d (due date, "on" date) on d.due = a.due_on
  where a.plan_id = ${s.plan.id} and ${waits(sql`d."on"`)}
    and not exists (select from reminder_units x where x.addressee_id = a.id and x.step_days = ${s.stepDays} and x.told = ${s.told}))`;
/** Who still owes an answer and has had the plan since before the day of the step. */
const waits = (on: RawBuilder<unknown>) => sql`a.state in ('unopened', 'unanswered') and a.mode <> 'inform'
  and a.passed_to is null and a.recalled_at is null
  and (a.sent_at at time zone 'Asia/Ho_Chi_Minh')::date < ${on}`;

/** The same by the rule: each unit once for each step. */
export const insertStep = async (tx: Tx, step: StepSet, row: NewReminder): Promise<Reminded | undefined> => {
  const unitId = step.told === 'unit' ? sql`a.unit_id` : sql`b.unit_id`;
  const units =
    step.told === 'unit'
      ? sql`chosen a`
      : sql`(select distinct ${nearestAbove(step, step.plan)} as unit_id from chosen a) b`;
  const people = sql`(select count(distinct t.person_id)::int from ${units} cross join lateral (${told(step, unitId)}) t)`;
  const { rows } = await sql<Reminded>`
    with ${stepChosen(step)}, r as (${insertedRow(row, step, people)}),
      ru as (${insertedUnits(row.sent_at, step)})
    select r.units, r.people, (select count(*)::int from ru where not by_mail) as "mailedLately" from r`.execute(tx);
  return rows[0];
};

export interface StepRow {
  stepDays: number;
  told: 'unit' | 'unit-above';
}

export const listSteps = async (db: Db, today: string): Promise<StepRow[]> =>
  (
    await sql<StepRow>`select step_days as "stepDays", told from reminder_steps
      where valid_from <= ${today}::date and (valid_to is null or valid_to > ${today}::date) order by step_days, told`.execute(
      db,
    )
  ).rows;

export interface DuePlan {
  id: string;
  unitId: string;
  path: string;
}

/** Running plans in which somebody with one of these due days has not answered. */
export const plansDue = async (db: Db, dues: readonly string[]): Promise<DuePlan[]> =>
  (
    await sql<DuePlan>`select p.id, p.unit_id as "unitId", p.path from plans p where p.state = 'issued' and p.id in (
        select plan_id from addressees where due_on = any(${sql.val([...dues])}::date[]) and state in ('unopened', 'unanswered'))
      order by p.id`.execute(db)
  ).rows;

export interface ReminderRow {
  id: string;
  planId: string;
  stepDays: number | null;
  told: 'unit' | 'unit-above';
  filterStates: AddresseeState[] | null;
  message: string;
  units: number;
  people: number;
  mailedLately: number;
  sentByName: string | null;
  sentAt: Date;
}

const shown = sql`r.id, r.plan_id as "planId", r.step_days as "stepDays", r.told, r.message, r.units, r.people, r.sent_at as "sentAt",
  p.name as "sentByName"`;

export const findReminder = async (db: Db, id: string): Promise<ReminderRow | undefined> =>
  (
    await sql<ReminderRow>`select ${shown}, r.filter -> 'states' as "filterStates",
        (select count(*)::int from reminder_units u where u.reminder_id = r.id and not u.by_mail) as "mailedLately"
      from reminders r left join people p on p.id = r.sent_by where r.id = ${id}`.execute(db)
  ).rows[0];

export const listReminders = async (db: Db, planId: string): Promise<ReminderRow[]> =>
  (
    await sql<ReminderRow>`select ${shown} from reminders r left join people p on p.id = r.sent_by
      where r.plan_id = ${planId} order by r.sent_at desc, r.id desc limit 500`.execute(db)
  ).rows;
