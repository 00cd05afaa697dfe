import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { laidPlan } from '../../app/testing/sent-plan.ts';
import * as c from './coverage.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const officer = app.as('lan.pham@so.songtra.example');
const commune = app.as('thom.quach@suoingoc.songtra.example');
const principal = app.as('anh.bach@thcssuoingoc.songtra.example');
const neighbour = app.as('dat.nguyen@thcsbinhtra.songtra.example');

/** Two schools of Suối Ngọc and one of Bình Trà, two communes, a THPT directly below; a vocational school of the ministry elsewhere. */
const plan = await laidPlan(app.database, 3, [
  { unit: 'xa.sn', asks: ['adopted', 'loose', null] },
  { unit: 'mn2', asks: ['unopened', 'unopened', 'unopened'] },
  { unit: 'cs2', asks: ['adopted', 'wants-change', 'not-ours'] },
  { unit: 'cs1', asks: ['unanswered', 'adopted', null], dueOn: '2026-11-25' },
  { unit: 'pt1', asks: ['known', null, null], mode: 'inform', dueOn: '2026-12-31' },
  { unit: 'bo.tt', asks: ['unopened', null, 'loose'], mode: 'coordinate' },
]);
const { planId } = plan;
//                            unopened unanswered loose adopted not-ours wants-change changed known
const asks = (...n: number[]) => n;

test('the Sở sees its plan as a sum, by what stands directly below, and the partner elsewhere beside them', async () => {
  const seen = await officer.call(c.coverage, { planId });
  assert.deepEqual(seen.node, { unitId: sampleId('so'), name: 'Sở Giáo dục và Đào tạo Sông Trà' });
  assert.deepEqual(seen.way, [seen.node]);
  assert.deepEqual(
    seen.children.map((child) => child.name),
    [
      'Phòng Văn hóa - Xã hội phường Bình Trà',
      'Phòng Văn hóa - Xã hội xã Suối Ngọc',
      'Trường THPT Sông Trà',
      'Trung tâm Truyền thông và Sự kiện',
    ],
  );
  const [binhTra, suoiNgoc, thpt, partner] = seen.children;
  assert.equal(binhTra?.own, null, 'the plan went to its school, not to the office');
  assert.deepEqual(binhTra?.units, [0, 1, 0, 0, 0]);
  assert.deepEqual(suoiNgoc?.units, [1, 0, 1, 0, 0]);
  assert.deepEqual(suoiNgoc?.asks, asks(3, 0, 0, 1, 1, 1, 0, 0));
  assert.equal(suoiNgoc?.own?.state, 'loose');
  assert.deepEqual(thpt?.units, [0, 0, 0, 0, 0]);
  assert.equal(partner?.own?.lateDays, 2);
  assert.deepEqual(seen.units, [2, 1, 1, 1, 1]);
  assert.deepEqual(seen.asks, asks(4, 1, 2, 3, 1, 1, 0, 1));
});

test('each line is counted, in the order of the paper, under the actor that the duty names', async () => {
  const { lines, asks: sum } = await officer.call(c.coverage, { planId });
  assert.deepEqual(
    lines.map((l) => [l.lineId, l.heading]),
    plan.lineIds.map((id) => [id, 'Các trường']),
  );
  assert.deepEqual(lines[0]?.counts, asks(2, 1, 0, 2, 0, 0, 0, 1));
  assert.deepEqual(
    lines.map((l) => l.counts).reduce((a, b) => a.map((n, i) => n + b[i]!)),
    sum,
  );
});

test('late are those whose day has passed without an answer', async () => {
  const { late } = await officer.call(c.coverage, { planId });
  assert.equal(late, 2, 'the nursery school and the partner; the school that is due on the 25th is not');
  const rows = await officer.call(c.listAddressees, { planId, late: 'yes' });
  assert.deepEqual(rows.items.map((r) => [r.unitName, r.lateDays]).sort(), [
    ['Trung tâm Truyền thông và Sự kiện', 2],
    ['Trường Mầm non Suối Ngọc', 2],
  ]);
});

