import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, describe, type TestContext, test } from 'node:test';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import { testDatabase } from '#app/testing/database.ts';
import { asJson, known, type Listening, listening, testServing } from '#app/testing/serving.ts';
import { endpoint, id, input, name, text, whole } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { fields } from '#lib/texts/vi/fields.ts';
import type { Serving } from './http.ts';
import { createLimiter } from './rate-limit.ts';
import { prepared, read, write } from './route.ts';

const hoa = known('Hòa', [{ path: '1.2.', role: 'communications-officer' }]);
const lan = known('Lan', [{ path: '1.2.', role: 'contributor' }]);

const note = z.object({ id: z.string(), title: z.string() });
const addNote = endpoint({
  method: 'POST',
  path: '/notes',
  summary: 'Add a note',
  can: 'plans.draft',
  input: input({ id: id(), title: name(20), detail: z.optional(input({ place: text(10) })) }),
  output: note,
});
const listNotes = endpoint({
  method: 'GET',
  path: '/notes',
  summary: 'Notes',
  can: 'plans.read',
  input: input({ limit: z._default(whole(1, 200), 50) }),
  output: z.object({ items: z.array(note) }),
});
const renameNote = endpoint({
  method: 'PUT',
  path: '/notes/:id',
  summary: 'Rename a note',
  own: 'a test',
  input: input({ id: id(), title: name() }),
  output: note,
});
const enter = endpoint({
  method: 'POST',
  path: '/session',
  summary: 'Sign in',
  open: 'nobody is signed in yet',
  input: input({ word: z.string() }),
  output: z.null(),
});
const leak = endpoint({
  method: 'GET',
  path: '/leak',
  summary: 'A reply with more than was promised',
  open: 'a test',
  input: input({}),
  output: z.object({ id: z.string() }),
});

const routes = [
  write(addNote, async (tx, _actor, given) => {
    await sql`insert into notes (id, title) values (${given.id}, ${given.title})`.execute(tx);
    if (given.title === 'đổ vỡ') fail('conflict');
    return { id: given.id, title: given.title };
  }),
  read(listNotes, async (db) => ({
    items: (await sql<{ id: string; title: string }>`select id, title from notes order by id`.execute(db)).rows,
  })),
  prepared(
    renameNote,
    async (_db, _actor, given) => given.title.toUpperCase(),
    async (tx, _actor, given, title) => {
      await sql`update notes set title = ${title} where id = ${given.id}`.execute(tx);
      return { id: given.id, title };
    },
  ),
  write(enter, async (_tx, visitor, { word }) => {
    visitor.setSession('mã-phiên', 3600);
    return word === 'đúng' ? null : fail('access.wrong-credentials');
  }),
  read(leak, async () => ({ id: 'a', password: 'bí mật' })),
];

const someId = (n: number) => `0197b2a0-0000-7000-8000-${String(n).padStart(12, '0')}`;

