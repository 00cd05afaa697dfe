import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { auditOf } from '#app/testing/audit.ts';
import { testApp } from '#app/testing/http.ts';
import { newId } from '#lib/id.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import { personIdOf, unitIdOf } from '../../../db/sample/sample.ts';
import * as access from '../access/access.contract.ts';
import { accessRoutes } from '../access/access.routes.ts';
import { listAudit } from '../audit/audit.contract.ts';
import { auditRoutes } from '../audit/audit.routes.ts';
import * as documents from '../documents/documents.contract.ts';
import { documentRoutes } from '../documents/documents.routes.ts';
import * as plans from '../plans/plans.contract.ts';
import { planRoutes } from '../plans/plans.routes.ts';
import * as org from './org.contract.ts';
import { orgRoutes } from './org.routes.ts';
import * as changes from './reorganisation.contract.ts';
import { carryOutDue } from './reorganisation.jobs.ts';
import { tablesThatStay, tablesWithPath } from './unit-paths.sql.ts';

useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-reorganisation-'))));
const app = await testApp({
  routes: [...auditRoutes, ...orgRoutes, ...accessRoutes, ...documentRoutes, ...planRoutes],
});
const administrator = app.as('minh.ho@so.songtra.example');
const officer = app.as('lan.pham@so.songtra.example');
const decision = 'Quyết định số 1234/QĐ-UBND ngày 10/11/2026';
const today = '2026-11-20';

const unit = (key: string) => officer.call(org.getUnit, { unitId: unitIdOf(key) });
const above = async (unitId: string) =>
  (await officer.call(org.getUnit, { unitId })).ancestors.map((a) => a.name).slice(-2);

/** A letter that the commune Đồi Thông received and dealt with before all of this. */
const letter = await app
  .as('mai.lo@doithong.songtra.example')
  .call(documents.receiveDocument, { unitId: unitIdOf('xa.dt'), pasted: 'CÔNG VĂN\nVề truyền thông' });
await app.database.pool.query(`update documents set state = 'checked' where id = $1`, [letter.id]);

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

test('who acts for the successor reads what the former unit left, also what is the unit’s own', async () => {
  const { rows } = await app.database.pool.query('select id from units where name like $1', ['%Ngọc Thông']);
  const commune = app.as('thom.quach@suoingoc.songtra.example');
  const found = await commune.call(org.listUnits, { q: 'ngoc thong' });
  assert.equal(found.items[0]!.id, rows[0].id);
  const old = await unit('xa.dt');
  assert.equal(old.successorId, rows[0].id);
  await commune.call(documents.getDocument, { documentId: letter.id });
});

test('the record of a school stays readable for those who answer for it now', async () => {
  const { items } = await app
    .as('vinh.ha@suoingoc.songtra.example')
    .call(listAudit, { subjectId: letter.id, subjectKind: 'document' });
  assert.deepEqual(
    items.map((one) => one.event),
    ['document.received'],
  );
});

test('a change is refused with a sentence that names the unit', async () => {
  const merge = { kind: 'merge' as const, effectiveOn: today, decision };
  const titled = async (input: object, code: Parameters<typeof administrator.refused>[2]) =>
    (await administrator.refused(changes.makeChange, { ...merge, ...input }, code)).title;
  const self = { fromIds: [unitIdOf('th1')], to: [{ unitId: unitIdOf('th1') }] };
  assert.equal(
    await titled(self, 'org.change-merge-self'),
    '“Trường Tiểu học Bình Trà” không thể hợp nhất hay chuyển vào chính nó.',
  );
  const closed = { fromIds: [unitIdOf('xa.sn')], to: [{ unitId: unitIdOf('xa.bt') }] };
  assert.match(await titled(closed, 'org.change-closed'), /xã Suối Ngọc” đã kết thúc hoạt động từ 20\/11\/2026/);
  const early = { fromIds: [unitIdOf('xa.bt')], to: [{ unitId: unitIdOf('so.vp') }], effectiveOn: '2025-06-30' };
  assert.match(await titled(early, 'org.change-early'), /phường Bình Trà” mới hoạt động từ 01\/07\/2025/);
  const circle = { kind: 'move', fromIds: [unitIdOf('xa.bt')], to: [{ unitId: unitIdOf('th1') }] };
  assert.equal(await titled(circle, 'org.cycle'), 'Đơn vị không thể trực thuộc chính nó hoặc đơn vị bên dưới nó.');
  const place = { kind: 'move', fromIds: [unitIdOf('th1')], to: [{ unitId: unitIdOf('cs1') }] };
  assert.equal(
    await titled(place, 'org.change-place'),
    '“Trường Tiểu học Bình Trà” (Trường tiểu học) không thể trực thuộc “Trường THCS Bình Trà” (Trường trung học cơ sở).',
  );
  const unknown = { kind: 'move', fromIds: [newId()], to: [{ unitId: unitIdOf('so') }] };
  await titled(unknown, 'not-found');
  await titled(
    { kind: 'split', fromIds: [unitIdOf('th1')], to: [{ unitId: unitIdOf('th2') }] },
    'org.change-incomplete',
  );
  await titled({ kind: 'close', fromIds: [unitIdOf('xa.bt')] }, 'org.has-children');
  await officer.refused(changes.makeChange, { ...merge, ...self }, 'forbidden');
  const ministry = { kind: 'rename', fromIds: [unitIdOf('bo')], name: 'Bộ' };
  assert.match(await titled(ministry, 'org.change-beyond'), /“Bộ Giáo dục và Đào tạo”/);
});

