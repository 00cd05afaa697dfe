import { type ImportKind, type ImportReport, importTable } from '#modules/org/imports.contract.ts';
import { sendBytes } from '../../app/client.ts';

export interface TableToSend {
  unitId: string;
  kind: ImportKind;
  file: File;
  /** False: only looked at, nothing is written. */
  commit: boolean;
}

/** The file itself is the body; everything else stands in the address. Throws a Problem where it cannot be read. */
export async function sendTable({ unitId, kind, file, commit }: TableToSend): Promise<ImportReport> {
  const query = new URLSearchParams({ kind, fileName: file.name.normalize('NFC').slice(-200) });
  if (commit) query.set('commit', 'yes');
  const address = `/api${importTable.path.replace(':unitId', encodeURIComponent(unitId))}?${query}`;
  return (await sendBytes(importTable.method, address, file)) as ImportReport;
}

/** Where the table to fill in is downloaded from. */
export const sampleUrl = (kind: ImportKind): string => `/api/import-samples/${kind}`;
