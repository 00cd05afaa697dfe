import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { testApp } from '../../app/testing/http.ts';
import { insertCut, insertPicture, type Picture } from '../../app/testing/pictures.sql.ts';
import { pathOf } from '../org/org.ts';
import * as of from './classes.contract.ts';
import { watchConsentEnds } from './consent-ends.ts';
import * as c from './consents.contract.ts';
import * as f from './findings.contract.ts';
import * as b from './lawful-bases.contract.ts';
import { setUses, shownCuts } from './media.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db } = app.database;
const school = sampleId('cs2');
const unit = { id: school, path: await pathOf(db, school) };
const anh = app.as('anh.bach@thcssuoingoc.songtra.example');
const head = app.as('ngoc.le@thcssuoingoc.songtra.example');
/** The first day after the school year 2026-2027, at night. */
const after = new Date('2027-05-31T17:25:00Z');

// The sample's own answers end on the same day; here only those of this file count.
await db.deleteFrom('consents').execute();
const newClass = async (schoolYear = 2026, name = `Lớp ${newId()}`) => {
  const id = newId();
  await anh.call(of.createClass, { id, unitId: school, schoolYear, name, grade: '1' });
  return id;
};
const classId = await newClass();

/** A child below seven whose mother agreed to portal and social networks. */
async function agreed(name: string, more: { wordingId?: string; code?: string } = {}): Promise<string> {
  const pupilId = newId();
  await anh.call(of.putPupil, { classId, pupilId, version: 0, name, bornOn: '2022-02-02', code: more.code ?? null });
  await give(classId, pupilId, '2026-11-20', more.wordingId);
  return pupilId;
}
const give = (inClass: string, pupilId: string, givenOn: string, wordingId?: string) =>
  anh.call(c.recordConsents, {
    classId: inClass,
    form: 'form',
    givenOn,
    wordingId,
    entries: [
      {
        pupilIds: [pupilId],
        parties: ['representative'],
        channels: ['portal', 'social'],
        answer: 'given',
        givenBy: 'Lò Thị Hặc',
      },
    ],
  });
const use = (cutId: string, channels: string[]) =>
  db
    .transaction()
    .execute((tx) =>
      setUses(
        tx,
        { kind: 'article', id: newId(), unitId: unit.id, path: unit.path, title: 'Tết sớm' },
        [cutId],
        channels,
      ),
    );
const night = (at: Date) => db.transaction().execute((tx) => watchConsentEnds(tx, at));
const shown = async ({ cutId }: Pick<Picture, 'cutId'>, channel = 'portal', at = after) =>
  (await shownCuts(db, [cutId], channel, at)).has(cutId);
const notices = async (kind: string) =>
  await db.selectFrom('notices').select(['person_id', 'params']).where('kind', '=', kind).orderBy('id').execute();
const told = async (id: string) => (await auditOf(app.database, id)).map((one) => one.event);

test('who keeps consents and the head are told 30 and 7 days ahead, once each however often the night runs', async () => {
  await agreed('Vàng Thị Súa');
  await night(new Date('2027-04-30T17:25:00Z'));
  assert.equal((await notices('consent.ending')).length, 0);
  await night(new Date('2027-05-01T17:25:00Z'));
  await night(new Date('2027-05-10T17:25:00Z'));
  const once = await notices('consent.ending');
  assert.equal(once.length, new Set(once.map((one) => one.person_id)).size);
  assert.ok(once.length >= 2);
  assert.match(JSON.stringify(once[0]!.params), /31\/05\/2027/);
  await night(new Date('2027-05-24T17:25:00Z'));
  await night(new Date('2027-05-25T17:25:00Z'));
  assert.equal((await notices('consent.ending')).length, once.length * 2);
});

test('the night after the school year holds back what is shown by a consent that has ended, and tells it once', async () => {
  const picture = await insertPicture(db, unit, [{ pupilId: await agreed('Lò Thị Mẩy') }]);
  await use(picture.cutId, ['portal']);
  await night(new Date('2027-05-30T17:25:00Z'));
  assert.ok(await shown(picture));
  await night(after);
  assert.equal(await shown(picture), false);
  assert.deepEqual(await told(picture.mediaId), ['media.blocked']);
  const first = await notices('consent.ended');
  await night(after);
  assert.deepEqual(await told(picture.mediaId), ['media.blocked']);
  assert.equal((await notices('consent.ended')).length, first.length);
  assert.ok(first.length >= 2);
  const [found] = (await anh.call(f.listFindings, { cutIds: picture.cutId, channel: 'portal', day: '2027-06-01' }))
    .items;
  assert.equal(found!.finding, 'ended');
});

