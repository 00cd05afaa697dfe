import { dayOf, shortDay } from '#lib/format.ts';
import { addDays } from '#lib/working-days.ts';
import type { Tx } from '#platform/tx.ts';
import { notify } from '../notices/notices.ts';
import * as sql from './assignments.sql.ts';

/** Reminds those whose texts are missing on the days that the rule of today names; each step tells nobody twice. */
export async function remindOfAssignments(tx: Tx, now: Date): Promise<number> {
  const today = dayOf(now);
  const steps = await sql.reminderSteps(tx, today);
  const days = steps.map((step) => addDays(today, -step));
  const rows = await sql.dueOn(tx, days, today);
  for (const row of rows) {
    const kind = row.due_on > today ? 'due-soon' : row.due_on === today ? 'due-today' : 'late';
    const people = await sql.askedPeople(tx, row, today);
    const notice = {
      // Whoever asked for it hears of it once it is late.
      personIds: [...people, ...(kind === 'late' && row.created_by ? [row.created_by] : [])],
      kind: `assignment.${kind}`,
      params: { title: row.title, unit: row.unit_name, due: shortDay(row.due_on), n: row.sent, wanted: row.wanted },
      link: '/app/giao-viet',
      dedupeKey: `assignment.${kind}:${row.id}:${row.due_on}:${today}`,
    };
    await notify(tx, notice, now);
  }
  await sql.reminded(
    tx,
    rows.map((row) => row.id),
    today,
  );
  return rows.length;
}
