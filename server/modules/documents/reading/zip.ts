import { crc32, inflateRawSync } from 'node:zlib';
import { Unreadable } from './blocks.ts';

/**
 * A ZIP reader of its own for two reasons: nothing is inflated before the sizes are known to be sane, and the limit
 * also holds for archives whose directory lies about them (the inflater itself stops at the limit).
 */
const MAX_PART = 64 * 1024 * 1024;
const MAX_TOTAL = 128 * 1024 * 1024;
const MAX_RATIO = 250;
const RATIO_MATTERS_FROM = 4 * 1024 * 1024;
const MAX_ENTRIES = 10_000;

interface Entry {
  name: string;
  method: number;
  size: number;
  originalSize: number;
  crc: number;
  offset: number;
  encrypted: boolean;
}

export interface Archive {
  names: string[];
  has(name: string): boolean;
  /** Bytes of one part. @returns null when the archive has no such part */
  bytes(name: string): Uint8Array | null;
  /** A part as UTF-8 (or UTF-16 with a byte order mark) text. */
  text(name: string): string | null;
}

/** Opens an archive after looking at its directory. @throws Unreadable for bombs, encrypted and broken archives */
export function openArchive(bytes: Uint8Array): Archive {
  const entries = readDirectory(bytes);
  refuseBombs(entries);
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  let spent = 0;
  const read = (name: string): Uint8Array | null => {
    const entry = byName.get(name);
    if (!entry) return null;
    // Never more than the directory states: an entry that lies stops here.
    const part = inflate(bytes, entry, Math.min(MAX_PART, MAX_TOTAL - spent, Math.max(1, entry.originalSize)));
    if (crc32(part) !== entry.crc) throw new Unreadable('documents.broken');
    spent += part.length;
    return part;
  };
  const text = (name: string): string | null => {
    const part = read(name);
    return part && decoderFor(part).decode(part);
  };
  return { names: [...byName.keys()], has: (name) => byName.has(name), bytes: read, text };
}

function decoderFor(part: Uint8Array): TextDecoder {
  if (part[0] === 0xff && part[1] === 0xfe) return new TextDecoder('utf-16le');
  if (part[0] === 0xfe && part[1] === 0xff) return new TextDecoder('utf-16be');
  return new TextDecoder();
}

function readDirectory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw new Unreadable('documents.broken');
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) throw new Unreadable('documents.zip-bomb');
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new Unreadable('documents.broken');
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true),
      originalSize: view.getUint32(at + 24, true),
      crc: view.getUint32(at + 16, true),
      offset: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}

function refuseBombs(entries: Entry[]): void {
  let total = 0;
  for (const entry of entries) {
    if (entry.encrypted) throw new Unreadable('documents.encrypted');
    // Pictures are never inflated; only what the readers open counts.
    if (!/\.(?:xml|rels|vml)$/i.test(entry.name)) continue;
    total += entry.originalSize;
    const ratio = entry.originalSize / Math.max(1, entry.size);
    const swollen = entry.originalSize > RATIO_MATTERS_FROM && ratio > MAX_RATIO;
    if (swollen || entry.originalSize > MAX_PART || total > MAX_TOTAL) throw new Unreadable('documents.zip-bomb');
  }
}

function inflate(bytes: Uint8Array, entry: Entry, limit: number): Uint8Array {
  if (limit <= 0) throw new Unreadable('documents.zip-bomb');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) {
    throw new Unreadable('documents.broken');
  }
  const from = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const data = bytes.subarray(from, from + entry.size);
  if (entry.method === 0) return data;
  if (entry.method !== 8) throw new Unreadable('documents.broken');
  try {
    return inflateRawSync(data, { maxOutputLength: limit });
  } catch (error) {
    const tooBig = error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Unreadable(tooBig ? 'documents.zip-bomb' : 'documents.broken');
  }
}
