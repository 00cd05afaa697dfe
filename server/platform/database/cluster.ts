import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type Account, give } from './account.ts';
import { type Binaries, program } from './binaries.ts';
import { StartProblem } from './start-problem.ts';

/** The superuser of an embedded server: owner of the tables, never the application's own role. */
export const OWNER = 'lantoa';

/** One PostgreSQL data folder and what lies beside it. */
export type Cluster = {
  readonly folder: string;
  readonly data: string;
  readonly log: string;
  readonly account: Account | undefined;
  readonly binaries: Binaries;
};

/** What postmaster.pid says; it may be stale. */
export type Status = { readonly pid: number; readonly port: number; readonly state: string };

/** Names the parts of a data folder; nothing is created. */
export function clusterIn(folder: string, account: Account | undefined, binaries: Binaries): Cluster {
  const data = path.join(folder, 'cluster', 'data');
  return { folder, data, log: path.join(folder, 'postgres.log'), account, binaries };
}

/**
 * Makes the cluster unless it is there. It is made aside, under `making`, and put in place by one rename together with
 * its password, so a half-made one is never taken for a database.
 */
export async function ensureCluster(cluster: Cluster, throwaway: boolean): Promise<void> {
  if (fs.existsSync(cluster.data)) return requireSameMajor(cluster);
  const making = path.join(cluster.folder, 'making');
  fs.rmSync(making, { recursive: true, force: true });
  fs.mkdirSync(making, { mode: 0o700 });
  give(making, cluster.account);
  const secret = path.join(making, 'password');
  fs.writeFileSync(secret, randomBytes(24).toString('base64url'), { mode: 0o600 });
  give(secret, cluster.account);
  await initialise(cluster, path.join(making, 'data'), secret, throwaway);
  fs.renameSync(making, path.join(cluster.folder, 'cluster'));
}

/** The address of one of the cluster's databases for its owner. */
export function ownerUrl(cluster: Cluster, port: number, database: string): string {
  const password = fs.readFileSync(path.join(cluster.folder, 'cluster', 'password'), 'utf8');
  return `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
}

/** Reads postmaster.pid; undefined where there is none. */
export function readStatus(cluster: Cluster): Status | undefined {
  try {
    const lines = fs.readFileSync(path.join(cluster.data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), state: lines[7]?.trim() ?? '' };
  } catch {
    return undefined;
  }
}

/** How the server's own programs are run: as its account, from its folder, and blind to the caller's PG* variables. */
export function surroundings(cluster: Cluster) {
  const { PATH, SystemRoot } = process.env;
  const env = { PATH, SystemRoot, LC_ALL: 'C', TZ: 'UTC' };
  return { ...cluster.account, cwd: cluster.folder, windowsHide: true, env };
}

/** UTF-8 in byte order whatever the machine's locale is; Vietnamese order is asked for by name (`collate vi`). */
async function initialise(cluster: Cluster, data: string, secret: string, throwaway: boolean): Promise<void> {
  const how = ['--auth=scram-sha-256', `--pwfile=${secret}`, '--encoding=UTF8', '--locale=C', '--no-instructions'];
  const order = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const care = throwaway ? ['--no-sync', '--no-data-checksums', '--wal-segsize=4'] : [];
  const args = ['-D', data, '-U', OWNER, ...how, ...order, ...care];
  const child = spawn(program(cluster.binaries, 'initdb'), args, {
    ...surroundings(cluster),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  if (code !== 0)
    throw new StartProblem(`Không tạo được cơ sở dữ liệu trong ${cluster.folder}.`, `initdb: ${said.trim()}`);
}

function requireSameMajor(cluster: Cluster): void {
  const found = Number(fs.readFileSync(path.join(cluster.data, 'PG_VERSION'), 'utf8'));
  if (found === cluster.binaries.major) return;
  throw new StartProblem(
    `Dữ liệu trong ${cluster.folder} là của PostgreSQL ${found}, bản kèm theo là ${cluster.binaries.major}. Hãy chạy bản Lan Tỏa cũ để xuất dữ liệu trước.`,
    `The data in ${cluster.folder} is of PostgreSQL ${found}, the bundled one is ${cluster.binaries.major}. Run the older release to take the data out first.`,
  );
}
