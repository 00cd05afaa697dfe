import { dayOf, shortDay } from '#lib/format.ts';
import { addWorkingDays } from '#lib/working-days.ts';
import { holdersAt } from '#modules/access/access.ts';
import { notify } from '#modules/notices/notices.ts';
import { holidaysBetween } from '#modules/org/calendar.ts';
import type { Tx } from '#platform/tx.ts';
import * as sql from './withdrawals.sql.ts';

/** Units that hold a copy are asked to clear it: which picture they see on their page, whose child it is they are not told. */
export async function tellCopies(
  tx: Tx,
  now: Date,
  row: { id: string; unit_name: string; carry_out_by: string },
  units: readonly { unitId: string; path: string }[],
  again = '',
): Promise<void> {
  for (const unit of units)
    await notify(
      tx,
      {
        personIds: await holdersAt(tx, 'consents.record', unit.path, dayOf(now)),
        kind: 'consent.clear-copy',
        params: { from: row.unit_name, due: shortDay(row.carry_out_by) },
        link: '/app/dong-y',
        dedupeKey: `consent.clear-copy${again}:${row.id}:${unit.unitId}`,
      },
      now,
    );
}

type RunningOut = Awaited<ReturnType<typeof sql.listRunningOut>>[number];

/** Each morning: who keeps consents hears the day before a clock runs out, the head once it has. Once a clock and day. */
export async function remindOfClocks(tx: Tx, now: Date): Promise<number> {
  const today = dayOf(now);
  const next = addWorkingDays(today, 1, await holidaysBetween(tx, today, addTwoWeeks(today)));
  const rows = await sql.listRunningOut(tx, next);
  for (const row of rows) {
    if (row.answered_at === null && row.answer_by <= next) await remind(tx, now, row, 'answer', row.answer_by);
    if (row.done_at === null && row.carry_out_by <= next) {
      await remind(tx, now, row, 'carry-out', row.carry_out_by);
      await tellCopies(tx, now, row, otherUnits(row, await sql.listOpenUnits(tx, row.id)), ':again');
    }
  }
  return rows.length;
}

const addTwoWeeks = (day: string): string => dayOf(Date.parse(`${day}T00:00:00Z`) + 14 * 86_400_000);

const otherUnits = (row: RunningOut, units: readonly { unit_id: string; path: string }[]) =>
  units.filter((unit) => unit.unit_id !== row.unit_id).map(({ unit_id, path }) => ({ unitId: unit_id, path }));

async function remind(tx: Tx, now: Date, row: RunningOut, clock: 'answer' | 'carry-out', due: string): Promise<void> {
  const today = dayOf(now);
  const late = due < today;
  const personIds = await holdersAt(tx, late ? 'consents.decide' : 'consents.record', row.path, today);
  await notify(
    tx,
    {
      personIds,
      kind: `consent.${clock}-${late ? 'late' : 'due'}`,
      params: { unit: row.unit_name, due: shortDay(due) },
      link: `/app/dong-y/rut/${row.id}`,
      dedupeKey: `consent.${clock}-${late ? `late:${today}` : 'due'}:${row.id}`,
    },
    now,
  );
}
