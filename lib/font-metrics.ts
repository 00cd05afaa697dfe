import { advances, codes, covered, unitsPerEm, vertical } from './font-metrics.gen.ts';

/**
 * Widths of text in Tinos, and so in Times New Roman, whose advance widths it shares. Used where a writer must know
 * before the word processor does how long a line is: rules under a name, row heights of a sheet, balanced titles.
 */
export type FontStyle = 'regular' | 'bold' | 'italic' | 'boldItalic';

const STYLES: Record<FontStyle, number> = { regular: 0, bold: 1, italic: 2, boldItalic: 3 };

/** Vertical measures of one line set solid, in em: ascent + descent + gap is the pitch of "single" spacing in Word. */
export const lineMetrics = {
  ascent: vertical.ascent / unitsPerEm,
  descent: -vertical.descent / unitsPerEm,
  gap: vertical.lineGap / unitsPerEm,
};

/** Distance between base lines at single spacing, in em (1.15 for Times). */
export const singleSpacing = lineMetrics.ascent + lineMetrics.descent + lineMetrics.gap;

const tables = advances.map((widths) => new Map(codes.map((code, i) => [code, widths[i] ?? 0])));

/** Half an em: about the mean letter; for code points outside the table (other scripts, symbols). */
const UNKNOWN = unitsPerEm / 2;

/** Width of `text` on one line. NFC text expected; no kerning, as in Word's default. @returns points */
export function textWidth(text: string, style: FontStyle, size: number): number {
  const table = tables[STYLES[style]];
  let units = 0;
  for (const char of text) units += table?.get(char.codePointAt(0) ?? 0) ?? UNKNOWN;
  return (units * size) / unitsPerEm;
}

/** Whether all four styles of the font have a glyph for this code point. */
export function isCovered(code: number): boolean {
  let low = 0;
  let high = covered.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (code < (covered[middle * 2] ?? 0)) high = middle - 1;
    else if (code > (covered[middle * 2 + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}

/**
 * Lines of `text` in a column `width` points wide, broken at spaces and after hyphens as a word processor does; a word
 * wider than the column is broken between letters. A line feed always breaks.
 */
export function wrapText(text: string, style: FontStyle, size: number, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, style, size, width));
}

/** A word up to and with its hyphen, a word, or breaking space; a no-break space is part of the word. */
const PIECES = /[^ \t-]*-+|[^ \t-]+|[ \t]+/g;

function wrapParagraph(text: string, style: FontStyle, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    if (line !== '' && textWidth((line + piece).trimEnd(), style, size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line = line === '' ? breakWord(piece.trimStart(), style, size, width, lines) : line + piece;
  }
  return [...lines, line.trimEnd()];
}

/** Puts the full lines of an over-long word into `lines` and answers the rest. */
function breakWord(word: string, style: FontStyle, size: number, width: number, lines: string[]): string {
  if (textWidth(word, style, size) <= width) return word;
  let rest = '';
  for (const char of word) {
    if (rest !== '' && textWidth(rest + char, style, size) > width) {
      lines.push(rest);
      rest = '';
    }
    rest += char;
  }
  return rest;
}

export interface BalanceOptions {
  style: FontStyle;
  /** Points. */
  size: number;
  /** Points. */
  width: number;
  /** What breaking between two words is worth, as a share of the width: above 0 liked, below 0 avoided. */
  breakWorth?: (before: string, after: string) => number;
}

/**
 * Breaks a centred name or title into the fewest lines that fit, then chooses among such breaks the one whose lines
 * are most even, counting in what `breakWorth` says of each break. Long text falls back to plain wrapping.
 */
export function balancedLines(text: string, options: BalanceOptions): string[] {
  const greedy = wrapText(text, options.style, options.size, options.width);
  const words = text.split(' ');
  if (greedy.length === 1 || waysToCut(words.length, greedy.length) > MOST_WAYS) return greedy;
  const score = lineScore(words, options);
  let best = { cost: Number.POSITIVE_INFINITY, starts: [] as number[] };
  for (const starts of cuts(words.length, greedy.length)) {
    const cost = score(starts);
    if (cost < best.cost) best = { cost, starts };
  }
  if (best.cost === Number.POSITIVE_INFINITY) return greedy;
  return best.starts.map((start, i) => words.slice(start, best.starts[i + 1]).join(' '));
}

/** More ways than this is running text, where evenness no longer shows and the search would grow. */
const MOST_WAYS = 20_000;

/** Number of ways to cut `words` words into `lines` lines. */
function waysToCut(words: number, lines: number): number {
  let ways = 1;
  for (let i = 1; i < lines; i++) ways = (ways * (words - i)) / i;
  return ways;
}

/** Every way to cut `words` words into `count` lines, as the index of each line's first word. */
function* cuts(words: number, count: number, from = 0): Generator<number[]> {
  if (count === 1) yield [from];
  else
    for (let next = from + 1; next <= words - count + 1; next++)
      for (const rest of cuts(words, count - 1, next)) yield [from, ...rest];
}

/** Cost of a way to cut: spread of the line widths less what the breaks are worth; infinite if it overflows. */
function lineScore(words: string[], { style, size, width, breakWorth }: BalanceOptions): (starts: number[]) => number {
  const space = textWidth(' ', style, size);
  const before = [0];
  for (const word of words) before.push((before.at(-1) ?? 0) + textWidth(word, style, size) + space);
  const worths = words.map((word, i) => breakWorth?.(words[i - 1] ?? '', word) ?? 0);
  return (starts) => {
    let widest = 0;
    let narrowest = Number.POSITIVE_INFINITY;
    let worth = 0;
    starts.forEach((start, i) => {
      const line = (before[starts[i + 1] ?? words.length] ?? 0) - (before[start] ?? 0) - space;
      widest = Math.max(widest, line);
      narrowest = Math.min(narrowest, line);
      if (i > 0) worth += worths[start] ?? 0;
    });
    return widest > width ? Number.POSITIVE_INFINITY : (widest - narrowest) / width - worth;
  };
}
