import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '#app/testing/http.ts';
import { mailbox } from '#app/testing/mailbox.ts';
import { personIdOf, unitIdOf } from '../../../db/sample/sample.ts';
import { orgRoutes } from '../org/org.routes.ts';
import * as people from '../org/people.contract.ts';
import * as access from './access.contract.ts';
import { accessRoutes } from './access.routes.ts';
import * as tokens from './api-tokens.contract.ts';
import * as invitations from './invitations.contract.ts';
import { mailInvitation, mailResetLink } from './letters.ts';
import { beginReset } from './passwords.ts';

/** Ways to come into somebody else's account, step by step. */
const app = await testApp({ routes: [...orgRoutes, ...accessRoutes], now: new Date() });
const letters = mailbox();
const { db, owner } = app.database;
const administrator = app.as('minh.ho@so.songtra.example');
const principal = app.as('ngoc.le@thcssuoingoc.songtra.example');
const school = unitIdOf('cs2');
const password = 'gió mùa về sớm';

async function tokenSentTo(email: string): Promise<string> {
  const [letter] = letters.take(email);
  return /#([A-Za-z0-9_-]{43})/.exec(letter?.text ?? '')?.[1] ?? assert.fail(`no link for ${email}`);
}

async function resetSentTo(email: string): Promise<string> {
  const personId = personIdOf(email);
  await app.call(access.askPasswordReset, { email });
  await db.transaction().execute((tx) => beginReset(tx, { personId, requestId: 'x' }, app.clock.now));
  const reset = db.selectFrom('password_resets').select('id').where('person_id', '=', personId);
  await mailResetLink(db, { resetId: (await reset.executeTakeFirstOrThrow()).id });
  return await tokenSentTo(email);
}

async function invited(email: string, unit = 'cs2', role: 'site-manager' | 'administrator' = 'site-manager') {
  const who = { unitId: unitIdOf(unit), name: 'Đinh Thị Mơ', email, role };
  const row = await administrator.call(invitations.invite, who);
  await mailInvitation(db, { invitationId: row.id });
  return { row, token: await tokenSentTo(email) };
}

test('an invitation that went to a wrong mailbox opens nothing once the address is put right', async () => {
  const { row, token } = await invited('sai@x.example');
  await principal.call(access.changeEmail, { personId: row.personId, version: 1, email: 'dung@x.example' });
  await app.refused(invitations.acceptInvitation, { token, password }, 'access.invitation-gone');
  await mailInvitation(db, { invitationId: row.id });
  const second = await tokenSentTo('dung@x.example');
  assert.equal((await app.call(invitations.lookAtInvitation, { token: second })).email, 'dung@x.example');
});

test('a reset link in the old mailbox opens nothing once the address was changed', async () => {
  const email = 'huyen.nong@thcssuoingoc.songtra.example';
  const token = await resetSentTo(email);
  await principal.call(access.changeEmail, { personId: personIdOf(email), version: 1, email: 'huyen@x.example' });
  await app.refused(access.resetPassword, { token, password }, 'access.link-gone');
});

test('whoever invites somebody of another unit gets no hold of their name and address', async () => {
  const { row } = await invited('tran.lam@so.songtra.example', 'so');
  const again = { unitId: school, name: 'Trần Lâm', email: 'tran.lam@so.songtra.example', role: 'site-manager' };
  assert.equal((await principal.call(invitations.invite, again as never)).personId, row.personId);
  const seen = await principal.call(people.getPerson, { personId: row.personId });
  assert.deepEqual(seen.can, []);
  const mine = { personId: row.personId, version: 1, email: 'ke.gian@x.example' };
  await principal.refused(access.changeEmail, mine, 'forbidden');
  await principal.refused(people.editPerson, { ...mine, email: undefined, name: 'Ai Đó' }, 'forbidden');
});

test('the address is not changed by who could not give the role that waits for its acceptance', async () => {
  const { row } = await invited('quan.tri@x.example', 'cs2', 'administrator');
  const input = { personId: row.personId, version: 1, email: 'ke.gian@x.example' };
  await principal.refused(access.changeEmail, input, 'access.beyond-own');
  await administrator.call(access.changeEmail, input);
});

test('a link that was sent before does not open again what was closed', async () => {
  const email = 'anh.bach@thcssuoingoc.songtra.example';
  const token = await resetSentTo(email);
  const close = (state: string) =>
    owner.updateTable('accounts').set({ state }).where('person_id', '=', personIdOf(email)).execute();
  await close('closed');
  await app.refused(access.resetPassword, { token, password }, 'access.link-gone');
  await close('active');
  const left = await invited('da.di@x.example');
  await owner.updateTable('people').set({ closed_on: '2026-01-01' }).where('id', '=', left.row.personId).execute();
  await app.refused(invitations.acceptInvitation, { token: left.token, password }, 'access.invitation-gone');
});

test('an access key that was made before opens nothing once somebody else has changed the address', async () => {
  const email = 'lanh.thai@thcssuoingoc.songtra.example';
  const made = await app.as(email).call(tokens.makeApiToken, { name: 'Của ai?', rights: ['units.read'] });
  const key = { authorization: `Bearer ${made.token}` };
  assert.equal((await app.call(access.getMe, {}, key)).person.email, email);
  await principal.call(access.changeEmail, { personId: personIdOf(email), version: 1, email: 'lanh@x.example' });
  await app.refused(access.getMe, {}, 'signed-out', key);
});
