import { splitLabel } from './label.ts';
import type { StyledText } from './styled-text.ts';
import { measure } from './times-widths.ts';

/** How the lines of a text were broken. */
export interface Wrapping {
  /** Where a machine broke the lines; null when every paragraph is one line. */
  edge: Edge | null;
  /** Broken at no straight edge (source of a web page): what is not ended goes on. */
  ragged: boolean;
}

interface Edge {
  /** Widest line, in what `width` measures. */
  at: number;
  width: (text: string) => number;
  space: number;
}

const MAX_CHARS = 150;
const METRICS = [
  { width: (text: string) => text.length, space: 1, slack: 1 },
  { width: measure, space: 250, slack: 0.985 },
];

/**
 * Looks for the edge at which lines were broken: many lines end just before it and hardly any goes beyond, in letters
 * (mail, terminals) or in the widths of the printed type (text copied from a page). Breaks before a small letter are
 * surely not the author's: the edge must explain them.
 */
export function findWrapping(lines: readonly string[]): Wrapping {
  const prose = lines.filter((line) => line.length >= 20 && !line.includes('\t') && !line.startsWith('|'));
  if (prose.length < 6) return { edge: null, ragged: false };
  const pairs = surePairs(lines);
  let best: { edge: Edge; share: number } | null = null;
  for (const { width, space, slack } of METRICS) {
    const at = findEdge(
      prose.map(width).sort((a, b) => a - b),
      width === measure ? MAX_CHARS * 450 : MAX_CHARS,
    );
    if (at === null) continue;
    const edge = { at: at * slack, width, space };
    const share =
      pairs.length === 0 ? 0.5 : pairs.filter(([before, after]) => isFull(edge, before, after)).length / pairs.length;
    if (!best || share > best.share) best = { edge, share };
  }
  if (best && best.share >= 0.5) return { edge: best.edge, ragged: best.share < 0.9 && pairs.length >= 5 };
  const edge = pairs.length >= 5 ? ragged(prose) : null;
  return { edge, ragged: edge !== null };
}

/** Lines broken without a straight edge (source of a web page): three quarters of the usual width count as full. */
function ragged(prose: readonly string[]): Edge | null {
  const sorted = prose.map((line) => line.length).sort((a, b) => a - b);
  const usual = sorted[Math.floor(sorted.length * 0.95)]!;
  return usual > MAX_CHARS ? null : { at: usual * 0.75, width: (text) => text.length, space: 1 };
}

/** Neighbouring lines that are one sentence beyond doubt. */
function surePairs(lines: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let i = 1; i < lines.length && pairs.length < 2000; i++) {
    const [before, after] = [lines[i - 1]!, lines[i]!];
    if (before.length >= 20 && /[\p{L}\d,]$/u.test(before) && /^\p{Ll}{2,}/u.test(after)) pairs.push([before, after]);
  }
  return pairs;
}

function findEdge(sorted: number[], widest: number): number | null {
  let best: { edge: number; share: number } | null = null;
  for (const quantile of [1, 0.99, 0.97, 0.95]) {
    const edge = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * quantile) - 1)]!;
    if (edge > widest) continue;
    const share = sorted.filter((width) => width >= edge * 0.85 && width <= edge * 1.01).length / sorted.length;
    if (!best || share > best.share + 0.02) best = { edge, share };
  }
  return best && best.share >= 0.3 ? best.edge : null;
}

/** True when the first word of the next line would not have fitted on this one. */
function isFull(edge: Edge, before: string, after: string): boolean {
  return edge.width(before) + edge.space + edge.width(/^\S+/.exec(after)?.[0] ?? '') > edge.at;
}

