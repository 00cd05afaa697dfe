import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import { continueUpload, startUpload } from '#platform/files/uploads.contract.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { insertPicture, type Picture } from '../../app/testing/pictures.sql.ts';
import { pathOf } from '../org/org.ts';
import { editAlbum, getAlbum } from './albums.contract.ts';
import * as of from './classes.contract.ts';
import * as c from './consents.contract.ts';
import * as h from './hand-ins.contract.ts';
import * as b from './lawful-bases.contract.ts';
import * as m from './media.contract.ts';
import { setUses } from './media.ts';
import * as w from './withdrawals.contract.ts';

useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-letting-go-'))));
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db } = app.database;
const school = sampleId('cs2');
const unit = { id: school, path: await pathOf(db, school) };
const anh = app.as('anh.bach@thcssuoingoc.songtra.example');
const huyen = app.as('huyen.nong@thcssuoingoc.songtra.example');
const head = app.as('ngoc.le@thcssuoingoc.songtra.example');
const thom = app.as('thom.quach@suoingoc.songtra.example');
const dat = app.as('dat.nguyen@thcsbinhtra.songtra.example');
const today = app.clock.now.toISOString().slice(0, 10);

const classId = newId();
await anh.call(of.createClass, { id: classId, unitId: school, schoolYear: 2026, name: '6 thử' });
async function pupil(name: string): Promise<string> {
  const pupilId = newId();
  await anh.call(of.putPupil, { classId, pupilId, version: 0, name, bornOn: '2014-04-04' });
  return pupilId;
}
const give = (pupilId: string, more: object = {}) =>
  anh.call(c.recordConsents, {
    classId,
    form: 'form',
    givenOn: today,
    entries: [
      {
        pupilIds: [pupilId],
        parties: ['representative', 'child'],
        channels: ['portal'],
        answer: 'given',
        givenBy: 'Mẹ',
      },
    ],
    ...more,
  });
const use = (picture: Picture, channels: string[], id = newId()) =>
  db
    .transaction()
    .execute((tx) =>
      setUses(
        tx,
        { kind: 'article', id, unitId: unit.id, path: unit.path, title: 'Khai giảng' },
        [picture.cutId],
        channels,
      ),
    );
async function scan(who = anh): Promise<string> {
  const bytes = new TextEncoder().encode('%PDF-1.4 phiếu');
  const { id } = await who.call(startUpload, { unitId: school, name: 'phieu.pdf', bytes: bytes.byteLength });
  const reply = await who.send(continueUpload, { uploadId: id, offset: 0 }, { body: bytes });
  return ((await reply.json()) as { fileId: string }).fileId;
}

test('a picture that a request to take back speaks of can be removed afterwards; the request keeps where it was', async () => {
  const pupilId = await pupil('Lò Thị Xuân');
  await give(pupilId);
  const picture = await insertPicture(db, unit, [{ pupilId }]);
  const articleId = newId();
  await use(picture, ['portal'], articleId);
  const asked = await anh.call(w.withdrawConsent, { id: newId(), pupilId, askedBy: 'Mẹ' });
  assert.equal(asked.pictures, 1);
  await db
    .transaction()
    .execute((tx) =>
      setUses(tx, { kind: 'article', id: articleId, unitId: unit.id, path: unit.path, title: '' }, [], []),
    );
  const { version } = await anh.call(m.getMedia, { mediaId: picture.mediaId });
  await anh.call(m.removeMedia, { mediaId: picture.mediaId, version });
  const after = await anh.call(w.getWithdrawal, { withdrawalId: asked.id });
  assert.deepEqual(
    after.places.map((one) => [one.placeKind, one.mediaId]),
    [['page', null]],
  );
});

test('a picture for which the head decided on a basis stays, and the answer says why', async () => {
  const picture = await insertPicture(db, unit, 'unsaid');
  await head.call(b.decideBasis, {
    id: newId(),
    albumId: null,
    mediaId: picture.mediaId,
    basis: 'public-activity',
    citation: 'Điều 25',
    reason: 'Lễ hội công khai',
    channels: ['portal'],
  });
  await anh.refused(m.removeMedia, { mediaId: picture.mediaId, version: 1 }, 'media.kept-for-proof');
});

