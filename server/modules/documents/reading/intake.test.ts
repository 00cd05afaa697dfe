import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { Unreadable } from './blocks.ts';
import { docx, p } from './docx-fixture.ts';
import { readDocument } from './intake.ts';
import { makePdf } from './pdf-fixture.ts';
import { READING_CODES } from './reading-codes.ts';

const PLAN = p('KẾ HOẠCH') + p('Truyền thông năm 2026') + p('I. MỤC ĐÍCH');

async function refusal(bytes: Uint8Array, name = 'ke-hoach.docx'): Promise<{ code: string; params: object }> {
  try {
    await readDocument(bytes, name);
  } catch (error) {
    assert.ok(error instanceof Unreadable, `not one of ours: ${error}`);
    assert.ok(error.code in READING_CODES, error.code);
    const named: readonly string[] = READING_CODES[error.code as keyof typeof READING_CODES];
    assert.deepEqual(Object.keys(error.params), [...named], error.code);
    return { code: error.code, params: error.params };
  }
  throw new Error('the file was read');
}
const codeOf = async (bytes: Uint8Array, name?: string) => (await refusal(bytes, name)).code;

/** A compound file with the given streams in its directory; the Word stream starts at sector 1. */
function compoundFile(names: string[], wordFlags = 0): Uint8Array {
  const bytes = new Uint8Array(512 * 4);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(48, 0, true);
  view.setUint32(76, 2, true);
  names.forEach((name, i) => {
    const at = 512 + i * 128;
    for (let j = 0; j < name.length; j++) view.setUint16(at + j * 2, name.charCodeAt(j), true);
    view.setUint16(at + 64, name.length * 2 + 2, true);
    view.setUint32(at + 116, 1, true);
  });
  view.setUint16(1024, 0xa5ec, true);
  view.setUint16(1024 + 10, wordFlags, true);
  for (let i = 0; i < 128; i++) view.setUint32(1536 + i * 4, 0xfffffffe, true);
  return bytes;
}

test('an empty file and one without a word are refused', async () => {
  assert.equal(await codeOf(new Uint8Array(0)), 'documents.empty');
  assert.equal(await codeOf(docx({ body: '<w:p/>' })), 'documents.no-text');
  assert.equal(await codeOf(strToU8('  \n\t\n'), 'a.txt'), 'documents.no-text');
  assert.equal(await codeOf(strToU8('<html><body><img src=x></body></html>'), 'a.html'), 'documents.no-text');
});

test('a file above 50 MB is refused before it is looked at', async () => {
  assert.deepEqual(await refusal(new Uint8Array(50 * 1024 * 1024 + 1)), {
    code: 'documents.too-large',
    params: { limit: 50 },
  });
});

