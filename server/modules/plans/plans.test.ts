import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import * as o from './comments.contract.ts';
import * as c from './plans.contract.ts';
import * as s from './steps.contract.ts';
import * as v from './versions.contract.ts';

const officer = 'lan.pham@so.songtra.example';
const chiefOfOffice = 'long.tran@so.songtra.example';
const director = 'ha.nguyen@so.songtra.example';
const clerk = 'sen.bui@so.songtra.example';
const ministryOfficer = 'bao.ly@bo.example';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const unitId = sampleId('so');

const newPlan = () =>
  app.as(officer).call(c.createPlan, {
    unitId,
    kind: 'year',
    title: 'Truyền thông về giáo dục và đào tạo năm 2027',
    period: { kind: 'calendarYear', from: 2027, to: 2027 },
  });

const line = (planId: string, text: string, more: object = {}) => ({
  planId,
  lineId: newId(),
  version: 0,
  part: 'purpose' as const,
  text,
  ...more,
});

async function planWithLine() {
  const { plan } = await newPlan();
  const written = await app.as(officer).call(c.putLine, line(plan.id, 'Tạo đồng thuận trong phụ huynh'));
  return { plan, written };
}

const events = async (subjectId: string) =>
  (
    await app.database.db
      .selectFrom('audit_records')
      .select('event')
      .where('subject_id', '=', subjectId)
      .orderBy('id')
      .execute()
  ).map((r) => r.event);

test('a new plan takes header and signer from its unit, by the day it is made', async () => {
  const { plan } = await newPlan();
  assert.equal(plan.upperBody, 'UBND tỉnh Sông Trà');
  assert.equal(plan.signer.name, 'Nguyễn Thanh Hà');
  assert.equal(plan.state, 'draft');
  assert.deepEqual(await events(plan.id), ['plan.created']);
});

test('the same id sent twice makes one plan', async () => {
  const id = newId();
  const input = {
    id,
    unitId,
    kind: 'year' as const,
    title: 'Một lần',
    period: { kind: 'calendarYear' as const, from: 2027, to: 2027 },
  };
  await app.as(officer).call(c.createPlan, input);
  await app.as(officer).call(c.createPlan, input);
  assert.deepEqual(await events(id), ['plan.created']);
});

test('the same text written twice changes nothing and leaves one record', async () => {
  const { plan, written } = await planWithLine();
  const again = await app
    .as(officer)
    .call(c.putLine, { ...line(plan.id, written.text), lineId: written.id, version: 0 });
  assert.equal(again.version, written.version);
  assert.deepEqual(await events(written.id), ['plan-line.written']);
});

test('of two people on one line the second sees both texts, and nothing is overwritten', async () => {
  const { plan, written } = await planWithLine();
  const first = await app
    .as(officer)
    .call(c.putLine, { ...line(plan.id, 'Bản của Lan'), lineId: written.id, version: written.version });
  const refusal = await app
    .as(clerk)
    .refused(
      c.putLine,
      { ...line(plan.id, 'Bản của Sen'), lineId: written.id, version: written.version },
      'plans.line-conflict',
    );
  assert.equal((refusal.current as { text: string }).text, 'Bản của Lan');
  const { lines } = await app.as(officer).call(c.getPlan, { planId: plan.id });
  assert.equal(lines.find((l) => l.id === first.id)?.text, 'Bản của Lan');
});

test('a line written after another stands behind it', async () => {
  const { plan, written } = await planWithLine();
  await app.as(officer).call(c.putLine, line(plan.id, 'Cuối'));
  const between = await app.as(officer).call(c.putLine, line(plan.id, 'Giữa', { afterId: written.id }));
  const { lines } = await app.as(officer).call(c.getPlan, { planId: plan.id });
  assert.equal(lines.map((l) => l.id).indexOf(between.id), 1);
});

test('deleting an actor returns its duties too, so that they can be written again', async () => {
  const { plan } = await newPlan();
  const actor = await app.as(officer).call(c.putLine, line(plan.id, 'Văn phòng Sở', { part: 'actor' }));
  await app.as(officer).call(c.putLine, line(plan.id, 'Đôn đốc các đơn vị', { part: 'duty', parentId: actor.id }));
  const { deleted } = await app
    .as(officer)
    .call(c.deleteLine, { planId: plan.id, lineId: actor.id, version: actor.version });
  assert.deepEqual(
    deleted.map((l) => l.text),
    ['Văn phòng Sở', 'Đôn đốc các đơn vị'],
  );
});

