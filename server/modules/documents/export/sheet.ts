/** A sheet of a workbook as a table that prints well on A4 landscape. Plain data; the writer decides all layout. */
export interface Sheet {
  /** Tab name; characters that a workbook refuses are replaced, equal names are numbered. */
  name: string;
  /** Lines above the table, centred over its width; the first in bold. */
  titles?: string[];
  columns: SheetColumn[];
  /** A value alone stands for a cell of one place. */
  rows: (SheetCell | SheetValue)[][];
}

export interface SheetColumn {
  title: string;
  /** In characters. Columns are widened to fill the page; a sheet wider than the page is printed smaller. */
  width: number;
  align?: 'left' | 'center' | 'right';
  /** False keeps the text on one line. */
  wrap?: boolean;
}

export interface SheetCell {
  value: SheetValue;
  rowSpan?: number;
  colSpan?: number;
  bold?: boolean;
}

/** Text is never a formula; a date is an ISO day; numbers from 10.000, and `grouped` ones, show their thousands parted. */
export type SheetValue = string | number | { date: string } | { number: number; grouped: true } | null;
