export interface Cell {
  row: number;
  column: number;
}

export interface GridSize {
  rows: number;
  columns: number;
}

const clamp = (value: number, last: number): number => Math.max(0, Math.min(last, value));

/** Where a key leads from a cell, as in a spreadsheet; undefined where the key does not move. */
export function movedCell(key: string, { row, column }: Cell, size: GridSize, ctrl = false): Cell | undefined {
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  switch (key) {
    case 'ArrowUp':
      return { row: ctrl ? 0 : clamp(row - 1, lastRow), column };
    case 'ArrowDown':
      return { row: ctrl ? lastRow : clamp(row + 1, lastRow), column };
    case 'ArrowLeft':
      return { row, column: ctrl ? 0 : clamp(column - 1, lastColumn) };
    case 'ArrowRight':
      return { row, column: ctrl ? lastColumn : clamp(column + 1, lastColumn) };
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrl ? lastRow : row, column: lastColumn };
    case 'PageUp':
      return { row: clamp(row - 10, lastRow), column };
    case 'PageDown':
      return { row: clamp(row + 10, lastRow), column };
    default:
      return undefined;
  }
}

/** The cell behind or before in reading order, for Tab while editing; undefined at the ends, where Tab leaves the grid. */
export function nextCell({ row, column }: Cell, step: -1 | 1, { rows, columns }: GridSize): Cell | undefined {
  const at = row * columns + column + step;
  return at < 0 || at >= rows * columns ? undefined : { row: Math.floor(at / columns), column: at % columns };
}

/** Whether a key begins to write over a cell: one sign without Ctrl, Alt or Meta. */
export const beginsWriting = (key: { key: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean }): boolean =>
  [...key.key].length === 1 && !key.ctrlKey && !key.altKey && !key.metaKey;

/** Pasted cells of a spreadsheet: rows by line, columns by tab; quoted cells may hold line feeds. */
export function pastedCells(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\n|\r|$)/gy;
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    const [whole, raw = '', end = ''] = found;
    rows.at(-1)!.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (whole === '' || cell.lastIndex >= text.length) break;
    if (end !== '\t') rows.push([]);
  }
  return rows;
}
