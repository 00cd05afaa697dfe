import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '#app/testing/http.ts';
import { mailbox } from '#app/testing/mailbox.ts';
import { newId } from '#lib/id.ts';
import { startLive } from '#platform/live.ts';
import type { Tx } from '#platform/tx.ts';
import { personIdOf, unitIdOf } from '../../../db/sample/sample.ts';
import * as access from '../access/access.contract.ts';
import { accessRoutes } from '../access/access.routes.ts';
import { isQuiet, mailDigests } from './digest.ts';
import * as contract from './notices.contract.ts';
import { tellRoleGiven, tellSignInsFailed } from './notices.jobs.ts';
import { noticeRoutes } from './notices.routes.ts';
import { notify } from './notices.ts';

const app = await testApp({ routes: [...accessRoutes, ...noticeRoutes] });
const letters = mailbox();
const { db } = app.database;
const inTx = <T>(work: (tx: Tx) => Promise<T>) => db.transaction().execute(work);
const email = 'lan.pham@so.songtra.example';
const officer = app.as(email);
const director = app.as('ha.nguyen@so.songtra.example');
const officerId = personIdOf(email);
const morning = new Date('2026-11-20T01:00:00Z');

const tellOf = (title: string, personIds = [officerId], now = morning) =>
  inTx((tx) =>
    notify(
      tx,
      {
        personIds,
        kind: 'plan.commented',
        params: { by: 'Trần Đức Long', title },
        link: '/app/ke-hoach/1',
        dedupeKey: `plan.commented:${title}`,
      },
      now,
    ),
  );

test('a notice is one sentence in the reader’s language, told to each person once', async () => {
  await tellOf('Kế hoạch A', [officerId, officerId, personIdOf('ha.nguyen@so.songtra.example')]);
  await tellOf('Kế hoạch A');
  const { items } = await officer.call(contract.listInbox, {});
  assert.deepEqual(
    items.map((n) => [n.sentence, n.link, n.readAt]),
    [['Trần Đức Long góp ý cho “Kế hoạch A”.', '/app/ke-hoach/1', null]],
  );
  assert.deepEqual(await officer.call(contract.countUnread, {}), { unread: 1 });
  await director.call(access.setLanguage, { language: 'en' });
  assert.equal(
    (await director.call(contract.listInbox, {})).items[0]?.sentence,
    'Trần Đức Long commented on “Kế hoạch A”.',
  );
});

test('the inbox shows unread ones first, then newest first, page by page', async () => {
  for (const [i, title] of ['B', 'C', 'D', 'E'].entries())
    await tellOf(title, [officerId], new Date(morning.getTime() + (i + 1) * 1000));
  const all = (await officer.call(contract.listInbox, {})).items;
  assert.deepEqual(
    all.map((n) => /“(.*)”/.exec(n.sentence)?.[1]),
    ['E', 'D', 'C', 'B', 'Kế hoạch A'],
  );
  assert.deepEqual(await officer.call(contract.readNotice, { noticeId: all[0]!.id }), { unread: 4 });
  await officer.call(contract.readNotice, { noticeId: all[2]!.id });
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await officer.call(contract.listInbox, { limit: 2, ...(after && { after }) });
    seen.push(...page.items.map((n) => /“(.*)”/.exec(n.sentence)![1]!));
    after = page.next ?? undefined;
  } while (after);
  assert.deepEqual(seen, ['D', 'B', 'Kế hoạch A', 'E', 'C']);
  assert.equal((await officer.call(contract.listInbox, { show: 'unread' })).items.length, 3);
});

test('nobody reads the inbox of somebody else, nor marks in it', async () => {
  const [notice] = (await officer.call(contract.listInbox, {})).items;
  await director.refused(contract.readNotice, { noticeId: notice!.id }, 'not-found');
  await officer.refused(contract.readNotice, { noticeId: newId() }, 'not-found');
  await officer.refused(contract.listInbox, { after: 'nonsense' }, 'unreadable');
  await app.refused(contract.listInbox, {}, 'signed-out');
});