test('a duty without an actor is refused with the field', async () => {
  const { plan } = await newPlan();
  const refusal = await app.as(officer).refused(c.putLine, line(plan.id, 'Đôn đốc', { part: 'duty' }), 'invalid');
  assert.ok(refusal.fields?.parentId);
});

test('an item hangs from its content area, and an area from nothing deeper', async () => {
  const { plan } = await newPlan();
  const area = await app.as(officer).call(c.putLine, line(plan.id, 'Giáo dục mầm non', { part: 'area' }));
  const item = await app
    .as(officer)
    .call(c.putLine, line(plan.id, 'Bữa ăn bán trú', { part: 'area', parentId: area.id }));
  assert.equal(item.parentId, area.id);
  await app.as(officer).refused(c.putLine, line(plan.id, 'Sâu quá', { part: 'area', parentId: item.id }), 'invalid');
  const other = await app.as(officer).call(c.putLine, line(plan.id, 'Giáo dục phổ thông', { part: 'area' }));
  const moved = { ...line(plan.id, area.text, { part: 'area', parentId: other.id }), lineId: area.id, version: 1 };
  await app.as(officer).refused(c.putLine, moved, 'invalid');
});

test('an empty plan cannot be submitted', async () => {
  const { plan } = await newPlan();
  await app.as(officer).refused(s.submitPlan, { planId: plan.id, version: plan.version }, 'plans.no-lines');
});

async function submitted() {
  const { plan } = await planWithLine();
  return app.as(officer).call(s.submitPlan, { planId: plan.id, version: plan.version });
}

test('a submitted plan is frozen', async () => {
  const plan = await submitted();
  await app.as(officer).refused(c.putLine, line(plan.id, 'Muộn rồi'), 'plans.frozen');
  await app.as(officer).refused(c.editPlan, { planId: plan.id, version: plan.version, title: 'Khác' }, 'plans.frozen');
});

test('the whole way: initials, form, signature, number, and the plan is issued', async () => {
  let plan = await submitted();
  const at = () => ({ planId: plan.id, version: plan.version });
  await app.as(director).refused(s.signPlan, { ...at(), signer: plan.signer }, 'plans.step-missing');
  plan = await app.as(chiefOfOffice).call(s.initialPlan, at());
  plan = await app.as(clerk).call(s.checkFormat, at());
  plan = await app.as(director).call(s.signPlan, { ...at(), signer: plan.signer });
  plan = await app.as(clerk).call(s.issuePlan, { ...at(), number: '07', issuedOn: '2026-11-20' });
  assert.equal(plan.state, 'issued');
  assert.deepEqual(await events(plan.id), [
    'plan.created',
    'plan.submitted',
    'plan.initialled',
    'plan.format-checked',
    'plan.signed',
    'plan.issued',
  ]);
});

test('one number of a year belongs to one plan', async () => {
  const issue = async () => {
    let plan = await submitted();
    plan = await app.as(chiefOfOffice).call(s.initialPlan, { planId: plan.id, version: plan.version });
    plan = await app.as(clerk).call(s.checkFormat, { planId: plan.id, version: plan.version });
    return app.as(director).call(s.signPlan, { planId: plan.id, version: plan.version, signer: plan.signer });
  };
  const first = await issue();
  await app
    .as(clerk)
    .call(s.issuePlan, { planId: first.id, version: first.version, number: '88', issuedOn: '2026-11-20' });
  const second = await issue();
  await app
    .as(clerk)
    .refused(
      s.issuePlan,
      { planId: second.id, version: second.version, number: '88', issuedOn: '2026-11-21' },
      'plans.number-taken',
    );
});

test('a plan returned with a reason is a draft again and says why', async () => {
  const plan = await submitted();
  await app
    .as(director)
    .refused(s.returnPlan, { planId: plan.id, version: plan.version, reason: ' ' }, 'plans.no-reason');
  const returned = await app
    .as(director)
    .call(s.returnPlan, { planId: plan.id, version: plan.version, reason: 'Bổ sung kinh phí' });
  assert.equal(returned.state, 'draft');
  assert.equal(returned.returnedReason, 'Bổ sung kinh phí');
});

