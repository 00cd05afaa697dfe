export interface Span {
  from: string;
  to: string;
}

export const spanKinds = ['month', 'lastMonth', 'semester', 'schoolYear', 'year'] as const;
export type SpanKind = (typeof spanKinds)[number];

const pad = (n: number) => String(n).padStart(2, '0');
const lastDay = (year: number, month: number) =>
  `${year}-${pad(month)}-${pad(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;

/**
 * The usual times of a report around a day: this month and the last, the semester (September to January, then to May),
 * the school year from September to August, the calendar year.
 */
export function spanOf(kind: SpanKind, today: string): Span {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const autumn = month >= 9 ? year : year - 1;
  switch (kind) {
    case 'month':
      return { from: `${year}-${pad(month)}-01`, to: lastDay(year, month) };
    case 'lastMonth': {
      const [y, m] = month === 1 ? [year - 1, 12] : [year, month - 1];
      return { from: `${y}-${pad(m)}-01`, to: lastDay(y, m) };
    }
    case 'semester':
      return month >= 9 || month === 1
        ? { from: `${autumn}-09-01`, to: `${autumn + 1}-01-31` }
        : { from: `${autumn + 1}-02-01`, to: `${autumn + 1}-05-31` };
    case 'schoolYear':
      return { from: `${autumn}-09-01`, to: `${autumn + 1}-08-31` };
    default:
      return { from: `${year}-01-01`, to: `${year}-12-31` };
  }
}
