import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import { testDatabase } from '#app/testing/database.ts';
import { asJson, known, type Listening, listening, testServing } from '#app/testing/serving.ts';
import { endpoint, id, input, name } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dropOldKeys } from './idempotency.sql.ts';
import { type LiveMessage, live, read, send, write } from './route.ts';

const hoa = known('Hòa', [{ path: '1.2.', role: 'communications-officer' }]);
const lan = known('Lan', [{ path: '1.2.', role: 'communications-officer' }]);

const order = endpoint({
  method: 'POST',
  path: '/orders',
  summary: 'Order something',
  can: 'plans.draft',
  input: input({ what: name() }),
  output: z.object({ no: z.int(), what: z.string() }),
});
const other = endpoint({ ...order, path: '/other-orders' });
const promise = endpoint({ ...order, path: '/promises' });
const events = endpoint({
  method: 'GET',
  path: '/events',
  summary: 'What happens',
  own: 'a test',
  input: input({}),
  output: z.unknown(),
});
const paper = endpoint({
  method: 'GET',
  path: '/papers/:id',
  summary: 'A file',
  own: 'a test',
  input: input({ id: id() }),
  output: z.unknown(),
});
const wrong = endpoint({
  method: 'GET',
  path: '/wrong',
  summary: 'A reply of another shape',
  own: 'a test',
  input: input({}),
  output: z.object({ n: z.int() }),
});

const list = endpoint({
  method: 'GET',
  path: '/lists/:n',
  summary: 'So many names',
  own: 'a test',
  input: input({ n: z.string() }),
  output: z.object({ items: z.array(z.string()) }),
});

const pair = endpoint({ ...order, path: '/pairs', output: z.object({ turns: z.int() }) });

