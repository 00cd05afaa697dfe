import { decodeLegacy, detectLegacy } from '#lib/legacy-encoding.ts';
import { joinSyllables } from './split-syllables.ts';

/** One line of a text file. Offsets count in the decoded NFC text of the file. */
export interface TextLine {
  from: number;
  to: number;
  /** Clean text: ordinary single spaces, '\t' for a tab or a gap of four and more spaces, ends trimmed. */
  text: string;
  /** Leading blanks of the printed line (a tab counts as 8). */
  indent: number;
  /** Two trailing spaces or a backslash: Markdown's own line break. */
  hardBreak: boolean;
  /** A page ends here: a form feed, a lone page number or "Trang 2/5". */
  pageBreak: boolean;
}

// An alternation, since loose marks may not stand in a character class.
const INVISIBLE = /\u00AD|\u200B|\u200C|\u200D|\u2060|\uFEFF|\u200E|\u200F|(?![\t\n\v\f\r])\p{Cc}/gu;
const ODD_SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\v\f]/g;
const PAGE_NUMBER = /^(?:[-–—]\s*)?(?:(?:Trang|Page)\s+)?\d{1,3}(?:\s*(?:\/|of|trên)\s*\d{1,3})?(?:\s*[-–—])?$/i;

/** Bytes as text: UTF-8, or UTF-16 by its byte order mark, or one byte a letter where UTF-8 is impossible (old files). */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  }
}

/** The text that offsets count in, and what had to be done to it. */
export function settle(raw: string): { text: string; repairs: { raw: string; normal: string; why: string }[] } {
  const repairs: { raw: string; normal: string; why: string }[] = [];
  const legacy = detectLegacy(raw.slice(0, 200_000));
  const decoded = legacy ? decodeLegacy(raw, legacy) : raw;
  if (legacy) repairs.push({ raw: sample(raw), normal: sample(decoded), why: 'legacy-font' });
  const text = decoded.normalize('NFC');
  if (text.length !== decoded.length)
    repairs.push({ raw: sample(decoded), normal: sample(text), why: 'decomposed-marks' });
  const joined = joinSyllables(text);
  if (joined) repairs.push({ raw: joined.raw, normal: joined.normal, why: 'split-syllables' });
  return { text: joined?.text ?? text, repairs };
}

function sample(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 80);
}

export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = [];
  const ends = /\r\n|[\n\r\f\u2028\u2029]/g;
  let from = 0;
  for (;;) {
    const end = ends.exec(text);
    const to = end ? end.index : text.length;
    lines.push(oneLine(text, from, to, end?.[0] === '\f'));
    if (!end) return lines;
    from = end.index + end[0].length;
  }
}

function oneLine(text: string, from: number, to: number, formFeed: boolean): TextLine {
  const raw = text.slice(from, to);
  const visible = raw.replace(INVISIBLE, '').replace(ODD_SPACES, ' ');
  const lead = /^[ \t]*/.exec(visible)?.[0] ?? '';
  const clean = labelFirst(visible.trim())
    .replace(/(?<=(?:ngày|tháng|Số|Số\s?:)) {4,}(?=tháng|năm|\/|\d)/giu, ' ')
    .replace(/ {4,}| *\t[ \t]*/g, tabs)
    .replace(/ {2,}/g, ' ');
  const leadingTabs = /^\t+/.exec(visible)?.[0].length ?? 0;
  const trailingTabs = /\t+$/.exec(visible.replace(/ +$/, ''))?.[0].length ?? 0;
  return {
    from,
    to,
    // Empty first and last cells of a table row are tabs at the ends of the line.
    text:
      clean === ''
        ? ''
        : '\t'.repeat(clean.includes('\t') ? leadingTabs : 0) +
          clean +
          '\t'.repeat(clean.includes('\t') ? trailingTabs : 0),
    indent: lead.replaceAll('\t', '        ').length,
    hardBreak: /(?: {2,}|\\)$/.test(visible),
    pageBreak: formFeed || PAGE_NUMBER.test(clean),
  };
}

/** "-⇥Text" and "1.⇥Text" are a label and its text, not two cells; a row of a table has more tabs. */
function labelFirst(line: string): string {
  if (/^[-–+•*]\t/.test(line)) return line.replace('\t', ' ');
  return /^(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+|[a-zđA-H])[.)/]\t[^\t]*$/u.test(line) ? line.replace('\t', ' ') : line;
}

/** A gap of spaces is one tab; tabs stay as many as they are, because each ends a cell. */
function tabs(gap: string): string {
  return '\t'.repeat(Math.max(1, gap.split('\t').length - 1));
}
