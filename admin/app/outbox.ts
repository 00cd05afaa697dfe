import { useSyncExternalStore } from 'react';
import type { CallOf, Endpoint, OutputOf } from '#lib/contract.ts';
import { send } from './client.ts';
import { isOnline, onConnection } from './connection.ts';
import { Problem } from './problem.ts';
import { type Request, requestOf } from './request.ts';
import { store } from './store.ts';

/** A write that found no network: kept in the browser and sent when it is back, in the order it was made. */
export interface KeptWrite {
  request: Request;
  /** Sent with it each time, so that it happens once however often it is tried. */
  idempotencyKey: string;
  at: number;
  /** Who typed it; another person on the same machine never sends it. */
  personId: string;
  /** Why the server refused it, when it answered at last. */
  refused?: string;
}

export type Sent<E extends Endpoint> = { sent: true; output: OutputOf<E> } | { sent: false };

let waiting: readonly KeptWrite[] = [];
const listeners = new Set<() => void>();
const note = (next: readonly KeptWrite[]) => {
  waiting = next;
  for (const listener of listeners) listener();
};

/** The key of an entry: it sorts by time, so that later writes never overtake earlier ones. */
export const entryKey = (at: number, idempotencyKey: string): string =>
  `${String(at).padStart(15, '0')} ${idempotencyKey}`;

/** Sends a write now, or keeps it for later where there is no network. Other problems are thrown. */
export async function sendOrKeep<E extends Endpoint>(
  endpoint: E,
  input: CallOf<E>,
  personId: string,
): Promise<Sent<E>> {
  const request = requestOf(endpoint, input as object);
  const idempotencyKey = crypto.randomUUID();
  try {
    return { sent: true, output: (await send(request, { idempotencyKey })) as OutputOf<E> };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'offline') throw error;
    const at = Date.now();
    await store('outbox').set(entryKey(at, idempotencyKey), { request, idempotencyKey, at, personId });
    await recount(personId);
    return { sent: false };
  }
}

async function recount(personId: string): Promise<void> {
  const all = await store('outbox').all<KeptWrite>();
  note(all.map(([, kept]) => kept).filter((kept) => kept.personId === personId));
}

/** Tries everything that waits, oldest first; stops at the first that finds no network. Returns how many went. */
export async function flush(personId: string): Promise<number> {
  let went = 0;
  for (const [key, kept] of await store('outbox').all<KeptWrite>()) {
    if (kept.personId !== personId || kept.refused) continue;
    try {
      await send(kept.request, { idempotencyKey: kept.idempotencyKey });
      await store('outbox').remove(key);
      went += 1;
    } catch (error) {
      if (!(error instanceof Problem) || error.code === 'offline' || error.status >= 500) break;
      // The server said no: the text stays, with the reason, until the person decides.
      await store('outbox').set(key, { ...kept, refused: error.title });
    }
  }
  await recount(personId);
  return went;
}

/** Takes a write that was refused out of the outbox. */
export async function drop(kept: KeptWrite): Promise<void> {
  await store('outbox').remove(entryKey(kept.at, kept.idempotencyKey));
  await recount(kept.personId);
}

/** Sends what waits now and whenever the network returns. */
export function watchOutbox(personId: string, onSent: (n: number) => void): () => void {
  let running = false;
  const run = async () => {
    if (running || !isOnline()) return;
    running = true;
    const went = await flush(personId).catch(() => 0);
    running = false;
    if (went > 0) onSent(went);
  };
  void run();
  return onConnection(run);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useWaiting = (): readonly KeptWrite[] => useSyncExternalStore(subscribe, () => waiting);
