import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import type { CallOf, Endpoint, OutputOf } from '#lib/contract.ts';
import type { ErrorCode } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import type { Connection } from '#platform/database/connect.ts';
import { createHttp } from '#platform/http.ts';
import type { Route } from '#platform/route.ts';
import { useCatalogue } from '#platform/texts.ts';
import { loadSample, sampleFingerprint } from '../../../db/sample/sample.ts';
import { authenticateToken } from '../../modules/access/api-tokens.ts';
import { insertSession } from '../../modules/access/sessions.sql.ts';
import { authenticate, idleMs } from '../../modules/access/sessions.ts';
import { hashToken, newToken } from '../../modules/access/tokens.ts';
import { personByEmail } from '../../modules/org/people.ts';
import { catalogue } from '../catalogue.ts';
import { type Filling, type TestDatabase, testDatabase } from './database.ts';

/** Problem details as they came over the wire. */
export interface Refusal {
  status: number;
  code: ErrorCode;
  title: string;
  requestId: string;
  fields?: Record<string, string>;
  current?: unknown;
  params?: Record<string, string | number>;
}

export interface Caller {
  /** Calls an endpoint that must succeed; returns its answer. */
  call<E extends Endpoint>(endpoint: E, input: CallOf<E>, headers?: Record<string, string>): Promise<OutputOf<E>>;
  /** Calls an endpoint that must be refused with this code; returns the problem. */
  refused<E extends Endpoint>(
    endpoint: E,
    input: unknown,
    code: ErrorCode,
    headers?: Record<string, string>,
  ): Promise<Refusal>;
  /** The bare reply, for files, streams and cookies. */
  send<E extends Endpoint>(
    endpoint: E,
    input: unknown,
    options?: { headers?: Record<string, string>; body?: Uint8Array },
  ): Promise<Response>;
}

export interface TestApp extends Caller {
  /** Somebody of the sample sector by e-mail address ('lan.pham@so.songtra.example'), with a session made directly. */
  as(email: string): Caller;
  /** Somebody with a token of one's own. */
  with(token: string): Caller;
  readonly database: TestDatabase;
  /** The time the server believes it is; tests move it. */
  clock: { now: Date };
}

export interface TestAppOptions {
  routes: readonly Route[];
  /** Rows to start from; the sample sector unless told otherwise, null for an empty database. */
  filling?: Filling | null;
  /** The time to begin with; a fixed morning unless told otherwise. */
  now?: Date;
}

/** The sample sector, laid into a template once a run. */
export const sampleFilling: Filling = {
  name: `sample_${sampleFingerprint}`,
  fill: async ({ db }: Connection) => {
    await loadSample(db);
  },
};

useCatalogue(catalogue);

const START = new Date('2026-11-20T01:00:00Z');
const ORIGIN = 'http://127.0.0.1:8420';

/** The server over HTTP without a port, on a database of its own. Replies are checked against their contracts. */
export async function testApp(options: TestAppOptions): Promise<TestApp> {
  const database = await testDatabase(options.filling === null ? undefined : (options.filling ?? sampleFilling));
  const clock = { now: options.now ?? START };
  const app = createHttp({
    routes: options.routes,
    db: database.db,
    checkOutput: true,
    stopping: new AbortController().signal,
    origins: [ORIGIN],
    authenticate: (token, visitor) => authenticate(database.db, token, visitor),
    authenticateKey: (key, visitor) => authenticateToken(database.db, key, visitor),
    clock: () => clock.now,
    observe: () => {},
  });
  // Behind a proxy of this machine, so that a test may say by X-Forwarded-For where a request comes from.
  const incoming = { socket: { remoteAddress: '127.0.0.1' } } as unknown as IncomingMessage;
  const request = async (path: string, init: RequestInit) => await app.request(path, init, { incoming });
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (email: string) => {
    const token = tokens.get(email) ?? openSession(database, email, clock.now);
    tokens.set(email, token);
    return token;
  };
  return {
    ...callerWith(request, async () => undefined),
    as: (email) => callerWith(request, () => tokenOf(email)),
    with: (token) => callerWith(request, async () => token),
    database,
    clock,
  };
}

/** A session as sign-in makes it, lasting longer so that a test may move its clock. */
async function openSession(database: TestDatabase, email: string, now: Date): Promise<string> {
  const person = await personByEmail(database.db, email);
  assert.ok(person, `nobody has the address ${email}`);
  const token = newToken();
  const session = { id: newId(), token_hash: hashToken(token), person_id: person.id, network: '', agent: 'test' };
  const times = { created_at: now, last_seen_at: now, expires_at: new Date(now.getTime() + idleMs) };
  await database.db.transaction().execute((tx) => insertSession(tx, { ...session, ...times }));
  return token;
}

type Request = (path: string, init: RequestInit) => Promise<Response>;

/** A file that a test only asks for and does not read would stay open: it is read here, to its end. */
async function read(reply: Response): Promise<Response> {
  if (reply.body === null || !reply.headers.has('content-disposition')) return reply;
  return new Response(await reply.arrayBuffer(), { status: reply.status, headers: reply.headers });
}

function callerWith(request: Request, token: () => Promise<string | undefined>): Caller {
  const send: Caller['send'] = async (endpoint, input, more = {}) => {
    const cookie = await token();
    const { path, init } = requestOf(endpoint, (input ?? {}) as Record<string, unknown>, more.body);
    const headers = { ...init.headers, ...(cookie && { cookie: `lantoa=${cookie}` }), ...more.headers };
    return await read(await request(path, { ...init, headers }));
  };
  return {
    send,
    async call<E extends Endpoint>(endpoint: E, input: CallOf<E>, headers: Record<string, string> = {}) {
      const reply = await send(endpoint, input, { headers });
      const body: unknown = await reply.json();
      assert.equal(reply.status, 200, `${endpoint.method} ${endpoint.path}: ${JSON.stringify(body)}`);
      return body as OutputOf<E>;
    },
    async refused(endpoint, input, code, headers = {}) {
      const reply = await send(endpoint, input, { headers });
      const body = (await reply.json()) as Refusal;
      assert.equal(body.code, code, `${endpoint.method} ${endpoint.path}: ${JSON.stringify(body)}`);
      assert.equal(reply.status, body.status);
      return body;
    },
  };
}

/** The request that the admin app's client would make: path parameters in the path, the rest in the query or as JSON. */
export function requestOf(
  endpoint: Endpoint,
  input: Record<string, unknown>,
  bytes?: Uint8Array,
): { path: string; init: RequestInit & { headers: Record<string, string> } } {
  const rest = { ...input };
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  const asQuery = endpoint.method === 'GET' || endpoint.method === 'DELETE' || bytes !== undefined;
  const query = asQuery
    ? `?${new URLSearchParams(
        Object.entries(rest)
          .filter(([, v]) => v !== undefined)
          .map(([k, v]) => [k, String(v)]),
      )}`
    : '';
  const body = bytes ?? (asQuery ? undefined : JSON.stringify(rest));
  const headers = { 'content-type': bytes ? 'application/octet-stream' : 'application/json', origin: ORIGIN };
  return {
    path: `/api${path}${query === '?' ? '' : query}`,
    init: { method: endpoint.method, headers, ...(body !== undefined && { body: body as string }) },
  };
}
