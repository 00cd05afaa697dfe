import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { listComments } from './comments.contract.ts';
import * as n from './next-year.contract.ts';
import type { Plan, PlanLine } from './plans.contract.ts';
import * as c from './plans.contract.ts';
import * as s from './steps.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }), now: new Date('2026-11-20T03:00:00Z') });
const officer = app.as('lan.pham@so.songtra.example');
const chief = app.as('long.tran@so.songtra.example');
const director = app.as('ha.nguyen@so.songtra.example');
const clerk = app.as('sen.bui@so.songtra.example');
const unitId = sampleId('so');
const period = { kind: 'calendarYear' as const, from: 2026, to: 2026 };
const next = { kind: 'calendarYear' as const, from: 2027, to: 2027 };
const at = (plan: { id: string; version: number }) => ({ planId: plan.id, version: plan.version });
let number = 700;

interface Written {
  part: PlanLine['part'];
  text: string;
  parentId?: string;
  detail?: Record<string, unknown>;
  targets?: { id: string; product: string; counts: 'newspaper-article'; months: Record<string, number> }[];
}

async function issued(title: string, lines: readonly Written[]): Promise<Plan> {
  let { plan } = await officer.call(c.createPlan, { unitId, kind: 'year', title, period });
  for (const line of lines) await officer.call(c.putLine, { planId: plan.id, lineId: newId(), version: 0, ...line });
  plan = await officer.call(s.submitPlan, at(plan));
  plan = await chief.call(s.initialPlan, at(plan));
  plan = await clerk.call(s.checkFormat, at(plan));
  plan = await director.call(s.signPlan, { ...at(plan), signer: plan.signer });
  return clerk.call(s.issuePlan, { ...at(plan), number: `${++number}`, issuedOn: '2026-11-20' });
}
const target = { id: newId(), product: 'bài báo', counts: 'newspaper-article' as const, months: { '2026-11': 3 } };

test('next year’s plan: times move, what was cited stays, and last year’s results stand beside the lines', async () => {
  const plan = await issued('Truyền thông năm 2026', [
    { part: 'basis', text: 'Căn cứ Kế hoạch số 12/KH-BGDĐT ngày 10 tháng 01 năm 2026 của Bộ về truyền thông năm 2026' },
    {
      part: 'activity',
      text: 'Tuyến bài chào năm học 2026-2027',
      detail: { months: ['2026-11'], deadline: '2026-11-30' },
      targets: [target],
    },
  ]);
  const preview = await officer.call(n.previewNextYear, { planId: plan.id });
  assert.deepEqual(
    [preview.title, preview.period, preview.lines, preview.made],
    ['Truyền thông năm 2027', next, 2, []],
  );
  const id = newId();
  const made = await officer.call(n.makeNextYear, { planId: plan.id, id, period: next });
  assert.deepEqual(made.shifted, preview.shifted);
  const whole = await officer.call(c.getPlan, { planId: id });
  assert.deepEqual(
    [whole.plan.state, whole.plan.followsId, whole.plan.title],
    ['draft', plan.id, 'Truyền thông năm 2027'],
  );
  const [basis, activity] = ['basis', 'activity'].map((part) => whole.lines.find((l) => l.part === part)!);
  assert.match(basis!.text, /ngày 10 tháng 01 năm 2026 của Bộ về truyền thông năm 2026$/);
  assert.equal(activity!.text, 'Tuyến bài chào năm học 2027-2028');
  assert.deepEqual([activity!.detail.months, activity!.detail.deadline], [['2027-11'], '2027-11-30']);
  assert.deepEqual(activity!.targets[0]?.months, { '2027-11': 3 });
  const { items, plan: before } = await officer.call(n.lastYear, { planId: id });
  assert.equal(before?.planId, plan.id);
  assert.deepEqual(
    items.map((r) => [r.lineId, r.planned, r.done]),
    [[activity!.id, 3, 0]],
  );
  assert.deepEqual(
    made.renew.map((r) => r.text),
    [basis!.text],
  );
  assert.deepEqual((await officer.call(n.makeNextYear, { planId: plan.id, id, period: next })).planId, id);
  const { made: known } = await officer.call(n.previewNextYear, { planId: plan.id });
  assert.deepEqual(
    known.map((p) => p.planId),
    [id],
  );
});

