import type { DraftCount, DraftTime } from '#lib/plan-draft.ts';
import { findCounts } from './counts.ts';
import { foldLetters } from './fold.ts';
import type { Grid } from './grid.ts';
import type { PeriodMark } from './matrix-rows.ts';
import { readTime, type YearSense } from './time.ts';

/** How the cells of one table's time column are meant. */
export interface TimeSense {
  years: YearSense | null;
  /** 'thang' or 'quy' where the header says what the bare numbers below it are. */
  unit: string;
  /** True under "Hoàn thành": a month is the month of completion. */
  closing: boolean;
}

export function timeSense(grid: Grid, years: YearSense | null): TimeSense {
  const header = foldLetters(grid.headers[grid.columns.indexOf('time')] ?? '');
  const closing =
    /\b(?:hoan thanh|ket thuc|thoi han|den han)\b/.test(header) && !/\b(?:thuc hien|bat dau)\b/.test(header);
  return { years, unit: /^(?:thang|quy)\b/.exec(header)?.[0] ?? '', closing };
}

/** Time of a row: its cell, else the months or quarters in whose columns it is marked. */
export function timeOf(text: string, marks: readonly PeriodMark[], { years, unit, closing }: TimeSense): DraftTime {
  const bare = unit !== '' && /^\s*(?:\d{1,2}|[IVX]+)(?![\d/]*\/\d{1,2}\/)/.test(text);
  const read = readTime(bare ? `${unit} ${text}` : text, years, { cell: true, closing });
  const time = bare ? { ...read, text: text.trim() } : read;
  if (text.trim() !== '' || marks.length === 0) return time;
  const numbers = (kind: PeriodMark['kind']) => [
    ...new Set(marks.filter((mark) => mark.kind === kind).map((mark) => mark.value)),
  ];
  return {
    quarters: numbers('quarter'),
    months: numbers('month'),
    year: marks.find((mark) => mark.year)?.year ?? null,
    deadline: null,
  };
}

interface CountCells {
  product: string;
  count: string;
  unit: string;
  total: string;
}

/** Counts of a row: in its product, in a column of numbers, or added up over months and quarters. */
export function countsOf(cells: CountCells, marks: readonly PeriodMark[]): DraftCount[] {
  const printed = plain(findCounts(cells.product));
  if (printed.length > 0) return printed;
  if (cells.count !== '' || cells.total !== '') return numbered(cells.total || cells.count, cells);
  return addUp(marks.flatMap((mark, i) => (isSameCell(mark, marks[i - 1]) ? [] : numbered(mark.text, cells))));
}

const plain = (counts: readonly DraftCount[]): DraftCount[] => counts.map(({ count, unit }) => ({ count, unit }));

/** A merged cell over several months is counted once. */
const isSameCell = (mark: PeriodMark, before: PeriodMark | undefined): boolean =>
  before?.spans[0] !== undefined && before.spans[0].block === mark.spans[0]?.block;

function numbered(text: string, cells: CountCells): DraftCount[] {
  const counted = plain(findCounts(text));
  if (counted.length > 0) return counted;
  const match = /^\D{0,10}?(\d{1,3}(?:\.\d{3})+|\d{1,4})\s*([^\d]*)$/.exec(text.trim());
  const count = Number(match?.[1]?.replaceAll('.', ''));
  const unit = match?.[2]?.trim() || cells.unit || cells.product.split(/[,;(\n]/)[0]!.trim();
  return count > 0 ? [{ count, unit }] : [];
}

function addUp(counts: readonly DraftCount[]): DraftCount[] {
  const sums = new Map<string, number>();
  for (const { count, unit } of counts) sums.set(unit, (sums.get(unit) ?? 0) + count);
  return [...sums].map(([unit, count]) => ({ count, unit }));
}