test('only the channel on which the public sees it is held back', async () => {
  const picture = await insertPicture(db, unit, [{ pupilId: await agreed('Giàng A Chu') }]);
  await use(picture.cutId, ['social']);
  await night(after);
  const blocks = await db.selectFrom('media_blocks').select('channel').where('cut_id', '=', picture.cutId).execute();
  assert.deepEqual(blocks, [{ channel: 'social' }]);
});

test('a cut in which the child is covered stays on show', async () => {
  const picture = await insertPicture(db, unit, [{ pupilId: await agreed('Sùng Thị Dua') }]);
  const covered = { cutId: await insertCut(db, picture, [picture.subjectIds[0]!]) };
  await use(covered.cutId, ['portal']);
  await night(after);
  assert.ok(await shown(covered));
});

test('words of the unit that say it stays are kept to; whose words say it leaves is held back beside them', async () => {
  const wordingId = newId();
  const words = {
    purpose: 'news' as const,
    words: 'Tôi đồng ý.',
    childWords: 'Em đồng ý.',
    afterEnd: 'stays' as const,
  };
  await head.call(c.addWording, { id: wordingId, unitId: school, ...words });
  const stays = await agreed('Quàng Văn Sinh', { wordingId });
  const old = (await anh.call(c.listWordings, { unitId: school })).items.find(
    (one) => one.unitId === null && one.purpose === 'news',
  )!;
  assert.equal(old.afterEnd, 'leaves');
  const leaves = await agreed('Tòng Thị Phóng', { wordingId: old.id });
  const [alone, both] = [
    await insertPicture(db, unit, [{ pupilId: stays }]),
    await insertPicture(db, unit, [{ pupilId: stays }, { pupilId: leaves }]),
  ];
  await use(alone.cutId, ['portal']);
  await use(both.cutId, ['portal']);
  await night(after);
  assert.deepEqual([await shown(alone), await shown(both)], [true, false]);
});

test('another basis of the head keeps it on show, and one that is decided later brings it back', async () => {
  const decide = (mediaId: string) =>
    head.call(b.decideBasis, {
      id: newId(),
      mediaId,
      basis: 'public-activity',
      citation: 'Luật số 91/2025/QH15, Điều 32',
      reason: 'Lễ khai giảng công khai',
      channels: ['portal'],
    });
  const wordings = (await anh.call(c.listWordings, { unitId: school })).items;
  const wordingId = wordings.find((one) => one.unitId === null && one.purpose === 'news')!.id;
  const before = await insertPicture(db, unit, [{ pupilId: await agreed('Lò Văn Piến', { wordingId }) }]);
  const later = await insertPicture(db, unit, [{ pupilId: await agreed('Lò Văn Tới', { wordingId }) }]);
  await decide(before.mediaId);
  for (const one of [before, later]) await use(one.cutId, ['portal']);
  await night(after);
  assert.deepEqual([await shown(before), await shown(later)], [true, false]);
  await decide(later.mediaId);
  assert.ok(await shown(later));
});

test('in the class of the new year the child is known again; a new yes lets its pictures be seen by itself', async () => {
  const last = await newClass(2025);
  const pupilId = newId();
  const child = { name: 'Mùa Thị Chía', bornOn: '2022-02-02', code: 'HS-7781' };
  await anh.call(of.putPupil, { classId: last, pupilId, version: 0, ...child });
  const wordings = (await anh.call(c.listWordings, { unitId: school })).items;
  const wordingId = wordings.find((one) => one.unitId === null && one.purpose === 'news')!.id;
  await give(last, pupilId, '2026-03-10', wordingId);
  const picture = await insertPicture(db, unit, [{ pupilId }]);
  await use(picture.cutId, ['portal']);
  const { now } = app.clock;
  await night(now);
  assert.equal(await shown(picture, 'portal', now), false);
  const sheet = new TextEncoder().encode('Họ và tên,Ngày sinh,Mã học sinh\nMùa Thị Chía,02/02/2022,HS-7781\n');
  await anh.send(of.importPupils, { classId, commit: 'yes' }, { body: sheet });
  const { pupils } = await anh.call(c.getClassConsents, { classId });
  assert.ok(pupils.some((one) => one.id === pupilId));
  await give(classId, pupilId, '2026-11-20');
  assert.ok(await shown(picture, 'portal', now));
  assert.deepEqual(await told(picture.mediaId), ['media.blocked', 'media.unblocked']);
});
