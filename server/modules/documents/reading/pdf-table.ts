import type { Grid } from './pdf-grid.ts';
import { mergeRow, toRows } from './pdf-lines.ts';
import { type Column, joinLines, type PdfPara } from './pdf-paragraphs.ts';
import type { PdfRun } from './pdf-types.ts';
import { measure } from './times-widths.ts';

export interface PdfCell {
  row: number;
  col: number;
  rowSpan: number;
  colSpan: number;
  paras: PdfPara[];
}

export interface PdfTable {
  page: number;
  rows: number;
  cols: number;
  xs: number[];
  cells: PdfCell[];
  y0: number;
  y1: number;
  headerRows: number;
}

/** Fills the cells of a grid with the runs that stand in them. */
export function fillGrid(grid: Grid, runs: readonly PdfRun[], page: number): PdfTable {
  const pieces = runs.flatMap((run) => cutAtLines(run, grid));
  const cells = grid.cells.map((cell) => {
    const inside = pieces.filter((run) => contains(cell, run));
    return {
      row: cell.row,
      col: cell.col,
      rowSpan: cell.rowSpan,
      colSpan: cell.colSpan,
      paras: cellParas(cell, inside),
    };
  });
  const { xs, ys, box } = grid;
  return { page, rows: ys.length - 1, cols: xs.length - 1, xs, cells, y0: box.y0, y1: box.y1, headerRows: 0 };
}

export function insideGrid(grid: Grid, run: PdfRun): boolean {
  return contains(grid.box, run);
}

function contains(box: { x0: number; y0: number; x1: number; y1: number }, run: PdfRun): boolean {
  const x = run.x + run.width / 2;
  const y = run.y - run.size * 0.3;
  return x >= box.x0 - 1 && x < box.x1 + 1 && y >= box.y0 - 1 && y < box.y1 + 1;
}

/** Neighbouring cells may come as one run: cut it at the blank nearest to the line between them. */
function cutAtLines(run: PdfRun, grid: Grid): PdfRun[] {
  const inner = grid.xs.slice(1, -1).find((x) => x > run.x + run.size && x < run.x + run.width - run.size);
  if (inner === undefined || !hasLineAt(grid, inner, run) || run.vertical) return [run];
  const total = measure(run.text);
  let best = -1;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let i = run.text.indexOf(' '); i >= 0; i = run.text.indexOf(' ', i + 1)) {
    const x = run.x + (measure(run.text.slice(0, i)) / total) * run.width;
    if (Math.abs(x - inner) < bestDistance) {
      best = i;
      bestDistance = Math.abs(x - inner);
    }
  }
  if (best < 0 || bestDistance > run.size * 2.5) return [run];
  const share = measure(run.text.slice(0, best)) / total;
  const left = { ...run, text: run.text.slice(0, best), width: run.width * share };
  const x = Math.max(inner + 1, run.x + run.width * share);
  const right = { ...run, text: run.text.slice(best + 1), x, width: Math.max(1, run.x + run.width - x) };
  return [left, ...cutAtLines(right, grid)];
}

function hasLineAt(grid: Grid, x: number, run: PdfRun): boolean {
  const y = run.y - run.size * 0.3;
  return grid.cells.some((cell) => Math.abs(cell.x0 - x) < 1 && y >= cell.y0 && y < cell.y1);
}

function cellParas(cell: { x0: number; x1: number }, runs: PdfRun[]): PdfPara[] {
  const lines = toRows(runs).map(mergeRow);
  if (lines.length === 0) return [];
  const column = cellColumn(cell, lines);
  return joinLines(lines, () => column);
}

/** The text's own right edge where several lines show it, else the cell less its usual padding. */
function cellColumn(cell: { x0: number; x1: number }, lines: { x0: number; x1: number }[]): Column {
  const left = Math.min(...lines.map((line) => line.x0));
  const right = Math.max(...lines.map((line) => line.x1));
  const middle = (cell.x0 + cell.x1) / 2;
  const centred = left - cell.x0 > 4 && lines.every((line) => Math.abs((line.x0 + line.x1) / 2 - middle) < 2.5);
  if (centred) {
    const half = Math.max((right - left) / 2, (cell.x1 - cell.x0) / 2 - 5.5);
    return { left: middle - half, right: middle + half, indented: false, narrow: false, centred };
  }
  const padding = Math.min(6, Math.max(1.5, left - cell.x0));
  const full = lines.length > 1 && right > cell.x1 - padding - 14;
  const edge = full ? Math.max(right, cell.x1 - padding - 3) : cell.x1 - padding;
  return { left, right: edge, indented: false, narrow: false };
}
