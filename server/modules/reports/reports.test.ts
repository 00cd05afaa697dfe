import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { newId } from '#lib/id.ts';
import { fileById, keepFile, storeContent, streamFile } from '#platform/files/files.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import { laidPlan } from '../../app/testing/sent-plan.ts';
import { getUnitRow } from '../org/org.ts';
import * as plans from '../plans/plans.contract.ts';
import { fileAway } from './dossier-contents.ts';
import * as c from './reports.contract.ts';
import { writeDossier } from './reports.jobs.ts';
import { spanFor } from './reports.ts';
import { standingFacts } from './standing-facts.ts';
import { standingPaper } from './standing-report.ts';

useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-reports-'))));
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 1_000_000 }) });
const { db } = app.database;
const anh = app.as('anh.bach@thcssuoingoc.songtra.example');
const lan = app.as('lan.pham@so.songtra.example');
const school = sampleId('cs2');
const span = { unitId: school, from: '2026-09-01', to: '2026-11-30' };
const period = { kind: 'schoolYear' as const, from: 2026, to: 2027 };

/** The school's issued plan: one activity of three articles, two of which are there, one with a scan. */
const { plan } = await anh.call(plans.createPlan, {
  unitId: school,
  kind: 'school-year',
  title: 'Kế hoạch truyền thông năm học',
  period,
});
const lineId = newId();
const targetId = newId();
await anh.call(plans.putLine, {
  planId: plan.id,
  lineId,
  version: 0,
  part: 'activity',
  text: 'Viết bài về bữa ăn bán trú',
  detail: { product: '03 bài báo' },
  targets: [{ id: targetId, product: 'bài báo', counts: 'newspaper-article', months: { '2026-10': 2, '2026-12': 1 } }],
});
await db
  .updateTable('plans')
  .set({ state: 'issued', number: '12', issued_on: '2026-09-10' })
  .where('id', '=', plan.id)
  .execute();
const { path: place } = await db.selectFrom('units').select('path').where('id', '=', school).executeTakeFirstOrThrow();

async function output(title: string, made_on: string, fileId: string | null = null, counts = true): Promise<void> {
  const id = newId();
  await db
    .insertInto('outputs')
    .values({
      id,
      unit_id: school,
      path: place,
      counts: 'newspaper-article',
      title,
      made_on,
      published_on: made_on,
      outlet: 'Báo Sông Trà',
      source: 'typed',
      file_id: fileId,
    })
    .execute();
  if (!counts) return;
  await db
    .insertInto('evidence')
    .values({
      id: newId(),
      plan_id: plan.id,
      line_id: lineId,
      target_id: targetId,
      output_id: id,
      unit_id: school,
      path: place,
      kind: 'link',
      month: made_on.slice(0, 7),
      state: 'confirmed',
      counted: true,
    })
    .execute();
}
const scan = await storeContent('Bản chụp trang báo');
const scanFile = await db
  .transaction()
  .execute((tx) =>
    keepFile(
      tx,
      { ...scan, name: 'trang-bao.txt', mediaType: 'text/plain' },
      { unitId: school, path: place, readRight: 'outputs.read' },
      { now: new Date(), personId: null },
    ),
  );
await output('Bữa cơm bán trú ấm lòng', '2026-10-05', scanFile.id);
await output('Chuyện ở bếp ăn trường vùng cao', '2026-11-12');
await output('Tin của năm trước', '2025-10-05', null, false);

const docxText = async (reply: Response): Promise<string> => {
  assert.equal(reply.status, 200);
  const parts = unzipSync(new Uint8Array(await reply.arrayBuffer()));
  return strFromU8(parts['word/document.xml']!)
    .replace(/<w:p[ >]/g, '\n<')
    .replace(/<[^>]+>/g, '')
    .replaceAll('\u00a0', ' ');
};

