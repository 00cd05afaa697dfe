/**
 * Splits the number or bullet off the front of a paragraph: what Decree 30 uses (I. / 1. / a) / -) and what people
 * type instead (I/ · I- · 1) · 1/ · 1.1 · (1) · Phần I · + · •). Whether a label really opens a heading is decided
 * later from its neighbours; here it only has to look like one and not like a date, a sum or "V/v".
 */
export interface Labelled {
  /** As printed, without the space after it: 'I.', '2.1.', 'a)', '-'; null when the text starts with none. */
  label: string | null;
  /** The rest, without leading or trailing spaces. */
  text: string;
  /** Where `text` starts in the line given, so that bold and italic stretches can be moved along. */
  skip: number;
}

/** Wingdings and Symbol bullets arrive as private-use code points (U+F0xx). */
const BULLET = /^([-–—−•+*·▪▫●○◦■□◆❖➢➤►▶✓✔✦★☑§\u25aa\uf000-\uf0ff])(?:\s+|(?=\p{L}))(?=\S)/u;
const DIVISION =
  /^((?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|ĐIỀU|Điều)\s+(?:[IVXLC]{1,6}|\d{1,2}|thứ \p{Ll}+|THỨ \p{Lu}+|[A-H])(?:\s*[.:)/]|(?=\s*$|\s+[-–]\s)))\s*(?:[-–]\s+)?/u;
const ROMAN = /^([IVXLC]{1,6}\s?[.)/:]|[IVXLC]{1,6}\s?[-–](?=\s|\p{Lu}\p{L}))(?:\s+|(?=\p{Lu}))(?=\S)/u;
const CAPITAL = /^([A-HKĐ][.)/])(?:\s+(?=\p{Lu})|(?=\p{Lu}\p{L}))/u;
const NUMBER = /^(\d{1,2}(?:\.\d{1,2}){0,4}\s?[.)/])(?!\p{Lu}[\p{Lu}\d&]*\s?[-–]\s?\p{Lu})(?:\s+|(?=\p{L}))(?=\S)/u;
const NUMBER_DASH = /^(\d{1,2}(?:\.\d{1,2}){0,4}\s?[-–])(?:\s+(?=\p{Lu})|(?=\p{Lu}\p{Ll})|(?<=\d[-–])\s+(?=\p{Ll}))/u;
const NUMBER_BARE = /^(\d{1,2}(?:\.\d{1,2}){1,4})(?:\s+(?=\p{Lu})|(?=\p{Lu}\p{Ll}))/u;
const LETTER = /^([a-zđ][.)/])(?:\s+|(?=\p{Lu}))(?=\S)/u;
const BRACKETED = /^(\((?:\d{1,2}|[a-zđ]|[ivx]{1,5}|[IVX]{1,5})\))\s*(?=\S)/u;

const SHAPES = [DIVISION, ROMAN, CAPITAL, NUMBER, NUMBER_DASH, NUMBER_BARE, LETTER, BRACKETED, BULLET];

/**
 * @param line one paragraph, NFC
 * @returns its label and the rest; a line that is nothing but a label keeps it as text
 */
export function splitLabel(line: string): Labelled {
  const text = line.trim();
  const lead = line.length - line.trimStart().length;
  for (const shape of SHAPES) {
    const found = shape.exec(text);
    if (!found?.[1]) continue;
    const rest = text.slice(found[0].length).trimStart();
    return { label: found[1].replace(/\s+(?=[.)/:–-]$)/, ''), text: rest, skip: lead + text.length - rest.length };
  }
  return { label: null, text, skip: lead };
}
