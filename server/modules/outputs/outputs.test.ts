import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { listInbox } from '../notices/notices.contract.ts';
import * as r from '../org/reorganisation.contract.ts';
import { recountOutputs } from './counts.sql.ts';
import * as c from './outputs.contract.ts';
import { outputsFor, recordOutput } from './outputs.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db } = app.database;
const bach = app.as('anh.bach@thcssuoingoc.songtra.example');
// A colleague whose role holds at one team only.
const pa = app.as('pa.lo@thcssuoingoc.songtra.example');
const dat = app.as('dat.nguyen@thcsbinhtra.songtra.example');
const thom = app.as('thom.quach@suoingoc.songtra.example');
const lan = app.as('lan.pham@so.songtra.example');
const school = sampleId('cs2');
const team = sampleId('cs2.t1');

const colleague = { id: newId(), name: 'Lò Văn Pá', email: 'pa.lo@thcssuoingoc.songtra.example' };
await db.insertInto('people').values(colleague).execute();
await db.insertInto('accounts').values({ person_id: colleague.id, state: 'active' }).execute();
const { path: teamPath } = await db.selectFrom('units').select('path').where('id', '=', team).executeTakeFirstOrThrow();
const grant = { id: newId(), person_id: colleague.id, unit_id: team, path: teamPath, role: 'contributor' };
await db
  .insertInto('grants')
  .values({ ...grant, valid_from: '2026-09-01' })
  .execute();

const item = (title: string, more: object = {}) => ({
  unitId: school,
  counts: 'unit-article' as const,
  title,
  madeOn: '2026-11-16',
  ...more,
});
const counted = (unitId: string, teamId = '00000000-0000-0000-0000-000000000000') =>
  db
    .selectFrom('output_counts')
    .select(['month', 'sent', 'approved', 'published', 'picked'])
    .where('unit_id', '=', unitId)
    .where('team_id', '=', teamId)
    .where((eb) => eb.or(['sent', 'published', 'picked'].map((m) => eb(m as 'sent', '>', 0))))
    .orderBy('month')
    .execute();

