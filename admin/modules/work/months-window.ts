/** Twelve months in a row that a view shows, and how to step from one window to the next. Months are 'YYYY-MM'. */
const two = (n: number) => String(n).padStart(2, '0');

export function addMonths(month: string, n: number): string {
  const [year, m] = month.split('-').map(Number) as [number, number];
  const at = year * 12 + m - 1 + n;
  return `${Math.floor(at / 12)}-${two((at % 12) + 1)}`;
}

export const twelveFrom = (first: string): string[] => Array.from({ length: 12 }, (_, i) => addMonths(first, i));

/**
 * The first month of the window: September where most of the work belongs to a school year, January otherwise; the
 * window holds today. An unreadable address falls back to it.
 */
export function firstMonth(at: string, months: readonly string[], today: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(at)) return at;
  const [year, month] = today.split('-').map(Number) as [number, number];
  const school = `${month >= 9 ? year : year - 1}-09`;
  const calendar = `${year}-01`;
  const inside = (first: string) => {
    const last = addMonths(first, 11);
    return months.filter((m) => m >= first && m <= last).length;
  };
  return inside(school) > inside(calendar) ? school : calendar;
}
