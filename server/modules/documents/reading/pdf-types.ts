/** Shapes of the PDF geometry layer. All measures in points from the top left corner of the page as shown. */

export interface PdfRun {
  x: number;
  /** Baseline. */
  y: number;
  width: number;
  size: number;
  text: string;
  bold: boolean;
  italic: boolean;
  /** Reads upwards or downwards (narrow table headers). */
  vertical: boolean;
  /** Position in the page's list of runs, which the review screen draws. */
  index: number;
  page: number;
}

export interface PdfRule {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PdfPage {
  page: number;
  width: number;
  height: number;
  runs: PdfRun[];
  rules: PdfRule[];
  /** Slanted text (watermarks) and texts of digital signatures: no part of the plan. */
  aside: string[];
  images: number;
}

/** A stretch of one printed line without a wide gap. */
export interface Segment {
  x0: number;
  x1: number;
  y: number;
  size: number;
  text: string;
  runs: PdfRun[];
  page: number;
}

export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}
