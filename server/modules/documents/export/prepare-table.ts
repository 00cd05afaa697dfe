import { textWidth } from '#lib/font-metrics.ts';
import type { DocumentTable } from '#lib/plan-document.ts';
import { cleanLines, cleanText } from './clean-text.ts';
import { groupRows } from './group-rows.ts';
import { holdCompounds, holdFigures } from './line-breaks.ts';
import { cellPadding, mostPortraitColumns, sizes, textHeightOf, textWidthOf } from './page.ts';
import { type PlacedCell, placeCells } from './place-cells.ts';
import type { PreparedCell, PreparedTable } from './prepared.ts';

/** The widest that a single word may make its column, as a share of the table. */
const WIDEST_WORD_SHARE = 0.35;

/** Column widths in points, cells on a full grid, what stays together. A table without columns is none. */
export function prepareTable(table: DocumentTable): PreparedTable[] {
  const count = table.columns.length;
  if (count === 0) return [];
  const landscape = count > mostPortraitColumns;
  const header = table.columns.map((column) => holdCompounds(cleanText(column.title)));
  const rows = placeCells(table.rows, count).map((cells) => cells.map((placed) => prepareCell(placed, table)));
  const wished = table.columns.map((column) => column.width);
  const widths = columnWidths(wished, longestWords(header, rows), textWidthOf(landscape));
  for (const cell of rows.flat()) cell.lines = cell.lines.map((line) => releaseHolds(line, cell, widths));
  const heads = header.map((text, column) => releaseHolds(text, { column, colSpan: 1, bold: true }, widths));
  return [{ kind: 'table', widths, header: heads, rows: groupRows(rows, widths, textHeightOf(landscape)) }];
}

function prepareCell({ cell, column, rowSpan, colSpan }: PlacedCell, table: DocumentTable): PreparedCell {
  const lines = cleanLines(cell.text).map(holdFigures);
  const align = colSpan > 1 && cell.bold ? spanAlign(column) : (table.columns[column]?.align ?? 'left');
  return { column, rowSpan, colSpan, lines, bold: cell.bold ?? false, align };
}

/** A bold cell over several columns: a title over all, or the name of a sum when it begins the row. */
const spanAlign = (column: number) => (column === 0 ? 'center' : 'left');

/** Width that each column needs so that no ordinary word is broken. Points, with padding. */
function longestWords(header: string[], rows: PreparedCell[][]): number[] {
  const longest = header.map((title) => widestWord(title, true));
  for (const cell of rows.flat()) {
    if (cell.colSpan > 1) continue;
    for (const line of cell.lines)
      longest[cell.column] = Math.max(longest[cell.column] ?? 0, widestWord(line, cell.bold));
  }
  return longest.map((width) => width + 2 * cellPadding.x + 1);
}

function widestWord(line: string, bold: boolean): number {
  return Math.max(0, ...line.split(/ |(?<=-)/).map((word) => textWidth(word, bold ? 'bold' : 'regular', sizes.table)));
}

/**
 * Scales the wished widths to `total` and widens columns that would break a word at the cost of those with room.
 * Exported for its test.
 */
export function columnWidths(wished: number[], needed: number[], total: number): number[] {
  const positive = wished.map((width) => (Number.isFinite(width) && width > 0 ? width : 1));
  const sum = positive.reduce((a, b) => a + b, 0);
  const widths = positive.map((width) => (width * total) / sum);
  const floors = needed.map((width) => Math.min(width, total * WIDEST_WORD_SHARE, (total / needed.length) * 2));
  const missing = widths.reduce((a, width, i) => a + Math.max(0, (floors[i] ?? 0) - width), 0);
  const spare = widths.reduce((a, width, i) => a + Math.max(0, width - (floors[i] ?? 0)), 0);
  const share = spare === 0 ? 0 : Math.min(1, missing / spare);
  const given = missing === 0 ? 0 : (spare * share) / missing;
  return widths.map((width, i) => {
    const floor = floors[i] ?? 0;
    return width < floor ? width + (floor - width) * given : width - (width - floor) * share;
  });
}

/** Inner width of a cell. Points. */
function innerWidth({ column, colSpan }: Pick<PreparedCell, 'column' | 'colSpan'>, widths: number[]): number {
  return widths.slice(column, column + colSpan).reduce((a, b) => a + b, 0) - 2 * cellPadding.x;
}

/** Words held together that do not fit the column may break after all. */
function releaseHolds(line: string, cell: Pick<PreparedCell, 'column' | 'colSpan' | 'bold'>, widths: number[]): string {
  return line.includes('\u00a0') && widestWord(line, cell.bold) > innerWidth(cell, widths)
    ? line.replaceAll('\u00a0', ' ')
    : line;
}
