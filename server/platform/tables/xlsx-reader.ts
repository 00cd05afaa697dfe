import type { SheetRows } from './sheet-rows.ts';
import { tableLimits } from './table-limits.ts';
import { UnreadableTable } from './unreadable-table.ts';
import { readSheet } from './xlsx-sheet-reader.ts';
import { readDateStyles, readRelations, readSharedStrings, readWorkbook } from './xlsx-workbook.ts';
import { zipParts, zipPaths } from './zip-parts.ts';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const STRINGS = 'xl/sharedStrings.xml';
const STYLES = 'xl/styles.xml';

/**
 * The sheets of a workbook (.xlsx, .xlsm; macros are not looked at) in tab order, every cell as text: shared and inline
 * strings in NFC, numbers as a person would type them ('0.5', '1250'), dates and times in ISO by their style, formulas
 * by their last result. A merged cell has its text at its first place only.
 * @throws UnreadableTable only
 */
export function readXlsx(bytes: Uint8Array): SheetRows[] {
  if (bytes.length === 0) throw new UnreadableTable('tables.empty');
  if (bytes.length > tableLimits.fileBytes) throw new UnreadableTable('tables.too-large');
  refuseOtherKinds(bytes);
  const frame = zipParts(bytes, (path) => [WORKBOOK, RELATIONS, STRINGS, STYLES].includes(path));
  const { sheets, from1904 } = readWorkbook(part(frame, WORKBOOK));
  const targets = readRelations(part(frame, RELATIONS));
  const paths = sheets.map((sheet) => targets.get(sheet.relation) ?? '');
  // Each sheet is a part of its own: a hundred names for one part would be read a hundred times.
  const named = paths.filter((path) => path !== '');
  if (new Set(named).size < named.length) throw new UnreadableTable('tables.broken');
  const parts = zipParts(bytes, (path) => paths.includes(path));
  const shared = readSharedStrings(frame.get(STRINGS));
  const dates = readDateStyles(frame.get(STYLES));
  const left = { cells: tableLimits.cells };
  return sheets.flatMap(({ name, hidden }, i) => {
    // A chart sheet has no rows and is no part we asked for.
    const content = parts.get(paths[i] ?? '');
    return content
      ? [{ name: name.normalize('NFC'), hidden, rows: readSheet(content, { shared, dates, from1904, left }) }]
      : [];
  });
}

function part(parts: Map<string, Uint8Array>, path: string): Uint8Array {
  const found = parts.get(path);
  if (found === undefined) throw new UnreadableTable('tables.broken');
  return found;
}

/** A compound file is an old .xls, or a workbook with a password. */
function refuseOtherKinds(bytes: Uint8Array): void {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) {
    const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
      Buffer.from('EncryptedPackage', 'utf16le'),
    );
    throw new UnreadableTable(encrypted ? 'tables.encrypted' : 'tables.old-excel');
  }
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new UnreadableTable('tables.not-a-table');
  const paths = zipPaths(bytes);
  if (paths.has('xl/workbook.bin')) throw new UnreadableTable('tables.binary-excel');
  if (!paths.has(WORKBOOK)) throw new UnreadableTable('tables.not-a-table');
}
