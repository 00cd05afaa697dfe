import { fold } from '#lib/text.ts';
import { addDays } from '#lib/working-days.ts';
import { calendarOf } from '#modules/org/calendar.ts';
import type { Db } from '#platform/tx.ts';
import { findYearEnd } from './consents.sql.ts';

const pad = (n: number) => String(n).padStart(2, '0');

/**
 * The first day on which a consent given in a school year no longer holds: the day after the year ends, by a confirmed entry
 * of the calendar that says so, else by reference data.
 */
export async function consentEnd(db: Db, schoolYear: number, path: string): Promise<string> {
  const known = await findYearEnd(db, schoolYear);
  const usual = `${schoolYear + 1}-${pad(known?.month ?? 5)}-${pad(known?.day ?? 31)}`;
  const days = await calendarOf(db, `${schoolYear + 1}-04-01`, `${schoolYear + 1}-08-31`, path);
  const told = days.find(
    (day) => day.kind === 'school-event' && day.state === 'confirmed' && /^ket thuc nam hoc/.test(fold(day.name)),
  );
  return addDays(told?.lastOn ?? usual, 1);
}
