import { foldLetters } from './fold.ts';
import { romanValue } from './numbering.ts';

/** A column that stands for a month or a quarter: the row is marked or counted in it. */
export interface PeriodColumn {
  kind: 'month' | 'quarter';
  value: number;
  year: number | null;
}

/**
 * Reads the header cells over a column, from top to bottom: "Tháng 9", "T9/2025", "Quý I", or a bare number under
 * "Tháng" or "Quý".
 */
export function periodOf(headers: readonly string[]): PeriodColumn | null {
  const texts = headers.map((text) => foldLetters(text).replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  const own = texts.at(-1);
  if (own === undefined) return null;
  const above = texts.slice(0, -1).join(' ');
  const year = /20\d\d/.exec(own)?.[0] ?? /\bnam (20\d\d)/.exec(above)?.[1] ?? null;
  const month =
    /^(?:t|th|thang)\s*\.?\s*(\d{1,2})(?:\s*\/\s*(?:20)?\d\d)?$/.exec(own)?.[1] ??
    bare(own, above, /\bthang\b|\bthoi gian\b/);
  if (month && Number(month) >= 1 && Number(month) <= 12)
    return { kind: 'month', value: Number(month), year: year ? Number(year) : null };
  const quarter =
    /^(?:q|quy)\s*\.?\s*([ivx]+|[1-4])(?:\s*\/\s*(?:20)?\d\d)?$/.exec(own)?.[1] ??
    (/^[iv]+$/.test(own) && /\bquy\b/.test(above) ? own : null);
  const value = quarter ? Number(quarter) || romanValue(quarter) : null;
  return value && value <= 4 ? { kind: 'quarter', value, year: year ? Number(year) : null } : null;
}

const bare = (own: string, above: string, context: RegExp): string | null =>
  context.test(above) ? (/^(\d{1,2})(?:\s*\/\s*(?:20)?\d\d)?$/.exec(own)?.[1] ?? null) : null;

/** "x", "✓", a number or "2 bài": something happens in that period. */
export const isMarked = (cell: string): boolean => /\S/.test(cell) && !/^[-–0]$/.test(cell.trim());
