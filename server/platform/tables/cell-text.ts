import { tableLimits } from './table-limits.ts';
import { UnreadableTable } from './unreadable-table.ts';

/**
 * What a cell says: NFC, trimmed, line ends as '\n'. '_x000D_' stands for a character that XML cannot hold.
 * @throws UnreadableTable where it is longer than any spreadsheet allows
 */
export function cellText(text: string): string {
  if (text.length > tableLimits.cellLength) throw new UnreadableTable('tables.broken');
  const decoded = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return decoded.replace(/\r\n?/g, '\n').normalize('NFC').trim();
}
