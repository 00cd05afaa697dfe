export interface Place {
  row: number;
  column: number;
}

/** The square that an event is about, if any. */
export function placeOf(target: EventTarget): Place | undefined {
  const at = (target as HTMLElement).closest('td')?.dataset.at?.split(' ').map(Number);
  return at ? { row: at[0] ?? 0, column: at[1] ?? 0 } : undefined;
}

/** Where a key leads; undefined for keys that are none of ours. */
export function moved(
  { row, column }: Place,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  last: Place,
): Place | undefined {
  const to = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? last.row : row, column: last.column },
    PageUp: { row: row - 10, column },
    PageDown: { row: row + 10, column },
  }[key];
  if (!to) return undefined;
  const within = (n: number, end: number) => Math.min(end, Math.max(0, n));
  return { row: within(to.row, last.row), column: within(to.column, last.column) };
}

/** The focus goes on, and the Tab key finds it there again. */
export function focusSquare(table: HTMLTableElement, from: HTMLElement, to: Place): void {
  const next = table.tBodies[0]?.rows[to.row]?.cells[to.column + 1];
  if (!next) return;
  from.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
