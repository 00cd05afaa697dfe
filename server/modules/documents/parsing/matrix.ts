import type { BlockSpan, DraftCount, DraftTime } from '#lib/plan-draft.ts';
import { type Abbreviation, resolveUnit } from './abbreviations.ts';
import { findCounts } from './counts.ts';
import type { Grid } from './grid.ts';
import type { Column } from './lexicon/columns.ts';
import type { Piece } from './lines.ts';
import { glueRows, type MatrixRow } from './matrix-rows.ts';
import { countsOf, type TimeSense, timeOf, timeSense } from './matrix-values.ts';
import type { YearSense } from './time.ts';
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
  const settled = settleFormColumn(grid);
  const sense = timeSense(grid, years);
  return glueRows(settled).map((row) => activityOf(row, sense, known, hits >= 4 ? 0.93 : 0.8));
}

const none: Piece = { text: '', spans: [] };

/** "Hình thức" is the product where its cells count pieces ("03 tin, 01 video"), else it says where and how. */
export function settleFormColumn(grid: Grid): Grid {
  const at = grid.columns.indexOf('form');
  if (at < 0) return grid;
  const cells = grid.rows.map((row) => row[at]?.text ?? '').filter((text) => text !== '');
  const counted = cells.filter((text) => findCounts(text).length > 0).length;
  const product = !grid.columns.includes('product') && counted >= Math.max(1, cells.length / 2);
  return {
    ...grid,
    columns: grid.columns.map((column) => (column === 'form' ? (product ? 'product' : 'channel') : column)),
  };
}

function activityOf(row: MatrixRow, sense: TimeSense, known: readonly Abbreviation[], sure: number): Activity {
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
    counts: countsOf(
      {
        product: product.text || content.text,
        count: cell('count').text,
        unit: cell('unit').text,
        total: cell('total').text,
      },
      row.marks,
    ),
    leadUnits: units(lead.lead),
    coordinatingUnits: [...units(lead.coordinating), ...units(cell('coordinating').text)],
    time: timeOf(cell('time').text || row.groupTime, row.marks, sense),
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
