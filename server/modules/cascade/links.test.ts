import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { issuedPlan } from '../../app/testing/issued-plan.ts';
import * as c from './cascade.contract.ts';
import * as v from './coverage.contract.ts';
import * as l from './links.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const officer = app.as('lan.pham@so.songtra.example');
const neighbour = app.as('dat.nguyen@thcsbinhtra.songtra.example');
const { db } = app.database;

const { planId, lines } = await issuedPlan(app);
const to = [{ mode: 'assign' as const, unitIds: ['mn2', 'th2', 'mn3', 'th3'].map(sampleId) }];
const choice = { lines: ['contact', 'quota'].map((name) => ({ lineId: lines[name]! })), to };
await officer.call(c.sendPlan, { planId, id: newId(), choice });
const addressees = await db.selectFrom('addressees').select(['id', 'unit_id']).where('plan_id', '=', planId).execute();
const addresseeOf = (unit: string) => addressees.find((a) => a.unit_id === sampleId(unit))!.id;

const device = () => `${newId()}${newId()}`;
async function link(unit: string, days = 14) {
  const addresseeId = addresseeOf(unit);
  const made = await officer.call(l.makeLink, { planId, addresseeId, givenTo: 'cô Loan', days });
  return { ...made, addresseeId, token: made.url.split('/tl/')[1]! };
}
const adopt = { answers: [], rest: { act: 'adopt' as const, byOn: '2026-12-20' } };

test('a link is shown once as an address and a QR code; only its hash is kept', async () => {
  const { url, qr, token, link: made } = await link('mn2');
  assert.match(url, /^http:\/\/127\.0\.0\.1:8420\/tl\/[A-Za-z0-9_-]{43}$/);
  assert.match(qr, /^<svg [\s\S]*<\/svg>\s*$/);
  assert.equal(made.state, 'open');
  const kept = JSON.stringify(await db.selectFrom('answer_links').selectAll().execute());
  const told = JSON.stringify(await db.selectFrom('audit_records').select(['after']).execute());
  assert.ok(!kept.includes(token) && !told.includes(token));
});

test('a program that previews the address does not begin it', async () => {
  const { token } = await link('mn2');
  for (let n = 0; n < 3; n++)
    assert.deepEqual(await app.call(l.peekLink, { token }), {
      unitName: 'Trường Mầm non Suối Ngọc',
      fromUnit: 'Sở Giáo dục và Đào tạo Sông Trà',
      state: 'open',
    });
  await app.refused(l.peekLink, { token: 'A'.repeat(43) }, 'access.link-gone');
});

test('a school without an account answers on the phone that began, and sees no names; a forwarded link gives nothing away', async () => {
  const { token, addresseeId } = await link('mn2');
  const phone = { token, device: device() };
  const seen = await app.call(l.beginLink, phone);
  assert.deepEqual([seen.state, seen.lines.length, seen.people, seen.teams], ['unanswered', 2, [], []]);
  await app.refused(l.beginLink, { token, device: device() }, 'cascade.link-elsewhere');
  await app.refused(
    l.answerByLink,
    { token, device: device(), version: 1, by: 'Ai đó', ...adopt },
    'cascade.link-elsewhere',
  );
  const question = await app.call(l.askByLink, { ...phone, id: newId(), text: 'Gửi bài qua thư được không ạ?' });
  assert.equal(question.answered, false);
  const sending = { ...phone, version: seen.version, by: 'cô Loan, Hiệu trưởng', ...adopt };
  const done = await app.call(l.answerByLink, sending);
  assert.deepEqual([done.state, done.can], ['done', []], 'the day is there, and who answers is named');
  const again = await app.call(l.answerByLink, sending);
  assert.equal(again.version, done.version, 'a reply that was lost is asked for again');
  const row = await db.selectFrom('addressees').selectAll().where('id', '=', addresseeId).executeTakeFirstOrThrow();
  assert.equal(row.answered_by, null);
  const asks = await db
    .selectFrom('asks')
    .select(['answered_via', 'owner_name', 'state'])
    .where('addressee_id', '=', addresseeId)
    .execute();
  const each = { answered_via: 'link', owner_name: 'cô Loan, Hiệu trưởng', state: 'adopted' };
  assert.deepEqual(asks, [each, each]);
  const unit = await officer.call(v.getAddressee, { planId, addresseeId });
  assert.deepEqual([...new Set(unit.lines.map((k) => k.owner))], ['cô Loan, Hiệu trưởng']);
  assert.equal(done.lines[0]!.ownerName, null, 'over a link nobody is named');
});

