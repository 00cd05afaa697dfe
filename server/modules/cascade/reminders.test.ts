import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '#lib/id.ts';
import type { Tx } from '#platform/tx.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { testApp } from '../../app/testing/http.ts';
import { mailbox } from '../../app/testing/mailbox.ts';
import { laidPlan } from '../../app/testing/sent-plan.ts';
import { mailDigests } from '../notices/digest.ts';
import { listInbox } from '../notices/notices.contract.ts';
import { deliverReminder, mailReminded, morningAfter, tellReminded } from './reminder-delivery.ts';
import { duesOf, remindByRule, stepDay } from './reminder-rule.ts';
import * as c from './reminders.contract.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db } = app.database;
const letters = mailbox();
const officer = app.as('lan.pham@so.songtra.example');
const communeMail = 'thom.quach@suoingoc.songtra.example';
const commune = app.as(communeMail);
const principalMail = 'anh.bach@thcssuoingoc.songtra.example';
const principal = app.as(principalMail);
const other = 'dat.nguyen@thcsbinhtra.songtra.example';
const inTx = <T>(work: (tx: Tx) => Promise<T>) => db.transaction().execute(work);
const later = (minutes: number) => new Date(app.clock.now.getTime() + minutes * 60_000);

/** What the jobs do: notices first, then letters. */
async function deliver(reminderId: string, now = app.clock.now): Promise<void> {
  for (const batch of await inTx((tx) => deliverReminder(tx, reminderId, now))) {
    await inTx((tx) => tellReminded(tx, batch, now));
    await mailReminded(db, batch, now);
  }
}
const told = async (who: typeof officer, kind: string) =>
  (await who.call(listInbox, { limit: 200 })).items.filter((n) => n.kind.startsWith(kind));

const lay = (dueOn = '2026-11-18') =>
  laidPlan(app.database, 3, [
    { unit: 'xa.sn', asks: ['adopted', 'adopted', null], dueOn },
    { unit: 'mn2', asks: ['unopened', 'unopened', 'unopened'], dueOn },
    { unit: 'cs2', asks: ['adopted', 'unanswered', 'unanswered'], dueOn },
    { unit: 'cs1', asks: ['unanswered', 'adopted', null], dueOn: '2026-12-25' },
  ]);

test('before anything is sent the officer sees whom, and gets polite words to paste into the group', async () => {
  const { planId } = await lay();
  const seen = await officer.call(c.previewReminder, { planId, late: 'yes' });
  assert.equal(seen.units, 2);
  assert.deepEqual(seen.names, ['Trường Mầm non Suối Ngọc', 'Trường THCS Suối Ngọc']);
  assert.match(seen.text, /^Kính gửi quý thầy cô/);
  assert.match(seen.text, /Sở Giáo dục và Đào tạo Sông Trà trân trọng nhắc 2 đơn vị/);
  assert.match(seen.text, /Kế hoạch số \d+\/KH-SGDĐT ngày 05\/11\/2026 về “Truyền thông về giáo dục năm 2026”/);
  assert.match(seen.text, /hạn trả lời thứ Tư, 18\/11\/2026/);
  assert.match(seen.text, /- Trường Mầm non Suối Ngọc: còn 3 nội dung/);
  assert.ok(seen.text.includes(`http://127.0.0.1:8420/tra-loi/ke-hoach/${planId}`));
});

test('a reminder reaches exactly the units of the filter, in the inbox and by a letter of its own', async () => {
  const { planId } = await lay();
  letters.take(principalMail);
  const id = newId();
  const sent = await officer.call(c.remind, {
    planId,
    id,
    filter: { late: 'yes' },
    message: 'Kính nhờ thầy cô trả lời.',
  });
  assert.deepEqual([sent.id, sent.units, sent.mailedLately], [id, 2, 0]);
  await deliver(id);
  const [notice] = await told(principal, 'plan.reminded');
  assert.equal(
    notice?.sentence,
    'Sở Giáo dục và Đào tạo Sông Trà nhắc: “Truyền thông về giáo dục năm 2026” còn 2 nội dung chờ Trường THCS Suối Ngọc trả lời, hạn 18/11/2026.',
  );
  const [letter, second] = letters.take(principalMail);
  assert.equal(second, undefined);
  assert.equal(letter?.subject, 'Nhắc trả lời: Truyền thông về giáo dục năm 2026');
  assert.match(
    letter?.text ?? '',
    /Kính nhờ thầy cô trả lời\.[\s\S]*Còn chờ trả lời: 2 nội dung[\s\S]*\/tra-loi\/ke-hoach\//,
  );
  assert.deepEqual(letters.take(other), [], 'the school that is due next month hears nothing');
  assert.deepEqual(letters.take(communeMail), []);
  await mailDigests(db, later(60));
  assert.deepEqual(letters.take(principalMail), [], 'the digest does not say it again');
  assert.deepEqual(
    (await auditOf(app.database, id)).map((r) => r.event),
    ['reminder.sent'],
  );
});

