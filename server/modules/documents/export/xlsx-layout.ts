import { textWidth, wrapText } from '#lib/font-metrics.ts';
import { mm } from './page.ts';
import type { PlacedCell } from './place-cells.ts';
import { columnWidths } from './prepare-table.ts';
import type { Sheet, SheetValue } from './sheet.ts';
import { sheetFont } from './xlsx-styles.ts';

/** Millimetres around the table on A4 landscape. */
export const sheetMargins = { left: 15, right: 10, top: 18, bottom: 12, header: 8, footer: 6 };

/** Points that a spreadsheet program leaves empty left and right in a cell, and a little for its rounding to pixels. */
const CELL_PADDING = 7;

/** Height of one line in points: what Excel gives a row of this type size. */
const LINE = { [sheetFont.size]: 15.75, [sheetFont.titleSize]: 18.75 };

/** No program keeps a higher row. */
const HIGHEST_ROW = 409;

/** Text of a cell as it will be shown, for measuring. */
export function shownText(value: SheetValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if ('date' in value) return '00/00/0000';
  return value.number.toLocaleString('vi');
}

/**
 * Widths in points: the page filled, no column narrower than its longest word. Where the columns ask for more than the
 * page has, the sheet may grow so far that print is still readable when the program shrinks it to the page.
 */
export function sheetWidths({ columns }: Sheet, rows: PlacedCell[][]): number[] {
  const longest = columns.map((column) => widestWord(column.title, true));
  for (const { cell, column, colSpan } of rows.flat()) {
    const whole = columns[column]?.wrap === false;
    const width = whole ? textWidth(cell.text, 'bold', sheetFont.size) : widestWord(cell.text, cell.bold ?? false);
    if (colSpan === 1) longest[column] = Math.max(longest[column] ?? 0, width);
  }
  const needed = longest.map((width) => width + CELL_PADDING + 1);
  const wished = columns.map((column) => column.width);
  const asked = wished.reduce((sum, width, i) => sum + Math.max(width * CHARACTER, needed[i] ?? 0), 0);
  const paper = mm(297 - sheetMargins.left - sheetMargins.right);
  return columnWidths(wished, needed, Math.min(Math.max(paper, asked), paper * MOST_GROWTH));
}

/** Width of a digit, in which callers count. Points. */
const CHARACTER = sheetFont.size / 2;

/** At 12 points, print shrunk to 7.5. */
const MOST_GROWTH = 1.6;

function widestWord(text: string, bold: boolean): number {
  const style = bold ? 'bold' : 'regular';
  return Math.max(0, ...text.split(/\s|(?<=-)/).map((word) => textWidth(word, style, sheetFont.size)));
}

/** Height in points of wrapped text; programs do not stretch a row for merged cells, and not at all for old readers. */
export function heightOf(text: string, bold: boolean, width: number, size: number = sheetFont.size): number {
  const lines = wrapText(text, bold ? 'bold' : 'regular', size, width - CELL_PADDING).length;
  return Math.min(HIGHEST_ROW, lines * (LINE[size] ?? size * 1.3) + 3);
}

/** Heights of the rows in points: first what single rows need, then what a merged cell lacks, on its last row. */
export function rowHeights(rows: PlacedCell[][], widths: number[]): number[] {
  const needs = (cell: PlacedCell) => heightOf(cell.cell.text, cell.cell.bold ?? false, spanWidth(cell, widths));
  const single = (cells: PlacedCell[]) => cells.filter((cell) => cell.rowSpan === 1).map(needs);
  const heights = rows.map((cells) => Math.max(LINE[sheetFont.size] ?? 0, ...single(cells)));
  rows.forEach((cells, i) => {
    for (const cell of cells.filter((one) => one.rowSpan > 1)) {
      const last = i + cell.rowSpan - 1;
      const has = heights.slice(i, last + 1).reduce((a, b) => a + b, 0);
      heights[last] = Math.min(HIGHEST_ROW, (heights[last] ?? 0) + Math.max(0, needs(cell) - has));
    }
  });
  return heights;
}

function spanWidth({ column, colSpan }: PlacedCell, widths: number[]): number {
  return widths.slice(column, column + colSpan).reduce((a, b) => a + b, 0);
}
