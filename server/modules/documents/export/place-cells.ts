import type { DocumentCell } from '#lib/plan-document.ts';

/** A table's cell with whatever else its writer keeps there. */
type Cell<More> = DocumentCell & Partial<More>;

export interface PlacedCell<More = object> {
  cell: Cell<More>;
  column: number;
  rowSpan: number;
  colSpan: number;
}

/**
 * Puts cells that may span rows and columns on a grid of `columns`, as a browser does: each cell takes the first free
 * place of its row. Spans that leave the grid are cut, missing cells are filled with empty ones, surplus ones go to
 * rows of their own, so that no text is lost and every place is covered exactly once. A row that would have no cell of
 * its own is folded into the one above, because a word processor cannot hold it.
 */
export function placeCells<More = object>(rows: Cell<More>[][], columns: number): PlacedCell<More>[][] {
  const ordered = rows.flatMap((row) => chunkRow(row, columns));
  /** For each column, how many further rows a cell from above still covers. */
  let covered = new Array<number>(columns).fill(0);
  const placed: PlacedCell<More>[][] = [];
  let rest = ordered.length;
  for (const row of ordered) {
    rest -= 1;
    const { cells, taken } = placeRow(row, covered, rest + 1);
    if (cells.length > 0) placed.push(cells);
    else foldRow(placed, row);
    covered = taken.map((span) => Math.max(0, span - 1));
  }
  return placed;
}

/** A row with more cells than columns continues on further rows. */
function chunkRow<More>(row: Cell<More>[], columns: number): Cell<More>[][] {
  if (row.length <= columns) return [row];
  const chunks: Cell<More>[][] = [];
  for (let from = 0; from < row.length; from += columns) {
    chunks.push(row.slice(from, from + columns).map((cell) => ({ ...cell, rowSpan: 1, colSpan: 1 })));
  }
  return chunks;
}

function placeRow<More>(row: Cell<More>[], covered: number[], rowsLeft: number) {
  const taken = [...covered];
  const cells: PlacedCell<More>[] = [];
  const queue = [...row];
  for (let column = 0; column < taken.length; column++) {
    if (taken[column] !== 0) continue;
    const cell = queue.shift() ?? ({ text: '' } as Cell<More>);
    const rowSpan = Math.max(1, Math.min(Math.trunc(cell.rowSpan ?? 1), rowsLeft));
    const colSpan = freeColumns(taken, column, Math.max(1, Math.trunc(cell.colSpan ?? 1)));
    cells.push({ cell, column, rowSpan, colSpan });
    taken.fill(rowSpan, column, column + colSpan);
  }
  append(cells.at(-1), queue);
  return { cells, taken };
}

function freeColumns(taken: number[], column: number, wanted: number): number {
  let free = 1;
  while (free < wanted && taken[column + free] === 0) free += 1;
  return free;
}

/** Every cell that reached into the folded row ends one row earlier; its text, if any, goes to the last cell above. */
function foldRow<More>(placed: PlacedCell<More>[][], row: Cell<More>[]): void {
  placed.forEach((cells, i) => {
    for (const cell of cells) if (i + cell.rowSpan > placed.length) cell.rowSpan -= 1;
  });
  append(placed.at(-1)?.at(-1), row);
}

function append<More>(to: PlacedCell<More> | undefined, cells: Cell<More>[]): void {
  const texts = cells.map((cell) => cell.text).filter((text) => text !== '');
  if (to && texts.length > 0) to.cell = { ...to.cell, text: [to.cell.text, ...texts].join('\n') };
}
