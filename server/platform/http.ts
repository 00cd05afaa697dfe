import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import type { Actor, Language, Visitor } from './actor.ts';
import { openApiDocument, openApiPage } from './openapi.ts';
import { problemReply } from './problem.ts';
import type { Route } from './route.ts';
import { type Running, runRoute } from './run-route.ts';

export interface Serving extends Running {
  routes: readonly Route[];
  /** Origins whose pages may write; the admin app's own. */
  origins: readonly string[];
  /** Turns a session token into an actor; null when it is unknown or over. */
  authenticate(token: string, visitor: Visitor): Promise<Actor | null>;
  clock(): Date;
  /** Called after each reply, for metrics. */
  observe(route: string, method: string, status: number, seconds: number): void;
}

type Env = { Bindings: Partial<HttpBindings>; Variables: { visitor: Visitor; cookies: (() => void)[] } };

const csp = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** The HTTP face: API routes under /api, problem details for every error, security headers on every reply. */
export function createHttp(serving: Serving): Hono<Env> {
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    const visitor = describeVisitor(c, serving.clock());
    c.set('visitor', visitor);
    await next();
    for (const set of c.get('cookies')) set();
    secure(c, visitor.requestId);
  });
  app.onError((error, c) => {
    const { requestId, language } = c.get('visitor');
    const reply = problemReply(error, requestId, language);
    if (reply.status === 429 && reply.body.params)
      c.header('retry-after', String((reply.body.params as { seconds?: number }).seconds ?? 1));
    secure(c, requestId);
    return c.body(JSON.stringify(reply.body), reply.status, {
      'content-type': 'application/problem+json; charset=utf-8',
    });
  });
  for (const route of serving.routes) {
    app.on(route.endpoint.method, `/api${route.endpoint.path}`, (c) => handle(c, route, serving));
  }
  const document = openApiDocument(serving.routes);
  app.get('/api/openapi.json', (c) => c.json(document));
  app.get('/api', (c) => c.html(openApiPage(document)));
  app.all('/api/*', () => fail('not-found'));
  return app;
}

async function handle(c: Context<Env>, route: Route, serving: Serving): Promise<Response> {
  const started = performance.now();
  const visitor = c.get('visitor');
  let status = 500;
  try {
    if (c.req.method !== 'GET') checkOrigin(c, serving.origins);
    const reply = await runRoute(c, route, await caller(c, route, serving, visitor), serving);
    status = reply.status;
    return reply;
  } catch (error) {
    status = problemReply(error, visitor.requestId, visitor.language).status;
    throw error;
  } finally {
    serving.observe(route.endpoint.path, route.endpoint.method, status, (performance.now() - started) / 1000);
  }
}

/** The coarse check that no route can forget: a right held anywhere, or a session, or openly declared. */
async function caller(c: Context<Env>, route: Route, serving: Serving, visitor: Visitor): Promise<Actor | Visitor> {
  const { endpoint } = route;
  if (endpoint.open !== undefined) return visitor;
  const token = getCookie(c, cookieName(serving.origins));
  const actor = token ? await serving.authenticate(token, visitor) : null;
  if (!actor) return fail('signed-out');
  if (endpoint.can !== undefined && actor.reach(endpoint.can).length === 0) fail('forbidden');
  return actor;
}

/** Unsafe methods must come from our own pages, or from a client that is no browser (no Origin, no Sec-Fetch-Site). */
function checkOrigin(c: Context<Env>, origins: readonly string[]): void {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  if (origin !== undefined && !origins.includes(origin)) fail('cross-origin');
  if (origin === undefined && site !== undefined && site !== 'same-origin' && site !== 'none') fail('cross-origin');
}

export const cookieName = (origins: readonly string[]): string =>
  origins[0]?.startsWith('https:') ? '__Host-lantoa' : 'lantoa';

function describeVisitor(c: Context<Env>, now: Date): Visitor {
  const cookies: (() => void)[] = [];
  c.set('cookies', cookies);
  const secureCookie = c.req.header('x-forwarded-proto') === 'https' || c.req.url.startsWith('https:');
  const name = secureCookie ? '__Host-lantoa' : 'lantoa';
  const given = c.req.header('x-language') ?? getCookie(c, 'language');
  return {
    requestId: newId(now.getTime()),
    now,
    language: (given === 'en' ? 'en' : 'vi') satisfies Language,
    network: networkOf(c.env?.incoming?.socket?.remoteAddress ?? ''),
    agent: (c.req.header('user-agent') ?? '').slice(0, 300),
    setSession(token, maxAge) {
      const options = { path: '/', httpOnly: true, sameSite: 'Lax', secure: secureCookie } as const;
      cookies.push(() =>
        token ? setCookie(c, name, token, { ...options, maxAge: maxAge ?? 0 }) : deleteCookie(c, name, options),
      );
    },
  };
}

/** /24 of an IPv4 address, /48 of an IPv6 one. */
export function networkOf(address: string): string {
  const v4 = address.replace(/^::ffff:/, '');
  if (/^\d+\.\d+\.\d+\.\d+$/.test(v4)) return v4.split('.').slice(0, 3).join('.');
  return address.split(':').slice(0, 3).join(':');
}

function secure(c: Context<Env>, requestId: string): void {
  if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', csp);
  c.header('x-request-id', requestId);
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'same-origin');
  c.header('cross-origin-opener-policy', 'same-origin');
  c.header('cross-origin-resource-policy', 'same-origin');
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
}
