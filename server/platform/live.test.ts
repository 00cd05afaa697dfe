import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '#app/testing/database.ts';
import { newId } from '#lib/id.ts';
import { APP_ROLE } from './database/roles.ts';
import { messagesFor, startLive, tell } from './live.ts';

describe('what a person’s screens are told', async () => {
  const database = await testDatabase();
  let live: { stop(): Promise<void> };
  before(async () => {
    live = await startLive(database.url, APP_ROLE);
  });
  after(() => live.stop());

  const say = (person: string, event: string, data: object) =>
    database.db.transaction().execute((tx) => tell(tx, person, event, data));
  const screen = async (person: string) => {
    const leave = new AbortController();
    const messages = messagesFor(person, leave.signal);
    assert.deepEqual((await messages.next()).value, { event: 'ready', data: {} });
    return { leave, messages, next: async () => (await messages.next()).value };
  };

  test('every open screen of a person hears it, in order, and nobody else does', async () => {
    const [hoa, lan] = [newId(), newId()];
    const [one, two, hers] = [await screen(hoa), await screen(hoa), await screen(lan)];
    await say(hoa, 'document', { state: 'review' });
    await say(hoa, 'document', { state: 'checked' });
    await say(lan, 'inbox', { unread: 2 });
    for (const { next } of [one, two]) {
      assert.deepEqual(await next(), { event: 'document', data: { state: 'review' } });
      assert.deepEqual(await next(), { event: 'document', data: { state: 'checked' } });
    }
    assert.deepEqual(await hers.next(), { event: 'inbox', data: { unread: 2 } });
    for (const { leave, messages } of [one, two, hers]) {
      leave.abort();
      assert.equal((await messages.next()).done, true);
    }
  });

  test('what was undone is not told', async () => {
    const hoa = newId();
    const { next, leave } = await screen(hoa);
    await assert.rejects(
      database.db.transaction().execute(async (tx) => {
        await tell(tx, hoa, 'document', {});
        throw new Error('undone');
      }),
    );
    await say(hoa, 'after', {});
    assert.equal((await next())?.event, 'after');
    leave.abort();
  });

  test('facts that are too large stay away, and the write goes on', async () => {
    const hoa = newId();
    const { next, leave } = await screen(hoa);
    await say(hoa, 'large', { text: 'ê'.repeat(5000) });
    assert.deepEqual(await next(), { event: 'large', data: {} });
    leave.abort();
  });

  test('a screen that does not keep up is told to load anew', async () => {
    const hoa = newId();
    const { next, leave } = await screen(hoa);
    const watcher = await screen(hoa);
    await database.db.transaction().execute(async (tx) => {
      for (let n = 0; n <= 100; n++) await tell(tx, hoa, `e${n}`, {});
    });
    await say(hoa, 'last', {});
    while ((await watcher.next())?.event !== 'last');
    assert.equal((await next())?.event, 'ready');
    assert.equal((await next())?.event, 'last');
    leave.abort();
    watcher.leave.abort();
  });

  test('a line that breaks is opened again, and every screen loads anew', async () => {
    const hoa = newId();
    const { next, leave } = await screen(hoa);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'lantoa live' and datname = current_database()`.execute(
      database.owner,
    );
    assert.equal((await next())?.event, 'ready');
    await say(hoa, 'again', {});
    assert.equal((await next())?.event, 'again');
    leave.abort();
  });

  test('a notification that is not ours ends nothing', async () => {
    const hoa = newId();
    const { next, leave } = await screen(hoa);
    for (const payload of ['not json', 'null', '7', '{}'])
      await sql`select pg_notify('lantoa_live', ${payload})`.execute(database.db);
    await say(hoa, 'fine', {});
    assert.equal((await next())?.event, 'fine');
    leave.abort();
  });

  test('whoever opens screens without end is refused, and may again once one is left', async () => {
    const hoa = newId();
    const screens = [];
    for (let n = 0; n < 30; n++) screens.push(await screen(hoa));
    assert.throws(() => messagesFor(hoa, new AbortController().signal), { code: 'too-many' });
    screens[0]!.leave.abort();
    await screens[0]!.next();
    screens.push(await screen(hoa));
    for (const { leave } of screens) leave.abort();
  });

  test('the listening connection is an ordinary role', async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_stat_activity
       where application_name = 'lantoa live' and datname = current_database()`.execute(database.owner);
    assert.equal(rows[0]?.n, 1);
  });
});
