import type { PageGeometry, Reading, SourceFormat } from './blocks.ts';

/** What a format reader finds, before labels are split, white space is cleaned and layout tables are unrolled. */

export interface RawRun {
  text: string;
  bold: boolean;
  italic: boolean;
}

export interface RawPara {
  kind: 'para';
  runs: RawRun[];
  /** Label of an automatic list, null where there is none or where it was typed. */
  label: string | null;
  level: number | null;
  centred: boolean;
  style: string | null;
  page?: number;
  box?: [number, number, number, number];
  /** A framed paragraph or one of a text box: looked at for secrecy marks. */
  framed?: boolean;
  /** Called with the id of each block that the paragraph became (PDF: run → block). */
  placed?: (id: number) => void;
}

export interface RawCell {
  row: number;
  col: number;
  rowSpan: number;
  colSpan: number;
  content: RawBlock[];
}

export interface RawTable {
  kind: 'table';
  rows: number;
  cols: number;
  cells: RawCell[];
  /** False where neither table, cell nor style draws a line. */
  bordered: boolean;
  headerRows: number;
  page?: number;
  box?: [number, number, number, number];
}

export type RawBlock = RawPara | RawTable;

/** The whole of a file as its reader hands it on. */
export interface RawReading {
  format: SourceFormat;
  part: string;
  blocks: RawBlock[];
  /** Lines of page headers, footers, watermarks and text boxes: not part of the plan, looked at for secrecy marks only. */
  margins: string[];
  warnings: Reading['warnings'];
  repairs: Reading['repairs'];
  /** Where they were wanted, in the order of their marks in the text. */
  pictures?: Reading['pictures'];
  pages?: PageGeometry[];
}
