import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { addWorkingDays, isWorkingDay } from '#lib/working-days.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { testApp } from '../../app/testing/http.ts';
import * as c from './calendar.contract.ts';
import { holidaysBetween } from './calendar.ts';
import { pathOf } from './org.ts';

const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db } = app.database;
const lan = app.as('lan.pham@so.songtra.example');
const anh = app.as('anh.bach@thcssuoingoc.songtra.example');
const bao = app.as('bao.ly@bo.example');
const year = { from: '2026-08-01', to: '2027-08-31' };
const exam = {
  kind: 'exam' as const,
  name: 'Thi tuyển sinh lớp 10',
  firstOn: '2027-06-03',
  lastOn: '2027-06-04',
  source: 'Kế hoạch số 15/KH-SGDĐT',
};

test('the nation’s holidays are there with their sources, computed ones as drafts', async () => {
  const { items } = await anh.call(c.listCalendar, year);
  const named = (name: string) => items.find((d) => d.name.startsWith(name))!;
  assert.deepEqual([named('Giỗ Tổ').firstOn, named('Giỗ Tổ').state], ['2027-04-16', 'confirmed']);
  assert.deepEqual([named('Tết Nguyên đán').firstOn, named('Tết Nguyên đán').state], ['2027-02-05', 'draft']);
  assert.equal(named('Ngày Văn hóa').firstOn, '2026-11-24');
  assert.ok(items.every((d) => d.source.length > 10 && d.can.length === 0));
});

test('a reminder is not sent on a holiday; legal clocks count confirmed days only', async () => {
  const days = await holidaysBetween(db, '2026-11-20', '2026-11-30');
  assert.equal(isWorkingDay('2026-11-24', days), false);
  assert.equal(addWorkingDays('2026-11-23', 1, days), '2026-11-25');
  const sure = await holidaysBetween(db, '2026-11-20', '2026-11-30', { confirmedOnly: true });
  assert.equal(addWorkingDays('2026-11-23', 1, sure), '2026-11-24');
});

test('the department adds an exam for its province; schools below see it, other units do not', async () => {
  const made = await lan.call(c.addCalendarDay, { ...exam, unitId: sampleId('so') });
  assert.deepEqual([made.state, made.can], ['draft', ['confirm', 'edit', 'remove']]);
  const names = async (unitId?: string) =>
    (await anh.call(c.listCalendar, { ...year, ...(unitId && { unitId }) })).items.map((d) => d.name);
  assert.ok((await names(sampleId('cs2'))).includes(exam.name));
  assert.ok(!(await names(sampleId('bo'))).includes(exam.name));
  assert.ok(!(await names()).includes(exam.name));
  const below = await holidaysBetween(db, '2027-06-01', '2027-06-30', { path: await pathOf(db, sampleId('cs2')) });
  assert.equal(below.length, 1);
});

test('a correction is a new version that waits for its confirmation; the old one is kept', async () => {
  const made = await lan.call(c.addCalendarDay, { ...exam, name: 'Thi chọn học sinh giỏi', unitId: sampleId('so') });
  const source = 'Quyết định số 88/QĐ-SGDĐT';
  const sure = await lan.call(c.confirmCalendarDay, { dayId: made.id, version: 1, source });
  assert.deepEqual([sure.state, sure.source, sure.confirmedByName], ['confirmed', source, 'Phạm Ngọc Lan']);
  await lan.refused(c.confirmCalendarDay, { dayId: made.id, version: 1, source }, 'conflict');
  await lan.refused(c.confirmCalendarDay, { dayId: made.id, version: 2, source }, 'org.calendar-confirmed');
  const given = { ...exam, name: 'Thi chọn học sinh giỏi', firstOn: '2027-03-10', lastOn: '2027-03-11' };
  const moved = await lan.call(c.editCalendarDay, { dayId: made.id, version: 2, ...given });
  assert.deepEqual([moved.state, moved.version, moved.firstOn], ['draft', 3, '2027-03-10']);
  await lan.refused(c.editCalendarDay, { dayId: made.id, version: 2, ...given }, 'not-found');
  const old = await db.selectFrom('calendar_days').selectAll().where('id', '=', made.id).executeTakeFirstOrThrow();
  assert.equal(old.replaced_by, moved.id);
  assert.equal((await auditOf(app.database, moved.id))[0]!.event, 'calendar.changed');
  await lan.call(c.removeCalendarDay, { dayId: moved.id, version: moved.version });
  const { items } = await lan.call(c.listCalendar, { ...year, unitId: sampleId('so') });
  assert.ok(!items.some((d) => d.name === given.name));
});

test('what holds for the nation is the ministry’s to confirm', async () => {
  const { items } = await bao.call(c.listCalendar, year);
  const tet = items.find((d) => d.name.startsWith('Tết Nguyên đán'))!;
  assert.deepEqual(tet.can, ['confirm', 'edit', 'remove']);
  const given = { dayId: tet.id, version: tet.version, source: 'Thông báo của Bộ Nội vụ' };
  await lan.refused(c.confirmCalendarDay, given, 'forbidden');
  assert.equal((await bao.call(c.confirmCalendarDay, given)).state, 'confirmed');
});

test('a day that ends before it begins, or lasts longer than a year, is refused beside its field', async () => {
  const unitId = sampleId('so');
  const early = await lan.refused(c.addCalendarDay, { ...exam, unitId, lastOn: '2027-06-01' }, 'invalid');
  assert.equal(early.fields?.lastOn, 'Ngày này sớm hơn ngày bắt đầu.');
  const long = await lan.refused(c.addCalendarDay, { ...exam, unitId, lastOn: '2029-06-01' }, 'invalid');
  assert.ok(long.fields?.lastOn);
});

test('an entry that is sent twice is one, and nobody gets another unit’s by its id', async () => {
  const id = newId();
  const entry = { ...exam, id, name: 'Hội thi tuyên truyền', unitId: sampleId('so') };
  const first = await lan.call(c.addCalendarDay, entry);
  assert.deepEqual(await lan.call(c.addCalendarDay, entry), first);
  await anh.refused(c.addCalendarDay, { ...exam, id, unitId: sampleId('cs2') }, 'conflict');
  const told = await db.selectFrom('audit_records').select('id').where('subject_id', '=', id).execute();
  assert.equal(told.length, 1);
});