test('Danh mục tin, bài lists what was made in the time, under the letterhead of the school', async () => {
  const text = await docxText(await anh.send(c.outputList, { ...span, format: 'docx' }));
  assert.match(text, /TRƯỜNG THCS SUỐI NGỌC/);
  assert.match(text, /Bữa cơm bán trú ấm lòng/);
  assert.doesNotMatch(text, /năm trước/);
  assert.match(text, /Danh mục có 2 tin, bài, sản phẩm/);
  const sheet = await anh.send(c.outputList, { ...span, format: 'xlsx' });
  assert.equal(sheet.status, 200);
});

test('Tình hình triển khai says what was due and done, and what is missing, in figures of the rows behind', async () => {
  const text = await docxText(await anh.send(c.standingReport, { ...span, format: 'docx' }));
  assert.match(text, /Có 1 hoạt động với 2 sản phẩm đến kỳ; đã thực hiện 2 sản phẩm/);
  assert.match(text, /Không có nội dung nào chậm/);
  const unit = await getUnitRow(db, school);
  const later = await standingPaper(db, unit, spanFor(unit, { ...span, to: '2027-08-31' }, '2027-01-02'), '2027-01-02');
  assert.match(JSON.stringify(later), /còn thiếu 1 sản phẩm/);
  const early = await docxText(await anh.send(c.standingReport, { ...span, to: '2027-08-31', format: 'docx' }));
  assert.match(early, /Không có nội dung nào chậm/, 'what is due next month is not late today');
  assert.equal((await anh.send(c.standingReport, { ...span, format: 'xlsx' })).status, 200);
  const figures = await anh.call(c.reportFigures, span);
  assert.deepEqual(figures, { outputs: 2, units: 1, plans: 1, activities: 1, due: 2, done: 2, evidence: 2 });
});

test('the Sở lists what its schools made; a neighbour and days that run backwards are refused', async () => {
  const text = await docxText(await lan.send(c.outputList, { ...span, unitId: sampleId('so'), format: 'docx' }));
  assert.match(text, /Bữa cơm bán trú ấm lòng/);
  const neighbour = app.as('dat.nguyen@thcsbinhtra.songtra.example');
  await neighbour.refused(c.reportFigures, span, 'not-found');
  await anh.refused(c.reportFigures, { ...span, to: '2026-01-01' }, 'invalid');
});

test('a dossier holds its table of contents, the numbered plan and the files, in numbered folders; asked twice it is one', async () => {
  const id = newId();
  await anh.call(c.makeDossier, { id, ...span });
  await anh.call(c.makeDossier, { id, ...span });
  // All files of a run share one store, and the one that was set last holds: the scan is put there again.
  await storeContent('Bản chụp trang báo');
  await writeDossier(db, { id });
  await writeDossier(db, { id });
  const [row] = (await anh.call(c.listDossiers, { unitId: school })).items;
  assert.equal(row?.state, 'ready');
  assert.equal(row.items, 2);
  const file = await fileById(db, row.fileId!);
  const chunks: Uint8Array[] = [];
  for await (const chunk of await streamFile(file.sha256)) chunks.push(chunk as Uint8Array);
  const parts = unzipSync(new Uint8Array(Buffer.concat(chunks)));
  const names = Object.keys(parts);
  assert.deepEqual(names.slice(0, 2), ['00-muc-luc.docx', '00-muc-luc.xlsx']);
  assert.ok(
    names.some((name) => /^00-ke-hoach\/12-.*\.docx$/.test(name)),
    names.join(' '),
  );
  const scanName = names.find((name) => /^01-viet-bai-ve-bua-an-ban-tru\/01\.01-2026-10-05-.*\.txt$/.test(name));
  assert.equal(strFromU8(parts[scanName!]!), 'Bản chụp trang báo');
  const told = await db.selectFrom('notices').select('kind').where('kind', '=', 'dossier.ready').execute();
  assert.equal(told.length, 1);
});

test('somebody who left before the dossier was put together gets none', async () => {
  const id = newId();
  await anh.call(c.makeDossier, { id, ...span });
  const { requested_by } = await db
    .selectFrom('dossiers')
    .select('requested_by')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await db.updateTable('accounts').set({ state: 'closed' }).where('person_id', '=', requested_by).execute();
  await writeDossier(db, { id });
  const row = await db.selectFrom('dossiers').select('state').where('id', '=', id).executeTakeFirstOrThrow();
  assert.equal(row.state, 'failed');
});

