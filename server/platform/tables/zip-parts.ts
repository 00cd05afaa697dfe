import { inflateRawSync } from 'node:zlib';
import { tableLimits } from './table-limits.ts';
import { UnreadableTable } from './unreadable-table.ts';
import { type ZipEntry, zipDirectory } from './zip-directory.ts';

/** DEFLATE cannot make data smaller than this ratio; a part that claims more is hostile. */
const STEEPEST_DEFLATE = 1032;
const PART = 0x04034b50;

/**
 * Inflates the wanted parts of a zip file. The sizes they announce are checked before anything is inflated, and the
 * inflater itself stops at the announced size: a directory that lies costs nothing.
 */
export function zipParts(bytes: Uint8Array, wanted: (path: string) => boolean): Map<string, Uint8Array> {
  try {
    const entries = zipDirectory(bytes).filter(({ name }) => wanted(name));
    const total = entries.reduce((sum, { originalSize }) => sum + originalSize, 0);
    if (total > tableLimits.inflatedBytes) throw new UnreadableTable('tables.too-large');
    if (entries.some(({ size, originalSize }) => originalSize > size * STEEPEST_DEFLATE + 64))
      throw new UnreadableTable('tables.unsafe');
    return new Map(entries.map((entry) => [entry.name, inflate(bytes, entry)]));
  } catch (error) {
    throw error instanceof UnreadableTable ? error : new UnreadableTable('tables.broken');
  }
}

function inflate(bytes: Uint8Array, { method, size, originalSize, offset }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(offset, true) !== PART) throw new UnreadableTable('tables.broken');
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(from, from + size);
  if (method === 0) return data;
  if (method !== 8) throw new UnreadableTable('tables.broken');
  return inflateRawSync(data, { maxOutputLength: Math.max(1, originalSize) });
}

/** Paths of a zip file, nothing inflated. */
export function zipPaths(bytes: Uint8Array): Set<string> {
  const paths = new Set<string>();
  zipParts(bytes, (path) => {
    paths.add(path);
    return false;
  });
  return paths;
}