describe('what a school made', () => {
  test('recorded by hand it counts in its month, once, also when the phone sends it twice', async () => {
    const id = newId();
    const made = await bach.call(c.recordOutput, { id, ...item('Lễ kỷ niệm 20/11') });
    assert.deepEqual([made.sentOn, made.publishedOn, made.stands], ['2026-11-16', null, true]);
    await bach.call(c.recordOutput, { id, ...item('Lễ kỷ niệm 20/11') });
    assert.deepEqual(await counted(school), [{ month: '2026-11', sent: 1, approved: 0, published: 0, picked: 0 }]);
  });

  test('a teacher records for the team: it counts for the team and the school; the teacher sees the team’s only', async () => {
    const made = await pa.call(c.recordOutput, { ...item('Bài của tổ'), unitId: team });
    assert.deepEqual([made.unitId, made.teamId], [school, team]);
    assert.deepEqual(await counted(school, team), [
      { month: '2026-11', sent: 1, approved: 0, published: 0, picked: 0 },
    ]);
    assert.equal((await counted(school))[0]!.sent, 2);
    const seen = await pa.call(c.listOutputs, {});
    assert.deepEqual(
      seen.items.map((o) => o.title),
      ['Bài của tổ'],
    );
    await pa.refused(c.recordOutput, item('Thay trường'), 'forbidden');
    assert.deepEqual((await bach.call(c.getOutput, { outputId: made.id })).can, ['edit', 'mark', 'withdraw']);
  });

  test('the neighbour school neither sees nor changes it; the levels above see it', async () => {
    const { items } = await bach.call(c.listOutputs, { unitId: school });
    for (const { id, version } of items) {
      await dat.refused(c.getOutput, { outputId: id }, 'not-found');
      await dat.refused(c.withdrawOutput, { outputId: id, version, reason: 'Phá' }, 'not-found');
      await thom.call(c.getOutput, { outputId: id });
      await thom.refused(c.editOutput, { outputId: id, version, title: 'Sửa hộ' }, 'forbidden');
    }
    assert.equal((await lan.call(c.listOutputs, { within: sampleId('so') })).items.length, items.length);
    assert.equal((await dat.call(c.listOutputs, {})).items.length, 0);
  });

  test('what lies ahead has not been made, and a team of another school is none of ours', async () => {
    const ahead = await bach.refused(c.recordOutput, item('Mai', { madeOn: '2026-12-01' }), 'invalid');
    assert.match(ahead.fields?.madeOn ?? '', /chưa đến/);
    await bach.refused(c.recordOutput, item('Nhầm tổ', { teamId: sampleId('cs1.t1') }), 'invalid');
    await bach.refused(c.recordOutput, item('Nhầm trường', { unitId: sampleId('cs1') }), 'forbidden');
  });

  test('corrected, it moves to its month; two editors do not write over each other', async () => {
    const made = await bach.call(c.recordOutput, item('Khai giảng', { reached: 'published' }));
    const moved = await bach.call(c.editOutput, { outputId: made.id, version: made.version, madeOn: '2026-09-05' });
    assert.deepEqual([moved.sentOn, moved.publishedOn], ['2026-09-05', '2026-09-05']);
    assert.deepEqual((await counted(school))[0], { month: '2026-09', sent: 1, approved: 1, published: 1, picked: 0 });
    const problem = await bach.refused(
      c.editOutput,
      { outputId: made.id, version: made.version, title: 'Cũ' },
      'outputs.conflict',
    );
    assert.equal((problem.current as c.OutputRow).version, moved.version);
  });

  test('a moment is marked and taken back; what is published was sent', async () => {
    const made = await bach.call(c.recordOutput, item('Hội thi', { reached: 'sent' }));
    const set = await bach.call(c.markOutput, {
      outputId: made.id,
      version: made.version,
      sentOn: null,
      publishedOn: '2026-11-18',
    });
    assert.deepEqual([set.sentOn, set.approvedOn, set.publishedOn], ['2026-11-18', '2026-11-18', '2026-11-18']);
    const back = await bach.call(c.markOutput, {
      outputId: made.id,
      version: set.version,
      publishedOn: null,
      approvedOn: null,
    });
    assert.deepEqual([back.sentOn, back.approvedOn, back.publishedOn], ['2026-11-18', null, null]);
  });

  test('the commune picks it, the department picks it again, the school is told; nobody picks one’s own', async () => {
    const made = await bach.call(c.recordOutput, item('Cô giáo vùng cao'));
    const seen = await thom.call(c.getOutput, { outputId: made.id });
    assert.deepEqual(
      seen.pickers.map((p) => p.id),
      [sampleId('xa.sn')],
    );
    await bach.refused(c.pickOutput, { outputId: made.id, version: made.version, byUnitId: school }, 'forbidden');
    const picked = await thom.call(c.pickOutput, {
      outputId: made.id,
      version: made.version,
      byUnitId: sampleId('xa.sn'),
    });
    assert.deepEqual([picked.pickedOn, picked.pickedByName], ['2026-11-20', 'Phòng Văn hóa - Xã hội xã Suối Ngọc']);
    await thom.refused(
      c.pickOutput,
      { outputId: made.id, version: picked.version, byUnitId: sampleId('so') },
      'forbidden',
    );
    const again = await lan.call(c.pickOutput, {
      outputId: made.id,
      version: picked.version,
      byUnitId: sampleId('so'),
    });
    assert.equal(again.pickedByName, 'Sở Giáo dục và Đào tạo Sông Trà');
    const { items } = await bach.call(listInbox, {});
    assert.equal(items.filter((n) => n.kind === 'output.picked').length, 2);
    assert.equal((await bach.call(c.listOutputs, { moment: 'picked' })).items.length, 1);
    const back = await lan.call(c.unpickOutput, { outputId: made.id, version: again.version });
    assert.equal(back.pickedOn, null);
  });

  test('withdrawn with a reason it no longer counts, and the same address may be recorded anew', async () => {
    const url = 'https://truong.example/bai-1';
    const made = await bach.call(c.recordOutput, item('Có địa chỉ', { url }));
    const twin = await bach.call(c.recordOutput, item('Có địa chỉ', { url: `${url}?utm_source=x` }));
    assert.equal(twin.joinedTo, made.id);
    await bach.refused(c.editOutput, { outputId: twin.id, version: twin.version, title: 'Khác' }, 'outputs.joined');
    const gone = await bach.call(c.withdrawOutput, { outputId: made.id, version: made.version, reason: 'Nhầm' });
    assert.deepEqual([gone.can, gone.withdrawnReason], [[], 'Nhầm']);
    assert.notEqual((await bach.call(c.getOutput, { outputId: twin.id })).withdrawnAt, null);
    const anew = await bach.call(c.recordOutput, item('Có địa chỉ', { url }));
    assert.equal(anew.joinedTo, null);
  });

  test('lists go on where they stopped, and are narrowed by kind, day, words and author', async () => {
    for (let i = 1; i <= 3; i++)
      await bach.call(
        c.recordOutput,
        item(`Ảnh hội trại ${i}`, { counts: 'photo-set', authorName: 'Nông Thị Huyền', madeOn: `2026-10-0${i}` }),
      );
    const first = await bach.call(c.listOutputs, { counts: 'photo-set', limit: 2 });
    const then = await bach.call(c.listOutputs, { counts: 'photo-set', limit: 2, after: first.next! });
    assert.deepEqual(
      [...first.items, ...then.items].map((o) => o.title),
      ['Ảnh hội trại 3', 'Ảnh hội trại 2', 'Ảnh hội trại 1'],
    );
    assert.equal(then.next, null);
    assert.equal(
      (await bach.call(c.listOutputs, { q: 'hoi trai', from: '2026-10-02', to: '2026-10-02' })).items.length,
      1,
    );
    const { items } = await bach.call(c.listAuthors, { within: school, from: '2026-09-01', to: '2026-11-20' });
    assert.deepEqual(
      items.map((a) => [a.name, a.items, a.lastOn]),
      [['Nông Thị Huyền', 3, '2026-10-03']],
    );
    await bach.refused(c.listOutputs, { after: 'sai' }, 'unreadable');
  });
});

