import { setTimeout as pause } from 'node:timers/promises';
import type { KilledServer } from './killed-server.ts';

/** People at work against a server that dies. Whoever stops by themselves has met what must not happen. */
export interface Writers {
  all: Promise<unknown>;
  stopped: boolean;
}

/** Work that goes on until it is told to end; what it meets is told at the end, where `all` is waited for. */
export function atWork(work: readonly Promise<unknown>[]): Writers {
  const writers: Writers = { all: Promise.all(work), stopped: false };
  writers.all.catch(() => {
    writers.stopped = true;
  });
  return writers;
}

/**
 * Kills the server `rounds` times at moments of chance and starts it again; after each death everything that `check`
 * finds is kept. A life is as long as some writes take, so that a busy machine gets as far as a quiet one.
 */
export async function throughDeaths(
  server: KilledServer,
  life: { rounds: number; chance: () => number; written: () => number; writers: Writers },
  check: () => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (let round = 0; round < life.rounds; round++) {
    const enough = life.written() + 1 + life.chance() * 24;
    while (life.written() < enough && !life.writers.stopped) await pause(5);
    // The end itself is by the clock.
    await pause(life.chance() * 50);
    await server.kill();
    found.push(...(await check()).map((one) => `round ${round}: ${one}`));
    await server.start();
  }
  return found;
}
