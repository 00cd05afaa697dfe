import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditOf } from '#app/testing/audit.ts';
import { testApp } from '#app/testing/http.ts';
import { newId } from '#lib/id.ts';
import { personIdOf, unitIdOf } from '../../../db/sample/sample.ts';
import { orgRoutes } from './org.routes.ts';
import * as people from './people.contract.ts';

const app = await testApp({ routes: orgRoutes });
const director = app.as('ha.nguyen@so.songtra.example');
const principal = app.as('ngoc.le@thcssuoingoc.songtra.example');
const officer = app.as('lan.pham@so.songtra.example');
const school = unitIdOf('cs2');

test('people are listed within the reach, by unit and by words of their name', async () => {
  const own = await principal.call(people.listPeople, {});
  assert.deepEqual(
    own.items.map((p) => p.name),
    ['Bạch Tuấn Anh', 'Lê Thị Bích Ngọc', 'Lương Thị Vân', 'Nông Thị Huyền', 'Thái Thị Lành'],
  );
  assert.deepEqual(
    (await officer.call(people.listPeople, { q: 'bich ngoc' })).items.map((p) => [p.name, p.title, p.unitName]),
    [['Lê Thị Bích Ngọc', 'Hiệu trưởng', 'Trường THCS Suối Ngọc']],
  );
  assert.deepEqual((await principal.call(people.listPeople, { q: 'thanh ha' })).items, []);
  const commune = await officer.call(people.listPeople, { within: unitIdOf('xa.sn') });
  assert.equal(commune.items.length, 13);
  assert.deepEqual(
    (await officer.call(people.listPeople, { unitId: unitIdOf('so') })).items.map((p) => p.name),
    ['Nguyễn Thanh Hà', 'Phan Quốc Việt'],
  );
});

test('a list of people goes on where the page before ended', async () => {
  const all = (await officer.call(people.listPeople, { limit: 200 })).items.map((p) => p.id);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await officer.call(people.listPeople, { limit: 9, ...(after && { after }) });
    seen.push(...page.items.map((p) => p.id));
    after = page.next ?? undefined;
  } while (after);
  assert.deepEqual(seen, all);
});

test('a principal adds a person with a post; the audit keeps the personal part apart', async () => {
  const id = newId();
  const input = {
    id,
    unitId: school,
    name: 'Hoàng Thị Bưởi',
    email: 'Buoi.Hoang@THCSsuoingoc.songtra.example',
    postTitle: 'Giáo viên',
  };
  const made = await principal.call(people.createPerson, input);
  assert.deepEqual(
    [made.email, made.posts.map((p) => [p.title, p.kind]), made.can],
    ['buoi.hoang@thcssuoingoc.songtra.example', [['Giáo viên', 'member']], ['edit']],
  );
  assert.deepEqual(await principal.call(people.createPerson, input), made);
  const [told] = await auditOf(app.database, id);
  assert.deepEqual(
    [told?.event, told?.after, told?.personalAfter],
    ['person.created', { id }, { name: 'Hoàng Thị Bưởi', email: made.email, phone: null }],
  );
});

test('an address that somebody has, and one that is none, are refused', async () => {
  const input = { unitId: school, name: 'Ai đó', postTitle: 'Giáo viên' };
  await principal.refused(
    people.createPerson,
    { ...input, email: 'ngoc.le@thcssuoingoc.songtra.example' },
    'org.email-taken',
  );
  const problem = await principal.refused(people.createPerson, { ...input, email: 'ngoc' }, 'invalid');
  assert.match(problem.fields?.email ?? '', /Thư điện tử chưa đúng dạng/);
});

test('two people correct one person: the second meets a conflict with what is there', async () => {
  const personId = personIdOf('anh.bach@thcssuoingoc.songtra.example');
  const edited = await principal.call(people.editPerson, { personId, version: 1, phone: '0299 123 456' });
  assert.deepEqual(
    [edited.version, edited.phone, edited.email],
    [2, '0299 123 456', 'anh.bach@thcssuoingoc.songtra.example'],
  );
  const problem = await director.refused(people.editPerson, { personId, version: 1, name: 'Bạch Tuấn' }, 'conflict');
  assert.equal((problem.current as people.PersonDetail).phone, '0299 123 456');
});

test('outside the reach nobody is there; seen but not managed is forbidden', async () => {
  const personId = personIdOf('mai.tran@thcsbinhtra.songtra.example');
  await principal.refused(people.getPerson, { personId }, 'not-found');
  await principal.refused(people.editPerson, { personId, version: 1, name: 'X' }, 'not-found');
  await officer.refused(people.editPerson, { personId, version: 1, name: 'X' }, 'forbidden');
  assert.deepEqual((await officer.call(people.getPerson, { personId })).can, []);
  await principal.refused(people.createPerson, { unitId: unitIdOf('cs1'), name: 'X', postTitle: 'Y' }, 'forbidden');
});
