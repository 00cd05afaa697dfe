import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { newId } from '#lib/id.ts';
import { sweep } from '#platform/files/files.jobs.ts';
import { folderStore } from '#platform/files/folder-store.ts';
import { fileStore, useFileStore } from '#platform/files/store.ts';
import * as uploads from '#platform/files/uploads.contract.ts';
import { sampleId } from '../../../db/sample/sample.ts';
import { routesFor } from '../../app/routes.ts';
import { testApp } from '../../app/testing/http.ts';
import * as c from './documents.contract.ts';
import { readReceived } from './documents.jobs.ts';
import { readInChild, storable } from './read-file.ts';
import { docx, p } from './reading/docx-fixture.ts';
import { makePdf } from './reading/pdf-fixture.ts';

/** Each bad file of the issue on its way over HTTP: one sentence that says what to do, and nothing half-taken. */
useFileStore(await folderStore(await mkdtemp(path.join(tmpdir(), 'lantoa-bad-'))));
const app = await testApp({ routes: routesFor({ uploadMaxBytes: 50 * 1024 * 1024 }) });
const officer = app.as('lan.pham@so.songtra.example');
const unitId = sampleId('so');
const plan = p('KẾ HOẠCH') + p('Truyền thông năm 2026') + p('I. MỤC ĐÍCH') + p('- Tạo đồng thuận.');

async function uploaded(bytes: Uint8Array, name: string, headers: Record<string, string> = {}): Promise<string> {
  const { id } = await officer.call(uploads.startUpload, { unitId, name, bytes: bytes.byteLength }, headers);
  const reply = await officer.send(uploads.continueUpload, { uploadId: id, offset: 0 }, { body: bytes });
  return ((await reply.json()) as { fileId: string }).fileId;
}

async function received(bytes: Uint8Array, name: string) {
  const { id } = await officer.call(c.receiveDocument, { unitId, fileId: await uploaded(bytes, name) });
  await readReceived(app.database.db, { documentId: id });
  return officer.call(c.getDocument, { documentId: id });
}

