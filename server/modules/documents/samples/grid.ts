/** Tables of a sample plan as full grids: what each cell shows when merged cells are copied to all they cover. */
import type { Cell, Field, Row, Table } from './source.ts';

export const cellText = (cell: Cell): string => (cell === null ? '' : typeof cell === 'string' ? cell : cell.text);

/** One row per table row, one text per grid column; covered cells repeat the covering text. */
export function filled(table: Table): string[][] {
  const grid: string[][] = table.rows.map(() => []);
  table.rows.forEach((row, r) => {
    row.cells.forEach((cell, c) => {
      if (cell === null) return;
      const { rows = 1, cols = 1 } = typeof cell === 'string' ? {} : cell;
      for (let y = r; y < r + rows; y++) for (let x = c; x < c + cols; x++) grid[y]![x] = cellText(cell);
    });
  });
  return grid;
}

/** The text of a row in the column that holds `field`, merged cells included; null without such a column. */
export function fieldOf(table: Table, grid: string[][], row: number, field: Field): string | null {
  const column = table.fields.indexOf(field);
  return column < 0 ? null : (grid[row]?.[column] ?? '').replace(/\n/g, ' ').trim();
}

/** Whether the row starts a new cell in that column (false: covered by a merge from above). */
export const startsCell = (table: Table, row: Row, field: Field): boolean => {
  const column = table.fields.indexOf(field);
  return column >= 0 && row.cells[column] !== null;
};