test('two pupils whose places were mixed up change places in one act', async () => {
  const [one, two] = [await pupil('Vàng A Sử'), await pupil('Vàng A Dế')];
  const { mediaId } = await insertPicture(db, unit, 'unsaid');
  const [a, z] = [newId(), newId()];
  const mark = (version: number, first: string, second: string) =>
    anh.call(m.markPeople, {
      mediaId,
      version,
      people: 'subjects',
      subjects: [
        { id: a, kind: 'pupil', pupilId: first, box: { x: 0, y: 0, w: 0.2, h: 0.2 } },
        { id: z, kind: 'pupil', pupilId: second, box: { x: 0.5, y: 0, w: 0.2, h: 0.2 } },
      ],
    });
  await mark(1, one, two);
  const marked = await mark(2, two, one);
  assert.deepEqual(marked.subjects.map((subject) => subject.pupilId).sort(), [one, two].sort());
  assert.equal(marked.subjects.find((subject) => subject.id === a)!.pupilId, two);
});

test('who brought a picture and works elsewhere now does not say any more who is in it', async () => {
  const picture = await insertPicture(db, unit, 'unsaid');
  const { id } = await db
    .selectFrom('people')
    .select('id')
    .where('email', '=', 'dat.nguyen@thcsbinhtra.songtra.example')
    .executeTakeFirstOrThrow();
  await db.updateTable('media_items').set({ created_by: id }).where('id', '=', picture.mediaId).execute();
  const row = await dat.call(m.getMedia, { mediaId: picture.mediaId });
  assert.deepEqual(row.can, []);
  const nobody = { mediaId: picture.mediaId, version: row.version, people: 'nobody' as const, subjects: [] };
  await dat.refused(m.markPeople, nobody, 'forbidden');
});

test('an album whose title or classes are edited still knows who was not there', async () => {
  const away = await pupil('Hạng Thị Mỵ');
  const albumId = newId();
  await db
    .insertInto('albums')
    .values({ id: albumId, unit_id: unit.id, path: unit.path, title: 'Khai giảng' })
    .execute();
  await anh.call(c.setAlbumClasses, { albumId, classIds: [classId], except: [away] });
  const { version } = await anh.call(getAlbum, { albumId });
  await anh.call(editAlbum, { albumId, version, title: 'Lễ khai giảng', classIds: [classId] });
  const { except_ids } = await db
    .selectFrom('album_classes')
    .select('except_ids')
    .where('album_id', '=', albumId)
    .executeTakeFirstOrThrow();
  assert.deepEqual(except_ids, [away]);
});

test('taken back for all purposes, contest entries and teaching material are looked for too where they were agreed to', async () => {
  const pupilId = await pupil('Lầu Bá Ly');
  await give(pupilId);
  await give(pupilId, { purpose: 'contest' });
  const asked = await anh.call(w.withdrawConsent, { id: newId(), pupilId, askedBy: 'Bố' });
  assert.deepEqual(
    asked.places.map((one) => [one.placeKind, one.state]),
    [['other-purpose', 'open']],
  );
  assert.equal(asked.doneAt, null);
});

test('the scan of a form goes with the name of a pupil who left, unless it speaks of others too', async () => {
  const [left, stays] = [await pupil('Phàn Tả Mẩy'), await pupil('Phàn Tả Sơn')];
  const [own, shared] = [await scan(), await scan()];
  await give(left, { evidenceFileId: own });
  await give(stays);
  await give(left, { purpose: 'contest' });
  await give(stays, { purpose: 'contest' });
  await anh.call(c.attachEvidence, { classId, pupilIds: [stays], fileId: shared });
  await db
    .updateTable('consents')
    .set({ evidence_file_id: shared })
    .where('pupil_id', '=', left)
    .where('purpose', '=', 'contest')
    .execute();
  await anh.call(of.leavePupil, { classId, pupilId: left, version: 1, leftOn: today });
  await head.call(of.erasePupil, { classId, pupilId: left, version: 2, reason: 'Gia đình đề nghị' });
  const files = await db.selectFrom('files').select('id').where('id', 'in', [own, shared]).execute();
  assert.deepEqual(
    files.map((file) => file.id),
    [shared],
  );
});

