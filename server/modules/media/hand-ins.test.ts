import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { testApp } from '../../app/testing/http.ts';
import { countHandIn } from '../articles/hand-in-counting.ts';
import { listInbox } from '../notices/notices.contract.ts';
import * as plans from '../plans/plans.contract.ts';
import { countUncounted, itemMoved } from '../work/work.jobs.ts';
import * as c from './hand-ins.contract.ts';
import { listMedia } from './media.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db } = app.database;
const anh = app.as('anh.bach@thcssuoingoc.songtra.example');
const huyen = app.as('huyen.nong@thcssuoingoc.songtra.example');
const dat = app.as('dat.nguyen@thcsbinhtra.songtra.example');
const thom = app.as('thom.quach@suoingoc.songtra.example');
const lan = app.as('lan.pham@so.songtra.example');
const [school, commune] = [sampleId('cs2'), sampleId('xa.sn')];
const { path: place } = await db.selectFrom('units').select('path').where('id', '=', school).executeTakeFirstOrThrow();
const term = { schoolYear: 2026, semester: 1 };

/** A photo of the school in the library, drawn; by default nobody can be known in it. */
async function photo(caption: string, people: 'nobody' | 'unsaid' = 'nobody', albumId: string | null = null) {
  const [id, cutId] = [newId(), newId()];
  const own = { unit_id: school, path: place };
  await db
    .insertInto('media_items')
    .values({
      id,
      ...own,
      kind: 'photo',
      state: 'ready',
      name: 'IMG.jpg',
      caption,
      people,
      album_id: albumId,
      cut_id: cutId,
    })
    .execute();
  await db
    .insertInto('media_cuts')
    .values({
      id: cutId,
      media_id: id,
      ...own,
      recipe: JSON.stringify({ crop: null, turn: 0, blurred: [] }),
      state: 'ready',
    })
    .execute();
  return { mediaId: id, cutId };
}
const at = ({ handIn }: c.HandInWhole) => ({ handInId: handIn.id, version: handIn.version });
const item = (one: { mediaId: string; cutId: string }, topic = 'teaching', chosen = true) => ({
  ...one,
  topic,
  chosen,
});
const heard = async (who: typeof anh, kind: string) =>
  (await who.call(listInbox, {})).items.filter((notice) => notice.kind === kind);

/** The school's plan asks for a set of photos in January. */
const period = { kind: 'schoolYear' as const, from: 2026, to: 2027 };
const { plan } = await anh.call(plans.createPlan, { unitId: school, kind: 'school-year', title: 'Kế hoạch', period });
const [lineId, targetId] = [newId(), newId()];
await anh.call(plans.putLine, {
  planId: plan.id,
  lineId,
  version: 0,
  part: 'activity',
  text: 'Nộp ảnh hoạt động cuối học kỳ',
  targets: [{ id: targetId, product: 'bộ ảnh', counts: 'photo-set', months: { '2027-01': 1 } }],
});
await db.updateTable('plans').set({ state: 'issued', issued_on: '2026-09-10' }).where('id', '=', plan.id).execute();
await db.transaction().execute(countUncounted);
const evidence = () =>
  db.selectFrom('evidence').select(['kind', 'state', 'counted']).where('target_id', '=', targetId).execute();
/** What the jobs do after each act. */
async function settle(handInId: string) {
  await db.transaction().execute((tx) => countHandIn(tx, handInId, app.clock.now));
  const { id } = await db
    .selectFrom('outputs')
    .select('id')
    .where('origin_id', '=', handInId)
    .executeTakeFirstOrThrow();
  await db.transaction().execute((tx) => itemMoved(tx, id, app.clock.now));
}