test('another module records in its own transaction and reads back what it needs', async () => {
  const person = await db
    .selectFrom('people')
    .select(['id', 'name', 'email'])
    .where('email', '=', 'anh.bach@thcssuoingoc.songtra.example')
    .executeTakeFirstOrThrow();
  const path = (await db.selectFrom('units').select('path').where('id', '=', school).executeTakeFirstOrThrow()).path;
  const actor = {
    person,
    now: app.clock.now,
    requestId: newId(),
    language: 'vi',
    can: (_: string, at: string) => at === path,
  } as never;
  const made = await db.transaction().execute((tx) =>
    recordOutput(tx, actor, {
      unitId: school,
      counts: 'event',
      title: 'Toạ đàm',
      madeOn: '2026-11-10',
      source: 'typed',
    }),
  );
  assert.equal(made.joinedTo, null);
  const [read] = await outputsFor(db, [made.id]);
  assert.deepEqual([read!.title, read!.counting], ['Toạ đàm', true]);
});

test('the kept figures are what a full count finds, and a wrong one is put right', async () => {
  assert.equal(await db.transaction().execute((tx) => recountOutputs(tx)), 0);
  await app.database.owner
    .updateTable('output_counts')
    .set({ sent: 99 })
    .where('unit_id', '=', school)
    .where('month', '=', '2026-09')
    .execute();
  assert.equal(await db.transaction().execute((tx) => recountOutputs(tx)), 1);
  assert.deepEqual((await counted(school))[0], { month: '2026-09', sent: 1, approved: 1, published: 1, picked: 0 });
});

test('a school that gets another name leaves to its teams what is theirs', async () => {
  const { id } = await pa.call(c.recordOutput, { ...item('Bài của tổ trước khi đổi tên'), unitId: team });
  await app.as('minh.ho@so.songtra.example').call(r.makeChange, {
    kind: 'rename',
    fromIds: [school],
    name: 'Trường THCS Suối Ngọc Xanh',
    decision: 'Quyết định số 21/QĐ-UBND ngày 10/11/2026',
    effectiveOn: '2026-11-20',
  });
  assert.equal((await pa.call(c.getOutput, { outputId: id })).teamId, team);
});
