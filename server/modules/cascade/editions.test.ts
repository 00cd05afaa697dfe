import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { issue, issuedPlan } from '../../app/testing/issued-plan.ts';
import { listInbox } from '../notices/notices.contract.ts';
import * as e from '../plans/editions.contract.ts';
import * as p from '../plans/plans.contract.ts';
import * as s from '../plans/steps.contract.ts';
import * as c from './cascade.contract.ts';
import * as v from './coverage.contract.ts';
import { differencesOf } from './coverage-check.sql.ts';
import { followEdition, followRecall } from './editions.ts';
import { tellBatch } from './telling.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const officer = app.as('lan.pham@so.songtra.example');
const director = app.as('ha.nguyen@so.songtra.example');
const school = app.as('ngoc.le@thcssuoingoc.songtra.example');
const neighbour = app.as('mai.tran@thcsbinhtra.songtra.example');
const { db } = app.database;

const { planId, lines } = await issuedPlan(app);
const choice = {
  lines: ['contact', 'reading', 'quota', 'report'].map((name) => ({ lineId: lines[name]! })),
  to: [{ mode: 'assign' as const, unitIds: ['cs2', 'cs1'].map(sampleId) }],
};
await officer.call(c.sendPlan, { planId, id: newId(), choice, dueOn: '2026-12-10' });
const idOf = async (who: typeof school) => (await who.call(c.listAsked, { planId })).items[0]!.id;
const get = async (who: typeof school) => who.call(c.getAsked, { addresseeId: await idOf(who) });

async function answer(who: typeof school) {
  const { id: addresseeId, version } = await get(who);
  const answers = [{ lineId: lines.report!, act: 'not-ours' as const, reason: 'Phường báo cáo chung' }];
  return who.call(c.answerAsked, { addresseeId, version, answers, rest: { act: 'adopt' } });
}

/** The kept figures are what counting anew would give. */
const figuresHold = async () => assert.deepEqual(await differencesOf(db, planId), []);

test('an amended count asks again whoever has answered, old against new; who has not, reads the new one', async () => {
  await answer(school);
  const draft = await officer.call(e.draftAmendment, { planId, reason: 'Điều chỉnh chỉ tiêu bài báo' });
  const copy = (part: string) => draft.lines.find((l) => l.part === part)!;
  const reading = copy('activity');
  const [article] = reading.targets;
  await officer.call(p.putLine, {
    planId: draft.plan.id,
    lineId: reading.id,
    version: reading.version,
    part: 'activity',
    text: 'Ngày hội đọc sách và kể chuyện',
    detail: reading.detail,
    targets: [{ ...article!, months: { '2027-03': 3 } }],
  });
  await officer.call(p.deleteLine, {
    planId: draft.plan.id,
    lineId: copy('reporting').id,
    version: copy('reporting').version,
  });
  const added = {
    part: 'duty' as const,
    parentId: copy('duty').parentId,
    text: 'Cử đầu mối viết bài về chuyển đổi số.',
  };
  await officer.call(p.putLine, { planId: draft.plan.id, lineId: newId(), version: 0, ...added });
  await issue(app, draft.plan);
  await officer.refused(c.sendPlan, { planId: draft.plan.id, id: newId(), choice }, 'cascade.amendment');
  const early = await get(neighbour);
  const old = {
    addresseeId: early.id,
    version: early.version,
    edition: 1,
    answers: [],
    rest: { act: 'adopt' as const },
  };
  await neighbour.refused(c.answerAsked, old, 'cascade.answer-conflict');
  await db.transaction().execute((tx) => followEdition(tx, planId));

  const seen = await get(school);
  assert.deepEqual(
    seen.lines.map((l) => [l.part, l.state]),
    [
      ['activity', 'changed'],
      ['duty', 'loose'],
      ['quota', 'loose'],
    ],
    'the report is no longer asked',
  );
  const [changed] = seen.lines;
  assert.deepEqual([changed!.formerText, changed!.text], ['Ngày hội đọc sách', 'Ngày hội đọc sách và kể chuyện']);
  assert.deepEqual(
    [changed!.formerCounts, changed!.counts],
    ['02 bài báo trong tháng 3/2027; 01 album ảnh trong tháng 4/2027', '03 bài báo trong tháng 3/2027'],
  );
  assert.deepEqual([seen.state, seen.asked, seen.answered], ['unanswered', 3, 2]);
  const other = await get(neighbour);
  assert.deepEqual(
    other.lines.map((l) => [l.state, l.formerText]),
    [
      ['unopened', null],
      ['unopened', null],
      ['unopened', null],
    ],
  );
  await figuresHold();
});

