import { lastDayOf } from '#lib/months.ts';
import { addDays, weekdayOf } from '#lib/working-days.ts';

/** Weeks of a month from Monday to Sunday, with the days of its neighbours at both ends. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const last = lastDayOf(month);
  const weeks: string[][] = [];
  for (let monday = addDays(first, 1 - weekdayOf(first)); monday <= last; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(monday, i)));
  return weeks;
}

/** Something that stands in the calendar on one day or several. */
export interface Entry {
  key: string;
  firstOn: string;
  lastOn: string;
  text: string;
  look: 'off' | 'worked' | 'event' | 'deadline' | 'happened';
  /** Only expected so far. */
  draft?: boolean;
  to?: string;
}

export const entriesOn = (day: string, entries: readonly Entry[]): Entry[] =>
  entries.filter((e) => e.firstOn <= day && day <= e.lastOn);
