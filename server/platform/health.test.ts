import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import { testDatabase } from '#app/testing/database.ts';
import { asJson, known, type Listening, listening, testServing } from '#app/testing/serving.ts';
import { endpoint, id, input } from '#lib/contract.ts';
import { connect } from './database/connect.ts';
import { migrationsCurrent } from './database/current.ts';
import { freePort } from './database/ports.ts';
import { folderStore } from './files/folder-store.ts';
import { type Check, canStore, healthRoutes } from './health.ts';
import { createHttp } from './http.ts';
import { metricsText, observeJob, observeRequest, startMetrics } from './metrics.ts';
import { type LiveMessage, live, read, write } from './route.ts';
import { stopInOrder } from './stop.ts';

const hoa = known('Hòa', [{ path: '1.2.', role: 'communications-officer' }]);

const serve = (
  checks: Record<string, Check>,
  more: { token?: string; stopping?: AbortSignal; now?: () => Date } = {},
) =>
  listening(
    healthRoutes({
      checks,
      stopping: more.stopping ?? new AbortController().signal,
      metricsToken: more.token,
      clock: more.now ?? (() => new Date()),
    }),
  );

describe('how the server is', async () => {
  const database = await testDatabase();
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'lantoa-health-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  const works: Check = async () => (await sql`select 1`.execute(database.db)).rows.length === 1;

  test('a process that answers is alive, and one that can work is ready', async (t) => {
    const site = await serve({ database: works, files: canStore(await folderStore(folder)) });
    t.after(() => site.close());
    assert.deepEqual(await (await site.ask('/healthz')).json(), { status: 'alive' });
    const ready = await site.ask('/readyz');
    assert.equal(ready.status, 200);
    assert.deepEqual(await ready.json(), { status: 'ready', checks: { database: true, files: true } });
  });

  test('without its database or its files it is alive and not ready, and says which', async (t) => {
    const gone = connect({ url: `postgres://nobody@127.0.0.1:${await freePort('no database', 9)}/none` });
    t.after(() => gone.close());
    const lost = await folderStore(path.join(folder, 'lost'));
    await rm(path.join(folder, 'lost'), { recursive: true });
    const site = await serve({
      database: async () => (await sql`select 1`.execute(gone.db)).rows.length === 1,
      files: canStore(lost),
      migrations: async () => false,
      fine: works,
    });
    t.after(() => site.close());
    const reply = await site.ask('/readyz');
    assert.equal(reply.status, 503);
    const checks = { database: false, files: false, migrations: false, fine: true };
    assert.deepEqual(await reply.json(), { status: 'not-ready', checks });
    assert.equal((await site.ask('/healthz')).status, 200);
  });

  test('a database that lacks a migration of this code is not current; one that has more is', async () => {
    const current = migrationsCurrent(database.db);
    assert.equal(await current(), true);
    await sql`insert into migrations.files (name, hash) values ('209901010000-later', 'x')`.execute(database.owner);
    assert.equal(await current(), true);
    await sql`delete from migrations.files where name = (select min(name) from migrations.files)`.execute(
      database.owner,
    );
    assert.equal(await current(), false);
  });

  test('asking often costs one look, and the next moment looks again', async (t) => {
    let looks = 0;
    let now = 0;
    const count = async () => ++looks > 0;
    const site = await serve({ count }, { now: () => new Date(now) });
    t.after(() => site.close());
    await Promise.all(Array.from({ length: 10 }, () => site.ask('/readyz')));
    assert.equal(looks, 1);
    now = 2_000;
    await site.ask('/readyz');
    assert.equal(looks, 2);
  });

  test('a server that stops asks for no more requests', async (t) => {
    const site = await serve({ database: works }, { stopping: AbortSignal.abort() });
    t.after(() => site.close());
    assert.equal((await site.ask('/readyz')).status, 503);
  });

  test('figures are for this machine, and not for whom a proxy on it speaks', async (t) => {
    const site = await serve({});
    t.after(() => site.close());
    assert.equal((await site.ask('/metrics')).status, 200);
    for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])
      assert.equal((await site.ask('/metrics', { headers: { [name]: '203.0.113.5' } })).status, 404);
  });

  test('with a token, figures are for whoever names it', async (t) => {
    const site = await serve({}, { token: 'a-long-enough-token' });
    t.after(() => site.close());
    const ask = async (authorization?: string) =>
      (await site.ask('/metrics', { headers: authorization ? { authorization } : {} })).status;
    assert.deepEqual(
      [await ask(), await ask('Bearer wrong'), await ask('Bearer a-long-enough-token')],
      [404, 404, 200],
    );
  });

  test('requests, jobs, connections, memory and the event loop are measured', async () => {
    startMetrics(database.pool);
    startMetrics(database.pool);
    observeRequest('/plans/:planId', 'GET', 200, 0.02);
    observeJob('documents.read-file', 'failed', 1.5);
    const text = await metricsText();
    assert.match(
      text,
      /lantoa_http_request_seconds_bucket\{le="0\.025",route="\/plans\/:planId",method="GET",status="200"\} 1/,
    );
    assert.match(text, /lantoa_job_seconds_count\{queue="documents\.read-file",outcome="failed"\} 1/);
    for (const name of [
      'lantoa_database_connections{state="waiting"}',
      'nodejs_eventloop_lag_p99_seconds',
      'process_resident_memory_bytes',
      'nodejs_gc_duration_seconds',
    ])
      assert.ok(text.includes(name), name);
  });
});