const ENDS_SENTENCE = /[.;:!?…]["”’)\]]*$/;
/** Small letters go on a sentence; so does a number after "ngày", "số" and the like. */
const STARTS_LOWER = /^["“(]?\p{Ll}/u;
const AWAITS_NUMBER = /(?:^|\s)(?:ngày|số|năm|tháng|từ|đến|khoản|Điều|và|của)$/u;
/** Words that no paragraph ends with ("của", not "số": "chuyển đổi số"). */
const HANGS = /(?:^|\s)(?:của|và|các|những|cho|với|nhằm|hoặc|mỗi|về|là|để|bởi|mà|đã|sẽ|trong)$/u;
/** A number that a tab stop parted from its text: "II." on one line, "NỘI DUNG" on the next. */
export const LABEL_ALONE = /^(?:[IVX]{1,5}\.|\d{1,2}(?:\.\d{1,2})*\.|[a-zđ]\)|[-+•])$/u;
/** "Căn cứ Luật …" opens a paragraph, whatever stands above it. */
const OPENS_BASIS =
  /^(?:Căn cứ|Xét đề nghị|Theo đề nghị)(?![\p{L}])|^(?:Thực hiện|Triển khai(?: thực hiện)?)\s+(?:Luật|Nghị|Quyết định|Kế hoạch|Chỉ thị|Công văn|Thông tư|Chương trình|Hướng dẫn)[^.;]*(?:số|ngày)(?![\p{L}])/u;
/** Lines of the end of a document, never a part of the paragraph above. */
const ENDING = /^(?:Nơi (?:nhận|gửi)|(?:TM|KT|TL|TUQ|Q)\.\s*\p{Lu})/u;
/** Two words at least: "GDĐT." may be the last word of a sentence. */
const CAPITALS = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*\s[^\p{Ll}]*$/u;

export interface LineLook {
  text: string;
  bold: boolean;
  indent: number;
  /** Letters of the paragraph so far, this line included. */
  length: number;
}

/** Whether two neighbouring lines are one paragraph. `apart` = a blank line or a page end stands between them. */
export function continues(before: LineLook, after: LineLook, apart: boolean, wrapping: Wrapping): boolean {
  const previous = before.text;
  const next = after.text;
  if (LABEL_ALONE.test(next)) return false;
  if (LABEL_ALONE.test(previous) && !apart && splitLabel(next).label === null) return true;
  const full = wrapping.edge !== null && isFull(wrapping.edge, previous, next);
  if (CAPITALS.test(previous) && STARTS_LOWER.test(next)) return false;
  if (before.bold !== after.bold && !(full && STARTS_LOWER.test(next))) return false;
  if (/\.\/\.?$/.test(previous) || ENDING.test(next) || opensItem(previous, next, full)) return false;
  if (OPENS_BASIS.test(next)) return false;
  if (wrapping.ragged && /;$/.test(previous) && /^\p{Lu}/u.test(next)) return false;
  if (/^\d/.test(next) && AWAITS_NUMBER.test(previous) && !apart) return true;
  if (STARTS_LOWER.test(next) || /^[,;.)]/.test(next))
    return ENDS_SENTENCE.test(previous) ? full && !apart : goesOn(before, apart, full, wrapping);
  if (!apart && HANGS.test(previous) && /^["“(]?[\p{L}\d]/u.test(next) && !CAPITALS.test(next)) return true;
  if (wrapping.ragged && !apart && isUnfinished(previous) && !CAPITALS.test(next)) return true;
  // A full line is hardly ever the last of its paragraph, so a capital behind it goes on the paragraph.
  return full && !apart && CAPITALS.test(previous) === CAPITALS.test(next) && after.indent <= before.indent + 3;
}

/** A line of some length without an end, that is no numbered heading. */
function isUnfinished(previous: string): boolean {
  if (previous.length < 30 || ENDS_SENTENCE.test(previous) || CAPITALS.test(previous)) return false;
  return !/^\(?(?:[IVXLC]+|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)/]/.test(previous);
}

/** A sentence that goes on in lower case: inside a wrapped text always, elsewhere only after a line of prose. */
function goesOn(before: LineLook, apart: boolean, full: boolean, wrapping: Wrapping): boolean {
  if (!apart && wrapping.edge !== null) return true;
  return full || before.length >= 32 || /[,–-]$/.test(before.text);
}

/** The next line starts with a number or bullet of its own (a dash that a wrap left at the start of a line is not one). */
function opensItem(previous: string, next: string, full: boolean): boolean {
  const { label, text } = splitLabel(next);
  if (label === null) return false;
  const dash = /^[-–—]$/.test(label);
  const goesOn = /^[\p{Ll}\d]/u.test(text) || /(?:\/\p{Lu}[\p{Lu}&]*|\d)$/u.test(previous);
  return !(dash && full && !ENDS_SENTENCE.test(previous) && goesOn);
}

/** Lines of one paragraph, with a space for each break. */
export function glue(pieces: StyledText[]): StyledText {
  if (pieces.length === 1) return pieces[0]!;
  const text = pieces.map((piece) => piece.text).join(' ');
  const flags = new Uint8Array(text.length);
  let at = 0;
  for (const piece of pieces) {
    flags.set(piece.flags, at);
    at += piece.text.length;
    // The space that replaced the line break is bold where both sides are.
    if (at < text.length) flags[at] = piece.flags.at(-1) ?? 0;
    at += 1;
  }
  return { text, flags, decomposed: false };
}
