/** Reads whole streams of a compound file (cfb.ts only looks at its directory). */

export interface Streams {
  read(name: string): Uint8Array | null;
}

interface StreamEntry {
  start: number;
  size: number;
}

const END = 0xfffffffa;
const MINI_LIMIT = 4096;

/** @returns null when the bytes are no readable compound file */
export function openStreams(bytes: Uint8Array): Streams | null {
  if (bytes.length < 1536) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return null;
  const size = 2 ** shift;
  const table = allocationTable(view, shift);
  const chain = (start: number): Uint8Array => joinSectors(bytes, table, start, size, size);
  const directory = chain(view.getUint32(48, true));
  const entries = readEntries(directory);
  const root = entries.get('Root Entry');
  const miniTable = toNumbers(chain(view.getUint32(60, true)));
  const mini = root ? chain(root.start).subarray(0, root.size) : new Uint8Array(0);
  const read = (name: string): Uint8Array | null => {
    const entry = entries.get(name);
    if (!entry) return null;
    const small = entry.size < MINI_LIMIT;
    const data = small ? joinSectors(mini, miniTable, entry.start, 64, 0) : chain(entry.start);
    return data.subarray(0, Math.min(entry.size, data.length));
  };
  return { read };
}

/** The sectors of the allocation table are listed in the header and, for large files, in sectors of their own. */
function allocationTable(view: DataView, shift: number): Uint32Array {
  const size = 2 ** shift;
  const sectors: number[] = [];
  for (let i = 0; i < 109; i++) sectors.push(view.getUint32(76 + i * 4, true));
  let more = view.getUint32(68, true);
  for (let n = 0; n < 200 && more < END; n++) {
    const at = (more + 1) * size;
    if (at + size > view.byteLength) break;
    for (let i = 0; i < size / 4 - 1; i++) sectors.push(view.getUint32(at + i * 4, true));
    more = view.getUint32(at + size - 4, true);
  }
  const used = sectors.filter((sector) => sector < END && (sector + 2) * size <= view.byteLength);
  const table = new Uint32Array((used.length * size) / 4);
  used.forEach((sector, i) => {
    for (let j = 0; j < size / 4; j++) table[(i * size) / 4 + j] = view.getUint32((sector + 1) * size + j * 4, true);
  });
  return table;
}

function joinSectors(bytes: Uint8Array, table: Uint32Array, start: number, size: number, skip: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let sector = start;
  // No chain is longer than the table: a loop in a damaged one ends here.
  for (let n = 0; n <= table.length && sector < END; n++) {
    const at = sector * size + skip;
    if (at >= bytes.length) break;
    parts.push(bytes.subarray(at, at + size));
    sector = table[sector] ?? END;
  }
  return Buffer.concat(parts);
}

function toNumbers(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => view.getUint32(i * 4, true));
}

function readEntries(directory: Uint8Array): Map<string, StreamEntry> {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries = new Map<string, StreamEntry>();
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = Math.min(64, view.getUint16(at + 64, true));
    let name = '';
    for (let i = 0; i + 2 < length; i += 2) name += String.fromCharCode(view.getUint16(at + i, true));
    if (name !== '' && !entries.has(name))
      entries.set(name, { start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) });
  }
  return entries;
}