describe('the HTTP layer', async () => {
  const database = await testDatabase();
  let site: Listening;
  const seen: [string, string, number][] = [];
  const serving = (more: Partial<Serving> = {}) => testServing(database.db, routes, [hoa, lan], more);

  before(async () => {
    await sql`create table notes (id uuid primary key, title text not null)`.execute(database.owner);
    await sql`grant select, insert, update on notes to lantoa_app`.execute(database.owner);
    site = await listening(serving({ observe: (route, method, status) => seen.push([route, method, status]) }));
  });
  after(() => site.close());

  const opened = async (t: TestContext, given: Serving) => {
    const one = await listening(given);
    t.after(() => one.close());
    return one;
  };
  const count = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from notes`.execute(database.db)).rows[0]!.n;
  const problemOf = async (reply: Response) => {
    assert.equal(reply.headers.get('content-type'), 'application/problem+json; charset=utf-8');
    return (await reply.json()) as {
      status: number;
      code: string;
      title: string;
      requestId: string;
      fields?: Record<string, string>;
      params?: Record<string, unknown>;
    };
  };

  test('a write is answered with what the contract promises, after it was committed', async () => {
    const reply = await site.ask('/api/notes', { ...asJson('POST', { id: someId(1), title: 'Một' }), as: hoa });
    assert.equal(reply.status, 200);
    assert.deepEqual(await reply.json(), { id: someId(1), title: 'Một' });
    assert.equal(await count(), 1);
    assert.deepEqual(seen.at(-1), ['/notes', 'POST', 200]);
  });

  test('a body of more values than anybody has to say is refused before they are looked at', async () => {
    const many = `{"id":"${someId(9)}","title":"x","detail":[${'0,'.repeat(200_000)}0]}`;
    const headers = { 'content-type': 'application/json' };
    const reply = await site.ask('/api/notes', { method: 'POST', headers, body: many, as: hoa });
    assert.equal((await problemOf(reply)).code, 'unreadable');
  });

  test('work before the transaction hands its result into it', async () => {
    const reply = await site.ask(`/api/notes/${someId(1)}`, { ...asJson('PUT', { title: 'hai' }), as: hoa });
    assert.deepEqual(await reply.json(), { id: someId(1), title: 'HAI' });
  });

  test('a key that nobody knows is refused by name, also deep inside', async () => {
    const body = { id: someId(2), title: 'Hai', owner: 'x', detail: { place: 'a', secret: 1 } };
    const reply = await site.ask('/api/notes', { ...asJson('POST', body), as: hoa });
    assert.equal(reply.status, 422);
    const { code, fields: said } = await problemOf(reply);
    assert.equal(code, 'invalid');
    const unknown = fields['fields.unknown'];
    assert.deepEqual(said, { owner: unknown, 'detail.secret': unknown });
  });

  test('a key of the prototype is a key like any other', async () => {
    const init = { method: 'POST', body: `{"id":"${someId(2)}","title":"Hai","__proto__":{"admin":true}}`, as: hoa };
    const reply = await site.ask('/api/notes', init);
    assert.equal(reply.status, 422);
    assert.deepEqual(Object.keys((await problemOf(reply)).fields ?? {}), ['__proto__']);
  });

  test('each wrong field has its own sentence, and a missing one is called missing', async () => {
    const reply = await site.ask('/api/notes', { ...asJson('POST', { id: 'x', detail: {} }), as: hoa });
    assert.deepEqual((await problemOf(reply)).fields, {
      id: fields['fields.id'],
      title: fields['fields.required'],
      'detail.place': fields['fields.required'],
    });
  });

  test('a number in an address is checked like any field', async () => {
    const reply = await site.ask('/api/notes?limit=1000', { as: hoa });
    assert.equal(reply.status, 422);
    assert.deepEqual(Object.keys((await problemOf(reply)).fields ?? {}), ['limit']);
  });

  test('what is not JSON, not an object or not UTF-8 cannot be read', async () => {
    for (const body of ['{"title":', '[1]', '"a"', 'null', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])]) {
      const reply = await site.ask('/api/notes', { method: 'POST', body, as: hoa });
      assert.equal(reply.status, 400);
      assert.equal((await problemOf(reply)).code, 'unreadable');
    }
  });

  test('a NUL byte or half a surrogate pair, which the database cannot keep, is refused with its field', async () => {
    for (const broken of ['a\u0000b', 'a\ud800b', '\udc00']) {
      const body = { id: someId(3), title: 'x', detail: { place: broken } };
      const reply = await site.ask('/api/notes', { ...asJson('POST', body), as: hoa });
      assert.equal(reply.status, 422);
      assert.deepEqual((await problemOf(reply)).fields, { 'detail.place': fields['fields.characters'] });
    }
  });

  test('a body nested without end cannot be read', async () => {
    const body = `{"id":"${someId(3)}","title":"x","detail":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    const reply = await site.ask('/api/notes', { method: 'POST', body, as: hoa });
    assert.equal(reply.status, 400);
    assert.equal((await problemOf(reply)).code, 'unreadable');
  });

  test('a body above the limit is refused, announced or not, and from strangers sooner', async () => {
    const long = JSON.stringify({ word: 'x'.repeat(70_000) });
    assert.equal((await site.ask('/api/session', { method: 'POST', body: long })).status, 413);
    const stream = new Blob([long]).stream();
    const reply = await site.ask('/api/session', { method: 'POST', body: stream, duplex: 'half' } as RequestInit);
    assert.equal(reply.status, 413);
    assert.equal((await problemOf(reply)).title, 'Nội dung gửi lên quá lớn (tối đa 64 kB).');
    const known = await site.ask('/api/notes', { method: 'POST', body: long, as: hoa });
    assert.equal(known.status, 422);
  });

  test('another site cannot write, whatever the browser tells', async () => {
    const good = JSON.stringify({ id: someId(4), title: 'Bốn' });
    const from = (headers: Record<string, string>) =>
      site.ask('/api/notes', { method: 'POST', body: good, headers, as: hoa });
    const foreign: Record<string, string>[] = [
      { origin: 'https://ke-xau.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'http://quan-tri.example.ke-xau.example', 'sec-fetch-site': 'same-origin' },
    ];
    for (const headers of foreign) {
      const reply = await from(headers);
      assert.equal(reply.status, 403);
      assert.equal((await problemOf(reply)).code, 'cross-origin');
    }
    assert.equal((await from({ origin: 'http://quan-tri.example', 'sec-fetch-site': 'same-origin' })).status, 200);
  });

  test('nobody, somebody without the right, and an address that does not exist get their own status', async () => {
    assert.equal((await site.ask('/api/notes')).status, 401);
    assert.equal((await site.ask('/api/notes', { headers: { cookie: 'lantoa=made-up' } })).status, 401);
    const forbidden = await site.ask('/api/notes', { ...asJson('POST', { id: someId(5), title: 'x' }), as: lan });
    assert.equal(forbidden.status, 403);
    assert.equal((await site.ask('/api/notes', { as: lan })).status, 200);
    const nowhere = await site.ask('/api/nowhere', { as: hoa });
    assert.equal(nowhere.status, 404);
    assert.equal((await problemOf(nowhere)).code, 'not-found');
  });

  test('a verb that fails leaves nothing behind', async () => {
    const before = await count();
    const reply = await site.ask('/api/notes', { ...asJson('POST', { id: someId(6), title: 'đổ vỡ' }), as: hoa });
    assert.equal(reply.status, 409);
    assert.equal(await count(), before);
  });

  test('errors speak the language that was asked for, Vietnamese otherwise', async () => {
    const title = async (headers: Record<string, string>) =>
      (await problemOf(await site.ask('/api/notes', { headers }))).title;
    assert.equal(await title({}), 'Phiên làm việc đã kết thúc. Vui lòng đăng nhập lại.');
    assert.equal(await title({ 'x-language': 'en' }), 'Your session has ended. Please sign in again.');
    assert.equal(await title({ cookie: 'language=en' }), 'Your session has ended. Please sign in again.');
    assert.equal(await title({ 'x-language': 'xx' }), 'Phiên làm việc đã kết thúc. Vui lòng đăng nhập lại.');
  });

  test('every reply carries its request id and the headers that keep it in its place', async () => {
    const good = await site.ask('/api/notes', { as: hoa });
    const bad = await site.ask('/api/notes');
    for (const reply of [good, bad]) {
      assert.match(reply.headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/);
      const csp = reply.headers.get('content-security-policy') ?? '';
      for (const rule of ["default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'"])
        assert.ok(csp.includes(rule), csp);
      assert.ok(!csp.includes('unsafe'), csp);
      assert.equal(reply.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(reply.headers.get('cache-control'), 'no-store');
    }
    assert.equal((await problemOf(bad)).requestId, bad.headers.get('x-request-id'));
  });

  test('a session cookie is closed to scripts and to other sites, and comes with success only', async () => {
    const good = await site.ask('/api/session', asJson('POST', { word: 'đúng' }));
    const cookie = good.headers.get('set-cookie') ?? '';
    for (const part of ['lantoa=', 'HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=3600'])
      assert.ok(cookie.includes(part), cookie);
    const bad = await site.ask('/api/session', asJson('POST', { word: 'sai' }));
    assert.equal(bad.status, 401);
    assert.equal(bad.headers.get('set-cookie'), null);
  });

  test('behind https the cookie is a __Host- one, also when the proxy says nothing about it', async (t) => {
    const secure = await opened(t, serving({ origins: ['https://quan-tri.example'] }));
    const reply = await secure.ask('/api/session', asJson('POST', { word: 'đúng' }));
    assert.match(reply.headers.get('set-cookie') ?? '', /^__Host-lantoa=.*; Secure/);
    assert.equal(reply.headers.get('strict-transport-security'), 'max-age=31536000');
    const plain = await secure.ask('/api/notes', { headers: { cookie: `lantoa=${hoa.token}` } });
    assert.equal(plain.status, 401);
    const host = await secure.ask('/api/notes', { headers: { cookie: `__Host-lantoa=${hoa.token}` } });
    assert.equal(host.status, 200);
  });

  test('fields that the contract does not promise stay inside', async () => {
    assert.deepEqual(await (await site.ask('/api/leak')).json(), { id: 'a' });
  });

  test('who asks too often is told how long to wait, by network or by person', async (t) => {
    const slow = await opened(
      t,
      serving({
        limits: {
          open: createLimiter({ burst: 2, perSecond: 0.1 }),
          writes: createLimiter({ burst: 1, perSecond: 0.5 }),
        },
      }),
    );
    const open = () => slow.ask('/api/leak');
    assert.deepEqual([(await open()).status, (await open()).status], [200, 200]);
    const third = await open();
    assert.equal(third.status, 429);
    assert.equal(third.headers.get('retry-after'), '10');
    assert.equal((await problemOf(third)).params?.seconds, 10);
    const other = await slow.ask('/api/leak', { headers: { 'x-forwarded-for': '203.0.113.9' } });
    assert.equal(other.status, 200, 'the proxy on this machine speaks for another network');
    const put = (as: typeof hoa) => slow.ask(`/api/notes/${someId(1)}`, { ...asJson('PUT', { title: 'x' }), as });
    assert.deepEqual([(await put(hoa)).status, (await put(hoa)).status, (await put(lan)).status], [200, 429, 200]);
    assert.equal((await slow.ask('/api/notes', { as: hoa })).status, 200, 'reading goes on');
  });

  test('a connection that the database ends in the middle leaves nothing, and the next request works', async (t) => {
    const cut = endpoint({
      method: 'POST',
      path: '/cut',
      summary: 'x',
      own: 'a test',
      input: input({}),
      output: z.null(),
    });
    const broken = await opened(t, {
      ...serving(),
      routes: [
        write(cut, async (tx) => {
          await sql`insert into notes (id, title) values (${someId(7)}, 'nửa chừng')`.execute(tx);
          const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
          await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(database.owner);
          await sql`select 1`.execute(tx);
          return null;
        }),
        ...routes,
      ],
    });
    const before = await count();
    const reply = await broken.ask('/api/cut', { method: 'POST', as: hoa });
    assert.equal(reply.status, 503);
    assert.equal((await problemOf(reply)).code, 'unavailable');
    assert.equal(await count(), before);
    assert.equal((await broken.ask('/api/notes', { as: hoa })).status, 200);
  });

  test('a caller who hangs up in the middle of a write does not undo it, and the pool stays whole', async (t) => {
    const slow = endpoint({
      method: 'POST',
      path: '/slow',
      summary: 'x',
      own: 'a test',
      input: input({ id: id() }),
      output: z.null(),
    });
    const begun = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const done = Promise.withResolvers<void>();
    const patient = await opened(t, {
      ...serving({ observe: () => done.resolve() }),
      routes: [
        write(slow, async (tx, _actor, given) => {
          await sql`insert into notes (id, title) values (${given.id}, 'bền')`.execute(tx);
          begun.resolve();
          await goOn.promise;
          return null;
        }),
      ],
    });
    const hangUp = new AbortController();
    const asked = patient.ask('/api/slow', { ...asJson('POST', { id: someId(8) }), signal: hangUp.signal, as: hoa });
    await begun.promise;
    hangUp.abort();
    await assert.rejects(asked, { name: 'AbortError' });
    goOn.resolve();
    await done.promise;
    const { rows } = await sql`select title from notes where id = ${someId(8)}`.execute(database.db);
    assert.deepEqual(rows, [{ title: 'bền' }]);
  });

  test('a request that is cut off before its end is no failure of the server', async () => {
    const { port } = new URL(site.origin);
    const socket = net.connect(Number(port), '127.0.0.1');
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    socket.write(
      `POST /api/notes HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: lantoa=${hoa.token}\r\nContent-Length: 100\r\n\r\n{"id":`,
    );
    await new Promise<void>((resolve) => socket.end(() => resolve()));
    socket.destroy();
    assert.equal((await site.ask('/api/notes', { as: hoa })).status, 200);
  });
});
