import type { TextLine } from './text-lines.ts';
import type { TextCell, TextTable } from './text-tables.ts';

/** A stretch of print between gaps of two and more blanks. */
interface Segment {
  from: number;
  to: number;
}

/** Columns of blanks that run down between the cells: [from, to). */
type River = [number, number];

const SECTION = /^\s*(?:[IVX]{1,5}|[A-HĐ])\s?[./)-]\s*\p{L}/u;
const MAX_LINES = 2_000;
const MAX_WIDTH = 400;
const LOOK_AHEAD = 8;

/**
 * A table whose columns are kept apart by blanks alone, as a page printed to text shows it: the header has three or
 * more words with gaps, and the gaps run on down the lines below it.
 * @param source the text that the offsets of the lines count in
 */
export function alignedTable(lines: readonly TextLine[], at: number, source: string): TextTable | null {
  if (isLong(lines[at]!)) return null;
  const header = printed(lines[at]!, source);
  if (!isWhole(lines[at]!, header)) return null;
  if (header.includes('\t') || header.includes('|') || SECTION.test(header)) return null;
  const first = segmentsIn(header);
  if (first.length < 3 || header.trim().length > 160) return null;
  const { rivers, next } = runDown(lines, at, source, first);
  const body = lines.slice(at + 1, next).map((line) => ({ line, text: printed(line, source) }));
  const several = body.filter(({ text }) => segmentsIn(text).length >= 2).length;
  if (several < 2 || several < body.filter(({ text }) => text.trim() !== '').length / 3) return null;
  const rows = rowsOf([{ line: lines[at]!, text: header }, ...body], rivers);
  return rows.length < 2
    ? null
    : { rows, cols: rivers.length + 1, from: lines[at]!.from, to: lines[next - 1]!.to, next };
}

const isLong = (line: TextLine): boolean => line.to - line.from > MAX_WIDTH;

/** False for half of a line that was printed in two columns. */
const isWhole = (line: TextLine, text: string): boolean =>
  line.text.replace(/\s+/g, ' ').trim() === text.replace(/\s+/g, ' ').trim();

const printed = (line: TextLine, source: string): string => source.slice(line.from, line.to).replaceAll('\u00a0', ' ');

const segmentsIn = (text: string): Segment[] =>
  [...text.matchAll(/\S+(?: \S+)*/g)].map((match) => ({ from: match.index, to: match.index + match[0].length }));

/** How far the gaps of the header run down, and how narrow the lines below make them. */
function runDown(lines: readonly TextLine[], at: number, source: string, first: readonly Segment[]) {
  let rivers: River[] = first.slice(1).map((segment, i) => [first[i]!.to, segment.from]);
  let next = at + 1;
  let end = next;
  for (; next < Math.min(lines.length, at + MAX_LINES); next++) {
    if (isLong(lines[next]!)) break;
    const text = printed(lines[next]!, source);
    if (text.trim() === '' || lines[next]!.pageBreak) {
      if (next - end >= LOOK_AHEAD) break;
      continue;
    }
    if (text.includes('\t') || SECTION.test(text)) break;
    const narrower = rivers.map((river) => narrowed(river, text));
    if (narrower.some(([from, to]) => to - from < 1)) break;
    rivers = narrower;
    end = next + 1;
  }
  return { rivers, next: end };
}

/** What a line leaves blank of a river; of several blank stretches the widest. A gap of one blank is enough below the header. */
function narrowed([from, to]: River, text: string): River {
  let best: River = [from, from];
  const within = text.slice(from, to).padEnd(to - from);
  for (const blank of within.matchAll(/ +/g))
    if (blank[0].length > best[1] - best[0]) best = [from + blank.index, from + blank.index + blank[0].length];
  return best;
}

interface Printed {
  line: TextLine;
  text: string;
}

/** A row starts where its first cell does; where blank lines part the rows, everything between two of them is one. */
function rowsOf(lines: readonly Printed[], rivers: readonly River[]): TextCell[][] {
  const groups: (Printed & { cells: string[] })[][] = [[]];
  for (const one of lines) {
    if (one.text.trim() === '') groups.push([]);
    else groups.at(-1)!.push({ ...one, cells: cellsOf(one.text, rivers) });
  }
  const full = groups.filter((group) => group.length > 0);
  const parted = full.length > 2 && full.every((group) => group.filter(({ cells }) => cells[0] !== '').length <= 1);
  const all = full.flat();
  const widths = all[0]!.cells.map((_, i) => Math.max(...all.map(({ cells }) => cells[i]!.length)));
  const rows = new Rows(widths);
  for (const group of full) {
    group.forEach(({ line, cells }, i) => {
      const opens = parted ? i === 0 && group.some((one) => one.cells[0] !== '') : rows.opensRow(cells);
      rows.add(cells, line, opens);
    });
  }
  return rows.list;
}

function cellsOf(text: string, rivers: readonly River[]): string[] {
  const cuts = [0, ...rivers.map(([from, to]) => Math.ceil((from + to) / 2)), text.length];
  return cuts.slice(1).map((to, i) => text.slice(cuts[i], to).replace(/\s+/g, ' ').trim());
}

/** "9/2023" and "10/2023" are of one kind. */
const shape = (text: string): string => text.replace(/\d+/g, '0').replace(/\p{L}+/gu, 'a');

const BULLET = /^(?:[-–+•*]|\d{1,2}[.)])\s/;

/** Rows while they grow, with the line printed last in each column. */
class Rows {
  readonly list: TextCell[][] = [];
  private above: string[] = [];
  private readonly widths: readonly number[];

  constructor(widths: readonly number[]) {
    this.widths = widths;
  }

  /** A first cell like the one above it opens a row; else a line of which nothing goes on a line that was full. */
  opensRow(cells: readonly string[]): boolean {
    const first = cells[0]!;
    if (/^\d{1,3}\.?$/.test(first) || (first !== '' && shape(first) === shape(this.above[0] ?? ''))) return true;
    const printed = cells.filter((text) => text !== '').length;
    return (first !== '' || printed >= 2) && cells.every((text, column) => text === '' || this.isFresh(text, column));
  }

  add(cells: readonly string[], line: TextLine, opens: boolean): void {
    if (opens || this.list.length === 0) {
      this.list.push(cells.map(() => ({ lines: [] })));
      this.above = cells.map(() => '');
    }
    const row = this.list.at(-1)!;
    cells.forEach((text, column) => {
      if (text === '') return;
      const last = row[column]!.lines.at(-1);
      if (!last || BULLET.test(text) || this.isFresh(text, column))
        row[column]!.lines.push({ text, from: line.from, to: line.to });
      else {
        last.text += ` ${text}`;
        last.to = line.to;
      }
      this.above[column] = text;
    });
  }

  /** The first word would have fitted on the line above, so the break before it is the author's. */
  private isFresh(text: string, column: number): boolean {
    const above = this.above[column] ?? '';
    const fitted = above.length + 1 + text.split(' ')[0]!.length < this.widths[column]!;
    return (above === '' || fitted || this.list.length === 1) && /^["“(]?[\p{Lu}\d]|^[-–+•*]\s/u.test(text);
  }
}
