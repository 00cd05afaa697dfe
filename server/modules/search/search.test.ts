import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testApp } from '#app/testing/http.ts';
import { newId } from '#lib/id.ts';
import { unitIdOf } from '../../../db/sample/sample.ts';
import * as contract from './search.contract.ts';
import { searchRoutes } from './search.routes.ts';

const app = await testApp({ routes: searchRoutes });
const { owner } = app.database;
const officer = app.as('lan.pham@so.songtra.example');
const principal = app.as('ngoc.le@thcssuoingoc.songtra.example');
const neighbour = app.as('mai.tran@thcsbinhtra.songtra.example');
const titles = async (who: typeof officer, q: string, kind?: 'unit' | 'plan' | 'document') =>
  (await who.call(contract.search, { q, ...(kind && { kind }) })).items.map((i) => i.title);

/** A row of a plan as its module writes it, as far as the search reads it. */
const plan = (unit: string, title: string, state: string) =>
  sql`insert into plans (id, unit_id, path, kind, title, period_kind, period_from, period_to, state, issuing_body, symbol, place, tsv)
      select ${newId()}, u.id, u.path, 'year', ${title}, 'calendarYear', 2027, 2027, ${state}, u.name, 'KH', '', to_tsvector('vn', ${title})
        from units u where u.id = ${unitIdOf(unit)}`.execute(owner);
await plan('cs2', 'Kế hoạch truyền thông năm 2027', 'issued');
await plan('cs2', 'Kế hoạch truyền thông bản nháp', 'draft');
await plan('so', 'Kế hoạch truyền thông của Sở', 'draft');

test('units are found by what people type: no marks, half a word, initials, a code', async () => {
  for (const q of ['thcs suoi ngoc', 'suối ngọc thcs', 'thcssn', 'ST-0203', 'trường thcs suối ng'])
    assert.equal((await titles(officer, q))[0], 'Trường THCS Suối Ngọc', q);
});

test('what is typed with marks comes first', async () => {
  assert.match((await titles(officer, 'sở'))[0]!, /^Sở Giáo dục/);
  assert.match((await titles(officer, 'đồi'))[0]!, /Đồi Thông/);
});

test('plans are found where the right reaches: one’s own drafts, what is issued below, nothing of a neighbour', async () => {
  assert.deepEqual(
    (await titles(principal, 'ke hoach truyen thong')).sort(),
    ['Kế hoạch truyền thông bản nháp', 'Kế hoạch truyền thông năm 2027'].sort(),
  );
  assert.deepEqual(
    (await titles(officer, 'ke hoach truyen thong')).sort(),
    ['Kế hoạch truyền thông của Sở', 'Kế hoạch truyền thông năm 2027'].sort(),
  );
  assert.deepEqual(await titles(neighbour, 'ke hoach truyen thong'), []);
  assert.deepEqual(await titles(officer, 'ke hoach truyen thong', 'unit'), []);
});

test('each hit says what it is and where it belongs', async () => {
  const { items } = await officer.call(contract.search, { q: 'thcs suoi ngoc', kind: 'unit' });
  assert.deepEqual(items[0], {
    kind: 'unit',
    id: unitIdOf('cs2'),
    title: 'Trường THCS Suối Ngọc',
    detail: 'Phòng Văn hóa - Xã hội xã Suối Ngọc',
    subkind: 'lower-secondary',
  });
});

test('no more than twenty, nothing for signs alone, and signs are never operators', async () => {
  assert.equal((await titles(officer, 'to')).length, 20);
  for (const q of ['', '   ', '!!!', "' | ' & :*"]) assert.deepEqual(await titles(officer, q), [], q);
  assert.equal((await titles(officer, "suoi' & (ngoc | :* thcs"))[0], 'Trường THCS Suối Ngọc');
  await app.refused(contract.search, { q: 'a' }, 'signed-out');
});
