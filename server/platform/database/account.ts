import fs from 'node:fs';
import os from 'node:os';
import { StartProblem } from './start-problem.ts';

/** The system account a database server runs under; undefined where it is simply the current user. */
export type Account = { readonly uid: number; readonly gid: number };

/**
 * PostgreSQL refuses to run as root. Where we are root it runs as `postgres` if the machine has that account,
 * else as `nobody`, which every Linux has; no account is ever created.
 */
export function databaseAccount(): Account | undefined {
  if (process.getuid?.() !== 0) {
    requireNamedUser();
    return undefined;
  }
  const rows = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const fields = rows.find((row) => row.startsWith(`${name}:`))?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new StartProblem(
    'Đang chạy bằng root mà máy không có tài khoản postgres hay nobody để chạy PostgreSQL. Hãy chạy bằng một người dùng thường.',
    'Running as root, and there is no account postgres or nobody to run PostgreSQL as. Run as an ordinary user.',
  );
}

/** Gives a file or folder to the account, so that the server may own its data. */
export function give(path: string, account: Account | undefined): void {
  if (account) fs.chownSync(path, account.uid, account.gid);
}

/** initdb looks the user up by name: a bare number (`docker run -u 12345`) has none, and its message says nothing useful. */
function requireNamedUser(): void {
  if (process.platform === 'win32') return;
  try {
    os.userInfo();
  } catch {
    throw new StartProblem(
      'Người dùng đang chạy không có tên trong hệ thống nên PostgreSQL không khởi tạo được. Hãy dùng một tài khoản có tên hoặc đặt DATABASE_URL.',
      'The current user id has no name on this machine, so PostgreSQL cannot be set up. Use a named account, or set DATABASE_URL.',
    );
  }
}