test('a basis that lapsed gives way to what replaced it, with a note at its line; two stand for one where the law says so', async () => {
  const plan = await issued('Truyền thông và dữ liệu năm 2026', [
    { part: 'basis', text: 'Căn cứ Nghị định số 09/2017/NĐ-CP ngày 09 tháng 02 năm 2017 của Chính phủ' },
    { part: 'basis', text: 'Căn cứ Nghị định số 13/2023/NĐ-CP ngày 17 tháng 4 năm 2023 của Chính phủ' },
    { part: 'basis', text: 'Căn cứ Nghị định số 43/2011/NĐ-CP' },
    { part: 'basis', text: 'Căn cứ Thông tư số 37/2020/TT-BGDĐT' },
  ]);
  const made = await officer.call(n.makeNextYear, { planId: plan.id, period: next });
  const { lines } = await officer.call(c.getPlan, { planId: made.planId });
  assert.deepEqual(
    lines.map((l) => l.text),
    [
      'Căn cứ Nghị định số 244/2026/NĐ-CP của Chính phủ về phát ngôn, cung cấp thông tin cho báo chí',
      'Căn cứ Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15',
      'Căn cứ Nghị định số 356/2025/NĐ-CP của Chính phủ quy định chi tiết Luật Bảo vệ dữ liệu cá nhân',
      'Căn cứ Nghị định số 224/2026/NĐ-CP của Chính phủ thi hành Luật Chuyển đổi số',
      'Căn cứ Thông tư số 37/2020/TT-BGDĐT',
    ],
  );
  assert.equal(made.replaced.length, 3);
  const { items } = await officer.call(listComments, { planId: made.planId });
  assert.match(items[0]!.text, /^Căn cứ 09\/2017\/NĐ-CP hết hiệu lực từ 01\/07\/2026; đã thay bằng 244\/2026\/NĐ-CP\./);
  assert.equal(items[0]!.lineId, lines[0]!.id);
});

test('units that were merged give way to their successor, once; one without a successor is told', async () => {
  const [first, second] = [sampleId('cs2'), sampleId('tc3')];
  const { db } = app.database;
  const nameOf = async (id: string) =>
    (await db.selectFrom('units').select('name').where('id', '=', id).executeTakeFirstOrThrow()).name;
  const [gone, heir] = [await nameOf(first), await nameOf(second)];
  await db
    .updateTable('units')
    .set({ closed_on: '2026-07-01', successor_id: second })
    .where('id', '=', first)
    .execute();
  const lone = sampleId('cs1');
  const lost = await nameOf(lone);
  await db.updateTable('units').set({ closed_on: '2026-07-01' }).where('id', '=', lone).execute();
  const plan = await issued('Truyền thông sau sắp xếp năm 2026', [
    {
      part: 'activity',
      text: 'Ngày hội đọc sách',
      detail: {
        leadUnits: [
          { name: gone, unitId: first },
          { name: heir, unitId: second },
        ],
        coordinatingUnits: [{ name: lost, unitId: null }],
      },
    },
    { part: 'actor', text: gone },
  ]);
  const made = await officer.call(n.makeNextYear, { planId: plan.id, period: next });
  const { lines } = await officer.call(c.getPlan, { planId: made.planId });
  assert.deepEqual(lines.find((l) => l.part === 'activity')?.detail.leadUnits, [{ name: heir, unitId: second }]);
  const actor = lines.find((l) => l.part === 'actor')!;
  assert.deepEqual([actor.text, actor.detail.unitId], [heir, second]);
  assert.deepEqual(
    made.mapped.map((m) => [m.from, m.to]),
    [
      [gone, heir],
      [gone, heir],
    ],
  );
  assert.deepEqual(
    made.unmapped.map((m) => m.from),
    [lost],
  );
});

test('next year comes after this one and is as long', async () => {
  const plan = await issued('Truyền thông dài hạn năm 2026', [{ part: 'purpose', text: 'Mục đích' }]);
  for (const wrong of [
    period,
    { kind: 'schoolYear', from: 2027, to: 2028 },
    { kind: 'calendarYear', from: 2027, to: 2028 },
  ])
    await officer.refused(n.makeNextYear, { planId: plan.id, period: wrong }, 'invalid');
  const { plan: draft } = await officer.call(c.createPlan, { unitId, kind: 'year', title: 'Dự thảo', period });
  await officer.refused(n.makeNextYear, { planId: draft.id, period: next }, 'plans.wrong-state');
  await app
    .as('dat.nguyen@thcsbinhtra.songtra.example')
    .refused(n.makeNextYear, { planId: plan.id, period: next }, 'not-found');
});
