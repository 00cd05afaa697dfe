import { useSyncExternalStore } from 'react';

/** Whether the server can be reached, as far as is known: told by the browser and by every call. */
let online = typeof navigator === 'undefined' ? true : navigator.onLine;
const listeners = new Set<() => void>();

export function isOnline(): boolean {
  return online;
}

export function setOnline(now: boolean): void {
  if (now === online) return;
  online = now;
  for (const listener of listeners) listener();
}

export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useOnline = (): boolean => useSyncExternalStore(onConnection, isOnline);

/** Follows the browser, and asks the server every few seconds while it cannot be reached. */
export function watchConnection(): void {
  const ask = async () => {
    const reply = await fetch('/healthz', { cache: 'no-store' }).catch(() => undefined);
    if (reply) setOnline(true);
  };
  window.addEventListener('offline', () => setOnline(false));
  window.addEventListener('online', ask);
  setInterval(() => online || ask(), 5_000);
}
