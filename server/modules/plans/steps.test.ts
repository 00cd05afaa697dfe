import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { personIdOf, sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { testApp } from '../../app/testing/http.ts';
import { listInbox } from '../notices/notices.contract.ts';
import * as c from './plans.contract.ts';
import * as s from './steps.contract.ts';

/** Ten minutes to midnight in Vietnam: a day on which London and Hà Nội soon differ. */
const evening = new Date('2026-11-20T16:50:00Z');
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }), now: evening });
const officer = app.as('lan.pham@so.songtra.example');
const chief = app.as('long.tran@so.songtra.example');
const director = app.as('ha.nguyen@so.songtra.example');
const clerk = app.as('sen.bui@so.songtra.example');
const unitId = sampleId('so');
const period = { kind: 'calendarYear' as const, from: 2027, to: 2027 };

async function draft() {
  const { plan } = await officer.call(c.createPlan, { unitId, kind: 'year', title: 'Truyền thông năm 2027', period });
  await officer.call(c.putLine, { planId: plan.id, lineId: newId(), version: 0, part: 'purpose', text: 'Mục đích' });
  return plan;
}
const at = (plan: { id: string; version: number }) => ({ planId: plan.id, version: plan.version });
const submitted = async () => officer.call(s.submitPlan, at(await draft()));
async function signed() {
  let plan = await chief.call(s.initialPlan, at(await submitted()));
  plan = await clerk.call(s.checkFormat, at(plan));
  return director.call(s.signPlan, { ...at(plan), signer: plan.signer });
}

test('a number is kept as the register has it, however it was typed', async () => {
  let plan = await signed();
  for (const number of ['bảy', '0', '7/QĐ-SGDĐT', '7.5', '-1'])
    await clerk.refused(s.issuePlan, { ...at(plan), number, issuedOn: '2026-11-20' }, 'invalid');
  plan = await clerk.call(s.issuePlan, { ...at(plan), number: '7/KH-SGDĐT', issuedOn: '2026-11-20' });
  assert.equal(plan.number, '07');
});

test('the same number is free again in another year, not on another day', async () => {
  const [first, second] = [await signed(), await signed()];
  await clerk.call(s.issuePlan, { ...at(first), number: '31', issuedOn: '2026-11-19' });
  await clerk.refused(s.issuePlan, { ...at(second), number: '031', issuedOn: '2026-11-20' }, 'plans.number-taken');
  const plan = await clerk.call(s.issuePlan, { ...at(second), number: '31', issuedOn: '2025-11-20' });
  assert.equal(plan.number, '31');
});

test('a day that has not come in Vietnam is no day of issue, one that has is, whatever the day in London', async () => {
  const plan = await signed();
  app.clock.now = new Date('2026-11-20T16:59:00Z');
  const { fields } = await clerk.refused(s.issuePlan, { ...at(plan), number: '40', issuedOn: '2026-11-21' }, 'invalid');
  assert.equal(fields?.issuedOn, 'Ngày này chưa đến.');
  app.clock.now = new Date('2026-11-20T17:01:00Z');
  await clerk.call(s.issuePlan, { ...at(plan), number: '40', issuedOn: '2026-11-21' });
  app.clock.now = evening;
});

test('days that no calendar has are refused by field', async () => {
  const plan = await draft();
  for (const dueOn of ['0000-01-01', '2026-02-30', '9999-12-31', '1026-01-01'])
    await officer.refused(c.editPlan, { ...at(plan), dueOn }, 'invalid');
});

test('what a sentence says of a step or a state is a word, not a code', async () => {
  const plan = await submitted();
  const early = await director.refused(s.signPlan, { ...at(plan), signer: plan.signer }, 'plans.step-missing');
  assert.equal(early.title, 'Còn bước “ký nháy” chưa xong trước khi ký.');
  const late = await officer.refused(s.submitPlan, at(plan), 'plans.wrong-state');
  assert.equal(late.title, 'Kế hoạch đang ở bước “đã trình” nên chưa thực hiện được việc này.');
});

test('steps done before a return are to be done again, opinions once asked are not', async () => {
  const asked = await officer.call(s.consult, at(await draft()));
  assert.deepEqual(
    asked.steps.map((x) => x.done),
    [true, false, false],
  );
  let plan = await officer.call(s.submitPlan, at(asked));
  plan = await chief.call(s.initialPlan, at(plan));
  assert.deepEqual(
    plan.steps.map((x) => x.done),
    [true, true, false],
  );
  plan = await director.call(s.returnPlan, { ...at(plan), reason: 'Bổ sung' });
  assert.deepEqual(
    plan.steps.map((x) => x.done),
    [true, false, false],
  );
  plan = await officer.call(s.submitPlan, at(plan));
  assert.deepEqual(
    plan.steps.map((x) => x.done),
    [true, false, false],
  );
});

