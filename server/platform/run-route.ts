import { createHash, createHmac } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import * as z from 'zod/mini';
import { fail } from '#lib/errors.ts';
import type { Actor, Visitor } from './actor.ts';
import { fileResponse } from './file-response.ts';
import { keepReply, takeKey } from './idempotency.sql.ts';
import { log } from './log.ts';
import { readInput } from './read-input.ts';
import type { FileReply, InTransaction, LiveMessage, Route } from './route.ts';
import type { Db, Tx } from './tx.ts';

export interface Running {
  db: Db;
  /** Tests and demo refuse replies that break the contract; otherwise they are logged and sent. */
  checkOutput: boolean;
  /** Aborts when the server drains: ends the live streams. */
  stopping: AbortSignal;
}

// The table of routes has forgotten the exact types; what is called here was checked where the route was bound.
type Run = {
  plain: (db: Db, who: unknown, input: unknown) => Promise<unknown>;
  receive: (begin: unknown, who: unknown, input: unknown, body: unknown, headers: Headers) => Promise<unknown>;
  live: (db: Db, who: unknown, input: unknown, signal: AbortSignal) => AsyncIterable<LiveMessage>;
  prepared: (tx: Tx, who: unknown, input: unknown, ready: unknown) => Promise<unknown>;
};

/** Carries out one matched route for a caller whose right was already checked. */
export async function runRoute(c: Context, route: Route, who: Actor | Visitor, running: Running): Promise<Response> {
  const input = await readInput(c, route);
  const { db } = running;
  const begin: InTransaction = (work) => onceMore(() => db.transaction().execute(work));
  const plain = route.run as unknown as Run['plain'];
  switch (route.kind) {
    case 'read':
      return await jsonReply(c, promised(route, running, await plain(db, who, input)));
    case 'send':
      return fileResponse(c, (await plain(db, who, input)) as FileReply);
    case 'live':
      return liveResponse(c, route, who, input, running);
    case 'receive': {
      const run = route.run as unknown as Run['receive'];
      return await jsonReply(
        c,
        promised(route, running, await run(begin, who, input, c.req.raw.body, c.req.raw.headers)),
      );
    }
    default: {
      const run = route.run as unknown as Run['prepared'];
      const ready =
        route.kind === 'prepared' ? await (route.prepare as unknown as Run['plain'])(db, who, input) : undefined;
      const work = async (tx: Tx) => promised(route, running, await run(tx, who, input, ready));
      return await jsonReply(c, await begin((tx) => once(c, tx, who, route, input, () => work(tx))));
    }
  }
}

/** Postgres ended one of two transactions that waited for each other: nothing of it happened, so it is simply done again. */
const isDeadlock = (error: unknown): boolean => error instanceof Error && (error as { code?: string }).code === '40P01';
const mostDeadlocks = 3;

async function onceMore<T>(attempt: () => Promise<T>, left = mostDeadlocks): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (left === 0 || !isDeadlock(error)) throw error;
    return await onceMore(attempt, left - 1);
  }
}

const pack = promisify(gzip);
/** Below this a packet is a packet; above, a phone on a slow line notices. Bytes. */
const worthPacking = 1400;

/** JSON, packed where the caller takes it: lists of units and lines shrink to a tenth, off the main thread. */
async function jsonReply(c: Context, body: unknown): Promise<Response> {
  const text = JSON.stringify(body);
  const plain = text.length < worthPacking || !/\bgzip\b/.test(c.req.header('accept-encoding') ?? '');
  c.header('content-type', 'application/json; charset=utf-8');
  c.header('vary', 'accept-encoding');
  if (plain) return c.body(text);
  c.header('content-encoding', 'gzip');
  return c.body(new Uint8Array(await pack(text, { level: 4 })));
}

/** With an Idempotency-Key the same request answers the same again, for 24 hours, without doing anything twice. */
async function once(
  c: Context,
  tx: Tx,
  who: Actor | Visitor,
  route: Route,
  input: unknown,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const key = c.req.header('idempotency-key');
  if (!key || !('person' in who) || route.endpoint.secret) return await work();
  // Hashed: keys of any length and any bytes fit, and two long ones with the same beginning stay two.
  const name = createHash('sha256').update(key).digest('base64url');
  const endpoint = `${route.endpoint.method} ${route.endpoint.path}`;
  // Under the key itself, which is not kept: an input may be a password, and a plain hash of one can be guessed at speed.
  const request_hash = createHmac('sha256', key).update(JSON.stringify(input)).digest('hex');
  const kept = await takeKey(tx, { person_id: who.person.id, key: name, endpoint, request_hash });
  if (kept)
    return kept.endpoint === endpoint && kept.request_hash === request_hash ? kept.body : fail('idempotency.reused');
  const body = await work();
  await keepReply(tx, who.person.id, name, 200, body);
  return body;
}

/**
 * What the contract promises of a reply and nothing else: fields that a query brought along by accident stay here.
 * For writes this runs before the commit, so that a reply which breaks its promise changes nothing.
 */
function promised(route: Route, running: Running, body: unknown): unknown {
  const parsed = z.safeParse(route.endpoint.output, body);
  if (parsed.success) return parsed.data ?? null;
  const where = `${route.endpoint.method} ${route.endpoint.path}`;
  if (running.checkOutput)
    throw new Error(`the reply of ${where} breaks its contract: ${z.prettifyError(parsed.error)}`);
  log.error({ route: where, paths: parsed.error.issues.map((i) => i.path.join('.')) }, 'reply breaks its contract');
  return body ?? null;
}

/** A line ends after an hour and the browser opens it again: a session that is over must not listen on. */
const LONGEST_LINE_MS = 60 * 60_000;

function liveResponse(c: Context, route: Route, who: unknown, input: unknown, running: Running): Response {
  // Nobody would read the messages of a HEAD, and nothing would end them.
  if (c.req.method === 'HEAD') return c.body(null, 200, { 'content-type': 'text/event-stream' });
  c.header('cache-control', 'no-cache, no-transform');
  // nginx would otherwise hold events back until its buffer is full.
  c.header('x-accel-buffering', 'no');
  const gone = AbortSignal.any([running.stopping, c.req.raw.signal, AbortSignal.timeout(LONGEST_LINE_MS)]);
  const messages = (route.run as unknown as Run['live'])(running.db, who, input, gone);
  return streamSSE(
    c,
    async (stream) => {
      for await (const message of messages) {
        if (gone.aborted || stream.aborted) return;
        await stream.writeSSE({ event: message.event, data: JSON.stringify(message.data) });
      }
    },
    async (err) => log.error({ err, route: route.endpoint.path }, 'live stream'),
  );
}
