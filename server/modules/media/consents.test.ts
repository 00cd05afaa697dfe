import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import type { CallOf, OutputOf } from '#lib/contract.ts';
import { newId } from '#lib/id.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { testApp } from '../../app/testing/http.ts';
import { insertCut, insertPicture } from '../../app/testing/pictures.sql.ts';
import { pathOf } from '../org/org.ts';
import * as albums from './albums.contract.ts';
import * as of from './classes.contract.ts';
import * as c from './consents.contract.ts';
import * as f from './findings.contract.ts';
import * as b from './lawful-bases.contract.ts';

useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-consents-'))));
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db } = app.database;
const school = sampleId('cs2');
const unit = { id: school, path: await pathOf(db, school) };
const anh = app.as('anh.bach@thcssuoingoc.songtra.example');
const head = app.as('ngoc.le@thcssuoingoc.songtra.example');
const huyen = app.as('huyen.nong@thcssuoingoc.songtra.example');
const neighbour = app.as('dat.nguyen@thcsbinhtra.songtra.example');
const today = '2026-11-20';

let n = 0;
const newClass = async () => {
  const id = newId();
  await anh.call(of.createClass, { id, unitId: school, schoolYear: 2026, name: `Lớp thử ${++n}`, grade: '6' });
  return id;
};
const newPupil = async (classId: string, name: string, bornOn: string | null) => {
  const pupilId = newId();
  await anh.call(of.putPupil, { classId, pupilId, version: 0, name, bornOn });
  return pupilId;
};
type Entry = Parameters<typeof anh.call<typeof c.recordConsents>>[1]['entries'][number];
const answer = (classId: string, ...entries: Entry[]) =>
  anh.call(c.recordConsents, { classId, form: 'form', givenOn: today, entries });
const given = (pupilIds: string[] | null, more: Partial<Entry> = {}): Entry => ({
  pupilIds,
  parties: ['representative'],
  channels: ['portal'],
  answer: 'given',
  givenBy: 'Lò Thị Hặc',
  relation: 'mẹ',
  ...more,
});
const findingOf = async (cutId: string, channel: of.ConsentChannel = 'portal', day?: string) =>
  (await anh.call(f.listFindings, { cutIds: cutId, channel, day })).items[0]!;

test('a child of six needs one yes, a child of seven two; who has no birthday on the list is asked as well', async () => {
  const classId = await newClass();
  const six = await newPupil(classId, 'Vàng A Páo', '2020-01-15');
  const seven = await newPupil(classId, 'Giàng Thị Mỷ', '2019-01-15');
  const unknown = await newPupil(classId, 'Lý Văn Dần', null);
  await answer(classId, given(null));
  const pictures = await Promise.all([six, seven, unknown].map((pupilId) => insertPicture(db, unit, [{ pupilId }])));
  const found = await Promise.all(pictures.map((one) => findingOf(one.cutId)));
  assert.deepEqual(
    found.map((one) => one.finding),
    ['ready', 'no-consent', 'no-consent'],
  );
  assert.deepEqual(found[1]!.subjects[0]!.lacking, ['child']);
  assert.match(found[1]!.sentence, /^Giàng Thị Mỷ: gia đình đã đồng ý, còn thiếu ý kiến của chính em/);
  await answer(classId, given([seven], { parties: ['child'] }));
  assert.equal((await findingOf(pictures[1]!.cutId)).finding, 'ready');
});

test('the age counts on the day of use: a birthday in the middle of the year asks the child from then on', async () => {
  const classId = await newClass();
  const pupilId = await newPupil(classId, 'Hoàng Minh Khôi', '2020-03-10');
  await answer(classId, given([pupilId]));
  const { cutId } = await insertPicture(db, unit, [{ pupilId }]);
  assert.equal((await findingOf(cutId, 'portal', '2027-03-09')).finding, 'ready');
  assert.equal((await findingOf(cutId, 'portal', '2027-03-10')).finding, 'no-consent');
});

