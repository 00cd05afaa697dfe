import { textWidth, wrapText } from '#lib/font-metrics.ts';
import { printableText } from './clean-text.ts';
import {
  cellPadding,
  footColumns,
  headingColumns,
  indent,
  page,
  paragraphGap,
  signatureSpace,
  sizes,
  textWidthOf,
} from './page.ts';
import { country } from './prepare-heading.ts';
import type { Prepared, PreparedBlock, PreparedTable, PreparedText } from './prepared.ts';

const layout = { page, sizes, indent, paragraphGap, headingColumns, footColumns, signatureSpace, cellPadding, country };

/** Where an over-long word may break without a hyphen: a zero-width space, which the PDF draws as nothing. */
const BREAK = '\u200b';

/**
 * What the template reads: the measures of the page, and the plan in letters that the typeface has. PDF/A demands a
 * date: an undated plan takes the first day of its year rather than the clock's, so that exports stay equal.
 */
export function pdfInput(prepared: Prepared) {
  const date = prepared.meta.date ?? `${prepared.meta.year}-01-01`;
  return {
    date,
    layout,
    plan: printable({ ...prepared, parts: prepared.parts.map(breakLongWords) }) as Prepared,
  };
}

/** The same structure with every string made printable. */
function printable(value: unknown): unknown {
  if (typeof value === 'string') return printableText(value);
  if (Array.isArray(value)) return value.map(printable);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printable(inner)]));
}

/** Word breaks a word that is longer than its line; the PDF compiler would let it run out of the page. */
function breakLongWords(part: Prepared['parts'][number]): Prepared['parts'][number] {
  const width = textWidthOf(part.landscape);
  return {
    ...part,
    blocks: part.blocks.map((block) => (block.kind === 'table' ? tableOf(block) : textOf(block, width))),
  };
}

function textOf(block: PreparedBlock & PreparedText, width: number): PreparedText {
  const lead = block.lead === null ? null : breakable(block.lead, true, sizes.body, width);
  return { ...block, lead, text: breakable(block.text, block.kind.startsWith('heading'), sizes.body, width) };
}

function tableOf(table: PreparedTable): PreparedTable {
  const inner = (column: number, span: number) =>
    table.widths.slice(column, column + span).reduce((a, b) => a + b, 0) - 2 * cellPadding.x;
  return {
    ...table,
    header: table.header.map((title, column) => breakable(title, true, sizes.table, inner(column, 1))),
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({
        ...cell,
        lines: cell.lines.map((line) => breakable(line, cell.bold, sizes.table, inner(cell.column, cell.colSpan))),
      })),
    })),
  };
}

/** Cuts the words of `text` that are wider than `width` where a line is full. */
function breakable(text: string, bold: boolean, size: number, width: number): string {
  // Half an em is the mean width of a letter and one the most, so short text cannot hold a word too wide.
  if (text.length * size < width) return text;
  const style = bold ? 'bold' : 'regular';
  return text.replace(/[^ -]+-*/g, (word) =>
    textWidth(word, style, size) <= width ? word : wrapText(word, style, size, width).join(BREAK),
  );
}
