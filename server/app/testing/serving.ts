import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { catalogue } from '#app/catalogue.ts';
import { newId } from '#lib/id.ts';
import { covers, type GrantSpan, reachOf } from '#lib/reach.ts';
import type { Actor, Visitor } from '#platform/actor.ts';
import { freePort } from '#platform/database/ports.ts';
import { createHttp, type Serving } from '#platform/http.ts';
import type { Route } from '#platform/route.ts';
import { useCatalogue } from '#platform/texts.ts';
import type { Db } from '#platform/tx.ts';

/** Somebody who is signed in by a token in a test: a name and grants, without any table behind them. */
export interface Known {
  token: string;
  id: string;
  name: string;
  grants: readonly GrantSpan[];
}

export const known = (name: string, grants: readonly GrantSpan[] = []): Known => ({
  token: newId(),
  id: newId(),
  name,
  grants,
});

/** A signed-in person for verbs that are called without HTTP. */
export function actorOf(person: Known, visitor: Partial<Visitor> = {}): Actor {
  return {
    requestId: newId(),
    now: new Date(),
    language: 'vi',
    network: '127.0.0',
    agent: 'test',
    setSession: () => {},
    ...visitor,
    person: { id: person.id, name: person.name, email: null },
    sessionId: newId(),
    tokenId: null,
    grants: person.grants,
    reach: (right) => reachOf(person.grants, right),
    can: (right, path) => covers(reachOf(person.grants, right), path),
  };
}

/** Routes served for some known people, with everything else as in production. */
export function testServing(
  db: Db,
  routes: readonly Route[],
  people: readonly Known[],
  more: Partial<Serving> = {},
): Serving {
  useCatalogue(catalogue);
  return {
    db,
    routes,
    checkOutput: true,
    stopping: new AbortController().signal,
    origins: ['http://quan-tri.example'],
    authenticate: async (token, visitor) => {
      const person = people.find((one) => one.token === token);
      return person ? actorOf(person, visitor) : null;
    },
    authenticateKey: async () => null,
    clock: () => new Date(),
    observe: () => {},
    ...more,
  };
}

export interface Listening {
  /** 'http://127.0.0.1:<port>' */
  readonly origin: string;
  readonly server: Server;
  /** A request, signed in as somebody where given. */
  ask(path: string, init?: RequestInit & { as?: Known }): Promise<Response>;
  close(): Promise<void>;
}

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch'];

let ports = 0;

/** The app behind a real socket on 127.0.0.1. */
export async function listening(given: Serving | { fetch: Fetch }): Promise<Listening> {
  const app = 'fetch' in given ? given : createHttp(given);
  const server = createAdaptorServer({ fetch: app.fetch as Fetch }) as Server;
  const port = await freePort(`test server ${process.pid}`, ports++ * 3);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    server,
    ask: (path, { as, ...init } = {}) => {
      const headers = new Headers(init.headers);
      if (as) headers.set('cookie', `lantoa=${as.token}`);
      return fetch(`${origin}${path}`, { ...init, headers });
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** A JSON write as the admin app sends it. */
export const asJson = (method: string, body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
