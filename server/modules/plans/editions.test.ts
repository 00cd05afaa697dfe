import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InputOf } from '#lib/contract.ts';
import { newId } from '#lib/id.ts';
import type { PlanDocument } from '#lib/plan-document.ts';
import { personIdOf, sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { disagreementsIn } from '../../app/testing/agreement.sql.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { testApp } from '../../app/testing/http.ts';
import { recordEvidence } from '../work/evidence.contract.ts';
import * as e from './editions.contract.ts';
import type { Plan, PlanLine, PlanWhole } from './plans.contract.ts';
import * as c from './plans.contract.ts';
import * as s from './steps.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }), now: new Date('2026-11-20T03:00:00Z') });
const officer = app.as('lan.pham@so.songtra.example');
const chief = app.as('long.tran@so.songtra.example');
const director = app.as('ha.nguyen@so.songtra.example');
const clerk = app.as('sen.bui@so.songtra.example');
const unitId = sampleId('so');
const period = { kind: 'calendarYear' as const, from: 2026, to: 2026 };
const at = (plan: { id: string; version: number }) => ({ planId: plan.id, version: plan.version });
let number = 500;

type Put = Omit<InputOf<typeof c.putLine>, 'planId' | 'lineId' | 'version' | 'parentId' | 'detail' | 'targets'> &
  Partial<Pick<PlanLine, 'parentId' | 'detail' | 'targets'>>;
const write = (planId: string, line: Put, known?: PlanLine) =>
  officer.call(c.putLine, { planId, lineId: known?.id ?? newId(), version: known?.version ?? 0, ...line });
/** The line with some of it changed. */
const change = (planId: string, line: PlanLine, to: Partial<Put>) => {
  const { part, parentId, text, detail, targets } = line;
  return write(planId, { part, parentId, text, detail, targets, ...to }, line);
};

async function drafted() {
  const { plan } = await officer.call(c.createPlan, { unitId, kind: 'year', title: 'Truyền thông năm 2026', period });
  const facts = { counts: 'newspaper-article' as const, moment: 'published' as const, months: { '2026-12': 3 } };
  const target = { id: newId(), product: 'bài báo', ...facts };
  const lines = {
    basis: await write(plan.id, { part: 'basis', text: 'Căn cứ Thông tư số 37/2020/TT-BGDĐT' }),
    purpose: await write(plan.id, { part: 'purpose', text: 'Giúp phụ huynh hiểu đúng chủ trương' }),
    activity: await write(plan.id, { part: 'activity', text: 'Tuyến bài về thầy cô', targets: [target] }),
    other: await write(plan.id, { part: 'solution', text: 'Mở chuyên mục hỏi đáp' }),
    recipient: await write(plan.id, { part: 'recipient', text: 'Các trường' }),
  };
  return { plan: (await officer.call(c.getPlan, { planId: plan.id })).plan, lines };
}

async function signed(plan: { id: string; version: number }): Promise<Plan> {
  let now = await officer.call(s.submitPlan, at(plan));
  now = await chief.call(s.initialPlan, at(now));
  now = await clerk.call(s.checkFormat, at(now));
  return director.call(s.signPlan, { ...at(now), signer: now.signer });
}
const entered = (plan: Plan) => clerk.call(s.issuePlan, { ...at(plan), number: `${++number}`, issuedOn: '2026-11-20' });
async function issued() {
  const { plan, lines } = await drafted();
  return { plan: await entered(await signed(plan)), lines };
}
const begin = (plan: Plan) => officer.call(e.draftAmendment, { planId: plan.id, reason: 'Thêm kinh phí' });
const lineIn = (whole: PlanWhole, part: string) => whole.lines.find((l) => l.part === part)!;
const read = async (id: string) => (await officer.call(c.getPlan, { planId: id })).plan;

/** The count of the activity becomes five, a solution goes, a message comes. */
async function amendment(plan: Plan) {
  const whole = await begin(plan);
  const activity = lineIn(whole, 'activity');
  const [target] = activity.targets;
  await change(whole.plan.id, activity, { targets: [{ ...target!, months: { '2026-12': 5 } }] });
  const out = lineIn(whole, 'solution');
  await officer.call(c.deleteLine, { planId: whole.plan.id, lineId: out.id, version: out.version });
  await write(whole.plan.id, { part: 'message', text: 'Mỗi trường một câu chuyện đẹp' });
  return read(whole.plan.id);
}

test('an amended count is issued under a number of its own and comes into the plan as its second edition', async () => {
  const { plan, lines } = await issued();
  const amending = await entered(await signed(await amendment(plan)));
  assert.equal(amending.title, 'Sửa đổi, bổ sung Kế hoạch truyền thông năm 2026');
  const after = await officer.call(c.getPlan, { planId: plan.id });
  assert.deepEqual([after.plan.edition, after.plan.number, after.plan.state], [2, plan.number, 'issued']);
  const activity = lineIn(after, 'activity');
  assert.deepEqual([activity.id, activity.version], [lines.activity.id, lines.activity.version + 1]);
  assert.deepEqual(activity.targets, [{ ...lines.activity.targets[0]!, months: { '2026-12': 5 } }]);
  assert.equal(lineIn(after, 'purpose').version, lines.purpose.version);
  assert.equal(lineIn(after, 'solution'), undefined);
  assert.equal(lineIn(after, 'message').text, 'Mỗi trường một câu chuyện đẹp');
  assert.deepEqual(
    after.lines.filter((l) => l.part === 'basis' || l.part === 'recipient').map((l) => l.text),
    ['Căn cứ Thông tư số 37/2020/TT-BGDĐT', 'Các trường'],
  );
  assert.equal(after.history.at(-1)?.step, 'amendment');
  const last = (await auditOf(app.database, plan.id)).at(-1)!;
  assert.deepEqual([last.event, (last.after as { edition: number }).edition], ['plan.amended', 2]);
});

test('both editions are seen: with number, day and reason, and old against new line by line', async () => {
  const { plan } = await issued();
  assert.deepEqual(
    (await officer.call(e.listEditions, { planId: plan.id })).items.map((x) => [x.n, x.number]),
    [[1, plan.number]],
  );
  const draft = await amendment(plan);
  const { open } = await officer.call(e.listEditions, { planId: plan.id });
  assert.equal(open?.planId, draft.id);
  const live = await officer.call(e.diffEditions, { planId: plan.id, from: 1, to: 0 });
  const amending = await entered(await signed(draft));
  const { items, open: none } = await officer.call(e.listEditions, { planId: plan.id });
  assert.equal(none, null);
  assert.deepEqual(
    items.map((x) => [x.n, x.number, x.reason, x.added, x.changed, x.removed]),
    [
      [2, amending.number, 'Thêm kinh phí', 1, 1, 1],
      [1, plan.number, null, 0, 0, 0],
    ],
  );
  const { changes } = await officer.call(e.diffEditions, { planId: plan.id, from: 1, to: 2 });
  assert.deepEqual(
    changes.map((x) => [x.kind, x.part]),
    [
      ['added', 'message'],
      ['changed', 'activity'],
      ['removed', 'solution'],
    ],
  );
  assert.deepEqual(live.changes, changes);
  const [, count] = changes;
  assert.deepEqual(count?.facts, [{ name: 'targets', before: '3 bài báo (2026-12)', after: '5 bài báo (2026-12)' }]);
});

test('two clerks enter the number at once: the amendment comes into force once', async () => {
  const { plan } = await issued();
  const ready = await signed(await amendment(plan));
  const enter = () => clerk.send(s.issuePlan, { ...at(ready), number: '77', issuedOn: '2026-11-20' });
  const replies = await Promise.all([enter(), enter(), enter()]);
  assert.deepEqual(replies.map((r) => r.status).sort(), [200, 409, 409]);
  assert.equal((await read(plan.id)).edition, 2);
  assert.equal((await officer.call(e.listEditions, { planId: plan.id })).items.length, 2);
});

test('one amendment at a time, and pressing twice begins one', async () => {
  const { plan } = await issued();
  const id = newId();
  const given = { planId: plan.id, id, reason: 'Thêm kinh phí' };
  await officer.call(e.draftAmendment, given);
  assert.equal((await officer.call(e.draftAmendment, given)).plan.id, id);
  await officer.refused(e.draftAmendment, { ...given, id: newId() }, 'plans.amendment-open');
  const all = await Promise.all(
    [1, 2].map(() => officer.send(e.draftAmendment, { planId: plan.id, reason: 'Lần nữa' })),
  );
  assert.deepEqual(
    all.map((r) => r.status),
    [409, 409],
  );
});

test('an amendment that changes nothing is not submitted; one of a plan that was recalled or closed is not begun or signed', async () => {
  const { plan } = await issued();
  const { plan: empty } = await begin(plan);
  await officer.refused(s.submitPlan, at(empty), 'plans.nothing-amended');
  await officer.call(c.deletePlan, at(empty));
  const ready = await signed(await amendment(plan));
  await director.call(s.recallPlan, { ...at(await read(plan.id)), reason: 'Trái thẩm quyền' });
  const late = await clerk.refused(
    s.issuePlan,
    { ...at(ready), number: '90', issuedOn: '2026-11-20' },
    'plans.not-amendable',
  );
  assert.equal(late.title, 'Kế hoạch được sửa đổi đang ở bước “đã thu hồi” nên không sửa đổi, bổ sung được nữa.');
  const { items } = await officer.call(c.checkPlan, { planId: ready.id });
  assert.match(items[0]!.sentence, /“đã thu hồi” nên bản sửa đổi này không ban hành được nữa/);
  await officer.refused(e.draftAmendment, { planId: plan.id, reason: 'Muộn' }, 'plans.wrong-state');
  const { plan: other } = await issued();
  await officer.call(s.closePlan, at(other));
  await officer.refused(e.draftAmendment, { planId: other.id, reason: 'Muộn' }, 'plans.wrong-state');
});

test('what was deleted in the amendment and brought back is the same line again', async () => {
  const { plan, lines } = await issued();
  const whole = await begin(plan);
  const activity = lineIn(whole, 'activity');
  await officer.call(c.deleteLine, { planId: whole.plan.id, lineId: activity.id, version: activity.version });
  await change(whole.plan.id, { ...activity, version: 0 }, {});
  await write(whole.plan.id, { part: 'message', text: 'Thông điệp' });
  await entered(await signed(await read(whole.plan.id)));
  const { items } = await officer.call(e.listEditions, { planId: plan.id });
  assert.deepEqual([items[0]?.added, items[0]?.changed, items[0]?.removed], [1, 0, 0]);
  const after = lineIn(await officer.call(c.getPlan, { planId: plan.id }), 'activity');
  assert.deepEqual([after.id, after.version], [lines.activity.id, lines.activity.version]);
});

test('a target that is written anew with the same product keeps its id, so that its evidence goes on counting', async () => {
  const { plan, lines } = await issued();
  const whole = await begin(plan);
  const fresh = { ...lines.activity.targets[0]!, id: newId(), months: { '2026-12': 4 } };
  await change(whole.plan.id, lineIn(whole, 'activity'), { targets: [fresh] });
  await entered(await signed(await read(whole.plan.id)));
  const after = lineIn(await officer.call(c.getPlan, { planId: plan.id }), 'activity');
  assert.deepEqual(after.targets, [{ ...fresh, id: lines.activity.targets[0]!.id }]);
});

test('money is amended with its section, and the paper says what becomes of what', async () => {
  const { plan } = await issued();
  const { plan: draft } = await begin(plan);
  await officer.call(c.editPlan, {
    ...at(draft),
    budgetSource: 'Ngân sách giao năm 2026.',
    budgetAmountVnd: 5_000_000,
  });
  const paper = (await officer.call(c.planPaper, { planId: draft.id })) as unknown as PlanDocument;
  assert.deepEqual(paper.bases, [
    `Căn cứ Kế hoạch số ${plan.number}/KH-SGDĐT ngày 20 tháng 11 năm 2026 của Sở Giáo dục và Đào tạo Sông Trà về truyền thông năm 2026`,
  ]);
  const [changed] = paper.sections;
  assert.deepEqual(changed?.title, 'SỬA ĐỔI');
  await entered(await signed(await read(draft.id)));
  const after = await read(plan.id);
  assert.deepEqual([after.budgetSource, after.budgetAmountVnd], ['Ngân sách giao năm 2026.', 5_000_000]);
  // Once in force it still prints what it changed, whatever comes later.
  const printed = (await officer.call(c.planPaper, { planId: draft.id })) as unknown as PlanDocument;
  assert.deepEqual(printed.sections, paper.sections);
  const again = await begin(after);
  assert.equal(again.lines.filter((l) => l.part === 'basis').length, 2);
});

test('a plan is recalled with a reason, by a document where there is one; who read it sees why', async () => {
  const { plan } = await issued();
  await director.refused(s.recallPlan, { ...at(plan), reason: ' ' }, 'invalid');
  await director.refused(s.recallPlan, { ...at(plan), reason: 'Sai', on: '2026-11-19' }, 'invalid');
  await officer.refused(s.recallPlan, { ...at(plan), reason: 'Sai' }, 'forbidden');
  const gone = await clerk.call(s.recallPlan, {
    ...at(plan),
    reason: 'Trùng với kế hoạch của tỉnh',
    ref: '45/QĐ-SGDĐT',
    on: '2026-11-20',
  });
  assert.equal(gone.state, 'recalled');
  assert.deepEqual(gone.recall, { reason: 'Trùng với kế hoạch của tỉnh', ref: '45/QĐ-SGDĐT', on: '2026-11-20' });
  assert.deepEqual((await director.call(c.getPlan, { planId: plan.id })).plan.can, []);
  const last = (await auditOf(app.database, plan.id)).at(-1)!;
  assert.equal(last.event, 'plan.recalled');
  assert.equal((last.after as { state: string }).state, 'recalled');
});

test('closing keeps what was planned and done of each line, with a sentence where one is needed', async () => {
  const { plan, lines } = await issued();
  const { items } = await officer.call(s.planResults, { planId: plan.id });
  assert.deepEqual(
    items.map((r) => [r.text, r.planned, r.done, r.note]),
    [['Tuyến bài về thầy cô', 3, 0, null]],
  );
  const note = 'Lùi sang năm sau do bão.';
  await officer.refused(s.closePlan, { ...at(plan), results: [{ lineId: newId(), note }] }, 'invalid');
  const closed = await officer.call(s.closePlan, {
    ...at(plan),
    note: 'Hoàn thành phần lớn.',
    results: [{ lineId: lines.activity.id, note }],
  });
  assert.equal(closed.state, 'closed');
  const kept = await officer.call(s.planResults, { planId: plan.id });
  assert.deepEqual(
    kept.items.map((r) => [r.planned, r.done, r.note]),
    [[3, 0, note]],
  );
});

test('a school that got the plan reads its editions and what amends it once that is issued, not the draft', async () => {
  const { plan } = await issued();
  const { db } = app.database;
  const to = await db.selectFrom('units').selectAll().where('id', '=', sampleId('cs2')).executeTakeFirstOrThrow();
  const from = await db.selectFrom('units').selectAll().where('id', '=', unitId).executeTakeFirstOrThrow();
  const sent = { plan_id: plan.id, unit_id: unitId, path: from.path, choice: '{}' };
  const dispatch = { id: newId(), ...sent, sent_by: personIdOf('lan.pham@so.songtra.example') };
  await db.insertInto('dispatches').values(dispatch).execute();
  const receiver = { id: newId(), plan_id: plan.id, dispatch_id: dispatch.id, unit_id: to.id, path: to.path };
  await db
    .insertInto('addressees')
    .values({ ...receiver, mode: 'assign' })
    .execute();
  const school = app.as('anh.bach@thcssuoingoc.songtra.example');
  const draft = await amendment(plan);
  assert.equal((await school.call(e.listEditions, { planId: plan.id })).open, null);
  await school.refused(e.diffEditions, { planId: plan.id, from: 1, to: 0 }, 'not-found');
  await school.refused(c.planPaper, { planId: draft.id }, 'not-found');
  await entered(await signed(draft));
  assert.equal((await school.call(e.listEditions, { planId: plan.id })).items.length, 2);
  assert.equal((await school.call(e.diffEditions, { planId: plan.id, from: 1, to: 2 })).changes.length, 3);
  const paper = (await school.call(c.planPaper, { planId: draft.id })) as unknown as PlanDocument;
  assert.deepEqual(
    paper.sections.map((x) => x.title),
    ['SỬA ĐỔI', 'BỔ SUNG', 'BÃI BỎ', 'TỔ CHỨC THỰC HIỆN'],
  );
  await app.as('dat.nguyen@thcsbinhtra.songtra.example').refused(e.listEditions, { planId: plan.id }, 'not-found');
});

test('what was recorded before an edition goes on counting after it, and is what the closing keeps', async () => {
  const { plan, lines } = await issued();
  const [target] = lines.activity.targets;
  const made = { kind: 'link' as const, title: 'Thầy cô trên đỉnh mây', madeOn: '2026-11-18' };
  const place = { lineId: lines.activity.id, targetId: target!.id, url: 'https://baosongtra.example/thay-co' };
  await officer.call(recordEvidence, { ...place, ...made });
  await entered(await signed(await amendment(plan)));
  const done = async () =>
    (await officer.call(s.planResults, { planId: plan.id })).items.map((r) => [r.text, r.planned, r.done]);
  assert.deepEqual(await done(), [['Tuyến bài về thầy cô', 5, 1]]);
  await officer.call(s.closePlan, at(await read(plan.id)));
  assert.deepEqual(await done(), [['Tuyến bài về thầy cô', 5, 1]]);
});

test('after all of that, states, steps, versions, lines, editions and the record agree', async () => {
  assert.deepEqual(await disagreementsIn(app.database.db), []);
});
