import { newId } from '#lib/id.ts';
import { setAppOrigin } from '#modules/access/links.ts';
import { printableResetLink } from '#modules/access/passwords.ts';
import { readConfig } from '#platform/config.ts';
import { withDatabase } from './database.ts';
import { importTable } from './import-table.ts';

const usage = [
  'lantoa people import TỆP --unit ĐƠN_VỊ [--commit]   nhập người từ bảng .xlsx hoặc .csv; chưa có --commit thì chỉ xem trước',
  'lantoa people reset-link THƯ_ĐIỆN_TỬ                in đường dẫn đặt lại mật khẩu, dùng một lần, cho người không nhận được thư',
].join('\n');

/** `lantoa people …`: tables of people, and the way back in for somebody whom no mail reaches. */
export async function run(args: readonly string[]): Promise<number> {
  const [act, ...rest] = args;
  if (act === 'import') return await importTable('people', rest, usage);
  if (act === 'reset-link' && rest.length === 1) return await resetLink(rest[0]!);
  console.error(usage);
  return 2;
}

async function resetLink(email: string): Promise<number> {
  setAppOrigin(readConfig(process.env).adminOrigin);
  const author = { requestId: newId(), now: new Date(), system: 'lantoa people reset-link' };
  const link = await withDatabase((db) => db.transaction().execute((tx) => printableResetLink(tx, author, email)));
  if (!link) {
    console.error(`Không có tài khoản đang dùng với thư điện tử ${email}.`);
    return 1;
  }
  console.log(link);
  return 0;
}
