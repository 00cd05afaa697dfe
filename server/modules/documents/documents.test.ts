import assert from 'node:assert/strict';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { useFileStore } from '#platform/files/store.ts';
import * as uploads from '#platform/files/uploads.contract.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import * as plans from '../plans/plans.contract.ts';
import * as c from './documents.contract.ts';
import { readReceived } from './documents.jobs.ts';

const officer = 'lan.pham@so.songtra.example';
const clerk = 'sen.bui@so.songtra.example';
const teacher = 'anh.bach@thcssuoingoc.songtra.example';

useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-files-'))));
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 50_000_000 }) });
const unitId = sampleId('so');
const samples = path.join(import.meta.dirname, 'samples/tuning');

async function uploaded(bytes: Uint8Array, name: string): Promise<string> {
  const { id } = await app.as(officer).call(uploads.startUpload, { unitId, name, bytes: bytes.byteLength });
  const reply = await app.as(officer).send(uploads.continueUpload, { uploadId: id, offset: 0 }, { body: bytes });
  return ((await reply.json()) as { fileId: string }).fileId;
}

async function received(file: { bytes: Uint8Array; name: string } | { pasted: string }) {
  const input =
    'pasted' in file ? { unitId, pasted: file.pasted } : { unitId, fileId: await uploaded(file.bytes, file.name) };
  const { id } = await app.as(officer).call(c.receiveDocument, input);
  await readReceived(app.database.db, { documentId: id });
  return app.as(officer).call(c.getDocument, { documentId: id });
}

const ministryPlan = async () =>
  received({ bytes: await readFile(path.join(samples, 'ministry-2026.docx')), name: 'Kế hoạch của Bộ.docx' });

test('a plan of the ministry is read into fields under review, its issuer linked', async () => {
  const { document, fields } = await ministryPlan();
  assert.equal(document.state, 'review');
  assert.equal(document.issuerUnitName, 'Bộ Giáo dục và Đào tạo');
  assert.ok(fields.filter((f) => f.group === 'activity').length > 3);
  assert.equal(document.open, fields.filter((f) => f.state === 'open').length);
});

test('the same file a second time is pointed out as a duplicate', async () => {
  const { document } = await ministryPlan();
  assert.ok(document.duplicates.some((d) => d.why === 'same-file'));
});

test('a pasted text is read like a file', async () => {
  const pasted = await readFile(path.join(samples, 'commune-2026.txt'), 'utf8');
  const { document } = await received({ pasted });
  assert.equal(document.state, 'review');
  assert.equal(document.format, 'text');
});

test('a file marked as secret leaves no name, no hash, no bytes, no kept reply', async () => {
  const pasted = 'MẬT\n\nSở Lạ\n\nKẾ HOẠCH\nTruyền thông đặc biệt\n\nI. MỤC ĐÍCH\n- Giữ kín.';
  const fileId = await uploaded(new TextEncoder().encode(pasted), 'Chuyện kín.txt');
  const { id } = await app.as(officer).call(c.receiveDocument, { unitId, fileId }, { 'idempotency-key': newId() });
  await readReceived(app.database.db, { documentId: id });
  const { document } = await app.as(officer).call(c.getDocument, { documentId: id });
  assert.equal(document.state, 'failed');
  assert.equal(document.sourceName, '');
  const db = app.database.owner;
  const everything = JSON.stringify([
    await db.selectFrom('documents').selectAll().where('id', '=', id).execute(),
    await db.selectFrom('files').selectAll().execute(),
    await db.selectFrom('uploads').selectAll().execute(),
    await db.selectFrom('audit_records').selectAll().execute(),
    await db.selectFrom('idempotency_keys').selectAll().execute(),
  ]);
  assert.ok(!everything.includes('Chuyện kín') && !everything.includes('đặc biệt'));
});

test('a broken file is refused in one sentence that says what to do', async () => {
  const { document } = await received({ bytes: new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]), name: 'hỏng.docx' });
  assert.equal(document.state, 'failed');
  assert.match(document.failure ?? '', /^[^.]+\. .+\.$/u);
});

test('corrections are kept with the rule they corrected', async () => {
  const { document, fields } = await ministryPlan();
  const field = fields.find((f) => f.group === 'requirement')!;
  const after = await app.as(officer).call(c.correctDocument, {
    documentId: document.id,
    version: document.version,
    act: 'edit',
    field: field.key,
    value: 'Sửa lại cho gọn',
  });
  assert.equal(after.fields.find((f) => f.key === field.key)?.state, 'edited');
  const { items } = await app.as(officer).call(c.listCorrections, { documentId: document.id });
  assert.equal(items[0]?.rule, field.rule);
});

test('two people reviewing: the second is told and sees the document as it is now', async () => {
  const { document, fields } = await ministryPlan();
  const accept = (key: string) => ({
    documentId: document.id,
    version: document.version,
    act: 'accept' as const,
    field: key,
  });
  await app.as(officer).call(c.correctDocument, accept(fields[0]!.key));
  const refusal = await app.as(clerk).refused(c.correctDocument, accept(fields[1]!.key), 'documents.conflict');
  assert.equal((refusal.current as { version: number }).version, document.version + 1);
});

test('an incoming document is nobody else’s: the school below does not see it', async () => {
  const { document } = await ministryPlan();
  await app.as(teacher).refused(c.getDocument, { documentId: document.id }, 'not-found');
});

test('the Sở makes its own plan: the document first among the bases, each line with its trace, months in its period', async () => {
  const { document, fields: read } = await ministryPlan();
  const proposal = await app.as(officer).call(plans.proposeFromDocument, { documentId: document.id, unitId });
  const asked = proposal.items.filter((i) => i.why === 'asked-of-us');
  assert.ok(asked.length > 0 && asked.some((i) => i.chosen));
  assert.ok(proposal.items.filter((i) => i.why === 'for-others').every((i) => !i.chosen));
  const cited = proposal.items.find((i) => i.part === 'basis');
  assert.equal(cited?.text, read.find((f) => f.key === cited?.field)?.value);
  const fields = proposal.items.filter((i) => i.chosen).map((i) => i.field);
  const { plan, lines } = await app.as(officer).call(plans.createPlanFromDocument, {
    documentId: document.id,
    unitId,
    kind: proposal.kind,
    title: proposal.title,
    period: proposal.period,
    fields,
  });
  const bases = lines.filter((l) => l.part === 'basis').sort((a, b) => a.position - b.position);
  assert.match(bases[0]?.text ?? '', new RegExp(`${document.number}/${document.symbol}`));
  assert.ok(
    lines
      .filter((l) => l.part === 'activity')
      .every((l) => l.origin === 'inherited' && l.trace?.documentId === document.id),
  );
  const year = String(plan.period.from);
  assert.ok(lines.flatMap((l) => l.targets).every((t) => Object.keys(t.months).every((m) => m.startsWith(year))));
  assert.equal(plan.sourceDocumentId, document.id);
  const { document: again } = await app.as(officer).call(c.getDocument, { documentId: document.id });
  assert.deepEqual(
    again.plans.map((p) => p.id),
    [plan.id],
  );
  await app
    .as(officer)
    .refused(c.deleteDocument, { documentId: document.id, version: again.version }, 'documents.has-plans');
});
