import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditOf } from '#app/testing/audit.ts';
import { testApp } from '#app/testing/http.ts';
import { mailbox } from '#app/testing/mailbox.ts';
import { personIdOf } from '../../../db/sample/sample.ts';
import { getUnit } from '../org/org.contract.ts';
import { orgRoutes } from '../org/org.routes.ts';
import { personByEmail } from '../org/people.ts';
import * as access from './access.contract.ts';
import { accessRoutes } from './access.routes.ts';
import { mailAddressChanged, mailResetLink } from './letters.ts';
import { beginReset, printableResetLink } from './passwords.ts';
import { openSetup } from './setup.ts';

const app = await testApp({ routes: accessRoutes, now: new Date() });
const letters = mailbox();
const email = 'lan.pham@so.songtra.example';
const { db } = app.database;

const resets = () =>
  db.selectFrom('password_resets').select(['id', 'token_hash']).orderBy('created_at').orderBy('id').execute();
const tokenIn = (text: string) => /#([A-Za-z0-9_-]{43})/.exec(text)?.[1] ?? assert.fail(text);

/** The request, and the job that the worker runs after its commit. */
async function askReset(address: string) {
  assert.deepEqual(await app.call(access.askPasswordReset, { email: address }), { done: true });
  const known = await personByEmail(db, address);
  const job = { personId: known?.id ?? null, requestId: 'x' };
  await db.transaction().execute((tx) => beginReset(tx, job, app.clock.now));
}

test('a forgotten password is set anew by a link that works once; all sessions end', async () => {
  const before = app.as(email);
  await before.call(access.getMe, {});
  await askReset(email);
  const [reset] = await resets();
  assert.equal(reset?.token_hash, null);
  await mailResetLink(db, { resetId: reset!.id });
  const [letter] = letters.take(email);
  assert.equal(letter?.to, email);
  const token = tokenIn(letter!.text);
  await app.refused(access.resetPassword, { token, password: 'ngắn' }, 'invalid');
  await app.call(access.resetPassword, { token, password: 'đò sang bến cũ' });
  await before.refused(access.getMe, {}, 'signed-out');
  await app.call(access.signIn, { email, password: 'đò sang bến cũ' });
  await app.refused(access.resetPassword, { token, password: 'đò sang bến mới' }, 'access.link-gone');
  const told = await auditOf(app.database, personIdOf(email));
  assert.deepEqual(
    told.map((t) => t.event),
    ['password-reset.asked', 'password.changed'],
  );
});

test('an unknown address and one without an account get the same answer and no letter', async () => {
  const count = (await resets()).length;
  for (const address of ['nobody@so.songtra.example', 'Nobody2@so.songtra.example']) await askReset(address);
  assert.equal((await resets()).length, count);
});

test('no more than three letters an hour, and a link of an hour ago is gone', async () => {
  for (let i = 0; i < 5; i++) await askReset(email);
  const all = await resets();
  assert.equal(all.length, 3);
  await mailResetLink(db, { resetId: all.at(-1)!.id });
  const token = tokenIn(letters.take(email)[0]!.text);
  const start = app.clock.now;
  app.clock.now = new Date(start.getTime() + 3_600_001);
  await app.refused(access.resetPassword, { token, password: 'đò sang bến mới' }, 'access.link-gone');
  app.clock.now = start;
});

test('whoever gets no mail is given a link at the machine itself; an unknown address is given none', async () => {
  const author = { requestId: 'x', now: app.clock.now, system: 'test' };
  const print = (address: string) => db.transaction().execute((tx) => printableResetLink(tx, author, address));
  assert.equal(await print('nobody@so.songtra.example'), null);
  const link = (await print('sen.bui@so.songtra.example')) ?? '';
  assert.match(link, /^http:\/\/127\.0\.0\.1:8420\/app\/dat-lai-mat-khau#/);
  await app.call(access.resetPassword, { token: tokenIn(link), password: 'sổ đăng ký văn bản' });
  await app.call(access.signIn, { email: 'sen.bui@so.songtra.example', password: 'sổ đăng ký văn bản' });
});

test('the address that no longer counts is told of the change', async () => {
  await mailAddressChanged(db, { personId: personIdOf(email), formerEmail: 'cu@so.songtra.example' });
  const [letter] = letters.take('cu@so.songtra.example');
  assert.deepEqual(
    [letter?.to, letter?.subject],
    ['cu@so.songtra.example', 'Thư điện tử đăng nhập Lan Tỏa đã thay đổi'],
  );
});

test('where there are accounts, nothing can be set up', async () => {
  assert.equal(await openSetup(db, new Date()), null);
  assert.deepEqual(await app.call(access.getSetup, {}), { open: false });
  const input = {
    token: 'A'.repeat(43),
    unitName: 'Bộ',
    name: 'Ai',
    email: 'a@b.example',
    password: 'một mật khẩu dài',
  };
  await app.refused(access.setUp, input, 'access.setup-done');
});

test('the first account is made once, by the link that the start printed last', async () => {
  const fresh = await testApp({ routes: [...orgRoutes, ...accessRoutes], filling: null });
  const first = tokenIn((await openSetup(fresh.database.db, new Date())) ?? '');
  const second = tokenIn((await openSetup(fresh.database.db, new Date())) ?? '');
  assert.deepEqual(await fresh.call(access.getSetup, {}), { open: true });
  const input = {
    unitName: 'Bộ Giáo dục và Đào tạo',
    name: 'Người Đầu Tiên',
    email: 'dau@bo.example',
    password: 'viên gạch đầu tiên',
  };
  await fresh.refused(access.setUp, { ...input, token: first }, 'access.link-gone');
  const reply = await fresh.send(access.setUp, { ...input, token: second });
  const made = (await reply.json()) as { unitId: string };
  const who = fresh.with(/lantoa=([^;]+)/.exec(reply.headers.get('set-cookie') ?? '')?.[1] ?? '');
  const me = await who.call(access.getMe, {});
  assert.deepEqual(
    me.units.map((u) => [u.name, u.kind, u.roles]),
    [['Bộ Giáo dục và Đào tạo', 'ministry', ['administrator', 'head']]],
  );
  const unit = await who.call(getUnit, { unitId: made.unitId });
  assert.deepEqual([unit.parentId, unit.posts.map((p) => p.personName)], [null, ['Người Đầu Tiên']]);
  await fresh.refused(access.setUp, { ...input, token: second }, 'access.setup-done');
  assert.equal(await openSetup(fresh.database.db, new Date()), null);
});
