import type { Readable } from 'node:stream';
import type { Endpoint, InputOf, OutputOf } from '#lib/contract.ts';
import type { Actor, Visitor } from './actor.ts';
import type { Db, Tx } from './tx.ts';

/** Guarded endpoints get an actor, open ones a visitor: an open verb that wants an actor does not compile. */
export type WhoOf<E> = E extends { open: string } ? Visitor : Actor;

/** Runs work in a transaction of its own; only for routes that stream first. */
export type InTransaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

export interface FileReply {
  body: Readable | Uint8Array;
  name: string;
  mediaType: string;
  bytes: number;
  /** 'inline' only for types that cannot run script (PDF, pictures we made). */
  disposition: 'attachment' | 'inline';
  /** A strong tag ('"…"') that changes with the content; a browser that has it already is not sent it again. */
  etag?: string;
  /** How long it may be shown again without asking; 'private, no-cache' unless told otherwise. */
  cacheControl?: string;
}

export interface LiveMessage {
  event: string;
  data: unknown;
}

// The table of routes forgets the exact types; each binding below has checked them.
type Erased = (...args: never[]) => unknown;
export type Route = { endpoint: Endpoint } & (
  | { kind: 'read' | 'write' | 'receive' | 'send' | 'live'; run: Erased }
  | { kind: 'prepared'; prepare: Erased; run: Erased }
);

const bind = <E extends Endpoint>(
  kind: 'read' | 'write' | 'receive' | 'send' | 'live',
  endpoint: E,
  run: Erased,
): Route => ({ kind, endpoint, run });

/** A reading endpoint: no transaction, no side effect. */
export const read = <E extends Endpoint>(
  endpoint: E,
  run: (db: Db, who: WhoOf<E>, input: InputOf<E>) => Promise<OutputOf<E>>,
): Route => bind('read', endpoint, run as Erased);

/** A writing endpoint: one transaction around the verb, committed before the reply. */
export const write = <E extends Endpoint>(
  endpoint: E,
  run: (tx: Tx, who: WhoOf<E>, input: InputOf<E>) => Promise<OutputOf<E>>,
): Route => bind('write', endpoint, run as Erased);

/** A write with slow work (password hashing, rendering) that must not hold a transaction: `prepare` runs before it opens. */
export const prepared = <E extends Endpoint, P>(
  endpoint: E,
  prepare: (db: Db, who: WhoOf<E>, input: InputOf<E>) => Promise<P>,
  run: (tx: Tx, who: WhoOf<E>, input: InputOf<E>, ready: P) => Promise<OutputOf<E>>,
): Route => ({ kind: 'prepared', endpoint, prepare: prepare as Erased, run: run as Erased });

/** An endpoint that takes raw bytes: the body streams before any transaction is opened. */
export const receive = <E extends Endpoint>(
  endpoint: E,
  run: (
    begin: InTransaction,
    who: WhoOf<E>,
    input: InputOf<E>,
    body: ReadableStream<Uint8Array> | null,
    headers: Headers,
  ) => Promise<OutputOf<E>>,
): Route => bind('receive', endpoint, run as Erased);

/** An endpoint that answers with a file. */
export const send = <E extends Endpoint>(
  endpoint: E,
  run: (db: Db, who: WhoOf<E>, input: InputOf<E>) => Promise<FileReply>,
): Route => bind('send', endpoint, run as Erased);

/** Server-sent events until the caller leaves or the server stops. */
export const live = <E extends Endpoint>(
  endpoint: E,
  run: (db: Db, who: WhoOf<E>, input: InputOf<E>, signal: AbortSignal) => AsyncIterable<LiveMessage>,
): Route => bind('live', endpoint, run as Erased);
