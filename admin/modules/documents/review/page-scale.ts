import type { Stretch } from './spans.ts';

export interface Run {
  x: number;
  y: number;
  width: number;
  size: number;
  text: string;
  bold?: boolean;
  italic?: boolean;
  block?: number;
}

export interface PageGeometry {
  page: number;
  width: number;
  height: number;
  runs: readonly Run[];
  rules: readonly { x: number; y: number; width: number; height: number }[];
}

/** Where the base line lies below the top of a run, as a share of its size (Times: ascent 0.891). */
export const BASELINE = 0.891;
const MARGIN = 14;

/**
 * The part of a page that is worth its place on a screen, in points: paper margins are cut down to a narrow one, so
 * that the text is as large as the pane allows. Pages of one document get one width, so that lines do not jump.
 */
export function cropOf(pages: readonly PageGeometry[]): { left: number; width: number } {
  const narrow = pages.flatMap((page) => page.runs);
  if (narrow.length === 0) return { left: 0, width: pages[0]?.width ?? 595 };
  const left = Math.max(0, narrow.reduce((least, run) => Math.min(least, run.x), Number.POSITIVE_INFINITY) - MARGIN);
  const right = narrow.reduce((most, run) => Math.max(most, run.x + run.width), 0) + MARGIN;
  return { left, width: right - left };
}

/** Runs of one block in reading order: by line (a third of the size apart is still one line), then from left to right. */
export function inReadingOrder(runs: readonly Run[]): Run[] {
  const lines: { y: number; runs: Run[] }[] = [];
  for (const run of runs.toSorted((a, b) => baseOf(a) - baseOf(b))) {
    const line = lines.at(-1);
    if (line && baseOf(run) - line.y < run.size / 3) line.runs.push(run);
    else lines.push({ y: baseOf(run), runs: [run] });
  }
  return lines.flatMap((line) => line.runs.sort((a, b) => a.x - b.x));
}

const baseOf = (run: Run): number => run.y + run.size * BASELINE;
const letters = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

/**
 * Which runs of a block carry the stretches of its text. Spaces differ between the page and the text, so letters are
 * counted; the list number that stands before the text is stepped over. Runs that cannot be placed count as lit:
 * rather too much light than none.
 */
export function litRuns(runs: readonly Run[], text: string, stretches: readonly Stretch[]): ReadonlySet<Run> {
  const ordered = inReadingOrder(runs);
  const printed = ordered.map((run) => letters(run.text)).join('');
  const start = printed.indexOf(letters(text));
  if (start < 0) return new Set(runs);
  const wanted = stretches.map(({ from, to }) => [
    start + letters(text.slice(0, from)).length,
    start + letters(text.slice(0, to)).length,
  ]);
  let at = 0;
  return new Set(
    ordered.filter((run) => {
      const [from, to] = [at, at + letters(run.text).length];
      at = to;
      return wanted.some(([first = 0, last = 0]) => from < last && first < to);
    }),
  );
}
