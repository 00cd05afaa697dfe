import { columnOf } from './grid.ts';
import type { Column } from './lexicon/columns.ts';
import { type Entry, isLine, type Line } from './lines.ts';
import { rolesOf } from './roles.ts';

/**
 * A table copied out of a PDF comes as one line a cell, and which line belongs to which row cannot be told. Better to
 * show its lines as not understood than to take them for headings and activities.
 * @returns the entries without the lines of such tables
 */
export function withoutFlatTables(entries: readonly Entry[]): Entry[] {
  const kept: Entry[] = [];
  for (let at = 0; at < entries.length; at++) {
    const height = headerAt(entries, at);
    if (height === 0) kept.push(entries[at]!);
    else at = endOf(entries, at + height) - 1;
  }
  return kept;
}

const MIN_COLUMNS = 4;

/** Number of lines that are the header of a table, one cell each; 0 where none starts. */
function headerAt(entries: readonly Entry[], at: number): number {
  const columns: Column[] = [];
  for (let i = at; i < entries.length && columns.length < 10; i++) {
    const entry = entries[i]!;
    const column = isLine(entry) && isCell(entry) ? columnOf(entry.text) : null;
    if (column === null || columns.includes(column)) break;
    columns.push(column);
  }
  const has = (column: Column) => columns.includes(column);
  const what = has('content') || has('duty') || has('theme');
  return columns.length >= MIN_COLUMNS && what && (has('lead') || has('time') || has('actor')) ? columns.length : 0;
}

const isCell = (line: Line): boolean => line.label === null && line.text.length <= 45 && !/[.;:]$/.test(line.text);

/** The table lasts to the next section. */
function endOf(entries: readonly Entry[], from: number): number {
  const end = entries.findIndex((entry, i) => i >= from && (!isLine(entry) || opensSection(entry)));
  return end < 0 ? entries.length : end;
}

const opensSection = (line: Line): boolean =>
  (/^(?:roman|capital|part)$/.test(line.numbers[0]?.kind ?? '') && line.text.length > 5) ||
  (line.numbers[0]?.kind === 'decimal' && rolesOf(line.fold).length > 0 && line.text.length < 60) ||
  /^(?:tren day la|noi nhan)\b/.test(line.fold);
