import type { Box, PdfRule } from './pdf-types.ts';

/** A ruled table: its cells with their merges. Positions in points. */
export interface Grid {
  box: Box;
  xs: number[];
  ys: number[];
  cells: (Box & { row: number; col: number; rowSpan: number; colSpan: number })[];
}

interface Line {
  /** Position across the line. */
  at: number;
  from: number;
  to: number;
}

/** Lines this near are one (borders drawn twice, hair by hair). */
const NEAR = 3;
const REACH = 4;
/** A page with more lines is a drawing; then only long ones can be a table's. */
const MANY = 3000;
const LONG = 20;
const MOST_FIELDS = 20_000;

/** Finds the ruled tables of a page. @param area size of the page, so that page frames are told from tables */
export function findGrids(rules: readonly PdfRule[], area: { width: number; height: number }): Grid[] {
  const lines =
    rules.length > MANY ? rules.filter((rule) => Math.max(rule.width, rule.height) > LONG).slice(0, MANY) : rules;
  const horizontal = mergeLines(lines.filter((rule) => rule.width >= rule.height && rule.width > NEAR).map(flat));
  const vertical = mergeLines(lines.filter((rule) => rule.height > rule.width && rule.height > NEAR).map(steep));
  return components(horizontal, vertical)
    .map((part) => buildGrid(part.horizontal, part.vertical))
    .filter((grid): grid is Grid => grid !== null && !isFrame(grid, area))
    .sort((a, b) => a.box.y0 - b.box.y0);
}

function flat(rule: PdfRule): Line {
  return { at: rule.y + rule.height / 2, from: rule.x, to: rule.x + rule.width };
}

function steep(rule: PdfRule): Line {
  return { at: rule.x + rule.width / 2, from: rule.y, to: rule.y + rule.height };
}

/** Joins collinear pieces (a border is drawn cell by cell). */
function mergeLines(lines: Line[]): Line[] {
  const sorted = [...lines].sort((a, b) => a.at - b.at || a.from - b.from);
  const out: Line[] = [];
  for (const line of sorted) {
    const same = out.findLast(
      (other) => line.at - other.at <= 1.2 && line.from <= other.to + 2.5 && line.to >= other.from - 2.5,
    );
    if (same) {
      same.from = Math.min(same.from, line.from);
      same.to = Math.max(same.to, line.to);
    } else out.push({ ...line });
  }
  return out;
}

interface Part {
  horizontal: Line[];
  vertical: Line[];
}

/** Lines that touch, directly or through others, belong to one table. */
function components(horizontal: Line[], vertical: Line[]): Part[] {
  const parts: Part[] = [];
  const left = new Set<Line>([...horizontal, ...vertical]);
  const isFlat = new Set(horizontal);
  for (const start of horizontal) {
    if (!left.delete(start)) continue;
    const part: Part = { horizontal: [], vertical: [] };
    const queue = [start];
    for (let line = queue.pop(); line; line = queue.pop()) {
      const flatLine = isFlat.has(line);
      (flatLine ? part.horizontal : part.vertical).push(line);
      for (const other of flatLine ? vertical : horizontal) {
        if (left.has(other) && crosses(line, other)) {
          left.delete(other);
          queue.push(other);
        }
      }
    }
    parts.push(part);
  }
  return parts;
}

function crosses(a: Line, b: Line): boolean {
  return b.at >= a.from - REACH && b.at <= a.to + REACH && a.at >= b.from - REACH && a.at <= b.to + REACH;
}

function buildGrid(horizontal: Line[], vertical: Line[]): Grid | null {
  if (horizontal.length === 0 || vertical.length === 0) return null;
  closeOpenSides(horizontal, vertical);
  const ys = cluster(horizontal.map((line) => line.at));
  const xs = cluster(vertical.map((line) => line.at));
  if (xs.length < 2 || ys.length < 2 || xs.length * ys.length > MOST_FIELDS) return null;
  const cells = mergeCells(xs, ys, horizontal, vertical);
  return { box: { x0: xs[0]!, y0: ys[0]!, x1: xs.at(-1)!, y1: ys.at(-1)! }, xs, ys, cells };
}