test('encrypted files are refused, whatever their kind', async () => {
  assert.equal(await codeOf(compoundFile(['Root Entry', 'EncryptionInfo', 'EncryptedPackage'])), 'documents.encrypted');
  assert.equal(await codeOf(compoundFile(['Root Entry', 'WordDocument'], 0x0100), 'a.doc'), 'documents.encrypted');
  const locked = docx({ body: PLAN });
  // The bit that marks an encrypted entry, in the directory at the end of the archive.
  for (let i = 0; i + 4 < locked.length; i++)
    if (locked[i] === 0x50 && locked[i + 1] === 0x4b && locked[i + 2] === 1 && locked[i + 3] === 2) locked[i + 8]! |= 1;
  assert.equal(await codeOf(locked), 'documents.encrypted');
  const password = makePdf([{ texts: [{ x: 90, y: 90, text: 'Kế hoạch' }] }], {
    trailer: `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
  });
  assert.equal(await codeOf(password, 'a.pdf'), 'documents.encrypted');
});

test('a scan has no text to read', async () => {
  assert.deepEqual(await refusal(makePdf([{}, {}, { texts: [{ x: 90, y: 90, text: '3' }] }]), 'a.pdf'), {
    code: 'documents.scanned',
    params: { pages: 3 },
  });
});

test('ten thousand pages are refused at once', async () => {
  const pages = Array.from({ length: 10_000 }, () => ({}));
  const bytes = makePdf(pages);
  const began = performance.now();
  assert.deepEqual(await refusal(bytes, 'a.pdf'), {
    code: 'documents.too-many-pages',
    params: { pages: 10_000, limit: 300 },
  });
  assert.ok(performance.now() - began < 3000);
});

test('a bomb is refused before it is inflated, also when it lies about its size', async () => {
  const zeros = new Uint8Array(12 * 1024 * 1024);
  const bomb = zipSync({ 'word/document.xml': zeros }, { level: 6 });
  assert.ok(bomb.length < 40_000);
  const began = performance.now();
  assert.equal(await codeOf(bomb), 'documents.zip-bomb');
  assert.ok(performance.now() - began < 200);
  const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
  const directory = view.getUint32(bomb.length - 22 + 16, true);
  view.setUint32(directory + 24, 1000, true);
  assert.equal(await codeOf(bomb), 'documents.zip-bomb');
});

test('a DOCTYPE and its entities are refused, not expanded', async () => {
  const xxe = `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p('&amp;e;')}</w:body></w:document>`;
  assert.equal(await codeOf(docx({ body: '', more: { 'word/document.xml': xxe } })), 'documents.unsafe-xml');
  const undefinedEntity = '<w:document><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>';
  assert.equal(await codeOf(docx({ body: '', more: { 'word/document.xml': undefinedEntity } })), 'documents.broken');
});

test('broken files are refused in one way', async () => {
  const whole = docx({ body: PLAN });
  assert.equal(await codeOf(whole.subarray(0, whole.length - 60)), 'documents.broken');
  assert.equal(
    await codeOf(docx({ body: '', more: { 'word/document.xml': '<w:document><w:body>' } })),
    'documents.broken',
  );
  assert.equal(await codeOf(strToU8('%PDF-1.7\nnothing'), 'a.pdf'), 'documents.broken');
  assert.equal(
    await codeOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600)]), 'a.doc'),
    'documents.broken',
  );
});

test('nesting without end is refused', async () => {
  const deep = '<w:p>'.repeat(5000) + '</w:p>'.repeat(5000);
  assert.equal(await codeOf(docx({ body: deep })), 'documents.too-long');
  assert.ok(
    ['documents.broken', 'documents.no-text'].includes(
      await codeOf(strToU8(`<html>${'<div>'.repeat(200_000)}`), 'a.html'),
    ),
  );
});

test('files that hold no document are named', async () => {
  const cases: [Uint8Array, string][] = [
    [Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'JPEG'],
    [Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'PNG'],
    [strToU8('{\\rtf1 x}'), 'RTF'],
    [strToU8('Rar!\u001a'), 'RAR'],
    [zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'Excel (.xlsx)'],
    [zipSync({ 'ppt/presentation.xml': strToU8('<x/>') }), 'PowerPoint (.pptx)'],
    [
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<x/>') }),
      'OpenDocument (.odt)',
    ],
    [zipSync({ 'a.jpg': strToU8('x') }), 'ZIP'],
    [compoundFile(['Root Entry', 'Workbook']), 'Excel (.xls)'],
    [compoundFile(['Root Entry', 'PowerPoint Document']), 'PowerPoint (.ppt)'],
    [strToU8('<?xml version="1.0"?><a/>'), 'XML'],
  ];
  for (const [bytes, type] of cases)
    assert.deepEqual(await refusal(bytes, 'ke-hoach.docx'), { code: 'documents.unsupported', params: { type } });
  assert.equal(await codeOf(Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 256)), 'documents.unknown-type');
});

test('a wrongly named file is read as what it is, with a warning', async () => {
  const html = await readDocument(strToU8('<html><body><p>Kế hoạch</p></body></html>'), 'ke-hoach.doc');
  assert.deepEqual([html.format, html.warnings], ['html', [{ code: 'documents.misnamed', params: { type: 'HTML' } }]]);
  const word = await readDocument(docx({ body: PLAN }), 'ke-hoach.pdf');
  assert.deepEqual(
    [word.format, word.warnings],
    ['docx', [{ code: 'documents.misnamed', params: { type: 'Word (.docx)' } }]],
  );
  const right = await readDocument(docx({ body: PLAN }), 'KE-HOACH.DOCX');
  assert.deepEqual(right.warnings, []);
});

test('macros are not run: the text is read and the person is told', async () => {
  const reading = await readDocument(
    docx({ body: PLAN, more: { 'word/vbaProject.bin': new Uint8Array(64) } }),
    'ke-hoach.docm',
  );
  assert.deepEqual(reading.warnings, [{ code: 'documents.macros' }]);
  assert.equal(reading.blocks.length, 3);
});

test('decomposed letters are composed in every format', async () => {
  const text = 'Kế hoạch truyền thông'.normalize('NFD');
  const files: [Uint8Array, string][] = [
    [docx({ body: p(text) }), 'a.docx'],
    [strToU8(`<p>${text}</p>`), 'a.html'],
    [strToU8(text), 'a.txt'],
  ];
  for (const [bytes, name] of files) {
    const reading = await readDocument(bytes, name);
    assert.equal(reading.text, 'Kế hoạch truyền thông', name);
    assert.ok(
      reading.repairs.some((repair) => repair.why === 'decomposed-marks'),
      name,
    );
  }
});
