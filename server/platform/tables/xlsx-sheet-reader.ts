import { cellText } from './cell-text.ts';
import { tableLimits } from './table-limits.ts';
import { UnreadableTable } from './unreadable-table.ts';
import { serialDate } from './xlsx-dates.ts';
import { readXml } from './xml-events.ts';

export interface SheetContext {
  /** As cells say them. */
  shared: string[];
  /** By style number. */
  dates: boolean[];
  from1904: boolean;
  /** Places that the sheets of the workbook may still take up together. */
  left: { cells: number };
}

/** What is known of the cell being read. */
interface CellState {
  row: number;
  column: number;
  type: string;
  style: number;
  text: string;
}

/** Rows of one sheet as text; see `SheetRows`. */
export function readSheet(bytes: Uint8Array, context: SheetContext): string[][] {
  const rows: string[][] = [];
  let cell: CellState = { row: 0, column: -1, type: '', style: 0, text: '' };
  let reading = false;
  readXml(bytes, {
    open: (name, attributes) => {
      if (name === 'row') cell = { ...cell, row: rowIndex(attributes.r, cell.row), column: -1 };
      if (name === 'c') cell = startCell(cell, attributes);
      // 'v' is the value, 't' the text of an inline string; 'f' is the formula, which we do not want.
      if (name === 'v' || name === 't') reading = true;
    },
    text: (text) => {
      if (reading) cell.text += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') reading = false;
      if (name === 'c') store(rows, cell, shownText(cell, context), context.left);
      if (name === 'row') cell = { ...cell, row: cell.row + 1 };
    },
  });
  return rows;
}

/** Row numbers may be left out; then rows follow each other. @returns 0-based */
function rowIndex(r: string | undefined, next: number): number {
  const index = r === undefined ? next : Number(r) - 1;
  if (!Number.isInteger(index) || index < 0) throw new UnreadableTable('tables.broken');
  return index;
}

function startCell(before: CellState, { r, t = 'n', s = '0' }: Record<string, string>): CellState {
  const column = r === undefined ? before.column + 1 : columnIndex(r);
  return { row: before.row, column, type: t, style: Number(s), text: '' };
}

/** 0-based column of 'AB12'. */
function columnIndex(reference: string): number {
  let column = 0;
  for (const char of reference) {
    const letter = char.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

function store(rows: string[][], { row, column }: CellState, text: string, left: { cells: number }): void {
  if (text === '') return;
  if (row >= tableLimits.rows) throw new UnreadableTable('tables.too-many-rows', { max: tableLimits.rows });
  if (column < 0 || column >= tableLimits.columns) throw new UnreadableTable('tables.broken');
  left.cells -= Math.max(0, row + 1 - rows.length) + Math.max(0, column + 1 - (rows[row]?.length ?? 0));
  if (left.cells < 0) throw new UnreadableTable('tables.too-large');
  while (rows.length <= row) rows.push([]);
  const cells = rows[row] ?? [];
  while (cells.length < column) cells.push('');
  cells[column] = text;
}

function shownText({ type, style, text }: CellState, { shared, dates, from1904 }: SheetContext): string {
  if (type === 's') return shared[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n') return cellText(text);
  if (text === '') return '';
  const number = Number(text);
  if (!Number.isFinite(number)) return cellText(text);
  const date = dates[style] ? serialDate(number, from1904) : null;
  return date ?? numberText(number);
}

/** Without the noise of binary fractions (0.1 + 0.2) and without an exponent where a person would type none. */
function numberText(number: number): string {
  const rounded = Number(number.toPrecision(15));
  return Number.isSafeInteger(rounded) ? rounded.toFixed(0) : String(rounded);
}
