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
  return groups.map((group) => toSegments(group).flatMap(splitNational)).sort((a, b) => a[0]!.y - b[0]!.y);
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
    else row.push(openSegment(run));
  }
  return row;
}

function apart(last: Segment, run: PdfRun): boolean {
  const gap = run.x - last.x1;
  const em = Math.max(last.size, run.size);
  if (gap <= 0.5 * em) return false;
  if (gap <= WIDE_GAP * em) return false;
  // Blanks left for the number and the day are part of the line.
  if (gap < 12 * em && (/^(?:\/|tháng\s|năm\s)/.test(run.text) || /(?:^|\s)(?:ngày|tháng)\s*$/.test(last.text)))
    return false;
  // A number and its text are set apart by a tab: one line all the same.
  return !isLabel(last.text) || gap > 6 * em;
}

/** The national title and motto always stand in a column of their own, however near the text at their left. */
const NATIONAL = /(?<=\S\s*)(?:CỘNG\s+H(?:ÒA|OÀ|ÕA)\s+XÃ|Độc\s+lập\s*-\s*Tự\s+do)/;

function splitNational(segment: Segment): Segment[] {
  const found = NATIONAL.exec(segment.text.normalize('NFC'));
  if (!found) return [segment];
  let text = '';
  for (let i = 1; i < segment.runs.length; i++) {
    text += segment.runs[i - 1]!.text;
    if (text.replace(/\s/g, '').length >= segment.text.slice(0, found.index).replace(/\s/g, '').length) {
      return cutSegment(segment, i);
    }
  }
  return [segment];
}

/** Two segments of the runs before and from position `at`. */
function cutSegment(segment: Segment, at: number): Segment[] {
  return [segment.runs.slice(0, at), segment.runs.slice(at)].flatMap((runs) => {
    const [first, ...rest] = runs;
    if (!first) return [];
    const part: Segment = { ...openSegment(first) };
    for (const run of rest) extend(part, run);
    return [part];
  });
}

/** Cuts a segment at a gutter that other lines show, where no run crosses it. */
export function splitAtGutter(segment: Segment, gutter: number): Segment[] {
  const at = segment.runs.findIndex((run, i) => {
    const before = segment.runs[i - 1];
    return (
      before !== undefined &&
      before.x + before.width <= gutter + 6 &&
      run.x >= gutter - 6 &&
      run.x - before.x - before.width > 0.3 * run.size
    );
  });
  return at > 0 ? cutSegment(segment, at) : [segment];
}

function openSegment(run: PdfRun): Segment {
  return { x0: run.x, x1: run.x + run.width, y: run.y, size: run.size, text: run.text, runs: [run], page: run.page };
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
