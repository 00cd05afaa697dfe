import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { databaseAccount, give } from './account.ts';
import { findBinaries } from './binaries.ts';
import { type Cluster, clusterIn, ensureCluster, ownerUrl, readStatus } from './cluster.ts';
import { dataFolder, programsFolder } from './folders.ts';
import { launch } from './launch.ts';
import { isAlive, isSameProcess, processIdentity } from './process-identity.ts';
import { findRunning } from './running.ts';
import { serverSettings, throwawaySettings } from './settings.ts';
import { withStartLock } from './start-lock.ts';
import { StartProblem } from './start-problem.ts';

/** Which server to start: that of a checkout, or one in a folder of the caller's choice. */
export type EmbeddedOptions = {
  /** Absolute path of the working copy; decides the data folder unless `folder` is given. */
  readonly checkout: string;
  /** Absolute path of a data folder of its own. */
  readonly folder?: string;
  /** True for tests: fast and careless of power cuts. */
  readonly throwaway?: boolean;
};

export type EmbeddedServer = {
  /** The owner's address of a database (default: `lantoa`, which exists). */
  url(database?: string): string;
  readonly port: number;
  readonly pid: number;
  readonly folder: string;
  /** True where the server was running already, started by another process or left behind by a killed one. */
  readonly adopted: boolean;
  /** Stops the server if this process started it (or took it over from one that died); otherwise does nothing. */
  stop(): Promise<void>;
};

/**
 * Starts PostgreSQL 18 on this machine, or adopts the one that runs on the same data folder. Several processes may
 * call it at once: one starts the server, the others adopt it. Throws an Error with a sentence in Vietnamese and
 * English where it cannot.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const account = databaseAccount();
  const folder = prepareFolder(options.folder ?? dataFolder(options.checkout, account));
  give(folder, account);
  const binaries = findBinaries(account, programsFolder(options.checkout, account));
  const cluster = clusterIn(folder, account, binaries);
  return await withStartLock(path.join(folder, 'starting'), () => startOrAdopt(cluster, options.throwaway ?? false));
}

async function startOrAdopt(cluster: Cluster, throwaway: boolean): Promise<EmbeddedServer> {
  const running = await findRunning(cluster);
  if (running) {
    const mine = takeOver(cluster);
    return describe(cluster, running.pid, running.port, { adopted: true, mine });
  }
  await ensureCluster(cluster, throwaway);
  const { pid, port } = await launch(cluster, throwaway ? throwawaySettings() : serverSettings());
  fs.writeFileSync(starterFile(cluster), processIdentity(process.pid));
  await ensureDatabase(cluster, port);
  return describe(cluster, pid, port, { adopted: false, mine: true });
}

function describe(
  cluster: Cluster,
  pid: number,
  port: number,
  how: { adopted: boolean; mine: boolean },
): EmbeddedServer {
  // A process that ends without stopping its server (a failed start, an exception) must not leave it behind.
  const farewell = () => signal(cluster, pid, 'SIGINT');
  if (how.mine) process.once('exit', farewell);
  const stop = async () => {
    if (!how.mine) return;
    process.off('exit', farewell);
    await withStartLock(path.join(cluster.folder, 'starting'), () => shutDown(cluster, pid));
  };
  const url = (database = 'lantoa') => ownerUrl(cluster, port, database);
  return { url, port, pid, folder: cluster.folder, adopted: how.adopted, stop };
}

/** Only the starter stops a server; one whose starter has died belongs to whoever adopts it next. */
function takeOver(cluster: Cluster): boolean {
  const file = starterFile(cluster);
  if (fs.existsSync(file) && isSameProcess(fs.readFileSync(file, 'utf8'))) return false;
  fs.writeFileSync(file, processIdentity(process.pid));
  return true;
}

async function ensureDatabase(cluster: Cluster, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl(cluster, port, 'postgres') });
  await client.connect();
  const { rowCount } = await client.query(`select from pg_database where datname = 'lantoa'`);
  if (rowCount === 0) await client.query('create database lantoa');
  await client.end();
}

/** A fast shutdown (open transactions are rolled back, everything is written); an immediate one if that takes too long. */
async function shutDown(cluster: Cluster, pid: number): Promise<void> {
  if (!signal(cluster, pid, 'SIGINT') || (await ends(pid, 30_000))) return forgetStarter(cluster);
  signal(cluster, pid, 'SIGQUIT');
  await ends(pid, 10_000);
  forgetStarter(cluster);
}

/** False where this server no longer runs: then its number may be another program's. */
function signal(cluster: Cluster, pid: number, name: 'SIGINT' | 'SIGQUIT'): boolean {
  if (readStatus(cluster)?.pid !== pid || !isAlive(pid)) return false;
  process.kill(pid, name);
  return true;
}

async function ends(pid: number, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (isAlive(pid) && Date.now() < deadline) await pause(5);
  return !isAlive(pid);
}

function forgetStarter(cluster: Cluster): void {
  fs.rmSync(starterFile(cluster), { force: true });
}

function starterFile(cluster: Cluster): string {
  return path.join(cluster.folder, 'starter');
}

function prepareFolder(folder: string): string {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
    fs.accessSync(folder, fs.constants.W_OK);
  } catch (error) {
    throw new StartProblem(
      `Không ghi được vào ${folder}. Hãy cấp quyền ghi cho người dùng đang chạy (có thể lần trước đã chạy bằng root).`,
      `${folder} is not writable. Give it to the user who runs this (it may have been made by root).`,
      { cause: error },
    );
  }
  return fs.realpathSync(folder);
}
