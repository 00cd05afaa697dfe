import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import * as uploads from '#platform/files/uploads.contract.ts';
import { personIdOf, sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { auditOf } from '../../app/testing/audit.ts';
import { testApp } from '../../app/testing/http.ts';
import * as plans from '../plans/plans.contract.ts';
import * as c from './documents.contract.ts';
import { readReceived } from './documents.jobs.ts';

useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-receiving-'))));
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 50_000_000 }) });
const officer = app.as('lan.pham@so.songtra.example');
const clerk = app.as('sen.bui@so.songtra.example');
const unitId = sampleId('so');
const period = { kind: 'calendarYear' as const, from: 2027, to: 2027 };

const letter = (number: string, year: number, title = 'Truyền thông về giáo dục') =>
  `BỘ GIÁO DỤC VÀ ĐÀO TẠO\n\nSố: ${number}/KH-BGDĐT\nHà Nội, ngày 05 tháng 02 năm ${year}\n\nKẾ HOẠCH\n${title}\n\nI. MỤC ĐÍCH\n1. Tạo đồng thuận.\n2. Lan tỏa gương tốt.\n\nII. YÊU CẦU\n1. Kịp thời.`;

async function read(pasted: string, more: object = {}) {
  const { id } = await officer.call(c.receiveDocument, { unitId, pasted, ...more });
  await readReceived(app.database.db, { documentId: id });
  return officer.call(c.getDocument, { documentId: id });
}
const makePlan = (documentId: string, fields: string[], more: object = {}) => ({
  documentId,
  unitId,
  kind: 'year' as const,
  title: 'Truyền thông năm 2027',
  period,
  fields,
  ...more,
});

test('a document received twice at once with one id is one document, and its file is taken once', async () => {
  const body = new TextEncoder().encode(letter('1', 2026));
  const upload = await officer.call(uploads.startUpload, { unitId, name: 'a.txt', bytes: body.byteLength });
  const reply = await officer.send(uploads.continueUpload, { uploadId: upload.id, offset: 0 }, { body });
  const { fileId } = (await reply.json()) as { fileId: string };
  for (const input of [{ fileId }, { pasted: letter('2', 2026) }]) {
    const id = newId();
    const twice = await Promise.all([1, 2, 3].map(() => officer.call(c.receiveDocument, { id, unitId, ...input })));
    assert.deepEqual(new Set(twice.map((d) => d.id)), new Set([id]));
    assert.equal((await auditOf(app.database, id)).length, 1);
  }
});

test('the same number of another year is another document, the same number written otherwise is the same', async () => {
  const { document: first } = await read(letter('07', 2025));
  const { document: other } = await read(letter('7', 2026, 'Việc khác'));
  assert.ok(!other.duplicates.some((d) => d.id === first.id));
  const { document: again } = await read(letter('07', 2026, 'Gửi lại'));
  assert.deepEqual(
    again.duplicates.map((d) => [d.id, d.why]),
    [[other.id, 'same-number']],
  );
});

test('the day of arrival has come and is one', async () => {
  for (const arrivedOn of ['2026-11-21', '0000-01-01', '1899-12-31', 'x'])
    await officer.refused(c.receiveDocument, { unitId, pasted: 'Kế hoạch', arrivedOn }, 'invalid');
  const { document } = await read(letter('3', 2026));
  const edit = { documentId: document.id, version: document.version, arrivedOn: '2026-11-21' };
  await officer.refused(c.editDocument, edit, 'invalid');
});

test('two who work on one document at once: one is written, the other gets it as it is', async () => {
  const { document, fields } = await read(letter('4', 2026));
  let version = document.version;
  for (let i = 0; i < 5; i++) {
    const edit = (value: string) => ({ documentId: document.id, version, act: 'edit', field: fields[0]!.key, value });
    const answers = await Promise.all([
      officer.send(c.correctDocument, edit(`Lan ${i}`)),
      clerk.send(c.correctDocument, edit(`Sen ${i}`)),
    ]);
    assert.deepEqual(answers.map((a) => a.status).sort(), [200, 409]);
    version += 1;
  }
  const { items } = await officer.call(c.listCorrections, { documentId: document.id });
  assert.equal(items.length, 5);
});

test('another issuer named in the review is another unit, and the record tells a unit linked by hand', async () => {
  const { document, fields } = await read(letter('5', 2026));
  assert.equal(document.issuerUnitName, 'Bộ Giáo dục và Đào tạo');
  const issuer = fields.find((f) => f.key === 'header.issuingBody')!;
  const edit = { documentId: document.id, version: document.version, act: 'edit' as const, field: issuer.key };
  const after = await officer.call(c.correctDocument, { ...edit, value: 'Sở Giáo dục và Đào tạo Sông Trà' });
  assert.equal(after.document.issuerUnitId, unitId);
  const bo = sampleId('bo');
  await officer.call(c.editDocument, { documentId: document.id, version: after.document.version, issuerUnitId: bo });
  const last = (await auditOf(app.database, document.id)).find((r) => r.event === 'document.edited')!;
  assert.equal((last.before as { issuerUnitId: string }).issuerUnitId, unitId);
  assert.equal((last.after as { issuerUnitId: string }).issuerUnitId, bo);
});

