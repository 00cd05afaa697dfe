import { createHash } from 'node:crypto';
import net from 'node:net';
import { StartProblem } from './start-problem.ts';

// Above 32768 the system hands ports out to outgoing connections, so that a port which was free may be taken at any moment.
const LOWEST = 20_000;
const COUNT = 12_000;

/** A port on 127.0.0.1 that nothing listens on, below 32768: always the same one for a folder as long as it is free. */
export async function freePort(folder: string, skip: number = 0): Promise<number> {
  const first = createHash('sha256').update(folder).digest().readUInt32BE(0) % COUNT;
  for (let step = skip; step < COUNT; step++) {
    const port = LOWEST + ((first + step) % COUNT);
    if (await isFree(port)) return port;
  }
  throw new StartProblem(`Không còn cổng trống từ ${LOWEST}.`, `There is no free port from ${LOWEST} on.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
