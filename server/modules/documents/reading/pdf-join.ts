import type { PdfPara } from './pdf-paragraphs.ts';
import type { PdfCell, PdfTable } from './pdf-table.ts';

/** True when the second table goes on with the first: same columns, and nothing stands between them. */
export function sameColumns(a: PdfTable, b: PdfTable): boolean {
  return a.xs.length === b.xs.length && a.xs.every((x, i) => Math.abs(x - b.xs[i]!) < 6);
}

/**
 * Joins a table with its part on the next page: the repeated header goes, a row that the page broke in the middle
 * becomes one again, and cells that were merged down over the break stay merged.
 */
export function joinTables(a: PdfTable, b: PdfTable): PdfTable {
  const header = repeatedHeader(a, b);
  const rest = b.cells.filter((cell) => cell.row >= header).map((cell) => ({ ...cell, row: cell.row - header }));
  const first = rest.filter((cell) => cell.row === 0);
  if (first.length === 0) return a;
  const broken = isBrokenRow(a, first);
  const offset = broken ? a.rows - 1 : a.rows;
  const cells = a.cells.map((cell) => ({ ...cell, paras: [...cell.paras] }));
  const added: PdfCell[] = [];
  for (const cell of rest) {
    const above = cell.row === 0 ? counterpart(cells, a.rows, cell) : undefined;
    if (above && (broken || goesOn(above, cell, first))) {
      above.paras = joinParas(above.paras, cell.paras);
      above.rowSpan += cell.rowSpan - (broken ? 1 : 0);
    } else added.push({ ...cell, row: cell.row + offset });
  }
  return {
    ...a,
    rows: offset + b.rows - header,
    cells: [...cells, ...added],
    headerRows: Math.max(a.headerRows, header),
  };
}

function repeatedHeader(a: PdfTable, b: PdfTable): number {
  let same = 0;
  while (same < Math.min(3, a.rows - 1, b.rows) && rowText(a, same) !== '' && rowText(a, same) === rowText(b, same))
    same++;
  return same;
}

function rowText(table: PdfTable, row: number): string {
  return table.cells
    .filter((cell) => cell.row === row)
    .sort((a, b) => a.col - b.col)
    .map((cell) => textOf(cell.paras).replace(/\s+/g, ''))
    .join('|')
    .replace(/^\|+$/, '');
}

function textOf(paras: PdfPara[]): string {
  return paras
    .map((para) => para.lines.map((line) => line.text.trim()).join(' '))
    .join(' ')
    .trim();
}

function counterpart(cells: PdfCell[], rows: number, cell: PdfCell): PdfCell | undefined {
  return cells.find(
    (other) => other.col === cell.col && other.colSpan === cell.colSpan && other.row + other.rowSpan === rows,
  );
}

const UNFINISHED = /[^.;:!?…)]$/;
const GOES_ON = /^["“(]?\p{Ll}|^[,;.)\]%]/u;

/** Every text of the row only goes on with the cell above, and no number opens the row. */
function isBrokenRow(a: PdfTable, first: PdfCell[]): boolean {
  const filled = first.filter((cell) => cell.paras.length > 0);
  if (filled.length === 0) return true;
  if (filled.some((cell) => cell.col === 0) && first.length > 1) return false;
  let yes = 0;
  let no = 0;
  for (const cell of filled) {
    const above = counterpart(a.cells, a.rows, cell);
    if (!above || above.paras.length === 0) return false;
    const text = textOf(cell.paras);
    const before = textOf(above.paras);
    if (GOES_ON.test(text) || /[,–-]$/.test(before)) yes += 2;
    else if (UNFINISHED.test(before) && !/^(?:[-+•]|\d+[.)])\s/.test(text)) yes++;
    else no++;
  }
  return yes > no;
}

/** A cell of a new row that still belongs to the cell above: merged leading cells are empty, texts go on in lower case. */
function goesOn(above: PdfCell, cell: PdfCell, row: PdfCell[]): boolean {
  if (cell.paras.length > 0)
    return above.paras.length > 0 && GOES_ON.test(textOf(cell.paras)) && UNFINISHED.test(textOf(above.paras));
  return row.filter((other) => other.col <= cell.col).every((other) => other.paras.length === 0);
}

function joinParas(above: PdfPara[], below: PdfPara[]): PdfPara[] {
  const last = above.at(-1);
  const [next, ...others] = below;
  if (!last || !next) return [...above, ...below];
  const text = textOf([next]);
  const label = /^(?:[-–+•*]|\d{1,2}[.)/])\s/.test(text);
  if (label || (!GOES_ON.test(text) && !UNFINISHED.test(textOf([last])))) return [...above, ...below];
  return [...above.slice(0, -1), { ...last, lines: [...last.lines, ...next.lines] }, ...others];
}
