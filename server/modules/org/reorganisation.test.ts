import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditOf } from '#app/testing/audit.ts';
import { testApp } from '#app/testing/http.ts';
import { newId } from '#lib/id.ts';
import { personIdOf, unitIdOf } from '../../../db/sample/sample.ts';
import * as access from '../access/access.contract.ts';
import { accessRoutes } from '../access/access.routes.ts';
import * as plans from '../plans/plans.contract.ts';
import { planRoutes } from '../plans/plans.routes.ts';
import * as org from './org.contract.ts';
import { orgRoutes } from './org.routes.ts';
import * as changes from './reorganisation.contract.ts';

const app = await testApp({ routes: [...orgRoutes, ...accessRoutes, ...planRoutes] });
const administrator = app.as('minh.ho@so.songtra.example');
const officer = app.as('lan.pham@so.songtra.example');
const principal = app.as('ngoc.le@thcssuoingoc.songtra.example');
const decision = 'Quyết định số 1234/QĐ-UBND ngày 10/11/2026';
const today = '2026-11-20';

const unit = (key: string) => officer.call(org.getUnit, { unitId: unitIdOf(key) });
const above = async (unitId: string) =>
  (await officer.call(org.getUnit, { unitId })).ancestors.map((a) => a.name).slice(-2);

/** Every row with a path stands where its unit stands, and the history agrees with the present. */
async function pathsAgree() {
  const { rows } = await app.database.pool.query(
    `select u.name, u.path, h.path as was from units u left join lateral (select path from unit_paths p where p.unit_id = u.id order by valid_from desc limit 1) h on true
      where h.path is distinct from u.path or u.path <> coalesce((select p.path from units p where p.id = u.parent_id), '') || u.no || '.'`,
  );
  assert.deepEqual(rows, []);
  for (const table of ['grants', 'posts', 'plans', 'documents', 'invitations', 'unit_changes']) {
    const wrong = await app.database.pool.query(
      `select t.id from ${table} t join units u on u.id = t.unit_id where t.path <> u.path`,
    );
    assert.deepEqual(wrong.rows, [], table);
  }
}

test('two communes are merged into a new one: schools, people, roles and open plans arrive, both histories stay', async () => {
  const draft = await app.as('thom.quach@suoingoc.songtra.example').call(plans.createPlan, {
    unitId: unitIdOf('xa.sn'),
    kind: 'year',
    title: 'Truyền thông năm 2027',
    period: { kind: 'calendarYear', from: 2027, to: 2027 },
  });
  const input = {
    kind: 'merge' as const,
    effectiveOn: today,
    decision,
    fromIds: [unitIdOf('xa.sn'), unitIdOf('xa.dt')],
    to: [{ make: { id: newId(), name: 'Phòng Văn hóa - Xã hội xã Ngọc Thông', place: 'Ngọc Thông' } }],
  };
  const seen = await administrator.call(changes.previewChange, input);
  assert.match(seen.sentence, /^Hợp nhất Phòng Văn hóa - Xã hội xã Suối Ngọc, .* thành .*Ngọc Thông từ 20\/11\/2026$/);
  assert.equal(seen.effects.plans, 1);
  assert.ok(seen.effects.schools >= 5 && seen.effects.people > 5, JSON.stringify(seen.effects));
  assert.equal((await unit('xa.sn')).closedOn, null);

  const change = await administrator.call(changes.makeChange, { ...input, id: newId() });
  assert.equal(change.state, 'done');
  assert.deepEqual(change.effects, seen.effects);
  const made = input.to[0]!.make.id;
  assert.deepEqual(await above(unitIdOf('cs2')), ['Sở Giáo dục và Đào tạo Sông Trà', input.to[0]!.make.name]);
  const old = await unit('xa.sn');
  assert.deepEqual([old.closedOn, old.successorId], [today, made]);
  assert.deepEqual((await above(old.id)).at(-1), input.to[0]!.make.name);
  const grants = await administrator.call(access.listGrants, { unitId: made });
  assert.ok(grants.items.some((g) => g.personId === personIdOf('thom.quach@suoingoc.songtra.example')));
  const moved = await app.as('thom.quach@suoingoc.songtra.example').call(plans.getPlan, { planId: draft.plan.id });
  assert.deepEqual([moved.plan.unitId, moved.plan.issuingBody], [made, input.to[0]!.make.name]);
  const working = (await unit('cs2')).parents.filter((p) => p.line === 'working');
  assert.deepEqual(
    working.map((p) => [p.validFrom, p.validTo]),
    [
      [today, null],
      ['2025-07-01', today],
      ['2015-09-01', '2025-07-01'],
    ],
  );
  assert.deepEqual(
    (await auditOf(app.database, change.id)).map((a) => a.event),
    ['unit-change.done'],
  );
  await pathsAgree();
});
