import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { insertPicture, type Picture } from '../../app/testing/pictures.sql.ts';
import { pathOf } from '../org/org.ts';
import * as of from './classes.contract.ts';
import * as c from './consents.contract.ts';
import * as f from './findings.contract.ts';
import { addWithdrawalStep, setUses, shareMedia, shownCuts, withdrawnCuts } from './media.ts';
import { remindOfClocks } from './withdrawal-notices.ts';
import * as w from './withdrawals.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db } = app.database;
const school = sampleId('cs2');
const unit = { id: school, path: await pathOf(db, school) };
const commune = { unitId: sampleId('xa.sn'), path: await pathOf(db, sampleId('xa.sn')) };
const anh = app.as('anh.bach@thcssuoingoc.songtra.example');
const head = app.as('ngoc.le@thcssuoingoc.songtra.example');
const thom = app.as('thom.quach@suoingoc.songtra.example');
const neighbour = app.as('dat.nguyen@thcsbinhtra.songtra.example');

const classId = newId();
await anh.call(of.createClass, { id: classId, unitId: school, schoolYear: 2026, name: '7 thử' });

/** A pupil of seven and more, for whom both have agreed to portal and social networks. */
async function agreed(name: string): Promise<string> {
  const pupilId = newId();
  await anh.call(of.putPupil, { classId, pupilId, version: 0, name, bornOn: '2014-04-04' });
  await give(pupilId);
  return pupilId;
}
const give = (
  pupilId: string,
  channels: of.ConsentChannel[] = ['portal', 'social'],
  parties: of.Party[] = ['representative', 'child'],
) =>
  anh.call(c.recordConsents, {
    classId,
    form: 'form',
    givenOn: app.clock.now.toISOString().slice(0, 10),
    entries: [{ pupilIds: [pupilId], parties, channels, answer: 'given', givenBy: 'Lò Văn Phong', relation: 'bố' }],
  });
const use = (picture: Picture, channels: string[], title = 'Ngày hội đọc sách') =>
  db
    .transaction()
    .execute((tx) =>
      setUses(tx, { kind: 'article', id: newId(), unitId: unit.id, path: unit.path, title }, [picture.cutId], channels),
    );
const withdraw = (pupilId: string, more: object = {}) =>
  anh.call(w.withdrawConsent, { id: newId(), pupilId, askedBy: 'Ông Lò Văn Phong, bố', ...more });
const shown = async (cutId: string, channel: string) =>
  (await shownCuts(db, [cutId], channel, app.clock.now)).has(cutId);

test('taken back, the picture is gone in the same moment on the channel that was named, and only there', async () => {
  const pupilId = await agreed('Lò Thị Hương');
  const picture = await insertPicture(db, unit, [{ pupilId }]);
  await use(picture, ['portal', 'social']);
  assert.ok(await shown(picture.cutId, 'portal'));
  const made = await withdraw(pupilId, { channels: ['portal'] });
  assert.equal(await shown(picture.cutId, 'portal'), false);
  assert.equal(await shown(picture.cutId, 'social'), true);
  assert.deepEqual(
    made.places.map((one) => [one.place, one.channel, one.state]),
    [['Bài “Ngày hội đọc sách”', 'portal', 'done']],
  );
  assert.deepEqual([made.pictures, made.doneAt !== null, made.state], [1, true, 'open']);
  const [found] = (await anh.call(f.listFindings, { cutIds: picture.cutId, channel: 'portal' })).items;
  assert.equal(found!.finding, 'blocked');
});

test('only consent given anew by everybody who is asked lifts it, by itself', async () => {
  const pupilId = await agreed('Lò Văn Hoàng');
  const picture = await insertPicture(db, unit, [{ pupilId }]);
  await withdraw(pupilId);
  await give(pupilId, ['portal'], ['representative']);
  assert.equal(await shown(picture.cutId, 'portal'), false);
  await give(pupilId, ['portal'], ['child']);
  assert.equal(await shown(picture.cutId, 'portal'), true);
  assert.equal(await shown(picture.cutId, 'social'), false);
});

