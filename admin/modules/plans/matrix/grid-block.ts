import type { Book } from '../editing/book.ts';
import { addActivity, removeActivity } from './activities.ts';
import { columnKeys, readCell } from './columns.ts';
import type { Cell } from './grid-keys.ts';

/** Delete empties a cell; on the row itself it takes the activity away. */
export function clearCell(book: Book, id: string, { column }: Cell, period: readonly string[]): void {
  const line = book.lines.get(id);
  const key = columnKeys[column - 1];
  if (!line) return;
  const change = key && readCell(key, '', line.mine, period);
  if (!key) removeActivity(book, id);
  else if (change) book.write(id, change);
}

/** Writes a block of cells from one on, with new rows where it is longer; returns how many could not be read. */
export function pasteAt(
  book: Book,
  ids: readonly string[],
  at: Cell,
  block: readonly (readonly string[])[],
  period: readonly string[],
): number {
  let bad = 0;
  for (const [r, cells] of block.entries()) {
    const id = ids[at.row + r] ?? addActivity(book);
    for (const [c, typed] of cells.entries()) {
      const key = columnKeys[at.column - 1 + c];
      const line = book.lines.get(id);
      const change = key && line && readCell(key, typed, line.mine, period);
      if (change) book.write(id, change);
      else if (key) bad += 1;
    }
  }
  return bad;
}
