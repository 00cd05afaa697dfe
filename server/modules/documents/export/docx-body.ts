import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { plainCell, plainTable } from './docx-heading.ts';
import { halfPoints, headingList, style, twips } from './docx-styles.ts';
import { cellPadding, footColumns, paragraphGap, signatureSpace, sizes } from './page.ts';
import type { PreparedBlock, PreparedCell, PreparedFoot, PreparedTable, PreparedText } from './prepared.ts';

const headings = {
  heading1: HeadingLevel.HEADING_1,
  heading2: HeadingLevel.HEADING_2,
  heading3: HeadingLevel.HEADING_3,
} as const;

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

export function bodyChildren(blocks: PreparedBlock[]): (Paragraph | Table)[] {
  return blocks.flatMap((block, i) => {
    if (block.kind !== 'table') return [paragraph(block)];
    // Two tables without a paragraph between them become one in Word; after a table, text needs its gap.
    const gap = new Paragraph({ style: style.rule, spacing: { line: twips(paragraphGap), lineRule: 'exact' } });
    return i === blocks.length - 1 ? [table(block)] : [table(block), gap];
  });
}

function paragraph(block: PreparedText): Paragraph {
  const typed = block.label !== null && block.auto === null ? `${block.label} ` : '';
  const bold = block.kind.startsWith('heading') || block.lead !== null;
  const text = block.lead === null ? `${bold ? '' : typed}${block.text}` : block.text;
  const lead = block.lead === null ? (bold ? typed : '') : `${typed}${block.lead}${text === '' ? '' : ' '}`;
  const runs = [
    ...(lead === '' ? [] : [new TextRun({ text: lead, bold: true })]),
    ...(text === '' ? [] : [new TextRun({ text })]),
  ];
  return new Paragraph({
    ...(block.kind in headings
      ? { heading: headings[block.kind as keyof typeof headings] }
      : { style: block.kind === 'base' ? style.base : style.text }),
    ...(block.auto === null
      ? {}
      : { numbering: { reference: headingList, level: block.auto, instance: 0, custom: true } }),
    ...(block.keep ? { keepNext: true } : {}),
    children: runs,
  });
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const allLines = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };

function table({ widths, header, rows }: PreparedTable): Table {
  const titles = header.map((text, column) =>
    cell(widths, { column, rowSpan: 1, colSpan: 1, lines: [text], bold: true, align: 'center' }, style.cellTitle),
  );
  const middle = rows.every((row) => row.title || row.whole);
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: twips(widths.reduce((a, b) => a + b, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    borders: allLines,
    margins: {
      left: twips(cellPadding.x),
      right: twips(cellPadding.x),
      top: twips(cellPadding.y),
      bottom: twips(cellPadding.y),
      marginUnitType: WidthType.DXA,
    },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: titles }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: row.whole,
            ...(row.keep ? { keepNext: true } : {}),
            children: row.cells.map((one) => cell(widths, one, style.cell, middle)),
          }),
      ),
    ],
  });
}

/** In the middle of its row, but for tables of which a row may break: there all begin at the top. */
function cell(
  widths: number[],
  { column, rowSpan, colSpan, lines, bold, align }: PreparedCell,
  name: string,
  middle = true,
): TableCell {
  const width = widths.slice(column, column + colSpan).reduce((a, b) => a + b, 0);
  const texts = lines.length === 0 ? [''] : lines;
  return new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...(colSpan > 1 ? { columnSpan: colSpan } : {}),
    verticalAlign: middle ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
    children: texts.map(
      (text) =>
        new Paragraph({
          style: name,
          ...(align === 'left' ? {} : { alignment: alignments[align] }),
          children: text === '' ? [] : [new TextRun({ text, ...(bold ? { bold } : {}) })],
        }),
    ),
  });
}

/** Recipients left, signature right, in one row that does not break. */
export function footChildren(foot: PreparedFoot): Table {
  const [left, right] = footColumns;
  return plainTable(footColumns, [
    new TableRow({
      cantSplit: foot.whole,
      children: [plainCell(left, recipients(foot)), plainCell(right, signature(foot))],
    }),
  ]);
}

function recipients(foot: PreparedFoot): Paragraph[] {
  if (foot.recipients.length === 0) return [new Paragraph({})];
  const title = new TextRun({ text: 'Nơi nhận:', bold: true, italics: true, size: halfPoints(sizes.recipientsTitle) });
  return [
    new Paragraph({ style: style.recipients, children: [title] }),
    ...foot.recipients.map((text) => new Paragraph({ style: style.recipients, children: [new TextRun({ text })] })),
  ];
}

function signature(foot: PreparedFoot): Paragraph[] {
  const strong = (text: string, before = 0) =>
    new Paragraph({
      style: style.centred,
      spacing: { before: twips(before) },
      children: [new TextRun({ text, bold: true })],
    });
  const titles = foot.titles.map((text) => strong(text));
  return [...titles, strong(foot.name ?? '', signatureSpace)];
}