test('given back, a hand-in is worked on at the school: the level above sees nothing of what is chosen anew', async () => {
  const one = await insertPicture(db, unit, 'nobody');
  const two = await insertPicture(db, unit, 'nobody');
  const item = ({ mediaId, cutId }: Picture) => ({ mediaId, cutId, topic: 'teaching', chosen: true });
  const at = ({ handIn }: h.HandInWhole) => ({ handInId: handIn.id, version: handIn.version });
  let now = await anh.call(h.beginHandIn, { unitId: school, schoolYear: 2026, semester: 2 });
  now = await anh.call(h.putHandInItems, { ...at(now), note: '', items: [item(one)] });
  now = await anh.call(h.sendHandIn, at(now));
  now = await thom.call(h.returnHandIn, { ...at(now), reason: 'Thiếu ảnh' });
  now = await anh.call(h.putHandInItems, { ...at(now), note: 'Nháp', items: [item(two)] });
  const seen = await thom.call(h.getHandIn, { handInId: now.handIn.id });
  assert.deepEqual([seen.items, seen.handIn.note], [[], '']);
  assert.equal(seen.handIn.reason, 'Thiếu ảnh');
});

test('who keeps no consents does not free a picture that a family took back by saying the child is not in it', async () => {
  const pupilId = await pupil('Mùa Thị Dợ');
  await give(pupilId);
  const picture = await insertPicture(db, unit, [{ pupilId }]);
  const { id: huyenId } = await db
    .selectFrom('people')
    .select('id')
    .where('email', '=', 'huyen.nong@thcssuoingoc.songtra.example')
    .executeTakeFirstOrThrow();
  await db.updateTable('media_items').set({ created_by: huyenId }).where('id', '=', picture.mediaId).execute();
  await anh.call(w.withdrawConsent, { id: newId(), pupilId, askedBy: 'Mẹ' });
  const { version } = await huyen.call(m.getMedia, { mediaId: picture.mediaId });
  const at = { mediaId: picture.mediaId, version };
  await huyen.refused(m.markPeople, { ...at, people: 'nobody', subjects: [] }, 'media.taken-back');
  const subject = { id: picture.subjectIds[0]!, kind: 'pupil' as const, pupilId };
  const covered = [{ cutId: picture.cutId, subjectId: subject.id }];
  await huyen.refused(m.markPeople, { ...at, people: 'subjects', subjects: [subject], covered }, 'media.taken-back');
  const marked = await huyen.call(m.markPeople, { ...at, people: 'subjects', subjects: [subject] });
  // A wrong mark is put right by who keeps the consents.
  await anh.call(m.markPeople, { ...at, version: marked.version, people: 'nobody', subjects: [] });
});

test('the name of a file, which may be that of a child, stays in the house', async () => {
  const picture = await insertPicture(db, unit, 'nobody');
  await db.updateTable('media_items').set({ name: 'Lò Thị Mây 3A.jpg' }).where('id', '=', picture.mediaId).execute();
  const item = { mediaId: picture.mediaId, cutId: picture.cutId, topic: 'teaching', chosen: true };
  const at = ({ handIn }: h.HandInWhole) => ({ handInId: handIn.id, version: handIn.version });
  let now = await anh.call(h.beginHandIn, { unitId: school, schoolYear: 2026, semester: 1 });
  now = await anh.call(h.putHandInItems, { ...at(now), note: '', items: [item] });
  now = await anh.call(h.sendHandIn, at(now));
  const seen = [
    await thom.call(h.getHandIn, { handInId: now.handIn.id }),
    await thom.call(m.getMedia, { mediaId: picture.mediaId }),
    await thom.call(m.listMedia, { unitId: sampleId('xa.sn'), shared: '1' }),
  ];
  assert.doesNotMatch(JSON.stringify(seen), /Mây/);
  assert.match(JSON.stringify(await anh.call(m.getMedia, { mediaId: picture.mediaId })), /Mây/);
});
