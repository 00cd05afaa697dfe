import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import * as plans from '../plans/plans.contract.ts';
import * as access from './access.contract.ts';
import * as tokens from './api-tokens.contract.ts';
import { findTokenHolder } from './api-tokens.sql.ts';
import { hashToken } from './tokens.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const officer = app.as('lan.pham@so.songtra.example');
const school = sampleId('cs2');
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const period = { kind: 'schoolYear' as const, from: 2026, to: 2027 };

/** One plan of the Sở and one of the school, open to whoever may read plans there. */
for (const [email, unitId] of [
  ['lan.pham@so.songtra.example', sampleId('so')],
  ['anh.bach@thcssuoingoc.songtra.example', school],
] as const)
  await app.as(email).call(plans.createPlan, { unitId, kind: 'school-year', title: 'Kế hoạch năm học', period });
await app.database.db.updateTable('plans').set({ state: 'submitted' }).execute();

const make = (more: Partial<Parameters<typeof officer.call<typeof tokens.makeApiToken>>[1]> = {}) =>
  officer.call(tokens.makeApiToken, { name: 'Kho dữ liệu của Sở', rights: ['plans.read'], ...more });

test('Cô Lan makes a key that reads plans, is shown once, and only its hash is kept', async () => {
  const { token, row } = await make();
  assert.match(token, /^lt_[\w-]{43}$/);
  assert.equal(row.state, 'active');
  const { items } = await officer.call(tokens.listApiTokens, {});
  assert.ok(!JSON.stringify(items).includes(token));
  const read = await app.call(plans.listPlans, {}, bearer(token));
  assert.ok(read.items.length > 0);
  const used = (await officer.call(tokens.listApiTokens, {})).items.find((one) => one.id === row.id);
  assert.equal(used?.lastUsedOn, '2026-11-20');
});

test('a key is kept nowhere, also where the request says how to repeat it', async () => {
  const given = { name: 'Kho dữ liệu', rights: ['plans.read' as const] };
  const { token } = await officer.call(tokens.makeApiToken, given, { 'idempotency-key': newId() });
  const kept = await app.database.db.selectFrom('idempotency_keys').selectAll().execute();
  assert.ok(!JSON.stringify(kept).includes(token));
});

test('a key does nothing beyond its rights, though its owner may', async () => {
  const { token } = await make();
  const draft = { id: newId(), unitId: sampleId('so'), kind: 'school-year', title: 'Qua khóa', period };
  await app.refused(plans.createPlan, draft, 'forbidden', bearer(token));
  for (const right of ['plans.sign', 'articles.approve', 'consents.decide'])
    await officer.refused(tokens.makeApiToken, { name: 'x', rights: [right] }, 'invalid');
});

test('a key for one unit reaches that unit and what is below it, nothing beside it', async () => {
  const whole = await make();
  const narrow = await make({ unitIds: [school] });
  const seen = async (token: string) =>
    new Set((await app.call(plans.listPlans, { limit: 200 }, bearer(token))).items.map((p) => p.unitId));
  assert.ok((await seen(whole.token)).size > 1);
  for (const unitId of await seen(narrow.token)) assert.equal(unitId, school);
  const elsewhere = app.as('anh.bach@thcssuoingoc.songtra.example');
  await elsewhere.refused(
    tokens.makeApiToken,
    { name: 'x', rights: ['plans.read'], unitIds: [sampleId('so')] },
    'forbidden',
  );
});

test('a key for a unit that was merged goes on at the successor, which also reaches what the unit left', async () => {
  const { token } = await make({ unitIds: [school] });
  const { db } = app.database;
  const at = (id: string) => db.selectFrom('units').select('path').where('id', '=', id).executeTakeFirstOrThrow();
  const reached = async () =>
    (await findTokenHolder(db, hashToken(token.slice(3)), app.clock.now, '2026-11-20'))?.paths?.sort();
  const [was, heir] = [await at(school), await at(sampleId('th2'))];
  assert.deepEqual(await reached(), [was.path]);
  await db
    .updateTable('units')
    .set({ successor_id: sampleId('th2') })
    .where('id', '=', school)
    .execute();
  assert.deepEqual(await reached(), [was.path, heir.path].sort());
  await db.updateTable('units').set({ successor_id: null }).where('id', '=', school).execute();
});

test('what a key is told of its owner is what it may do', async () => {
  const { token } = await make();
  const me = await app.call(access.getMe, {}, bearer(token));
  assert.deepEqual([...new Set(me.units.flatMap((unit) => unit.rights))], ['plans.read']);
  assert.ok((await officer.call(access.getMe, {})).units[0]!.rights.includes('plans.send'));
});

test('a key makes no keys, ends no sessions and changes no password, and a cookie beside it does not help', async () => {
  const { token } = await make();
  for (const endpoint of [tokens.listApiTokens, access.listSessions, access.signOut])
    await officer.refused(endpoint, {}, 'access.key-not-here', bearer(token));
  await app.refused(tokens.makeApiToken, { name: 'x', rights: ['plans.read'] }, 'access.key-not-here', bearer(token));
});

test('a key that was revoked, that is over, or that nobody made is refused at once', async () => {
  const revoked = await make();
  await officer.call(tokens.revokeApiToken, { tokenId: revoked.row.id });
  await officer.call(tokens.revokeApiToken, { tokenId: revoked.row.id });
  await app.refused(plans.listPlans, {}, 'signed-out', bearer(revoked.token));
  await app.refused(plans.listPlans, {}, 'signed-out', bearer(`lt_${'A'.repeat(43)}`));
  const short = await make({ days: 1 });
  const before = app.clock.now;
  app.clock.now = new Date(before.getTime() + 25 * 3_600_000);
  await app.refused(plans.listPlans, {}, 'signed-out', bearer(short.token));
  app.clock.now = before;
});

test('what is done over a key is written down with the key', async () => {
  const { token, row } = await make({ rights: ['plans.read', 'plans.draft', 'plans.comment'] });
  const id = newId();
  const draft = { id, unitId: sampleId('so'), kind: 'school-year' as const, title: 'Từ phần mềm khác', period };
  await app.call(plans.createPlan, draft, { ...bearer(token), origin: 'https://elsewhere.example' });
  const record = await app.database.db
    .selectFrom('audit_records')
    .select(['token_id', 'person_id'])
    .where('subject_id', '=', id)
    .executeTakeFirstOrThrow();
  assert.equal(record.token_id, row.id);
});

test("somebody else's key is not found, and who left has no keys any more", async () => {
  const { row, token } = await make();
  await app.as('ha.nguyen@so.songtra.example').refused(tokens.revokeApiToken, { tokenId: row.id }, 'not-found');
  const { db } = app.database;
  const lan = await db
    .selectFrom('people')
    .select('id')
    .where('email', '=', 'lan.pham@so.songtra.example')
    .executeTakeFirstOrThrow();
  await db.updateTable('accounts').set({ state: 'closed' }).where('person_id', '=', lan.id).execute();
  await app.refused(plans.listPlans, {}, 'signed-out', bearer(token));
});
