import { unzipSync } from 'fflate';
import { tableLimits } from './table-limits.ts';
import { UnreadableTable } from './unreadable-table.ts';

/** DEFLATE cannot make data smaller than this ratio; a part that claims more is hostile. */
const STEEPEST_DEFLATE = 1032;

/** Inflates the wanted parts of a zip file; the sizes they announce are checked before anything is inflated. */
export function zipParts(bytes: Uint8Array, wanted: (path: string) => boolean): Map<string, Uint8Array> {
  let total = 0;
  const filter = ({ name, size, originalSize }: { name: string; size: number; originalSize: number }) => {
    if (!wanted(name)) return false;
    total += originalSize;
    if (total > tableLimits.inflatedBytes) throw new UnreadableTable('tables.too-large');
    if (originalSize > size * STEEPEST_DEFLATE + 64) throw new UnreadableTable('tables.unsafe');
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(bytes, { filter })));
  } catch (error) {
    throw error instanceof UnreadableTable ? error : new UnreadableTable('tables.broken');
  }
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