describe('stopping', async () => {
  const database = await testDatabase();
  const gate = { begun: Promise.withResolvers<void>(), goOn: Promise.withResolvers<void>() };
  const slow = endpoint({
    method: 'POST',
    path: '/slow',
    summary: 'x',
    own: 'a test',
    input: input({ id: id() }),
    output: z.object({ id: z.string() }),
  });
  const quick = endpoint({
    method: 'GET',
    path: '/quick',
    summary: 'x',
    own: 'a test',
    input: input({}),
    output: z.null(),
  });
  const events = endpoint({
    method: 'GET',
    path: '/events',
    summary: 'x',
    own: 'a test',
    input: input({}),
    output: z.unknown(),
  });
  const routes = [
    read(quick, async () => null),
    write(slow, async (_tx, _actor, given) => {
      gate.begun.resolve();
      await gate.goOn.promise;
      return given;
    }),
    live(events, async function* (_db, _actor, _input, signal): AsyncGenerator<LiveMessage> {
      yield { event: 'ready', data: {} };
      await once(signal, 'abort');
    }),
  ];
  const start = async (): Promise<{ site: Listening; drain: AbortController }> => {
    gate.begun = Promise.withResolvers();
    gate.goOn = Promise.withResolvers();
    const drain = new AbortController();
    const serving = testServing(database.db, routes, [hoa], { stopping: drain.signal });
    return { site: await listening(createHttp(serving)), drain };
  };
  const someId = '0197b2a0-0000-7000-8000-000000000001';

  test('streams end, what runs is answered, and only then the rest closes, in order', async () => {
    const { site, drain } = await start();
    const order: string[] = [];
    await site.ask('/api/quick', { as: hoa });
    const stream = (await site.ask('/api/events', { as: hoa })).text().then(() => order.push('stream'));
    const running = site.ask('/api/slow', { ...asJson('POST', { id: someId }), as: hoa }).then(async (reply) => {
      order.push('answer');
      return await reply.json();
    });
    await gate.begun.promise;
    const part = (name: string) => ({ name, stop: async () => order.push(name) });
    const stopped = stopInOrder({ drain, server: site.server, after: [part('jobs'), part('live'), part('pool')] });
    await stream;
    await assert.rejects(site.ask('/api/quick', { as: hoa }), 'no new connection is taken');
    gate.goOn.resolve();
    assert.deepEqual(await running, { id: someId });
    assert.equal(await stopped, true);
    assert.deepEqual(order, ['stream', 'answer', 'jobs', 'live', 'pool']);
  });

  test('a request that never ends is cut off at the limit, and the rest still closes', async () => {
    const { site, drain } = await start();
    const running = site.ask('/api/slow', { ...asJson('POST', { id: someId }), as: hoa });
    running.catch(() => {});
    await gate.begun.promise;
    const closed: string[] = [];
    const after = [{ name: 'pool', stop: async () => closed.push('pool') }];
    assert.equal(await stopInOrder({ drain, server: site.server, after, limitMs: 80 }), false);
    await assert.rejects(running);
    assert.deepEqual(closed, ['pool']);
    gate.goOn.resolve();
  });

  test('one part that cannot stop does not keep the others from it', async () => {
    const { site, drain } = await start();
    const order: string[] = [];
    const after = [
      { name: 'jobs', stop: async () => assert.fail('không dừng được') },
      { name: 'pool', stop: async () => order.push('pool') },
    ];
    assert.equal(await stopInOrder({ drain, server: site.server, after }), false);
    assert.deepEqual(order, ['pool']);
  });
});
