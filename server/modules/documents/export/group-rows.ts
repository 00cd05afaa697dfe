import { singleSpacing, wrapText } from '#lib/font-metrics.ts';
import { cellPadding, sizes } from './page.ts';
import type { PreparedCell, PreparedRow } from './prepared.ts';

/** A row, or rows under one merged cell, taller than this share of the page may break across pages. */
const WHOLE_SHARE = 0.4;

/** Marks what a page break may not part: the lines of a row, rows under a merged cell, a title row and the next. */
export function groupRows(rows: PreparedCell[][], widths: number[], pageHeight: number): PreparedRow[] {
  const limit = pageHeight * WHOLE_SHARE;
  const heights = rows.map((cells) => rowHeight(cells, widths));
  const starts = groupStarts(rows);
  const starting = (i: number) => starts[i] === i;
  const groupHeight = new Map<number, number>();
  for (const [i, start] of starts.entries()) groupHeight.set(start, (groupHeight.get(start) ?? 0) + (heights[i] ?? 0));
  return rows.map((cells, i) => {
    const last = i === rows.length - 1;
    const title = isTitleRow(cells) && !last;
    const inGroup = !last && !starting(i + 1) && (groupHeight.get(starts[i] ?? i) ?? 0) < limit;
    return { whole: (heights[i] ?? 0) < limit, keep: title || inGroup, title, cells };
  });
}

/** For each row, the row in which its group begins; a group is what merged cells tie together. */
function groupStarts(rows: PreparedCell[][]): number[] {
  let start = 0;
  let end = -1;
  return rows.map((cells, i) => {
    if (i > end) start = i;
    for (const cell of cells) end = Math.max(end, i + cell.rowSpan - 1);
    return start;
  });
}

/** 'II | Truyền thông nội bộ' in bold across the table. */
function isTitleRow(cells: PreparedCell[]): boolean {
  const filled = cells.filter((cell) => cell.lines.length > 0);
  const last = filled.at(-1);
  return (
    filled.length > 0 &&
    filled.length <= 2 &&
    filled.every((cell) => cell.bold && cell.rowSpan === 1) &&
    (last?.colSpan ?? 1) > 1
  );
}

/** Points; a merged cell is left out, its rows stretch for it. */
function rowHeight(cells: PreparedCell[], widths: number[]): number {
  const lines = cells.map(({ column, colSpan, rowSpan, bold, lines }) => {
    if (rowSpan > 1) return 1;
    const width = widths.slice(column, column + colSpan).reduce((a, b) => a + b, 0) - 2 * cellPadding.x;
    return lines.reduce((sum, line) => sum + wrapText(line, bold ? 'bold' : 'regular', sizes.table, width).length, 0);
  });
  return Math.max(1, ...lines) * sizes.table * singleSpacing + 2 * cellPadding.y;
}
