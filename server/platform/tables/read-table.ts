import { readCsv } from './csv.ts';
import type { LegacyDecoder } from './csv-encoding.ts';
import type { SheetRows } from './sheet-rows.ts';
import { UnreadableTable } from './unreadable-table.ts';
import { readXlsx } from './xlsx-reader.ts';

/**
 * The sheets of a workbook, or the one sheet of a file of separated values, told apart by the bytes and not by the
 * file's name. @throws UnreadableTable only
 */
export function readTable(bytes: Uint8Array, legacy?: LegacyDecoder): SheetRows[] {
  const [first, second] = bytes;
  const zip = first === 0x50 && second === 0x4b;
  const compound = first === 0xd0 && second === 0xcf;
  if (zip || compound) return readXlsx(bytes);
  if (first === 0x25 && second === 0x50) throw new UnreadableTable('tables.not-a-table');
  return [{ name: '', hidden: false, rows: readCsv(bytes, legacy).rows }];
}
