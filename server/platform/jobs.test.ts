import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '#app/testing/database.ts';
import { newId } from '#lib/id.ts';
import { APP_ROLE } from './database/roles.ts';
import {
  enqueue,
  handle,
  handleOutside,
  onClock,
  publish,
  publishAll,
  startJobs,
  subscribe,
  subscribeTogether,
} from './jobs.ts';

describe('jobs', async () => {
  const database = await testDatabase();
  const { db } = database;
  let jobs: { stop(): Promise<void> };
  let tries = 0;
  const together: number[] = [];
  const waiting = new Map<string, () => void>();
  /** Resolves when a job has said that it saw `word`. */
  const seen = (word: string) => new Promise<void>((resolve) => waiting.set(word, resolve));
  const tell = (word: string) => waiting.get(word)?.();

  before(async () => {
    await sql`create table done (word text not null)`.execute(database.owner);
    await sql`grant select, insert on done to lantoa_app`.execute(database.owner);
    handle<{ word: string }>('test.write', async (tx, { word }) => {
      await sql`insert into done (word) values (${word})`.execute(tx);
      if (word === 'ba') throw new Error('không xong');
      if (word === 'lần đầu hỏng' && tries++ === 0) throw new Error('lần đầu');
    });
    handleOutside<{ word: string }>('test.outside', async (pool, { word }) => {
      await sql`insert into done (word) values (${word})`.execute(pool);
      tell(word);
    });
    subscribe('test.happened', 'first', async (tx, note) => {
      await sql`insert into done (word) values (${`first ${note.subjectId}`})`.execute(tx);
    });
    subscribe('test.happened', 'second', async (_tx, note) => tell(`second ${note.subjectId}`));
    subscribeTogether('test.came', 'all', async (tx, notes) => {
      for (const { subjectId } of notes) await sql`insert into done (word) values (${`came ${subjectId}`})`.execute(tx);
      together.push(notes.length);
      if (notes.some((note) => note.subjectKind === 'broken')) throw new Error('không xong');
    });
    onClock('test.nightly', '0 3 * * *', async () => {});
    jobs = await startJobs(database.url, db, { work: true, role: APP_ROLE });
  });
  after(() => jobs.stop());

  const words = async () =>
    (await sql<{ word: string }>`select word from done order by word`.execute(db)).rows.map((row) => row.word);
  const jobsIn = async (queue: string) =>
    (
      await sql<{ state: string; data: unknown }>`
        select state::text, data from pgboss.job where name = ${queue} order by created_on, data->>'word'`.execute(
        database.owner,
      )
    ).rows;
  /** Waits for the database to say so: jobs are run by notification, without a clock of ours. */
  const until = async (holds: () => Promise<boolean>) => {
    while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
  };

  test('a job exists if and only if the write commits', async () => {
    const said = seen('một');
    await db.transaction().execute((tx) => enqueue(tx, 'test.outside', { word: 'một' }));
    await said;
    await assert.rejects(
      db.transaction().execute(async (tx) => {
        await enqueue(tx, 'test.outside', { word: 'không bao giờ' });
        throw new Error('undone');
      }),
    );
    assert.equal((await jobsIn('test.outside')).length, 1);
  });

  test('one that fails is undone and waits, and takes none of its neighbours with it', async () => {
    await db.transaction().execute(async (tx) => {
      for (const word of ['hai', 'ba', 'tư']) await enqueue(tx, 'test.write', { word });
    });
    await until(async () =>
      (await jobsIn('test.write')).every((job) => job.state !== 'created' && job.state !== 'active'),
    );
    const states = (await jobsIn('test.write')).map((job) => [(job.data as { word: string }).word, job.state]);
    assert.deepEqual(Object.fromEntries(states), { hai: 'completed', ba: 'retry', tư: 'completed' });
    const found = await words();
    assert.ok(found.includes('hai') && found.includes('tư') && !found.includes('ba'), String(found));
  });

  test('one that is tried again writes once', async () => {
    await db.transaction().execute((tx) => enqueue(tx, 'test.write', { word: 'lần đầu hỏng' }));
    await until(async () => (await jobsIn('test.write')).filter((job) => job.state === 'retry').length === 2);
    await sql`update pgboss.job set start_after = now() where data->>'word' = 'lần đầu hỏng'`.execute(database.owner);
    await db.transaction().execute((tx) => enqueue(tx, 'test.write', { word: 'gõ cửa' }));
    await until(async () => (await words()).includes('lần đầu hỏng'));
    assert.equal((await words()).filter((word) => word === 'lần đầu hỏng').length, 1);
  });

  test('slow work that has piled up is worked off without a rest', async () => {
    const piled = Array.from({ length: 12 }, (_, n) => `dồn ${n}`);
    const began = performance.now();
    await db.transaction().execute(async (tx) => {
      for (const word of piled) await enqueue(tx, 'test.outside', { word });
    });
    await until(async () => {
      const found = await words();
      return piled.every((word) => found.includes(word));
    });
    const took = performance.now() - began;
    assert.ok(took < 4_000, `${took} ms`);
  });

  test('whoever works says so, in queues of an earlier version too: what a killed process had begun is taken up soon', async () => {
    await sql`update pgboss.queue set heartbeat_seconds = null where name = 'test.write'`.execute(database.owner);
    const restarted = await startJobs(database.url, db, { work: false, role: APP_ROLE });
    const { rows } = await sql<{ n: number | null }>`
      select distinct heartbeat_seconds as n from pgboss.queue where name like 'test.%'`.execute(database.owner);
    assert.deepEqual(rows, [{ n: 30 }]);
    await restarted.stop();
    await jobs.stop();
    jobs = await startJobs(database.url, db, { work: true, role: APP_ROLE });
  });

  test('every subscriber of an event gets its own job, with addresses and no rows', async () => {
    const id = newId();
    const said = seen(`second ${id}`);
    const event = {
      name: 'test.happened',
      subject: { kind: 'test', id, unitId: null, path: '1.2.' },
      before: null,
      after: { title: 'nội dung' },
      personal: [],
    };
    await db.transaction().execute((tx) => publish(tx, event, newId()));
    await said;
    await until(async () => (await words()).includes(`first ${id}`));
    const [job] = await jobsIn('test.happened.first');
    assert.deepEqual(Object.keys(job!.data as object).sort(), [
      'auditId',
      'event',
      'path',
      'subjectId',
      'subjectKind',
      'unitId',
      'v',
    ]);
  });

  test('many of one kind are done in one transaction, and one that cannot be done takes none of the others with it', async () => {
    const ids = Array.from({ length: 20 }, () => newId());
    const came = (id: string, kind: string) => ({
      name: 'test.came',
      subject: { kind, id, unitId: null, path: null },
      before: null,
      after: {},
      personal: [],
    });
    const events = ids.map((id, n) => came(id, n === 7 ? 'broken' : 'test'));
    await db.transaction().execute((tx) =>
      publishAll(
        tx,
        events.map((event) => ({ event, auditId: newId() })),
      ),
    );
    const settled = async () => (await jobsIn('test.came.all')).filter((job) => /completed|retry/.test(job.state));
    await until(async () => (await settled()).length === ids.length);
    assert.equal((await settled()).filter((job) => job.state === 'retry').length, 1);
    const found = (await words()).filter((word) => word.startsWith('came '));
    assert.deepEqual(
      found.sort(),
      ids
        .filter((_, n) => n !== 7)
        .map((id) => `came ${id}`)
        .sort(),
    );
    assert.equal(together[0], ids.length);
  });

  test('what is about the same thing waits once, with what was said last', async () => {
    const later = new Date(Date.now() + 3_600_000);
    for (const word of ['cũ', 'mới', 'mới nhất'])
      await db
        .transaction()
        .execute((tx) => enqueue(tx, 'test.nightly', { word }, { once: 'thư tổng hợp', after: later }));
    await db
      .transaction()
      .execute((tx) => enqueue(tx, 'test.nightly', { word: 'khác' }, { once: 'việc khác', after: later }));
    assert.deepEqual(
      (await jobsIn('test.nightly')).map((job) => (job.data as { word: string }).word),
      ['mới nhất', 'khác'],
    );
  });

  test('clocks run by Vietnamese time, and one that nobody declares any more is stopped', async () => {
    const clocks = () =>
      sql<{ name: string; timezone: string }>`select name, timezone from pgboss.schedule order by name`.execute(
        database.owner,
      );
    assert.ok((await clocks()).rows.some((row) => row.name === 'test.nightly' && row.timezone === 'Asia/Ho_Chi_Minh'));
    await sql`
      insert into pgboss.queue select (jsonb_populate_record(q, '{"name":"test.gone"}')).*
        from pgboss.queue q where name = 'test.nightly'`.execute(database.owner);
    await sql`insert into pgboss.schedule (name, cron) values ('test.gone', '* * * * *')`.execute(database.owner);
    const another = await startJobs(database.url, db, { work: true, role: APP_ROLE });
    assert.ok(!(await clocks()).rows.some((row) => row.name === 'test.gone'));
    await another.stop();
  });

  test('a write that is answered while jobs stop still leaves its job', async () => {
    const other = await startJobs(database.url, db, { work: false, role: APP_ROLE });
    const stopping = other.stop();
    await db
      .transaction()
      .execute((tx) => enqueue(tx, 'test.nightly', { word: 'cuối' }, { after: new Date(Date.now() + 3_600_000) }));
    await stopping;
    assert.ok((await jobsIn('test.nightly')).some((job) => (job.data as { word: string }).word === 'cuối'));
  });
});
