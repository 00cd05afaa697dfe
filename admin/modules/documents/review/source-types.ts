import type { OutputOf } from '#lib/contract.ts';
import type { reviewSource } from '#modules/documents/documents.contract.ts';
import type { PageGeometry } from './page-scale.ts';

/** One paragraph of the source, as the reader saw it. */
export interface Para {
  kind: 'para';
  id: number;
  text: string;
  label: string | null;
  level: number | null;
  bold: boolean;
  italic: boolean;
  centred: boolean;
  boldLead: number;
  italicSpans: [number, number][];
}

export interface Cell {
  row: number;
  col: number;
  rowSpan: number;
  colSpan: number;
  paras: Para[];
}

export interface Table {
  kind: 'table';
  id: number;
  rows: number;
  cols: number;
  cells: Cell[];
  headerRows: number;
}

export type Block = Para | Table;

export interface Source {
  format: string;
  blocks: Block[];
  pages: PageGeometry[] | null;
}

/** The contract leaves the shape of blocks and pages to the reader; here they get their types. */
export const sourceOf = (answer: OutputOf<{ output: typeof reviewSource }>): Source => answer as Source;

/** Every paragraph by its number, those in tables too. */
export function parasOf(blocks: readonly Block[]): ReadonlyMap<number, Para> {
  const paras = blocks.flatMap((block) =>
    block.kind === 'para' ? [block] : block.cells.flatMap((cell) => cell.paras),
  );
  return new Map(paras.map((para) => [para.id, para]));
}