test('a plan begun twice at once from one document is one plan with each line once', async () => {
  const { document } = await read(letter('6', 2026));
  const proposal = await officer.call(plans.proposeFromDocument, { documentId: document.id, unitId });
  const planId = newId();
  const input = makePlan(
    document.id,
    proposal.items.map((i) => i.field),
    { id: planId },
  );
  const both = await Promise.all([1, 2].map(() => officer.call(plans.createPlanFromDocument, input)));
  assert.deepEqual(both[0]!.lines.map((l) => l.id).sort(), both[1]!.lines.map((l) => l.id).sort());
  assert.equal(both[0]!.lines.filter((l) => l.text.includes('Lan tỏa gương tốt')).length, 1);
  const records = await auditOf(app.database, planId);
  assert.deepEqual(
    records.map((r) => r.event),
    ['plan.created'],
  );
  assert.equal((records[0]!.after as { lines: unknown[] }).lines.length, both[0]!.lines.length);
});

test('the document stands first among the bases, cited as officials do, the recipients are our own', async () => {
  const { document } = await read(letter('8', 2026));
  const { plan, lines } = await officer.call(plans.createPlanFromDocument, makePlan(document.id, []));
  assert.equal(
    lines.find((l) => l.part === 'basis')?.text,
    'Căn cứ Kế hoạch số 08/KH-BGDĐT ngày 05 tháng 02 năm 2026 của Bộ Giáo dục và Đào tạo truyền thông về giáo dục',
  );
  assert.ok(lines.some((l) => l.part === 'recipient' && l.text === 'UBND tỉnh'));
  assert.match(plan.closing ?? '', /^Trên đây là Kế hoạch truyền thông năm 2027 của Sở Giáo dục và Đào tạo Sông Trà\./);
});

test('a document is deleted or a plan is made from it, never half of each', async () => {
  for (let i = 0; i < 2; i++) {
    const { document } = await read(letter(`${20 + i}`, 2026));
    const [made, deleted] = await Promise.all([
      officer.send(plans.createPlanFromDocument, makePlan(document.id, [])),
      clerk.send(c.deleteDocument, { documentId: document.id, version: document.version }),
    ]);
    const codes = [made, deleted].map((r) => r.status).sort();
    assert.ok(`${codes}` === '200,409' || `${codes}` === '200,404', `${codes}`);
  }
});

test('a document that a plan of another unit stands on is not deleted, seen or unseen', async () => {
  const { document } = await read(letter('9', 2026));
  const school = await app.database.db
    .selectFrom('units')
    .select(['id', 'path'])
    .where('id', '=', sampleId('cs2'))
    .executeTakeFirstOrThrow();
  const grant = { person_id: personIdOf('lan.pham@so.songtra.example'), unit_id: school.id, path: school.path };
  await app.database.db
    .insertInto('grants')
    .values({ id: newId(), ...grant, role: 'communications-officer', valid_from: '2026-01-01' })
    .execute();
  await officer.call(plans.createPlanFromDocument, makePlan(document.id, [], { unitId: school.id }));
  const seen = await clerk.call(c.getDocument, { documentId: document.id });
  // The draft of another unit is not told by its title either.
  assert.deepEqual(seen.document.plans, []);
  const gone = { documentId: document.id, version: seen.document.version };
  await clerk.refused(c.deleteDocument, gone, 'documents.has-plans');
});

test('fields that were given odd details in the review still become a plan', async () => {
  const { document, fields } = await read(letter('10', 2026));
  const key = fields.find((f) => f.group === 'purpose')!.key;
  const at = { documentId: document.id, field: key };
  const moved = await officer.call(c.correctDocument, {
    ...at,
    version: document.version,
    act: 'change-kind',
    group: 'activity',
  });
  const detail = { time: { quarters: 9 }, counts: 'nhiều', leadUnits: [{ a: 1 }], product: 7, channels: { x: 1 } };
  await officer.call(c.correctDocument, { ...at, version: moved.document.version, act: 'edit', detail });
  const { lines } = await officer.call(plans.createPlanFromDocument, makePlan(document.id, [key]));
  const line = lines.find((l) => l.part === 'activity');
  assert.deepEqual([line?.targets, line?.detail.quarters, line?.detail.product], [[], [], '']);
});

test('a page address that was tampered with is unreadable, not a failure', async () => {
  for (const after of ['x', `2026-02-31_${newId()}`, `x_${newId()}`, '2026-01-01_x'])
    await officer.refused(c.listDocuments, { after }, 'unreadable');
});
