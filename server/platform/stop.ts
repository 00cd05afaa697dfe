import type { Server } from 'node:http';
import { log } from './log.ts';

const HARD_LIMIT_MS = 10_000;

export interface Stopping {
  /** Ends the live streams and turns /readyz to 503. */
  drain: AbortController;
  server: Pick<Server, 'close' | 'closeIdleConnections' | 'closeAllConnections'>;
  /** What is closed after the last request was answered, in this order: jobs, live connection, pools, database. */
  after: readonly { name: string; stop(): Promise<unknown> }[];
  /** For tests; ten seconds otherwise. */
  limitMs?: number;
}

/**
 * Stops in an order in which nobody loses anything: live streams end, no new connection is taken, idle ones close, the
 * requests that run are answered and their jobs queued, then the rest closes. True when all of it was done in time;
 * after the limit what still runs is cut off, and the caller exits.
 */
export async function stopInOrder({ drain, server, after, limitMs = HARD_LIMIT_MS }: Stopping): Promise<boolean> {
  const deadline = AbortSignal.timeout(limitMs);
  const late = new Promise<false>((resolve) =>
    deadline.addEventListener('abort', () => resolve(false), { once: true }),
  );
  drain.abort();
  const closed = new Promise<true>((resolve) => server.close(() => resolve(true)));
  server.closeIdleConnections();
  // A connection that was busy just now is idle once it has its answer, and nothing else would close it.
  const again = setInterval(() => server.closeIdleConnections(), 100);
  const answered = await Promise.race([closed, late]);
  clearInterval(again);
  if (!answered) {
    log.warn('requests still run at the time limit and are cut off');
    server.closeAllConnections();
  }
  return (await Promise.race([stopRest(after), late])) && answered;
}

/** One that cannot be stopped does not keep the others from it. */
async function stopRest(after: Stopping['after']): Promise<boolean> {
  let well = true;
  for (const { name, stop } of after) {
    try {
      await stop();
    } catch (err) {
      well = false;
      log.error({ err, part: name }, 'could not stop');
    }
  }
  return well;
}
