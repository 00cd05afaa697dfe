import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { testApp } from '../../app/testing/http.ts';
import { laidPlan } from '../../app/testing/sent-plan.ts';
import { listInbox } from '../notices/notices.contract.ts';
import * as a from './cascade.contract.ts';
import * as c from './coverage.contract.ts';
import { differencesOf } from './coverage-check.sql.ts';
import * as w from './wishes.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const officer = app.as('lan.pham@so.songtra.example');
const school = app.as('anh.bach@thcssuoingoc.songtra.example');
const plan = await laidPlan(app.database, 2, [
  { unit: 'cs2', asks: ['wants-change', 'wants-change'] },
  { unit: 'mn2', asks: ['wants-change', 'adopted'] },
]);
const { planId, lineIds } = plan;
const list = async (more: object = {}) => officer.call(w.listWishes, { planId, ...more });
const addresseeId = plan.addressees.cs2!;
const lineOf = async (lineId: string) =>
  (await school.call(a.getAsked, { addresseeId })).lines.find((line) => line.lineId === lineId);
const sentences = async (kind: string) =>
  (await school.call(listInbox, { limit: 200 })).items.filter((n) => n.kind === kind).map((n) => n.sentence);

test('the Sở reads what the schools wish, with their reasons, page by page', async () => {
  const { items } = await list();
  assert.equal(items.length, 3);
  assert.deepEqual(
    [items[0]?.reason, items[0]?.decision, items[0]?.id],
    ['Xin giảm còn 02 bài', null, `${items[0]?.unitId}.${items[0]?.lineId}`],
  );
  const paged: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await list({ limit: 1, ...(after && { after }) });
    paged.push(...page.items.map((w) => w.id));
    after = page.next;
  }
  assert.deepEqual(
    paged,
    items.map((w) => w.id),
  );
  await officer.refused(w.listWishes, { planId, after: 'open_x' }, 'unreadable');
});

test('a wish that is agreed to frees the school of the line; figures follow and the school is told', async () => {
  const of = { planId, unitId: sampleId('cs2'), lineId: lineIds[0]!, version: 1 };
  const decided = await officer.call(w.decideWish, { ...of, decision: 'accepted', note: 'Đồng ý giảm' });
  assert.deepEqual(decided, { state: 'not-ours', version: 2 });
  const line = await lineOf(lineIds[0]!);
  assert.deepEqual([line?.state, line?.decision, line?.decisionNote], ['not-ours', 'accepted', 'Đồng ý giảm']);
  assert.deepEqual(await differencesOf(app.database.db, planId), []);
  assert.deepEqual(await sentences('plan.wish-accepted'), [
    'Sở Giáo dục và Đào tạo Sông Trà đồng ý với đề nghị điều chỉnh của Trường THCS Suối Ngọc đối với “Nội dung 1”.',
  ]);
  const { current } = await officer.refused(w.decideWish, { ...of, decision: 'declined' }, 'conflict');
  assert.equal((current as { decision: string }).decision, 'accepted');
});

test('a wish that is not agreed to waits for an answer again, with the reason beside it', async () => {
  const before = await officer.call(c.getAddressee, { planId, addresseeId });
  const of = { planId, unitId: sampleId('cs2'), lineId: lineIds[1]!, version: 1 };
  const decided = await officer.call(w.decideWish, { ...of, decision: 'declined', note: 'Chỉ tiêu chung của tỉnh.' });
  assert.equal(decided.state, 'unanswered');
  const after = await officer.call(c.getAddressee, { planId, addresseeId });
  assert.deepEqual([before.unit.state, after.unit.state], ['wants-change', 'unanswered']);
  assert.equal(after.unit.answered, before.unit.answered - 1);
  assert.equal((await lineOf(lineIds[1]!))?.decisionNote, 'Chỉ tiêu chung của tỉnh.');
  assert.deepEqual(await sentences('plan.wish-declined'), [
    'Sở Giáo dục và Đào tạo Sông Trà đề nghị Trường THCS Suối Ngọc thực hiện “Nội dung 2” như đã giao. Chỉ tiêu chung của tỉnh.',
  ]);
  assert.deepEqual(await differencesOf(app.database.db, planId), []);
  const events = (await auditOf(app.database, addresseeId)).map((r) => r.event);
  assert.deepEqual(events, ['ask.decided', 'ask.decided']);
  const { items } = await list();
  assert.deepEqual(
    items.map((w) => w.decision),
    [null, 'accepted', 'declined'],
  );
});

test('a wish made again after a refusal stands open again', async () => {
  const { version } = await school.call(a.getAsked, { addresseeId });
  const answers = [{ lineId: lineIds[1]!, act: 'wants-change' as const, reason: 'Xin lùi sang tháng 12' }];
  await school.call(a.answerAsked, { addresseeId, version, answers });
  const open = (await list()).items.filter((w) => w.decision === null);
  assert.ok(open.some((w) => w.reason === 'Xin lùi sang tháng 12'));
});

test('the school does not decide for itself, and what is no wish cannot be decided', async () => {
  const of = { planId, unitId: sampleId('mn2'), lineId: lineIds[1]!, version: 1, decision: 'accepted' as const };
  await school.refused(w.decideWish, of, 'forbidden');
  await officer.refused(w.decideWish, of, 'conflict');
  await officer.refused(w.decideWish, { ...of, unitId: sampleId('cs1') }, 'not-found');
});