test('a no on a form, where the public sees the picture, takes it back with all that follows', async () => {
  const pupilId = await agreed('Hoàng Seo Chín');
  const picture = await insertPicture(db, unit, [{ pupilId }]);
  await use(picture, ['portal']);
  const entry = {
    pupilIds: [pupilId],
    parties: ['child' as const],
    channels: ['portal' as const],
    answer: 'refused' as const,
  };
  await anh.call(c.recordConsents, { classId, form: 'form', givenOn: '2026-11-20', entries: [entry] });
  assert.equal(await shown(picture.cutId, 'portal'), false);
  const { items } = await anh.call(w.listWithdrawals, { unitId: school });
  assert.deepEqual(items[0]!.channels, ['portal']);
});

test('a cut in which the pupil is covered stays, and so do pictures of others', async () => {
  const pupilId = await agreed('Vì Văn Sang');
  const other = await insertPicture(db, unit, 'crowd');
  const picture = await insertPicture(db, unit, [{ pupilId }]);
  await db
    .insertInto('cut_covered')
    .values({ cut_id: picture.cutId, subject_id: picture.subjectIds[0]!, said_by: 'person' })
    .execute();
  await withdraw(pupilId);
  assert.ok(await shown(picture.cutId, 'portal'));
  assert.ok(await shown(other.cutId, 'portal'));
});

test('sent twice it is one; the clocks count working days over 30/4 and 1/5, and plain days to carry out', async () => {
  const pupilId = await agreed('Cầm Bá Thước');
  const id = newId();
  const receivedAt = '2026-04-29T03:00:00Z';
  const made = await withdraw(pupilId, { id, receivedAt });
  // Thursday 30/4 and Friday 1/5 are free, the weekend is too.
  assert.deepEqual([made.answerBy, made.carryOutBy, made.state], ['2026-05-05', '2026-05-14', 'late']);
  assert.match(made.source, /91\/2025\/QH15/);
  await withdraw(pupilId, { id });
  const { items } = await anh.call(w.listWithdrawals, { unitId: school });
  assert.equal(items.filter((one) => one.pupilId === pupilId).length, 1);
});

test('a unit that holds a copy is asked without the child’s name, has 20 days, and closes its part itself', async () => {
  const pupilId = await agreed('Điêu Thị Nga');
  const picture = await insertPicture(db, unit, [{ pupilId }]);
  await db.transaction().execute((tx) => shareMedia(tx, { kind: 'article', id: newId() }, [picture.mediaId], commune));
  const made = await withdraw(pupilId);
  assert.equal(made.carryOutBy, '2026-12-10');
  assert.deepEqual([made.doneAt, made.places.map((one) => one.state)], [null, ['open']]);
  const asked = await thom.call(w.listAskedSteps, { unitId: commune.unitId });
  assert.equal(asked.items[0]!.fromUnit, 'Trường THCS Suối Ngọc');
  assert.ok(!JSON.stringify(asked).includes('Điêu Thị Nga'));
  await thom.refused(w.getWithdrawal, { withdrawalId: made.id }, 'not-found');
  await neighbour.refused(w.getWithdrawal, { withdrawalId: made.id }, 'not-found');
  const step = asked.items[0]!.id;
  await anh.refused(w.settleStep, { stepId: step, state: 'done' }, 'forbidden');
  await thom.refused(w.settleStep, { stepId: step, state: 'impossible' }, 'invalid');
  await thom.call(w.settleStep, { stepId: step, state: 'done', note: 'Đã xóa' });
  const after = await anh.call(w.getWithdrawal, { withdrawalId: made.id });
  assert.ok(after.doneAt);
  await thom.refused(w.settleStep, { stepId: step, state: 'done' }, 'media.step-settled');
});