test("a child's no beats the parents' yes, at any age", async () => {
  const classId = await newClass();
  const older = await newPupil(classId, 'Bùi Gia Hân', '2014-05-01');
  const younger = await newPupil(classId, 'Bùi Gia Bảo', '2021-05-01');
  await answer(classId, given(null), given(null, { parties: ['child'], answer: 'refused' }));
  for (const pupilId of [older, younger]) {
    const { cutId } = await insertPicture(db, unit, [{ pupilId }]);
    assert.equal((await findingOf(cutId)).finding, 'refused');
  }
});

test('a slip in the name of a class is put right at its school, once, and two classes never share a name', async () => {
  const [classId, other] = [await newClass(), await newClass()];
  const listed = async (id: string) =>
    (await anh.call(of.listClasses, { unitId: school })).items.find((c) => c.id === id)!;
  const { version } = await listed(classId);
  const { name: taken } = await listed(other);
  const renamed = await anh.call(of.editClass, { classId, version, name: '6A đúng tên', grade: '' });
  assert.deepEqual([renamed.name, renamed.grade], ['6A đúng tên', null]);
  await anh.refused(of.editClass, { classId, version, name: '6B' }, 'conflict');
  await anh.refused(of.editClass, { classId, version: renamed.version, name: taken }, 'media.class-name-taken');
  await neighbour.refused(of.editClass, { classId, version: renamed.version, name: '6C' }, 'not-found');
});

test('channels and purposes are apart, and a consent ends with the school year', async () => {
  const classId = await newClass();
  const pupilId = await newPupil(classId, 'Đinh Công Sơn', '2021-02-02');
  await anh.call(c.recordConsents, {
    classId,
    purpose: 'contest',
    form: 'form',
    givenOn: today,
    entries: [given(null, { channels: ['social'] })],
  });
  await answer(classId, given(null));
  const { cutId } = await insertPicture(db, unit, [{ pupilId }]);
  assert.equal((await findingOf(cutId)).finding, 'ready');
  assert.equal((await findingOf(cutId, 'social')).finding, 'no-consent');
  assert.equal((await findingOf(cutId, 'portal', '2027-05-31')).finding, 'ready');
  const ended = await findingOf(cutId, 'portal', '2027-06-01');
  assert.equal(ended.finding, 'ended');
  assert.match(ended.sentence, /hết hạn hoặc đã rút/);
});

test('whoever is covered in a cut does not count in it; crowds pass, silence and unknown children do not', async () => {
  const classId = await newClass();
  const pupilId = await newPupil(classId, 'Mùa A Sử', '2014-02-02');
  const picture = await insertPicture(db, unit, [{ pupilId }, { kind: 'adult', name: 'Thầy Thắng', agreed: true }]);
  assert.equal((await findingOf(picture.cutId)).finding, 'no-consent');
  assert.equal((await findingOf(await insertCut(db, picture, [picture.subjectIds[0]!]))).finding, 'ready');
  const adult = await insertPicture(db, unit, [{ kind: 'adult', name: 'Cô Hạnh' }]);
  assert.equal((await findingOf(adult.cutId)).finding, 'no-consent');
  const child = await insertPicture(db, unit, [{ kind: 'unknown-child' }]);
  assert.equal((await findingOf(child.cutId)).finding, 'no-consent');
  const [crowd, unsaid] = [await insertPicture(db, unit, 'crowd'), await insertPicture(db, unit, 'unsaid')];
  assert.equal((await findingOf(crowd.cutId)).finding, 'ready');
  assert.equal((await findingOf(unsaid.cutId)).finding, 'people-unsaid');
  const old = await insertPicture(db, unit, 'nobody', { rightsUntil: '2026-11-01' });
  assert.equal((await findingOf(old.cutId)).finding, 'rights-ended');
});

