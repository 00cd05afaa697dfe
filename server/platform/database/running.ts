import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, ownerUrl, readStatus } from './cluster.ts';
import { commandOf, isAlive } from './process-identity.ts';
import { StartProblem } from './start-problem.ts';

const ANSWERS_WITHIN_MS = 120_000;

/** The server that already runs on this very data folder, once it takes connections. Clears away a stale pid file. */
export async function findRunning(cluster: Cluster): Promise<{ pid: number; port: number } | undefined> {
  const deadline = Date.now() + ANSWERS_WITHIN_MS;
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
  throw new StartProblem(
    `PostgreSQL trong ${cluster.folder} không trả lời.`,
    `The PostgreSQL in ${cluster.folder} does not answer.`,
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
