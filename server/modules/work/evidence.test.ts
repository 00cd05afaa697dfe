import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import type { CallOf } from '#lib/contract.ts';
import { newId } from '#lib/id.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import * as uploads from '#platform/files/uploads.contract.ts';
import { loadSampleWork } from '../../../db/sample/plans.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { testApp } from '../../app/testing/http.ts';
import { listInbox } from '../notices/notices.contract.ts';
import { withdrawOutput } from '../outputs/outputs.contract.ts';
import * as e from './evidence.contract.ts';
import * as c from './work.contract.ts';
import { countUncounted, followItem } from './work.jobs.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db } = app.database;
useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-work-'))));
await loadSampleWork(db);
// The sample has evidence of its own; the stories below begin with none.
await db.deleteFrom('evidence').execute();
await db.deleteFrom('activity_progress').execute();
await db.transaction().execute(countUncounted);

const anh = app.as('anh.bach@thcssuoingoc.songtra.example');
const ngoc = app.as('ngoc.le@thcssuoingoc.songtra.example');
const dat = app.as('dat.nguyen@thcsbinhtra.songtra.example');
const thom = app.as('thom.quach@suoingoc.songtra.example');
const school = sampleId('cs2');

const { items } = await anh.call(c.listActivities, { unitId: school });
const weekly = items.find((a) => a.text.startsWith('Chuyên mục'))!;
const reading = items.find((a) => a.text.startsWith('Ngày hội đọc sách'))!;
const pageOf = (lineId: string) => anh.call(c.getActivity, { lineId });
const [articles] = (await pageOf(weekly.lineId)).targets;
const [event, album] = (await pageOf(reading.lineId)).targets;

let n = 0;
const address = () => `https://thcssuoingoc.example/bai-${++n}`;
const link = (more: Partial<CallOf<typeof e.recordEvidence>> = {}) => ({
  lineId: weekly.lineId,
  targetId: articles!.id,
  kind: 'link' as const,
  url: address(),
  title: `Câu chuyện đẹp số ${n}`,
  madeOn: '2026-11-10',
  ...more,
});
async function uploaded(name: string): Promise<string> {
  const bytes = new TextEncoder().encode(`ảnh ${name}`);
  const { id } = await anh.call(uploads.startUpload, { unitId: school, name, bytes: bytes.byteLength });
  const reply = await anh.send(uploads.continueUpload, { uploadId: id, offset: 0 }, { body: bytes });
  return ((await reply.json()) as { fileId: string }).fileId;
}
const doneOf = async (lineId: string) => (await pageOf(lineId)).activity.done;

