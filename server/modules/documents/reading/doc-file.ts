import { openStreams } from './cfb-streams.ts';

/** The parts of a Word 97-2003 file that hold text and properties ([MS-DOC] 2.5: File Information Block). */
export interface DocFile {
  word: DataView;
  table: DataView;
  /** Number of characters of each story, in the order they stand in the file. */
  counts: {
    text: number;
    footnotes: number;
    headers: number;
    comments: number;
    endnotes: number;
    boxes: number;
    headerBoxes: number;
  };
  /** Bytes of the table stream that an entry of the information block points at. */
  part(index: number): DataView;
}

/** Entries of fibRgFcLcb97 that are used here. */
export const PART = { styles: 1, chpx: 12, papx: 13, fonts: 15, clx: 33, lists: 73, overrides: 74 } as const;

const WORD_97 = 193;

/** @returns null for older or unreadable files */
export function openDoc(bytes: Uint8Array): DocFile | null {
  const streams = openStreams(bytes);
  const wordBytes = streams?.read('WordDocument');
  if (!streams || !wordBytes || wordBytes.length < 900) return null;
  const word = viewOf(wordBytes);
  if (word.getUint16(0, true) !== 0xa5ec || word.getUint16(2, true) < WORD_97) return null;
  const flags = word.getUint16(10, true);
  const tableBytes = streams.read((flags & 0x0200) !== 0 ? '1Table' : '0Table');
  if (!tableBytes) return null;
  const table = viewOf(tableBytes);
  const words = 34 + word.getUint16(32, true) * 2;
  const longs = words + 2;
  const pairs = longs + word.getUint16(words, true) * 4 + 2;
  const count = (i: number): number => Math.max(0, word.getInt32(longs + i * 4, true));
  const part = (index: number): DataView => {
    const at = pairs + index * 8;
    const from = Math.min(word.getUint32(at, true), tableBytes.length);
    const length = Math.min(word.getUint32(at + 4, true), tableBytes.length - from);
    return new DataView(tableBytes.buffer, tableBytes.byteOffset + from, length);
  };
  const counts = {
    text: count(3),
    footnotes: count(4),
    headers: count(5),
    comments: count(7),
    endnotes: count(8),
    boxes: count(9),
    headerBoxes: count(10),
  };
  return { word, table, counts, part };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
