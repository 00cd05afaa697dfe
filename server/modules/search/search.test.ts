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
const titles = async (who: typeof officer, q: string, kind?: 'unit' | 'plan' | 'document' | 'output') =>
  (await who.call(contract.search, { q, ...(kind && { kind }) })).items.map((i) => i.title);

/** A row of a plan as its module writes it, as far as the search reads it. */
const plan = (unit: string, title: string, state: string) =>
  sql`insert into plans (id, unit_id, path, kind, title, period_kind, period_from, period_to, state, issuing_body, symbol, place, tsv)
      select ${newId()}, u.id, u.path, 'year', ${title}, 'calendarYear', 2027, 2027, ${state}, u.name, 'KH', '', vn_words(${title})
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

test('a plan of the Sở that was sent to a school is found there, once it is sent; by the Sở it is found once', async () => {
  await plan('so', 'Kế hoạch “Trang sách bên suối”', 'issued');
  assert.deepEqual(await titles(principal, 'trang sach ben suoi'), []);
  await sql`with sent as (
      insert into dispatches (id, plan_id, unit_id, path, choice, sent_by)
      select ${newId()}, p.id, p.unit_id, p.path, '{}', (select id from people limit 1) from plans p where title like '%Trang sách%' returning *)
    insert into addressees (id, plan_id, dispatch_id, unit_id, path, mode, sent_at)
    select gen_random_uuid(), d.plan_id, d.id, u.id, u.path, 'assign', now() from sent d
      join units u on u.id in (${unitIdOf('cs2')}, ${unitIdOf('cs1')}, ${unitIdOf('so')})`.execute(owner);
  for (const who of [principal, neighbour, officer])
    assert.deepEqual(await titles(who, 'trang sach ben suoi', 'plan'), ['Kế hoạch “Trang sách bên suối”']);
});

test('a word in typographic quotes is found, and what was made is found where the right reaches', async () => {
  await sql`insert into outputs (id, unit_id, path, counts, title, made_on, source, tsv)
      select ${newId()}, u.id, u.path, 'unit-article', ${'Ngày hội “Đọc sách”'}, '2026-11-01', 'typed', vn_words(${'Ngày hội “Đọc sách”'})
        from units u where u.id = ${unitIdOf('cs2')}`.execute(owner);
  for (const q of ['doc sach', '“đọc', 'ngày hội']) assert.equal((await titles(principal, q, 'output')).length, 1, q);
  assert.deepEqual(await titles(neighbour, 'doc sach', 'output'), []);
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
