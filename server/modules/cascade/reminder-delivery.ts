import { clockOf, dayOf, shortDay } from '#lib/format.ts';
import { enqueue } from '#platform/jobs.ts';
import { sendMail } from '#platform/mail.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { isQuiet } from '../notices/digest.ts';
import { notify } from '../notices/notices.ts';
import { answeringRoles } from './choosing.ts';
import { type PlanFacts, planFacts } from './plan-facts.sql.ts';
import * as sql from './reminder-delivery.sql.ts';
import { aboveLetter, answerPath, coveragePath, ruleMessage, unitLetter } from './reminder-words.ts';
import { findReminder, type ReminderRow } from './reminders.sql.ts';

/** Units that are told in one job: a second of work, and little to repeat where it fails. */
const BATCH = 100;

export interface Batch {
  reminderId: string;
  parcels: sql.Parcel[];
}

interface Delivery {
  reminder: ReminderRow;
  plan: PlanFacts;
  told: ReminderRow['told'];
  today: string;
  roles: typeof answeringRoles;
}

/** Undefined where there is nothing to remind of any more: letters wait for the morning, and a plan may be recalled in the night. */
async function deliveryOf(db: Db, reminderId: string, now: Date): Promise<Delivery | undefined> {
  const reminder = await findReminder(db, reminderId);
  const plan = reminder && (await planFacts(db, reminder.planId));
  if (!reminder || plan?.state !== 'issued') return undefined;
  const today = dayOf(now);
  return { reminder, plan, told: reminder.told, today, roles: answeringRoles };
}

/** Parts a reminder into batches: notices at once, letters when people are awake. */
export async function deliverReminder(tx: Tx, reminderId: string, now: Date): Promise<Batch[]> {
  const delivery = await deliveryOf(tx, reminderId, now);
  if (!delivery) return [];
  const parcels = await sql.listParcels(tx, { ...delivery, reminderId });
  const batches = Array.from({ length: Math.ceil(parcels.length / BATCH) }, (_, i) => ({
    reminderId,
    parcels: parcels.slice(i * BATCH, (i + 1) * BATCH),
  }));
  for (const batch of batches) {
    await enqueue(tx, 'cascade.tell-reminded', batch);
    await enqueue(tx, 'cascade.mail-reminded', batch, isQuiet(now) ? { after: morningAfter(now) } : {});
  }
  return batches;
}

/** The next half past six, Vietnamese time. */
export function morningAfter(now: Date): Date {
  const morning = new Date(`${dayOf(now)}T06:30:00+07:00`);
  return clockOf(now) < '06:30' ? morning : new Date(morning.getTime() + 86_400_000);
}

/** Puts the reminder into the inboxes of a batch of units. */
export async function tellReminded(tx: Tx, { reminderId, parcels }: Batch, now: Date): Promise<void> {
  const delivery = await deliveryOf(tx, reminderId, now);
  if (!delivery) return;
  for (const parcel of parcels) {
    const units = open(delivery, await sql.standingOf(tx, parcel.addresseeIds));
    if (units.length === 0) continue;
    const people = await sql.readersAt(tx, parcel.unitId, delivery);
    const personIds = people.map((person) => person.id);
    await notify(tx, { personIds, ...noticeOf(delivery, parcel, units) }, now);
  }
}

/** Whoever has answered meanwhile is not bothered, unless those who have answered were meant too. */
function open({ reminder }: Delivery, units: sql.Waiting[]): sql.Waiting[] {
  const answered = reminder.stepDays === null && (reminder.filterStates?.includes('done') ?? true);
  return answered ? units : units.filter((unit) => unit.state !== 'done');
}

function noticeOf({ reminder, plan, told }: Delivery, parcel: sql.Parcel, units: readonly sql.Waiting[]) {
  const params = { from: plan.fromUnit, title: plan.title };
  // The letter of its own says it better: the digest leaves this notice out.
  const shared = { dedupeKey: `reminder:${reminder.id}:${parcel.unitId}`, mailed: true };
  if (told === 'unit-above')
    return {
      ...shared,
      kind: 'plan.reminded-above',
      params: { ...params, n: units.length, names: firstNames(units) },
      link: coveragePath(plan.id),
    };
  const { waiting, dueOn, name } = units[0]!;
  const kind = waiting === 0 ? 'plan.reminded-again' : dueOn ? 'plan.reminded' : 'plan.reminded-undated';
  const more = { unit: name, n: waiting, due: dueOn ? shortDay(dueOn) : '' };
  return { ...shared, kind, params: { ...params, ...more }, link: answerPath(plan.id) };
}

function firstNames(units: readonly sql.Waiting[]): string {
  const shown = units.slice(0, 3).map((unit) => unit.name);
  return units.length > shown.length ? `${shown.join(', ')}…` : shown.join(', ');
}

/** Writes to the people of a batch of units; each letter leaves once, however often the job is tried. */
export async function mailReminded(db: Db, { reminderId, parcels }: Batch, now: Date): Promise<number> {
  const delivery = await deliveryOf(db, reminderId, now);
  let sent = 0;
  if (delivery) for (const parcel of parcels) sent += await mailParcel(db, delivery, parcel, now);
  return sent;
}

/** Taken before it is sent, as with digests: a crash in between loses a letter and the inbox still says it. */
async function mailParcel(db: Db, delivery: Delivery, parcel: sql.Parcel, now: Date): Promise<number> {
  const { reminder } = delivery;
  const inTx = <T>(work: (tx: Tx) => Promise<T>) => db.transaction().execute(work);
  const units = open(delivery, await sql.standingOf(db, parcel.addresseeIds));
  const people = (await sql.readersAt(db, parcel.unitId, delivery)).filter((person) => person.email !== null);
  if (units.length === 0 || people.length === 0) return 0;
  if (!(await inTx((tx) => sql.takeLetter(tx, reminder.id, parcel.addresseeIds, now)))) return 0;
  let sent = 0;
  try {
    for (; sent < people.length; sent++) await sendMail(letterTo(people[sent]!, delivery, units));
  } catch (err) {
    // Where somebody of the unit has it already, the others have the notice: two letters would be worse than none.
    if (sent > 0) return sent;
    await inTx((tx) => sql.giveLetterBack(tx, reminder.id, parcel.addresseeIds));
    throw err;
  }
  return sent;
}

function letterTo(person: sql.Reader, { reminder, plan, told }: Delivery, units: readonly sql.Waiting[]) {
  const { language, name } = person;
  const message = reminder.stepDays === null ? reminder.message : ruleMessage(language, reminder.stepDays, told);
  const letter = { plan, message, name };
  const worded = told === 'unit' ? unitLetter(language, letter, units[0]!) : aboveLetter(language, letter, units);
  return { to: person.email ?? '', ...worded };
}