test('a commune office that got the plan sees its own schools, by its own node, and nothing of its neighbours', async () => {
  const seen = await commune.call(c.coverage, { planId });
  assert.equal(seen.node.unitId, sampleId('xa.sn'));
  assert.deepEqual(seen.way, [seen.node]);
  assert.deepEqual(
    seen.children.map((child) => [child.name, child.own?.state]),
    [
      ['Trường Mầm non Suối Ngọc', 'unopened'],
      ['Trường THCS Suối Ngọc', 'wants-change'],
    ],
  );
  for (const within of [sampleId('so'), sampleId('xa.bt'), sampleId('cs1')]) {
    await commune.refused(c.coverage, { planId, within }, 'not-found');
    await commune.refused(c.coverageMatrix, { planId, within }, 'not-found');
    await commune.refused(c.listAddressees, { planId, within }, 'not-found');
  }
  await commune.refused(c.getAddressee, { planId, addresseeId: plan.addressees.cs1 }, 'not-found');
  const { items } = await commune.call(c.listAddressees, { planId });
  assert.deepEqual(items.map((r) => r.unitName).sort(), [
    'Phòng Văn hóa - Xã hội xã Suối Ngọc',
    'Trường Mầm non Suối Ngọc',
    'Trường THCS Suối Ngọc',
  ]);
});

test('who neither sent nor got the plan does not learn that there is one', async () => {
  const other = await laidPlan(app.database, 1, [{ unit: 'cs2', asks: ['unopened'] }]);
  await neighbour.refused(c.coverage, { planId: other.planId }, 'not-found');
  await neighbour.refused(c.listAddressees, { planId: other.planId }, 'not-found');
  await principal.call(c.coverage, { planId: other.planId });
});

test('the drill goes down to the schools of a commune and says the way it came', async () => {
  const seen = await officer.call(c.coverage, { planId, within: sampleId('xa.bt') });
  assert.deepEqual(
    seen.way.map((w) => w.unitId),
    [sampleId('so'), sampleId('xa.bt')],
  );
  assert.deepEqual(
    seen.children.map((child) => child.unitId),
    [sampleId('cs1')],
  );
});

test('sums over the units directly below, with their own lines, are the sum of the node', async () => {
  const seen = await officer.call(c.coverage, { planId });
  const matrix = await officer.call(c.coverageMatrix, { planId });
  assert.deepEqual(matrix.lineIds, plan.lineIds);
  assert.deepEqual(
    matrix.rows.map((row) => row.unitId),
    seen.children.slice(0, 3).map((child) => child.unitId),
  );
  const suoiNgoc = matrix.rows[1];
  assert.deepEqual(suoiNgoc?.own, [3, 2, null]);
  assert.deepEqual(suoiNgoc?.below[2], asks(1, 0, 0, 0, 1, 0, 0, 0));
  assert.equal(matrix.rows[2]?.below[0], null);
});

test('the list is filtered by state, kind, line and account, and pages to its end', async () => {
  const names = async (filter: object) =>
    (await officer.call(c.listAddressees, { planId, ...filter })).items.map((r) => r.unitName);
  assert.deepEqual(await names({ states: 'wants-change,loose' }), [
    'Phòng Văn hóa - Xã hội xã Suối Ngọc',
    'Trường THCS Suối Ngọc',
  ]);
  assert.deepEqual(await names({ kind: 'nursery' }), ['Trường Mầm non Suối Ngọc']);
  assert.deepEqual(await names({ lineId: plan.lineIds[1], lineState: 'wants-change' }), ['Trường THCS Suối Ngọc']);
  assert.deepEqual(await names({ within: sampleId('xa.bt') }), ['Trường THCS Bình Trà']);
  const all = await names({});
  const [withAccount, without] = [await names({ account: 'with' }), await names({ account: 'without' })];
  assert.deepEqual([...withAccount, ...without].sort(), all.toSorted());
  assert.ok(withAccount.includes('Trường THCS Suối Ngọc'));
  const paged: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await officer.call(c.listAddressees, { planId, limit: 2, ...(after && { after }) });
    paged.push(...page.items.map((r) => r.unitName));
    after = page.next;
  }
  assert.deepEqual(paged, all);
});

test('what one unit answered is read line by line', async () => {
  const { unit, lines } = await officer.call(c.getAddressee, { planId, addresseeId: plan.addressees.cs2! });
  assert.equal(unit.unitName, 'Trường THCS Suối Ngọc');
  assert.equal(unit.aboveName, 'Phòng Văn hóa - Xã hội xã Suối Ngọc');
  assert.deepEqual(
    lines.map((l) => [l.text, l.state, l.reason]),
    [
      ['Nội dung 1', 'adopted', null],
      ['Nội dung 2', 'wants-change', 'Xin giảm còn 02 bài'],
      ['Nội dung 3', 'not-ours', null],
    ],
  );
});
