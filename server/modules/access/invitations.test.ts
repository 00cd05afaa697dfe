import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditOf } from '#app/testing/audit.ts';
import { testApp } from '#app/testing/http.ts';
import { mailbox } from '#app/testing/mailbox.ts';
import { unitIdOf } from '../../../db/sample/sample.ts';
import { orgRoutes } from '../org/org.routes.ts';
import * as people from '../org/people.contract.ts';
import * as access from './access.contract.ts';
import { accessRoutes } from './access.routes.ts';
import * as invitations from './invitations.contract.ts';
import { mailInvitation } from './letters.ts';

const app = await testApp({ routes: [...orgRoutes, ...accessRoutes], now: new Date() });
const letters = mailbox();
const administrator = app.as('minh.ho@so.songtra.example');
const director = app.as('ha.nguyen@so.songtra.example');
const principal = app.as('ngoc.le@thcssuoingoc.songtra.example');
const school = unitIdOf('cs2');
const invited = {
  unitId: school,
  name: 'Đinh Thị Mơ',
  email: 'mo.dinh@thcssuoingoc.songtra.example',
  role: 'site-manager' as const,
};
const days = (n: number) => n * 24 * 3600_000;

/** The job that the worker runs after the commit. */
async function linkOf({ id: invitationId, email }: invitations.InvitationRow): Promise<string> {
  await mailInvitation(app.database.db, { invitationId });
  const [letter] = letters.take(email!);
  return /#([A-Za-z0-9_-]{43})/.exec(letter?.text ?? '')?.[1] ?? assert.fail('no letter with a link');
}

test('a principal invites somebody: a person with a post, a letter with a link, no secret in the database', async () => {
  const row = await principal.call(invitations.invite, invited);
  assert.deepEqual(
    [row.state, row.personName, row.unitName, row.invitedBy, row.can],
    ['waiting', 'Đinh Thị Mơ', 'Trường THCS Suối Ngọc', 'Lê Thị Bích Ngọc', ['revoke', 'renew']],
  );
  await mailInvitation(app.database.db, { invitationId: row.id });
  const [letter] = letters.take(invited.email);
  assert.deepEqual(
    [letter?.to, letter?.subject],
    [invited.email, 'Lời mời tham gia hệ thống Lan Tỏa của Trường THCS Suối Ngọc'],
  );
  assert.match(letter?.text ?? '', /Lê Thị Bích Ngọc mời .* với vai trò Quản lý trang thông tin điện tử/);
  const person = await principal.call(people.getPerson, { personId: row.personId });
  assert.deepEqual(
    person.posts.map((p) => p.title),
    ['Quản lý trang thông tin điện tử'],
  );
  assert.deepEqual(
    (await auditOf(app.database, row.id)).map((t) => t.event),
    ['invitation.sent'],
  );
});

test('the link shows what it offers, is taken up once with a good password, and opens a session', async () => {
  const row = await principal.call(invitations.invite, {
    ...invited,
    email: 'hai.ly@thcssuoingoc.songtra.example',
    name: 'Lý Văn Hai',
  });
  const token = await linkOf(row);
  const offer = await app.call(invitations.lookAtInvitation, { token });
  assert.deepEqual(offer, {
    name: 'Lý Văn Hai',
    email: 'hai.ly@thcssuoingoc.songtra.example',
    unitName: 'Trường THCS Suối Ngọc',
    role: 'site-manager',
    invitedBy: 'Lê Thị Bích Ngọc',
  });
  await app.refused(invitations.acceptInvitation, { token, password: 'Lý Văn Hai' }, 'access.weak-password');
  const reply = await app.send(invitations.acceptInvitation, { token, password: 'hoa gạo tháng ba' });
  assert.equal(reply.status, 200);
  const cookie = /lantoa=([^;]+)/.exec(reply.headers.get('set-cookie') ?? '')?.[1] ?? '';
  const me = await app.with(cookie).call(access.getMe, {});
  assert.deepEqual(
    me.units.map((u) => [u.id, u.roles]),
    [[school, ['site-manager']]],
  );
  await app.refused(invitations.acceptInvitation, { token, password: 'hoa gạo tháng tư' }, 'access.invitation-used');
  await app.call(access.signIn, { email: offer.email, password: 'hoa gạo tháng ba' });
  await principal.refused(invitations.invite, { ...invited, email: offer.email }, 'access.has-account');
});

