import type { TextLine } from './text-lines.ts';
import type { TextTable } from './text-tables.ts';

export const LETTERHEAD = /C[ỘÔ]NG\s+H(?:ÒA|OÀ|ÕA)\s+X[ÃẢ]\s+H[ỘÔ]I|Độc lập\s*[-–]\s*Tự do/i;
const NATIONAL =
  /\s*(?:C[ỘÔ]NG\s+H(?:ÒA|OÀ|ÕA)\s+X[ÃẢ]\s+H[ỘÔ]I\s+CH[ỦU]\s+NGHĨA\s+VI[ỆÊ]T\s+NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc)\s*/iu;
const RECIPIENTS = /^[*_#\s]*Nơi\s+(?:nhận|gửi)/i;
/** Two posts side by side: who drew the plan up, and who signs. */
const POSTS = /^[\p{Lu}\s./]{5,}\t[\p{Lu}\s./]{5,}$/u;
const LAST_RECIPIENT = /^[-–+•*]?\s*Lưu(?![\p{L}])/iu;
/** The post stands beside one of the recipients. */
const POST_BESIDE = /^[-–+•*]\s*\p{L}[^\t]*\t[\p{Lu}\s./]{7,}$/u;
const HEAD_LINES = 25;

/**
 * Two columns printed side by side (issuing body | national title, recipients | signer) come out of a text file as
 * lines with a gap. Each such stretch is put in reading order: the left column, then the right one.
 */
export function untangleColumns(lines: TextLine[]): TextLine[] {
  const out = withoutPipes(lines);
  const head = lines.slice(0, HEAD_LINES).findIndex((line) => LETTERHEAD.test(line.text));
  if (head >= 0) reorder(out, headStretch(out, head));
  const tail = out.findLastIndex(
    (line, i) =>
      (line.text.includes('\t') && (RECIPIENTS.test(line.text) || (i > out.length - 20 && POSTS.test(line.text)))) ||
      (RECIPIENTS.test(line.text) && out.slice(i + 1, i + 15).some((below) => POST_BESIDE.test(below.text))),
  );
  if (tail >= 0) reorder(out, [tail, endOfSignature(out, tail)]);
  return out;
}

/** Pages of law sites print the columns of head and signature as "left | right |", without being a table of Markdown. */
function withoutPipes(lines: readonly TextLine[]): TextLine[] {
  const head = lines.findIndex((line, i) => i < HEAD_LINES && LETTERHEAD.test(line.text));
  const tail = lines.findLastIndex((line, i) => i > lines.length - 60 && RECIPIENTS.test(line.text));
  return lines.map((line, i) => {
    const placed = (head >= 0 && i <= head + 8) || (tail >= 0 && i >= tail && i <= tail + 40);
    if (!placed || !line.text.includes('|') || line.text.startsWith('|')) return line;
    return { ...line, text: line.text.replace(/\s*\|\s*$/, '').replace(/\s*\|\s*/g, '\t') };
  });
}

/** The signature ends before an annex. */
function endOfSignature(lines: readonly TextLine[], from: number): number {
  const annex = lines.findIndex(
    (line, i) => i > from && /^[*#\s]*(?:PHỤ LỤC|PHỤ BIỂU|BIỂU|DANH MỤC|MẪU|BẢNG)(?![\p{L}])/u.test(line.text),
  );
  return Math.min(annex < 0 ? lines.length : annex, from + 40);
}

/** From the first line of the file to the line with place and date, if it follows soon. */
function headStretch(lines: readonly TextLine[], at: number): [number, number] {
  const end = lines.slice(at, at + 8).findIndex((line) => /ngày[\s.…\d]+tháng/i.test(line.text));
  return [0, end < 0 ? at + 2 : at + end + 1];
}

function reorder(lines: TextLine[], [from, to]: [number, number]): void {
  const left: TextLine[] = [];
  const right: TextLine[] = [];
  let split = false;
  let listed = false;
  for (const line of lines.slice(from, to)) {
    // Below the last recipient only the signature goes on, even where it lost its tabs.
    const [one, two] = listed && split && line.text !== '' && !line.text.includes('\t') ? [null, line] : sides(line);
    listed ||= LAST_RECIPIENT.test(line.text);
    if (one) left.push(one);
    if (two) right.push(two);
    if (one && two) split = true;
  }
  if (split) lines.splice(from, to - from, ...left, ...right);
}

function sides(line: TextLine): [TextLine | null, TextLine | null] {
  const national = NATIONAL.exec(line.text);
  if (national) {
    const before = line.text.slice(0, national.index).replaceAll('\t', ' ').trim();
    return [before === '' ? null : { ...line, text: before }, { ...line, text: national[0].trim() }];
  }
  const cells = line.text.split('\t').map((cell) => cell.trim());
  const right = cells
    .slice(1)
    .filter((cell) => cell !== '')
    .join(' ');
  if (line.text === '') return [line, null];
  if (right === '') return line.indent >= 30 ? [null, line] : [line, null];
  return [cells[0] === '' ? null : { ...line, text: cells[0]! }, { ...line, text: right }];
}

/** A table that only places text side by side, read column by column; null for a table of data. */
export function layoutLines(table: TextTable): { text: string; from: number; to: number }[] | null {
  const all = table.rows.flat().flatMap((cell) => cell.lines);
  const text = all.map((line) => line.text).join('\n');
  const layout =
    table.cols <= 4 && text.length < 2000 && (LETTERHEAD.test(text) || /^[*_#\s]*Nơi\s+(?:nhận|gửi)/im.test(text));
  if (!layout) return null;
  return Array.from({ length: table.cols }, (_, col) => table.rows.flatMap((row) => row[col]?.lines ?? [])).flat();
}
