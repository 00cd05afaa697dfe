import { setTimeout as rest } from 'node:timers/promises';
import { log } from './log.ts';
import type { Db } from './tx.ts';

/** Looks once and does what is due; answers how many milliseconds it may rest before it looks again (0: there is more). */
type Turn = (db: Db, now: Date) => Promise<number>;

const loops = new Map<string, Turn>();
/** A clock that somebody set, or a row written by another process, is noticed within this time. */
const LONGEST_REST_MS = 1_000;

/** Declares work that is done to the second, by each process that takes jobs; several side by side must not disturb each other. */
export const loop = (name: string, turn: Turn): void => {
  loops.set(name, turn);
};

/** Runs the declared loops until they are stopped; stopping waits for the turn that runs. */
export function startLoops(db: Db, clock: () => Date = () => new Date()): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = [...loops].map(([name, turn]) => turnUntil(stopping.signal, name, () => turn(db, clock())));
  return {
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

async function turnUntil(signal: AbortSignal, name: string, turn: () => Promise<number>): Promise<void> {
  while (!signal.aborted) {
    const ms = await turn().catch((err: unknown) => {
      log.warn({ err, loop: name }, 'a turn failed and is taken again');
      return LONGEST_REST_MS;
    });
    if (ms > 0) await rest(Math.min(ms, LONGEST_REST_MS), undefined, { signal }).catch(() => {});
  }
}
