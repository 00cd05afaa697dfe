import { addMonths } from '#lib/months.ts';
import { daysBetween } from '#lib/working-days.ts';
import type { Activity } from '#modules/work/work.contract.ts';

/** Geometry of the timeline; pure. Days are 'YYYY-MM-DD', x in pixels. */
export interface Span {
  from: string;
  to: string;
}

/** The twelve months as days: the first one, and the first one that is no longer shown. */
export const spanOf = (firstMonth: string): Span => ({
  from: `${firstMonth}-01`,
  to: `${addMonths(firstMonth, 12)}-01`,
});

/** Where a day begins within a width. */
export const xOf = (day: string, span: Span, width: number): number =>
  (daysBetween(span.from, day) / daysBetween(span.from, span.to)) * width;

export interface Bar {
  x: number;
  width: number;
  /** Part of the bar that is done, 0 to 1. */
  share: number;
  /** It goes on before or after what is shown. */
  openLeft: boolean;
  openRight: boolean;
}

const LEAST = 6;

/** The bar of an activity within the span; null where it has no time or lies elsewhere. */
export function barOf(
  of: Pick<Activity, 'startsOn' | 'endsOn' | 'total' | 'done' | 'state'>,
  span: Span,
  width: number,
): Bar | null {
  const starts = of.startsOn ?? of.endsOn;
  const ends = of.endsOn ?? of.startsOn;
  if (starts === null || ends === null || ends < span.from || starts >= span.to) return null;
  const x = Math.max(0, xOf(starts, span, width));
  // The last day belongs to the bar whole.
  const end = Math.min(width, xOf(ends, span, width) + width / (daysBetween(span.from, span.to) || 1));
  const share = of.total > 0 ? Math.min(1, of.done / of.total) : of.state === 'done' ? 1 : 0;
  return {
    x: Math.min(x, width - LEAST),
    width: Math.max(LEAST, end - x),
    share,
    openLeft: starts < span.from,
    openRight: ends >= span.to,
  };
}

/** Quarters that the twelve months touch, each with its months. */
export function quartersOf(months: readonly string[]): { year: number; n: number; months: string[] }[] {
  const groups = Map.groupBy(months, (m) => `${m.slice(0, 4)}-${Math.ceil(Number(m.slice(5)) / 3)}`);
  return [...groups].map(([key, inside]) => ({
    year: Number(key.slice(0, 4)),
    n: Number(key.slice(5)),
    months: inside,
  }));
}
