/**
 * Working days of the public service: Monday to Friday without holidays and compensation days, and weekend days that a
 * decision makes working days (swaps). Days are 'YYYY-MM-DD'; the calendar is data and comes in from outside.
 */
export interface DayOff {
  kind: string;
  /** First and last day, both included. */
  firstOn: string;
  lastOn: string;
}

const DAY = 86_400_000;
const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;
const dayAt = (n: number): string => new Date(n * DAY).toISOString().slice(0, 10);

/** Kinds of days on which nobody works though it is no weekend, and the one on which people work though it is. */
const off: ReadonlySet<string> = new Set(['holiday', 'compensation']);
const WORKED = 'working-day';

/** The day `n` days after `day` ('YYYY-MM-DD'); negative goes back. */
export const addDays = (day: string, n: number): string => dayAt(numberOf(day) + n);

/** Days from `from` to `to`: 0 for the same day, negative where `to` is earlier. */
export const daysBetween = (from: string, to: string): number => numberOf(to) - numberOf(from);

/** Days since a due day; 0 where it has not passed, or where there is none. */
export const daysPast = (dueOn: string | null, today: string): number =>
  dueOn !== null && dueOn < today ? daysBetween(dueOn, today) : 0;

/** Monday 1 … Sunday 7. */
export const weekdayOf = (day: string): number => ((numberOf(day) + 3) % 7) + 1;

/** Whether people of the sector work on `day`. A swap makes a weekend a working day; a holiday always is one. */
export function isWorkingDay(day: string, days: readonly DayOff[]): boolean {
  const kinds = days.filter((d) => d.firstOn <= day && day <= d.lastOn).map((d) => d.kind);
  if (kinds.some((kind) => off.has(kind))) return false;
  return weekdayOf(day) <= 5 || kinds.includes(WORKED);
}

/** The day that is `n` working days after `day` (before it, where negative); `day` itself does not count. 0 is `day`. */
export function addWorkingDays(day: string, n: number, days: readonly DayOff[]): string {
  const step = n < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(n); left > 0; ) {
    at = addDays(at, step);
    if (isWorkingDay(at, days)) left--;
  }
  return at;
}
