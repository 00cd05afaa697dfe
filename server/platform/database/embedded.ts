import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { databaseAccount, give } from './account.ts';
import { findBinaries, program } from './binaries.ts';
import { type Cluster, clusterIn, ensureCluster, ownerUrl, readStatus, surroundings } from './cluster.ts';
import { dataFolder, programsFolder } from './folders.ts';
import { freePort } from './ports.ts';
import { commandOf, isAlive, isSameProcess, processIdentity } from './process-identity.ts';
import { serverSettings, throwawaySettings } from './settings.ts';
import { withStartLock } from './start-lock.ts';

const READY_WITHIN_MS = 120_000;
const PORT_ATTEMPTS = 8;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

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
  return {
    url: (database = 'lantoa') => ownerUrl(cluster, port, database),
    port,
    pid,
    folder: cluster.folder,
    adopted: how.adopted,
    stop: async () => {
      if (how.mine) await withStartLock(path.join(cluster.folder, 'starting'), () => shutDown(cluster, pid));
    },
  };
}

/** The server that already runs on this very data folder, once it takes connections. Clears away a stale pid file. */
async function findRunning(cluster: Cluster): Promise<{ pid: number; port: number } | undefined> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const status = readStatus(cluster);
    if (!status || !isAlive(status.pid)) return undefined;
    const command = commandOf(status.pid);
    if (command !== '' && !command.includes(cluster.data)) {
      // The number now belongs to another program: PostgreSQL itself would refuse to start because of it.
      fs.rmSync(path.join(cluster.data, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (status.state === 'ready' && (await servesThisFolder(cluster, status.port))) return status;
    await pause(20);
  }
  throw new Error(
    `PostgreSQL trong ${cluster.folder} không trả lời.\nThe PostgreSQL in ${cluster.folder} does not answer.`,
  );
}

async function servesThisFolder(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({
    connectionString: ownerUrl(cluster, port, 'postgres'),
    connectionTimeoutMillis: 5000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
    return rows[0]?.folder === cluster.data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Only the starter stops a server; one whose starter has died belongs to whoever adopts it next. */
function takeOver(cluster: Cluster): boolean {
  const file = starterFile(cluster);
  if (fs.existsSync(file) && isSameProcess(fs.readFileSync(file, 'utf8'))) return false;
  fs.writeFileSync(file, processIdentity(process.pid));
  return true;
}

async function launch(cluster: Cluster, settings: Record<string, string>): Promise<{ pid: number; port: number }> {
  for (let attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
    // Between our look and the server's own, another program may take the port: then the next one is tried.
    const port = await freePort(cluster.folder, attempt);
    const outcome = await run(cluster, port, settings);
    if (outcome.pid !== undefined) return { pid: outcome.pid, port };
    if (!/could not bind|already in use|Address in use/i.test(outcome.said)) {
      throw new Error(`PostgreSQL không khởi động được (${cluster.log}).\nPostgreSQL did not start:\n${outcome.said}`);
    }
  }
  throw new Error(`Không tìm được cổng trống cho PostgreSQL.\nFound no free port for PostgreSQL.`);
}

/** One attempt: the pid once it takes connections, or what it said before it ended. */
async function run(
  cluster: Cluster,
  port: number,
  settings: Record<string, string>,
): Promise<{ pid?: number; said: string }> {
  const options = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const log = openLog(cluster);
  const from = fs.fstatSync(log).size;
  // In a session of its own: Ctrl-C in a terminal is for the application, which stops its server last.
  const child = spawn(program(cluster.binaries, 'postgres'), ['-D', cluster.data, ...options], {
    ...surroundings(cluster),
    detached: true,
    stdio: ['ignore', log, log],
  });
  fs.closeSync(log);
  const ready = await becomesReady(cluster, child);
  child.unref();
  if (ready) return { pid: child.pid, said: '' };
  return { said: fs.readFileSync(cluster.log, 'utf8').slice(from).trim() };
}

async function becomesReady(cluster: Cluster, child: ChildProcess): Promise<boolean> {
  let ended = false;
  child.once('error', () => {
    ended = true;
  });
  child.once('exit', () => {
    ended = true;
  });
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!ended && Date.now() < deadline) {
    // A stale file may still say `ready`: it has to name the server that was just started.
    const status = readStatus(cluster);
    if (status?.pid === child.pid && status?.state === 'ready') return true;
    await pause(5);
  }
  if (!ended) child.kill('SIGQUIT');
  return false;
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
  if (readStatus(cluster)?.pid === pid) {
    for (const [signal, patienceMs] of [
      ['SIGINT', 30_000],
      ['SIGQUIT', 10_000],
    ] as const) {
      if (isAlive(pid)) process.kill(pid, signal);
      const deadline = Date.now() + patienceMs;
      while (isAlive(pid) && Date.now() < deadline) await pause(5);
    }
  }
  fs.rmSync(starterFile(cluster), { force: true });
}

function openLog(cluster: Cluster): number {
  const size = fs.statSync(cluster.log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) fs.renameSync(cluster.log, `${cluster.log}.1`);
  return fs.openSync(cluster.log, 'a', 0o600);
}

function starterFile(cluster: Cluster): string {
  return path.join(cluster.folder, 'starter');
}

function prepareFolder(folder: string): string {
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
  return fs.realpathSync(folder);
}
