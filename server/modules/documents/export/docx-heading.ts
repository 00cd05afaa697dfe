import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { halfPoints, style, twips } from './docx-styles.ts';
import { headingColumns, sizes, textWidthOf } from './page.ts';
import { country } from './prepare-heading.ts';
import type { PreparedHeading } from './prepared.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

/** Thickness of a rule in eighths of a point. */
const RULE = 6;

/** Columns side by side without lines, `widths` in points. */
export function plainTable(widths: readonly number[], rows: TableRow[]): Table {
  return new Table({
    rows,
    borders: noBorders,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: twips(widths.reduce((a, b) => a + b, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    margins: { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA },
  });
}

export function plainCell(width: number, children: Paragraph[], verticalAlign?: 'bottom'): TableCell {
  return new TableCell({
    children,
    width: { size: twips(width), type: WidthType.DXA },
    ...(verticalAlign ? { verticalAlign: VerticalAlignTable.BOTTOM } : {}),
  });
}

/** A line `length` points long, centred in `width`: the bottom border of an all but empty paragraph. */
function rule(length: number, width: number, after = 0): Paragraph {
  const side = Math.max(0, twips((width - length) / 2));
  return new Paragraph({
    style: style.rule,
    spacing: { before: twips(1), line: 50, lineRule: 'exact', after: twips(after) },
    indent: { left: side, right: side },
    border: { bottom: { style: BorderStyle.SINGLE, size: RULE, color: '000000', space: 0 } },
  });
}

function organ(text: string, bold: boolean, size: number): Paragraph {
  return new Paragraph({ style: style.organ, children: [new TextRun({ text, bold, size: halfPoints(size) })] });
}

/** Bodies and country, number and date, type and abstract, as far as they are given. */
export function headingChildren(heading: PreparedHeading, landscape: boolean): FileChild[] {
  const [left, right] = headingColumns;
  const bodies = new TableRow({
    cantSplit: true,
    children: [plainCell(left, issuer(heading, left)), plainCell(right, countryAndMotto(heading, right))],
  });
  const placeDate = new TextRun({ text: heading.placeDate, italics: true, size: halfPoints(heading.placeDateSize) });
  const number = new TableRow({
    cantSplit: true,
    children: [
      plainCell(left, [organ(heading.numberLine, false, sizes.number)], 'bottom'),
      plainCell(right, [new Paragraph({ style: style.centred, children: [placeDate] })], 'bottom'),
    ],
  });
  // Forms have no number, and no day before they are signed.
  const rows = heading.numberLine === '' ? [bodies] : [bodies, number];
  return [plainTable(headingColumns, rows), ...titleChildren(heading, textWidthOf(landscape))];
}

function issuer(heading: PreparedHeading, width: number): Paragraph[] {
  const lines = [
    ...heading.upperBody.map((line) => organ(line, false, heading.organSize)),
    ...heading.issuingBody.map((line) => organ(line, true, heading.organSize)),
  ];
  const mark = heading.draftMark ? [organ(heading.draftMark, true, heading.organSize)] : [];
  return [...lines, rule(heading.issuingRule, width, 6), ...mark];
}

function countryAndMotto(heading: PreparedHeading, width: number): Paragraph[] {
  return [
    organ(country, true, sizes.country),
    organ(heading.motto, true, sizes.motto),
    rule(heading.mottoRule, width, 6),
  ];
}

function titleChildren(heading: PreparedHeading, width: number): Paragraph[] {
  const type = heading.docType
    ? [
        new Paragraph({
          style: style.centred,
          spacing: { before: twips(14) },
          keepNext: true,
          children: [new TextRun({ text: heading.docType, bold: true })],
        }),
      ]
    : [];
  if (heading.title.length === 0) return type;
  const lines = heading.title.map((text, i) => new TextRun({ text, bold: true, ...(i > 0 ? { break: 1 } : {}) }));
  const title = new Paragraph({ style: style.centred, keepNext: true, children: lines });
  return [...type, title, rule(heading.titleRule, width, 12)];
}
