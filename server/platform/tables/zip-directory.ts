import { UnreadableTable } from './unreadable-table.ts';

/** A part of a zip file as its directory tells of it; the sizes may be lies. */
export interface ZipEntry {
  name: string;
  method: number;
  size: number;
  originalSize: number;
  offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LARGE = 0xffffffff;
const MOST_ENTRIES = 10_000;

/** The directory of a zip file. @throws UnreadableTable or RangeError where it is none */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new UnreadableTable('tables.unsafe');
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== ENTRY) throw new UnreadableTable('tables.broken');
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)),
      method: view.getUint16(at + 10, true),
      ...sizesOf(view, at, at + 46 + name, extra),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END) return at;
  throw new UnreadableTable('tables.broken');
}

/** Some writers put sizes of any file into the wide fields (Zip64), in this order and only where the narrow one is full. */
function sizesOf(view: DataView, at: number, extraAt: number, extraLength: number) {
  let wide = wideFields(view, extraAt, extraAt + extraLength);
  const read = (place: number): number => {
    const narrow = view.getUint32(at + place, true);
    if (narrow !== LARGE || wide === undefined) return narrow;
    wide += 8;
    return Number(view.getBigUint64(wide - 8, true));
  };
  const originalSize = read(24);
  const size = read(20);
  return { originalSize, size, offset: read(42) };
}

function wideFields(view: DataView, from: number, to: number): number | undefined {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return at + 4;
  }
  return undefined;
}
