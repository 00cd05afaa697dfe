import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditOf } from '#app/testing/audit.ts';
import { testApp } from '#app/testing/http.ts';
import { newId } from '#lib/id.ts';
import { personIdOf, unitIdOf } from '../../../db/sample/sample.ts';
import * as org from './org.contract.ts';
import { orgRoutes } from './org.routes.ts';
import * as changes from './reorganisation.contract.ts';

const app = await testApp({ routes: orgRoutes });
const administrator = app.as('minh.ho@so.songtra.example');
const officer = app.as('lan.pham@so.songtra.example');
const principal = app.as('ngoc.le@thcssuoingoc.songtra.example');
const ministryAdmin = app.as('tu.kieu@bo.example');
const names = (rows: { name: string }[]) => rows.map((row) => row.name);

test('units are found without marks, by short name, symbol and code, the last word unfinished', async () => {
  for (const q of ['thcs suoi ngoc', 'THCS SUỐI NG', 'thcssn', 'ST-0203']) {
    const { items } = await officer.call(org.listUnits, { q });
    assert.deepEqual(names(items), ['Trường THCS Suối Ngọc'], q);
  }
  assert.deepEqual((await officer.call(org.listUnits, { q: '!!' })).items, []);
});

test('a list goes on where the page before ended, without a gap or a repeat', async () => {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await officer.call(org.listUnits, { within: unitIdOf('so'), limit: 7, ...(after && { after }) });
    seen.push(...page.items.map((u) => u.id));
    after = page.next ?? undefined;
  } while (after);
  const all = await officer.call(org.listUnits, { within: unitIdOf('so'), limit: 200 });
  assert.deepEqual(
    seen,
    all.items.map((u) => u.id),
  );
  assert.equal(new Set(seen).size, seen.length);
});

test('units are listed by parent and by kind; closed ones only when asked', async () => {
  const schools = await officer.call(org.listUnits, { parentId: unitIdOf('xa.sn') });
  assert.deepEqual(names(schools.items), [
    'Trường Mầm non Suối Ngọc',
    'Trường THCS Suối Ngọc',
    'Trường Tiểu học Suối Ngọc',
  ]);
  const centres = await officer.call(org.listUnits, { kind: 'continuing-education' });
  assert.equal(centres.items.length, 1);
  const q = 'phong giao duc va dao tao huyen';
  assert.equal((await officer.call(org.listUnits, { q })).items.length, 0);
  assert.equal((await officer.call(org.listUnits, { q, closed: 'include' })).items[0]?.closedOn, '2025-07-01');
});

test('the tree opens level by level: by kind, then by name', async () => {
  const roots = await officer.call(org.listTree, {});
  assert.deepEqual(names(roots.items), ['Bộ Giáo dục và Đào tạo', 'Ủy ban nhân dân tỉnh Sông Trà']);
  const below = await officer.call(org.listTree, { parentId: unitIdOf('so') });
  assert.deepEqual(
    below.items.map((n) => n.kind).filter((k, i, all) => all.indexOf(k) === i),
    ['division', 'commune-office', 'upper-secondary', 'continuing-education'],
  );
  assert.equal(below.items.find((n) => n.kind === 'commune-office')?.children, 3);
  const first = await officer.call(org.listTree, { parentId: unitIdOf('so'), limit: 4 });
  const rest = await officer.call(org.listTree, { parentId: unitIdOf('so'), after: first.next! });
  assert.deepEqual([...first.items, ...rest.items], below.items);
});

test('a unit shows its way up, its parents by line with their days, its posts and what the reader may do', async () => {
  const unit = await principal.call(org.getUnit, { unitId: unitIdOf('cs2') });
  assert.deepEqual(names(unit.ancestors), [
    'Bộ Giáo dục và Đào tạo',
    'Sở Giáo dục và Đào tạo Sông Trà',
    'Phòng Văn hóa - Xã hội xã Suối Ngọc',
  ]);
  const working = unit.parents.filter((p) => p.line === 'working').map((p) => [p.parentName, p.validFrom, p.validTo]);
  assert.deepEqual(working, [
    ['Phòng Văn hóa - Xã hội xã Suối Ngọc', '2025-07-01', null],
    ['Phòng Giáo dục và Đào tạo huyện Trà Giang', '2015-09-01', '2025-07-01'],
  ]);
  assert.equal(unit.posts[0]?.personName, 'Lê Thị Bích Ngọc');
  assert.deepEqual(unit.upperBody, { id: unitIdOf('ub.sn'), name: 'Ủy ban nhân dân xã Suối Ngọc' });
  assert.deepEqual(unit.can, ['manage-posts', 'manage-people', 'import', 'manage-grants', 'read-audit']);
  assert.deepEqual((await principal.call(org.getUnit, { unitId: unitIdOf('cs1') })).can, []);
});

