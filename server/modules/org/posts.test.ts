import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditOf } from '#app/testing/audit.ts';
import { testApp } from '#app/testing/http.ts';
import { newId } from '#lib/id.ts';
import { personIdOf, unitIdOf } from '../../../db/sample/sample.ts';
import { orgRoutes } from './org.routes.ts';
import * as posts from './posts.contract.ts';

const app = await testApp({ routes: orgRoutes });
const director = app.as('ha.nguyen@so.songtra.example');
const principal = app.as('son.pham@thsuoingoc.songtra.example');
const neighbour = app.as('ngoc.le@thcssuoingoc.songtra.example');
const officer = app.as('lan.pham@so.songtra.example');
const teacher = app.as('toan.vi@thsuoingoc.songtra.example');
const school = unitIdOf('th2');
const teacherId = personIdOf('toan.vi@thsuoingoc.songtra.example');

const vacant = async () => (await principal.call(posts.listPosts, { vacancy: 'only' })).items[0]!;

test('a vacant post shows as a to-do of the school and of the levels above, not of a neighbour', async () => {
  for (const who of [principal, director, officer]) {
    const { items } = await who.call(posts.listPosts, { vacancy: 'only' });
    assert.deepEqual(
      items.map((p) => [p.unitId, p.title]),
      [[school, 'Quản lý trang thông tin điện tử']],
    );
  }
  assert.deepEqual((await neighbour.call(posts.listPosts, { vacancy: 'only' })).items, []);
  await teacher.refused(posts.listPosts, {}, 'forbidden');
});

test('the principal puts somebody into it; the vacancy stays in the history', async () => {
  const before = await vacant();
  const after = await principal.call(posts.assignPost, {
    postId: before.id,
    version: before.version,
    personId: teacherId,
  });
  assert.deepEqual(
    [after.personName, after.validFrom, after.can],
    ['Vi Văn Toàn', '2026-11-20', ['assign', 'vacate', 'end']],
  );
  const all = await principal.call(posts.listPosts, { unitId: school, kind: 'site-manager', past: 'include' });
  assert.deepEqual(
    all.items.map((p) => [p.personName, p.validFrom, p.validTo]).sort(),
    [
      ['Vi Văn Toàn', '2026-11-20', null],
      [null, '2025-07-01', '2026-11-20'],
    ].sort(),
  );
  const told = await auditOf(app.database, after.id);
  assert.deepEqual(
    told.map((t) => [t.event, (t.after as { personId: string }).personId]),
    [['post.assigned', teacherId]],
  );
});

test('a post that changed meanwhile is refused with what it is now', async () => {
  const { items } = await principal.call(posts.listPosts, { unitId: school, kind: 'site-manager', past: 'include' });
  const [past, current] = [items.find((p) => p.validTo)!, items.find((p) => !p.validTo)!];
  await principal.refused(posts.vacatePost, { postId: past.id, version: past.version }, 'org.post-changed');
  await principal.refused(posts.vacatePost, { postId: current.id, version: current.version + 1 }, 'conflict');
});

test('a change on the first day corrects the row; leaving it makes it a to-do again', async () => {
  const { items } = await principal.call(posts.listPosts, { unitId: school, kind: 'site-manager' });
  const left = await principal.call(posts.vacatePost, { postId: items[0]!.id, version: items[0]!.version });
  assert.deepEqual([left.id, left.personId], [items[0]!.id, null]);
  assert.equal((await vacant()).id, left.id);
});

test('a post is made and ended; a day before it began is refused', async () => {
  const made = await principal.call(posts.createPost, {
    unitId: school,
    kind: 'spokesperson',
    title: 'Người phát ngôn',
    validFrom: '2026-01-01',
  });
  await principal.refused(posts.endPost, { postId: made.id, version: made.version, on: '2025-01-01' }, 'invalid');
  const ended = await principal.call(posts.endPost, { postId: made.id, version: made.version });
  assert.deepEqual([ended.validTo, ended.can], ['2026-11-20', []]);
  assert.deepEqual(
    (await auditOf(app.database, made.id)).map((t) => t.event),
    ['post.created', 'post.ended'],
  );
});

test('outside the reach a post is not there; seen but not managed is forbidden; unknown people are refused', async () => {
  const post = await vacant();
  const input = { postId: post.id, version: post.version, personId: teacherId };
  await neighbour.refused(posts.assignPost, input, 'not-found');
  await officer.refused(posts.assignPost, input, 'forbidden');
  await principal.refused(
    posts.assignPost,
    { ...input, personId: personIdOf('ngoc.le@thcssuoingoc.songtra.example') },
    'invalid',
  );
  await principal.refused(posts.assignPost, { ...input, postId: newId() }, 'not-found');
  await neighbour.refused(posts.createPost, { unitId: school, kind: 'member', title: 'Giáo viên' }, 'forbidden');
});
