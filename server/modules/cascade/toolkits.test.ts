import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import * as plans from '../plans/plans.contract.ts';
import * as c from './toolkits.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db } = app.database;
const lan = app.as('lan.pham@so.songtra.example');
const anh = app.as('anh.bach@thcssuoingoc.songtra.example');
const neighbour = app.as('dat.nguyen@thcsbinhtra.songtra.example');
const school = sampleId('cs2');
const period = { kind: 'calendarYear' as const, from: 2026, to: 2026 };

/** A plan of the Sở that was issued and sent to the school, as the rows of a cascade have it. */
const { plan } = await lan.call(plans.createPlan, {
  unitId: sampleId('so'),
  kind: 'year',
  title: 'Truyền thông 2026',
  period,
});
await db
  .updateTable('plans')
  .set({ state: 'issued', number: '7', issued_on: '2026-02-02' })
  .where('id', '=', plan.id)
  .execute();
const { id: lanId } = await db
  .selectFrom('people')
  .select('id')
  .where('email', '=', 'lan.pham@so.songtra.example')
  .executeTakeFirstOrThrow();
const { path } = await db.selectFrom('units').select('path').where('id', '=', school).executeTakeFirstOrThrow();
const so = await db
  .selectFrom('units')
  .select(['id', 'path'])
  .where('id', '=', sampleId('so'))
  .executeTakeFirstOrThrow();
const dispatch = newId();
await db
  .insertInto('dispatches')
  .values({ id: dispatch, plan_id: plan.id, unit_id: so.id, path: so.path, choice: '{}', sent_by: lanId })
  .execute();
await db
  .insertInto('addressees')
  .values({ id: newId(), plan_id: plan.id, dispatch_id: dispatch, unit_id: school, path, mode: 'assign' })
  .execute();

const put = (pieceId: string, more: object = {}) =>
  lan.call(c.putPiece, {
    planId: plan.id,
    pieceId,
    version: 0,
    kind: 'broadcast',
    title: 'Bài phát thanh của {đơn vị}',
    body: 'Kính thưa quý phụ huynh {đơn vị}, {địa danh}.',
    ...more,
  });

test("'Dùng cho đơn vị tôi' puts the names of the school in, and the Sở sees who took it", async () => {
  const pieceId = newId();
  await put(pieceId);
  const taken = await anh.call(c.takePiece, { planId: plan.id, pieceId, unitId: school });
  assert.equal(taken.title, 'Bài phát thanh của Trường THCS Suối Ngọc');
  assert.match(taken.body!, /^Kính thưa quý phụ huynh Trường THCS Suối Ngọc, /);
  const { items } = await lan.call(c.listPieceUses, { planId: plan.id, pieceId });
  assert.deepEqual(
    items.map((use) => [use.unitName, use.n, use.current]),
    [['Trường THCS Suối Ngọc', 1, true]],
  );
});

test('new words before anybody took a piece are no correction; afterwards they are, and the school is told once', async () => {
  const pieceId = newId();
  const first = await put(pieceId);
  const second = await put(pieceId, { version: first.version, body: 'Lời khác' });
  assert.equal(second.n, 1);
  await anh.call(c.takePiece, { planId: plan.id, pieceId, unitId: school });
  const third = await put(pieceId, { version: second.version, body: 'Lời đúng', note: 'Sửa ngày khai mạc' });
  assert.equal(third.n, 2);
  const again = await put(pieceId, { version: second.version, body: 'Lời đúng' });
  assert.equal(again.n, 2, 'the same words again change nothing');
  const told = await db.selectFrom('notices').select('person_id').where('kind', '=', 'toolkit.corrected').execute();
  assert.ok(told.length > 0);
  assert.equal(new Set(told.map((one) => one.person_id)).size, told.length);
  const [kit] = (await anh.call(c.listToolkits, { unitId: school })).items;
  assert.equal(kit!.corrected, 1);
  const { items } = await anh.call(c.listPieceVersions, { planId: plan.id, pieceId });
  assert.deepEqual(
    items.map((v) => [v.n, v.note]),
    [
      [2, 'Sửa ngày khai mạc'],
      [1, null],
    ],
  );
  assert.equal(items[1]!.body, 'Lời khác', 'the number that was taken says what was taken');
});

test('a piece that was withdrawn cannot be taken any more, with the reason', async () => {
  const pieceId = newId();
  await put(pieceId);
  await anh.call(c.takePiece, { planId: plan.id, pieceId, unitId: school });
  await lan.call(c.withdrawPiece, { planId: plan.id, pieceId, reason: 'Số liệu chưa đúng' });
  const refusal = await anh.refused(c.takePiece, { planId: plan.id, pieceId, unitId: school }, 'toolkits.withdrawn');
  assert.match(refusal.title, /Số liệu chưa đúng/);
});

test('a neighbour that was not sent the plan sees nothing of its toolkit; the school may use, not write', async () => {
  const pieceId = newId();
  const made = await put(pieceId);
  await neighbour.refused(c.listToolkit, { planId: plan.id }, 'not-found');
  await anh.refused(
    c.putPiece,
    { planId: plan.id, pieceId, version: made.version, kind: 'message', title: 'x', body: 'y' },
    'forbidden',
  );
  await anh.refused(c.takePiece, { planId: plan.id, pieceId, unitId: sampleId('so') }, 'forbidden');
});

test('a piece without words and without a file is refused beside its field; an older version is a conflict', async () => {
  const pieceId = newId();
  await lan.refused(c.putPiece, { planId: plan.id, pieceId, version: 0, kind: 'message', title: 'Trống' }, 'invalid');
  const made = await put(pieceId);
  await put(pieceId, { version: made.version, title: 'Bản hai' });
  await lan.refused(
    c.putPiece,
    { planId: plan.id, pieceId, version: made.version, kind: 'message', title: 'Bản ba', body: 'x' },
    'conflict',
  );
});

test('pressed twice a new piece is one', async () => {
  const pieceId = newId();
  const [first, second] = await Promise.all([put(pieceId), put(pieceId)]);
  assert.deepEqual([first.version, second.version], [1, 1]);
});

test('a place to go on from that is none is refused as such', async () => {
  for (const after of ['1', '2026-02-31T00:00:00.000000Z'])
    await lan.refused(c.listToolkits, { unitId: sampleId('so'), after: `${after}_${plan.id}` }, 'unreadable');
});

test('the file of a piece that was withdrawn is for those who keep the toolkit; of a recalled plan nothing is taken', async () => {
  const pieceId = newId();
  await put(pieceId);
  const keep = {
    unit_id: so.id,
    path: so.path,
    read_right: 'plans.read',
    name: 'to-roi.txt',
    media_type: 'text/plain',
  };
  const fileId = newId();
  await db
    .insertInto('files')
    .values({ id: fileId, sha256: '07'.repeat(32), bytes: 4, created_by: lanId, ...keep })
    .execute();
  await db.updateTable('toolkit_pieces').set({ file_id: fileId }).where('id', '=', pieceId).execute();
  await lan.call(c.withdrawPiece, { planId: plan.id, pieceId, reason: 'Ảnh có mặt trẻ em' });
  const refusal = await anh.refused(c.pieceFile, { planId: plan.id, pieceId }, 'toolkits.withdrawn');
  assert.match(refusal.title, /Ảnh có mặt trẻ em/);
  const other = newId();
  await put(other);
  await db.updateTable('plans').set({ state: 'recalled' }).where('id', '=', plan.id).execute();
  await anh.refused(c.takePiece, { planId: plan.id, pieceId: other, unitId: school }, 'plans.wrong-state');
});
