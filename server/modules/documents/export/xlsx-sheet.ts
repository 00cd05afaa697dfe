import { cleanLines } from './clean-text.ts';
import { mm } from './page.ts';
import { type PlacedCell, placeCells } from './place-cells.ts';
import type { Sheet, SheetCell, SheetValue } from './sheet.ts';
import { heightOf, rowHeights, sheetMargins, sheetWidths, shownText } from './xlsx-layout.ts';
import { type CellStyle, type StyleSheet, sheetFont } from './xlsx-styles.ts';
import { escapeXml } from './xml.ts';

interface Valued {
  value: SheetValue;
}

/** A row on its way to XML: cells by column, height in points. */
interface Line {
  height: number;
  cells: { column: number; value: SheetValue; style: CellStyle }[];
}

/** Widest digit of the default type in pixels, the unit in which a workbook counts column widths. */
const DIGIT_PIXELS = 8;

/** The most characters that a cell may hold. */
const LONGEST_TEXT = 32_767;

/** 'A', 'Z', 'AA' … of a 0-based column. */
function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Number of rows that repeat on every page: titles do not, the table's head does. @returns 1-based row */
export const headRow = (sheet: Sheet): number => (sheet.titles?.length ?? 0) + 1;

/** The XML of one sheet; styles are collected on the way. */
export function sheetXml(sheet: Sheet, styles: StyleSheet): string {
  const rows = placeCells<Valued>(
    sheet.rows.map((row) => row.map((cell) => withText(asCell(cell)))),
    sheet.columns.length,
  );
  const widths = sheetWidths(sheet, rows);
  const lines = [...titleLines(sheet, widths), headLine(sheet, widths), ...bodyLines(sheet, rows, widths)];
  const head = headRow(sheet);
  const merges = [...titleMerges(sheet), ...bodyMerges(rows, head + 1)];
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${columnName(sheet.columns.length - 1)}${lines.length}"/>`,
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft"`,
    ' state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15.75"/>',
    `<cols>${widths.map(columnXml).join('')}</cols>`,
    `<sheetData>${lines.map((line, i) => lineXml(line, i + 1, styles)).join('')}</sheetData>`,
    merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.map(mergeXml).join('')}</mergeCells>`,
    pageXml(),
    '</worksheet>',
  ].join('');
}

const asCell = (cell: SheetCell | SheetValue): SheetCell =>
  cell !== null && typeof cell === 'object' && 'value' in cell ? cell : { value: cell };

function withText<C extends { value: SheetValue }>(cell: C): C & { text: string } {
  const value = typeof cell.value === 'string' ? cleanLines(cell.value).join('\n') : storable(cell.value);
  return { ...cell, value, text: shownText(value) };
}

/** A day that a workbook cannot count (none, or before March 1900) stays as text, a number that is none as nothing. */
function storable(value: Exclude<SheetValue, string>): SheetValue {
  if (value === null || numberOf(value) !== null) return value;
  return typeof value === 'object' && 'date' in value ? cleanLines(value.date).join(' ') : null;
}

function columnXml(points: number, i: number): string {
  const width = ((points * 96) / 72 / DIGIT_PIXELS).toFixed(2);
  return `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`;
}

function titleLines(sheet: Sheet, widths: number[]): Line[] {
  const total = widths.reduce((a, b) => a + b, 0);
  return (sheet.titles ?? []).map((title, i) => {
    const text = cleanLines(title).join(' ');
    const style: CellStyle = { bold: i === 0, title: i === 0, align: 'center' };
    const cells = sheet.columns.map((_, column) => ({ column, value: column === 0 ? text : null, style }));
    return { height: heightOf(text, i === 0, total, i === 0 ? sheetFont.titleSize : sheetFont.size) + 3, cells };
  });
}

function headLine({ columns }: Sheet, widths: number[]): Line {
  const style: CellStyle = { bold: true, border: true, align: 'center' };
  const texts = columns.map((column) => cleanLines(column.title).join(' '));
  return {
    height: Math.max(...texts.map((text, i) => heightOf(text, true, widths[i] ?? 0))) + 3,
    cells: texts.map((value, column) => ({ column, value, style })),
  };
}

/** Every place of a merged cell gets its border, or the program draws it only at the first. */
function bodyLines({ columns }: Sheet, rows: PlacedCell<Valued>[][], widths: number[]): Line[] {
  const heights = rowHeights(rows, widths);
  const lines = rows.map((_, i): Line => ({ height: heights[i] ?? 0, cells: [] }));
  rows.forEach((cells, i) => {
    for (const { cell, column, rowSpan, colSpan } of cells) {
      const value = cell.value ?? null;
      const align = columns[column]?.align ?? 'left';
      const style: CellStyle = {
        bold: cell.bold ?? false,
        border: true,
        align,
        format: formatOf(value),
        wrap: columns[column]?.wrap ?? true,
      };
      for (let row = i; row < i + rowSpan; row++) {
        for (let at = column; at < column + colSpan; at++) {
          lines[row]?.cells.push({ column: at, value: row === i && at === column ? value : null, style });
        }
      }
    }
  });
  for (const line of lines) line.cells.sort((a, b) => a.column - b.column);
  return lines;
}

/** Above years and counts, where parted thousands begin to help. */
const GROUPED_FROM = 10_000;

function formatOf(value: SheetValue): CellStyle['format'] {
  if (typeof value === 'number')
    return Number.isInteger(value) && Math.abs(value) >= GROUPED_FROM ? 'grouped' : 'general';
  if (value === null || typeof value !== 'object') return 'general';
  return 'date' in value ? 'date' : 'grouped';
}

function titleMerges(sheet: Sheet): string[] {
  const { columns } = sheet;
  if (columns.length < 2) return [];
  return (sheet.titles ?? []).map((_, i) => `A${i + 1}:${columnName(columns.length - 1)}${i + 1}`);
}

function bodyMerges(rows: PlacedCell[][], first: number): string[] {
  return rows.flatMap((cells, i) =>
    cells
      .filter(({ rowSpan, colSpan }) => rowSpan > 1 || colSpan > 1)
      .map(({ column, rowSpan, colSpan }) => {
        const end = `${columnName(column + colSpan - 1)}${first + i + rowSpan - 1}`;
        return `${columnName(column)}${first + i}:${end}`;
      }),
  );
}

const mergeXml = (ref: string) => `<mergeCell ref="${ref}"/>`;

function lineXml({ height, cells }: Line, row: number, styles: StyleSheet): string {
  const inner = cells.map(({ column, value, style }) =>
    cellXml(`${columnName(column)}${row}`, value, styles.numberOf(style)),
  );
  return `<row r="${row}" ht="${height.toFixed(2)}" customHeight="1">${inner.join('')}</row>`;
}

/** Text goes in line and so can never be read as a formula, whatever it begins with. */
function cellXml(ref: string, value: SheetValue, style: number): string {
  if (value === null || value === '') return `<c r="${ref}" s="${style}"/>`;
  if (typeof value === 'string') {
    return `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${textXml(value)}</t></is></c>`;
  }
  const number = numberOf(value);
  return number === null ? `<c r="${ref}" s="${style}"/>` : `<c r="${ref}" s="${style}"><v>${number}</v></c>`;
}

/** '_x0041_' stands for 'A' in a workbook, so text that looks like it has its underscore written that way. */
function textXml(text: string): string {
  return escapeXml(text.slice(0, LONGEST_TEXT).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

/** The number that the cell holds; null where there is none. Days count from 30 December 1899. */
function numberOf(value: Exclude<SheetValue, string | null>): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if ('number' in value) return numberOf(value.number);
  const day = (Date.parse(`${value.date.slice(0, 10)}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return day > LEAP_BUG ? day : null;
}

/** Workbooks take 1900 for a leap year, so only days after their false 29 February are counted alike by all. */
const LEAP_BUG = 60;

/** A4 landscape, one page wide, as many as needed long; page number as in documents, not on the first. */
function pageXml(): string {
  const inch = (name: keyof typeof sheetMargins) => `${name}="${(mm(sheetMargins[name]) / 72).toFixed(3)}"`;
  const margins = (Object.keys(sheetMargins) as (keyof typeof sheetMargins)[]).map(inch).join(' ');
  return [
    '<printOptions horizontalCentered="1"/>',
    `<pageMargins ${margins}/>`,
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    '<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;"Times New Roman,Regular"&amp;13&amp;P</oddHeader></headerFooter>',
  ].join('');
}