test('an administrator adds a unit below; sent twice it is one; the audit says so once', async () => {
  const input = {
    id: newId(),
    parentId: unitIdOf('xa.sn'),
    kind: 'nursery' as const,
    name: 'Trường Mầm non Ban Mai',
    administrativeParentId: unitIdOf('ub.sn'),
    codes: [{ scheme: 'sector', code: 'ST-0299' }],
  };
  const made = await administrator.call(org.createUnit, input);
  const again = await administrator.call(org.createUnit, input);
  assert.deepEqual(again, made);
  const parent = await officer.call(org.getUnit, { unitId: unitIdOf('xa.sn') });
  assert.ok(made.path.startsWith(parent.path) && made.path.split('.').length === parent.path.split('.').length + 1);
  assert.deepEqual(
    [made.slug, made.place, made.upperBody?.name],
    ['truong-mam-non-ban-mai', 'Suối Ngọc', 'Ủy ban nhân dân xã Suối Ngọc'],
  );
  const told = await auditOf(app.database, made.id);
  assert.deepEqual(
    told.map((t) => [t.event, t.personId, t.unitId, t.path]),
    [['unit.created', personIdOf('minh.ho@so.songtra.example'), made.id, made.path]],
  );
  await administrator.refused(org.createUnit, { ...input, name: 'Trường khác' }, 'conflict');
});

test('two schools of one name get two addresses; addresses of the system and of others are refused', async () => {
  const twin = await administrator.call(org.createUnit, {
    parentId: unitIdOf('xa.bt'),
    kind: 'primary',
    name: 'Trường Tiểu học Bình Trà',
  });
  assert.match(twin.slug, /^truong-tieu-hoc-binh-tra-[0-9a-f]{6}$/);
  const other = { parentId: unitIdOf('xa.bt'), kind: 'primary', name: 'Trường Tiểu học Hoa Ban' };
  await administrator.refused(org.createUnit, { ...other, slug: 'api' }, 'org.slug-reserved');
  await administrator.refused(org.createUnit, { ...other, slug: 'truong-tieu-hoc-binh-tra' }, 'org.slug-taken');
  await administrator.refused(
    org.createUnit,
    { ...other, codes: [{ scheme: 'sector', code: 'ST-0102' }], openedOn: '2015-09-01' },
    'org.code-taken',
  );
});

test('only where the right reaches: a principal, an officer and a neighbour add nothing', async () => {
  const input = { parentId: unitIdOf('so'), kind: 'division', name: 'Phòng mới' };
  await officer.refused(org.createUnit, input, 'forbidden');
  await principal.refused(org.createUnit, input, 'forbidden');
  await administrator.refused(org.createUnit, { ...input, parentId: unitIdOf('bo') }, 'forbidden');
  await administrator.refused(org.createUnit, { ...input, parentId: newId() }, 'not-found');
  await app.refused(org.createUnit, input, 'signed-out');
});

test('bad input names the field in words', async () => {
  const problem = await administrator.refused(
    org.createUnit,
    { parentId: 'x', kind: 'castle', name: ' ', extra: 1 },
    'invalid',
  );
  assert.deepEqual(Object.keys(problem.fields ?? {}).sort(), ['extra', 'kind', 'name', 'parentId']);
  assert.equal(problem.fields?.name, 'Vui lòng nhập mục này.');
});

test('two people edit one unit: the second gets the current one and nothing is overwritten', async () => {
  const before = await administrator.call(org.getUnit, { unitId: unitIdOf('th3') });
  const edited = await administrator.call(org.editUnit, {
    unitId: before.id,
    version: before.version,
    shortName: 'TH Đồi Thông A',
  });
  assert.equal(edited.version, before.version + 1);
  const problem = await ministryAdmin.refused(
    org.editUnit,
    { unitId: before.id, version: before.version, shortName: 'TH ĐT' },
    'conflict',
  );
  assert.equal((problem.current as org.UnitDetail).shortName, 'TH Đồi Thông A');
  assert.equal((await officer.call(org.getUnit, { unitId: before.id })).shortName, 'TH Đồi Thông A');
});

test('both editors at the same moment: one is first, the other meets a conflict', async () => {
  const { version, id } = await administrator.call(org.getUnit, { unitId: unitIdOf('th1') });
  const both = await Promise.all(
    [administrator, ministryAdmin].map((who, i) => who.send(org.editUnit, { unitId: id, version, symbol: `TH${i}` })),
  );
  assert.deepEqual(both.map((reply) => reply.status).sort(), [200, 409]);
});

