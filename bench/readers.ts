import { setTimeout as pause } from 'node:timers/promises';

/** What is asked over and over, and by when it should be answered (p95, ms); no mark where none was set. */
export interface Kind {
  name: string;
  mark: number | null;
  /** Address and token for the n-th question of a reader. */
  ask: (reader: number, n: number) => { address: string; token: string };
}

export interface Measured {
  name: string;
  mark: number | null;
  times: number[];
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
export const p95 = (times: readonly number[]): number =>
  at(
    times.toSorted((a, b) => a - b),
    0.95,
  );

/** `readers` people, each one request a second, each going through all kinds in turn. */
export async function readAll(
  origin: string,
  kinds: readonly Kind[],
  readers: number,
  seconds: number,
): Promise<{ measured: Measured[]; wrong: string[] }> {
  const measured = kinds.map(({ name, mark }) => ({ name, mark, times: [] as number[] }));
  const wrong: string[] = [];
  const one = async (reader: number, n: number) => {
    const kind = n % kinds.length;
    const { address, token } = kinds[kind]!.ask(reader, n);
    const began = performance.now();
    const reply = await fetch(origin + address, { headers: { cookie: `lantoa=${token}` } });
    await reply.arrayBuffer();
    measured[kind]!.times.push(performance.now() - began);
    if (!reply.ok) wrong.push(`${kinds[kind]!.name}: ${reply.status} ${address}`);
  };
  const read = async (reader: number) => {
    await pause((reader * 1000) / readers);
    for (let n = reader; n < reader + seconds; n++) {
      const next = pause(1000);
      await one(reader, n);
      await next;
    }
  };
  await Promise.all(Array.from({ length: readers }, (_, i) => read(i)));
  return { measured, wrong };
}

const cell = (n: number) => n.toFixed(1).padStart(8);

export function printReaders(measured: readonly Measured[]): void {
  console.log(`${'what'.padEnd(34)}     p50      p95      p99      max     mark      n`);
  for (const { name, mark, times } of measured) {
    const sorted = times.toSorted((a, b) => a - b);
    const figures = [0.5, 0.95, 0.99, 1].map((share) => cell(at(sorted, share))).join(' ');
    const verdict = mark === null ? '       –' : String(mark).padStart(8);
    const missed = mark !== null && p95(times) > mark ? ' MISSED' : '';
    console.log(`${name.padEnd(34)} ${figures} ${verdict} ${String(times.length).padStart(6)}${missed}`);
  }
}
