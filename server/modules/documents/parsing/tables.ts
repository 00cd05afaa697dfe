import type { BlockSpan } from '#lib/plan-draft.ts';
import type { Table } from '../reading/blocks.ts';
import type { Area } from './areas.ts';
import type { Responsibility } from './duties.ts';
import { type Grid, type GridCell, plainRows, readGrid } from './grid.ts';
import type { Column } from './lexicon/columns.ts';
import type { Role } from './lexicon/sections.ts';
import type { Entry, Piece } from './lines.ts';
import { type Node, walk } from './node.ts';
import type { Aim } from './purposes.ts';
import type { Solution } from './solutions.ts';
import { splitUnits } from './units.ts';

export type TableKind = 'activities' | 'duties' | 'areas' | 'aims' | 'solutions' | 'budget' | 'other';

export interface TableFound {
  kind: TableKind;
  grid: Grid;
  node: Node;
}

/** Every table of the plan with what its rows are; a table that goes on after a page joins the one before it. */
export function findTables(root: Node, annex: readonly Entry[], annexNode: Node): TableFound[] {
  const found: TableFound[] = [];
  for (const node of walk(root)) for (const table of tablesIn(node.body)) add(found, table, node);
  for (const table of tablesIn(root.body)) add(found, table, root);
  for (const table of tablesIn(annex)) add(found, table, annexNode);
  return found;
}

const tablesIn = (entries: readonly Entry[]): Table[] =>
  entries.flatMap((entry) => (entry.kind === 'table' ? [entry.table] : []));

function add(found: TableFound[], table: Table, node: Node): void {
  const grid = readGrid(table);
  const last = found.at(-1);
  if (grid) found.push({ kind: kindOf(grid, node.role), grid, node });
  else if (last && last.node === node && table.cols === last.grid.columns.length)
    last.grid.rows.push(...plainRows(table));
}

function kindOf(grid: Grid, role: Role | null): TableKind {
  const has = (column: Column) => grid.columns.includes(column);
  const at = (column: Column) => grid.columns.indexOf(column);
  const body = [at('duty'), at('content')].filter((i) => i >= 0);
  if (has('price')) return 'budget';
  const actorFirst = (column: Column) => has(column) && body.length > 0 && at(column) < Math.min(...body);
  if (has('purpose') || has('requirement')) return 'aims';
  if ((role === 'purpose' || role === 'requirement') && !has('time')) return 'aims';
  if (actorFirst('actor') && (has('duty') || role === 'duty') && !has('product')) return 'duties';
  if (role === 'duty' && actorFirst('lead') && !has('time') && !has('product')) return 'duties';
  const dated = has('time') || has('product') || has('form') || has('count') || has('period');
  if (!dated && (role === 'content' || (has('area') && body.length > 0))) return 'areas';
  if (!dated && (has('solution') || role === 'solution')) return 'solutions';
  const what = has('content') || has('theme') || has('duty') || has('area') || has('solution') || has('product');
  return what && (dated || has('lead') || has('coordinating')) ? 'activities' : 'other';
}

const cellAt = (grid: Grid, row: GridCell[], column: Column): GridCell | null =>
  row[grid.columns.indexOf(column)] ?? null;
const pieceOf = (cell: GridCell | null): Piece => ({ text: cell?.text ?? '', spans: cell?.spans ?? [] });

/** "TT | Đơn vị | Nhiệm vụ": a merged or repeated name goes on with the duties above. */
export function dutiesOfTable({ grid }: TableFound): Responsibility[] {
  const found: Responsibility[] = [];
  const actorColumn: Column = grid.columns.includes('actor') ? 'actor' : 'lead';
  for (const row of grid.rows) {
    const actor = cellAt(grid, row, actorColumn);
    const duty = cellAt(grid, row, 'duty') ?? cellAt(grid, row, 'content');
    const same = !actor?.own || actor.text === '' || actor.text === found.at(-1)?.actor?.text;
    if (!same || found.length === 0)
      found.push({ actor: actor?.text ? pieceOf(actor) : null, parent: null, duties: [], sure: 0.9 });
    if (duty?.own && duty.text !== '')
      found.at(-1)!.duties.push(...parasOf(duty).map((part) => ({ piece: part, line: null })));
  }
  return found.filter((responsibility) => responsibility.duties.length > 0);
}

/** Each paragraph of a cell with a bullet or number is an item; running text stays whole. */
function parasOf(cell: GridCell): Piece[] {
  const paras = cell.cell?.paras.filter((para) => para.text !== '') ?? [];
  const listed = paras.length > 1 && paras.filter((para) => para.label !== null).length >= paras.length / 2;
  if (!listed) return [pieceOf(cell)];
  return paras.map((para) => ({ text: para.text, spans: [{ block: para.id, from: 0, to: para.text.length }] }));
}

export function areasOfTable({ grid }: TableFound): Area[] {
  const has = (column: Column) => grid.columns.includes(column);
  const content: Column = has('content') ? 'content' : 'duty';
  const text: Column = has('detail') ? 'detail' : content;
  const topics = (['area', 'theme'] as const).filter(has);
  const title = topics[0] ?? (has('detail') ? content : null);
  return grid.rows.map((row) => areaOf(grid, row, text, title)).filter((area) => area.text.text !== '');
}

function areaOf(grid: Grid, row: GridCell[], text: Column, title: Column | null): Area {
  const words = (column: Column): string => cellAt(grid, row, column)?.text ?? '';
  const named = title ? pieceOf(cellAt(grid, row, title)) : null;
  return {
    number: words('no').replace(/[.\s)]+$/, '') || null,
    title: named?.text ? named : null,
    text: pieceOf(cellAt(grid, row, text)),
    items: [],
    focalUnits: splitUnits(words('lead') || words('actor')),
    coordinatingUnits: splitUnits(words('coordinating')),
    sure: 0.85,
  };
}

/** The cells that hold the text of a list in a table (aims, measures), with the column they stand in. */
function itemsOfTable({ grid }: TableFound, wanted: Column | null): Piece[] {
  const order: Column[] = wanted ? [wanted, 'content', 'detail', 'duty'] : ['solution', 'content', 'detail', 'duty'];
  const column = order.find((name) => grid.columns.includes(name));
  const at = column ? grid.columns.indexOf(column) : grid.columns.findLastIndex((name) => name !== 'no');
  return grid.rows.flatMap((row) => {
    const cell = row[at];
    return cell?.own && cell.text !== '' ? parasOf(cell) : [];
  });
}

export const tablesOf = (tables: readonly TableFound[], kind: TableKind): TableFound[] =>
  tables.filter((table) => table.kind === kind);

export function aimsOfTable(table: TableFound): Aim[] {
  const { columns } = table.grid;
  const kinds = (['purpose', 'requirement'] as const).filter((kind) => columns.includes(kind));
  const single = table.node.role === 'requirement' ? ('requirement' as const) : ('purpose' as const);
  const read = kinds.length > 0 ? kinds : [single];
  return read.flatMap((kind) =>
    itemsOfTable(table, kinds.length > 0 ? kind : null).map((found) => ({ piece: found, kind, sure: 0.85 })),
  );
}

export const solutionsOfTable = (table: TableFound): Solution[] =>
  itemsOfTable(table, null).map((found) => ({ piece: found, sure: 0.85 }));

export const gridSpans = (grid: Grid): BlockSpan[] => [
  ...grid.headSpans,
  ...grid.rows.flatMap((row) => row.flatMap((cell) => (cell.own ? cell.spans : []))),
];