test("'lớp …, trừ …' in one act: a later entry overrules, and a later answer ends the earlier one", async () => {
  const classId = await newClass();
  const [first, second] = [
    await newPupil(classId, 'Tòng Văn An', '2021-01-01'),
    await newPupil(classId, 'Cà Thị Yên', '2021-01-01'),
  ];
  const grid = await answer(classId, given(null, { except: [second], channels: ['portal', 'social'] }));
  const standing = (id: string) => grid.pupils.find((pupil) => pupil.id === id)!.channels.portal!.standing;
  assert.deepEqual([standing(first), standing(second)], ['ready', 'no-consent']);
  assert.deepEqual([grid.class.ready.portal, grid.class.unanswered], [1, 1]);
  await answer(classId, given([first], { answer: 'refused' }));
  const history = await anh.call(c.listPupilAnswers, { pupilId: first });
  assert.deepEqual(
    history.items.filter((one) => one.channel === 'portal').map((one) => [one.answer, one.endedBy, one.wordingNumber]),
    [
      ['refused', null, 1],
      ['given', 'answer', 1],
    ],
  );
  assert.equal(history.items[0]!.givenBy, 'Lò Thị Hặc');
});

test('the head decides on another basis for named channels; revoked, it holds back what is shown', async () => {
  const classId = await newClass();
  const pupilId = await newPupil(classId, 'Quàng Thị Biên', '2014-01-01');
  const { cutId, mediaId } = await insertPicture(db, unit, [{ pupilId }]);
  const decision = {
    id: newId(),
    mediaId,
    basis: 'public-activity' as const,
    citation: 'Luật số 91/2025/QH15, Điều 32',
    reason: 'Lễ khai giảng công khai',
    channels: ['portal' as const],
  };
  await anh.refused(b.decideBasis, decision, 'forbidden');
  const basis = await head.call(b.decideBasis, decision);
  assert.equal((await findingOf(cutId)).finding, 'ready');
  assert.equal((await findingOf(cutId, 'social')).finding, 'no-consent');
  await db
    .insertInto('media_uses')
    .values({
      cut_id: cutId,
      media_id: mediaId,
      used_kind: 'article',
      used_id: newId(),
      unit_id: unit.id,
      path: unit.path,
      title: 'Khai giảng',
      channels: ['portal'],
    })
    .execute();
  const revoked = await head.call(b.revokeBasis, { basisId: basis.id, reason: 'Phụ huynh có ý kiến' });
  assert.equal(revoked.blocked, 1);
  assert.equal((await findingOf(cutId)).finding, 'blocked');
  await answer(classId, given(null), given(null, { parties: ['child'] }));
  assert.equal((await findingOf(cutId)).finding, 'ready');
});

test('another basis says nothing of a picture as long as nobody has said who can be known in it', async () => {
  const albumId = newId();
  await anh.call(albums.addAlbum, { id: albumId, unitId: school, title: 'Ngày hội', classIds: [] });
  await head.call(b.decideBasis, {
    id: newId(),
    albumId,
    basis: 'public-activity',
    citation: 'Luật số 91/2025/QH15, Điều 32',
    reason: 'Ngày hội công khai',
    channels: ['portal'],
  });
  const [unsaid, crowd] = [
    await insertPicture(db, unit, 'unsaid', { albumId }),
    await insertPicture(db, unit, [{ kind: 'unknown-child' }], { albumId }),
  ];
  assert.equal((await findingOf(unsaid.cutId)).finding, 'people-unsaid');
  assert.equal((await findingOf(crowd.cutId)).finding, 'ready');
});

