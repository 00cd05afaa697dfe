import { addMonths, monthOf, schoolYearOf } from '#lib/months.ts';

/** Twelve months in a row, which a view shows at once. */
export const twelveFrom = (first: string): string[] => Array.from({ length: 12 }, (_, i) => addMonths(first, i));

/**
 * The first month of the window: September where most of the work belongs to a school year, January otherwise; the
 * window holds today. An unreadable address falls back to it.
 */
export function firstMonth(at: string, months: readonly string[], today: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(at)) return at;
  const school = monthOf(schoolYearOf(today), 9);
  const calendar = monthOf(Number(today.slice(0, 4)), 1);
  const inside = (first: string) => {
    const last = addMonths(first, 11);
    return months.filter((m) => m >= first && m <= last).length;
  };
  return inside(school) > inside(calendar) ? school : calendar;
}
