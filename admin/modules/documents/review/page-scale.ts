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

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Where on the page the stretches of a block's text stand, as boxes line by line. Spaces differ between the page and
 * the text, so letters are counted; the list number that stands before the text is stepped over. Runs that do not
 * spell the text are lit whole: rather too much light than none.
 */
export function litBoxes(runs: readonly Run[], text: string, stretches: readonly Stretch[]): Box[] {
  const ordered = inReadingOrder(runs);
  const start = ordered
    .map((run) => letters(run.text))
    .join('')
    .indexOf(letters(text));
  if (start < 0) return joinedBoxes(ordered.map((run) => boxOf(run, 0, 1)));
  const wanted = stretches.map(({ from, to }): [number, number] => [
    start + letters(text.slice(0, from)).length,
    start + letters(text.slice(0, to)).length,
  ]);
  const boxes: Box[] = [];
  let at = 0;
  for (const run of ordered) {
    const length = letters(run.text).length;
    for (const [first, last] of wanted) {
      const [from, to] = [Math.max(first - at, 0), Math.min(last - at, length)];
      if (from < to) boxes.push(boxOf(run, from / length, to / length));
    }
    at += length;
  }
  return joinedBoxes(boxes);
}

/** The part of a run between two shares of its width, a little taller than its letters for marks above and below. */
const boxOf = (run: Run, from: number, to: number): Box => ({
  x: run.x + run.width * from,
  y: run.y - 0.5,
  width: run.width * (to - from),
  height: run.size * 1.15,
});

/** Boxes that follow each other on a line become one, so that the light has no gaps between words. */
function joinedBoxes(boxes: readonly Box[]): Box[] {
  const joined: Box[] = [];
  for (const box of boxes) {
    const last = joined.at(-1);
    const gap = last ? box.x - (last.x + last.width) : Number.POSITIVE_INFINITY;
    if (last && Math.abs(last.y - box.y) < box.height / 3 && gap < box.height && gap > -box.height) {
      last.width = Math.max(last.width, box.x + box.width - last.x);
    } else joined.push({ ...box });
  }
  return joined;
}
