import type { Column, PdfPara } from './pdf-paragraphs.ts';
import type { Segment } from './pdf-types.ts';
import type { RawRun } from './raw.ts';
import { measure } from './times-widths.ts';

/** Text of a paragraph with its styles. */
export function paraRuns(para: PdfPara): RawRun[] {
  const runs: RawRun[] = [];
  let before: Segment | null = null;
  for (const line of para.lines) {
    line.runs.forEach((run, i) => {
      const blank =
        i > 0 ? gapBefore(line.runs[i - 1]!, run) : before !== null && !isTightBreak(before, line, para.column);
      runs.push({ text: `${blank ? ' ' : ''}${run.text}`, bold: run.bold, italic: run.italic });
    });
    before = line;
    const last = runs.at(-1);
    if (last) last.text = last.text.trimEnd();
  }
  return runs;
}

/** A line that ends in a tight dash or slash goes on without a space, and so does a date too long for its column. */
function isTightBreak(last: Segment, next: Segment, column: Column): boolean {
  const end = /\S+$/.exec(last.text.trimEnd())?.[0] ?? '';
  if (/[\p{L}\p{N}][-/]$/u.test(end)) return true;
  const start = /^\S+/.exec(next.text.trim())?.[0] ?? '';
  if (/^(?:https?:\/\/|www\.)/.test(end) && /[/.=_-]/.test(start)) return true;
  if (!/\d$/.test(end) || !/^\d/.test(start)) return false;
  const scale = (last.x1 - last.x0) / Math.max(1, measure(last.text.trimEnd()));
  return (
    measure(end + start) * scale > (column.right - column.left) * 1.02 &&
    measure(end) * scale > (column.right - column.left) * 0.75
  );
}

function gapBefore(last: Segment['runs'][number], run: Segment['runs'][number]): boolean {
  return run.x - (last.x + last.width) > 0.12 * run.size && !/\s$/.test(last.text);
}
