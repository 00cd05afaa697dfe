import type { Block, BlockSource, Cell, Para, Reading, SourceFormat, Table } from './blocks.ts';
import { tidyLabel } from './bullet.ts';
import { splitLabel } from './label.ts';
import { parasOf, unrollLayoutTables } from './layout-table.ts';
import type { RawBlock, RawPara, RawTable } from './raw.ts';
import {
  boldLead,
  cleanRuns,
  italicSpans,
  mostly,
  type StyledText,
  sliceStyled,
  spansOf,
  splitAtBreaks,
} from './styled-text.ts';
import { untabColumns } from './tabbed-columns.ts';

export interface AssembleInput {
  format: SourceFormat;
  /** Name of the file part that offsets count in: 'word/document.xml', 'page 3' is added per paragraph for PDF. */
  part: string;
  blocks: RawBlock[];
  warnings?: Reading['warnings'];
  repairs?: Reading['repairs'];
  /** Present where the look of words is wanted as well. */
  pictures?: Reading['pictures'];
}

/** Makes the agreed block list of what a format reader found. Offsets count in `Reading.text`. */
export function assemble(input: AssembleInput): Reading {
  const state = new Assembly(input.part, input.pictures !== undefined);
  const blocks = untabColumns(unrollLayoutTables(input.blocks)).flatMap((block) => state.add(block));
  const repairs = [...(input.repairs ?? [])];
  if (state.firstDecomposed) repairs.push({ ...state.firstDecomposed, why: 'decomposed-marks' });
  const reading = { format: input.format, blocks, text: state.text(), repairs, warnings: input.warnings ?? [] };
  return input.pictures ? { ...reading, pictures: input.pictures } : reading;
}

class Assembly {
  private nextId = 0;
  private readonly lines: string[] = [];
  private offset = 0;
  private readonly part: string;
  firstDecomposed: { raw: string; normal: string; block: number } | null = null;

  private readonly withLook: boolean;

  constructor(part: string, withLook: boolean) {
    this.withLook = withLook;
    this.part = part;
  }

  text(): string {
    return this.lines.join('\n');
  }

  add(block: RawBlock): Block[] {
    if (block.kind === 'para') return this.paras(block);
    const table = this.table(block);
    return table ? [table] : [];
  }

  private paras(raw: RawPara): Para[] {
    const styled = cleanRuns(raw.runs);
    styled.text = styled.text.replaceAll('\t', ' ');
    const pieces = splitAtBreaks(styled).filter((piece) => piece.text !== '');
    const made = pieces.map((piece, i) => this.para(raw, piece, i === 0));
    if (styled.decomposed && made[0]) this.firstDecomposed ??= sampleOf(raw, made[0]);
    return made;
  }

  private para(raw: RawPara, piece: StyledText, first: boolean): Para {
    const automatic = first ? raw.label : null;
    const split = automatic === null ? splitLabel(piece.text) : { label: automatic, skip: 0 };
    // A label with nothing behind it is the whole paragraph ("1." alone in a table cell): it stays text.
    const alone = automatic === null && split.skip >= piece.text.length;
    const label = alone || split.label === null ? null : tidyLabel(split.label);
    const styled = alone || split.skip === 0 ? piece : sliceStyled(piece, split.skip);
    const id = this.nextId++;
    raw.placed?.(id);
    const bold = mostly(styled, 'bold');
    return {
      kind: 'para',
      id,
      text: styled.text,
      label,
      level: automatic === null ? null : raw.level,
      bold,
      italic: mostly(styled, 'italic'),
      centred: raw.centred,
      boldLead: bold ? 0 : boldLead(styled),
      ...(this.withLook && { boldSpans: spansOf(styled, 'bold') }),
      italicSpans: italicSpans(styled),
      style: raw.style,
      source: this.place(label, styled.text, raw),
    };
  }

  private place(label: string | null, text: string, raw: RawPara): BlockSource {
    const line = label === null ? text : `${label} ${text}`;
    const to = this.offset + line.length;
    this.lines.push(line);
    this.offset = to + 1;
    const source: BlockSource = { part: this.part, from: to - text.length, to };
    return { ...source, ...pageOf(raw) };
  }

  private table(raw: RawTable): Table | null {
    const id = this.nextId;
    const cells = [...raw.cells]
      .sort((a, b) => a.row - b.row || a.col - b.col)
      .map((cell): Cell => {
        const { row, col, rowSpan, colSpan } = cell;
        return { row, col, rowSpan, colSpan, paras: parasOf(cell.content).flatMap((para) => this.paras(para)) };
      });
    const paras = cells.flatMap((cell) => cell.paras);
    if (paras.length === 0) return null;
    const from = paras[0]!.source.from;
    const to = paras.at(-1)!.source.to;
    const source: BlockSource = { part: this.part, from, to, ...pageOf(raw) };
    const headerRows = raw.headerRows || guessHeaderRows(cells, raw.rows);
    return { kind: 'table', id, rows: raw.rows, cols: raw.cols, cells, headerRows, source };
  }
}

function pageOf(raw: RawPara | RawTable): Pick<BlockSource, 'page' | 'box' | 'part'> | object {
  if (raw.page === undefined) return {};
  return raw.box
    ? { part: `page ${raw.page}`, page: raw.page, box: raw.box }
    : { part: `page ${raw.page}`, page: raw.page };
}

function sampleOf(raw: RawPara, para: Para): { raw: string; normal: string; block: number } {
  const printed = raw.runs
    .map((run) => run.text)
    .join('')
    .slice(0, 80);
  return { raw: printed, normal: printed.normalize('NFC'), block: para.id };
}

/** Header rows of a table that does not mark them: a bold first row, as deep as its merged cells, and a row of column numbers. */
function guessHeaderRows(cells: Cell[], rows: number): number {
  if (!isBoldRow(cells, 0)) return 0;
  const deepest = Math.max(...cells.filter((cell) => cell.row === 0).map((cell) => cell.rowSpan));
  const numbered = isNumberRow(cells, deepest) ? deepest + 1 : deepest;
  return numbered < rows ? Math.min(numbered, 4) : 0;
}

function rowParas(cells: Cell[], row: number): Para[] {
  return cells.filter((cell) => cell.row === row).flatMap((cell) => cell.paras);
}

function isBoldRow(cells: Cell[], row: number): boolean {
  const paras = rowParas(cells, row);
  return paras.length > 1 && paras.every((para) => para.bold);
}

/** "(1) (2) (3)" below the heads. */
function isNumberRow(cells: Cell[], row: number): boolean {
  const paras = rowParas(cells, row);
  return paras.length > 2 && paras.every((para) => /^\(?[\dA-Z]{1,2}\)?$/.test(`${para.label ?? ''}${para.text}`));
}
