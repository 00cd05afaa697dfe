import type { RawRun } from './raw.ts';

/** Text with one flag byte a UTF-16 unit (1 bold, 2 italic). */
export interface StyledText {
  text: string;
  flags: Uint8Array;
  /** True when the file held decomposed letters (a base letter and loose marks). */
  decomposed: boolean;
}

const FLAG = { bold: 1, italic: 2 } as const;
// Loose joiners and format characters, and control characters other than tab, line feed, vertical tab and form feed.
const INVISIBLE = /\u00AD|\p{Cf}|(?![\t\n\v\f\r])\p{Cc}/gu;
const ODD_SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\v\f]/g;

/** Joins the runs of a paragraph: NFC, ordinary single spaces, one tab for a row of tabs, '\n' for a line break. */
export function cleanRuns(runs: RawRun[]): StyledText {
  let text = '';
  let decomposed = false;
  const stretches: [number, number][] = [];
  for (const run of glueLooseMarks(runs)) {
    const composed = run.text.normalize('NFC');
    if (composed.length !== run.text.length) decomposed = true;
    const clean = composed.replace(INVISIBLE, '').replace(ODD_SPACES, ' ').replace(/\r\n?/g, '\n');
    const before = text.length;
    text = appendCollapsed(text, clean);
    if (text.length > before) stretches.push([text.length, (run.bold ? 1 : 0) | (run.italic ? 2 : 0)]);
  }
  const flags = new Uint8Array(text.length);
  let from = 0;
  for (const [to, flag] of stretches) {
    flags.fill(flag, from, to);
    from = to;
  }
  return { text, flags, decomposed };
}

function appendCollapsed(text: string, clean: string): string {
  let collapsed = clean.includes('\n') ? clean.replace(/ *\n */g, '\n') : clean;
  if (collapsed.includes('\t')) collapsed = collapsed.replace(/ *\t[ \t]*/g, '\t');
  if (collapsed.includes('  ')) collapsed = collapsed.replace(/ {2,}/g, ' ');
  const last = text.charAt(text.length - 1);
  const afterBlank = last === '' || last === ' ' || last === '\t' || last === '\n';
  return afterBlank ? text + collapsed.replace(/^ +/, '') : text + collapsed;
}

/** Marks that begin a run belong to the letter that ends the run before. */
function glueLooseMarks(runs: RawRun[]): RawRun[] {
  const out: RawRun[] = [];
  for (const run of runs) {
    const marks = /^\p{M}+/u.exec(run.text)?.[0] ?? '';
    const last = out.at(-1);
    if (marks !== '' && last) {
      out[out.length - 1] = { ...last, text: last.text + marks };
      out.push({ ...run, text: run.text.slice(marks.length) });
    } else out.push(run);
  }
  return out;
}

export function sliceStyled(styled: StyledText, from: number, to = styled.text.length): StyledText {
  const text = styled.text.slice(from, to);
  const lead = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const start = from + lead;
  return { text: trimmed, flags: styled.flags.slice(start, start + trimmed.length), decomposed: styled.decomposed };
}

/**
 * Cuts at the line breaks that an author set inside a paragraph (Shift+Enter), where both sides stand alone;
 * a break in the middle of a sentence becomes a space.
 */
export function splitAtBreaks(styled: StyledText): StyledText[] {
  const pieces: StyledText[] = [];
  let from = 0;
  for (let at = styled.text.indexOf('\n'); at >= 0; at = styled.text.indexOf('\n', at + 1)) {
    const before = styled.text.slice(from, at);
    const after = styled.text.slice(at + 1);
    if (!isAuthorsBreak(before, after) && !isLookChange(styled, at)) continue;
    pieces.push(oneLine(sliceStyled(styled, from, at)));
    from = at + 1;
  }
  pieces.push(oneLine(sliceStyled(styled, from)));
  return pieces;
}

function oneLine(styled: StyledText): StyledText {
  return styled.text.includes('\n') ? { ...styled, text: styled.text.replaceAll('\n', ' ') } : styled;
}

/** Bold or italic begins or ends at the break, and a capital follows: "Độc lập …" above the place and date. */
function isLookChange(styled: StyledText, at: number): boolean {
  return /^\s*["“(]?\p{Lu}/u.test(styled.text.slice(at + 1, at + 8)) && styled.flags[at - 1] !== styled.flags[at + 1];
}

function isAuthorsBreak(before: string, after: string): boolean {
  const first = after.trimStart();
  if (first === '' || before.trim() === '') return true;
  if (/^(?:[-–+•*]|\d{1,2}[.)/]|[a-zđ]\)|[IVX]+\.)\s*\S/.test(first)) return true;
  return /^["“(]?\p{Lu}/u.test(first) && (!/[\p{Ll},]$/u.test(before.trimEnd()) || /^\p{Lu}{2}/u.test(first));
}

/** True when nearly all letters and digits carry the style. */
export function mostly(styled: StyledText, style: keyof typeof FLAG): boolean {
  let all = 0;
  let hits = 0;
  for (let i = 0; i < styled.text.length; i++) {
    if (styled.text.charCodeAt(i) <= 32) continue;
    all++;
    if (styled.flags[i]! & FLAG[style]) hits++;
  }
  return all > 0 && hits >= all * 0.9;
}

/** Length of the bold stretch that opens the text, 0 when there is none. */
export function boldLead(styled: StyledText): number {
  let end = 0;
  for (let i = 0; i < styled.text.length; i++) {
    const blank = styled.text.charCodeAt(i) <= 32;
    if (!blank && !(styled.flags[i]! & FLAG.bold)) break;
    if (!blank) end = i + 1;
  }
  return end > 1 ? end : 0;
}

export const italicSpans = (styled: StyledText): [number, number][] => spansOf(styled, 'italic');

/** Stretches [from, to) that are bold or italic. */
export function spansOf(styled: StyledText, style: keyof typeof FLAG): [number, number][] {
  const spans: [number, number][] = [];
  for (let i = 0; i < styled.text.length; i++) {
    if (!(styled.flags[i]! & FLAG[style])) continue;
    const last = spans.at(-1);
    if (last && last[1] === i) last[1] = i + 1;
    else spans.push([i, i + 1]);
  }
  return spans;
}
