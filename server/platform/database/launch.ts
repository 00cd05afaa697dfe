import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { program } from './binaries.ts';
import { type Cluster, readStatus, surroundings } from './cluster.ts';
import { freePort } from './ports.ts';
import { StartProblem } from './start-problem.ts';

const READY_WITHIN_MS = 120_000;
const PORT_ATTEMPTS = 8;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/** Starts the server and answers once it takes connections. Throws with what it said where it does not start. */
export async function launch(
  cluster: Cluster,
  settings: Record<string, string>,
): Promise<{ pid: number; port: number }> {
  for (let attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
    // Between our look and the server's own, another program may take the port: then the next one is tried.
    const port = await freePort(cluster.folder, attempt);
    const outcome = await run(cluster, port, settings);
    if (outcome.pid !== undefined) return { pid: outcome.pid, port };
    if (!/could not bind|already in use|Address in use/i.test(outcome.said)) {
      throw new StartProblem(
        `PostgreSQL không khởi động được (${cluster.log}).`,
        `PostgreSQL did not start:\n${outcome.said}`,
      );
    }
  }
  throw new StartProblem(`Không tìm được cổng trống cho PostgreSQL.`, `Found no free port for PostgreSQL.`);
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

function openLog(cluster: Cluster): number {
  const size = fs.statSync(cluster.log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) fs.renameSync(cluster.log, `${cluster.log}.1`);
  return fs.openSync(cluster.log, 'a', 0o600);
}