test('the sender is told that an added line was asked of nobody yet, until it goes down', async () => {
  const unsent = async (who: typeof school) => (await who.call(v.coverage, { planId })).unsent;
  assert.deepEqual([await unsent(officer), await unsent(school)], [1, 0]);
  const { plan, lines: now } = await officer.call(p.getPlan, { planId });
  const fresh = now.find((l) => l.text.startsWith('Cử đầu mối viết bài'))!;
  await officer.call(c.sendPlan, {
    planId: plan.id,
    id: newId(),
    choice: { lines: [{ lineId: fresh.id }], to: [{ mode: 'assign', unitIds: [sampleId('th1')] }] },
  });
  assert.equal(await unsent(officer), 0);
  await figuresHold();
});

test('the units are told once; the new answer is about the new line', async () => {
  for (let n = 0; n < 2; n++)
    await db
      .transaction()
      .execute((tx) => tellBatch(tx, { news: 'changed', planId, edition: 2, after: null }, app.clock.now));
  const { items } = await school.call(listInbox, {});
  assert.equal(items.filter((n) => n.kind === 'plan.lines-changed').length, 1);
  const { id: addresseeId, version } = await get(school);
  const after = await school.call(c.answerAsked, { addresseeId, version, answers: [], rest: { act: 'adopt' } });
  assert.deepEqual(
    after.lines.map((l) => [l.state, l.formerText]),
    [
      ['loose', null],
      ['loose', null],
      ['loose', null],
    ],
  );
  await db.transaction().execute((tx) => followEdition(tx, planId));
  assert.equal((await get(school)).state, 'loose', 'a job that runs again asks nothing again');
  await figuresHold();
});

test('of a recalled plan nothing is answered any more; it stays readable as recalled, and the units are told', async () => {
  const { plan } = await director.call(p.getPlan, { planId });
  await director.call(s.recallPlan, { planId, version: plan.version, reason: 'Ban hành nhầm chỉ tiêu' });
  await db.transaction().execute((tx) => followRecall(tx, planId, app.clock.now));
  const { id: addresseeId, version, planState, can } = await get(neighbour);
  assert.deepEqual([planState, can], ['recalled', []]);
  const rest = { act: 'adopt' as const };
  await neighbour.refused(c.answerAsked, { addresseeId, version, answers: [], rest }, 'cascade.recalled');
  await neighbour.refused(c.makePlanFromAnswers, { addresseeId }, 'cascade.recalled');
  assert.equal(
    (await neighbour.call(c.openAsked, { addresseeId })).state,
    'unopened',
    'looking at it is no acknowledgement',
  );
  assert.equal((await neighbour.call(p.getPlan, { planId })).plan.state, 'recalled');
  await officer.refused(c.sendPlan, { planId, id: newId(), choice }, 'plans.wrong-state');
  const { id: dispatchId } = await db
    .selectFrom('dispatches')
    .select('id')
    .where('plan_id', '=', planId)
    .executeTakeFirstOrThrow();
  await db.transaction().execute((tx) => tellBatch(tx, { news: 'sent', dispatchId, after: null }, app.clock.now));
  assert.ok(!(await neighbour.call(listInbox, {})).items.some((n) => n.kind.startsWith('plan.sent')), 'too late');
  await db.transaction().execute((tx) => tellBatch(tx, { news: 'recalled', planId, after: null }, app.clock.now));
  assert.ok((await neighbour.call(listInbox, {})).items.some((n) => n.kind === 'plan.recalled-below'));
});