test('steps count in the order in which they were made, also where the clocks of two servers differ', async () => {
  const plan = await submitted();
  app.clock.now = new Date('2026-11-20T16:49:00Z');
  const initialled = await chief.call(s.initialPlan, at(plan));
  app.clock.now = evening;
  assert.ok(initialled.steps.find((x) => x.step === 'initials')?.done);
  const { history } = await officer.call(c.getPlan, { planId: plan.id });
  assert.deepEqual(
    history.map((h) => h.step),
    ['submission', 'initials'],
  );
});

test('of one submission nobody is told twice, of the next one they are told again', async () => {
  const told = async (who: typeof clerk, planId: string, kind: string) =>
    (await who.call(listInbox, { limit: 200 })).items.filter((n) => n.kind === kind && n.link?.endsWith(planId)).length;
  let plan = await submitted();
  plan = await chief.call(s.initialPlan, at(plan));
  assert.equal(await told(clerk, plan.id, 'plan.waits-format-check'), 1);
  plan = await clerk.call(s.checkFormat, at(plan));
  assert.equal(await told(director, plan.id, 'plan.waits-signature'), 1);
  plan = await director.call(s.returnPlan, { ...at(plan), reason: 'Sửa' });
  await officer.call(s.submitPlan, at(plan));
  assert.equal(await told(clerk, plan.id, 'plan.waits-format-check'), 2);
});

test('who has a role only from tomorrow, or had one until yesterday, is not told', async () => {
  const person = personIdOf('viet.phan@so.songtra.example');
  const path = (
    await app.database.db.selectFrom('units').select('path').where('id', '=', unitId).executeTakeFirstOrThrow()
  ).path;
  const grant = { person_id: person, unit_id: unitId, path, role: 'clerk' };
  const times = [
    { valid_from: '2026-11-21', valid_to: null },
    { valid_from: '2026-01-01', valid_to: '2026-11-20' },
  ];
  for (const time of times)
    await app.database.db
      .insertInto('grants')
      .values({ id: newId(), ...grant, ...time })
      .execute();
  const plan = await submitted();
  const { items } = await app.as('viet.phan@so.songtra.example').call(listInbox, { limit: 200 });
  assert.equal(items.filter((n) => n.link?.endsWith(plan.id)).length, 0);
});

test('a plan that comes back after it was signed bears no trace of the signature', async () => {
  const plan = await signed();
  await clerk.call(s.returnPlan, { ...at(plan), reason: 'Sai thể thức' });
  const row = await app.database.db.selectFrom('plans').selectAll().where('id', '=', plan.id).executeTakeFirstOrThrow();
  assert.deepEqual([row.signed_at, row.signed_hash, row.signer_person_id], [null, null, null]);
});

test('the record tells the row before and after, and nothing of who looked at it', async () => {
  const plan = await signed();
  const last = (await auditOf(app.database, plan.id)).at(-1)!;
  const [before, after] = [last.before, last.after] as Record<string, unknown>[];
  assert.deepEqual([before?.state, before?.signedHash], ['submitted', null]);
  assert.equal(after?.state, 'signed');
  assert.match(String(after?.signedHash), /^[0-9a-f]{64}$/);
  assert.equal(after?.signerPersonId, personIdOf('ha.nguyen@so.songtra.example'));
  assert.ok(!('can' in after!) && !('steps' in after!));
});

test('the header refuses what could not be kept: nobody’s name, years past all calendars, texts without end', async () => {
  const plan = await draft();
  const { fields } = await officer.refused(c.editPlan, { ...at(plan), leadPersonId: newId() }, 'invalid');
  assert.ok(fields?.leadPersonId);
  for (const change of [
    { period: { kind: 'calendarYear', from: 2_000_000_000, to: 2_000_000_001 } },
    { signer: { mode: null, onBehalf: null, position: 'x'.repeat(301), name: null } },
    { budgetAmountVnd: -1 },
    { budgetAmountVnd: 1.5 },
    { title: '   ' },
  ])
    await officer.refused(c.editPlan, { ...at(plan), ...change }, 'invalid');
});

test('a page address that was tampered with is unreadable, not a failure', async () => {
  for (const after of [
    'x',
    '_',
    `2026-13-01T00:00:00.000000Z_${newId()}`,
    `2026-02-31T00:00:00.000000Z_${newId()}`,
    `x_${newId()}`,
  ])
    await officer.refused(c.listPlans, { after }, 'unreadable');
  const { next } = await officer.call(c.listPlans, { limit: 1 });
  assert.equal((await officer.call(c.listPlans, { limit: 1, after: next! })).items.length, 1);
});
