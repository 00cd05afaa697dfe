import type { TextLine } from './text-lines.ts';

/** Where the reader of a table of tabs stands: the line it looks at, and what it has read. */
export interface Place {
  lines: readonly TextLine[];
  at: number;
  /** First line of the table. */
  header: string;
  /** Number of the last numbered row, 0 without one. */
  no: number;
  /** Cells of the row that is open. */
  cells: number;
}

/** Lines that no cell begins with: parts of a plan, its closing sentence, the list of recipients. */
const SECTION = /^[*#\s]*(?:(?:PHẦN|Phần)\s|[IVX]{1,5}\s?[./)-]\s*\p{L}|Trên đây|Nơi (?:nhận|gửi))[^\t]*$/u;
/** A number may open a heading below the table, or a paragraph in a cell. */
const NUMBERED = /^[*#\s]*\d{1,2}(?:[./]\d{1,2})*(?:[./)]|\s)\s*\p{Lu}[^\t]*$/u;
/** "6. KINH PHÍ": a heading, whatever follows. */
const CAPITALS = /^[*#\s]*\d{1,2}(?:[./]\d{1,2})*[./)]?\s*[\p{Lu}\s,]{4,}$/u;
const LISTED = /^\s*(?:[-–+•*]|[a-zđ][.)])\s*\p{L}/u;
const HEADER = /^(?:s?\s?tt|số tt|số thứ tự)\.?\t.*\p{L}{2}/iu;
const NUMBER = /^(\d{1,3})[.)]?\t/;
/** Page breaks and notes between two rows are short. */
const REACH = 4;
/** Paragraphs of one cell that another cell follows. */
const CELL_REACH = 12;
/** A cell at the end of the table that nothing closes takes two short lines, and no sentence. */
const LOOSE_LINES = 2;
const LOOSE_LENGTH = 90;

/** A heading, closing sentence or list of recipients, which no cell is. */
export const headsPart = (text: string): boolean => SECTION.test(text) || CAPITALS.test(text);

const tabsIn = (line: TextLine): number => line.text.split('\t').length - 1;
const widthOf = (place: Place): number => place.header.split('\t').length - 1;

/** The line is the header of another table, or the same header over rows that are counted anew. */
export function startsAnother({ lines, at, header, no }: Place): boolean {
  const text = lines[at]!.text;
  if (no === 0 || !HEADER.test(text)) return false;
  if (text !== header) return true;
  const first = lines.slice(at + 1, at + 1 + REACH).find((line) => NUMBER.test(line.text));
  return first !== undefined && Number(NUMBER.exec(first.text)![1]) === 1;
}

/** One of the next few lines is a row of the same table. */
export function goesOn(place: Place): boolean {
  const { lines, at } = place;
  const row = lines.slice(at, at + REACH).findIndex((line) => tabsIn(line) >= Math.max(2, widthOf(place) - 1));
  if (row < 0) return false;
  const between = lines.slice(at, at + row);
  if (between.some((line) => SECTION.test(line.text))) return false;
  if (startsAnother({ ...place, at: at + row })) return false;
  const number = NUMBER.exec(lines[at + row]!.text)?.[1];
  const headed = between.some((line) => NUMBERED.test(line.text));
  return headed ? Number(number) === place.no + 1 : number !== '1' || place.no === 0 || row === 0;
}

/** A line without the tabs of a row is a further paragraph of the last cell. @param grown lines it took already */
export function belongs(place: Place, grown: number): boolean {
  const line = place.lines[place.at]!;
  const unfinished = place.cells <= widthOf(place);
  if (unfinished && isCompleted(place)) return true;
  if (SECTION.test(line.text)) return false;
  if (goesOn(place)) return true;
  if (!unfinished || NUMBERED.test(line.text) || LISTED.test(line.text)) return false;
  return grown < LOOSE_LINES && line.text.length <= LOOSE_LENGTH && !/[.:;/]$/.test(line.text);
}

/** A later line brings the cells that the open row lacks, before a blank line and before another row. */
function isCompleted(place: Place): boolean {
  for (const line of place.lines.slice(place.at, place.at + CELL_REACH)) {
    if (line.text === '' || NUMBER.test(line.text) || headsPart(line.text)) return false;
    const tabs = tabsIn(line);
    if (tabs > 0) return place.cells - 1 + tabs <= widthOf(place) && !HEADER.test(line.text);
  }
  return false;
}
