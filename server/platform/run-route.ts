import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import * as z from 'zod/mini';
import type { Endpoint } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { Actor, Visitor } from './actor.ts';
import { keepReply, takeKey } from './idempotency.sql.ts';
import type { FileReply, LiveMessage, Route } from './route.ts';
import type { Db, Tx } from './tx.ts';

export interface Running {
  db: Db;
  /** Tests and demo verify that replies are what the contract promises. */
  checkOutput: boolean;
  /** Aborts when the server drains: ends the live streams. */
  stopping: AbortSignal;
}

// biome-ignore format: one line each reads as a table
type Run = {
  plain: (db: Db, who: unknown, input: unknown) => Promise<unknown>;
  receive: (begin: unknown, who: unknown, input: unknown, body: unknown, headers: Headers) => Promise<unknown>;
  live: (db: Db, who: unknown, input: unknown, signal: AbortSignal) => AsyncIterable<LiveMessage>;
  prepared: (tx: Tx, who: unknown, input: unknown, ready: unknown) => Promise<unknown>;
};

/** Input of a request as one flat object: path parameters, then query (GET, and all routes that stream bytes) or JSON body. */
async function readInput(c: Context, route: Route): Promise<unknown> {
  const fromQuery = route.endpoint.method === 'GET' || route.endpoint.method === 'DELETE' || route.kind === 'receive';
  const rest = fromQuery ? c.req.query() : await readJson(c);
  return parseInput(route.endpoint, { ...rest, ...c.req.param() });
}

async function readJson(c: Context): Promise<Record<string, unknown>> {
  const raw = await c.req.text();
  if (raw === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return fail('unreadable');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail('unreadable');
  return value as Record<string, unknown>;
}

export function parseInput(endpoint: Endpoint, value: unknown): unknown {
  const parsed = z.safeParse(endpoint.input, value);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const at = issue.path.join('.') || ('keys' in issue && Array.isArray(issue.keys) ? issue.keys.join(', ') : '');
    fields[at] ??= issue.code === 'unrecognized_keys' ? 'fields.unknown' : issue.message;
  }
  return fail('invalid', {}, { fields });
}

/** Carries out one matched route for a caller whose right was already checked. */
export async function runRoute(c: Context, route: Route, who: Actor | Visitor, running: Running): Promise<Response> {
  const input = await readInput(c, route);
  const begin = <T>(work: (tx: Tx) => Promise<T>) => running.db.transaction().execute(work);
  if (route.kind === 'send')
    return fileResponse((await (route.run as unknown as Run['plain'])(running.db, who, input)) as FileReply);
  if (route.kind === 'live')
    return liveResponse(
      c,
      (route.run as unknown as Run['live'])(running.db, who, input, anySignal(running.stopping, c.req.raw.signal)),
    );
  if (route.kind === 'receive') {
    return json(
      c,
      route,
      running,
      await (route.run as unknown as Run['receive'])(begin, who, input, c.req.raw.body, c.req.raw.headers),
    );
  }
  if (route.kind === 'read')
    return json(c, route, running, await (route.run as unknown as Run['plain'])(running.db, who, input));
  const ready =
    route.kind === 'prepared' ? await (route.prepare as unknown as Run['plain'])(running.db, who, input) : undefined;
  return json(
    c,
    route,
    running,
    await begin((tx) =>
      once(c, tx, who, route, input, () => (route.run as unknown as Run['prepared'])(tx, who, input, ready)),
    ),
  );
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
  if (!key || !('person' in who)) return await work();
  const endpoint = `${route.endpoint.method} ${route.endpoint.path}`;
  const request_hash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  const kept = await takeKey(tx, { person_id: who.person.id, key: key.slice(0, 200), endpoint, request_hash });
  if (kept)
    return kept.endpoint === endpoint && kept.request_hash === request_hash ? kept.body : fail('idempotency.reused');
  const body = await work();
  await keepReply(tx, who.person.id, key.slice(0, 200), 200, body);
  return body;
}

function json(c: Context, route: Route, running: Running, body: unknown): Response {
  if (running.checkOutput) z.parse(route.endpoint.output, body);
  return c.json(body ?? null);
}

function fileResponse(file: FileReply): Response {
  const name = encodeURIComponent(file.name).replace(/['()*]/g, (ch) => `%${ch.charCodeAt(0).toString(16)}`);
  const body =
    file.body instanceof Uint8Array ? new Uint8Array(file.body) : (Readable.toWeb(file.body) as ReadableStream);
  return new Response(body, {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.bytes),
      'content-disposition': `${file.disposition}; filename*=UTF-8''${name}`,
      'cache-control': 'private, no-cache',
      // Uploads never run as pages of ours.
      'content-security-policy': "sandbox; default-src 'none'",
    },
  });
}

function liveResponse(c: Context, messages: AsyncIterable<LiveMessage>): Response {
  c.header('cache-control', 'no-cache, no-transform');
  return streamSSE(c, async (stream) => {
    for await (const message of messages)
      await stream.writeSSE({ event: message.event, data: JSON.stringify(message.data) });
  });
}

const anySignal = (...signals: AbortSignal[]) => AbortSignal.any(signals);
