import fs from 'node:fs/promises';
import path from 'node:path';
import { newId } from '#lib/id.ts';
import { loadAdministrativeUnits, readAreas } from '#modules/org/administrative-units.ts';
import { readCsv } from '#platform/tables/csv.ts';
import { withDatabase } from './database.ts';
import { importTable } from './import-table.ts';
import { reorganise } from './reorganise.ts';

const usage = [
  'lantoa units load TỆP.csv                          nạp các đơn vị hành chính, Sở và Phòng Văn hóa - Xã hội (db/reference/administrative-units.csv)',
  'lantoa units import TỆP --unit ĐƠN_VỊ [--commit]   nhập trường từ bảng .xlsx hoặc .csv; chưa có --commit thì chỉ xem trước',
  'lantoa units reorganise TỆP --by EMAIL [--dry-run] sắp xếp đơn vị theo bảng (hợp nhất, chia tách, đổi tên, chuyển, kết thúc), nhân danh một người',
].join('\n');

/** `lantoa units load FILE.csv`: the official hierarchy as dated units below the ministry; `import`: a table of schools. */
export async function run(args: readonly string[]): Promise<number> {
  const [act, file] = args;
  if (act === 'import') return await importTable('schools', args.slice(1), usage);
  if (act === 'reorganise') return await reorganise(args.slice(1), usage);
  if (act !== 'load' || !file || args.length !== 2) {
    console.error(usage);
    return 2;
  }
  const started = performance.now();
  const areas = await readFile(file);
  if (!areas) return 1;
  const author = { requestId: newId(), now: new Date(), system: 'lantoa units load' };
  const report = await withDatabase((db) =>
    db.transaction().execute((tx) => loadAdministrativeUnits(tx, author, areas, path.basename(file))),
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`Đã đọc ${report.areas} đơn vị hành chính (${report.changedAreas} mới hoặc thay đổi).`);
  console.log(
    `Đơn vị mới: ${report.committees} UBND, ${report.departments} Sở, ${report.communeOffices} Phòng Văn hóa - Xã hội; nhận mã: ${report.adopted}. ${seconds} giây.`,
  );
  return 0;
}

async function readFile(file: string): Promise<ReturnType<typeof readAreas> | null> {
  try {
    return readAreas(readCsv(await fs.readFile(file)).rows);
  } catch (error) {
    console.error(`Chưa đọc được ${file}: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}
