import { paraText } from './layout-table.ts';
import type { RawBlock, RawPara, RawRun } from './raw.ts';

/**
 * Letterheads and signatures that were set side by side with tabs or rows of blanks, not with a table:
 * "SỞ …⇥CỘNG HÒA …". They become left column, then right column, like the tables that do the same.
 */
const GAP = /[\u00A0 ]*\t[\t\u00A0 ]*|[\u00A0 ]{4,}/;
const HEAD = new RegExp(`\\S(?:${GAP.source})\\s*(?:CỘNG H(?:ÒA|OÀ|ÕA)|ĐẢNG CỘNG SẢN)`);
const SIGN = new RegExp(`^\\s*Nơi (?:nhận|gửi)\\s*:?(?:${GAP.source})\\S`, 'i');
const HEAD_REACH = 10;
const SIGN_REACH = 20;

export function untabColumns(blocks: RawBlock[]): RawBlock[] {
  const head = blocks.slice(0, HEAD_REACH).findIndex((block) => block.kind === 'para' && HEAD.test(paraText(block)));
  const opened = head < 0 ? blocks : splitFrom(blocks, head, HEAD_REACH, false);
  const sign = opened.findLastIndex((block) => block.kind === 'para' && SIGN.test(paraText(block)));
  return sign < 0 ? opened : splitFrom(opened, sign, SIGN_REACH, true);
}

/** @param ragged true where lines of the left column may stand alone (the list of recipients) */
function splitFrom(blocks: RawBlock[], from: number, reach: number, ragged: boolean): RawBlock[] {
  const left: RawPara[] = [];
  const right: RawPara[] = [];
  let at = from;
  for (; at < Math.min(blocks.length, from + reach); at++) {
    const block = blocks[at]!;
    if (block.kind !== 'para') break;
    const text = paraText(block);
    if (text.trim() === '') continue;
    const cut = cutAt(text);
    if (cut === null && !(ragged && /^\s*[-–+•]/.test(text))) break;
    if (cut === null) left.push(block);
    else {
      if (cut.from > 0) left.push({ ...block, runs: sliceRuns(block.runs, 0, cut.from) });
      right.push({ ...block, runs: sliceRuns(block.runs, cut.to, text.length), label: null, level: null });
    }
  }
  return [...blocks.slice(0, from), ...left, ...right, ...blocks.slice(at)];
}

/** The gap between the columns; a line that begins with a wide gap stands in the right one. */
function cutAt(text: string): { from: number; to: number } | null {
  const lead = /^(?:\t\s*|[\u00A0 ]{12,})(?=\S)/.exec(text);
  if (lead && !GAP.test(text.trim())) return { from: 0, to: lead[0].length };
  const start = text.length - text.trimStart().length;
  const gap = GAP.exec(text.trim());
  if (!gap) return null;
  // A tab behind a bullet or number belongs to the list.
  if (/^\s*(?:[-–+•*]|\d{1,2}[.)])\s*$/.test(text.slice(0, start + gap.index))) return null;
  return { from: start + gap.index, to: start + gap.index + gap[0].length };
}

function sliceRuns(runs: RawRun[], from: number, to: number): RawRun[] {
  const out: RawRun[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += run.text.length;
    if (text !== '') out.push({ ...run, text });
  }
  return out;
}
