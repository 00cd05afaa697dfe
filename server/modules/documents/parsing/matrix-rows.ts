import type { BlockSpan } from '#lib/plan-draft.ts';
import { foldLetters } from './fold.ts';
import type { Grid, GridCell } from './grid.ts';
import type { Column } from './lexicon/columns.ts';
import type { Piece } from './lines.ts';
import { isMarked, type PeriodColumn } from './periods.ts';

/** A cell of a month's or quarter's column that is not empty. */
export interface PeriodMark extends PeriodColumn, Piece {}

/** One row of a matrix after merges are copied down and page breaks are undone. */
export interface MatrixRow {
  no: string | null;
  cells: Map<Column, Piece>;
  /** Heading row it stands under ("I. Công tác chỉ đạo"), and the time such a row names ("Tháng 9/2025"). */
  group: string | null;
  groupTime: string;
  marks: PeriodMark[];
  spans: BlockSpan[];
}

interface OpenRow {
  no: string;
  /** Text printed in this row, by column; nothing where the cell is empty. */
  own: Map<Column, Piece>;
  /** What vertical merges bring from above. */
  merged: Map<Column, Piece>;
  marks: PeriodMark[];
  group: string | null;
  groupTime: string;
}

/** Columns whose empty cells repeat what stands above while the row goes on with the same content. */
const REPEATS: Column[] = ['time', 'theme', 'content', 'duty', 'area', 'lead', 'coordinating', 'channel'];

export function glueRows(grid: Grid): MatrixRow[] {
  const rows: OpenRow[] = [];
  let group: string | null = null;
  let groupTime = '';
  for (const cells of grid.rows) {
    const open = openRow(grid, cells, group, groupTime);
    if (open.own.size === 0 && open.no === '' && open.marks.length === 0) continue;
    const heading = groupHeading(grid, cells, open);
    if (heading !== null) {
      const time = /\b(?:thang|quy|tuan|hoc ky)\b/.test(foldLetters(heading));
      groupTime = time ? heading : groupTime;
      group = heading;
    } else if (continuesRow(grid, open, rows.at(-1))) append(rows, open);
    else rows.push(open);
  }
  return inherit(rows).filter((row) => row.cells.size > 0 && !isTotal(row));
}

function openRow(grid: Grid, cells: GridCell[], group: string | null, groupTime: string): OpenRow {
  const own = new Map<Column, Piece>();
  const merged = new Map<Column, Piece>();
  const marks: PeriodMark[] = [];
  let no = '';
  cells.forEach((cell, i) => {
    const column = grid.columns[i];
    if (!column || cell.text === '') return;
    if (column === 'period') {
      marks.push({ ...grid.periods[i]!, text: cell.text, spans: cell.spans });
      return;
    }
    if (column === 'no') {
      if (cell.own) no = cell.text.replace(/[.\s)]+$/, '');
      return;
    }
    const target = cell.own ? own : merged;
    const known = target.get(column);
    if (!known) target.set(column, { text: cell.text, spans: cell.spans });
    else if (known.text !== cell.text)
      target.set(column, { text: `${known.text}\n${cell.text}`, spans: [...known.spans, ...cell.spans] });
  });
  return { no, own, merged, marks, group, groupTime };
}

/** A row that is one text over (nearly) all columns, or a Roman number or letter with a title and nothing else. */
function groupHeading(grid: Grid, cells: GridCell[], open: OpenRow): string | null {
  const filled = cells.filter((cell, i) => cell.text !== '' && cell.own && grid.columns[i] !== 'no');
  const distinct = [...new Set(filled.map((cell) => cell.cell))];
  const others = grid.columns.filter((column) => column !== 'no').length;
  const wide = distinct.length === 1 && distinct[0] && distinct[0].colSpan >= Math.max(2, others - 1);
  if (wide) return filled[0]!.text;
  const texts = [...open.own.values()];
  const content = open.own.get('content') ?? open.own.get('theme') ?? open.own.get('duty') ?? open.own.get('time');
  const lonely = texts.length === 1 && content === texts[0] && open.merged.size === 0 && open.marks.length === 0;
  if (!lonely || grid.columns.filter((column) => column !== null).length < 3) return null;
  const paras = distinct.flatMap((cell) => cell?.paras ?? []);
  const bold = paras.length > 0 && paras.every((para) => para.bold);
  return /^(?:[IVX]+|[A-H])$/.test(open.no) ||
    (bold && open.no !== '') ||
    (open.no === '' && /^(?:[IVX]+[.\s]|Tháng|Quý|Học kỳ|Học kì|HỌC KỲ|THÁNG|QUÝ)/u.test(content!.text))
    ? content!.text
    : null;
}

/** A page break cut the row above: no number, nobody who leads, no time, only the rest of a cell or two. */
function continuesRow(grid: Grid, open: OpenRow, above: OpenRow | undefined): boolean {
  if (!above || open.no !== '' || open.marks.length > 0) return false;
  const has = (column: Column) => grid.columns.includes(column);
  const keys: Column[] = (['lead', 'time', 'actor'] as Column[]).filter(has);
  if (keys.some((column) => open.own.has(column) || open.merged.has(column))) {
    return (
      [...open.own.values()].every((part) => /^[\p{Ll},;)]/u.test(part.text)) &&
      open.own.size > 0 &&
      !open.own.has('time')
    );
  }
  if (keys.length === 0) return has('no');
  const lower = [...open.own.values()].some((part) => /^[\p{Ll},;)]/u.test(part.text));
  const unfinished = [...open.own.keys()].some((column) => isUnfinished(above.own.get(column)?.text ?? ''));
  return has('no') || lower || unfinished;
}

const isUnfinished = (text: string): boolean =>
  /[,(–-]$/.test(text.trim()) || (text.match(/\(/g)?.length ?? 0) > (text.match(/\)/g)?.length ?? 0);

/** Puts the rest of each cell behind the last text above it in the same column. */
function append(rows: OpenRow[], open: OpenRow): void {
  for (const [column, part] of open.own) {
    const row = rows.findLast((candidate) => candidate.own.has(column)) ?? rows.at(-1)!;
    const known = row.own.get(column);
    row.own.set(column, known ? { text: `${known.text} ${part.text}`, spans: [...known.spans, ...part.spans] } : part);
  }
}

function inherit(rows: OpenRow[]): MatrixRow[] {
  const out: MatrixRow[] = [];
  for (const row of rows) {
    const above = out.at(-1);
    const cells = new Map([...row.merged, ...row.own]);
    const sameContent = row.no === '' && above !== undefined && !row.own.has('content') && !row.own.has('duty');
    for (const column of REPEATS) {
      if (cells.has(column) || row.no !== '' || !above) continue;
      const repeats = sameContent || column === 'time' || column === 'theme';
      const value = repeats ? above.cells.get(column) : undefined;
      if (value) cells.set(column, value);
    }
    const spans = [...row.own.values()].flatMap((part) => part.spans);
    out.push({
      no: row.no || null,
      cells,
      marks: row.marks.filter((mark) => isMarked(mark.text)),
      group: row.group,
      groupTime: row.groupTime,
      spans,
    });
  }
  return out;
}

const isTotal = (row: MatrixRow): boolean =>
  /^(?:tong cong|tong|cong)\s*:?$/.test(foldLetters(row.cells.get('content')?.text ?? row.no ?? ''));