test('the same reminder again, and its jobs again, send nothing more', async () => {
  const { planId } = await lay();
  const id = newId();
  const input = { planId, id, filter: { late: 'yes' as const }, message: 'Kính nhờ thầy cô trả lời.' };
  const first = await officer.call(c.remind, input);
  assert.deepEqual(await officer.call(c.remind, input), first);
  await deliver(id);
  const before = (await told(principal, 'plan.reminded')).length;
  letters.take(principalMail);
  await deliver(id);
  assert.equal((await told(principal, 'plan.reminded')).length, before);
  assert.deepEqual(letters.take(principalMail), []);
  const { items } = await officer.call(c.listReminders, { planId });
  assert.deepEqual(
    items.map((r) => [r.id, r.units, r.sentByName, r.stepDays]),
    [[id, 2, 'Phạm Ngọc Lan', null]],
  );
});

test('a second reminder within the hour comes as a notice only, and says so; after the hour it is a letter again', async () => {
  const { planId } = await lay();
  const remind = (id: string) =>
    officer.call(c.remind, { planId, id, filter: { kind: 'lower-secondary', late: 'yes' }, message: 'Xin nhắc.' });
  const [first, second, third] = [newId(), newId(), newId()];
  await remind(first);
  await deliver(first);
  letters.take(principalMail);
  assert.equal((await officer.call(c.previewReminder, { planId, late: 'yes' })).mailedLately, 1);
  assert.equal((await remind(second)).mailedLately, 1);
  const before = (await told(principal, 'plan.reminded')).length;
  await deliver(second);
  assert.equal((await told(principal, 'plan.reminded')).length, before + 1);
  assert.deepEqual(letters.take(principalMail), []);
  const start = app.clock.now;
  app.clock.now = later(61);
  assert.equal((await remind(third)).mailedLately, 0);
  await deliver(third);
  assert.equal(letters.take(principalMail).length, 1);
  app.clock.now = start;
});

test('who has answered in the meantime is not bothered', async () => {
  const { planId, addressees } = await lay();
  const id = newId();
  await officer.call(c.remind, { planId, id, filter: { states: ['unopened', 'unanswered'] }, message: 'Xin nhắc.' });
  await sql`update addressees set state = 'done' where id = ${addressees.cs2!}`.execute(app.database.owner);
  letters.take(principalMail);
  const before = (await told(principal, 'plan.reminded')).length;
  await deliver(id);
  assert.equal((await told(principal, 'plan.reminded')).length, before);
  assert.deepEqual(letters.take(principalMail), []);
});

test('letters wait for the morning', () => {
  assert.equal(morningAfter(new Date('2026-11-20T15:00:00Z')).toISOString(), '2026-11-20T23:30:00.000Z');
  assert.equal(morningAfter(new Date('2026-11-20T18:00:00Z')).toISOString(), '2026-11-20T23:30:00.000Z');
});

test('only the sender reminds: a receiver may not, a filter without units is refused in words', async () => {
  const { planId } = await lay();
  const input = { planId, id: newId(), filter: { late: 'yes' }, message: 'Xin nhắc.' };
  await commune.refused(c.remind, input, 'forbidden');
  await commune.refused(c.previewReminder, { planId }, 'forbidden');
  await app.as(other).refused(c.remind, { ...input, planId: newId() }, 'not-found');
  const empty = { planId, id: newId(), filter: { kind: 'union' }, message: 'Xin nhắc.' };
  const { title } = await officer.refused(c.remind, empty, 'cascade.no-units');
  assert.equal(title, 'Hiện không có đơn vị nào thuộc nhóm đã chọn.');
});

test('a step that falls on a weekend moves: before the due day to Friday, after it to Monday; holidays as well', () => {
  assert.equal(stepDay('2026-11-30', -1, []), '2026-11-27');
  assert.equal(stepDay('2026-11-27', 1, []), '2026-11-30');
  assert.equal(stepDay('2026-11-25', -7, []), '2026-11-18');
  const tet = [{ kind: 'holiday', firstOn: '2026-02-16', lastOn: '2026-02-20' }];
  assert.equal(stepDay('2026-02-13', 1, tet), '2026-02-23');
  assert.deepEqual(
    duesOf('2026-11-23', 1, []).map((d) => d.due),
    ['2026-11-20', '2026-11-21', '2026-11-22'],
  );
  assert.deepEqual(
    duesOf('2026-11-20', -7, []).map((d) => d.due),
    ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'],
    'with the two days before, which a server that was away may have missed',
  );
});

