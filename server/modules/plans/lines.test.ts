import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { testApp } from '../../app/testing/http.ts';
import { insertLines } from './lines.sql.ts';
import * as c from './plans.contract.ts';
import * as s from './steps.contract.ts';
import * as v from './versions.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const officer = app.as('lan.pham@so.songtra.example');
const clerk = app.as('sen.bui@so.songtra.example');
const director = app.as('ha.nguyen@so.songtra.example');
const unitId = sampleId('so');

const newPlan = async () => {
  const period = { kind: 'calendarYear' as const, from: 2027, to: 2027 };
  return (await officer.call(c.createPlan, { unitId, kind: 'year', title: 'Truyền thông năm 2027', period })).plan;
};
const line = (planId: string, text: string, more: object = {}) => ({
  planId,
  lineId: newId(),
  version: 0,
  part: 'purpose' as const,
  text,
  ...more,
});
const linesOf = async (planId: string) => (await officer.call(c.getPlan, { planId })).lines;
const texts = async (planId: string) => (await linesOf(planId)).map((l) => l.text);

test('two hundred lines put into one gap stand in order, and the reply says which others moved', async () => {
  const plan = await newPlan();
  const first = await clerk.call(c.putLine, line(plan.id, 'Đầu'));
  await clerk.call(c.putLine, line(plan.id, 'Cuối'));
  let moved = 0;
  for (let i = 1; i <= 200; i++) {
    const reply = await clerk.call(c.putLine, line(plan.id, `${i}`, { afterId: first.id }));
    moved += reply.moved?.length ?? 0;
  }
  const expected = ['Đầu', ...Array.from({ length: 200 }, (_, i) => `${200 - i}`), 'Cuối'];
  assert.deepEqual(await texts(plan.id), expected);
  const positions = (await linesOf(plan.id)).map((l) => l.position);
  assert.equal(new Set(positions).size, positions.length);
  assert.ok(moved > 0);
});

test('a line behind one that was deleted meanwhile is put last, not first', async () => {
  const plan = await newPlan();
  await director.call(c.putLine, line(plan.id, 'Một'));
  const gone = await director.call(c.putLine, line(plan.id, 'Hai'));
  await director.call(c.deleteLine, { planId: plan.id, lineId: gone.id, version: 1 });
  await director.call(c.putLine, line(plan.id, 'Ba', { afterId: gone.id }));
  assert.deepEqual(await texts(plan.id), ['Một', 'Ba']);
});

test('a line whose first answer was lost is written once, wherever it was put', async () => {
  const plan = await newPlan();
  const first = await director.call(c.putLine, line(plan.id, 'Một'));
  const wanted = line(plan.id, 'Hai', { afterId: first.id });
  const once = await director.call(c.putLine, wanted);
  assert.deepEqual(await director.call(c.putLine, wanted), once);
  const move = { ...wanted, version: 1, afterId: null };
  const there = await director.call(c.putLine, move);
  assert.deepEqual(await director.call(c.putLine, move), there);
  assert.deepEqual(await texts(plan.id), ['Hai', 'Một']);
  assert.equal((await auditOf(app.database, once.id)).length, 2);
});

test('a line that becomes another part goes to the end of it', async () => {
  const plan = await newPlan();
  const changed = await director.call(c.putLine, line(plan.id, 'Mục đích'));
  for (const text of ['Yêu cầu một', 'Yêu cầu hai'])
    await director.call(c.putLine, line(plan.id, text, { part: 'requirement' }));
  await director.call(c.putLine, { ...line(plan.id, 'Ba', { part: 'requirement' }), lineId: changed.id, version: 1 });
  assert.deepEqual(await texts(plan.id), ['Yêu cầu một', 'Yêu cầu hai', 'Ba']);
});

test('what bears other lines keeps its part: nothing may vanish from the paper', async () => {
  const plan = await newPlan();
  const actor = await director.call(c.putLine, line(plan.id, 'Văn phòng', { part: 'actor' }));
  await director.call(c.putLine, line(plan.id, 'Đôn đốc', { part: 'duty', parentId: actor.id }));
  const changed = { ...line(plan.id, 'Văn phòng'), lineId: actor.id, version: 1 };
  const { fields } = await director.refused(c.putLine, changed, 'invalid');
  assert.match(fields?.part ?? '', /đang chứa các dòng khác/);
});