describe('evidence of an activity', () => {
  test('an activity of the school is late as long as the shares of past months are not there', () => {
    // Eighteen articles from September to May, two a month: four were due by October.
    assert.deepEqual([weekly.total, weekly.done, weekly.state], [18, 0, 'late']);
    assert.equal(weekly.daysLate, 51);
    assert.equal(reading.state, 'not-yet');
  });

  test('a pasted address counts at once and fills the month that waits longest', async () => {
    const made = await anh.call(e.recordEvidence, link());
    assert.deepEqual([made.state, made.counted, made.confirmedBy], ['recorded', true, null]);
    const { activity } = await pageOf(weekly.lineId);
    assert.equal(activity.done, 1);
    assert.deepEqual(activity.months[0], { month: '2026-09', due: 2, filled: 1 });
    const [record] = await auditOf(app.database, made.id);
    assert.equal(record!.event, 'evidence.recorded');
  });

  test('sent twice by a phone it is recorded once', async () => {
    const id = newId();
    const given = link({ id });
    await anh.call(e.recordEvidence, given);
    const before = await doneOf(weekly.lineId);
    await anh.call(e.recordEvidence, given);
    assert.equal(await doneOf(weekly.lineId), before);
  });

  test('the same address counts once towards a target, however it is spelled', async () => {
    const given = link();
    await anh.call(e.recordEvidence, given);
    const again = { ...given, url: given.url.replace('https://', 'http://www.') };
    await anh.refused(e.recordEvidence, { ...again, id: newId() }, 'work.counted-already');
  });

  test('two who record the same item at once: one is counted, the other is told', async () => {
    const { outputId } = await anh.call(e.recordEvidence, link());
    const first = (await pageOf(weekly.lineId)).evidence.find((x) => x.outputId === outputId)!;
    await anh.call(e.withdrawEvidence, { evidenceId: first.id, version: first.version });
    const before = await doneOf(weekly.lineId);
    const same = { lineId: weekly.lineId, targetId: articles!.id, kind: 'link' as const, outputId };
    const replies = await Promise.all([anh.send(e.recordEvidence, same), ngoc.send(e.recordEvidence, same)]);
    assert.deepEqual(replies.map((r) => r.status).sort(), [200, 409]);
    assert.equal(await doneOf(weekly.lineId), before + 1);
  });

  test('many at the same moment are all counted', async () => {
    const before = await doneOf(weekly.lineId);
    await Promise.all([1, 2, 3].map(() => anh.call(e.recordEvidence, link())));
    assert.equal(await doneOf(weekly.lineId), before + 3);
  });

  test('what has no address, no file and no day is refused with what is missing', async () => {
    const bare = { lineId: weekly.lineId, targetId: articles!.id };
    const noUrl = await anh.refused(e.recordEvidence, { ...bare, kind: 'link', madeOn: '2026-11-10' }, 'invalid');
    assert.equal(noUrl.fields?.url, 'Vui lòng nhập mục này.');
    const noDay = await anh.refused(e.recordEvidence, { ...bare, kind: 'link', url: address() }, 'invalid');
    assert.ok(noDay.fields?.madeOn);
    const ahead = await anh.refused(e.recordEvidence, link({ madeOn: '2026-12-24' }), 'invalid');
    assert.equal(ahead.fields?.madeOn, 'Ngày này chưa đến.');
    await anh.refused(e.recordEvidence, { ...bare, kind: 'file', madeOn: '2026-11-10' }, 'work.no-evidence-given');
    await anh.refused(e.recordEvidence, link({ kind: 'event' }), 'work.not-accepted');
    await anh.refused(e.recordEvidence, link({ url: 'javascript:alert(1)' }), 'invalid');
  });

  test('the neighbour school sees nothing of it, the commune sees it and cannot record', async () => {
    await dat.refused(c.getActivity, { lineId: weekly.lineId }, 'not-found');
    await dat.refused(e.recordEvidence, link(), 'not-found');
    const seen = await thom.call(c.getActivity, { lineId: weekly.lineId });
    assert.deepEqual(seen.can, []);
    await thom.refused(e.recordEvidence, link(), 'forbidden');
  });
});