test('a teacher reads how many lack consent, no names; the school’s own teachers may mark by name, neighbours see nothing', async () => {
  const classId = await newClass();
  const pupilId = await newPupil(classId, 'Lường Thị Xuân', '2014-01-01');
  const { cutId } = await insertPicture(db, unit, [{ pupilId }]);
  await app.database.db
    .updateTable('media_items')
    .set({ created_by: await idOf('huyen.nong') })
    .execute();
  const seen = (await huyen.call(f.listFindings, { cutIds: cutId, channel: 'portal' })).items[0]!;
  assert.match(seen.sentence, /^1 học sinh chưa có đồng ý/);
  assert.equal(seen.subjects[0]!.name, null);
  await huyen.refused(c.getClassConsents, { classId }, 'forbidden');
  const { items } = await huyen.call(of.listPupilsForMarking, { unitId: school, q: 'lường xu' });
  assert.deepEqual(
    items.map((one) => one.name),
    ['Lường Thị Xuân'],
  );
  await neighbour.refused(c.getClassConsents, { classId }, 'not-found');
  await neighbour.refused(of.listPupilsForMarking, { unitId: school }, 'not-found');
  await neighbour.refused(c.listPupilAnswers, { pupilId }, 'not-found');
  assert.deepEqual((await neighbour.call(f.listFindings, { cutIds: cutId, channel: 'portal' })).items, []);
});

const idOf = async (mailbox: string) =>
  (
    await db
      .selectFrom('people')
      .select('id')
      .where('email', '=', `${mailbox}@thcssuoingoc.songtra.example`)
      .executeTakeFirstOrThrow()
  ).id;

/** Sends a sheet as the bytes of its file. */
const sheet = async <E extends typeof of.importPupils | typeof c.readConsentSheet>(
  endpoint: E,
  input: CallOf<E>,
  text: string,
): Promise<OutputOf<E>> =>
  (await (await anh.send(endpoint, input, { body: new TextEncoder().encode(text) })).json()) as OutputOf<E>;

test('a sheet of pupils with tags, formulas and impossible days is read as far as it is right, and says why not', async () => {
  const classId = await newClass();
  const table = [
    'TT,Họ và tên,Ngày sinh',
    '1,Sùng A Lử,05/9/2015',
    '2,<b>Tráng Seo</b>,01/01/2015',
    '3,=HYPERLINK("x"),01/01/2015',
    '4,Thào Mí Pó,31/02/2015',
    '5,Sùng A Lử,05/9/2015',
    '6,Ma Thị Dua,01/01/2030',
  ].join('\n');
  const preview = await sheet(of.importPupils, { classId }, table);
  assert.equal(preview.committed, false);
  assert.deepEqual(
    preview.refused.map((one) => one.row),
    [3, 4, 5, 6, 7],
  );
  const done = await sheet(of.importPupils, { classId, commit: 'yes' }, table);
  assert.deepEqual([done.added, done.unchanged], [1, 0]);
  const again = await sheet(of.importPupils, { classId, commit: 'yes' }, table);
  assert.deepEqual([again.added, again.unchanged], [0, 1]);
});

test('the sheet of answers goes out and comes back: a preview of what changes, wrong names and words are refused', async () => {
  const classId = await newClass();
  await newPupil(classId, 'Lù Thị Máy', '2021-01-01');
  await newPupil(classId, 'Hạng A Chư', '2021-01-01');
  const out = await anh.send(c.consentSheet, { classId }, {});
  assert.equal(out.status, 200);
  const back = [
    'Họ và tên,Người đại diện,Quan hệ,Người đại diện: Cổng thông tin,Học sinh: Cổng thông tin',
    'Lù Thị Máy,Lù A Phử,bố,C,',
    'Hạng A Chư,,,C,',
    'Ai Đó Khác,Ai,mẹ,C,',
    'Lù Thị Máy,Lù A Phử,bố,K,',
  ].join('\n');
  const ask = { classId, givenOn: today };
  const preview = await sheet(c.readConsentSheet, ask, back);
  assert.deepEqual(preview.changed, [{ row: 2, name: 'Lù Thị Máy', given: 1, refused: 0 }]);
  assert.deepEqual(
    preview.refused.map((one) => one.reason.slice(0, 30)),
    ['Có câu trả lời của người đại d', 'Không có em nào tên này trong ', 'Trùng với dòng 2'],
  );
  assert.equal((await anh.call(c.getClassConsents, { classId })).class.ready.portal, 0);
  await sheet(c.readConsentSheet, { ...ask, commit: 'yes' }, back);
  assert.equal((await anh.call(c.getClassConsents, { classId })).class.ready.portal, 1);
});