/** Tables without outer lines, and rows that go on behind the page end: the lines that cross show where the edge is. */
function closeOpenSides(horizontal: Line[], vertical: Line[]): void {
  const span = (lines: Line[]) => ({
    from: Math.min(...lines.map((l) => l.from)),
    to: Math.max(...lines.map((l) => l.to)),
  });
  const across = span(horizontal);
  const down = span(vertical);
  const ends = (lines: Line[]) => ({
    first: Math.min(...lines.map((l) => l.at)),
    last: Math.max(...lines.map((l) => l.at)),
  });
  const x = ends(vertical);
  const y = ends(horizontal);
  const margin = 9;
  if (across.from < x.first - margin) vertical.push({ at: across.from, ...down });
  if (across.to > x.last + margin) vertical.push({ at: across.to, ...down });
  if (down.from < y.first - margin) horizontal.push({ at: down.from, ...across });
  if (down.to > y.last + margin) horizontal.push({ at: down.to, ...across });
}

function cluster(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const groups: number[][] = [];
  for (const value of sorted) {
    const last = groups.at(-1);
    if (last && value - last[0]! <= NEAR) last.push(value);
    else groups.push([value]);
  }
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length);
}

/** Grid fields without a line between them are one cell. */
function mergeCells(xs: number[], ys: number[], horizontal: Line[], vertical: Line[]): Grid['cells'] {
  const rows = ys.length - 1;
  const cols = xs.length - 1;
  const owner = Array.from({ length: rows * cols }, (_, i) => i);
  const find = (i: number): number => (owner[i] === i ? i : find(owner[i]!));
  const join = (a: number, b: number) => {
    owner[find(b)] = find(a);
  };
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) {
      const at = r * cols + c;
      if (c + 1 < cols && !hasLine(vertical, xs[c + 1]!, (ys[r]! + ys[r + 1]!) / 2)) join(at, at + 1);
      if (r + 1 < rows && !hasLine(horizontal, ys[r + 1]!, (xs[c]! + xs[c + 1]!) / 2)) join(at, at + cols);
    }
  }
  return boxesOf(
    owner.map((_, i) => find(i)),
    cols,
    xs,
    ys,
  );
}

function hasLine(lines: Line[], at: number, through: number): boolean {
  return lines.some((line) => Math.abs(line.at - at) <= NEAR && line.from <= through && line.to >= through);
}

function boxesOf(owners: number[], cols: number, xs: number[], ys: number[]): Grid['cells'] {
  const spans = new Map<number, { r0: number; r1: number; c0: number; c1: number }>();
  owners.forEach((owner, i) => {
    const [r, c] = [Math.floor(i / cols), i % cols];
    const span = spans.get(owner) ?? { r0: r, r1: r, c0: c, c1: c };
    spans.set(owner, {
      r0: Math.min(span.r0, r),
      r1: Math.max(span.r1, r),
      c0: Math.min(span.c0, c),
      c1: Math.max(span.c1, c),
    });
  });
  return [...spans.values()].map(({ r0, r1, c0, c1 }) => ({
    row: r0,
    col: c0,
    rowSpan: r1 - r0 + 1,
    colSpan: c1 - c0 + 1,
    x0: xs[c0]!,
    x1: xs[c1 + 1]!,
    y0: ys[r0]!,
    y1: ys[r1 + 1]!,
  }));
}

/** One cell around most of the page is a decorated edge. */
function isFrame(grid: Grid, area: { width: number; height: number }): boolean {
  const { x0, x1, y0, y1 } = grid.box;
  return grid.cells.length === 1 && (x1 - x0) * (y1 - y0) > area.width * area.height * 0.45;
}
