/** Months of the calendar, 'YYYY-MM'. Pure. */
import { addDays } from './working-days.ts';

const indexOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const monthAt = (index: number): string => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;

/** The `n`th month of a year, 1 to 12; what is more or less lies in the years beside it. */
export const monthOf = (year: number, n: number): string => monthAt(year * 12 + n - 1);

/** The month `n` months after `month`; negative goes back. */
export const addMonths = (month: string, n: number): string => monthAt(indexOf(month) + n);

/** All months from one to another, both included; none where they run backwards. */
export const monthsBetween = (from: string, to: string): string[] =>
  Array.from({ length: Math.max(0, indexOf(to) - indexOf(from) + 1) }, (_, i) => addMonths(from, i));

export const firstDayOf = (month: string): string => `${month}-01`;
export const lastDayOf = (month: string): string => addDays(firstDayOf(addMonths(month, 1)), -1);

/** The year in whose September the school year of a day ('YYYY-MM-DD') or month began. */
export const schoolYearOf = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5, 7) >= '09' ? 0 : 1);