const encrypted = makePdf([{ texts: [{ x: 90, y: 90, text: 'Kế hoạch' }] }], {
  trailer: `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
});
const xxe = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>`;

const refused: Record<string, [bytes: () => Uint8Array, name: string, sentence: RegExp]> = {
  encrypted: [() => encrypted, 'khóa.pdf', /mật khẩu.*gỡ mật khẩu/],
  scanned: [() => makePdf([{}, {}]), 'quét.pdf', /bản quét \(2 trang\).*\.docx/],
  'without a word': [() => docx({ body: '<w:p/>' }), 'trắng.docx', /không có chữ/],
  'broken off': [() => docx({ body: plan }).subarray(0, 300), 'dở.docx', /bị hỏng/],
  'a bomb': [() => zipSync({ 'word/document.xml': new Uint8Array(12_000_000) }), 'bom.docx', /lớn bất thường/],
  'with a DOCTYPE': [() => docx({ body: '', more: { 'word/document.xml': xxe } }), 'xxe.docx', /không an toàn/],
  'of ten thousand pages': [() => makePdf(Array.from({ length: 10_000 }, () => ({}))), 'dài.pdf', /10\.000 trang/],
  'a table': [() => zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'bảng.docx', /Excel/],
  'of no known kind': [() => Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 256), 'lạ.docx', /Chưa nhận ra/],
};

/** All of them, two at a time, as the server reads them; the first test begins it and each waits for its own. */
let reading: ReturnType<typeof received>[] | undefined;
function readAll(): ReturnType<typeof received>[] {
  const lanes: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
  return Object.values(refused).map(([bytes, name], i) => {
    const read = lanes[i % 2]!.then(() => received(bytes(), name));
    lanes[i % 2] = read.catch(() => {});
    return read;
  });
}

for (const [i, [what, [, , sentence]]] of Object.entries(refused).entries()) {
  test(`a file ${what} fails with one sentence, and nothing of it is shown as read`, async () => {
    reading ??= readAll();
    const { document, fields } = await reading[i]!;
    assert.equal(document.state, 'failed');
    assert.match(document.failure ?? '', sentence);
    assert.ok(!/\{\w+\}/.test(document.failure ?? ''), 'every word is filled in');
    assert.deepEqual([fields, document.title, document.can], [[], null, ['delete']]);
    const entry = { documentId: document.id, version: document.version, arrivalNo: '12' };
    await officer.refused(c.editDocument, entry, 'documents.not-in-review');
    const source = await officer.call(c.getDocumentSource, { documentId: document.id });
    assert.deepEqual([source.blocks, source.pages], [[], null]);
    assert.ok(!JSON.stringify(document).includes('root:'));
  });
}

test('an empty file and one above 50 MB are refused before a byte is sent', async () => {
  const start = (bytes: number) => ({ unitId, name: 'a.docx', bytes });
  await officer.refused(uploads.startUpload, start(0), 'uploads.empty');
  const { title } = await officer.refused(uploads.startUpload, start(50 * 1024 * 1024 + 1), 'uploads.too-large');
  assert.match(title, /50 MB/);
  await officer.refused(c.receiveDocument, { unitId, pasted: ' \n\t ' }, 'invalid');
  await officer.refused(c.receiveDocument, { unitId }, 'invalid');
  await officer.refused(c.receiveDocument, { unitId, fileId: newId() }, 'not-found');
});

test('a wrongly named file and one with macros are read, and the person is told', async () => {
  const macros = await received(
    docx({ body: plan, more: { 'word/vbaProject.bin': new Uint8Array(64) } }),
    'kế hoạch.pdf',
  );
  assert.equal(macros.document.state, 'review');
  assert.deepEqual(macros.document.warnings.length, 2);
});

test('decomposed letters of a file are composed wherever they are kept', async () => {
  const { document, fields } = await received(docx({ body: plan.normalize('NFD') }), 'Kế hoạch.docx'.normalize('NFD'));
  assert.equal(document.sourceName, 'Kế hoạch.docx');
  assert.ok(fields.every((f) => f.value === f.value.normalize('NFC')));
  const field = fields.find((f) => f.group === 'purpose')!;
  const edit = { documentId: document.id, version: document.version, act: 'edit' as const, field: field.key };
  const after = await officer.call(c.correctDocument, {
    ...edit,
    value: 'Đồng thuận'.normalize('NFD'),
    detail: { note: 'Tiếng Việt'.normalize('NFD') },
  });
  const edited = after.fields.find((f) => f.key === field.key)!;
  assert.deepEqual([edited.value, edited.detail.note], ['Đồng thuận', 'Tiếng Việt']);
});

test('what PostgreSQL keeps in no text is shown as missing letters, one for one', () => {
  const read = { text: 'a\0b\ud800c\udc00', path: 'C:\\u0000\\ud800', pair: '😀' };
  const stored = JSON.parse(storable(JSON.stringify(read))) as typeof read;
  assert.deepEqual(stored, { ...read, text: 'a\ufffdb\ufffdc\ufffd' });
});

test('of a file with a secrecy marking nothing stays: no bytes, name, title, hash, kept reply or record', async () => {
  const words = 'Chuyện riêng bí ẩn';
  for (const [bytes, name] of [
    [docx({ body: p('MẬT') + plan + p(words) }), `${words}.docx`],
    [
      makePdf([
        {
          texts: [
            { x: 90, y: 90, text: 'TUYỆT MẬT' },
            { x: 90, y: 130, text: words },
          ],
        },
      ]),
      `${words}.pdf`,
    ],
  ] as const) {
    const key = () => ({ 'idempotency-key': newId() });
    const fileId = await uploaded(bytes, name, key());
    const { id, version } = await officer.call(c.receiveDocument, { unitId, fileId }, key());
    // Entered in the register while it is still being read: the record must not name it either.
    await officer.call(c.editDocument, { documentId: id, version, arrivalNo: '77' }, key());
    await readReceived(app.database.db, { documentId: id });
    const { document } = await officer.call(c.getDocument, { documentId: id });
    assert.match(document.failure ?? '', /dấu chỉ độ mật/);
    assert.deepEqual([document.sourceName, document.fileId, document.title], ['', null, null]);
    await officer.call(c.deleteDocument, { documentId: id, version: document.version });
  }
  const { rows } = await app.database.pool.query<{ text: string }>(
    `select string_agg(x::text, ' ') as text from (
       select to_jsonb(d) x from documents d union all select to_jsonb(f) from files f union all select to_jsonb(u) from uploads u
       union all select to_jsonb(a) from audit_records a union all select to_jsonb(p) from audit_personal p
       union all select to_jsonb(i) from idempotency_keys i union all select to_jsonb(n) from notices n) all_rows`,
  );
  assert.ok(!rows[0]!.text.includes(words) && !rows[0]!.text.includes('riêng bí'));
  await sweep(app.database.db, new Date(Date.now() + 48 * 3600 * 1000));
  const { rows: kept } = await app.database.pool.query<{ sha256: string }>('select sha256 from files');
  const stored = await Array.fromAsync(fileStore().list(), (one) => one.sha256);
  assert.deepEqual(
    stored.filter((hash) => !kept.some((k) => k.sha256 === hash)),
    [],
  );
});

test('a file that takes more than the child may have ends the child, not the server', async () => {
  const rows = Array.from({ length: 400 }, (_, i) => p(`- Nội dung số ${i} ${'truyền thông '.repeat(200)}`)).join('');
  const bytes = docx({ body: plan + rows });
  const read = (limits: Partial<Parameters<typeof readInChild>[2]>) =>
    readInChild(Readable.from([bytes]), 'nặng.docx', {
      heapMegabytes: 768,
      milliseconds: 60_000,
      replyBytes: 1e9,
      ...limits,
    });
  const tooHeavy = { ok: false, code: 'documents.too-heavy', params: {} };
  const [time, memory, reply] = await Promise.all([
    read({ milliseconds: 1 }),
    read({ heapMegabytes: 12 }),
    read({ replyBytes: 1000 }),
  ]);
  assert.deepEqual([time, memory, reply], [tooHeavy, tooHeavy, tooHeavy]);
});

test('bytes that are lost for good fail the document; a store that is away is asked again', async () => {
  const { id } = await officer.call(c.receiveDocument, { unitId, pasted: 'KẾ HOẠCH\nBiến mất' });
  const file = await app.database.db
    .selectFrom('documents')
    .select('sha256')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const away = Readable.from(
    (async function* () {
      yield strToU8('KẾ HOẠCH\n');
      throw new Error('the store is away');
    })(),
  );
  await assert.rejects(readInChild(away, 'a.txt'), /the store is away/);
  await app.database.db
    .updateTable('files')
    .set({ sha256: 'f'.repeat(64) })
    .where('sha256', '=', file.sha256)
    .execute();
  await readReceived(app.database.db, { documentId: id });
  assert.equal((await officer.call(c.getDocument, { documentId: id })).document.state, 'failed');
});