describe('routes as they run', async () => {
  const database = await testDatabase();
  const drain = new AbortController();
  let site: Listening;
  let turns = 0;
  /** Lets the first two go on together; whoever comes later passes. */
  let arrived = 0;
  let open: () => void = () => {};
  const both = new Promise<void>((resolve) => {
    open = resolve;
  });
  const meet = () => {
    if (++arrived >= 2) open();
    return both;
  };
  let opened = 0;
  let left = 0;

  const place = async (tx: Parameters<Parameters<typeof write>[1]>[0], what: string) => {
    const { rows } = await sql<{ no: number }>`insert into orders (what) values (${what}) returning no`.execute(tx);
    if (what === 'hết hàng') fail('conflict');
    return { no: rows[0]!.no, what };
  };
  const routes = [
    write(order, (tx, _actor, { what }) => place(tx, what)),
    write(other, (tx, _actor, { what }) => place(tx, what)),
    write(promise, async (tx, _actor, { what }) => ({ ...(await place(tx, what)), no: 'một' as unknown as number })),
    write(pair, async (tx, _actor, { what }) => {
      turns++;
      // Two that take the same two rows the other way round wait for each other until one is ended.
      const [first, second] = what === 'tới' ? ['a', 'b'] : ['b', 'a'];
      const take = (row: string) => sql`update pairs set n = n + 1 where name = ${row}`.execute(tx);
      await take(first!);
      await meet();
      await take(second!);
      return { turns };
    }),
    read(wrong, async () => ({ n: 'một' as unknown as number })),
    read(list, async (_db, _actor, { n }) => ({ items: Array(Number(n)).fill('Trường THCS Suối Ngọc') })),
    send(paper, async () => ({
      body: Buffer.from('%PDF-1.7'),
      name: `Kế hoạch "số 1".pdf`,
      mediaType: 'application/pdf',
      bytes: 8,
      disposition: 'attachment' as const,
      etag: '"abc"',
    })),
    live(events, async function* (_db, _actor, _input, signal): AsyncGenerator<LiveMessage> {
      opened++;
      try {
        yield { event: 'ready', data: { tên: 'Hòa' } };
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      } finally {
        left++;
      }
    }),
  ];

  before(async () => {
    await sql`create table orders (no int generated always as identity, what text not null)`.execute(database.owner);
    await sql`grant select, insert on orders to lantoa_app`.execute(database.owner);
    await sql`create table pairs (name text primary key, n int not null default 0)`.execute(database.owner);
    await sql`insert into pairs values ('a'), ('b')`.execute(database.owner);
    await sql`grant select, update on pairs to lantoa_app`.execute(database.owner);
    site = await listening(testServing(database.db, routes, [hoa, lan], { stopping: drain.signal }));
  });
  after(() => site.close());

  const count = async (what: string) =>
    (await sql<{ n: number }>`select count(*)::int as n from orders where what = ${what}`.execute(database.db)).rows[0]!
      .n;
  const ask = (what: string, key: string, as = hoa, path = '/api/orders') =>
    site.ask(path, { ...asJson('POST', { what }, { 'idempotency-key': key }), as });

  test('the same write with the same key answers the same and does nothing twice', async () => {
    const [first, second] = [await ask('bút', 'k1'), await ask('bút', 'k1')];
    assert.deepEqual([first.status, second.status], [200, 200]);
    assert.deepEqual(await second.json(), await first.json());
    assert.equal(await count('bút'), 1);
  });

  test('another write with a key that was used is refused, and so is another address', async () => {
    await ask('vở', 'k2');
    for (const reply of [await ask('thước', 'k2'), await ask('vở', 'k2', hoa, '/api/other-orders')]) {
      assert.equal(reply.status, 409);
      assert.equal(((await reply.json()) as { code: string }).code, 'idempotency.reused');
    }
    assert.equal(await count('thước'), 0);
  });

  test('the keys of two people do not meet', async () => {
    await ask('giấy', 'k3', hoa);
    assert.equal((await ask('giấy', 'k3', lan)).status, 200);
    assert.equal(await count('giấy'), 2);
  });

  test('of ten that come at once with one key, one is carried out and all hear of it', async () => {
    const replies = await Promise.all(Array.from({ length: 10 }, () => ask('mực', 'k4')));
    const bodies = await Promise.all(replies.map((reply) => reply.json()));
    assert.deepEqual(new Set(replies.map((reply) => reply.status)), new Set([200]));
    assert.equal(new Set(bodies.map((body) => JSON.stringify(body))).size, 1);
    assert.equal(await count('mực'), 1);
  });

  test('what is kept of a request cannot be guessed by trying inputs: the same one under two keys looks different', async () => {
    await ask('mật khẩu', 'k7');
    await ask('mật khẩu', 'k8');
    const { rows } = await sql<{ n: number }>`
      select count(distinct request_hash)::int as n from idempotency_keys where body ->> 'what' = 'mật khẩu'`.execute(
      database.db,
    );
    assert.equal(rows[0]?.n, 2);
  });

  test('a write that failed may be tried again with its key', async () => {
    assert.equal((await ask('hết hàng', 'k5')).status, 409);
    const { rows } =
      await sql`select 1 from idempotency_keys where endpoint = 'POST /orders' and status is null`.execute(database.db);
    assert.deepEqual(rows, []);
    assert.equal((await ask('hàng mới', 'k5')).status, 200);
  });

  test('a very long key is a key', async () => {
    const [a, b] = ['x'.repeat(3000), `${'x'.repeat(2999)}y`];
    await ask('dài', a);
    assert.equal((await ask('khác', b)).status, 200);
  });

  test('keys older than a day are forgotten', async () => {
    await ask('kẹo', 'k6');
    await database.db.transaction().execute((tx) => dropOldKeys(tx, new Date(Date.now() + 1000)));
    await ask('kẹo', 'k6');
    assert.equal(await count('kẹo'), 2);
  });

  test('a write whose reply breaks its promise changes nothing', async () => {
    const reply = await site.ask('/api/promises', { ...asJson('POST', { what: 'hứa' }), as: hoa });
    assert.equal(reply.status, 500);
    assert.equal(await count('hứa'), 0);
  });

  test('in production a reply of another shape is logged and sent all the same', async (t) => {
    const lenient = await listening(testServing(database.db, routes, [hoa], { checkOutput: false }));
    t.after(() => lenient.close());
    assert.equal((await site.ask('/api/wrong', { as: hoa })).status, 500);
    assert.deepEqual(await (await lenient.ask('/api/wrong', { as: hoa })).json(), { n: 'một' });
  });

  const paperPath = '/api/papers/0197b2a0-0000-7000-8000-000000000001';

  test('two writes that waited for each other are both carried out, one of them at its second turn', async () => {
    const ask = (what: string) =>
      site.ask('/api/pairs', { ...asJson('POST', { what }), as: what === 'tới' ? hoa : lan });
    const replies = await Promise.all([ask('tới'), ask('lui')]);
    assert.deepEqual(
      replies.map((reply) => reply.status),
      [200, 200],
    );
    assert.equal(turns, 3);
    const { rows } = await sql<{ n: number }>`select n from pairs order by name`.execute(database.db);
    assert.deepEqual(
      rows.map((row) => row.n),
      [2, 2],
    );
  });

  test('a long reply is packed for whoever takes that, a short one and for others it is not', async () => {
    const encoding = async (n: number, accepted: string) => {
      const reply = await site.ask(`/api/lists/${n}`, { headers: { 'accept-encoding': accepted }, as: hoa });
      assert.equal(((await reply.json()) as { items: string[] }).items.length, n);
      return reply.headers.get('content-encoding');
    };
    assert.equal(await encoding(500, 'gzip, br'), 'gzip');
    assert.equal(await encoding(500, 'identity'), null);
    assert.equal(await encoding(2, 'gzip'), null);
  });

  test('a file leaves as an attachment under its Vietnamese name, in a sandbox', async () => {
    const reply = await site.ask(paperPath, { as: hoa });
    assert.equal(await reply.text(), '%PDF-1.7');
    assert.equal(
      reply.headers.get('content-disposition'),
      "attachment; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20%22s%E1%BB%91%201%22.pdf",
    );
    assert.match(reply.headers.get('content-security-policy') ?? '', /^sandbox/);
    assert.equal(reply.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(reply.headers.get('content-length'), '8');
  });

  test('a browser that has the file already is not sent it again, and HEAD sends none', async () => {
    const again = await site.ask(paperPath, { headers: { 'if-none-match': '"abc"' }, as: hoa });
    assert.equal(again.status, 304);
    const head = await site.ask(paperPath, { method: 'HEAD', as: hoa });
    assert.equal(head.status, 200);
    assert.equal(await head.text(), '');
  });

  test('HEAD on a live stream opens none', async () => {
    const before = opened;
    const reply = await site.ask('/api/events', { method: 'HEAD', as: hoa });
    assert.deepEqual([reply.status, opened], [200, before]);
  });

  test('a live stream tells what happens until its reader leaves', async () => {
    const leave = new AbortController();
    const reply = await site.ask('/api/events', { signal: leave.signal, as: hoa });
    assert.match(reply.headers.get('content-type') ?? '', /^text\/event-stream/);
    const { value } = await reply.body!.getReader().read();
    assert.equal(new TextDecoder().decode(value), 'event: ready\ndata: {"tên":"Hòa"}\n\n');
    leave.abort();
    while (left < opened) await new Promise((resolve) => setImmediate(resolve));
  });

  test('live streams end by themselves when the server stops', async () => {
    const reply = await site.ask('/api/events', { as: hoa });
    const text = reply.text();
    while (opened < 2) await new Promise((resolve) => setImmediate(resolve));
    drain.abort();
    assert.match(await text, /^event: ready/);
    assert.equal(left, 2);
  });
});
