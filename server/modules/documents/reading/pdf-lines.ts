import { splitLabel } from './label.ts';
import type { PdfRun, Segment } from './pdf-types.ts';

/** A printed line: one segment, or several with wide gaps between them. */
export type Row = Segment[];

/** Gap between two runs of one line, in ems, from which they stand in different columns. */
const WIDE_GAP = 1.7;
const WORD_GAP = 0.12;

/** Groups runs into printed lines from top to bottom. */
export function toRows(runs: readonly PdfRun[]): Row[] {
  const sorted = dropDoubles([...runs].sort((a, b) => a.y - b.y || a.x - b.x));
  const groups: PdfRun[][] = [];
  for (const run of sorted) {
    const group = groups.slice(-4).findLast((other) => other.some((member) => onOneLine(member, run)));
    if (group) group.push(run);
    else groups.push([run]);
  }
  return groups.map(toSegments).sort((a, b) => a[0]!.y - b[0]!.y);
}

/** Letters printed twice a hair apart are a way to fake bold. */
function dropDoubles(runs: PdfRun[]): PdfRun[] {
  return runs.filter((run, i) => {
    for (let j = i - 1; j >= 0 && run.y - runs[j]!.y < 1; j--) {
      if (runs[j]!.text === run.text && Math.abs(runs[j]!.x - run.x) < 1) return false;
    }
    return true;
  });
}

/** Same line: the letters' heights overlap for the most part (indices stand a little higher or lower). */
function onOneLine(a: PdfRun, b: PdfRun): boolean {
  if (a.vertical || b.vertical) return false;
  const top = Math.max(a.y - a.size * 0.7, b.y - b.size * 0.7);
  const overlap = Math.min(a.y, b.y) - top;
  return overlap >= Math.min(a.size, b.size) * 0.7 * 0.6;
}

function toSegments(group: PdfRun[]): Row {
  const runs = [...group].sort((a, b) => a.x - b.x);
  const row: Row = [];
  for (const run of runs) {
    const last = row.at(-1);
    if (last && !apart(last, run)) extend(last, run);
    else
      row.push({
        x0: run.x,
        x1: run.x + run.width,
        y: run.y,
        size: run.size,
        text: run.text,
        runs: [run],
        page: run.page,
      });
  }
  return row;
}

function apart(last: Segment, run: PdfRun): boolean {
  const gap = run.x - last.x1;
  const em = Math.max(last.size, run.size);
  if (gap <= 0.5 * em) return false;
  if (/^(?:CỘNG H(?:ÒA|OÀ|ÕA)|Độc lập\s*-)/.test(run.text)) return true;
  if (gap <= WIDE_GAP * em) return false;
  // A number and its text are set apart by a tab: one line all the same.
  return !isLabel(last.text) || gap > 6 * em;
}

function isLabel(text: string): boolean {
  return text.length <= 8 && splitLabel(`${text.trim()} Xx`).text === 'Xx';
}

function extend(segment: Segment, run: PdfRun): void {
  const gap = run.x - segment.x1;
  const blank = gap > WORD_GAP * run.size && !/\s$/.test(segment.text) && !/^\s/.test(run.text);
  segment.text += (blank ? ' ' : '') + run.text;
  segment.x1 = Math.max(segment.x1, run.x + run.width);
  // The tallest letters give the line its height; indices do not.
  if (run.size > segment.size) {
    segment.size = run.size;
    segment.y = run.y;
  }
  segment.runs.push(run);
}

/** Joins the segments of a line into one (tabbed lines that are no columns). */
export function mergeRow(row: Row): Segment {
  const [first, ...rest] = row;
  const merged: Segment = { ...first!, runs: [...first!.runs] };
  for (const segment of rest) {
    merged.text = `${merged.text.trimEnd()} ${segment.text.trimStart()}`;
    merged.x1 = Math.max(merged.x1, segment.x1);
    merged.size = Math.max(merged.size, segment.size);
    merged.runs.push(...segment.runs);
  }
  return merged;
}
