import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '#app/testing/database.ts';
import { sampleFilling } from '#app/testing/http.ts';
import { unitIdOf } from '../../../db/sample/sample.ts';
import { findUnitByName, holderOf, upperBodyOn } from './org.ts';

const { db } = await testDatabase(sampleFilling);

const expected: [string, string, string | null][] = [
  ['mn1', '2025-06-30', 'Phòng GDĐT Trà Giang'],
  ['mn1', '2025-07-01', 'UBND phường Bình Trà'],
  ['th2', '2024-03-01', 'Phòng GDĐT Trà Giang'],
  ['cs2', '2026-03-01', 'UBND xã Suối Ngọc'],
  ['tc3', '2026-03-01', 'UBND xã Đồi Thông'],
  ['pt1', '2024-03-01', 'Sở GDĐT Sông Trà'],
  ['pt1', '2026-03-01', 'Sở GDĐT Sông Trà'],
  ['tx1', '2026-03-01', 'Sở GDĐT Sông Trà'],
  ['so', '2026-03-01', 'UBND tỉnh Sông Trà'],
  ['so.vp', '2026-03-01', 'Sở GDĐT Sông Trà'],
  ['pgd', '2024-03-01', 'UBND huyện Trà Giang'],
  ['xa.sn', '2026-03-01', 'UBND xã Suối Ngọc'],
  ['bo', '2026-03-01', null],
  ['bo.pt', '2026-03-01', 'Bộ GDĐT'],
  ['cs2.t1', '2026-03-01', 'THCS Suối Ngọc'],
  ['ub', '2026-03-01', null],
];

for (const [key, day, name] of expected) {
  test(`above ${key} on ${day} stands ${name ?? 'nothing'}`, async () => {
    assert.equal(await upperBodyOn(db, unitIdOf(key), day), name);
  });
}

test('a document’s issuer is found by its name or short name, whatever the marks; a wrong or vague name finds nobody', async () => {
  for (const name of ['SỞ GIÁO DỤC VÀ ĐÀO TẠO SÔNG TRÀ', 'Sở GDĐT Sông Trà', 'so  giao duc va dao tao song tra']) {
    assert.equal((await findUnitByName(db, name))?.id, unitIdOf('so'), name);
  }
  for (const name of ['Sở Giáo dục và Đào tạo', 'Ban Thông tin, tuyên truyền', '', '!'])
    assert.equal(await findUnitByName(db, name), null, name);
});

test('who holds a post on a day is known; a vacant post has nobody', async () => {
  assert.equal((await holderOf(db, unitIdOf('so'), 'head', '2026-03-01'))?.name, 'Nguyễn Thanh Hà');
  assert.equal(await holderOf(db, unitIdOf('th2'), 'site-manager', '2026-03-01'), null);
  assert.equal(await holderOf(db, unitIdOf('so'), 'head', '2020-03-01'), null);
});