/** Server-sent events as they come, one after the other. */
async function* eventsOf(reply: Response): AsyncGenerator<{ event: string; data: unknown }> {
  let text = '';
  for await (const part of reply.body!.pipeThrough(new TextDecoderStream())) {
    text += part;
    for (let at = text.indexOf('\n\n'); at >= 0; at = text.indexOf('\n\n')) {
      const [event, data] = [/^event: (.*)$/m, /^data: (.*)$/m].map((line) => line.exec(text.slice(0, at))?.[1]);
      text = text.slice(at + 2);
      if (event) yield { event, data: JSON.parse(data ?? 'null') };
    }
  }
}

test('an open screen hears of a new notice and of reading, and ends when its session does', async (t) => {
  const live = await startLive(app.database.url);
  t.after(() => live.stop());
  const who = app.as('long.tran@so.songtra.example');
  const events = eventsOf(await who.send(contract.inboxEvents, {}));
  const next = async () => (await events.next()).value;
  assert.deepEqual(await next(), { event: 'ready', data: {} });
  await tellOf('F', [personIdOf('long.tran@so.songtra.example')]);
  assert.deepEqual(await next(), { event: 'inbox', data: { unread: 1 } });
  await who.call(contract.readAllNotices, {});
  assert.deepEqual(await next(), { event: 'inbox', data: { unread: 0 } });
  await who.call(access.signOut, {});
  assert.equal((await events.next()).done, true);
});

test('a person gets one letter for all that waits, never in the night, and none for what was read', async () => {
  await officer.call(contract.readAllNotices, {});
  await tellOf('G');
  await tellOf('H', [officerId], new Date(morning.getTime() + 1000));
  assert.equal(await mailDigests(db, new Date('2026-11-20T15:00:00Z')), 0);
  const left = await mailDigests(db, new Date('2026-11-20T04:00:00Z'));
  assert.ok(left >= 1);
  const mine = letters.take(email);
  assert.deepEqual(
    mine.map((l) => l.subject),
    ['Lan Tỏa: 2 thông báo chưa đọc'],
  );
  assert.match(
    mine[0]!.text,
    /- Trần Đức Long góp ý cho “H”\.\n {2}http:\/\/127\.0\.0\.1:8420\/app\/ke-hoach\/1\n- Trần Đức Long góp ý cho “G”\./,
  );
  assert.equal(await mailDigests(db, new Date('2026-11-20T09:00:00Z')), 0);
});

test('two workers at once send one letter', async () => {
  await tellOf('I');
  const sent = await Promise.all([1, 2, 3].map(() => mailDigests(db, new Date('2026-11-20T04:00:00Z'))));
  assert.equal(
    sent.reduce((a, b) => a + b),
    1,
  );
  assert.equal(letters.take(email).length, 1);
});

const clocks: [string, boolean][] = [
  ['20:59', false],
  ['21:00', true],
  ['23:30', true],
  ['02:00', true],
  ['06:29', true],
  ['06:30', false],
  ['12:00', false],
];
for (const [clock, quiet] of clocks) {
  test(`at ${clock} in Vietnam letters ${quiet ? 'wait' : 'leave'}`, () =>
    assert.equal(isQuiet(new Date(`2026-11-20T${clock}:00+07:00`)), quiet));
}

test('the owner of an account hears of failed sign-ins once a day, a person of each new role', async () => {
  const id = personIdOf('viet.phan@so.songtra.example');
  await inTx((tx) => tellSignInsFailed(tx, id, morning));
  await inTx((tx) => tellSignInsFailed(tx, id, morning));
  const grant = await director.call(access.addGrant, { unitId: unitIdOf('so'), personId: id, role: 'clerk' });
  await inTx((tx) => tellRoleGiven(tx, grant.id));
  const { items } = await app.as('viet.phan@so.songtra.example').call(contract.listInbox, {});
  assert.deepEqual(items.map((n) => n.sentence).sort(), [
    'Có nhiều lần đăng nhập sai vào tài khoản này. Nếu không phải do chủ tài khoản, vui lòng đổi mật khẩu.',
    'Được giao vai trò Văn thư tại Sở Giáo dục và Đào tạo Sông Trà.',
  ]);
});
