import type { Row } from './pdf-lines.ts';
import { mergeRow } from './pdf-lines.ts';
import type { PdfPage } from './pdf-types.ts';

const PAGE_NUMBER = /^[-–—\s]*(?:(?:Trang|Page)\s*)?\d{1,3}(?:\s*(?:\/|of|trên)\s*\d{1,3})?[-–—\s]*$/i;
const TOP = 0.11;
const BOTTOM = 0.1;

/**
 * Takes page numbers and running headers and footers off the pages.
 * @returns the rows that remain, and the lines taken off (they are looked at for secrecy marks)
 */
export function stripMargins(pages: readonly PdfPage[], rows: readonly Row[][]): { rows: Row[][]; taken: string[] } {
  const repeated = repeatedLines(pages, rows);
  const taken: string[] = [];
  const kept = rows.map((pageRows, p) =>
    pageRows.filter((row, i) => {
      const text = mergeRow(row).text.trim();
      const edge = edgeOf(row, pages[p]!);
      const outermost = i === 0 || i === pageRows.length - 1;
      const number = edge !== null && outermost && PAGE_NUMBER.test(text);
      const running = edge !== null && repeated.has(keyOf(edge, row, text));
      if (number || running) taken.push(text);
      return !number && !running;
    }),
  );
  return { rows: kept, taken };
}

function edgeOf(row: Row, page: PdfPage): 'top' | 'bottom' | null {
  const y = row[0]!.y / page.height;
  return y < TOP ? 'top' : y > 1 - BOTTOM ? 'bottom' : null;
}

/** Same words (numbers aside) at the same height on at least half of the pages, and on two at least. */
function repeatedLines(pages: readonly PdfPage[], rows: readonly Row[][]): Set<string> {
  const seen = new Map<string, Set<number>>();
  rows.forEach((pageRows, p) => {
    for (const row of pageRows) {
      const edge = edgeOf(row, pages[p]!);
      if (edge === null) continue;
      const key = keyOf(edge, row, mergeRow(row).text.trim());
      seen.set(key, (seen.get(key) ?? new Set()).add(p));
    }
  });
  const enough = Math.max(2, Math.ceil((pages.length - 1) / 2));
  return new Set([...seen].filter(([, on]) => on.size >= enough).map(([key]) => key));
}

function keyOf(edge: string, row: Row, text: string): string {
  return `${edge} ${Math.round(row[0]!.y / 3)} ${text.replace(/\d+/g, '#')}`;
}
