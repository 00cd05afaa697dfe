import { fail } from '#lib/errors.ts';
import { decodeLegacy, detectLegacy } from '#lib/legacy-encoding.ts';
import { readTable } from '#platform/tables/read-table.ts';
import type { SheetRows } from '#platform/tables/sheet-rows.ts';
import { tableLimits } from '#platform/tables/table-limits.ts';
import { UnreadableTable } from '#platform/tables/unreadable-table.ts';

/** The bytes of an uploaded table; refused where they are more than a table may have. */
export async function readBody(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += part.byteLength;
    if (bytes > tableLimits.fileBytes) fail('too-large', { max: '20 MB' });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Tables that were saved in the fonts before Unicode (TCVN3, VNI) come out in ordinary letters. */
const unicodeOf = (latin1: string): string | null => {
  const encoding = detectLegacy(latin1.slice(0, 200_000));
  return encoding && decodeLegacy(latin1, encoding);
};

/** The sheets of a table, whatever it was saved as. What cannot be read is refused with a sentence beside the file. */
export function readSheets(bytes: Uint8Array): SheetRows[] {
  try {
    return readTable(bytes, unicodeOf);
  } catch (error) {
    if (error instanceof UnreadableTable) fail('org.unreadable-table', error.params, { fields: { file: error.code } });
    throw error;
  }
}
