import type { Fields } from './content.ts';
import { merge, same } from './merge.ts';

/** A row as the server has it. */
export interface Known<C> {
  content: C;
  version: number;
  position: number;
}

/**
 * A row under the hands of a person.
 * saved: the server has it · typed: to be sent · sending · kept: no network, sent later · clash: somebody else changed
 * the same field, the person decides · refused: the server said no, with a sentence.
 */
export interface Entry<C> {
  id: string;
  mine: C;
  position: number;
  /** Null while the server does not have it. */
  known: Known<C> | null;
  /** Its place among its siblings is to be sent too. */
  moved: boolean;
  removed: boolean;
  state: 'saved' | 'typed' | 'sending' | 'kept' | 'clash' | 'refused';
  /** Of a clash: what the other person made of it (null: deleted), and which fields differ. */
  clash: { theirs: Known<C> | null; fields: string[] } | null;
  problem: { title: string; fields: Record<string, string> } | null;
}

/** How a kind of row is tidied as the server would, and taken apart into fields. */
export interface Shape<C> {
  tidy: (content: C) => C;
  fields: (content: C) => Fields;
  content: (fields: Fields) => C;
}

const calm = { clash: null, problem: null } as const;

export function readEntry<C>(id: string, known: Known<C>): Entry<C> {
  const { content, position } = known;
  return { id, mine: content, position, known, moved: false, removed: false, state: 'saved', ...calm };
}

export function newEntry<C>(id: string, mine: C, position: number): Entry<C> {
  return { id, mine, position, known: null, moved: true, removed: false, state: 'typed', ...calm };
}

/** A keystroke. Under a clash the text may be changed too (a third wording); it is sent once the person has decided. */
export function edited<C>(entry: Entry<C>, mine: C): Entry<C> {
  return { ...entry, mine, problem: null, state: entry.state === 'clash' ? 'clash' : 'typed' };
}

/** Whether the server lacks something of it. */
export function isUnsent<C>(entry: Entry<C>): boolean {
  return entry.state !== 'saved' || entry.removed;
}

/** On its way to the server; a place it takes from now on is another one. */
export const leaving = <C>(entry: Entry<C>): Entry<C> => ({ ...entry, moved: false, state: 'sending' });

/**
 * The server has taken what was sent; what was typed or moved meanwhile is still to be sent. Its place stays the one on
 * the screen: the server counts its positions on a scale of its own, which is taken over for all lines at once.
 */
export function acknowledged<C>(entry: Entry<C>, sent: C, reply: Known<C>, shape: Shape<C>): Entry<C> {
  const more = !same(shape.tidy(entry.mine), shape.tidy(sent));
  return {
    ...entry,
    ...calm,
    known: reply,
    state: more || entry.moved ? 'typed' : 'saved',
  };
}

/** What others changed since is taken in where nothing of mine waits. */
export function refreshed<C>(entry: Entry<C>, known: Known<C>): Entry<C> {
  if (isUnsent(entry) || (entry.known && entry.known.version >= known.version)) return entry;
  return { ...entry, mine: known.content, known, position: known.position };
}

/**
 * The server has another version than mine was typed over. Changes of different fields are brought together and sent
 * again; one's own words that came back from a lost reply are no conflict; the same field changed twice is a clash.
 */
export function contested<C>(entry: Entry<C>, theirs: Known<C> | null, shape: Shape<C>): Entry<C> {
  if (!theirs) return { ...entry, state: 'clash', clash: { theirs, fields: [] } };
  const mine = shape.fields(shape.tidy(entry.mine));
  const now = shape.fields(theirs.content);
  if (same(mine, now) && !entry.moved) return { ...entry, ...calm, known: theirs, state: 'saved' };
  const base = entry.known ? shape.fields(entry.known.content) : {};
  const { fields, clashes } = merge(base, mine, now);
  const merged = { ...entry, mine: shape.content(fields), known: theirs };
  if (clashes.length === 0) return { ...merged, ...calm, state: 'typed' };
  return { ...merged, state: 'clash', clash: { theirs, fields: clashes } };
}

/** Keeps mine (as it reads now) over theirs. */
export function keptMine<C>(entry: Entry<C>): Entry<C> {
  const deleted = entry.clash?.theirs === null;
  return { ...entry, ...calm, known: deleted ? null : entry.known, moved: deleted || entry.moved, state: 'typed' };
}

/** Takes theirs; null where they deleted it. */
export function tookTheirs<C>(entry: Entry<C>): Entry<C> | null {
  const theirs = entry.clash?.theirs;
  if (!theirs) return null;
  return {
    ...entry,
    ...calm,
    mine: theirs.content,
    known: theirs,
    position: theirs.position,
    moved: false,
    state: 'saved',
  };
}
