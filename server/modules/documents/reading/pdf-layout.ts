import { toStreams } from './pdf-columns.ts';
import { findGrids } from './pdf-grid.ts';
import { joinTables, sameColumns } from './pdf-join.ts';
import { type Row, toRows } from './pdf-lines.ts';
import { stripMargins } from './pdf-margins.ts';
import { type Column, joinLines, type PdfPara } from './pdf-paragraphs.ts';
import { fillGrid, insideGrid, type PdfTable } from './pdf-table.ts';
import type { PdfPage, Segment } from './pdf-types.ts';

export type PdfBlock = { kind: 'para'; para: PdfPara } | { kind: 'table'; table: PdfTable };

type Piece = { kind: 'text'; lines: Segment[]; column: Column } | { kind: 'table'; table: PdfTable };

/** Paragraphs and tables of the whole document in reading order, and the lines of page edges. */
export function layOut(pages: readonly PdfPage[]): { blocks: PdfBlock[]; margins: string[] } {
  const tables = pages.map((page) => findGrids(page.rules, page));
  const rows = pages.map((page, p) =>
    toRows(page.runs.filter((run) => !tables[p]!.some((grid) => insideGrid(grid, run)))),
  );
  const stripped = stripMargins(pages, rows);
  const bodies = bodyColumns(pages, stripped.rows);
  const pieces = pages.flatMap((page, p) => {
    const grids = tables[p]!.map((grid) =>
      fillGrid(
        grid,
        page.runs.filter((run) => insideGrid(grid, run)),
        page.page,
      ),
    );
    return pagePieces(stripped.rows[p]!, grids, bodies[p]!);
  });
  return { blocks: toBlocks(joinPieces(pieces)), margins: stripped.taken };
}

/** Text above, between and below the tables of a page. */
function pagePieces(rows: Row[], tables: PdfTable[], body: Column): Piece[] {
  const pieces: Piece[] = [];
  let rest = rows;
  for (const table of [...tables].filter((item) => item.cells.some((cell) => cell.paras.length > 0))) {
    const above = rest.filter((row) => row[0]!.y < (table.y0 + table.y1) / 2);
    rest = rest.filter((row) => row[0]!.y >= (table.y0 + table.y1) / 2);
    pieces.push(...textPieces(above, body), { kind: 'table', table });
  }
  return [...pieces, ...textPieces(rest, body)];
}

function textPieces(rows: Row[], body: Column): Piece[] {
  return toStreams(rows, body).map((stream) => ({ kind: 'text', ...stream }));
}

/** What a page end cut in two is joined: tables with the same columns, and streams of full-width text. */
function joinPieces(pieces: Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (
      piece.kind === 'table' &&
      last?.kind === 'table' &&
      last.table.page !== piece.table.page &&
      sameColumns(last.table, piece.table)
    ) {
      out[out.length - 1] = {
        kind: 'table',
        table: { ...joinTables(last.table, piece.table), page: piece.table.page },
      };
    } else if (piece.kind === 'text' && last?.kind === 'text' && !last.column.narrow && !piece.column.narrow) {
      last.lines.push(...piece.lines);
    } else out.push(piece.kind === 'text' ? { ...piece, lines: [...piece.lines] } : piece);
  }
  return out;
}

function toBlocks(pieces: Piece[]): PdfBlock[] {
  return pieces.flatMap((piece): PdfBlock[] =>
    piece.kind === 'table'
      ? [piece]
      : joinLines(piece.lines, () => piece.column).map((para) => ({ kind: 'para', para })),
  );
}

/** Edges of the running text, page by page (pages of one shape share them). */
function bodyColumns(pages: readonly PdfPage[], rows: readonly Row[][]): Column[] {
  const byShape = new Map<string, { page: PdfPage; lines: Segment[] }>();
  const shapeOf = (page: PdfPage) => `${Math.round(page.width)}x${Math.round(page.height)}`;
  pages.forEach((page, p) => {
    const shape = byShape.get(shapeOf(page)) ?? { page, lines: [] };
    shape.lines.push(...rows[p]!.filter((row) => row.length === 1).map((row) => row[0]!));
    byShape.set(shapeOf(page), shape);
  });
  const columns = new Map([...byShape].map(([key, { page, lines }]) => [key, bodyColumn(page, lines)]));
  return pages.map((page) => columns.get(shapeOf(page))!);
}

function bodyColumn(page: PdfPage, lines: Segment[]): Column {
  const long = lines.filter((line) => line.x1 - line.x0 > page.width * 0.45);
  if (long.length < 3) {
    const used = lines.length > 0 ? lines : [{ x0: page.width * 0.14, x1: page.width * 0.92 }];
    const left = Math.min(...used.map((line) => line.x0), page.width * 0.15);
    return { left, right: Math.max(...used.map((line) => line.x1), page.width * 0.9), indented: false, narrow: false };
  }
  const right = rightEdge(long);
  const left = edge(
    lines.map((line) => line.x0),
    Math.max(2, lines.length * 0.05),
  );
  const setIn = lines.filter((line) => line.x0 > left + 8 && line.x0 < left + 80 && line.x1 > left + 100);
  const flush = lines.filter((line) => Math.abs(line.x0 - left) < 3).length;
  const indented = setIn.length >= lines.length * 0.12 && flush >= lines.length * 0.08;
  return indented
    ? { left, right, indented, narrow: false, indent: usual(setIn) }
    : { left, right, indented, narrow: false };
}

/** Justified lines end at one edge; ragged ones only show it by the longest. */
function rightEdge(long: Segment[]): number {
  const shared =
    edge(
      long.map((line) => -line.x1),
      3,
    ) * -1;
  const atEdge = long.filter((line) => Math.abs(line.x1 - shared) < 3).length;
  return atEdge >= long.length * 0.4 ? shared : Math.max(...long.map((line) => line.x1));
}

/** Most frequent start of the lines that are set in. */
function usual(lines: Segment[]): number {
  const counts = new Map<number, number>();
  for (const { x0 } of lines) counts.set(Math.round(x0), (counts.get(Math.round(x0)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0];
}

/** The smallest value that enough others share (within 3 points). */
function edge(values: number[], enough: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return (
    sorted.find((value, i) => i + enough <= sorted.length && sorted[Math.ceil(i + enough) - 1]! - value <= 3) ??
    sorted[0]!
  );
}