test('a renaming keeps the former name with its days, and the search finds the new one', async () => {
  const before = await administrator.call(org.getUnit, { unitId: unitIdOf('mn3') });
  const after = await administrator.call(org.editUnit, {
    unitId: before.id,
    version: before.version,
    name: 'Trường Mầm non Ánh Dương',
    renamedOn: '2026-09-01',
  });
  assert.deepEqual(after.formerNames, [
    { name: 'Trường Mầm non Sao Sáng', validFrom: '2015-09-01', validTo: '2026-09-01' },
  ]);
  assert.equal((await officer.call(org.listUnits, { q: 'anh duong' })).items.length, 1);
  const told = await auditOf(app.database, before.id);
  assert.deepEqual(
    told.map((t) => t.event),
    ['unit.edited'],
  );
  assert.equal((told[0]!.before as { name: string }).name, 'Trường Mầm non Sao Sáng');
});

test('settings say which steps a document passes; a stale version is refused', async () => {
  const unitId = unitIdOf('pt2');
  const first = await administrator.call(org.setSettings, {
    unitId,
    version: 1,
    signingSteps: ['initials', 'format-check'],
    ownRegister: true,
  });
  assert.deepEqual(first.settings, { signingSteps: ['initials', 'format-check'], ownRegister: true, version: 2 });
  await administrator.refused(
    org.setSettings,
    { unitId, version: 1, signingSteps: [], ownRegister: false },
    'conflict',
  );
  await principal.refused(org.setSettings, { unitId, version: 2, signingSteps: [], ownRegister: false }, 'forbidden');
});

test('a new People’s Committee from a day on ends the one before that day', async () => {
  const unitId = unitIdOf('cs1');
  const after = await administrator.call(org.setParent, {
    unitId,
    line: 'administrative',
    parentId: unitIdOf('ub.sn'),
    validFrom: '2026-10-01',
  });
  const line = after.parents
    .filter((p) => p.line === 'administrative')
    .map((p) => [p.parentId, p.validFrom, p.validTo]);
  assert.deepEqual(line, [
    [unitIdOf('ub.sn'), '2026-10-01', null],
    [unitIdOf('ub.bt'), '2025-07-01', '2026-10-01'],
  ]);
  await administrator.refused(
    org.setParent,
    { unitId, line: 'administrative', parentId: unitIdOf('ub.bt'), validFrom: '2020-01-01' },
    'invalid',
  );
  await administrator.refused(
    org.setParent,
    { unitId, line: 'administrative', parentId: unitId, validFrom: '2026-11-01' },
    'org.cycle',
  );
});

const closing = (unitId: string, to?: string) => ({
  kind: 'close' as const,
  effectiveOn: '2026-11-20',
  decision: 'Quyết định số 21/QĐ-SGDĐT',
  fromIds: [unitId],
  ...(to && { to: [{ unitId: to }] }),
});

test('a unit that was closed names who carries on, and cannot be changed', async () => {
  const team = await administrator.call(org.getUnit, { unitId: unitIdOf('mn1.t2') });
  await administrator.call(changes.makeChange, closing(team.id, unitIdOf('mn1.t1')));
  const closed = await administrator.call(org.getUnit, { unitId: team.id });
  assert.deepEqual(
    [closed.closedOn, closed.successorId, closed.can],
    ['2026-11-20', unitIdOf('mn1.t1'), ['read-audit']],
  );
  const name = { unitId: team.id, version: closed.version, name: 'Tổ khác' };
  await administrator.refused(org.editUnit, name, 'org.unit-closed');
});

test('a unit that is closed while another is made below it: one of the two is refused', async () => {
  const parentId = unitIdOf('mn1.t1');
  const replies = await Promise.all([
    administrator.send(changes.makeChange, closing(parentId)),
    administrator.send(org.createUnit, { parentId, kind: 'team', name: 'Nhóm lớp lá' }),
  ]);
  assert.deepEqual(replies.map((reply) => reply.status).sort(), [200, 409]);
});

test('an address of a page that is none is told as unreadable', async () => {
  await officer.refused(org.listUnits, { after: "x' or 1=1" }, 'unreadable');
  await officer.refused(org.listTree, { after: 'x' }, 'unreadable');
});

test('counts by kind add up to the total', async () => {
  const counts = await officer.call(org.countUnits, { within: unitIdOf('xa.dt') });
  assert.equal(
    counts.total,
    counts.kinds.reduce((sum, k) => sum + k.count, 0),
  );
  assert.equal(counts.kinds.find((k) => k.kind === 'primary-lower-secondary')?.count, 1);
});
