import fs from 'node:fs/promises';
import { newId } from '#lib/id.ts';
import { checkPeople, peopleColumns, writePeople } from '#modules/org/import-people.ts';
import { checkSchools, schoolColumns, writeSchools } from '#modules/org/import-schools.ts';
import type { Accepted, Refused } from '#modules/org/imports.ts';
import { findUnitByWord } from '#modules/org/org.ts';
import { readColumns } from '#modules/org/table-columns.ts';
import { readTable } from '#platform/tables/read-table.ts';
import type { SheetRows } from '#platform/tables/sheet-rows.ts';
import { UnreadableTable } from '#platform/tables/unreadable-table.ts';
import { say } from '#platform/texts.ts';
import type { Tx } from '#platform/tx.ts';
import { withDatabase } from './database.ts';
import { sayInVietnamese } from './texts.ts';

type Kind = 'schools' | 'people';
type Outcome = { accepted: readonly Accepted[]; refused: readonly Refused[] };

/** `… import FILE --unit NAME [--commit]`: the same check as on the screen; without --commit nothing is written. */
export async function importTable(kind: Kind, args: readonly string[], usage: string): Promise<number> {
  const at = args.indexOf('--unit');
  const [file, word] = [args[0], at > 0 ? args[at + 1] : undefined];
  if (!file || file.startsWith('--') || !word) {
    console.error(usage);
    return 2;
  }
  sayInVietnamese();
  const sheets = await readSheets(file);
  if (!sheets) return 1;
  const commit = args.includes('--commit');
  const outcome = await withDatabase((db) =>
    db.transaction().execute((tx) => carryOut(tx, kind, sheets, word, commit)),
  );
  if (typeof outcome === 'string') {
    console.error(outcome);
    return 1;
  }
  print(outcome, commit);
  return outcome.refused.length === 0 ? 0 : 1;
}

async function readSheets(file: string): Promise<SheetRows[] | null> {
  try {
    return readTable(await fs.readFile(file));
  } catch (error) {
    console.error(
      error instanceof UnreadableTable ? say('vi', error.code, error.params) : `Không mở được tệp ${file}.`,
    );
    return null;
  }
}

async function carryOut(
  tx: Tx,
  kind: Kind,
  sheets: SheetRows[],
  word: string,
  commit: boolean,
): Promise<Outcome | string> {
  const unit = await findUnitByWord(tx, word);
  if (!unit) return `Không tìm thấy đơn vị “${word}” (tên, tên viết tắt, mã hoặc địa chỉ).`;
  const author = { requestId: newId(), now: new Date(), system: `lantoa ${kind} import` };
  if (kind === 'schools') {
    const rows = readColumns(sheets, schoolColumns);
    if (!rows) return say('vi', 'org.import.no-heading-schools');
    const checked = await checkSchools(tx, unit, rows);
    if (commit) await writeSchools(tx, author, checked.accepted);
    return checked;
  }
  const rows = readColumns(sheets, peopleColumns);
  if (!rows) return say('vi', 'org.import.no-heading-people');
  const checked = await checkPeople(tx, unit, rows);
  if (commit) await writePeople(tx, author, checked.accepted);
  return checked;
}

function print({ accepted, refused }: Outcome, commit: boolean): void {
  const count = (outcome: Accepted['outcome']) => accepted.filter((row) => row.outcome === outcome).length;
  console.log(
    `${commit ? 'Đã nhập' : 'Xem trước'}: ${count('new')} mới, ${count('changed')} thay đổi, ${count('unchanged')} giữ nguyên; ${refused.length} dòng chưa nhập được.`,
  );
  for (const { row, name, reason, params } of refused)
    console.log(`  dòng ${row}${name ? ` (${name})` : ''}: ${say('vi', `org.import.${reason}`, params)}`);
  if (!commit) console.log('Thêm --commit để nhập các dòng hợp lệ.');
}
