import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { personIdOf, sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { issuedPlan } from '../../app/testing/issued-plan.ts';
import { listInbox } from '../notices/notices.contract.ts';
import * as p from '../plans/plans.contract.ts';
import * as c from './cascade.contract.ts';
import { tellBatch } from './telling.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const officer = app.as('lan.pham@so.songtra.example');
const chief = app.as('long.tran@so.songtra.example');
const principal = app.as('ngoc.le@thcssuoingoc.songtra.example');
const { db } = app.database;
const { planId, lines } = await issuedPlan(app);

type Choice = c.Choice;
const all = (...names: string[]) => names.map((name) => ({ lineId: lines[name]!, kinds: null }));
const group = (to: Partial<Choice['to'][number]>): Choice['to'][number] => ({
  mode: 'assign',
  unitIds: [],
  kinds: [],
  withinId: null,
  ...to,
});
const schools: Choice['to'] = [group({ kinds: ['lower-secondary', 'nursery'] })];

test('the proposal chooses what addresses kinds of units below, and offers the rest', async () => {
  const { lines: offered, kinds, dueOn } = await officer.call(c.proposeDispatch, { planId });
  const by = Object.fromEntries(offered.map((l) => [l.lineId, l]));
  assert.equal(by[lines.officeDuty!]?.chosen, false);
  assert.equal(by[lines.area!]?.chosen, false);
  assert.equal(by[lines.area!]?.text, 'Giáo dục mầm non: Trường học an toàn, bữa ăn bán trú.');
  assert.equal(by[lines.contact!]?.heading, 'Phòng Văn hóa - Xã hội các xã, phường; các trường');
  assert.ok(by[lines.contact!]?.kinds.includes('commune-office') && by[lines.contact!]?.kinds.includes('nursery'));
  assert.ok(!by[lines.quota!]?.kinds.includes('commune-office'), 'the quota names schools');
  assert.deepEqual(by[lines.reading!]?.kinds.toSorted(), ['lower-secondary', 'primary-lower-secondary']);
  assert.deepEqual([by[lines.report!]?.chosen, by[lines.report!]?.kinds], [true, []], 'it names nobody: it is for all');
  assert.deepEqual(
    kinds.find((k) => k.kind === 'commune-office'),
    { kind: 'commune-office', units: 3, withAccount: 3 },
  );
  assert.ok(!kinds.some((k) => k.kind === 'division' && k.units === 0));
  assert.equal(dueOn, '2026-12-04');
});

test('only those who send for the Sở may send, and only a plan that was issued', async () => {
  const choice = { lines: all('contact'), to: schools };
  await chief.refused(c.sendPlan, { planId, id: newId(), choice }, 'forbidden');
  await principal.refused(c.sendPlan, { planId, id: newId(), choice }, 'not-found');
  const period = { kind: 'calendarYear' as const, from: 2027, to: 2027 };
  const draft = { unitId: sampleId('so'), kind: 'year' as const, title: 'Dự thảo', period };
  const { plan } = await officer.call(p.createPlan, draft);
  await officer.refused(c.sendPlan, { planId: plan.id, id: newId(), choice }, 'not-found');
});

const choice: Choice = {
  lines: [...all('contact', 'articles'), { lineId: lines.reading!, kinds: ['lower-secondary'] }],
  to: [...schools, group({ mode: 'inform', unitIds: [sampleId('xa.sn'), sampleId('pgd'), sampleId('so')] })],
};
const first = newId();

test('the preview says whom it would reach and why others get nothing; nothing is sent', async () => {
  const seen = await officer.call(c.previewDispatch, { planId, choice });
  assert.deepEqual([seen.units, seen.asks, seen.extended, seen.withoutAccount], [6, 3 * 2 + 2 * 3 + 2, 0, 0]);
  assert.deepEqual(seen.skipped.map((s) => s.sentence).sort(), [
    'Phòng Giáo dục và Đào tạo huyện Trà Giang đã kết thúc hoạt động từ 01/07/2025.',
    'Sở Giáo dục và Đào tạo Sông Trà là đơn vị gửi.',
  ]);
  assert.deepEqual((await officer.call(c.listDispatches, { planId })).items, []);
});

test('sent twice with the same id it is sent once, with the same answer', async () => {
  const given = { planId, id: first, choice, dueOn: '2026-12-10', note: 'Kính gửi các đơn vị' };
  const sent = await officer.call(c.sendPlan, given);
  assert.equal(sent.units, 6);
  const again = await Promise.all([1, 2].map(() => officer.call(c.sendPlan, given)));
  assert.deepEqual(again, [sent, sent]);
  assert.equal((await db.selectFrom('addressees').select('id').where('plan_id', '=', planId).execute()).length, 6);
  const counts = await db.selectFrom('ask_counts').selectAll().where('plan_id', '=', planId).execute();
  const atDepartment = counts.filter((n) => n.node_id === sampleId('so'));
  assert.equal(
    atDepartment.reduce((sum, n) => sum + n.unopened, 0),
    14,
  );
  const { items } = await officer.call(c.listDispatches, { planId });
  assert.deepEqual(
    items.map((d) => [d.sentByName, d.units, d.newUnits, d.dueOn]),
    [['Phạm Ngọc Lan', 6, 0, '2026-12-10']],
  );
});

test('a wrong choice is refused with a sentence: a unit elsewhere, a line of another plan, a day that has passed', async () => {
  const elsewhere = { lines: all('contact'), to: [group({ unitIds: [sampleId('bo.tt')] })] };
  const refused = await officer.refused(c.sendPlan, { planId, id: newId(), choice: elsewhere }, 'cascade.not-below');
  assert.match(refused.title, /^Trung tâm Truyền thông và Sự kiện không trực thuộc/);
  const foreign = { ...choice, lines: [{ lineId: newId() }] };
  await officer.refused(c.previewDispatch, { planId, choice: foreign }, 'plans.line-elsewhere');
  const past = { planId, id: newId(), choice, dueOn: '2026-11-01' };
  assert.ok((await officer.refused(c.sendPlan, past, 'invalid')).fields?.dueOn);
  const unknown = { ...choice, to: [group({ unitIds: [newId()] })] };
  await officer.refused(c.previewDispatch, { planId, choice: unknown }, 'invalid');
});

test('a unit that has ended is named with the day, also where it was the only one', async () => {
  const ended = { lines: all('contact'), to: [group({ unitIds: [sampleId('pgd')] })] };
  const refused = await officer.refused(c.sendPlan, { planId, id: newId(), choice: ended }, 'cascade.nobody');
  assert.match(refused.title, /Phòng Giáo dục và Đào tạo huyện Trà Giang đã kết thúc hoạt động từ 01\/07\/2025\.$/);
});

test('a unit that has the plan gets only what is new to it; a partner elsewhere is asked to coordinate', async () => {
  const more: Choice = {
    lines: all('contact', 'quota'),
    to: [group({ kinds: ['nursery'] }), group({ mode: 'coordinate', unitIds: [sampleId('bo.tt')] })],
  };
  const sent = await officer.call(c.sendPlan, { planId, id: newId(), choice: more });
  assert.deepEqual([sent.units, sent.extended, sent.asks], [4, 3, 3 + 2]);
  const nothing = { lines: all('contact'), to: [group({ kinds: ['nursery'] })] };
  await officer.refused(c.sendPlan, { planId, id: newId(), choice: nothing }, 'cascade.nobody');
});

test('a wave reaches only units that have come since, with the same lines', async () => {
  const unit = {
    id: newId(),
    no: 9001,
    kind: 'nursery' as const,
    name: 'Trường Mầm non Thác Bạc',
    slug: 'mn-thac-bac',
  };
  const above = await db
    .selectFrom('units')
    .select(['id', 'path'])
    .where('id', '=', sampleId('xa.dt'))
    .executeTakeFirstOrThrow();
  const place = { parent_id: above.id, path: `${above.path}9001.`, opened_on: '2026-11-01' };
  await db
    .insertInto('units')
    .values({ ...unit, ...place })
    .execute();
  const before = (await officer.call(c.listDispatches, { planId })).items.find((d) => d.id === first);
  assert.equal(before?.newUnits, 1);
  const wave = { planId, dispatchId: first, id: newId() };
  const sent = await officer.call(c.sendWave, wave);
  assert.deepEqual([sent.units, sent.asks, sent.extended, sent.withoutAccount], [1, 2, 0, 1]);
  assert.deepEqual(await officer.call(c.sendWave, wave), sent);
  await officer.refused(c.sendWave, { ...wave, id: newId() }, 'cascade.nobody');
});

test('those who answer at each unit are told once, however often the job runs', async () => {
  for (let n = 0; n < 2; n++)
    await db
      .transaction()
      .execute((tx) => tellBatch(tx, { news: 'sent', dispatchId: first, after: null }, app.clock.now));
  const { items } = await principal.call(listInbox, {});
  assert.deepEqual(
    items.filter((n) => n.kind.startsWith('plan.sent')).map((n) => n.sentence),
    [
      'Sở Giáo dục và Đào tạo Sông Trà giao kế hoạch “Truyền thông về giáo dục và đào tạo năm 2026”, mời đơn vị xem và trả lời trước ngày 10/12/2026.',
    ],
  );
  const told = await db
    .selectFrom('notices')
    .select('kind')
    .where('person_id', '=', personIdOf('thom.quach@suoingoc.songtra.example'))
    .execute();
  assert.deepEqual(
    told.map((n) => n.kind),
    ['plan.sent-inform'],
  );
});
