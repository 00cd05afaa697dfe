import { addMonths, firstDayOf, lastDayOf, monthOf, schoolYearOf } from '#lib/months.ts';

export interface Span {
  from: string;
  to: string;
}

export const spanKinds = ['month', 'lastMonth', 'semester', 'schoolYear', 'year'] as const;
export type SpanKind = (typeof spanKinds)[number];

/**
 * The usual times of a report around a day: this month and the last, the semester (September to January, then to May),
 * the school year from September to August, the calendar year.
 */
export function spanOf(kind: SpanKind, today: string): Span {
  const month = today.slice(0, 7);
  const year = Number(today.slice(0, 4));
  const autumn = schoolYearOf(today);
  const span = (first: string, last: string): Span => ({ from: firstDayOf(first), to: lastDayOf(last) });
  switch (kind) {
    case 'month':
      return span(month, month);
    case 'lastMonth':
      return span(addMonths(month, -1), addMonths(month, -1));
    case 'semester':
      return month <= monthOf(autumn + 1, 1)
        ? span(monthOf(autumn, 9), monthOf(autumn + 1, 1))
        : span(monthOf(autumn + 1, 2), monthOf(autumn + 1, 5));
    case 'schoolYear':
      return span(monthOf(autumn, 9), monthOf(autumn + 1, 8));
    default:
      return span(monthOf(year, 1), monthOf(year, 12));
  }
}
