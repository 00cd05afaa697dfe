import type { TextLine } from './text-lines.ts';
import { headsPart } from './text-rows.ts';
import type { TextCell, TextTable } from './text-tables.ts';

const NUMBERED = /^(?:s\s?tt|tt|số tt|số thứ tự)\.?$/iu;
const DATED = /^(?:tháng|thời gian|thời điểm|quý|tuần|học kỳ)(?: thực hiện|[,/ -]+(?:tháng|năm))?$/iu;
/** A whole line that says when: "9/2025", "Tháng 9", "Quý IV/2025", "Tháng 9 - 10/2025". */
const TIME = /^(?:(?:tháng|quý|tuần|học k[ỳì])\s[\dIVX][^,;:.]{0,25}|\d{1,2}\s?[/-]\s?20\d\d)$/iu;
/** Words that head a column of a plan's table. */
const COLUMN =
  /^(?:nội dung|nhiệm vụ|hoạt động|công việc|chủ đề|chuyên đề|tên|sản phẩm|kết quả|hình thức|số lượng|định mức|chỉ tiêu|đvt|đơn vị|cơ quan|bộ phận|người|cá nhân|chủ trì|phối hợp|phụ trách|thực hiện|thời gian|thời hạn|thời điểm|tiến độ|hoàn thành|địa điểm|đối tượng|kênh|kinh phí|dự toán|đơn giá|thành tiền|số tiền|ghi chú|lĩnh vực|yêu cầu|tháng|quý|tuần)(?![\p{L}])/iu;
const MIN_COLUMNS = 4;
const MAX_COLUMNS = 10;
const LONGEST_HEADER = 45;
const LONGEST_CELL = 300;
/** How far a number that carries on may stand behind a row that seemed the last. */
const LOOK_AHEAD = 30;

/**
 * A table of a web page or PDF copied as one line a cell: the column words stand one below the other, then "1" and the
 * cells of the first row, "2" and so on, or each row with its month. Only where every row has as many cells as the header: else which line belongs
 * to which column cannot be told, and null is returned.
 */
export function cellTableAt(lines: readonly TextLine[], at: number): TextTable | null {
  const first = lines[at]!.text;
  if (!NUMBERED.test(first) && !DATED.test(first)) return null;
  const spaced = lines[at + 1]?.text === '';
  const header = headerAt(lines, at, spaced);
  if (header.cells.length < MIN_COLUMNS) return null;
  return rowsFrom(lines, at, header, spaced) ?? (spaced ? null : rowsFrom(lines, at, header, true));
}

/** A short line that heads a column and is no cell. */
export const isColumnWord = (text: string): boolean =>
  text.length <= LONGEST_HEADER &&
  (NUMBERED.test(text) || (COLUMN.test(text) && !TIME.test(text))) &&
  !/[.;:]$/.test(text);

interface Taken {
  cells: TextLine[];
  next: number;
}

function headerAt(lines: readonly TextLine[], at: number, spaced: boolean): Taken {
  const cells = [lines[at]!];
  let next = at + 1;
  for (; next < lines.length && cells.length < MAX_COLUMNS; next++) {
    const line = lines[next]!;
    if (spaced && line.text === '') continue;
    if (!isColumnWord(line.text)) break;
    cells.push(line);
  }
  return { cells, next };
}

/** @param spaced true where blank lines only part the cells; else each is an empty cell */
function rowsFrom(lines: readonly TextLine[], at: number, header: Taken, spaced: boolean): TextTable | null {
  const cols = header.cells.length;
  const rows = [header.cells.map(cellOf)];
  const opening = NUMBERED.test(lines[at]!.text) ? opensNumbered : opensDated;
  let next = skipBlank(lines, header.next, spaced);
  let no = 0;
  for (;;) {
    const opened = opening(lines, next, no);
    if (!opened) break;
    const row = take(lines, next, cols, spaced);
    if (!row && opened === 'rest') break;
    if (!row) return null;
    if (opened === 'row') no++;
    rows.push(row.cells.map(cellOf));
    next = skipBlank(lines, row.next, spaced);
  }
  const further = lines.slice(next, next + LOOK_AHEAD).some((_, i) => opening(lines, next + i, no) === 'row');
  if (no < 2 || further) return null;
  return { rows, cols, from: lines[at]!.from, to: lines[next - 1]!.to, next };
}

/** What opens at a line: a row with its number or month, a group of rows, or a row that may as well be a gap. */
type Opened = 'row' | 'group' | 'rest' | null;

/** A row opens with the next number, a group with a Roman number, a total with an empty cell. */
function opensNumbered(lines: readonly TextLine[], at: number, no: number): Opened {
  const text = lines[at]?.text;
  if (text === undefined) return null;
  if (/^\d{1,3}\.?$/.test(text)) return Number.parseInt(text, 10) === no + 1 ? 'row' : null;
  if (/^[IVX]{1,4}\.?$/.test(text)) return 'group';
  return text === '' && no > 0 && /^(?:tổng|cộng)/iu.test(lines[at + 1]?.text ?? '') ? 'rest' : null;
}

/** A row opens with its month or quarter; an empty cell repeats the one above (merged cells). */
function opensDated(lines: readonly TextLine[], at: number, no: number): Opened {
  const text = lines[at]?.text;
  if (text === undefined) return null;
  if (TIME.test(text)) return 'row';
  return text === '' && no > 0 && (lines[at + 1]?.text ?? '') !== '' ? 'rest' : null;
}

/** As many cells as the header has; null where the text has no more, or another part of the plan begins first. */
function take(lines: readonly TextLine[], at: number, cols: number, spaced: boolean): Taken | null {
  const cells: TextLine[] = [];
  let next = at;
  for (; next < lines.length && cells.length < cols; next++) {
    const line = lines[next]!;
    if (spaced && line.text === '') continue;
    if (headsPart(line.text) || (cells.length > 0 && line.text.length > LONGEST_CELL)) return null;
    cells.push(line);
  }
  return cells.length === cols ? { cells, next } : null;
}

function skipBlank(lines: readonly TextLine[], at: number, spaced: boolean): number {
  let next = at;
  while (spaced && next < lines.length && lines[next]!.text === '') next++;
  return next;
}

function cellOf(line: TextLine): TextCell {
  return { lines: line.text === '' ? [] : [{ text: line.text, from: line.from, to: line.to }] };
}
