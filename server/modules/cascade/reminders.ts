import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { Actor } from '#platform/actor.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { readAsSender, sendersPlan } from './coverage-plan.ts';
import { unitSet } from './coverage-units.ts';
import { planFacts } from './plan-facts.sql.ts';
import { groupText, namesShown } from './reminder-words.ts';
import type * as c from './reminders.contract.ts';
import { unitsReminded } from './reminders.contract.ts';
import * as sql from './reminders.sql.ts';

/** Whom the same filter would remind, and the words to paste into a group. Nothing is sent. */
export async function previewReminder(
  db: Db,
  actor: Actor,
  { planId, ...filter }: InputOf<typeof c.previewReminder>,
): Promise<OutputOf<typeof c.previewReminder>> {
  const plan = await readAsSender(db, actor, planId);
  const found = await sql.previewSet(db, await unitSet(db, actor, plan, filter), actor.now, namesShown);
  const facts = (await planFacts(db, planId)) ?? fail('not-found');
  const { units, people, withoutAccount, mailedLately, names } = found;
  return {
    units,
    people,
    withoutAccount,
    mailedLately,
    names: names.map((n) => n.name),
    text: groupText(facts, found),
  };
}

/** Reminds exactly the units of a filter; letters and notices follow in batches. The same id again sends nothing more. */
export async function remind(
  tx: Tx,
  actor: Actor,
  { planId, id, filter, message }: InputOf<typeof c.remind>,
): Promise<OutputOf<typeof c.remind>> {
  const plan = await sendersPlan(tx, actor, planId);
  const before = await sql.findReminder(tx, id);
  if (before) return before.planId === planId ? figures(before) : fail('conflict');
  const row = {
    id,
    plan_id: planId,
    unit_id: plan.unit_id,
    path: plan.path,
    filter: JSON.stringify(filter),
    message,
    sent_by: actor.person.id,
    sent_at: actor.now,
  };
  const sent = (await sql.insertReminder(tx, await unitSet(tx, actor, plan, filter), row)) ?? fail('cascade.no-units');
  const subject = { id, unitId: plan.unit_id, path: plan.path };
  await record(tx, actor, unitsReminded({ subject, before: null, after: { planId, filter, message, ...sent } }));
  await enqueue(tx, 'cascade.deliver-reminder', { reminderId: id });
  return { id, ...sent };
}

const figures = ({ id, units, people, mailedLately }: sql.ReminderRow) => ({ id, units, people, mailedLately });

export async function listReminders(
  db: Db,
  actor: Actor,
  { planId }: InputOf<typeof c.listReminders>,
): Promise<OutputOf<typeof c.listReminders>> {
  await readAsSender(db, actor, planId);
  const rows = await sql.listReminders(db, planId);
  return { items: rows.map((row) => ({ ...row, sentAt: row.sentAt.toISOString() })) };
}