test('a used link answers no more, on that phone or another; the phone that answered may look', async () => {
  const { token } = await link('th2');
  const phone = { token, device: device() };
  const seen = await app.call(l.beginLink, phone);
  await app.call(l.answerByLink, { ...phone, version: seen.version, by: 'thầy Sơn', ...adopt });
  const other = { answers: [{ lineId: lines.quota!, act: 'not-ours' as const, reason: 'Trường nhỏ' }], rest: null };
  const refused = await app.refused(
    l.answerByLink,
    { ...phone, version: 9, by: 'thầy Sơn', ...other },
    'cascade.link-used',
  );
  assert.match(refused.title, /Sở Giáo dục và Đào tạo Sông Trà/, 'the sentence says whom to ask');
  await app.refused(l.beginLink, { token, device: device() }, 'cascade.link-used');
  assert.deepEqual((await app.call(l.beginLink, phone)).can, []);
  const start = app.clock.now;
  app.clock.now = new Date(start.getTime() + 15 * 86_400_000);
  await app.refused(l.beginLink, phone, 'cascade.link-expired');
  app.clock.now = start;
});

test('who answered over a link is kept in words, where the law can erase it', async () => {
  const record = await db
    .selectFrom('audit_personal as p')
    .innerJoin('audit_records as r', 'r.id', 'p.audit_id')
    .select(['p.after as personal', 'r.after', 'r.person_id'])
    .where('r.event', '=', 'addressee.answered')
    .where('r.subject_id', '=', addresseeOf('th2'))
    .executeTakeFirstOrThrow();
  assert.deepEqual(record.personal, { by: 'thầy Sơn' });
  assert.ok(!JSON.stringify(record.after).includes('thầy Sơn'));
  assert.equal(record.person_id, null);
});

test('links expire and are taken back, each with its sentence', async () => {
  const old = await link('mn3', 1);
  const revoked = await link('mn3');
  const address = { planId, addresseeId: revoked.addresseeId };
  await neighbour.refused(l.revokeLink, { ...address, linkId: revoked.link.id }, 'not-found');
  assert.equal((await officer.call(l.revokeLink, { ...address, linkId: revoked.link.id })).state, 'revoked');
  await app.refused(l.beginLink, { token: revoked.token, device: device() }, 'cascade.link-revoked');
  const start = app.clock.now;
  app.clock.now = new Date(start.getTime() + 2 * 86_400_000);
  await app.refused(l.beginLink, { token: old.token, device: device() }, 'cascade.link-expired');
  assert.equal((await app.call(l.peekLink, { token: old.token })).state, 'expired');
  app.clock.now = start;
  const { items } = await officer.call(l.listLinks, address);
  assert.deepEqual(
    items.map((l) => l.state),
    ['revoked', 'open'],
  );
});

test('two phones that begin at once: one is the first', async () => {
  const { token } = await link('th3');
  const replies = await Promise.all([device(), device()].map((d) => app.send(l.beginLink, { token, device: d })));
  assert.deepEqual(replies.map((r) => r.status).sort(), [200, 409]);
});

test('a link to a school that has closed since says so', async () => {
  const { token } = await link('th3');
  await db.updateTable('units').set({ closed_on: '2026-11-19' }).where('id', '=', sampleId('th3')).execute();
  await app.refused(l.beginLink, { token, device: device() }, 'org.unit-closed');
  await officer.refused(l.makeLink, { planId, addresseeId: addresseeOf('th3') }, 'org.unit-closed');
});
