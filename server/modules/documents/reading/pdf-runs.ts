import type { PdfFont } from './pdf-fonts.ts';
import { apply, IDENTITY, type Matrix, multiply } from './pdf-matrix.ts';
import type { PdfRun } from './pdf-types.ts';

/** One drawn character as pdf.js describes it; numbers between them move the pen back, in thousandths of an em. */
export interface Glyph {
  unicode?: string;
  width?: number;
  isSpace?: boolean;
}

export interface TextState {
  font: PdfFont | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
}

export const PLAIN_STATE: TextState = {
  font: null,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
};

/** Gaps up to this many ems are letter fit; wider ones end the run, since another font may fill them later. */
const TOUCH = 0.16;

interface OpenRun {
  chars: string;
  font: PdfFont;
  size: number;
  x: number;
  y: number;
  endX: number;
  endY: number;
  /** Unit vector of the writing direction. */
  ux: number;
  uy: number;
}

/** Turns drawn characters into runs: positions are followed one by one, and a gap ends a run. */
export class RunBuilder {
  readonly runs: PdfRun[] = [];
  readonly slanted: string[] = [];
  private open: OpenRun | null = null;
  private line: Matrix = IDENTITY;
  private pen = 0;
  private readonly page: number;

  constructor(page: number) {
    this.page = page;
  }

  setMatrix(matrix: Matrix): void {
    this.line = matrix;
    this.pen = 0;
  }

  move(x: number, y: number): void {
    this.setMatrix(multiply(this.line, [1, 0, 0, 1, x, y]));
  }

  show(glyphs: readonly (Glyph | number | null)[], state: TextState, ctm: Matrix): void {
    const { font, size, scale } = state;
    if (!font || size === 0) return;
    const matrix = multiply(ctm, this.line);
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') this.pen -= (glyph / 1000) * size * scale;
      else if (glyph) this.place(glyph, font, state, matrix);
    }
  }

  private place(glyph: Glyph, font: PdfFont, state: TextState, matrix: Matrix): void {
    const advance = (glyph.width ?? 0) * font.unit * state.size;
    const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
    const from = apply(matrix, this.pen, state.rise);
    this.pen += (advance + spacing) * state.scale;
    const to = apply(matrix, this.pen, state.rise);
    const text = glyph.unicode ?? '';
    if (text === '' || text === '\0') return;
    const size = Math.abs(state.size) * Math.hypot(matrix[2], matrix[3]);
    const open = this.open;
    if (open && open.font === font && Math.abs(open.size - size) < 0.05 && this.joins(open, from, size)) {
      open.chars += text;
      open.endX = to[0];
      open.endY = to[1];
      return;
    }
    this.close();
    const length = Math.hypot(matrix[0], matrix[1]) || 1;
    const [ux, uy] = [matrix[0] / length, matrix[1] / length];
    this.open = { chars: text, font, size, x: from[0], y: from[1], endX: to[0], endY: to[1], ux, uy };
  }

  private joins(open: OpenRun, from: [number, number], size: number): boolean {
    const dx = from[0] - open.endX;
    const dy = from[1] - open.endY;
    const along = dx * open.ux + dy * open.uy;
    const across = Math.abs(dy * open.ux - dx * open.uy);
    return across < size * 0.1 && along > -0.35 * size && along < TOUCH * size;
  }

  close(): void {
    const open = this.open;
    this.open = null;
    if (!open || open.chars.trim() === '') return;
    const text = open.font.decode ? open.font.decode(open.chars) : open.chars;
    const level = Math.abs(open.uy) < 0.05;
    const upright = Math.abs(open.ux) < 0.05;
    if (!level && !upright) this.slanted.push(text);
    else this.runs.push(this.finish(open, text, upright));
  }

  private finish(open: OpenRun, text: string, vertical: boolean): PdfRun {
    const lead = text.length - text.trimStart().length;
    const width = vertical ? open.size : Math.abs(open.endX - open.x);
    // Leading blanks were drawn too; they count with the width of a Times space.
    const shift = vertical ? 0 : Math.min(width, lead * 0.25 * open.size);
    return {
      x: (vertical ? open.x - open.size : Math.min(open.x, open.endX)) + shift,
      y: vertical ? Math.max(open.y, open.endY) : open.y,
      width: width - shift,
      size: open.size,
      text: text.trimStart(),
      bold: open.font.bold,
      italic: open.font.italic,
      vertical,
      index: 0,
      page: this.page,
    };
  }
}
