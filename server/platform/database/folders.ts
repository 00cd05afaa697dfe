import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Account } from './account.ts';
import { StartProblem } from './start-problem.ts';

const SYSTEM_FOLDER = '/var/lib/lantoa';
const GIB = 1024 ** 3;
export const THROWAWAY_PREFIX = 'lantoa-test-';

/**
 * Where the embedded database of this checkout lives. For an ordinary user that is `var/database` inside it. As root
 * the server's account could not enter every checkout (a 0700 home), so the folder lies in /var/lib, keyed by the
 * checkout's path and by an id kept in its `var`: a new clone at an old path begins anew.
 */
export function dataFolder(checkout: string, account: Account | undefined): string {
  if (!account) return path.join(checkout, 'var', 'database');
  const key = createHash('sha256')
    .update(`${checkout}\n${checkoutId(checkout)}`)
    .digest('hex')
    .slice(0, 12);
  const name = path.basename(checkout).replaceAll(/[^A-Za-z0-9._-]/g, '_') || 'root';
  return path.join(SYSTEM_FOLDER, `${name}-${key}`);
}

/** Where a linked copy of the PostgreSQL programs may lie, if the installed ones cannot be used in place. */
export function programsFolder(checkout: string, account: Account | undefined): string {
  return account ? SYSTEM_FOLDER : path.join(checkout, 'var');
}

/** The folders under which databases of tests may lie, best first: memory where there is room, then the disk. */
export function throwawayParents(account: Account | undefined): string[] {
  const places = roomInMemory() ? ['/dev/shm', os.tmpdir(), '/tmp'] : [os.tmpdir(), '/tmp'];
  return [...new Set(places)].filter((place) => fs.existsSync(place) && mayEnter(place, account));
}

/** A new, empty folder for a database that does not outlive its process. */
export function throwawayFolder(account: Account | undefined): string {
  const [parent] = throwawayParents(account);
  if (!parent)
    throw new StartProblem('Không có thư mục tạm để chạy thử.', 'There is no temporary folder to run tests in.');
  return fs.mkdtempSync(path.join(parent, THROWAWAY_PREFIX));
}

/** True where the account may pass through every folder down to `place`, judged by the permission bits. */
export function mayEnter(place: string, account: Account | undefined): boolean {
  if (!account) return true;
  for (let folder = fs.realpathSync(place); ; folder = path.dirname(folder)) {
    const { mode, uid, gid } = fs.statSync(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

function roomInMemory(): boolean {
  try {
    const { bavail, bsize } = fs.statfsSync('/dev/shm');
    return bavail * bsize >= GIB;
  } catch {
    return false;
  }
}

function checkoutId(checkout: string): string {
  const file = path.join(checkout, 'var', 'database-id');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  try {
    fs.writeFileSync(file, randomBytes(12).toString('hex'), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return fs.readFileSync(file, 'utf8');
}