test('of a deleted parent its child is a conflict, and a new child is told to go elsewhere', async () => {
  const plan = await newPlan();
  const area = await director.call(c.putLine, line(plan.id, 'Mầm non', { part: 'area' }));
  const item = { ...line(plan.id, 'Bữa ăn', { part: 'area', parentId: area.id }), lineId: newId() };
  await director.call(c.putLine, item);
  await director.call(c.deleteLine, { planId: plan.id, lineId: area.id, version: 1 });
  const late = await director.refused(c.putLine, { ...item, version: 1, text: 'Bữa ăn ngon' }, 'plans.line-conflict');
  assert.equal(late.current, null);
  await director.refused(c.putLine, { ...item, lineId: newId() }, 'plans.parent-gone');
});

test('ids of another plan’s lines and targets are refused, and so is one target twice', async () => {
  const [mine, other] = [await newPlan(), await newPlan()];
  const target = { id: newId(), product: 'bài báo', counts: 'newspaper-article' as const, months: { '2027-04': 1 } };
  const taken = await director.call(c.putLine, line(other.id, 'Của kia', { part: 'activity', targets: [target] }));
  await director.refused(c.putLine, { ...line(mine.id, 'Lấy dòng'), lineId: taken.id }, 'plans.line-elsewhere');
  await director.refused(
    c.putLine,
    line(mine.id, 'Lấy', { part: 'activity', targets: [target] }),
    'plans.line-elsewhere',
  );
  const twice = [{ ...target, id: newId() }].flatMap((t) => [t, t]);
  await director.refused(c.putLine, line(mine.id, 'Hai lần', { part: 'activity', targets: twice }), 'invalid');
  assert.deepEqual(await linesOf(mine.id), []);
});

test('months that are none, and counts past all measure, are named by field', async () => {
  const plan = await newPlan();
  const put = (months: Record<string, number>) =>
    director.refused(
      c.putLine,
      line(plan.id, 'Sai', { part: 'activity', targets: [{ id: newId(), product: 'bài', counts: 'other', months }] }),
      'invalid',
    );
  const odd: Record<string, number>[] = [
    { '2027-13': 1 },
    { '2027-00': 1 },
    { '27-1': 1 },
    { '2027-01': -1 },
    { '2027-01': 1.5 },
    { '2027-01': 1e9 },
  ];
  for (const months of odd) assert.ok(Object.keys((await put(months)).fields ?? {})[0]?.startsWith('targets.0.months'));
  const many = Object.fromEntries(
    Array.from({ length: 121 }, (_, i) => [`${2000 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`, 1]),
  );
  await put(many);
});

test('the record of a line tells it before and after, with its plan', async () => {
  const plan = await newPlan();
  const written = await director.call(c.putLine, line(plan.id, 'Trước'));
  await director.call(c.putLine, { ...line(plan.id, 'Sau'), lineId: written.id, version: 1 });
  const [, change] = await auditOf(app.database, written.id);
  const { before, after } = change as { before: Record<string, unknown>; after: Record<string, unknown> };
  assert.deepEqual([before.planId, before.text, after.planId, after.text], [plan.id, 'Trước', plan.id, 'Sau']);
});

test('a plan of two thousand lines opens, is submitted, compared and printed in a breath', async () => {
  const plan = await newPlan();
  const rows = Array.from({ length: 2000 }, (_, i) => ({
    id: newId(),
    plan_id: plan.id,
    part: (['purpose', 'solution', 'activity'] as const)[i % 3]!,
    parent_id: null,
    position: i + 1,
    text: `Dòng ${i} ${'nội dung truyền thông '.repeat(5)}`,
    detail: '{}',
    origin: 'own' as const,
    trace: null,
    updated_by: sampleId('lan.pham@so.songtra.example'),
  }));
  await app.database.db.transaction().execute((tx) => insertLines(tx, rows));
  const began = performance.now();
  assert.equal((await linesOf(plan.id)).length, 2000);
  const submitted = await officer.call(s.submitPlan, { planId: plan.id, version: plan.version });
  const back = await officer.call(s.withdrawPlan, { planId: plan.id, version: submitted.version });
  await officer.call(c.putLine, { ...line(plan.id, 'Sửa'), lineId: rows[0]!.id, version: 1 });
  await officer.call(s.submitPlan, { planId: plan.id, version: back.version });
  const { changes } = await officer.call(v.diffVersions, { planId: plan.id, from: '1', to: '2' });
  assert.equal(changes.length, 1);
  assert.equal((await officer.send(c.exportPlan, { planId: plan.id, format: 'xlsx' })).status, 200);
  assert.ok(performance.now() - began < 4000, `${performance.now() - began} ms`);
});