test('a newspaper is a place of its own: told twice it is one, and the request is open until it is settled', async () => {
  const pupilId = await agreed('Tẩn Láo San');
  const picture = await insertPicture(db, unit, [{ pupilId }]);
  const made = await withdraw(pupilId);
  assert.ok(made.doneAt);
  const cuts = await withdrawnCuts(db, made.id);
  assert.deepEqual([...new Set(cuts.map((one) => one.cutId))], [picture.cutId]);
  const place = {
    withdrawalId: made.id,
    mediaId: picture.mediaId,
    cutId: picture.cutId,
    unitId: unit.id,
    path: unit.path,
    placeKind: 'placement',
    placeId: newId(),
    place: 'Báo Sông Trà, ngày 12/11/2026',
    channel: 'press',
  };
  const author = { requestId: newId(), now: app.clock.now, system: 'articles' };
  for (const first of [true, false])
    assert.equal(await db.transaction().execute((tx) => addWithdrawalStep(tx, author, place)), first);
  const after = await anh.call(w.getWithdrawal, { withdrawalId: made.id });
  assert.deepEqual([after.doneAt, after.places.map((one) => one.place)], [null, [place.place]]);
});

test('more time once, by the head, with a reason, for at most 15 days', async () => {
  const pupilId = await agreed('Phàn Thị Mẩy');
  const made = await withdraw(pupilId, { purposes: ['contest', 'news'] });
  const ask = { withdrawalId: made.id, version: made.version, reason: 'Báo in đã phát hành' };
  await anh.refused(w.extendWithdrawal, { ...ask, to: '2026-12-15' }, 'forbidden');
  await head.refused(w.extendWithdrawal, { ...ask, to: '2026-12-21' }, 'media.withdrawal-extension');
  const put = await head.call(w.extendWithdrawal, { ...ask, to: '2026-12-20' });
  assert.equal(put.extendedTo, '2026-12-20');
  await head.refused(
    w.extendWithdrawal,
    { ...ask, version: put.version, to: '2026-12-20' },
    'media.withdrawal-extended',
  );
});

test('the day before a clock runs out its keepers hear of it, afterwards the head, each morning once', async () => {
  const pupilId = await agreed('Sìn Văn Tài');
  const made = await withdraw(pupilId);
  const told = async (kind: string) =>
    (
      await db
        .selectFrom('notices as n')
        .innerJoin('people as p', 'p.id', 'n.person_id')
        .select('p.email')
        .where('n.kind', '=', kind)
        .where('n.link', '=', `/app/dong-y/rut/${made.id}`)
        .execute()
    ).map((row) => row.email);
  const remind = (day: string) => db.transaction().execute((tx) => remindOfClocks(tx, new Date(`${day}T00:15:00Z`)));
  assert.deepEqual(await told('consent.withdrawn'), ['ngoc.le@thcssuoingoc.songtra.example']);
  await remind('2026-11-23');
  await remind('2026-11-23');
  assert.equal((await told('consent.answer-due')).filter((email) => email?.startsWith('anh.bach')).length, 1);
  await remind('2026-11-26');
  assert.deepEqual(await told('consent.answer-late'), ['ngoc.le@thcssuoingoc.songtra.example']);
  await anh.call(w.answerWithdrawal, { withdrawalId: made.id, version: made.version });
  await remind('2026-11-27');
  assert.equal((await told('consent.answer-late')).length, 1);
});

test('the answer to the parent is a letter that can be opened', async () => {
  const pupilId = await agreed('Chảo Láo Tả');
  const made = await withdraw(pupilId);
  const reply = await anh.send(w.answerLetter, { withdrawalId: made.id }, {});
  assert.equal(reply.status, 200);
  assert.equal(String.fromCharCode(...new Uint8Array(await reply.arrayBuffer()).slice(0, 2)), 'PK');
});
