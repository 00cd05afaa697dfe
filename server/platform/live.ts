import pg from 'pg';
import { fail } from '#lib/errors.ts';
import { notify } from './live.sql.ts';
import { log } from './log.ts';
import { asRole } from './role-address.ts';
import type { Tx } from './tx.ts';

const channel = 'lantoa_live';
/** PostgreSQL refuses payloads of 8000 bytes and more, and with them the whole transaction. */
const MOST_BYTES = 7_500;
const MOST_WAITING = 100;
/** Screens of one person on one process: more is a script, and each keeps a connection. */
const MOST_SCREENS = 30;
const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

interface Message {
  event: string;
  data: unknown;
}
type Listener = (message: Message) => void;
const listeners = new Map<string, Set<Listener>>();

/** Sent first, and again whenever messages may have been missed: the screen loads what it shows anew. */
const ready: Message = { event: 'ready', data: {} };

/**
 * Tells a person's open screens, on every process, once the transaction commits. Payload: small facts, never texts;
 * facts that are too large stay away and only the event is told.
 */
export const tell = (tx: Tx, personId: string, event: string, data: object): Promise<void> =>
  tellEach(tx, event, [{ personId, data }]);

/** The same for many people in one statement. */
export async function tellEach(
  tx: Tx,
  event: string,
  messages: readonly { personId: string; data: object }[],
): Promise<void> {
  if (messages.length > 0)
    await notify(
      tx,
      channel,
      messages.map((message) => payloadOf(event, message)),
    );
}

function payloadOf(event: string, { personId, data }: { personId: string; data: object }): string {
  const whole = JSON.stringify({ personId, event, data });
  return Buffer.byteLength(whole) <= MOST_BYTES ? whole : JSON.stringify({ personId, event, data: {} });
}

/**
 * Messages for one person until the signal aborts; one that says nothing every 25 s keeps proxies from closing the line.
 * Refused at once, before any message, where the person has too many screens open.
 */
export function messagesFor(personId: string, signal: AbortSignal): AsyncGenerator<Message> {
  if ((listeners.get(personId)?.size ?? 0) >= MOST_SCREENS) fail('too-many', { seconds: 60 });
  return listen(personId, signal);
}

async function* listen(personId: string, signal: AbortSignal): AsyncGenerator<Message> {
  let waiting: Message[] = [ready];
  let wake = () => {};
  const listener: Listener = (message) => {
    // A screen that does not keep up loses the details and is told to load anew.
    if (waiting.length >= MOST_WAITING) waiting = [ready];
    else waiting.push(message);
    wake();
  };
  const mine = listeners.get(personId) ?? new Set();
  listeners.set(personId, mine.add(listener));
  signal.addEventListener('abort', () => wake(), { once: true });
  try {
    while (!signal.aborted) {
      if (waiting.length === 0) await waitFor((resolve) => (wake = resolve), 25_000);
      if (signal.aborted) return;
      yield waiting.shift() ?? { event: 'still-here', data: {} };
    }
  } finally {
    mine.delete(listener);
    if (mine.size === 0 && listeners.get(personId) === mine) listeners.delete(personId);
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

/** One listening connection per process, as `role`, reopened when it drops; resolves once it listens or has first failed. */
export async function startLive(connectionString: string, role?: string): Promise<{ stop(): Promise<void> }> {
  let stopped = false;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let pause = SHORTEST_PAUSE_MS;
  const again = () => {
    if (stopped || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      void open().then(resync, again);
    }, pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  };
  const open = async () => {
    if (stopped) return;
    client = new pg.Client({
      connectionString: asRole(connectionString, role),
      application_name: 'lantoa live',
      keepAlive: true,
    });
    client.on('notification', (n) => deliver(n.payload ?? ''));
    client.on('error', again);
    client.on('end', again);
    await client.connect();
    await client.query(`listen ${channel}`);
    pause = SHORTEST_PAUSE_MS;
  };
  await open().catch((err) => {
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

/** After a gap: what was told meanwhile is lost, so every screen loads anew. */
function resync(): void {
  for (const set of listeners.values()) for (const listener of set) listener(ready);
}

function deliver(payload: string): void {
  let message: { personId: string } & Message;
  try {
    message = JSON.parse(payload);
  } catch {
    // Anybody who may connect may notify; what is not ours must not end the process.
    return;
  }
  for (const listener of listeners.get(message?.personId) ?? []) listener({ event: message.event, data: message.data });
}
