import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditOf } from '#app/testing/audit.ts';
import { type Caller, testApp } from '#app/testing/http.ts';
import type { Visitor } from '#platform/actor.ts';
import { personIdOf } from '../../../db/sample/sample.ts';
import * as access from './access.contract.ts';
import { accessRoutes } from './access.routes.ts';
import { upsertAccount } from './accounts.sql.ts';
import { hashPassword } from './password.ts';
import { attempt } from './sign-in.ts';

const app = await testApp({ routes: accessRoutes });
const email = 'lan.pham@so.songtra.example';
const password = 'mưa xuân trên Sông Trà';
const personId = personIdOf(email);

const hash = await hashPassword(password);
await app.database.db.transaction().execute((tx) => upsertAccount(tx, personId, hash, app.clock.now));

const tokenIn = (reply: Response) => /lantoa=([^;]+)/.exec(reply.headers.get('set-cookie') ?? '')?.[1];
const later = (seconds: number) => {
  app.clock.now = new Date(app.clock.now.getTime() + seconds * 1000);
};

async function signedIn(): Promise<Caller> {
  const reply = await app.send(access.signIn, { email, password });
  assert.equal(reply.status, 200);
  return app.with(tokenIn(reply)!);
}

test('the right password opens a session whose cookie no script can read', async () => {
  const reply = await app.send(
    access.signIn,
    { email: ' Lan.Pham@SO.songtra.example ', password },
    { headers: { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/140.0' } },
  );
  assert.deepEqual(await reply.json(), { personId, name: 'Phạm Ngọc Lan' });
  assert.match(
    reply.headers.get('set-cookie') ?? '',
    /^lantoa=[A-Za-z0-9_-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  const me = await app.with(tokenIn(reply)!).call(access.getMe, {});
  assert.deepEqual([me.person.email, me.person.language, me.unread], [email, 'vi', 0]);
  assert.deepEqual(
    me.units.map((u) => [u.name, u.roles]),
    [['Sở Giáo dục và Đào tạo Sông Trà', ['communications-officer']]],
  );
  assert.ok(me.units[0]!.rights.includes('plans.draft') && !me.units[0]!.rights.includes('plans.sign'));
});

test('letters composed in another way are the same password', async () => {
  const reply = await app.send(access.signIn, { email, password: password.normalize('NFD') });
  assert.equal(reply.status, 200);
});

test('an unknown address gets the same answer as a wrong password, and takes as long', async () => {
  const timed = async (address: string) => {
    const started = performance.now();
    const { requestId: _, ...problem } = await app.refused(
      access.signIn,
      { email: address, password: 'sai mật khẩu' },
      'access.wrong-credentials',
    );
    return { problem, ms: performance.now() - started };
  };
  const [known, unknown, without] = [
    await timed(email),
    await timed('nobody@so.songtra.example'),
    await timed('viet.phan@so.songtra.example'),
  ];
  assert.deepEqual(known.problem, unknown.problem);
  assert.deepEqual(known.problem, without.problem);
  assert.ok(unknown.ms > known.ms / 3 && without.ms > known.ms / 3, `${known.ms} ${unknown.ms} ${without.ms}`);
  await signedIn();
});

test('each failure after the third waits longer, with the seconds in the answer; the owner is told once', async () => {
  const wrong = { email, password: 'sai mật khẩu' };
  const waits: number[] = [];
  for (let i = 0; i < 8; i++) {
    await app.refused(access.signIn, wrong, 'access.wrong-credentials');
    if (i < 3) continue;
    const problem = await app.refused(access.signIn, { email, password }, 'access.slow-down');
    waits.push(Number(problem.params?.seconds));
    later(Number(problem.params?.seconds));
  }
  assert.deepEqual(waits, [5, 10, 20, 40, 80]);
  const told = (await auditOf(app.database, personId)).filter((t) => t.event === 'sign-ins.failed');
  assert.deepEqual(
    told.map((t) => t.after),
    [{ failures: 5 }],
  );
  await signedIn();
});

test('attempts sent all at once are counted one by one', async () => {
  const replies = await Promise.all(
    Array.from({ length: 12 }, () =>
      app.send(access.signIn, { email: 'sen.bui@so.songtra.example', password: 'thử bừa' }),
    ),
  );
  const tried = replies.filter((reply) => reply.status === 401).length;
  assert.equal(tried, 4);
  assert.equal(replies.filter((reply) => reply.status === 429).length, 8);
});

test('attempts that overlap do not wait for each other while nothing is to be waited for', async () => {
  const at = (ms: number) => ({ now: new Date(app.clock.now.getTime() + ms) }) as Visitor;
  assert.equal(await attempt(app.database.db, at(5), 'overlapping'), 1);
  assert.equal(await attempt(app.database.db, at(0), 'overlapping'), 2);
});

test('another network is not held up by the failures of the first, and a day makes them forgotten', async () => {
  const wrong = { email: 'long.tran@so.songtra.example', password: 'sai mật khẩu' };
  for (let i = 0; i < 4; i++) await app.refused(access.signIn, wrong, 'access.wrong-credentials');
  await app.refused(access.signIn, wrong, 'access.slow-down');
  const elsewhere = { 'x-forwarded-for': '203.0.113.7' };
  await app.refused(access.signIn, wrong, 'access.wrong-credentials', elsewhere);
  later(24 * 3600 + 10);
  for (let i = 0; i < 4; i++) await app.refused(access.signIn, wrong, 'access.wrong-credentials');
});

test('guesses from many networks wait for each other, while the owner comes in from where they always do', async () => {
  const home = { 'x-forwarded-for': '198.51.100.1' };
  await app.call(access.signIn, { email, password }, home);
  const guess = { email, password: 'sai mật khẩu' };
  const from = (n: number) => ({ 'x-forwarded-for': `10.0.${n}.1` });
  for (let n = 0; n < 31; n++) await app.refused(access.signIn, guess, 'access.wrong-credentials', from(n));
  const problem = await app.refused(access.signIn, guess, 'access.slow-down', from(99));
  assert.equal(problem.params?.seconds, 5);
  await app.call(access.signIn, { email, password }, home);
  later(5);
  await app.refused(access.signIn, guess, 'access.wrong-credentials', from(99));
  assert.equal((await app.refused(access.signIn, guess, 'access.slow-down', from(100))).params?.seconds, 10);
});

test('a session that was revoked is out at once; others stay', async () => {
  const [here, there] = [await signedIn(), await signedIn()];
  const { items } = await here.call(access.listSessions, {});
  const other = items.find((s) => !s.current && s.createdAt === items.find((x) => x.current)!.createdAt)!;
  await here.call(access.revokeSession, { sessionId: other.id });
  const signedOut = [await there.send(access.getMe, {}), await here.send(access.getMe, {})].map((r) => r.status);
  assert.deepEqual(signedOut, [401, 200]);
  await here.call(access.revokeOtherSessions, {});
  assert.equal((await here.call(access.listSessions, {})).items.length, 1);
  await here.refused(access.revokeSession, { sessionId: other.id }, 'not-found');
});

test('nobody ends a session of somebody else', async () => {
  const mine = await signedIn();
  const session = (await mine.call(access.listSessions, {})).items.find((s) => s.current)!;
  await app.as('ha.nguyen@so.songtra.example').refused(access.revokeSession, { sessionId: session.id }, 'not-found');
  assert.equal((await mine.send(access.getMe, {})).status, 200);
});

test('signing out ends the session and takes the cookie away', async () => {
  const who = await signedIn();
  const reply = await who.send(access.signOut, {});
  assert.match(reply.headers.get('set-cookie') ?? '', /^lantoa=; Max-Age=0/);
  await who.refused(access.getMe, {}, 'signed-out');
});

test('a session ends after twelve hours without a request, and after seven days in any case', async () => {
  const idle = await signedIn();
  later(12 * 3600 + 1);
  await idle.refused(access.getMe, {}, 'signed-out');
  const busy = await signedIn();
  for (let hours = 0; hours < 7 * 24 - 1; hours += 10) {
    await busy.call(access.getMe, {});
    later(10 * 3600);
  }
  await busy.refused(access.getMe, {}, 'signed-out');
});

test('being seen is written at most once a minute', async () => {
  const who = await signedIn();
  const seenAt = async () => (await who.call(access.listSessions, {})).items.find((s) => s.current)!.lastSeenAt;
  const first = await seenAt();
  later(59);
  assert.equal(await seenAt(), first);
  later(2);
  assert.equal(await seenAt(), app.clock.now.toISOString());
});

test('a new password needs the old one, is not weak, and ends all other sessions', async () => {
  const [here, there] = [await signedIn(), await signedIn()];
  const wrong = await here.refused(access.changePassword, { current: 'sai', next: 'gió heo may về' }, 'invalid');
  assert.equal(wrong.fields?.current, 'Mật khẩu hiện tại chưa đúng.');
  for (const next of ['Phạm Ngọc Lan', email, 'aaaaaaaaaaaa', '1234567890'])
    await here.refused(access.changePassword, { current: password, next }, 'access.weak-password');
  await here.refused(access.changePassword, { current: password, next: 'ngắn' }, 'invalid');
  await here.call(access.changePassword, { current: password, next: 'gió heo may về' });
  await there.refused(access.getMe, {}, 'signed-out');
  await here.call(access.getMe, {});
  await app.refused(access.signIn, { email, password }, 'access.wrong-credentials');
  await app.call(access.signIn, { email, password: 'gió heo may về' });
  const told = (await auditOf(app.database, personId)).filter((t) => t.event === 'password.changed');
  assert.deepEqual(
    told.map((t) => [t.personId, t.after]),
    [[personId, { by: 'owner' }]],
  );
});

test('errors and mails follow the language the person chose', async () => {
  const who = app.as('hang.do@bo.example');
  await who.call(access.setLanguage, { language: 'en' });
  const problem = await who.refused(access.revokeSession, { sessionId: 'x' }, 'invalid');
  assert.equal(problem.title, 'Some fields are not valid. Please see the marked lines.');
});

test('a page of another site cannot sign anybody in or out', async () => {
  await app.refused(access.signIn, { email, password }, 'cross-origin', { origin: 'https://evil.example' });
  await app.refused(access.signIn, { email, password }, 'cross-origin', { origin: 'null' });
});
