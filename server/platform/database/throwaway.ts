import fs from 'node:fs';
import path from 'node:path';
import { databaseAccount } from './account.ts';
import { type EmbeddedServer, startEmbedded } from './embedded.ts';
import { THROWAWAY_PREFIX, throwawayFolder, throwawayParents } from './folders.ts';
import { commandOf, isAlive, isSameProcess, processIdentity } from './process-identity.ts';

/**
 * A server for one test run, in a folder of its own in memory or on the disk. It goes with this process: `stop` for an
 * orderly end, and an exit hook for every other one. What a killed run left behind is cleared away first.
 */
export async function startThrowaway(checkout: string): Promise<EmbeddedServer> {
  const account = databaseAccount();
  for (const parent of throwawayParents(account)) sweep(parent);
  const folder = throwawayFolder(account);
  fs.writeFileSync(path.join(folder, 'owner'), processIdentity(process.pid));
  const server = await startEmbedded({ checkout, folder, throwaway: true });
  const last = () => destroy(folder);
  process.once('exit', last);
  return {
    ...server,
    stop: async () => {
      await server.stop();
      process.off('exit', last);
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Ends the servers and removes the folders of runs whose process is gone. */
export function sweep(parent: string): void {
  for (const name of fs.readdirSync(parent)) {
    if (!name.startsWith(THROWAWAY_PREFIX)) continue;
    const folder = path.join(parent, name);
    const owner = read(path.join(folder, 'owner'));
    if (owner !== undefined && !isSameProcess(owner)) destroy(folder);
  }
}

/** Ends a throwaway server without ceremony and without waiting for the event loop, so that it may run at exit. */
function destroy(folder: string): void {
  const pidFile = path.join(folder, 'cluster', 'data', 'postmaster.pid');
  const pid = Number(read(pidFile)?.split('\n')[0]);
  try {
    if (isAlive(pid) && commandOf(pid).includes(folder)) {
      process.kill(pid, 'SIGQUIT');
      const clock = new Int32Array(new SharedArrayBuffer(4));
      for (let tries = 0; tries < 200 && fs.existsSync(pidFile); tries++) Atomics.wait(clock, 0, 0, 5);
    }
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  } catch {
    // Another user's run, or one that is still going down: the next run tries again.
  }
}

function read(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
