import { store } from '../app/store.ts';
import { nothingTyped, type Typed } from './choices.ts';

/** What is kept on the device until the server has it: it survives a closed window and a dead battery. */
interface Kept {
  typed: Typed;
  at: number;
}

const drafts = store('drafts');
const keyOf = (key: string) => `answer ${key}`;

export async function bringBack(key: string): Promise<Typed> {
  // A browser that keeps nothing (a private window) still takes answers; it only cannot bring them back.
  const kept = await drafts.get<Kept>(keyOf(key)).catch(() => undefined);
  return { ...nothingTyped(), ...kept?.typed };
}

let waiting: Kept | undefined;
let writing = false;

/** Keeps what is typed, from the first key on; while one writing is under way only the last of the next is wanted. */
export function keep(key: string, typed: Typed): void {
  waiting = { typed: structuredClone(typed), at: Date.now() };
  if (!writing) void writeOut(key);
}

async function writeOut(key: string): Promise<void> {
  writing = true;
  for (let kept = waiting; kept; kept = waiting) {
    waiting = undefined;
    await drafts.set(keyOf(key), kept).catch(() => undefined);
  }
  writing = false;
}

/** The server has it: nothing to keep. */
export async function forget(key: string): Promise<void> {
  waiting = undefined;
  await drafts.remove(keyOf(key)).catch(() => undefined);
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
