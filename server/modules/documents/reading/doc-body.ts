import type { DocFile } from './doc-file.ts';
import { eachSprm, SPRM } from './doc-sprm.ts';
import { applyChars, applyPara, type DocLook, type DocParaLook, type DocStyles } from './doc-styles.ts';
import { DocTableBuilder } from './doc-table.ts';
import { type DocText, type PropertyRun, runAt } from './doc-text.ts';
import type { DocxBlock, DocxPara } from './docx-body.ts';
import type { DocxNotes, InlineRun } from './docx-inline.ts';
import type { Numbering } from './docx-numbering.ts';
import { symbolText } from './symbol-fonts.ts';

export interface DocSource {
  file: DocFile;
  text: DocText;
  chars: PropertyRun[];
  paras: PropertyRun[];
  styles: DocStyles;
  numbering: Numbering;
  notes: DocxNotes;
}

const PARAGRAPH = 0x0d;
const CELL = 0x07;
const PAGE = 0x0c;

/** Reads a stretch of the text (the body, the text boxes) as blocks. */
export function readStory(source: DocSource, from: number, to: number): DocxBlock[] {
  const blocks: DocxBlock[] = [];
  const table = new DocTableBuilder();
  const fields: boolean[] = [];
  let start = from;
  for (let at = from; at < to; at++) {
    const mark = source.text.text.charCodeAt(at);
    if (mark !== PARAGRAPH && mark !== CELL && mark !== PAGE) continue;
    const run = runAt(source.paras, source.text.placeOf(at));
    if (mark === PAGE && run && goesOn(source, run, at)) continue;
    const look = run ? applyPara(source.styles.para(run.style), run.properties) : source.styles.para(0);
    if (look.inTable && look.rowEnd && mark === CELL) table.endRow(run!.properties);
    else {
      const para = readParagraph(source, start, at, run?.style ?? 0, look, fields);
      if (look.inTable) table.add(para, mark === CELL);
      else blocks.push(...table.take(), para);
    }
    start = at + 1;
  }
  return [...blocks, ...table.take()];
}

/** A page break inside a paragraph, not the mark that ends a section. */
function goesOn(source: DocSource, run: PropertyRun, at: number): boolean {
  return source.text.placeOf(at + 1) < run.to && source.text.placeOf(at + 1) > run.from;
}

function readParagraph(
  source: DocSource,
  from: number,
  to: number,
  style: number,
  look: DocParaLook,
  fields: boolean[],
): DocxPara {
  const counted = look.list > 0 && look.list < 2046;
  const number = counted ? source.numbering.next(String(look.list), Math.min(8, look.level)) : null;
  return {
    kind: 'para',
    runs: readRuns(source, from, to, source.styles.chars(style), fields),
    label: number && number.label !== '' ? number.label : null,
    level: number ? number.level : null,
    centred: look.centred,
    style: look.outline < 9 ? `Heading ${look.outline + 1}` : look.name,
    framed: false,
  };
}

function readRuns(source: DocSource, from: number, to: number, style: DocLook, fields: boolean[]): InlineRun[] {
  const { text, chars, styles, notes } = source;
  const runs: InlineRun[] = [];
  for (let at = from; at < to; ) {
    const place = text.placeOf(at);
    const run = runAt(chars, place);
    const end = run ? Math.min(to, lastInside(text, at, to, run.to)) : to;
    const look = run ? lookOf(run.properties, style, styles) : style;
    const symbol = run ? symbolOf(run.properties, styles) : null;
    const shown = symbol ?? printed(text.text.slice(at, end), fields, notes);
    if (look.deleted) notes.revisions = true;
    else if (look.hidden) notes.hidden ||= shown.trim() !== '';
    else if (shown !== '') {
      const font = styles.fontName(look.font);
      runs.push({
        text: shown,
        bold: look.bold,
        italic: look.italic,
        caps: look.caps,
        font,
        asciiFont: styles.fontName(look.asciiFont),
      });
    }
    at = Math.max(at + 1, end);
  }
  return runs;
}

/** First position whose place lies outside the run (pieces may jump). */
function lastInside(text: DocText, from: number, to: number, limit: number): number {
  let low = from + 1;
  const start = text.placeOf(from);
  while (low < to) {
    const place = text.placeOf(low);
    if (place >= limit || place < start) break;
    low++;
  }
  return low;
}

/** A character style comes first, then what the run says itself. */
function lookOf(properties: DataView, style: DocLook, styles: DocStyles): DocLook {
  let named: DocLook | null = null;
  eachSprm(properties, (code, at) => {
    if (code === SPRM.charStyle) named = styles.chars(properties.getUint16(at, true));
  });
  const base = named as DocLook | null;
  const under = base ? { ...style, bold: style.bold || base.bold, italic: style.italic || base.italic } : style;
  return applyChars(under, properties, under);
}

function symbolOf(properties: DataView, styles: DocStyles): string | null {
  let symbol: string | null = null;
  eachSprm(properties, (code, at) => {
    if (code === SPRM.symbol)
      symbol = symbolText(
        styles.fontName(properties.getUint16(at, true)),
        properties.getUint16(at + 2, true).toString(16),
      );
  });
  return symbol;
}

const MARKS: Record<number, string> = { 9: '\t', 11: '\n', 12: '\n', 14: '\n', 30: '-', 31: '\u00AD' };

/** Text as printed: field codes and anchors are left out. */
function printed(stored: string, fields: boolean[], notes: DocxNotes): string {
  let out = '';
  for (const char of stored) {
    const code = char.charCodeAt(0);
    if (code === 0x13) fields.push(true);
    else if (code === 0x14 && fields.length > 0) fields[fields.length - 1] = false;
    else if (code === 0x15) fields.pop();
    else if (fields.includes(true)) continue;
    else if (code >= 32) out += char;
    else if (code in MARKS) out += MARKS[code];
    else if (code === 1) notes.pictures++;
    else if (code === 2) notes.footnotes++;
    else if (code === 5) notes.comments++;
  }
  return out;
}
