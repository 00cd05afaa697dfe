import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { issuedPlan } from '../../app/testing/issued-plan.ts';
import * as p from '../plans/plans.contract.ts';
import * as c from './cascade.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const officer = app.as('lan.pham@so.songtra.example');
const principal = app.as('ngoc.le@thcssuoingoc.songtra.example');
const clerk = app.as('lanh.thai@thcssuoingoc.songtra.example');
const upper = app.as('dang.pham@thptsongtra.songtra.example');
const neighbour = app.as('dat.nguyen@thcsbinhtra.songtra.example');

const { planId, lines } = await issuedPlan(app);
const { number } = (await officer.call(p.getPlan, { planId })).plan;
const chosen = ['area', 'contact', 'articles', 'reading', 'quota', 'report'].map((name) => ({ lineId: lines[name]! }));
const to = [{ mode: 'assign' as const, unitIds: ['cs2', 'pt1', 'cs1'].map(sampleId) }];
await officer.call(c.sendPlan, { planId, id: newId(), choice: { lines: chosen, to } });
const addresseeOf = async (unit: typeof principal) => (await unit.call(c.listAsked, {})).items[0]!.id;
const addresseeId = await addresseeOf(principal);
const team = sampleId('cs2.t2');

test('before anything is taken over there is nothing to make a plan of', async () => {
  await principal.refused(c.makePlanFromAnswers, { addresseeId }, 'cascade.nothing-adopted');
  await neighbour.refused(c.makePlanFromAnswers, { addresseeId }, 'not-found');
});

test('the own plan rests on the plan above, holds what was taken over, and stands under the commune', async () => {
  const { version } = await principal.call(c.getAsked, { addresseeId });
  await principal.call(c.answerAsked, {
    addresseeId,
    version,
    answers: [
      { lineId: lines.reading!, act: 'adopt', teamId: team, byOn: '2027-03-20' },
      { lineId: lines.report!, act: 'not-ours', reason: 'Phường báo cáo chung' },
    ],
    rest: { act: 'adopt' },
  });
  const { planId: ownId } = await clerk.call(c.makePlanFromAnswers, { addresseeId });
  const { plan, lines: own } = await principal.call(p.getPlan, { planId: ownId });
  assert.equal(plan.unitName, 'Trường THCS Suối Ngọc');
  assert.equal(plan.upperBody, 'UBND xã Suối Ngọc');
  const reference = `Kế hoạch số ${number}/KH-SGDĐT ngày 20 tháng 11 năm 2026 của Sở Giáo dục`;
  assert.ok(!plan.opening?.includes(reference), 'what stands among the bases is not cited twice');
  const [basis, ...rest] = own.filter((l) => l.origin === 'inherited');
  assert.ok(basis!.text.startsWith(`Căn cứ ${reference}`), basis!.text);
  assert.deepEqual(rest.map((l) => [l.part, l.text]).sort(), [
    ['activity', 'Ngày hội đọc sách'],
    ['area', 'Trường học an toàn, bữa ăn bán trú.'],
    ['quota', 'Mỗi tháng ít nhất 01 bài gửi về Sở'],
    ['solution', 'Phân công một người phụ trách truyền thông.'],
    ['solution', 'Viết bài về hoạt động tiêu biểu gửi về Văn phòng Sở.'],
  ]);
  const reading = own.find((l) => l.part === 'activity')!;
  assert.deepEqual(reading.detail.leadUnits, [{ name: 'Tổ Khoa học xã hội', unitId: team }]);
  assert.equal(reading.detail.deadline, '2027-03-20');
  assert.deepEqual(
    reading.targets.map((t) => [t.product, t.months]),
    [
      ['bài báo', { '2027-03': 2 }],
      ['album ảnh', { '2027-04': 1 }],
    ],
  );
  assert.equal(own.find((l) => l.part === 'quota')!.detail.actor, null);
  assert.ok(own.some((l) => l.part === 'recipient' && l.origin === 'own'));
  assert.equal((await principal.send(p.exportPlan, { planId: ownId, format: 'docx' })).status, 200);
});

test('the plan of an upper-secondary school stands under the Sở', async () => {
  const id = await addresseeOf(upper);
  const { version } = await upper.call(c.getAsked, { addresseeId: id });
  await upper.call(c.answerAsked, { addresseeId: id, version, answers: [], rest: { act: 'adopt' } });
  const { planId: ownId } = await upper.call(c.makePlanFromAnswers, { addresseeId: id });
  const { plan } = await upper.call(p.getPlan, { planId: ownId });
  assert.deepEqual([plan.unitName, plan.upperBody], ['Trường THPT Sông Trà', 'Sở GDĐT Sông Trà']);
});

test('pressed twice, at once or later, it is the same plan; deleted, it may be made anew', async () => {
  const id = await addresseeOf(upper);
  const { version } = await upper.call(c.getAsked, { addresseeId: id });
  await upper.call(c.answerAsked, { addresseeId: id, version, answers: [], rest: { act: 'adopt' } });
  const made = await Promise.all([1, 2].map(() => upper.call(c.makePlanFromAnswers, { addresseeId: id })));
  assert.equal(made[0]!.planId, made[1]!.planId);
  const { plan } = await upper.call(p.getPlan, { planId: made[0]!.planId });
  assert.equal(plan.upperBody, 'Sở GDĐT Sông Trà', 'a THPT stands under the Sở');
  await upper.call(p.deletePlan, { planId: plan.id, version: plan.version });
  const again = await upper.call(c.makePlanFromAnswers, { addresseeId: id });
  assert.notEqual(again.planId, plan.id);
});
