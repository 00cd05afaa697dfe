import { type DocFile, PART } from './doc-file.ts';

/** The text of a .doc in character positions, and where each character is stored (properties are kept by place). */
export interface DocText {
  text: string;
  /** Place in the Word stream of the character at a position. */
  placeOf(position: number): number;
}

interface Piece {
  from: number;
  to: number;
  place: number;
  wide: boolean;
}

/** Longer than any plan: a damaged piece table may claim more. */
const MAX_CHARS = 8_000_000;

export function readDocText(file: DocFile): DocText {
  const pieces = readPieces(file.part(PART.clx));
  const western = new TextDecoder('windows-1252');
  let text = '';
  for (const piece of pieces) {
    const length = piece.to - piece.from;
    const size = length * (piece.wide ? 2 : 1);
    if (text.length + length > MAX_CHARS || piece.place + size > file.word.byteLength)
      throw new Error('piece outside the file');
    const bytes = new Uint8Array(file.word.buffer, file.word.byteOffset + piece.place, size);
    text += piece.wide ? Buffer.from(bytes).toString('utf16le') : western.decode(bytes);
  }
  const placeOf = (position: number): number => {
    const piece = pieces.find((item) => position < item.to) ?? pieces.at(-1)!;
    return piece.place + (position - piece.from) * (piece.wide ? 2 : 1);
  };
  return { text, placeOf };
}

/** The piece table stands behind any number of property blocks (mark 1) in the Clx (mark 2). */
function readPieces(clx: DataView): Piece[] {
  let at = 0;
  while (at < clx.byteLength && clx.getUint8(at) === 1) at += 3 + clx.getUint16(at + 1, true);
  if (at >= clx.byteLength || clx.getUint8(at) !== 2) throw new Error('no piece table');
  const size = clx.getUint32(at + 1, true);
  const start = at + 5;
  const count = Math.floor((size - 4) / 12);
  return Array.from({ length: count }, (_, i): Piece => {
    const stored = clx.getUint32(start + (count + 1) * 4 + i * 8 + 2, true);
    const wide = (stored & 0x40000000) === 0;
    const place = wide ? stored : (stored & 0x3fffffff) / 2;
    return { from: clx.getUint32(start + i * 4, true), to: clx.getUint32(start + i * 4 + 4, true), place, wide };
  });
}

/** Properties of a stretch of the Word stream. */
export interface PropertyRun {
  from: number;
  to: number;
  /** Style of the paragraph; 0 for characters. */
  style: number;
  properties: DataView;
}

const PAGE = 512;

/** Reads the property pages of characters or paragraphs, ordered by place. */
export function readPropertyRuns(file: DocFile, kind: 'chpx' | 'papx'): PropertyRun[] {
  const plc = file.part(PART[kind]);
  const count = Math.floor((plc.byteLength - 4) / 8);
  const runs: PropertyRun[] = [];
  for (let i = 0; i < count; i++) {
    const page = plc.getUint32((count + 1) * 4 + i * 4, true) & 0x3fffff;
    if ((page + 1) * PAGE <= file.word.byteLength) runs.push(...readPage(file.word, page * PAGE, kind));
  }
  return runs.sort((a, b) => a.from - b.from);
}

function readPage(word: DataView, page: number, kind: 'chpx' | 'papx'): PropertyRun[] {
  const count = word.getUint8(page + PAGE - 1);
  const step = kind === 'papx' ? 13 : 1;
  return Array.from({ length: Math.min(count, 101) }, (_, i) => {
    const from = word.getUint32(page + i * 4, true);
    const to = word.getUint32(page + i * 4 + 4, true);
    const offset = word.getUint8(page + (count + 1) * 4 + i * step) * 2;
    const { at, size } = offset === 0 ? { at: 0, size: 0 } : propertiesAt(word, page + offset, kind);
    const inside = Math.min(size, page + PAGE - at);
    if (size <= 0 || inside <= 0) return { from, to, style: 0, properties: EMPTY };
    const style = kind === 'papx' ? word.getUint16(at, true) : 0;
    const skip = kind === 'papx' ? 2 : 0;
    const properties = new DataView(word.buffer, word.byteOffset + at + skip, Math.max(0, inside - skip));
    return { from, to, style, properties };
  });
}

const EMPTY = new DataView(new ArrayBuffer(0));

/** Paragraph properties count in words, with a second byte for long ones; character properties in bytes. */
function propertiesAt(word: DataView, at: number, kind: 'chpx' | 'papx'): { at: number; size: number } {
  const first = word.getUint8(at);
  if (kind === 'chpx') return { at: at + 1, size: first };
  return first === 0 ? { at: at + 2, size: word.getUint8(at + 1) * 2 } : { at: at + 1, size: first * 2 - 1 };
}

/** The run that holds a place. */
export function runAt(runs: PropertyRun[], place: number): PropertyRun | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle]!;
    if (place < run.from) high = middle - 1;
    else if (place >= run.to) low = middle + 1;
    else return run;
  }
  return undefined;
}
