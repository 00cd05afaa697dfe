import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { fail } from '#lib/errors.ts';
import type { Actor, Visitor } from './actor.ts';
import { openApiDocument, openApiPage } from './openapi.ts';
import { problemReply, statusOf } from './problem.ts';
import { createLimiter, type Limiter, openRate, writeRate } from './rate-limit.ts';
import type { Route } from './route.ts';
import { type Running, runRoute } from './run-route.ts';
import { cookieName, describeVisitor, type Env } from './visitor.ts';

export interface Serving extends Running {
  routes: readonly Route[];
  /** Origins whose pages may write; the admin app's own comes first. */
  origins: readonly string[];
  /** Turns a session token into an actor; null when it is unknown or over. */
  authenticate(token: string, visitor: Visitor): Promise<Actor | null>;
  /** Turns an access key into an actor with what the key lets through; null when it is unknown or over. */
  authenticateKey(key: string, visitor: Visitor): Promise<Actor | null>;
  clock(): Date;
  /** Called after each reply, for metrics. */
  observe(route: string, method: string, status: number, seconds: number): void;
  /** Addresses whose X-Forwarded-For is believed; loopback unless told otherwise. */
  proxies?: readonly string[];
  /** Per network on open endpoints, per person on writes; the usual rates unless told otherwise. */
  limits?: { open: Limiter; writes: Limiter };
}

const loopback = ['127.0.0.1', '::1'];

const csp = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** The HTTP face: API routes under /api, problem details for every error, security headers on every reply. */
export function createHttp(given: Serving): Hono<Env> {
  const serving = { limits: { open: createLimiter(openRate), writes: createLimiter(writeRate) }, ...given };
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    const visitor = describeVisitor(c, serving.clock(), serving.origins, serving.proxies ?? loopback);
    c.set('visitor', visitor);
    await next();
    // A failed handler also returns here, with its error kept on the context: it gives out no cookies.
    if (!c.error) for (const set of c.get('cookies')) set();
    secure(c, visitor.requestId);
    if (serving.origins[0]?.startsWith('https:')) c.header('strict-transport-security', 'max-age=31536000');
  });
  app.onError(problem);
  for (const route of serving.routes) {
    app.on(route.endpoint.method, `/api${route.endpoint.path}`, (c) => handle(c, route, serving));
  }
  const document = openApiDocument(serving.routes);
  app.get('/api/openapi.json', (c) => c.json(document));
  app.get('/api', (c) => c.html(openApiPage(document)));
  app.all('/api/*', () => fail('not-found'));
  return app;
}

function problem(error: Error, c: Context<Env>): Response {
  const { requestId, language } = c.get('visitor');
  const reply = problemReply(error, requestId, language);
  const seconds = (reply.body.params as { seconds?: number } | undefined)?.seconds;
  if (reply.status === 429 || reply.status === 503) c.header('retry-after', String(seconds ?? 1));
  return c.body(JSON.stringify(reply.body), reply.status, {
    'content-type': 'application/problem+json; charset=utf-8',
  });
}

async function handle(c: Context<Env>, route: Route, serving: Guarding): Promise<Response> {
  const started = performance.now();
  let status = 500;
  try {
    if (!isSafe(c) && !bearerOf(c)) checkOrigin(c, serving.origins);
    const reply = await runRoute(c, route, await caller(c, route, serving), serving);
    status = reply.status;
    return reply;
  } catch (error) {
    status = statusOf(error);
    throw error;
  } finally {
    serving.observe(route.endpoint.path, route.endpoint.method, status, (performance.now() - started) / 1000);
  }
}

type Guarding = Serving & { limits: { open: Limiter; writes: Limiter } };

const isSafe = (c: Context<Env>): boolean => c.req.method === 'GET' || c.req.method === 'HEAD';

/** The coarse checks that no route can forget: a right held anywhere, or a session, or openly declared; and how often. */
async function caller(c: Context<Env>, route: Route, serving: Guarding): Promise<Actor | Visitor> {
  const { endpoint } = route;
  const visitor = c.get('visitor');
  if (endpoint.open !== undefined) {
    slowDown(serving.limits.open.take(visitor.network, performance.now()));
    return visitor;
  }
  const key = bearerOf(c);
  const token = key ?? getCookie(c, cookieName(serving.origins));
  const known = key ? serving.authenticateKey : serving.authenticate;
  const actor = token ? await known(token, visitor) : null;
  if (!actor) return fail('signed-out');
  // From here on errors are worded in the person's language, not the browser's.
  c.set('visitor', actor);
  if (endpoint.own !== undefined && key && !endpoint.byKey) fail('access.key-not-here');
  if (endpoint.can !== undefined && actor.reach(endpoint.can).length === 0) fail('forbidden');
  if (!isSafe(c)) slowDown(serving.limits.writes.take(actor.person.id, performance.now()));
  return actor;
}

/** The access key of other software; where one is given, cookies do not count, and no page of a browser can have sent it. */
const bearerOf = (c: Context<Env>): string | undefined =>
  /^Bearer ([\w-]{1,200})$/.exec(c.req.header('authorization') ?? '')?.[1];

function slowDown(seconds: number): void {
  if (seconds > 0) fail('too-many', { seconds });
}

/** Unsafe methods must come from our own pages, or from a client that is no browser (no Origin, no Sec-Fetch-Site). */
function checkOrigin(c: Context<Env>, origins: readonly string[]): void {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  if (origin !== undefined && !origins.includes(origin)) fail('cross-origin');
  if (origin === undefined && site !== undefined && site !== 'same-origin' && site !== 'none') fail('cross-origin');
}

function secure(c: Context<Env>, requestId: string): void {
  if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', csp);
  c.header('x-request-id', requestId);
  c.header('x-content-type-options', 'nosniff');
  if (!c.res.headers.has('referrer-policy')) c.header('referrer-policy', 'same-origin');
  c.header('cross-origin-opener-policy', 'same-origin');
  c.header('cross-origin-resource-policy', 'same-origin');
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
}