test('an address that was pasted and could not be read is no item of a list', async () => {
  const facts = { title: 'https://khong-doc-duoc.example', made_on: '2026-11-13', source: 'pasted', stands: false };
  await db
    .insertInto('outputs')
    .values({ id: newId(), unit_id: school, path: place, counts: 'other', ...facts })
    .execute();
  const text = await docxText(await lan.send(c.outputList, { ...span, format: 'docx' }));
  assert.doesNotMatch(text, /khong-doc-duoc/);
  assert.match(text, /Danh mục có 2 tin, bài, sản phẩm/);
});

test('what came only to be known, and lines that were taken out, are not owed; nobody is late before the day', async () => {
  const sent = await laidPlan(app.database, 2, [
    { unit: 'cs2', asks: ['unanswered', 'adopted'], dueOn: '2026-11-25' },
    { unit: 'cs1', mode: 'inform', asks: ['unopened', 'unopened'], dueOn: '2026-11-10' },
  ]);
  await db.updateTable('plan_lines').set({ removed_in: 2 }).where('id', '=', sent.lineIds[0]!).execute();
  const of = async (unitId: string, to = '2026-11-30') => {
    const unit = await getUnitRow(db, unitId);
    return standingFacts(db, spanFor(unit, { from: '2026-11-01', to }, '2026-11-20'));
  };
  assert.deepEqual(
    (await of(school)).asked.map((a) => [a.asked, a.adopted, a.open]),
    [[1, 1, 0]],
  );
  assert.deepEqual((await of(sampleId('cs1'))).asked, []);
  const own = (await of(sampleId('so'))).sent.filter((s) => s.title === 'Truyền thông về giáo dục năm 2026');
  assert.deepEqual(
    own.map((s) => [s.units, s.late]),
    [[2, 0]],
  );
});

test('a plan that was sent after midnight here belongs to the new month', async () => {
  const { planId } = await laidPlan(app.database, 1, [{ unit: 'cs2', asks: ['adopted'] }]);
  await db
    .updateTable('addressees')
    .set({ sent_at: new Date('2026-09-30T18:00:00Z'), state: 'done' })
    .where('plan_id', '=', planId)
    .execute();
  const unit = await getUnitRow(db, school);
  const october = await standingFacts(db, spanFor(unit, { from: '2026-10-01', to: '2026-10-31' }, '2026-11-20'));
  const september = await standingFacts(db, spanFor(unit, { from: '2026-09-01', to: '2026-09-30' }, '2026-11-20'));
  const count = (facts: typeof october) => facts.asked.filter((a) => a.adopted === 1 && a.asked === 1).length;
  assert.equal(count(october) - count(september), 1);
});

test('a list of many items is whole, though it is written elsewhere', async () => {
  const made = Array.from({ length: 1100 }, (_, i) => ({
    id: newId(),
    unit_id: school,
    path: place,
    counts: 'unit-article',
    title: `Tin số ${i}`,
    made_on: '2026-03-02',
    source: 'typed',
  }));
  await db.insertInto('outputs').values(made).execute();
  const reply = await lan.send(c.outputList, { ...span, from: '2026-03-01', to: '2026-03-31', format: 'xlsx' });
  const parts = unzipSync(new Uint8Array(await reply.arrayBuffer()));
  assert.equal(strFromU8(parts['xl/worksheets/sheet1.xml']!).match(/<row /g)!.length >= 1100, true);
});

test('each piece has a number of its own, also behind the ninety-ninth activity', () => {
  const rows = Array.from({ length: 105 }, (_, i) => ({ line_id: `${i}`, line_text: `Hoạt động ${i}`, files: [] }));
  const numbers = fileAway(rows as never).map((one) => one.no);
  assert.equal(new Set(numbers).size, 105);
  assert.equal(numbers.at(-1), '105.01');
});
