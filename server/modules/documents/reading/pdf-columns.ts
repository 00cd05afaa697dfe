import { mergeRow, type Row, splitAtGutter } from './pdf-lines.ts';
import type { Column } from './pdf-paragraphs.ts';
import type { Segment } from './pdf-types.ts';

/** Lines of one column in reading order. */
export interface Stream {
  lines: Segment[];
  column: Column;
}

const NATIONAL = /^\s*CỘNG\s+H(?:ÒA|OÀ|ÕA)\s|^\s*ĐẢNG CỘNG SẢN/;
const RECIPIENTS = /^\s*Nơi\s+(?:nhận|gửi)/i;

interface Region {
  from: number;
  to: number;
  gutter: number;
}

/** Splits the lines of a page (tables taken out) into streams: full-width text, and left then right where there are columns. */
export function toStreams(rows: Row[], body: Column): Stream[] {
  const regions = findRegions(rows, body);
  const streams: Stream[] = [];
  let at = 0;
  for (const region of regions) {
    push(streams, rows.slice(at, region.from).map(mergeRow), body);
    const parts = rows
      .slice(region.from, region.to)
      .flat()
      .flatMap((part) => splitAtGutter(part, region.gutter));
    const left = parts.filter((part) => centre(part) < region.gutter);
    const right = parts.filter((part) => centre(part) >= region.gutter);
    push(streams, left, narrowColumn(left, body.left - 8, region.gutter));
    push(streams, right, narrowColumn(right, Math.max(...left.map((part) => part.x1)), body.right));
    at = region.to;
  }
  push(streams, rows.slice(at).map(mergeRow), body);
  return streams;
}

/** Centred lines show their column by their middle and its nearer edge; others by their own outer edges. */
function narrowColumn(parts: Segment[], from: number, to: number): Column {
  const middles = parts.map(centre).sort((a, b) => a - b);
  const middle = middles[Math.floor(middles.length / 2)]!;
  const near = middles.filter((value) => Math.abs(value - middle) < 4).length;
  const look = { indented: false, narrow: true };
  if (near >= middles.length * 0.6) {
    const widest = Math.max(...parts.map((part) => part.x1 - part.x0)) / 2;
    const half = Math.max(widest, Math.min(middle - from, to - middle));
    return { ...look, left: middle - half, right: middle + half, centred: true };
  }
  return { ...look, left: Math.min(...parts.map((part) => part.x0)), right: Math.max(...parts.map((part) => part.x1)) };
}

function push(streams: Stream[], lines: Segment[], column: Column): void {
  if (lines.length > 0) streams.push({ lines: [...lines].sort((a, b) => a.y - b.y || a.x0 - b.x0), column });
}

function centre(part: Segment): number {
  return (part.x0 + part.x1) / 2;
}

function findRegions(rows: Row[], body: Column): Region[] {
  const found: Region[] = [];
  for (let i = 0; i < rows.length; i++) {
    const region = letterhead(rows, i, body) ?? signature(rows, i, body) ?? pairedRows(rows, i);
    if (!region || region.to <= i) continue;
    found.push(region);
    i = region.to - 1;
  }
  return found;
}

/** The national title stands at the right of the issuing body, in the first lines of a page. */
function letterhead(rows: Row[], start: number, body: Column): Region | null {
  const national = rows.slice(start, start + 5).findIndex((row) => row.some((part) => NATIONAL.test(part.text)));
  if (national < 0 || start > 12) return null;
  const title = rows[start + national]!.find((part) => NATIONAL.test(part.text))!;
  if (title.x0 < body.left + (body.right - body.left) * 0.25) return null;
  return grow(rows, start, title.x0 - 2, body, start + national);
}

/** Recipients at the left, the signer at the right; the signer's first line may stand a little higher. */
function signature(rows: Row[], start: number, body: Column): Region | null {
  const ahead = rows.slice(start, start + 4).findIndex((row) => row.some((part) => RECIPIENTS.test(part.text)));
  if (ahead < 0) return null;
  const block = rows.slice(start + ahead);
  const heading = block[0]!.find((part) => RECIPIENTS.test(part.text))!;
  const middle = (body.left + body.right) / 2;
  if (heading.x0 > middle) return null;
  const rights = block.flatMap((row) => (row.length > 1 ? row.slice(1) : row.filter((part) => part.x0 > middle)));
  if (rights.length === 0) return null;
  const gutter = Math.min(...rights.map((part) => part.x0)) - 2;
  const before = rows.slice(start, start + ahead);
  if (before.some((row) => row.some((part) => part.x0 < gutter))) return null;
  return grow(rows, start, gutter, body, start + ahead);
}

/** Takes rows into the region as long as nothing crosses the gutter or stands centred on the page. */
function grow(rows: Row[], start: number, gutter: number, body: Column, atLeast: number): Region | null {
  let to = start;
  while (to < rows.length) {
    const row = rows[to]!.flatMap((part) => splitAtGutter(part, gutter));
    if (row.some((part) => part.x0 < gutter - 4 && part.x1 > gutter + 14)) break;
    if (to > atLeast && row.length === 1 && isMiddle(row[0]!, body) && isApart(rows, to)) break;
    to++;
  }
  const parts = rows.slice(start, to).flat();
  const both = parts.some((part) => centre(part) < gutter) && parts.some((part) => centre(part) >= gutter);
  return to > atLeast && both ? { from: start, to, gutter } : null;
}

function isMiddle(part: Segment, body: Column): boolean {
  return Math.abs(centre(part) - (body.left + body.right) / 2) < 10;
}

function isApart(rows: Row[], at: number): boolean {
  const above = rows[at - 1]?.[0];
  return !above || rows[at]![0]!.y - above.y > rows[at]![0]!.size * 1.1;
}

/** Other texts side by side, such as two signers: lines with a common empty strip between two parts. */
function pairedRows(rows: Row[], start: number): Region | null {
  if (rows[start]!.length !== 2) return null;
  let low = rows[start]![0]!.x1;
  let high = rows[start]![1]!.x0;
  let to = start + 1;
  for (let i = start + 1; i < rows.length; i++) {
    const row = rows[i]!;
    const crossing = row.length === 1 && row[0]!.x0 < high && row[0]!.x1 > low;
    const [nextLow, nextHigh] =
      row.length === 2 ? [Math.max(low, row[0]!.x1), Math.min(high, row[1]!.x0)] : [low, high];
    if (crossing || row.length > 2 || nextHigh - nextLow < 6) break;
    [low, high] = [nextLow, nextHigh];
    // A single line only belongs here when a pair follows.
    if (row.length === 2) to = i + 1;
  }
  return { from: start, to, gutter: (low + high) / 2 };
}