test('a school moves to another commune from a day that is past; where it stood then stays known', async () => {
  const change = await administrator.call(changes.makeChange, {
    kind: 'move',
    effectiveOn: '2026-09-01',
    decision,
    fromIds: [unitIdOf('cs1')],
    to: [{ unitId: unitIdOf('so') }],
  });
  assert.equal(
    change.sentence,
    'Chuyển Trường THCS Bình Trà về trực thuộc Sở Giáo dục và Đào tạo Sông Trà từ 01/09/2026',
  );
  const { items } = await officer.call(changes.unitHistory, { unitId: unitIdOf('cs1') });
  assert.deepEqual(
    items.map((item) => [item.on, item.sentence]),
    [
      ['2026-09-01', 'Trước đó thuộc Phòng Văn hóa - Xã hội phường Bình Trà.'],
      ['2025-07-01', 'Trước đó thuộc Phòng Giáo dục và Đào tạo huyện Trà Giang.'],
    ],
  );
  await administrator.refused(
    changes.makeChange,
    {
      kind: 'move',
      effectiveOn: '2026-08-01',
      decision,
      fromIds: [unitIdOf('cs1')],
      to: [{ unitId: unitIdOf('xa.bt') }],
    },
    'org.change-later',
  );
  await pathsAgree();
  await administrator.call(changes.undoChange, { changeId: change.id });
  assert.deepEqual((await above(unitIdOf('cs1'))).at(-1), 'Phòng Văn hóa - Xã hội phường Bình Trà');
  await administrator.refused(changes.undoChange, { changeId: change.id }, 'org.change-state');
  await pathsAgree();
});

test('a school is divided: teams go where they are told, the first part carries on; undone, all is as before', async () => {
  const was = await app.database.pool.query(`select id, path, parent_id, closed_on from units order by id`);
  const grantsWere = await app.database.pool.query(`select id, valid_to from grants order by id`);
  const [first, second] = [newId(), newId()];
  const change = await administrator.call(changes.makeChange, {
    kind: 'split',
    effectiveOn: today,
    decision,
    fromIds: [unitIdOf('tc3')],
    to: [
      { make: { id: first, name: 'Trường Tiểu học Thác Bạc', kind: 'primary' } },
      { make: { id: second, name: 'Trường THCS Thác Bạc', kind: 'lower-secondary' }, childIds: [unitIdOf('tc3.t1')] },
    ],
  });
  assert.deepEqual((await above(unitIdOf('tc3.t1'))).at(-1), 'Trường THCS Thác Bạc');
  assert.deepEqual((await above(unitIdOf('tc3.tt'))).at(-1), 'Trường Tiểu học Thác Bạc');
  const posts = (await officer.call(org.getUnit, { unitId: first })).posts;
  assert.ok(posts.some((p) => p.kind === 'head' && p.personId === null));
  assert.ok(posts.some((p) => p.title === 'Nguyên Hiệu trưởng' && p.personName));
  await pathsAgree();
  await administrator.call(changes.undoChange, { changeId: change.id });
  const now = await app.database.pool.query(
    `select id, path, parent_id, closed_on from units where not id = any($1) order by id`,
    [[first, second]],
  );
  assert.deepEqual(now.rows, was.rows);
  const grantsNow = await app.database.pool.query(`select id, valid_to from grants where unit_id <> $1 order by id`, [
    first,
  ]);
  assert.deepEqual(grantsNow.rows, grantsWere.rows);
  await pathsAgree();
});

test('what stands upon another change is not undone before it', async () => {
  const rename = (name: string) => ({
    kind: 'rename' as const,
    effectiveOn: today,
    decision,
    fromIds: [unitIdOf('th2')],
    name,
  });
  const first = await administrator.call(changes.makeChange, rename('Trường Tiểu học Ngọc Thông'));
  const twice = await administrator.refused(changes.makeChange, rename('Trường Tiểu học Số 1'), 'org.change-twice');
  assert.match(twice.title, /đã có một thay đổi cùng loại vào 20\/11\/2026/);
  const moved = await administrator.call(changes.makeChange, {
    kind: 'move',
    effectiveOn: today,
    decision,
    fromIds: [unitIdOf('th2')],
    to: [{ unitId: unitIdOf('xa.bt') }],
  });
  const refusal = await administrator.refused(changes.undoChange, { changeId: first.id }, 'org.change-built-upon');
  assert.match(refusal.title, /đã có thay đổi tiếp theo sau đó \(chuyển đơn vị quản lý\)/);
  await administrator.call(changes.undoChange, { changeId: moved.id });
  await administrator.call(changes.undoChange, { changeId: first.id });
  assert.equal((await unit('th2')).name, 'Trường Tiểu học Suối Ngọc');
  assert.deepEqual((await unit('th2')).formerNames, []);
});

