import type { BlockSpan } from '#lib/plan-draft.ts';
import type { Cell, Table } from '../reading/blocks.ts';
import { foldLetters } from './fold.ts';
import { COLUMN_WORDS, type Column } from './lexicon/columns.ts';
import type { Piece } from './lines.ts';
import { type PeriodColumn, periodOf } from './periods.ts';

/** One cell of the filled grid: merged cells stand in every place they cover. */
export interface GridCell {
  text: string;
  spans: BlockSpan[];
  /** True in the row where the cell starts; a vertical merge is not own in the rows below. */
  own: boolean;
  cell: Cell | null;
}

export interface Grid {
  columns: (Column | null)[];
  /** Month or quarter that a column stands for. */
  periods: (PeriodColumn | null)[];
  headers: string[];
  rows: GridCell[][];
  /** Sources of the header, so that its paragraphs count as understood. */
  headSpans: BlockSpan[];
}

const EMPTY: GridCell = { text: '', spans: [], own: true, cell: null };

/** Fills merged cells, finds the header rows and what each column is. null for a table whose header says nothing known. */
export function readGrid(table: Table): Grid | null {
  const all = fill(table);
  for (let at = 0; at < Math.min(4, all.length); at++) {
    const height = headerHeight(table, all, at);
    const head = all.slice(at, at + height);
    const periods = periodsOf(head);
    const headers = mergeHeaders(head);
    const columns = headers.map((header, i) => (periods[i] ? ('period' as const) : columnOf(header)));
    if (columns.filter((column) => column !== null).length < Math.min(2, headers.length)) continue;
    const rows = all.slice(at + height).filter((row) => !isNumberRow(row) && !sameTexts(row, all[at]!));
    return {
      columns: distinct(columns, headers),
      periods,
      headers,
      rows,
      headSpans: all.slice(0, at + height).flatMap((row) => row.flatMap((cell) => cell.spans)),
    };
  }
  return null;
}

/** Rows of a table that goes on from the page before: no header of its own. */
export function plainRows(table: Table): GridCell[][] {
  return fill(table);
}

export function columnOf(header: string): Column | null {
  const fold = foldLetters(header)
    .replace(/\s+/g, ' ')
    .replace(/[*:.]+$/, '')
    .trim();
  if (fold === '' || fold.length > 90) return null;
  return COLUMN_WORDS.find(([, pattern]) => pattern.test(fold))?.[0] ?? null;
}

function fill(table: Table): GridCell[][] {
  const rows: GridCell[][] = Array.from({ length: table.rows }, () => Array.from({ length: table.cols }, () => EMPTY));
  for (const cell of table.cells) {
    const piece = cellPiece(cell);
    for (let r = cell.row; r < Math.min(table.rows, cell.row + cell.rowSpan); r++) {
      for (let c = cell.col; c < Math.min(table.cols, cell.col + cell.colSpan); c++) {
        rows[r]![c] = { ...piece, own: r === cell.row, cell };
      }
    }
  }
  return rows;
}

function cellPiece(cell: Cell): Piece {
  const paras = cell.paras.filter((para) => para.text !== '');
  return {
    text: paras.map((para) => para.text).join('\n'),
    spans: paras.map((para) => ({ block: para.id, from: 0, to: para.text.length })),
  };
}

/** Header rows from `at` on: those the reader marked, or those that merged header cells reach into. */
function headerHeight(table: Table, rows: GridCell[][], at: number): number {
  if (at === 0 && table.headerRows > 0) return Math.min(table.headerRows, rows.length);
  const deepest = Math.max(1, ...rows[at]!.map((cell) => (cell.cell && columnOf(cell.text) ? cell.cell.rowSpan : 1)));
  const second = rows[at + 1];
  const periods = (head: GridCell[][]) => periodsOf(head).filter((period) => period !== null).length;
  const two = deepest === 1 && second !== undefined && periods([rows[at]!]) < 2 && periods([rows[at]!, second]) >= 2;
  return Math.min(two ? 2 : deepest, 3, rows.length);
}

/** Columns of months and quarters; an empty header cell repeats the one to its left (merged cells that a text lost). */
function periodsOf(head: GridCell[][]): (PeriodColumn | null)[] {
  const first = head[0] ?? [];
  return first.map((_, col) => {
    const texts = head.map((row, r) => {
      if (r > 0 || row[col]!.text !== '' || head.length === 1) return row[col]!.text;
      return row.slice(0, col).findLast((cell) => cell.text !== '')?.text ?? '';
    });
    return periodOf([...new Set(texts)]);
  });
}

function mergeHeaders(rows: GridCell[][]): string[] {
  return (rows[0] ?? []).map((_, col) => {
    const texts = rows
      .map((row) => row[col]!)
      .filter((cell) => cell.own || cell === rows[0]![col])
      .map((cell) => cell.text.replace(/\n/g, ' '));
    return (
      [...new Set(texts)]
        .filter((text) => text !== '')
        .reverse()
        .find((text) => columnOf(text)) ??
      texts[0] ??
      ''
    );
  });
}

/** "(1) (2) (3)" under the header. */
const isNumberRow = (row: GridCell[]): boolean =>
  row.filter((cell) => cell.text !== '').length >= 2 && row.every((cell) => /^\(?\d{0,2}\)?$/.test(cell.text.trim()));

const sameTexts = (a: GridCell[], b: GridCell[]): boolean => a.every((cell, i) => cell.text === b[i]?.text);

/** A column counts once; a second "Nội dung" is a detail of the first, a second "Đơn vị …" coordinates. */
function distinct(columns: (Column | null)[], headers: string[]): (Column | null)[] {
  const seen = new Set<Column>();
  return columns.map((column, i) => {
    if (column === null || !seen.has(column)) {
      if (column) seen.add(column);
      return column;
    }
    const same = headers[columns.indexOf(column)] === headers[i];
    if (same || column === 'period') return column;
    return column === 'content' && !columns.includes('product') ? 'detail' : null;
  });
}