test('accepting twice at the same moment gives one account and one role', async () => {
  const row = await principal.call(invitations.invite, {
    ...invited,
    email: 'doi@thcssuoingoc.songtra.example',
    name: 'Người Vội',
  });
  const token = await linkOf(row);
  const both = await Promise.all(
    [1, 2].map(() => app.send(invitations.acceptInvitation, { token, password: 'nhanh tay nhanh mắt' })),
  );
  assert.deepEqual(both.map((r) => r.status).sort(), [200, 409]);
  const { items } = await principal.call(access.listGrants, { unitId: school });
  assert.equal(items.filter((g) => g.personId === row.personId).length, 1);
});

test('a new letter ends the link before; a revoked or expired link is gone', async () => {
  const row = await principal.call(invitations.invite, {
    ...invited,
    email: 'ba@thcssuoingoc.songtra.example',
    name: 'Người Ba',
  });
  const first = await linkOf(row);
  await principal.call(invitations.renewInvitation, { invitationId: row.id });
  await app.refused(invitations.lookAtInvitation, { token: first }, 'access.invitation-gone');
  const second = await linkOf(row);
  const start = app.clock.now;
  app.clock.now = new Date(start.getTime() + days(14) + 1);
  await app.refused(invitations.lookAtInvitation, { token: second }, 'access.invitation-gone');
  app.clock.now = start;
  await app.call(invitations.lookAtInvitation, { token: second });
  await principal.call(invitations.revokeInvitation, { invitationId: row.id });
  await app.refused(invitations.lookAtInvitation, { token: second }, 'access.invitation-gone');
  await app.refused(
    invitations.acceptInvitation,
    { token: second, password: 'hoa gạo tháng ba' },
    'access.invitation-gone',
  );
  await principal.refused(invitations.renewInvitation, { invitationId: row.id }, 'access.invitation-gone');
  await app.refused(invitations.lookAtInvitation, { token: 'A'.repeat(43) }, 'access.invitation-gone');
});

test('invitations are seen and handled where the right reaches, by nobody else', async () => {
  const { items } = await principal.call(invitations.listInvitations, { state: 'waiting' });
  const mine = items[0]!;
  assert.ok((await director.call(invitations.listInvitations, {})).items.length >= items.length);
  const neighbour = app.as('mai.tran@thcsbinhtra.songtra.example');
  assert.deepEqual((await neighbour.call(invitations.listInvitations, {})).items, []);
  await neighbour.refused(invitations.revokeInvitation, { invitationId: mine.id }, 'not-found');
  await neighbour.refused(invitations.invite, invited, 'forbidden');
  await app.as('lan.pham@so.songtra.example').refused(invitations.invite, invited, 'forbidden');
});

test('nobody invites to a role with rights they do not hold there', async () => {
  await principal.refused(
    invitations.invite,
    { ...invited, email: 'qt@x.example', role: 'administrator' },
    'access.beyond-own',
  );
  const row = await administrator.call(invitations.invite, {
    ...invited,
    email: 'qt@x.example',
    role: 'administrator',
  });
  assert.equal(row.role, 'administrator');
  assert.deepEqual((await principal.call(invitations.listInvitations, {})).items.find((i) => i.id === row.id)?.can, [
    'revoke',
  ]);
  await principal.refused(invitations.renewInvitation, { invitationId: row.id }, 'access.beyond-own');
});
