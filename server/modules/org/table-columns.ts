import { fold, oneLine } from '#lib/text.ts';
import type { SheetRows } from '#platform/tables/sheet-rows.ts';

/** A column by its name in code, with the headings people write for it (folded; longer ones may contain them). */
export type Columns<Name extends string> = Record<Name, readonly string[]>;

export interface TableRow<Name extends string> {
  /** Line as a spreadsheet numbers it. */
  row: number;
  cells: Record<Name, string>;
}

const key = (heading: string) =>
  fold(heading)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/**
 * The rows below the first line that names at least two of the wanted columns, on the first visible sheet that has
 * one. Title lines above the heading and columns that nobody asked for do no harm. Null where no sheet has a heading.
 */
export function readColumns<Name extends string>(
  sheets: readonly SheetRows[],
  columns: Columns<Name>,
): TableRow<Name>[] | null {
  for (const { hidden, rows } of sheets) {
    if (hidden) continue;
    const at = rows.slice(0, 20).findIndex((row) => placesOf(row, columns).size >= 2);
    if (at >= 0) return rowsBelow(rows, at, placesOf(rows[at]!, columns));
  }
  return null;
}

function placesOf<Name extends string>(row: readonly string[], columns: Columns<Name>): Map<Name, number> {
  const headings = row.map(key);
  const places = new Map<Name, number>();
  for (const [name, words] of Object.entries(columns) as [Name, readonly string[]][]) {
    const place = words.map((word) => headings.indexOf(word)).find((i) => i >= 0);
    if (place !== undefined) places.set(name, place);
  }
  return places;
}

function rowsBelow<Name extends string>(
  rows: readonly string[][],
  heading: number,
  places: ReadonlyMap<Name, number>,
): TableRow<Name>[] {
  const found: TableRow<Name>[] = [];
  for (let i = heading + 1; i < rows.length; i++) {
    const cells = Object.fromEntries(
      [...places].map(([name, place]) => [name, oneLine(rows[i]![place] ?? '')]),
    ) as Record<Name, string>;
    if (Object.values(cells).some((cell) => cell !== '')) found.push({ row: i + 1, cells });
  }
  return found;
}
