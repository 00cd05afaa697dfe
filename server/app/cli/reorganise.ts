import fs from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import { type ChangeTableRow, changeColumns } from '#modules/org/change-table.ts';
import { failureSentence } from '#modules/org/change-words.ts';
import { personByEmail } from '#modules/org/people.ts';
import type { ChangeTable } from '#modules/org/reorganisation.contract.ts';
import { runTable } from '#modules/org/reorganisation-tables.ts';
import { readColumns } from '#modules/org/table-columns.ts';
import { readSheets } from '#modules/org/table-file.ts';
import { say } from '#platform/texts.ts';
import type { Tx } from '#platform/tx.ts';
import { withDatabase } from './database.ts';
import { sayInVietnamese } from './texts.ts';

/** `lantoa units reorganise FILE --by EMAIL [--dry-run]`: the table of the screen, in the name of a person. */
export async function reorganise(args: readonly string[], usage: string): Promise<number> {
  const [file] = args;
  const email = args[args.indexOf('--by') + 1];
  if (!file || file.startsWith('--') || !args.includes('--by') || !email) {
    console.error(usage);
    return 2;
  }
  sayInVietnamese();
  try {
    const rows = await readRows(file);
    const dry = args.includes('--dry-run');
    const report = await withDatabase((db) =>
      db.transaction().execute((tx) => run(tx, rows, email, path.basename(file), dry)),
    );
    print(report);
    return report.refused === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.error(
      Object.values(error.fields ?? {}).map((key) => say('vi', key))[0] ??
        failureSentence('vi', error.code, error.params),
    );
    return 1;
  }
}

async function readRows(file: string): Promise<ChangeTableRow[]> {
  const bytes = await fs.readFile(file).catch(() => null);
  if (!bytes) throw new Problem('org.unreadable-table');
  const rows = readColumns(readSheets(bytes), changeColumns);
  if (!rows) throw new Problem('org.unreadable-table', {}, { fields: { file: 'org.change-table.no-heading' } });
  if (rows.length === 0) throw new Problem('org.no-rows');
  return rows;
}

/** A table with a wrong line changes nothing, and says which lines are wrong. */
async function run(
  tx: Tx,
  rows: ChangeTableRow[],
  email: string,
  fileName: string,
  dry: boolean,
): Promise<ChangeTable> {
  const person = await personByEmail(tx, email);
  if (!person) throw new Problem('not-found');
  const now = new Date();
  const author = { requestId: newId(), now, system: 'lantoa units reorganise' };
  const who = { author, actor: null, personId: person.id, language: 'vi' as const, now };
  const seen = await runTable(tx, who, [], { fileName }, rows);
  return dry || seen.refused > 0 ? seen : await runTable(tx, who, [], { fileName, commit: 'yes' }, rows);
}

function print({ committed, changes, refused, rows, effects }: ChangeTable): void {
  for (const { row, ok, sentence } of rows) console.log(`  dòng ${row}: ${ok ? '' : 'CHƯA ĐƯỢC: '}${sentence}`);
  const { units, people, plans, asks } = effects;
  console.log(
    `${committed ? 'Đã thực hiện' : 'Xem trước'}: ${changes} thay đổi, ${refused} dòng chưa được; chuyển ${units} đơn vị, ${people} người, ${plans} kế hoạch đang soạn, ${asks} việc chưa trả lời.`,
  );
  if (!committed && refused > 0) console.log('Có dòng chưa được nên chưa thay đổi gì.');
}
