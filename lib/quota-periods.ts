import { addMonths, firstDayOf, lastDayOf, monthOf, monthsBetween } from './months.ts';
import { addDays, daysBetween, weekdayOf } from './working-days.ts';

export const periodKinds = ['month', 'quarter', 'semester', 'schoolYear', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];
export type Per = 'week' | PeriodKind;

/** Months of a part of the school year; `validFrom`/`validTo` are school years by their start, the latter no longer included. */
export interface Term {
  kind: 'semester' | 'schoolYear';
  n: number;
  firstMonth: number;
  months: number;
  validFrom: number;
  validTo: number | null;
}

/** A stretch of whole months with a name of its own: '2026-11', '2026-Q4', '2026-S1', '2026-SY', '2026' (school years by their start). */
export interface QuotaPeriod {
  kind: PeriodKind;
  key: string;
  year: number;
  n: number;
  /** Months 'YYYY-MM', both included. */
  from: string;
  to: string;
}

/** The period of a kind that a month lies in; between two terms the one before. */
export function periodOf(kind: PeriodKind, month: string, terms: readonly Term[]): QuotaPeriod {
  const year = Number(month.slice(0, 4));
  const at = Number(month.slice(5, 7));
  if (kind === 'month') return { kind, key: month, year, n: at, from: month, to: month };
  if (kind === 'quarter') {
    const n = Math.ceil(at / 3);
    return { kind, key: `${year}-Q${n}`, year, n, ...span(monthOf(year, n * 3 - 2), 3) };
  }
  if (kind === 'year') return { kind, key: `${year}`, year, n: 1, ...span(monthOf(year, 1), 12) };
  const begun = [year - 2, year - 1, year, year + 1].flatMap((start) => termsOf(kind, start, terms));
  return begun.filter((p) => p.from <= month).at(-1) ?? begun[0]!;
}

const span = (first: string, months: number) => ({ from: first, to: addMonths(first, months - 1) });

/** Terms of the school year that begins in `start`, in order. A term that begins before September lies in the next year. */
function termsOf(kind: 'semester' | 'schoolYear', start: number, terms: readonly Term[]): QuotaPeriod[] {
  return terms
    .filter((t) => t.kind === kind && t.validFrom <= start && (t.validTo === null || start < t.validTo))
    .sort((a, b) => a.n - b.n)
    .map((t) => {
      const first = monthOf(t.firstMonth >= 7 ? start : start + 1, t.firstMonth);
      return {
        kind,
        key: kind === 'semester' ? `${start}-S${t.n}` : `${start}-SY`,
        year: start,
        n: t.n,
        ...span(first, t.months),
      };
    });
}

/** The period with this key; undefined for what is none. */
export function periodByKey(kind: PeriodKind, key: string, terms: readonly Term[]): QuotaPeriod | undefined {
  const m = /^(\d{4})(?:-(?:(\d{2})|Q([1-4])|S(\d)|SY))?$/.exec(key);
  if (!m || Number(m[1]) < 2000 || Number(m[1]) > 2100) return undefined;
  const year = Number(m[1]);
  const found =
    kind === 'semester' || kind === 'schoolYear'
      ? termsOf(kind, year, terms).find((p) => p.key === key)
      : periodOf(kind, m[2] ? key : m[3] ? monthOf(year, Number(m[3]) * 3 - 2) : `${year}-01`, terms);
  return found?.key === key && !/-(00|1[3-9]|[2-9]\d)$/.test(key) ? found : undefined;
}

/** The period before or after. */
export function neighbour(period: QuotaPeriod, by: -1 | 1, terms: readonly Term[]): QuotaPeriod {
  if (by === -1) return periodOf(period.kind, addMonths(period.from, -1), terms);
  // Months between two terms belong to the one before: the next one begins later.
  for (let i = 1; i <= 12; i++) {
    const next = periodOf(period.kind, addMonths(period.to, i), terms);
    if (next.key !== period.key) return next;
  }
  return period;
}

export interface Owed {
  minCount: number;
  per: Per;
  fromMonth: string;
  toMonth: string;
}

/** How many are owed in a period up to a month, and the months whose items count; null where nothing is owed in it yet. */
export function owedIn(
  quota: Owed,
  period: QuotaPeriod,
  current: string,
  terms: readonly Term[],
): { required: number; from: string; to: string } | null {
  const from = [period.from, quota.fromMonth].sort()[1]!;
  const to = [period.to, quota.toMonth, current].sort()[0]!;
  if (from > to) return null;
  const times = quota.per === 'week' ? mondaysIn(from, to) : partsIn(quota.per, period, from, to, terms);
  return times === 0 ? null : { required: times * quota.minCount, from, to };
}

/** Parts of a kind that lie wholly in the period and have begun to be owed. */
function partsIn(per: PeriodKind, period: QuotaPeriod, from: string, to: string, terms: readonly Term[]): number {
  const keys = new Set<string>();
  for (const month of monthsBetween(from, to)) {
    const part = periodOf(per, month, terms);
    if (part.from >= period.from && part.to <= period.to && month <= part.to) keys.add(part.key);
  }
  return keys.size;
}

/** Weeks that begin in these months: a week belongs to the month of its Monday. */
function mondaysIn(from: string, to: string): number {
  const first = firstDayOf(from);
  const monday = addDays(first, (8 - weekdayOf(first)) % 7);
  return Math.max(0, Math.floor(daysBetween(monday, lastDayOf(to)) / 7) + 1);
}