describe('photos of a semester', () => {
  test('are due on the last day of the semester by the school-year calendar; begun twice it is one', async () => {
    const { now, can } = await anh.call(c.listHandIns, { unitId: school });
    assert.deepEqual([now?.schoolYear, now?.semester, now?.dueOn, can], [2026, 1, '2027-01-31', ['begin']]);
    const first = await anh.call(c.beginHandIn, { unitId: school, ...term });
    const again = await anh.call(c.beginHandIn, { unitId: school, ...term });
    assert.equal(first.handIn.id, again.handIn.id);
    assert.deepEqual([first.handIn.toUnitId, first.handIn.state], [commune, 'collecting']);
    await thom.refused(c.getHandIn, { handInId: first.handIn.id }, 'not-found');
    await dat.refused(c.getHandIn, { handInId: first.handIn.id }, 'not-found');
    await huyen.refused(c.beginHandIn, { unitId: school, ...term }, 'forbidden');
  });

  test('are collected from albums, chosen and filed under topics; only photos of the unit, each once', async () => {
    const albumId = newId();
    await db
      .insertInto('albums')
      .values({ id: albumId, unit_id: school, path: place, title: 'Ngày hội đọc sách' })
      .execute();
    await photo('Đọc sách dưới gốc cây', 'nobody', albumId);
    await photo('Góc thư viện', 'nobody', albumId);
    const begun = await anh.call(c.beginHandIn, { unitId: school, ...term });
    const taken = await anh.call(c.collectAlbum, { ...at(begun), albumId, topic: 'ceremony' });
    assert.deepEqual(
      taken.items.map((x) => [x.caption, x.topic, x.chosen, x.albumTitle]),
      [
        ['Đọc sách dưới gốc cây', 'ceremony', true, 'Ngày hội đọc sách'],
        ['Góc thư viện', 'ceremony', true, 'Ngày hội đọc sách'],
      ],
    );
    assert.equal((await anh.call(c.collectAlbum, { ...at(taken), albumId, topic: 'ceremony' })).items.length, 2);
    await anh.refused(c.collectAlbum, { ...at(taken), albumId, topic: 'ceremony' }, 'hand-ins.moved');
    const now = await anh.call(c.getHandIn, { handInId: taken.handIn.id });
    const strange = { mediaId: newId(), cutId: newId(), topic: 'teaching', chosen: true };
    const twice = [item(now.items[0]!), item(now.items[0]!)];
    for (const items of [[strange], twice, [item(now.items[0]!, 'khong-co')]])
      assert.ok((await anh.refused(c.putHandInItems, { ...at(now), note: '', items }, 'invalid')).fields?.items);
  });

  test('one of which nobody said who is in it holds all back; left out the others go, and the commune sees them', async () => {
    const begun = await anh.call(c.beginHandIn, { unitId: school, ...term });
    const doubtful = await photo('Cả lớp trước cổng trường', 'unsaid');
    const items = [...begun.items.map((x) => item(x, x.topic)), item(doubtful)];
    const kept = await anh.call(c.putHandInItems, { ...at(begun), note: 'Ảnh học kỳ I', items });
    assert.equal(kept.items.at(-1)!.finding?.finding, 'people-unsaid');
    await anh.refused(c.sendHandIn, at(kept), 'hand-ins.held');
    const less = items.map((x) => (x.mediaId === doubtful.mediaId ? { ...x, chosen: false } : x));
    const fit = await anh.call(c.putHandInItems, { ...at(kept), note: 'Ảnh học kỳ I', items: less });
    const sent = await anh.call(c.sendHandIn, at(fit));
    assert.deepEqual([sent.handIn.state, sent.handIn.chosen, sent.handIn.can], ['sent', 2, []]);
    const seen = await thom.call(c.getHandIn, { handInId: sent.handIn.id });
    assert.deepEqual([seen.items.length, seen.items[0]!.finding, seen.handIn.can], [2, null, ['receive', 'return']]);
    assert.equal((await thom.call(listMedia, { unitId: commune, shared: '1' })).items.length, 2);
    assert.match((await heard(thom, 'hand-in.sent'))[0]!.sentence, /THCS Suối Ngọc nộp 2 ảnh học kỳ 1/);
    await anh.refused(c.putHandInItems, { ...at(sent), note: '', items: [] }, 'hand-ins.moved');
    await dat.refused(c.receiveHandIn, at(sent), 'not-found');
    await anh.refused(c.receiveHandIn, at(sent), 'forbidden');
  });

  test('given back with a reason they are seen there no more; sent again they come back', async () => {
    const before = await anh.call(c.beginHandIn, { unitId: school, ...term });
    await settle(before.handIn.id);
    await thom.call(c.returnHandIn, { ...at(before), reason: 'Thiếu ảnh bán trú' });
    await settle(before.handIn.id);
    assert.equal((await thom.call(listMedia, { unitId: commune, shared: '1' })).items.length, 0);
    const back = await anh.call(c.getHandIn, { handInId: before.handIn.id });
    assert.deepEqual(
      [back.handIn.state, back.handIn.reason, back.handIn.can],
      ['returned', 'Thiếu ảnh bán trú', ['edit', 'send']],
    );
    assert.match((await heard(anh, 'hand-in.returned'))[0]!.sentence, /Thiếu ảnh bán trú/);
    await anh.call(c.sendHandIn, at(back));
    assert.equal((await thom.call(listMedia, { unitId: commune, shared: '1' })).items.length, 2);
  });

  test('received they have a numbered receipt and count in the plan that asks for photos', async () => {
    const sent = await anh.call(c.beginHandIn, { unitId: school, ...term });
    await settle(sent.handIn.id);
    assert.deepEqual(await evidence(), []);
    await anh.refused(c.receiptPaper, { handInId: sent.handIn.id }, 'hand-ins.not-received');
    const got = await thom.call(c.receiveHandIn, at(sent));
    await settle(sent.handIn.id);
    await settle(sent.handIn.id);
    assert.deepEqual([got.handIn.state, got.handIn.receiptNo], ['received', 1]);
    assert.deepEqual(await evidence(), [{ kind: 'file', state: 'recorded', counted: true }]);
    const reply = await anh.send(c.receiptPaper, { handInId: sent.handIn.id });
    const text = strFromU8(unzipSync(new Uint8Array(await reply.arrayBuffer()))['word/document.xml']!)
      .replace(/<w:p[ >]/g, '\n<')
      .replace(/<[^>]+>/g, '')
      .replaceAll('\u00a0', ' ');
    for (const words of [
      'BIÊN NHẬN',
      'Số biên nhận: 01/2026-2027',
      'Tổng số ảnh: 2',
      'Lễ, ngày hội, hội nghị: 2 ảnh',
      'Góc thư viện',
    ])
      assert.ok(text.includes(words), `${words}\n${text}`);
    const events = (await auditOf(app.database, sent.handIn.id)).map((r) => r.event);
    assert.deepEqual(events, ['hand-in.begun', 'hand-in.sent', 'hand-in.returned', 'hand-in.sent', 'hand-in.received']);
  });

  test('the commune sees who has handed in and who has not; the Sở sees its communes', async () => {
    const list = await thom.call(c.listReceived, { unitId: commune, ...term });
    const row = list.items.find((x) => x.unitId === school)!;
    assert.deepEqual([row.state, row.chosen, row.receiptNo, list.dueOn], ['received', 2, 1, '2027-01-31']);
    assert.deepEqual([list.sent, list.received, list.units], [1, 1, list.items.length]);
    assert.ok(list.items.some((x) => x.state === null));
    await dat.refused(c.listReceived, { unitId: commune, ...term }, 'forbidden');
    const above = await lan.call(c.listReceived, { unitId: sampleId('so'), ...term });
    assert.ok(above.items.some((x) => x.unitId === commune && x.state === null));
    assert.ok(above.items.every((x) => x.unitId !== sampleId('so.vp')));
  });
});