test('the form is a Word document with a page for each pupil, no box ticked; the list is one', async () => {
  const classId = await newClass();
  await newPupil(classId, 'Lù Thị Máy', '2021-01-01');
  for (const layout of ['pages', 'list'] as const) {
    const reply = await anh.send(c.consentForm, { classId, layout }, {});
    assert.equal(reply.status, 200);
    assert.equal(String.fromCharCode(...new Uint8Array(await reply.arrayBuffer()).slice(0, 2)), 'PK');
  }
});

test('the list is printed for the purpose that is asked for, and says in a sentence what becomes of pictures at the end', async () => {
  const classId = await newClass();
  await newPupil(classId, 'Lù Thị Mỷ', '2021-01-01');
  const textOf = async (purpose: of.Purpose) => {
    const reply = await anh.send(c.consentForm, { classId, layout: 'list', purpose }, {});
    const parts = unzipSync(new Uint8Array(await reply.arrayBuffer()));
    return new TextDecoder().decode(parts['word/document.xml']);
  };
  assert.match(await textOf('contest'), /Cuộc thi, triển lãm \(lời số 1\).*được gỡ khỏi kênh đó/s);
  assert.match(await textOf('teaching'), /Tài liệu dạy học \(lời số 1\)/);
});

test('a class in an album, but for who was not there: who lacks consent where, and in which pictures', async () => {
  const classId = await newClass();
  const [there, away] = [
    await newPupil(classId, 'Lò Văn Ín', '2021-01-01'),
    await newPupil(classId, 'Lò Thị Ín', '2021-01-01'),
  ];
  const albumId = newId();
  await db
    .insertInto('albums')
    .values({ id: albumId, unit_id: unit.id, path: unit.path, title: 'Khai giảng' })
    .execute();
  const { mediaId } = await insertPicture(db, unit, [{ pupilId: there }], { albumId });
  const found = await anh.call(c.setAlbumClasses, { albumId, classIds: [classId], except: [away] });
  assert.deepEqual([found.classes[0]!.pupils, found.lacking.portal, found.mediaIds], [1, 1, [mediaId]]);
  assert.deepEqual(
    found.pupils.map((pupil) => pupil.name),
    ['Lò Văn Ín'],
  );
});

test('new words get a new number; answers name the number they were given to', async () => {
  const classId = await newClass();
  const pupilId = await newPupil(classId, 'Hà Văn Tư', '2021-01-01');
  await anh.refused(
    c.addWording,
    { id: newId(), unitId: school, purpose: 'news', words: 'Lời', childWords: 'Em' },
    'forbidden',
  );
  const made = await head.call(c.addWording, {
    id: newId(),
    unitId: school,
    purpose: 'news',
    words: 'Lời riêng của trường',
    childWords: 'Em đồng ý',
  });
  assert.equal(made.number, 2);
  await answer(classId, given(null));
  assert.equal((await anh.call(c.listPupilAnswers, { pupilId })).items[0]!.wordingNumber, 2);
});

test('the name of a pupil who left can be erased, also from the record', async () => {
  const classId = await newClass();
  const pupilId = await newPupil(classId, 'Nguyễn Văn Rời', '2021-01-01');
  await answer(classId, given(null));
  await head.refused(
    of.erasePupil,
    { classId, pupilId, version: 1, reason: 'Gia đình đề nghị' },
    'media.pupil-not-left',
  );
  await anh.call(of.leavePupil, { classId, pupilId, version: 1, leftOn: today });
  await head.call(of.erasePupil, { classId, pupilId, version: 2, reason: 'Gia đình đề nghị' });
  const records = await auditOf(app.database, pupilId);
  assert.ok(records.length >= 3);
  assert.ok(!JSON.stringify(records).includes('Rời'));
  assert.equal((await anh.call(c.listPupilAnswers, { pupilId })).items[0]!.givenBy, null);
});
