/** A sheet of a workbook as a table that prints well on A4 landscape. Plain data; the writer decides all layout. */
export interface Sheet {
  /** Tab name; characters that a workbook refuses are replaced, equal names are numbered. */
  name: string;
  /** Lines above the table, centred over its width; the first in bold. */
  titles?: string[];
  /** Relative widths; they are scaled to the page. */
  columns: { title: string; width: number; align?: 'left' | 'center' | 'right' }[];
  rows: SheetCell[][];
}

export interface SheetCell {
  value: SheetValue;
  rowSpan?: number;
  colSpan?: number;
  bold?: boolean;
}

/** Text is never a formula; a date is an ISO day; a number is shown with its thousands parted when `grouped`. */
export type SheetValue = string | number | { date: string } | { number: number; grouped: true } | null;
