import { type Block, type Cell, type Para, type Reading, type Table, Unreadable } from './blocks.ts';
import { splitLabel } from './label.ts';
import { boldLead, italicSpans, mostly, type StyledText, sliceStyled } from './styled-text.ts';
import { alignedTable } from './text-aligned.ts';
import { layoutLines, untangleColumns } from './text-columns.ts';
import { decodeText, settle, splitLines, type TextLine } from './text-lines.ts';
import { type EmphasisState, isHeading, looksLikeMarkdown, plainEmphasis, readEmphasis } from './text-markdown.ts';
import { type TextTable, tableAt } from './text-tables.ts';
import { continues, findWrapping, glue, LABEL_ALONE, type LineLook, type Wrapping } from './text-wrap.ts';

/**
 * Reads a .txt or .md file, or text pasted from a document: hard wraps and page breaks inside paragraphs are undone,
 * tables of tabs and pipes are rebuilt, Markdown marks become bold and italic.
 * @param input the bytes of a file, or text as pasted
 * @throws Unreadable('documents.too-long')
 */
export function readText(input: Uint8Array | string): Reading {
  const { text, repairs } = settle(typeof input === 'string' ? input : decodeText(input));
  const reader = new TextReader(text);
  return {
    format: 'text',
    blocks: reader.read(),
    text,
    repairs: repairs.map((repair) => ({ ...repair, block: 0 })),
    warnings: [],
  };
}

/** Lines of one paragraph while it grows. */
interface Growing {
  pieces: StyledText[];
  from: number;
  to: number;
  bold: boolean;
  indent: number;
  length: number;
  style: string | null;
  centred: boolean;
}

/** No plan has so many paragraphs; a file that has is a log or a list, and would only fill the memory. */
const MAX_PARAS = 300_000;

const RULE = /^[-=_*\s|+:.]{3,}$/;

class TextReader {
  private readonly source: string;
  private readonly lines: TextLine[];
  private readonly wrapping: Wrapping;
  private readonly markdown: boolean;
  private readonly blocks: Block[] = [];
  private emphasis: EmphasisState = plainEmphasis();
  private growing: Growing | null = null;
  private apart = false;
  private nextId = 0;

  constructor(text: string) {
    this.source = text;
    this.lines = untangleColumns(splitLines(text));
    this.markdown = looksLikeMarkdown(text);
    this.wrapping = findWrapping(this.lines.map((line) => line.text));
  }

  read(): Block[] {
    for (let at = 0; at < this.lines.length; ) {
      const table = alignedTable(this.lines, at, this.source) ?? tableAt(this.lines, at);
      if (table) this.addTable(table);
      else this.addLine(this.lines[at]!);
      at = table ? table.next : at + 1;
    }
    this.finish();
    return this.blocks;
  }

  private addLine(line: TextLine): void {
    const text = line.text.replaceAll('\t', ' ').trim();
    if (text === '' || line.pageBreak || RULE.test(text)) {
      this.apart = true;
      if (text === '') this.emphasis = plainEmphasis();
      return;
    }
    const styled = this.style(text);
    if (styled.text === '') return;
    const look = { text: styled.text, bold: mostly(styled, 'bold'), indent: line.indent, length: styled.text.length };
    if (this.growing && this.goesOn(look)) this.extend(styled, line);
    else this.open(styled, line, look.bold);
    // Two spaces at a line's end break headings; after prose they are as often left over from a page.
    this.apart = this.markdown && line.hardBreak && look.bold;
  }

  private style(text: string): StyledText {
    if (this.markdown) return readEmphasis(text, this.emphasis);
    return { text, flags: new Uint8Array(text.length), decomposed: false };
  }

  private goesOn(after: LineLook): boolean {
    const { pieces, bold, indent, length } = this.growing!;
    // A number alone on the line above belongs to its heading.
    const labelled = pieces.length === 2 && LABEL_ALONE.test(pieces[0]!.text);
    const text = labelled ? `${pieces[0]!.text} ${pieces[1]!.text}` : pieces.at(-1)!.text;
    return continues({ text, bold, indent, length }, after, this.apart, this.wrapping);
  }

  private open(styled: StyledText, line: TextLine, bold: boolean): void {
    this.finish();
    const style = this.markdown && isHeading(line.text) ? 'heading' : null;
    const centred = line.indent >= 12;
    this.growing = {
      pieces: [styled],
      length: styled.text.length,
      from: line.from,
      to: line.to,
      bold,
      indent: line.indent,
      style,
      centred,
    };
  }

  private extend(styled: StyledText, line: TextLine): void {
    this.growing!.pieces.push(styled);
    this.growing!.to = line.to;
    this.growing!.indent = line.indent;
    this.growing!.length += styled.text.length;
  }

  private finish(): void {
    if (!this.growing) return;
    const { pieces, from, to, style, centred } = this.growing;
    this.growing = null;
    this.blocks.push(this.para(glue(pieces), from, to, style, centred));
  }

  private para(whole: StyledText, from: number, to: number, style: string | null = null, centred = false): Para {
    if (this.nextId >= MAX_PARAS) throw new Unreadable('documents.too-long');
    const split = splitLabel(whole.text);
    const styled = split.skip > 0 ? sliceStyled(whole, split.skip) : whole;
    const bold = mostly(styled, 'bold');
    return {
      kind: 'para',
      id: this.nextId++,
      text: styled.text,
      label: split.label,
      level: null,
      bold,
      italic: mostly(styled, 'italic'),
      centred,
      boldLead: bold ? 0 : boldLead(styled),
      italicSpans: italicSpans(styled),
      style,
      source: { part: 'text', from, to },
    };
  }

  private addTable(found: TextTable): void {
    this.finish();
    this.apart = true;
    const layout = layoutLines(found);
    if (layout) for (const line of layout) this.blocks.push(this.cellPara(line));
    else this.blocks.push(this.table(found));
  }

  private cellPara(line: { text: string; from: number; to: number }): Para {
    this.emphasis = plainEmphasis();
    return this.para(this.style(line.text), line.from, line.to);
  }

  private table(found: TextTable): Table {
    const id = this.nextId;
    const cells: Cell[] = found.rows.flatMap((row, r) =>
      row.map((cell, c) => ({
        row: r,
        col: c,
        rowSpan: 1,
        colSpan: 1,
        paras: cell.lines.map((line) => this.cellPara(line)),
      })),
    );
    return {
      kind: 'table',
      id,
      rows: found.rows.length,
      cols: found.cols,
      cells,
      headerRows: 0,
      source: { part: 'text', from: found.from, to: found.to },
    };
  }
}
