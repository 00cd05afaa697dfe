import type { BlockSpan } from '#lib/plan-draft.ts';
import type { Para, Reading, Table } from '../reading/blocks.ts';
import { foldLetters } from './fold.ts';
import { type Numbering, readLabel } from './numbering.ts';

/** A paragraph as the parser sees it. */
export interface Line {
  kind: 'line';
  id: number;
  para: Para;
  text: string;
  /** Same length as `text`: lower case, no marks. */
  fold: string;
  label: string | null;
  /** Possible readings of the label, the likeliest first; empty for plain paragraphs. */
  numbers: Numbering[];
}

export interface Grid {
  kind: 'table';
  table: Table;
}

export type Entry = Line | Grid;

/** A stretch of text with the place it came from. */
export interface Piece {
  text: string;
  spans: BlockSpan[];
}

export function toLine(para: Para): Line {
  const numbers = para.label === null ? [] : readLabel(para.label);
  return { kind: 'line', id: para.id, para, text: para.text, fold: foldLetters(para.text), label: para.label, numbers };
}

export function toEntries(reading: Reading): Entry[] {
  return joinDivisions(
    reading.blocks.map((block) => (block.kind === 'para' ? toLine(block) : { kind: 'table', table: block })),
  );
}

const DIVISION = /^(?:phần|chương)\s+(?:thứ\s+)?[\p{L}\d]+[.:]?$/iu;

/** "PHẦN THỨ NHẤT" alone on its line is the number of the title in the next line. */
function joinDivisions(entries: Entry[]): Entry[] {
  return entries.map((entry, i) => {
    const above = entries[i - 1];
    if (!isLine(entry) || entry.label !== null || !above || !isLine(above)) return entry;
    const alone = above.text === '' ? above.label : above.label === null ? above.text : null;
    if (alone === null || !DIVISION.test(alone)) return entry;
    return { ...entry, label: alone, numbers: readLabel(alone) };
  });
}

export const isLine = (entry: Entry): entry is Line => entry.kind === 'line';

export const isBullet = (line: Line): boolean => line.numbers[0]?.kind === 'bullet';

/** Part of a line, without blanks at its ends. */
export function piece(line: Line, from = 0, to = line.text.length): Piece {
  const raw = line.text.slice(from, to);
  const lead = raw.length - raw.trimStart().length;
  const text = raw.trim();
  return { text, spans: [{ block: line.id, from: from + lead, to: from + lead + text.length }] };
}

export function joinPieces(pieces: readonly Piece[], separator = '\n'): Piece {
  return { text: pieces.map((part) => part.text).join(separator), spans: pieces.flatMap((part) => part.spans) };
}