test('the rule reminds seven days before, one before and one after, each unit once for each step', async () => {
  const { planId } = await lay('2026-12-10');
  const morning = (day: string) => new Date(`${day}T00:30:00Z`);
  const ran: [string, number][] = [];
  for (const day of ['2026-12-02', '2026-12-03', '2026-12-03', '2026-12-04', '2026-12-09', '2026-12-11'])
    ran.push([day, await inTx((tx) => remindByRule(tx, morning(day)))]);
  const { items } = await officer.call(c.listReminders, { planId });
  assert.deepEqual(
    items.map((r) => [r.stepDays, r.units, r.sentByName]),
    [
      [1, 2, null],
      [-1, 2, null],
      [-7, 2, null],
    ],
  );
  assert.match(items[2]?.message ?? '', /sắp đến hạn/);
});

test('three days after, the people of the unit above hear which of theirs are late', async () => {
  const { planId } = await lay('2026-12-10');
  const monday = new Date('2026-12-14T00:30:00Z');
  await inTx((tx) => remindByRule(tx, monday));
  const { items } = await officer.call(c.listReminders, { planId });
  const above = items.find((r) => r.stepDays === 3);
  assert.equal(above?.units, 2);
  letters.take(communeMail);
  await deliver(above?.id ?? '', monday);
  const [letter] = letters.take(communeMail);
  assert.equal(letter?.subject, '2 đơn vị chưa trả lời: Truyền thông về giáo dục năm 2026');
  assert.match(
    letter?.text ?? '',
    /- Trường Mầm non Suối Ngọc: còn 3 nội dung\n- Trường THCS Suối Ngọc: còn 2 nội dung/,
  );
  const [notice] = (await told(commune, 'plan.reminded-above')).filter((n) => n.link?.includes(planId));
  assert.match(notice?.sentence ?? '', /2 đơn vị đã qua hạn/);
});

test('where the rule tells the unit and the unit above on the same day, both hear of it, each once', async () => {
  const { planId } = await lay('2026-12-10');
  await sql`insert into reminder_steps (step_days, told, valid_from, source) values (3, 'unit', '2026-12-01', 'Thử nghiệm')`.execute(
    app.database.owner,
  );
  const monday = new Date('2026-12-14T00:30:00Z');
  await inTx((tx) => remindByRule(tx, monday));
  await inTx((tx) => remindByRule(tx, monday));
  await sql`delete from reminder_steps where step_days = 3 and told = 'unit'`.execute(app.database.owner);
  const { items } = await officer.call(c.listReminders, { planId });
  assert.deepEqual(
    items.map((r) => [r.stepDays, r.units]),
    [
      [3, 2],
      [3, 2],
    ],
  );
  letters.take(communeMail);
  letters.take(principalMail);
  for (const { id } of items) await deliver(id, monday);
  assert.deepEqual(
    letters.take(communeMail).map((letter) => letter.subject),
    ['2 đơn vị chưa trả lời: Truyền thông về giáo dục năm 2026'],
  );
  assert.equal(letters.take(principalMail).length, 1);
});

test('nobody is reminded by the rule on a day off, nor of a plan that came after the day of the step', async () => {
  assert.equal(await inTx((tx) => remindByRule(tx, new Date('2026-12-05T00:30:00Z'))), 0);
  const { planId, addressees } = await lay('2026-12-10');
  await sql`update addressees set sent_at = timestamptz '2026-12-03 03:00Z' where id = any(${Object.values(addressees)}::uuid[])`.execute(
    app.database.owner,
  );
  await inTx((tx) => remindByRule(tx, new Date('2026-12-03T05:00:00Z')));
  assert.deepEqual((await officer.call(c.listReminders, { planId })).items, []);
});

test('a plan that was recalled in the night reminds nobody in the morning', async () => {
  const { planId } = await lay();
  const { id } = await officer.call(c.remind, { planId, id: newId(), filter: { late: 'yes' }, message: 'Kính nhắc' });
  const batches = await inTx((tx) => deliverReminder(tx, id, app.clock.now));
  await db.updateTable('plans').set({ state: 'recalled' }).where('id', '=', planId).execute();
  const before = (await told(principal, 'plan.reminded')).length;
  for (const batch of batches) {
    await inTx((tx) => tellReminded(tx, batch, app.clock.now));
    assert.equal(await mailReminded(db, batch, later(600)), 0);
  }
  assert.equal((await told(principal, 'plan.reminded')).length, before);
});

test('of a unit that has ended nobody is reminded by the rule, neither there nor above', async () => {
  const { planId } = await lay();
  await db.updateTable('units').set({ closed_on: '2026-11-17' }).where('id', '=', sampleId('mn2')).execute();
  await inTx((tx) => remindByRule(tx, new Date('2026-11-19T01:00:00Z')));
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from reminder_units ru
    join addressees a on a.id = ru.addressee_id where a.plan_id = ${planId} and a.unit_id = ${sampleId('mn2')}`.execute(
    db,
  );
  assert.equal(rows[0]!.n, 0);
  await db.updateTable('units').set({ closed_on: null }).where('id', '=', sampleId('mn2')).execute();
});
