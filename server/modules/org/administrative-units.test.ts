import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { auditOf } from '#app/testing/audit.ts';
import { testApp } from '#app/testing/http.ts';
import { newId } from '#lib/id.ts';
import { readCsv } from '#platform/tables/csv.ts';
import { unitIdOf } from '../../../db/sample/sample.ts';
import { loadAdministrativeUnits, readAreas } from './administrative-units.ts';
import * as org from './org.contract.ts';
import { orgRoutes } from './org.routes.ts';

const file = path.resolve(import.meta.dirname, '../../../db/reference/administrative-units.csv');
const areas = readAreas(readCsv(fs.readFileSync(file)).rows);
const app = await testApp({ routes: orgRoutes });
const reader = app.as('bao.ly@bo.example');
const author = { requestId: newId(), now: new Date('2026-11-20T01:00:00Z'), system: 'test' };
const load = () =>
  app.database.db.transaction().execute((tx) => loadAdministrativeUnits(tx, author, areas, 'administrative-units.csv'));
const only = async (q: string, kind: 'province-department' | 'commune-office' | 'people-committee') =>
  (await reader.call(org.listUnits, { q, kind })).items;

test('the file has 34 provinces and 3,321 communes, in the usual spelling', () => {
  assert.equal(areas.filter((a) => a.kind === 'province').length, 34);
  assert.equal(areas.length, 34 + 3321);
  assert.deepEqual(
    ['38', '56', '79'].map((code) => areas.find((a) => a.code === code)?.name),
    ['Thanh Hóa', 'Khánh Hòa', 'Hồ Chí Minh'],
  );
});

test('they come in as units in a few seconds, and a second run makes nothing twice', async () => {
  const started = performance.now();
  const first = await load();
  assert.ok(performance.now() - started < 8000, `${performance.now() - started} ms`);
  assert.deepEqual(
    { ...first },
    { areas: 3355, changedAreas: 3356, committees: 3355, departments: 34, communeOffices: 3321, adopted: 0 },
  );
  assert.deepEqual(await load(), {
    areas: 3355,
    changedAreas: 0,
    committees: 0,
    departments: 0,
    communeOffices: 0,
    adopted: 0,
  });
  assert.deepEqual(
    (await auditOf(app.database, unitIdOf('bo'))).map((t) => t.event),
    ['administrative-units.loaded', 'administrative-units.loaded'],
  );
});

test('a Sở stands below the ministry and under the UBND of its province; a commune office below its Sở', async () => {
  const [found] = await only('so giao duc va dao tao thanh hoa', 'province-department');
  const department = await reader.call(org.getUnit, { unitId: found!.id });
  assert.deepEqual(
    [department.name, department.parentId, department.upperBody?.name, department.children],
    ['Sở Giáo dục và Đào tạo Thanh Hóa', unitIdOf('bo'), 'Ủy ban nhân dân tỉnh Thanh Hóa', 166],
  );
  const office = await reader.call(org.getUnit, { unitId: (await only('phuong ba dinh', 'commune-office'))[0]!.id });
  assert.deepEqual(
    [office.name, office.parentName, office.upperBody?.name],
    ['Phòng Văn hóa - Xã hội phường Ba Đình', 'Sở Giáo dục và Đào tạo Hà Nội', 'Ủy ban nhân dân phường Ba Đình'],
  );
  assert.deepEqual(
    office.codes.map((c) => [c.scheme, c.code]),
    [['education-office', '00004']],
  );
  assert.equal(
    (await only('thanh pho ho chi minh', 'province-department'))[0]?.name,
    'Sở Giáo dục và Đào tạo Thành phố Hồ Chí Minh',
  );
});

test('what changed since 1/7/2025 stands with its days', async () => {
  const rows = await app.database.db
    .selectFrom('administrative_units')
    .select(['full_name', 'valid_from', 'valid_to'])
    .where('code', '=', '75')
    .orderBy('valid_from')
    .execute();
  assert.deepEqual(rows, [
    { full_name: 'Tỉnh Đồng Nai', valid_from: '2025-07-01', valid_to: '2026-04-30' },
    { full_name: 'Thành phố Đồng Nai', valid_from: '2026-04-30', valid_to: null },
  ]);
});

test('a Sở that was made by hand is adopted by its name and keeps its id', async () => {
  const other = await testApp({ routes: orgRoutes });
  const administrator = other.as('tu.kieu@bo.example');
  const made = await administrator.call(org.createUnit, {
    parentId: unitIdOf('bo'),
    kind: 'province-department',
    name: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO KHÁNH HÒA',
  });
  const report = await other.database.db
    .transaction()
    .execute((tx) => loadAdministrativeUnits(tx, author, areas, 'administrative-units.csv'));
  assert.deepEqual([report.departments, report.adopted], [33, 1]);
  const unit = await administrator.call(org.getUnit, { unitId: made.id });
  assert.deepEqual(
    [unit.codes.map((c) => c.code), unit.children, unit.upperBody?.name],
    [['56'], 65, 'Ủy ban nhân dân tỉnh Khánh Hòa'],
  );
});

test('a broken line stops the load and is named', () => {
  const head = ['kind', 'code', 'parentCode', 'fullName', 'name'];
  assert.throws(() => readAreas([head, ['province', '1', '', 'Tỉnh A', 'A']]), /dòng 2: province,1,,Tỉnh A,A/);
  assert.throws(() => readAreas([head, ['ward', '00004', '99', 'Phường B', 'B']]), /00004 Phường B: 99/);
});
