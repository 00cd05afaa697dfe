import type { PdfFont } from './pdf-fonts.ts';
import { type Matrix, multiply, toMatrix } from './pdf-matrix.ts';
import { bounds, isWhite, subpaths } from './pdf-paths.ts';
import { type Glyph, PLAIN_STATE, RunBuilder, type TextState } from './pdf-runs.ts';
import type { PdfRule } from './pdf-types.ts';

/** Operator numbers of pdf.js by name ('showText' → 44). */
export type Operators = Record<string, number>;

export interface OperatorList {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

interface GraphicsState {
  ctm: Matrix;
  text: TextState;
  lineWidth: number;
  fillWhite: boolean;
  strokeWhite: boolean;
}

/** Filled rectangles up to this thickness (points) are lines. */
const THIN = 3;
const TINY = 0.75;

/** Walks the drawing operators of one page once and keeps the characters and the straight lines. */
export class PageContent {
  readonly text: RunBuilder;
  readonly rules: PdfRule[] = [];
  images = 0;
  /** Positions in `text.runs` drawn by annotations (stamps of digital signatures, typed numbers). */
  readonly annotated: [number, number][] = [];
  private readonly base: Matrix;
  private readonly fonts: (id: string) => PdfFont;
  private readonly stack: GraphicsState[] = [];
  private state: GraphicsState;
  private annotationFrom = 0;
  private readonly acts: Map<number, (args: readonly unknown[]) => void>;

  constructor(page: number, base: Matrix, fonts: (id: string) => PdfFont, ops: Operators) {
    this.text = new RunBuilder(page);
    this.base = base;
    this.fonts = fonts;
    this.state = { ctm: base, text: PLAIN_STATE, lineWidth: 1, fillWhite: false, strokeWhite: false };
    this.acts = this.actions(ops);
  }

  run(list: OperatorList): void {
    for (let i = 0; i < list.fnArray.length; i++) {
      const act = this.acts.get(list.fnArray[i]!);
      if (act) act((list.argsArray[i] as readonly unknown[] | null) ?? []);
    }
    this.text.close();
  }

  private actions(ops: Operators): Map<number, (args: readonly unknown[]) => void> {
    const named: Record<string, (args: readonly unknown[]) => void> = {
      ...this.graphicsActions(),
      ...this.textActions(),
      constructPath: (args) => this.path(Number(args[0]), args[1], ops),
    };
    for (const name of ['paintImageXObject', 'paintInlineImageXObject', 'paintImageMaskXObject', 'paintXObject']) {
      named[name] = () => {
        this.images++;
      };
    }
    return new Map(Object.entries(named).map(([name, act]) => [ops[name] ?? -1, act]));
  }

  private graphicsActions(): Record<string, (args: readonly unknown[]) => void> {
    return {
      save: () => this.push(),
      restore: () => this.pop(),
      transform: (args) => this.transform(toMatrix(args)),
      setLineWidth: ([width]) => this.set({ lineWidth: Number(width) || 0 }),
      setFillRGBColor: ([colour]) => this.set({ fillWhite: isWhite(colour) }),
      setStrokeRGBColor: ([colour]) => this.set({ strokeWhite: isWhite(colour) }),
      paintFormXObjectBegin: ([matrix]) => {
        this.push();
        this.transform(toMatrix(matrix));
      },
      paintFormXObjectEnd: () => this.pop(),
      beginAnnotation: (args) => this.beginAnnotation(args),
      endAnnotation: () => this.endAnnotation(),
    };
  }

  private textActions(): Record<string, (args: readonly unknown[]) => void> {
    return {
      beginText: () => this.text.setMatrix([1, 0, 0, 1, 0, 0]),
      setFont: ([id, size]) => this.setText({ font: this.fonts(String(id)), size: Number(size) || 0 }),
      setCharSpacing: ([value]) => this.setText({ charSpacing: Number(value) || 0 }),
      setWordSpacing: ([value]) => this.setText({ wordSpacing: Number(value) || 0 }),
      setHScale: ([value]) => this.setText({ scale: (Number(value) || 100) / 100 }),
      setLeading: ([value]) => this.setText({ leading: -(Number(value) || 0) }),
      setTextRise: ([value]) => this.setText({ rise: Number(value) || 0 }),
      moveText: ([x, y]) => this.text.move(Number(x) || 0, Number(y) || 0),
      setLeadingMoveText: ([x, y]) => {
        this.setText({ leading: Number(y) || 0 });
        this.text.move(Number(x) || 0, Number(y) || 0);
      },
      setTextMatrix: (args) => this.text.setMatrix(toMatrix(args[0]) ?? toMatrix(args) ?? [1, 0, 0, 1, 0, 0]),
      nextLine: () => this.text.move(0, this.state.text.leading),
      showText: ([glyphs]) => {
        if (Array.isArray(glyphs)) this.text.show(glyphs as (Glyph | number | null)[], this.state.text, this.state.ctm);
      },
    };
  }

  private set(part: Partial<GraphicsState>): void {
    this.state = { ...this.state, ...part };
  }

  private setText(part: Partial<TextState>): void {
    this.state = { ...this.state, text: { ...this.state.text, ...part } };
  }

  private push(): void {
    if (this.stack.length < 512) this.stack.push(this.state);
  }

  private pop(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  private transform(matrix: Matrix | null): void {
    if (matrix) this.set({ ctm: multiply(this.state.ctm, matrix) });
  }

  private beginAnnotation(args: readonly unknown[]): void {
    this.text.close();
    this.annotationFrom = this.text.runs.length;
    this.push();
    this.set({ ctm: this.base });
    this.transform(toMatrix(args[2]));
    this.transform(toMatrix(args[3]));
  }

  private endAnnotation(): void {
    this.text.close();
    this.pop();
    if (this.text.runs.length > this.annotationFrom) this.annotated.push([this.annotationFrom, this.text.runs.length]);
  }

  private path(paint: number, source: unknown, ops: Operators): void {
    const stroke =
      [ops.stroke, ops.closeStroke, ops.fillStroke, ops.eoFillStroke].includes(paint) && !this.state.strokeWhite;
    const fill = [ops.fill, ops.eoFill, ops.fillStroke, ops.eoFillStroke].includes(paint) && !this.state.fillWhite;
    const data = Array.isArray(source) ? (source[0] as ArrayLike<number> | null) : null;
    if ((!stroke && !fill) || !data) return;
    for (const points of subpaths(data, this.state.ctm)) {
      if (fill) this.addThin(points);
      if (stroke) this.addLines(points);
    }
  }

  private addThin(points: [number, number][]): void {
    const box = bounds(points);
    if (Math.min(box.width, box.height) <= THIN && Math.max(box.width, box.height) > THIN) this.rules.push(box);
  }

  private addLines(points: [number, number][]): void {
    const scale = Math.hypot(this.state.ctm[0], this.state.ctm[1]);
    const width = Math.max(0.25, this.state.lineWidth * scale);
    if (width > THIN * 2) return;
    for (let i = 1; i < points.length; i++) {
      const box = bounds([points[i - 1]!, points[i]!]);
      if (box.width > TINY && box.height > TINY) continue;
      if (box.width < TINY && box.height < TINY) continue;
      this.rules.push({ ...box, width: Math.max(box.width, width), height: Math.max(box.height, width) });
    }
  }
}