test('a change of tomorrow waits, is carried out in the night, and says why where the world has changed', async () => {
  const tomorrow = '2026-11-21';
  const move = (key: string, to: string) => ({
    kind: 'move' as const,
    effectiveOn: tomorrow,
    decision,
    fromIds: [unitIdOf(key)],
    to: [{ unitId: unitIdOf(to) }],
  });
  const good = await administrator.call(changes.makeChange, move('mn1', 'so'));
  const bad = await administrator.call(changes.makeChange, move('pt1', 'xa.bt'));
  const withdrawn = await administrator.call(changes.makeChange, move('pt2', 'xa.bt'));
  assert.deepEqual([good.state, good.can], ['planned', ['withdraw']]);
  assert.deepEqual((await above(unitIdOf('mn1'))).at(-1), 'Phòng Văn hóa - Xã hội phường Bình Trà');
  assert.equal((await administrator.call(changes.undoChange, { changeId: withdrawn.id })).state, 'undone');
  await app.database.pool.query(`update units set closed_on = $2 where id = $1`, [unitIdOf('pt1'), today]);
  const night = new Date('2026-11-20T17:02:00Z');
  await app.database.db.transaction().execute((tx) => carryOutDue(tx, night));
  const after = await administrator.call(changes.getChange, { changeId: good.id });
  assert.deepEqual([after.state, after.can], ['done', ['undo']]);
  assert.deepEqual((await above(unitIdOf('mn1'))).at(-1), 'Sở Giáo dục và Đào tạo Sông Trà');
  const failed = await administrator.call(changes.getChange, { changeId: bad.id });
  assert.equal(failed.state, 'failed');
  assert.equal(failed.failure, '“Trường THPT Sông Trà” đã kết thúc hoạt động từ 20/11/2026.');
  await pathsAgree();
});

test('changes are listed, the latest day first, by those who reach all units concerned', async () => {
  const { items } = await administrator.call(changes.listChanges, {});
  assert.ok(items.length >= 6);
  assert.deepEqual(
    items.map((i) => i.effectiveOn),
    items
      .map((i) => i.effectiveOn)
      .sort()
      .reverse(),
  );
  assert.deepEqual(
    (await app.as('tu.kieu@bo.example').call(changes.listChanges, { state: 'done' })).items.length > 0,
    true,
  );
});

test('every table whose rows carry a unit and its path follows the units, or is known to stay', async () => {
  const { rows } = await app.database.pool.query(
    `select c.table_name as name from information_schema.columns c join information_schema.columns u using (table_schema, table_name)
       join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name = 'path' and u.column_name = 'unit_id' and t.table_type = 'BASE TABLE' order by 1`,
  );
  assert.deepEqual(rows.map((row) => row.name).sort(), [...tablesWithPath, ...tablesThatStay].sort());
});

test('figures of a year under the tree of then and under that of now', async () => {
  const asked = { within: unitIdOf('so'), from: '2025-01-01', to: '2025-06-30' };
  const then = await officer.call(changes.compareFigures, asked);
  const district = then.items.find((item) => item.id === unitIdOf('pgd'));
  assert.ok(district && district.units.asThen > district.units.asNow, JSON.stringify(district));
  const all = await officer.call(changes.compareFigures, { from: '2025-01-01', to: '2026-12-31' });
  for (const kind of ['units', 'plans', 'outputs'] as const)
    assert.equal(all.total[kind].asThen, all.total[kind].asNow);
  await officer.refused(changes.compareFigures, { from: '2026-01-01', to: '2025-01-01' }, 'invalid');
});

test('who keeps the system of one school makes no new schools beside it by dividing their own', async () => {
  const own = await app.database.db
    .selectFrom('people')
    .select(['id', 'email'])
    .where('name', '=', 'Nguyễn Văn Tuyên')
    .executeTakeFirstOrThrow();
  const place = await app.database.db
    .selectFrom('units')
    .select(['id', 'path'])
    .where('id', '=', unitIdOf('tc3'))
    .executeTakeFirstOrThrow();
  const grant = { id: newId(), person_id: own.id, unit_id: place.id, path: place.path, role: 'administrator' };
  await app.database.db
    .insertInto('grants')
    .values({ ...grant, valid_from: '2026-09-01' })
    .execute();
  await app.as(own.email!).refused(
    changes.previewChange,
    {
      kind: 'split',
      effectiveOn: today,
      decision,
      fromIds: [place.id],
      to: [{ make: { name: 'Trường số 1' } }, { make: { name: 'Trường số 2' } }],
    },
    'org.change-beyond',
  );
});
