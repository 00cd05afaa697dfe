import type { Repair } from '#lib/plan-draft.ts';

/** Where a block stands in the file; `from`/`to` are UTF-16 units in the plain text of `part` (see Reading.text). */
export interface BlockSource {
  part: string;
  from: number;
  to: number;
  page?: number;
  /** Points from the top left corner: [x, y, width, height]. */
  box?: [number, number, number, number];
}

export interface Para {
  kind: 'para';
  id: number;
  /** NFC, without its list label. Never hard-wrapped: a reader joins the lines of one paragraph. */
  text: string;
  /** The number as a reader sees it, typed or automatic: 'I.', '1.', '2.1.', 'a)', '-', '•'; null for plain paragraphs. */
  label: string | null;
  /** Depth of an automatic list, 0-based; null where the number was typed. */
  level: number | null;
  /** True when (nearly) all of the text is so. */
  bold: boolean;
  italic: boolean;
  centred: boolean;
  /** Length in UTF-16 units of a bold lead ("1. Giáo dục Mầm non:" before plain text); 0 when none. */
  boldLead: number;
  /** Bold stretches, where the look of words is wanted. */
  boldSpans?: [number, number][];
  /** Italic stretches [from, to) — focal units are often printed so. */
  italicSpans: [number, number][];
  /** Paragraph style of the file ('Heading 1', 'h2'), null when the format has none. */
  style: string | null;
  source: BlockSource;
}

export interface Cell {
  row: number;
  col: number;
  rowSpan: number;
  colSpan: number;
  paras: Para[];
}

/** A data table. Layout tables (header, signature) are unrolled into paras by the reader and keep `column` order left to right. */
export interface Table {
  kind: 'table';
  id: number;
  rows: number;
  cols: number;
  cells: Cell[];
  /** Number of leading header rows, 0 when the reader cannot tell. */
  headerRows: number;
  source: BlockSource;
}

export type Block = Para | Table;

/** One page as the reader saw it, so that a screen can draw it without the original's renderer. */
export interface PageGeometry {
  page: number;
  width: number;
  height: number;
  /** Text runs with their boxes, and the block that took them. Points from the top left corner; baseline = y + 0.891 × size. */
  runs: {
    x: number;
    y: number;
    width: number;
    size: number;
    text: string;
    bold?: boolean;
    italic?: boolean;
    block?: number;
  }[];
  rules: { x: number; y: number; width: number; height: number }[];
}

export type SourceFormat = 'docx' | 'pdf' | 'html' | 'text' | 'doc';

export interface Reading {
  format: SourceFormat;
  /** Body paragraphs and data tables in reading order; `id` is the position counted over all paras, table paras included. */
  blocks: Block[];
  /** The plain text that BlockSource offsets count in: paras joined by '\n' (for text files: the file's text, NFC). */
  text: string;
  pages?: PageGeometry[];
  /** Normalisations made or suggested while reading, document-wide (legacy fonts, NFD, page breaks joined …). */
  repairs: (Repair & { block: number })[];
  warnings: { code: string; params?: Record<string, string | number> }[];
  /** Pictures in the order of their marks in the text, where they were wanted. */
  pictures?: ReadPicture[] | undefined;
}

/** One picture of a file: its bytes in base64, or why there are none. */
export interface ReadPicture {
  alt: string;
  base64: string | null;
  skipped: 'linked' | 'drawing' | 'too-large' | 'too-many' | null;
}

/** A file that cannot be imported. `code` is a key of the catalogue: the sentence says what to do. */
export class Unreadable extends Error {
  readonly code: string;
  readonly params: Record<string, string | number>;
  constructor(code: string, params: Record<string, string | number> = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}
