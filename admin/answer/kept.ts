import { store } from '../app/store.ts';
import { nothingTyped, type Typed } from './choices.ts';

/** What is kept on the device until the server has it: it survives a closed window and a dead battery. */
interface Kept {
  typed: Typed;
  at: number;
}

const WRITE_AFTER = 250;
const drafts = store('drafts');
const keyOf = (key: string) => `answer ${key}`;

export async function bringBack(key: string): Promise<Typed> {
  // A browser that keeps nothing (a private window) still takes answers; it only cannot bring them back.
  const kept = await drafts.get<Kept>(keyOf(key)).catch(() => undefined);
  return { ...nothingTyped(), ...kept?.typed };
}

let timer: ReturnType<typeof setTimeout> | undefined;
let waiting: (() => Promise<void>) | undefined;

/** Keeps what is typed, a moment after the last key. */
export function keep(key: string, typed: Typed): void {
  waiting = async () => await drafts.set(keyOf(key), { typed, at: Date.now() } satisfies Kept);
  clearTimeout(timer);
  timer = setTimeout(() => void keepNow(), WRITE_AFTER);
}

/** Before the page goes away: nothing waits any more. */
export async function keepNow(): Promise<void> {
  clearTimeout(timer);
  const write = waiting;
  waiting = undefined;
  await write?.().catch(() => undefined);
}

/** The server has it: nothing to keep. */
export async function forget(key: string): Promise<void> {
  clearTimeout(timer);
  waiting = undefined;
  await drafts.remove(keyOf(key)).catch(() => undefined);
}

/** What the app has put down on this device; null also where the browser keeps nothing. */
export function deviceHas(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

const DEVICE = 'lantoa.device';

/**
 * The secret of this device, made once: a link that it began belongs to it. Null where the browser keeps nothing, for
 * then the link would be lost with the window.
 */
export function deviceSecret(): string | null {
  try {
    const known = localStorage.getItem(DEVICE);
    if (known) return known;
    const bytes = crypto.getRandomValues(new Uint8Array(32));
    const made = btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, (c) => ({ '+': '-', '/': '_' })[c] ?? '');
    localStorage.setItem(DEVICE, made);
    return made;
  } catch {
    return null;
  }
}
