/**
 * A plan laid out for paper: everything that the .docx and the PDF must agree on is decided here, once — cleaned and
 * capitalised text, broken header lines, lengths of rules, printed numbers, column widths, what stays together.
 * Lengths are points. The type is plain JSON: the PDF template receives it as such.
 */
export interface Prepared {
  meta: { title: string; author: string; year: number; date: string | null };
  heading: PreparedHeading;
  /** Runs of blocks on portrait or landscape pages, in order; the foot follows the last. */
  parts: { landscape: boolean; blocks: PreparedBlock[] }[];
  foot: PreparedFoot;
}

export interface PreparedHeading {
  upperBody: string[];
  issuingBody: string[];
  organSize: number;
  issuingRule: number;
  draftMark: string | null;
  motto: string;
  mottoRule: number;
  numberLine: string;
  placeDate: string;
  placeDateSize: number;
  docType: string | null;
  title: string[];
  titleRule: number;
}

export type PreparedBlock = PreparedText | PreparedTable;

export interface PreparedText {
  kind: 'base' | 'heading1' | 'heading2' | 'heading3' | 'text' | 'dash';
  /** 'I.', '1.', '-' as printed; null without. */
  label: string | null;
  /** Level in Word's automatic list when the numbers are regular; null when the label is typed. */
  auto: number | null;
  /** Bold beginning, with its colon. */
  lead: string | null;
  text: string;
  /** Stays on the page of what follows. */
  keep: boolean;
}

export interface PreparedTable {
  kind: 'table';
  widths: number[];
  header: string[];
  rows: PreparedRow[];
}

export interface PreparedRow {
  /** Short enough to be held on one page. */
  whole: boolean;
  /** Stays on the page of the next row: a title row, or a short group under one merged cell. */
  keep: boolean;
  /** A bold row that names the rows below it. */
  title: boolean;
  cells: PreparedCell[];
}

export interface PreparedCell {
  column: number;
  rowSpan: number;
  colSpan: number;
  lines: string[];
  bold: boolean;
  align: 'left' | 'center' | 'right';
}

export interface PreparedFoot {
  recipients: string[];
  titles: string[];
  name: string | null;
  /** False only for a list of recipients longer than a page. */
  whole: boolean;
}
