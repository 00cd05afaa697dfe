import type { BlockSpan, DraftCount, DraftTime } from '#lib/plan-draft.ts';
import { type Abbreviation, resolveUnit } from './abbreviations.ts';
import { findCounts } from './counts.ts';
import { foldLetters } from './fold.ts';
import type { Grid } from './grid.ts';
import type { Column } from './lexicon/columns.ts';
import type { Piece } from './lines.ts';
import { glueRows, type MatrixRow } from './matrix-rows.ts';
import { readTime, type YearSense } from './time.ts';
import { splitUnits } from './units.ts';

export interface Activity {
  no: string | null;
  content: Piece;
  product: Piece;
  theme: string | null;
  counts: DraftCount[];
  leadUnits: string[];
  coordinatingUnits: string[];
  time: DraftTime;
  budget: string | null;
  channel: Piece | null;
  spans: BlockSpan[];
  sure: number;
}

/** The rows of an activity matrix. */
export function readMatrix(grid: Grid, years: YearSense | null, known: readonly Abbreviation[]): Activity[] {
  const hits = grid.columns.filter((column) => column !== null).length;
  const timeHeader = foldLetters(grid.headers[grid.columns.indexOf('time')] ?? '');
  const unit = /^(?:thang|quy)\b/.exec(timeHeader)?.[0] ?? '';
  return glueRows(grid).map((row) => activityOf(row, { years, unit }, known, hits >= 4 ? 0.93 : 0.8));
}

interface TimeSense {
  years: YearSense | null;
  /** 'thang' or 'quy' where the header says what the bare numbers below it are. */
  unit: string;
}

function timeOf(text: string, years: YearSense | null, unit: string): DraftTime {
  const bare = unit !== '' && /^\s*(?:\d{1,2}|[IVX]+)(?![\d/]*\/\d{1,2}\/)/.test(text);
  return bare ? { ...readTime(`${unit} ${text}`, years), text: text.trim() } : readTime(text, years);
}

const none: Piece = { text: '', spans: [] };

function activityOf(
  row: MatrixRow,
  { years, unit }: TimeSense,
  known: readonly Abbreviation[],
  sure: number,
): Activity {
  const cell = (column: Column): Piece => row.cells.get(column) ?? none;
  const content = firstOf(cell('content'), cell('duty'), cell('area'), cell('theme'), cell('solution'));
  const product = cell('product').text !== '' ? cell('product') : cell('detail');
  const lead = leadOf(cell('lead').text !== '' ? cell('lead').text : cell('actor').text);
  const units = (text: string) => splitUnits(text).map((unit) => resolveUnit(unit, known));
  return {
    no: row.no,
    content,
    product,
    theme: cell('theme').text || row.group || null,
    counts: countsOf(product.text || content.text, cell('count').text),
    leadUnits: units(lead.lead),
    coordinatingUnits: [...units(lead.coordinating), ...units(cell('coordinating').text)],
    time: timeOf(cell('time').text || row.groupTime, years, unit),
    budget: cell('budget').text || null,
    channel: cell('channel').text === '' ? null : cell('channel'),
    spans: row.spans,
    sure,
  };
}

const firstOf = (...pieces: Piece[]): Piece => pieces.find((part) => part.text !== '') ?? none;

/** "Chủ trì: A; phối hợp: B" in one cell. */
function leadOf(text: string): { lead: string; coordinating: string } {
  const match =
    /^(?:(?:đơn vị )?chủ trì\s*:?\s*)?(.+?)[;,.\n]\s*(?:đơn vị )?phối hợp(?: với| cùng)?\s*:?\s*(.+)$/isu.exec(text);
  if (match) return { lead: match[1]!, coordinating: match[2]! };
  return { lead: text.replace(/^(?:đơn vị )?chủ trì\s*:\s*/iu, ''), coordinating: '' };
}

function countsOf(product: string, count: string): DraftCount[] {
  const found = findCounts(product).map(({ count: number, unit }) => ({ count: number, unit }));
  if (found.length > 0 || count === '') return found;
  const counted = findCounts(count);
  if (counted.length > 0) return counted.map(({ count: number, unit }) => ({ count: number, unit }));
  const number = Number(/^\D{0,10}(\d{1,4})\D*$/.exec(count)?.[1]);
  return number > 0
    ? [{ count: number, unit: count.replace(/^\D*\d+\s*/, '').trim() || product.split(/[,;(]/)[0]!.trim() }]
    : [];
}