describe('what a person confirms', () => {
  const scan = async (more: object = {}) => ({
    lineId: reading.lineId,
    targetId: event!.id,
    kind: 'event' as const,
    title: 'Ngày hội đọc sách tại sân trường',
    madeOn: '2026-11-18',
    place: 'Sân trường',
    participants: 320,
    fileIds: [await uploaded('san-truong.jpg'), await uploaded('danh-sach.pdf')],
    ...more,
  });

  test('an event stands in the calendar on its day, with its place', async () => {
    const made = await anh.call(e.recordEvidence, await scan({ madeOn: '2026-10-20', place: 'Thư viện' }));
    const on = async (from: string, to: string) =>
      (await anh.call(c.listHappenings, { from, to, unitId: school })).items.filter((h) => h.id === made.id);
    assert.deepEqual(
      (await on('2026-10-20', '2026-10-20')).map((h) => [h.on, h.place]),
      [['2026-10-20', 'Thư viện']],
    );
    assert.deepEqual(await on('2026-10-21', '2026-11-30'), []);
    await anh.refused(c.listHappenings, { from: '2026-11-02', to: '2026-11-01' }, 'invalid');
    await anh.call(e.withdrawEvidence, { evidenceId: made.id, version: made.version });
    assert.deepEqual(await on('2026-10-01', '2026-10-31'), []);
  });

  test('an event counts only once the head has confirmed it; the head is told', async () => {
    const made = await anh.call(e.recordEvidence, await scan());
    assert.deepEqual([made.counted, made.confirmedBy, made.files.length], [false, 'unit', 2]);
    assert.equal(await doneOf(reading.lineId), 0);
    const { items: inbox } = await ngoc.call(listInbox, {});
    assert.match(inbox[0]!.sentence, /^Bạch Tuấn Anh ghi minh chứng “Ngày hội đọc sách tại sân trường”/);
    assert.equal((await ngoc.call(e.listEvidence, {})).items[0]!.id, made.id);
    const confirmed = await ngoc.call(e.confirmEvidence, { evidenceId: made.id, version: made.version });
    assert.deepEqual(
      [confirmed.state, confirmed.counted, confirmed.decidedByName],
      ['confirmed', true, 'Lê Thị Bích Ngọc'],
    );
    assert.equal(await doneOf(reading.lineId), 1);
    await anh.call(e.withdrawEvidence, { evidenceId: made.id, version: confirmed.version });
    assert.equal(await doneOf(reading.lineId), 0);
  });

  test('two people confirm at once: one does, the other is shown how it stands now', async () => {
    const made = await anh.call(e.recordEvidence, await scan());
    const given = { evidenceId: made.id, version: made.version };
    const replies = await Promise.all([ngoc.send(e.confirmEvidence, given), thom.send(e.confirmEvidence, given)]);
    assert.deepEqual(replies.map((r) => r.status).sort(), [200, 409]);
    const late = (await replies.find((r) => r.status === 409)!.json()) as { code: string; current: e.EvidenceRow };
    assert.deepEqual([late.code, late.current.state], ['work.wrong-state', 'confirmed']);
    assert.equal(await doneOf(reading.lineId), 1);
    await anh.call(e.withdrawEvidence, { evidenceId: made.id, version: late.current.version });
  });

  test('refused with a reason it does not count, and the one who recorded it reads why', async () => {
    const made = await anh.call(e.recordEvidence, await scan());
    await anh.refused(e.refuseEvidence, { evidenceId: made.id, version: 1, reason: '' }, 'invalid');
    const reason = 'Ảnh chụp của năm học trước.';
    const refused = await ngoc.call(e.refuseEvidence, { evidenceId: made.id, version: made.version, reason });
    assert.deepEqual([refused.state, refused.counted, refused.reason], ['refused', false, reason]);
    const { items: inbox } = await anh.call(listInbox, {});
    assert.match(inbox[0]!.sentence, /Lý do: Ảnh chụp của năm học trước\./);
    await ngoc.refused(e.confirmEvidence, { evidenceId: made.id, version: refused.version }, 'work.wrong-state');
  });

  test('a photo album needs no confirmation', async () => {
    const fileIds = [await uploaded('1.jpg')];
    const given = { lineId: reading.lineId, targetId: album!.id, kind: 'file' as const, madeOn: '2026-11-18', fileIds };
    const made = await anh.call(e.recordEvidence, given);
    assert.deepEqual([made.counted, made.title], [true, '1.jpg']);
  });
});

test('an item that is withdrawn from the register stops counting', async () => {
  const made = await anh.call(e.recordEvidence, link());
  const before = await doneOf(weekly.lineId);
  await anh.call(withdrawOutput, { outputId: made.outputId, version: 1, reason: 'Đăng nhầm' });
  await db.transaction().execute((tx) => followItem(tx, made.outputId));
  assert.equal(await doneOf(weekly.lineId), before - 1);
  const { evidence } = await pageOf(weekly.lineId);
  assert.equal(evidence.find((x) => x.id === made.id)!.state, 'withdrawn');
});

test('the sum of all pieces that count is what the target shows, whatever was recorded, refused and taken back', async () => {
  const { evidence, targets } = await pageOf(weekly.lineId);
  const sum = evidence.filter((x) => x.counted && x.targetId === articles!.id).reduce((s, x) => s + x.amount, 0);
  assert.equal(targets[0]!.done, sum);
});