test('the ministry sees a submitted plan of a Sở, but not its draft', async () => {
  const { plan } = await planWithLine();
  await app.as(ministryOfficer).refused(c.getPlan, { planId: plan.id }, 'not-found');
  await app.as(officer).call(s.submitPlan, { planId: plan.id, version: plan.version });
  const seen = await app.as(ministryOfficer).call(c.getPlan, { planId: plan.id });
  assert.deepEqual(seen.plan.can, []);
});

test('the officer who drafts cannot sign', async () => {
  const plan = await submitted();
  await app
    .as(officer)
    .refused(s.signPlan, { planId: plan.id, version: plan.version, signer: plan.signer }, 'forbidden');
});

test('an opinion reaches the drafter and is dealt with once', async () => {
  const { plan } = await planWithLine();
  const comment = await app.as(director).call(o.addComment, { planId: plan.id, text: 'Thêm chỉ tiêu cho mầm non' });
  const done = await app.as(officer).call(o.resolveComment, { planId: plan.id, commentId: comment.id });
  assert.ok(done.resolvedAt);
  await app.as(officer).call(o.resolveComment, { planId: plan.id, commentId: comment.id });
  assert.equal((await events(plan.id)).filter((e) => e === 'plan-comment.resolved').length, 1);
});

test('a version that was submitted can be compared with the plan as it is now', async () => {
  const plan = await submitted();
  const returned = await app.as(director).call(s.returnPlan, { planId: plan.id, version: plan.version, reason: 'Sửa' });
  await app
    .as(officer)
    .call(c.editPlan, { planId: plan.id, version: returned.version, title: 'Truyền thông năm 2027' });
  const { changes } = await app.as(officer).call(v.diffVersions, { planId: plan.id, from: '1', to: '0' });
  assert.equal(changes[0]?.part, 'header');
});

test('a lapsed basis is pointed out with what replaced it', async () => {
  const { plan } = await newPlan();
  const basis = { part: 'basis' as const, detail: { ref: '09/2017/NĐ-CP' } };
  await app
    .as(officer)
    .call(c.putLine, line(plan.id, 'Căn cứ Nghị định số 09/2017/NĐ-CP ngày 09/02/2017 của Chính phủ', basis));
  const { items } = await app.as(officer).call(c.checkPlan, { planId: plan.id });
  const found = items.find((i) => i.code === 'plans.check.basis-replaced');
  assert.match(found?.sentence ?? '', /244\/2026\/NĐ-CP/);
});

test('home shows each person what waits for them', async () => {
  const plan = await submitted();
  const chief = await app.as(chiefOfOffice).call(c.home, {});
  assert.equal(chief.waiting.find((w) => w.planId === plan.id)?.act, 'initial');
  const other = await app.as(officer).call(c.home, {});
  assert.equal(
    other.waiting.find((w) => w.planId === plan.id),
    undefined,
  );
});

test('targets are kept by month and come back as they were written', async () => {
  const { plan } = await newPlan();
  const target = {
    id: newId(),
    product: 'bài báo',
    counts: 'newspaper-article' as const,
    months: { '2027-04': 1, '2027-09': 2 },
    moment: 'approved' as const,
  };
  await app.as(officer).call(c.putLine, line(plan.id, 'Tuyến bài', { part: 'activity', targets: [target] }));
  const { lines } = await app.as(officer).call(c.getPlan, { planId: plan.id });
  assert.deepEqual(lines[0]?.targets, [target]);
});

for (const [format, magic] of [
  ['docx', 'PK'],
  ['xlsx', 'PK'],
  ['pdf', '%PDF'],
] as const) {
  test(`a plan leaves as .${format} under a name that says what it is`, async () => {
    const { plan } = await planWithLine();
    const reply = await app.as(officer).send(c.exportPlan, { planId: plan.id, format });
    assert.equal(reply.status, 200);
    assert.match(reply.headers.get('content-disposition') ?? '', new RegExp(`\\.${format}`));
    assert.equal(
      Buffer.from(await reply.arrayBuffer())
        .subarray(0, magic.length)
        .toString(),
      magic,
    );
  });
}
