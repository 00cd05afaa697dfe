import { splitLabel } from './label.ts';

/** How the lines of a text were broken. */
export interface Wrapping {
  /** Width of the column in which lines were wrapped by a machine; null when every paragraph is one line. */
  column: number | null;
  /** True when a blank line stands between paragraphs, so that no other break inside a group is the author's. */
  blankSeparated: boolean;
}

/** Advance widths of Times in thousandths of an em, by base letter: enough to see whether one more word would have fitted. */
const WIDTHS: Record<string, number> = {
  a: 444,
  b: 500,
  c: 444,
  d: 500,
  e: 444,
  f: 333,
  g: 500,
  h: 500,
  i: 278,
  k: 500,
  l: 278,
  m: 778,
  n: 500,
  o: 500,
  p: 500,
  q: 500,
  r: 333,
  s: 389,
  t: 278,
  u: 500,
  v: 500,
  w: 722,
  x: 500,
  y: 500,
  z: 444,
  ' ': 250,
  '.': 250,
  ',': 250,
  ';': 278,
  ':': 278,
  '-': 333,
  '(': 333,
  ')': 333,
  '/': 278,
};
const CAPITAL = 690;

const baseWidths = new Map<string, number>();

function widthOf(char: string): number {
  let width = baseWidths.get(char);
  if (width === undefined) {
    const base = char.normalize('NFD').charAt(0).replace('đ', 'd').replace('ơ', 'o').replace('ư', 'u');
    width = WIDTHS[base] ?? (/\p{Lu}/u.test(char) ? CAPITAL : 500);
    baseWidths.set(char, width);
  }
  return width;
}

/** Width of a line set in Times, in thousandths of an em. */
export function measure(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += widthOf(text.charAt(i));
  return width;
}

const MAX_COLUMN = 150 * 450;

/** Looks at line lengths: machine-wrapped text has many lines that end just before one edge, and hardly any beyond it. */
export function findWrapping(lines: readonly string[]): Wrapping {
  const prose = lines.filter((line) => line.length >= 20 && !line.includes('\t'));
  const widths = prose.map(measure).sort((a, b) => a - b);
  const column = widths.length < 6 ? null : findColumn(widths);
  return { column, blankSeparated: isBlankSeparated(lines) };
}

function findColumn(sorted: number[]): number | null {
  let best: { edge: number; share: number } | null = null;
  for (const quantile of [1, 0.99, 0.97, 0.95]) {
    const edge = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * quantile) - 1)]!;
    if (edge > MAX_COLUMN) continue;
    const full = sorted.filter((width) => width >= edge * 0.85 && width <= edge * 1.01).length;
    const share = full / sorted.length;
    if (!best || share > best.share + 0.02) best = { edge, share };
  }
  return best && best.share >= 0.35 ? best.edge : null;
}

function isBlankSeparated(lines: readonly string[]): boolean {
  let opened = 0;
  let afterBlank = 0;
  for (let i = 1; i < lines.length; i++) {
    if (!/^(?:[IVX]+|\d{1,2})[.)/]\s*\p{Lu}/u.test(lines[i]!)) continue;
    opened++;
    if (lines[i - 1] === '') afterBlank++;
  }
  return opened > 0 && afterBlank >= opened * 0.7;
}

const ENDS_SENTENCE = /[.;:!?…]["”’)\]]*$/;
const STARTS_LOWER = /^["“(]?\p{Ll}/u;
const CAPITALS = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u;

export interface LineLook {
  text: string;
  bold: boolean;
  indent: number;
}

/** Whether two neighbouring lines are one paragraph. `apart` = a blank line or a page end stands between them. */
export function continues(before: LineLook, after: LineLook, apart: boolean, wrapping: Wrapping): boolean {
  const previous = before.text;
  const next = after.text;
  if (CAPITALS.test(previous) && STARTS_LOWER.test(next)) return false;
  if (before.bold !== after.bold && !STARTS_LOWER.test(next)) return false;
  const full =
    wrapping.column !== null && measure(`${previous} ${/^\S+/.exec(next)?.[0] ?? ''}`) > wrapping.column * 0.985;
  if (opensItem(next, ENDS_SENTENCE.test(previous), full)) return false;
  if (STARTS_LOWER.test(next) || /^[,;.)]/.test(next))
    return !ENDS_SENTENCE.test(previous) && goesOn(previous, apart, full, wrapping);
  if (apart || !full) return false;
  if (CAPITALS.test(previous) !== CAPITALS.test(next)) return false;
  return (
    !ENDS_SENTENCE.test(previous) ||
    wrapping.blankSeparated ||
    (after.indent <= before.indent && previous.endsWith(','))
  );
}

/** A sentence that goes on in lower case: inside a wrapped text always, elsewhere only after a line of prose. */
function goesOn(previous: string, apart: boolean, full: boolean, wrapping: Wrapping): boolean {
  if (!apart && wrapping.column !== null) return true;
  return full || previous.length >= 40 || /[,–-]$/.test(previous);
}

/** The next line starts with a number or bullet of its own (a dash that a wrap left at the start of a line is not one). */
function opensItem(next: string, afterSentence: boolean, full: boolean): boolean {
  const { label, text } = splitLabel(next);
  if (label === null) return false;
  const dash = /^[-–—]$/.test(label);
  return !(dash && full && !afterSentence && /^[\p{Ll}\d]/u.test(text));
}
