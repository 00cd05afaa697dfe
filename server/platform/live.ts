import { sql } from 'kysely';
import pg from 'pg';
import { log } from './log.ts';
import type { Tx } from './tx.ts';

const channel = 'lantoa_live';
type Listener = (message: { event: string; data: unknown }) => void;
const listeners = new Map<string, Set<Listener>>();

/** Tells a person's open screens, on every process, once the transaction commits. Payload: small facts, never texts. */
export async function tell(tx: Tx, personId: string, event: string, data: object): Promise<void> {
  await sql`select pg_notify(${channel}, ${JSON.stringify({ personId, event, data })})`.execute(tx);
}

/** Messages for one person until the signal aborts; a comment every 25 s keeps proxies from closing the line. */
export async function* messagesFor(
  personId: string,
  signal: AbortSignal,
): AsyncGenerator<{ event: string; data: unknown }> {
  const waiting: { event: string; data: unknown }[] = [];
  let wake = () => {};
  const listener: Listener = (message) => {
    if (waiting.length < 100) waiting.push(message);
    wake();
  };
  const mine = listeners.get(personId) ?? new Set();
  listeners.set(personId, mine.add(listener));
  signal.addEventListener('abort', () => wake(), { once: true });
  try {
    yield { event: 'ready', data: {} };
    while (!signal.aborted) {
      if (waiting.length === 0) await waitFor((resolve) => (wake = resolve), 25_000);
      if (signal.aborted) return;
      yield waiting.shift() ?? { event: 'still-here', data: {} };
    }
  } finally {
    mine.delete(listener);
    if (mine.size === 0) listeners.delete(personId);
  }
}

function waitFor(arm: (resolve: () => void) => void, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    arm(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** One listening connection per process, reopened when it drops. */
export function startLive(connectionString: string): { stop(): Promise<void> } {
  let stopped = false;
  let client: pg.Client | undefined;
  const open = async () => {
    if (stopped) return;
    client = new pg.Client({ connectionString, application_name: 'lantoa live' });
    client.on('notification', (n) => deliver(n.payload ?? ''));
    client.on('error', () => again());
    client.on('end', () => again());
    await client.connect();
    await client.query(`listen ${channel}`);
  };
  let timer: NodeJS.Timeout | undefined;
  const again = () => {
    if (stopped || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      open().catch(() => again());
    }, 1000);
  };
  open().catch((err) => {
    log.warn({ err }, 'live connection');
    again();
  });
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}

function deliver(payload: string): void {
  const { personId, event, data } = JSON.parse(payload) as { personId: string; event: string; data: unknown };
  for (const listener of listeners.get(personId) ?? []) listener({ event, data });
}
