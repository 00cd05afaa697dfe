import { sql } from 'kysely';
import type { Role } from '#lib/rights.ts';
import type { Language } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import type { AddresseeState } from './cascade.contract.ts';
import { nearestAbove, told } from './reminders.sql.ts';

/** What is told to the people of one unit: about itself, or about units below it. */
export interface Parcel {
  unitId: string;
  addresseeIds: string[];
}

interface Of {
  reminderId: string;
  told: 'unit' | 'unit-above';
  plan: { unitId: string; path: string };
  today: string;
  roles: readonly Role[];
}

export const listParcels = async (db: Db, of: Of): Promise<Parcel[]> => {
  const unit = of.told === 'unit' ? sql`a.unit_id` : nearestAbove(of, of.plan);
  const { rows } = await sql<Parcel>`
    select unit_id as "unitId", array_agg(addressee_id order by path) as "addresseeIds" from (
      select ${unit} as unit_id, a.id as addressee_id, a.path
      from reminder_units ru join addressees a on a.id = ru.addressee_id where ru.reminder_id = ${of.reminderId}) x
    group by unit_id order by min(path)`.execute(db);
  return rows;
};

export interface Waiting {
  id: string;
  name: string;
  state: AddresseeState;
  waiting: number;
  dueOn: string | null;
}

export interface Reader {
  id: string;
  name: string;
  email: string | null;
  language: Language;
}

/** Where the units stand now, along the tree; without those that have passed the work on since. */
export const standingOf = async (db: Db, addresseeIds: readonly string[]): Promise<Waiting[]> =>
  (
    await sql<Waiting>`select a.id, u.name, a.state, a.asked - a.answered as waiting, a.due_on as "dueOn"
      from addressees a join units u on u.id = a.unit_id
      where a.id = any(${sql.val([...addresseeIds])}::uuid[]) and a.passed_to is null order by a.path`.execute(db)
  ).rows;

export const readersAt = async (
  db: Db,
  unitId: string,
  of: { today: string; roles: readonly Role[] },
): Promise<Reader[]> =>
  (
    await sql<Reader>`select p.id, p.name, p.email, p.language from (${told(of, sql`${unitId}`)}) t
      join people p on p.id = t.person_id where p.closed_on is null order by p.id`.execute(db)
  ).rows;

/** Takes the letters about these units, each once; true where there was one to take. */
export const takeLetter = async (tx: Tx, reminderId: string, addresseeIds: readonly string[], now: Date) =>
  (
    await sql`update reminder_units set mailed_at = ${now}
      where reminder_id = ${reminderId} and addressee_id = any(${sql.val([...addresseeIds])}::uuid[]) and by_mail and mailed_at is null
      returning addressee_id`.execute(tx)
  ).rows.length > 0;

/** The letter did not leave: it waits for the next try. */
export const giveLetterBack = (tx: Tx, reminderId: string, addresseeIds: readonly string[]) =>
  sql`update reminder_units set mailed_at = null
    where reminder_id = ${reminderId} and addressee_id = any(${sql.val([...addresseeIds])}::uuid[])`.execute(tx);
