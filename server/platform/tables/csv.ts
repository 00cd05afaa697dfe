import { type CsvEncoding, decodeText, type LegacyDecoder } from './csv-encoding.ts';
import { tableLimits } from './table-limits.ts';
import { UnreadableTable } from './unreadable-table.ts';

export interface CsvTable {
  /** One for each record, in order; a record over several lines counts once. Empty records are kept as []. */
  rows: string[][];
  encoding: CsvEncoding;
  separator: ',' | ';' | '\t' | '|';
}

const SEPARATORS = [',', ';', '\t', '|'] as const;

/**
 * Reads separated values as people save them: encoding and separator are found, "quoted" cells may hold separators,
 * line ends and doubled quotes. Cells come trimmed and in NFC.
 * @throws UnreadableTable only
 */
export function readCsv(bytes: Uint8Array, legacy?: LegacyDecoder): CsvTable {
  if (bytes.length === 0) throw new UnreadableTable('tables.empty');
  if (bytes.length > tableLimits.fileBytes) throw new UnreadableTable('tables.too-large');
  const { text, encoding } = decodeText(bytes, legacy);
  if (text.includes('\0')) throw new UnreadableTable('tables.not-a-table');
  const { separator, body } = separatorOf(text.replace(/^\ufeff/, ''));
  const rows = parseRecords(body, separator);
  if (rows.every((row) => row.length === 0)) throw new UnreadableTable('tables.empty');
  return { rows, encoding, separator };
}

/** 'sep=;' on the first line is Excel's own word for it; else the sign that parts the first lines most evenly. */
function separatorOf(text: string): { separator: CsvTable['separator']; body: string } {
  const told = /^sep=([,;\t|])\r?\n/i.exec(text);
  if (told) return { separator: told[1] as CsvTable['separator'], body: text.slice(told[0].length) };
  const sample = text.slice(0, 20_000);
  const scored = SEPARATORS.map((separator) => ({
    separator,
    score: evenness(parseRecords(sample, separator).slice(0, 20)),
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return { separator: best.separator, body: text };
}

/** Number of columns where records agree on it, less for each record that does not. */
function evenness(rows: string[][]): number {
  const filled = rows.filter((row) => row.length > 0);
  const columns = filled[0]?.length ?? 0;
  if (columns < 2) return 0;
  return columns * (filled.filter((row) => row.length === columns).length / filled.length);
}

/** Quoted text with doubled quotes (and whatever follows the closing one), or text up to the separator; then the end. */
function cellPattern(separator: string): RegExp {
  const sign = separator === '|' ? '\\|' : separator;
  const plain = `[^${sign}\\r\\n]*`;
  return new RegExp(`(?:"([^"]*(?:""[^"]*)*)"(${plain})|(${plain}))(${sign}|\\r\\n|\\r|\\n|$)`, 'y');
}

function parseRecords(text: string, separator: string): string[][] {
  const pattern = cellPattern(separator);
  const rows: string[][] = [];
  let row: string[] = [];
  let left = tableLimits.cells;
  let match = pattern.exec(text);
  while (match !== null) {
    const [, quoted, after = '', plain = '', end = ''] = match;
    if (--left < 0) throw new UnreadableTable('tables.too-large');
    const cell = quoted === undefined ? plain : quoted.replaceAll('""', '"') + after;
    if (cell.length > tableLimits.cellLength) throw new UnreadableTable('tables.broken');
    row.push(cell.replace(/\r\n?/g, '\n').trim());
    if (end !== separator) {
      rows.push(withoutEmptyTail(row));
      row = [];
      if (rows.length > tableLimits.rows) throw new UnreadableTable('tables.too-many-rows', { max: tableLimits.rows });
      if (pattern.lastIndex >= text.length) break;
    }
    match = pattern.exec(text);
  }
  return withoutEmptyTail(rows);
}

/** Short rows end early: spreadsheets pad every record to the widest. */
function withoutEmptyTail<T extends { length: number }>(items: T[]): T[] {
  const last = items.findLastIndex((item) => item.length > 0);
  return items.slice(0, last + 1);
}
