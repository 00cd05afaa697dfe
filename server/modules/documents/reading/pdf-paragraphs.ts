import { splitLabel } from './label.ts';
import type { Segment } from './pdf-types.ts';
import { measure } from './times-widths.ts';

/** The column that lines were set in. */
export interface Column {
  left: number;
  right: number;
  /** True where first lines are set in: a line at the left edge then goes on with the paragraph. */
  indented: boolean;
  /** Short texts side by side (letterhead, signature): every label and every change of look opens a paragraph. */
  narrow: boolean;
  /** True where the lines are known to be centred. */
  centred?: boolean;
  /** Where first lines usually start, in indented text. */
  indent?: number;
}

export interface PdfPara {
  lines: Segment[];
  column: Column;
}

const ENDS_SENTENCE = /[.;:!?…]["”’)\]]*$/;
/** Second line of a body's name in a letterhead ("SỞ GIÁO DỤC VÀ ĐÀO TẠO⏎TỈNH …"): no body of its own. */
const PLACE_OF_BODY = /^(?:TỈNH|THÀNH PHỐ|TP|QUẬN|HUYỆN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|ĐẶC KHU|VÀ)[\s.]/;
const BODY =
  /^(?:BỘ|SỞ|PHÒNG|TRƯỜNG|TRUNG TÂM|UBND|(?:ỦY|UỶ) BAN|HĐND|HỘI|BAN|CỤC|VỤ|VIỆN|HỌC VIỆN|ĐẠI HỌC|ĐẢNG|TỈNH ỦY|THÀNH ỦY|LIÊN ĐOÀN|CÔNG ĐOÀN|ĐOÀN)\s/;
const STARTS_LOWER = /^["“‘(]?\p{Ll}|^[,;.)\]%]/u;

/** Joins lines that one paragraph was broken into. Lines come from top to bottom, over pages too. */
export function joinLines(lines: readonly Segment[], column: (line: Segment) => Column): PdfPara[] {
  const paras: PdfPara[] = [];
  const pitch = typicalPitch(lines);
  for (const line of lines) {
    const open = paras.at(-1);
    if (open && continues(open, line, column(line), pitch)) open.lines.push(line);
    else paras.push({ lines: [line], column: column(line) });
  }
  return paras;
}

/** The most frequent distance of baselines, in line heights. */
function typicalPitch(lines: readonly Segment[]): number {
  const counts = new Map<number, number>();
  for (let i = 1; i < lines.length; i++) {
    const gap = (lines[i]!.y - lines[i - 1]!.y) / lines[i]!.size;
    if (lines[i]!.page !== lines[i - 1]!.page || gap < 0.8 || gap > 3) continue;
    const key = Math.round(gap * 25) / 25;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  return best && best[1] > 1 ? best[0] : 1.25;
}

function continues(open: PdfPara, line: Segment, column: Column, pitch: number): boolean {
  const last = open.lines.at(-1)!;
  if (Math.abs(last.size - line.size) > 1.2) return false;
  if (column.narrow && BODY.test(line.text)) return false;
  if (column.narrow && PLACE_OF_BODY.test(line.text) && sameLook(last, line)) return true;
  if (opensProduct(open.lines[0]!, last, line)) return false;
  if (!isFull(last, line, open.column)) return goesOnInside(last, line, pitch);
  const centred = column.centred === true || isCentred(open.lines[0]!, open.column);
  if (!centred && isCentred(line, column) && !STARTS_LOWER.test(line.text)) return false;
  if (looksChange(open, last, line, column)) return false;
  const label = splitLabel(line.text).label;
  if (column.narrow && (label !== null || /^(?:Độc lập|Số\s*:|DỰ THẢO)/.test(line.text))) return false;
  if (centred) return label === null || STARTS_LOWER.test(line.text) || isWrappedDash(label, last);
  return bodyContinues(open, line, column, isWideGap(last, line, pitch), label);
}

/** A line broken early for its looks (titles, table heads): the sentence goes on in lower case, or after a dash. */
function goesOnInside(last: Segment, line: Segment, pitch: number): boolean {
  if (isWideGap(last, line, pitch) || isAll(last, 'bold') !== isAll(line, 'bold')) return false;
  if (/[\p{L}\p{N})] ?[-–]$/u.test(last.text.trimEnd())) return true;
  return /^\p{Ll}/u.test(line.text) && !ENDS_SENTENCE.test(last.text.trimEnd()) && splitLabel(line.text).label === null;
}

/** "02 đồ họa thông tin⏎01 phim": counts one below the other are products, one a line. */
function opensProduct(first: Segment, last: Segment, line: Segment): boolean {
  const count = /^\d{1,3}\s+\p{L}/u;
  return count.test(first.text) && count.test(line.text) && !/[,;(]$/.test(last.text.trimEnd());
}

/** Body text: indentation is the best witness, then space between paragraphs, then the sentence itself. */
function bodyContinues(open: PdfPara, line: Segment, column: Column, wide: boolean, label: string | null): boolean {
  const first = open.lines[0]!;
  const last = open.lines.at(-1)!;
  const lower = STARTS_LOWER.test(line.text);
  const ended = ENDS_SENTENCE.test(last.text.trimEnd());
  const hanging = splitLabel(first.text).label !== null && open.lines.length === 1 && line.x0 > first.x0 + 4;
  const edge = open.lines.length > 1 ? open.lines[1]!.x0 : column.left;
  const setIn = line.x0 > edge + 7 && !hanging;
  if (label !== null && opensItem(label, lower, ended, setIn, column.indented)) return false;
  if (setIn && lower && !ended && !wide) return true;
  if (setIn && (column.indented || ended || wide)) return false;
  if (wide && !lower) return false;
  if (column.indented || lower) return true;
  return !ended || open.lines.length === 1 || !/^["“]?\p{Lu}/u.test(line.text) || !wide;
}

/** A number or dash at the start of a line is a new item, unless it was only wrapped there ("2020 -⏎2021"). */
function opensItem(label: string, lower: boolean, ended: boolean, setIn: boolean, indented: boolean): boolean {
  if (setIn) return true;
  if (indented) return ended && !/^[-–+•*]$/.test(label) && !lower;
  return ended || !/^[-–]$/.test(label);
}

/** A dash that stood inside a sentence and came to the start of a line. */
function isWrappedDash(label: string, last: Segment): boolean {
  return /^[-–]$/.test(label) && !ENDS_SENTENCE.test(last.text.trimEnd());
}

function isWideGap(last: Segment, line: Segment, pitch: number): boolean {
  if (last.page !== line.page) return false;
  return (line.y - last.y) / line.size > pitch * 1.12;
}

/** Bold turns plain (or back) between two lines, or capitals end: a heading and its text. */
function looksChange(open: PdfPara, last: Segment, line: Segment, column: Column): boolean {
  const lower = STARTS_LOWER.test(line.text);
  // Where first lines are set in, a line at the edge goes on with the bold lead that filled the line above.
  if (column.indented && line.x0 < column.left + 3 && open.lines.length === 1 && last.x0 > column.left + 7)
    return false;
  if (isAll(last, 'bold') !== isAll(line, 'bold') && !lower && (isAll(open.lines[0]!, 'bold') || isAll(line, 'bold'))) {
    // A bold lead may fill a line by itself; then the plain text behind it starts in the line, not on a new one.
    if (isAll(open.lines[0]!, 'bold') === isAll(last, 'bold')) return true;
  }
  const apart = (isCentred(line, column) && isCentred(last, column)) || column.narrow;
  if (!apart || isCapitals(last.text) === isCapitals(line.text)) return false;
  // One word in capitals (an abbreviation, the end of a sentence) does not make a heading.
  return /\s\S/.test((isCapitals(line.text) ? line.text : last.text).trim());
}

/** True when the next word would not have fitted: the machine broke the line, not the author. */
function isFull(last: Segment, next: Segment, column: Column): boolean {
  const width = column.right - column.left;
  const word = /^\S+/.exec(next.text.trim())?.[0] ?? '';
  const scale = next.text.length > 0 ? (next.x1 - next.x0) / Math.max(1, measure(next.text)) : 0;
  const needed = (measure(word) + 250) * scale;
  const used = column.centred || isCentred(last, column) ? last.x1 - last.x0 : last.x1 - column.left;
  // The true width of a letterhead's column does not show; long names nearly fill what could be theirs.
  const enough = column.narrow && column.centred ? 0.89 : 0.985;
  return used + needed > width * enough - 1;
}

/** Set in on both sides by the same measure: the nearer to the edges, the more exactly. */
export function isCentred(line: Segment, column: Column): boolean {
  const left = line.x0 - column.left;
  const right = column.right - line.x1;
  if (left < 3 || right < 3) return false;
  const usual = column.indent !== undefined && Math.abs(line.x0 - column.indent) < 2.5;
  if (usual && right < left + 9 && line.x1 - line.x0 > (column.right - column.left) * 0.5) return false;
  if (column.centred) return true;
  const near = Math.min(left, right);
  const tolerance = near < 24 ? 3 : near < 60 ? 9 : 20;
  return Math.abs(left - right) < tolerance;
}

function isAll(line: Segment, style: 'bold' | 'italic'): boolean {
  let all = 0;
  let hits = 0;
  for (const run of line.runs) {
    all += run.text.length;
    if (run[style]) hits += run.text.length;
  }
  return hits >= all * 0.85;
}

function sameLook(a: Segment, b: Segment): boolean {
  return isAll(a, 'bold') === isAll(b, 'bold') && isCapitals(a.text) && isCapitals(b.text);
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}{2}/u.test(text);
}
