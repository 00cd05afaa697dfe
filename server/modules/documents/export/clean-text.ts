import { isCovered } from '#lib/font-metrics.ts';

/** Bullets and ticks that Word keeps in its symbol fonts (U+F0xx), as the characters they look like. */
const SYMBOLS: Record<string, string> = {
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf0d8': '►',
  '\uf0e0': '→',
  '\uf0fc': '√',
  '\uf02d': '-',
};

/** What the typeface lacks, as the nearest that it has; anything else is shown as MISSING. */
const STAND_INS: Record<string, string> = {
  '☐': '□',
  '☑': '■',
  '☒': '■',
  '✓': '√',
  '✔': '√',
  '➢': '►',
  '➤': '►',
  '❖': '♦',
  '◆': '♦',
  '✦': '♦',
  '⇒': '→',
  '\u2011': '-',
  '\u02bc': '’',
  '，': ',',
  '：': ':',
};

/** Shown in a PDF for a character that the typeface does not have; itself in the typeface. */
const MISSING = '□';

// Controls, zero-width and direction marks: invisible, refused by XML, or able to show text other than it is stored.
const INVISIBLE = /[\p{Cc}\p{Cf}\ufffe\uffff]/gu;
const PRIVATE = /\p{Co}/gu;

/** Plan text fit for any document: NFC, no invisible or control characters, single spaces, symbol fonts undone. */
export function cleanText(text: string): string {
  const visible = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\t\n\v\f\r\u2028\u2029]+/g, ' ')
    .replace(INVISIBLE, '')
    .replace(PRIVATE, (char) => SYMBOLS[char] ?? MISSING);
  return visible.replace(/ {2,}/g, ' ').trim();
}

/** The lines of a text with line feeds, each cleaned, empty ones left out. */
export function cleanLines(text: string): string[] {
  return text
    .split(/[\n\r\u2028\u2029]+/)
    .map(cleanText)
    .filter((line) => line !== '');
}

/** Vietnamese capitals of a cleaned text. */
export function capitals(text: string): string {
  return cleanText(text).toLocaleUpperCase('vi');
}

/** The text in characters that the embedded typeface has, so that nothing falls back to a font of the host. */
export function printableText(text: string): string {
  let printable = '';
  for (const char of text) printable += isCovered(char.codePointAt(0) ?? 0) ? char : (STAND_INS[char] ?? MISSING);
  return printable;
}
