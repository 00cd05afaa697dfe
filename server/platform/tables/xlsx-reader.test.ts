import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { readTable } from './read-table.ts';
import { UnreadableTable } from './unreadable-table.ts';
import { readXlsx } from './xlsx-reader.ts';

const refused = (code: string) => (error: unknown) => error instanceof UnreadableTable && error.code === code;

/** A workbook as other programs write it, its sheet given as XML. */
function workbook(sheetData: string, more: Record<string, string> = {}): Uint8Array {
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/>
      <sheet name="Ẩn" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml': '<worksheet><sheetData/></worksheet>',
    'xl/sharedStrings.xml':
      '<sst><si><t>Tên trường</t></si><si><r><t>Hoa </t></r><r><t>Ban</t></r><rPh><t>aid</t></rPh></si></sst>',
    'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-42A]dd&quot; tháng &quot;mm\\/yyyy"/>
      <numFmt numFmtId="171" formatCode="#,##0&quot; đ&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
}

const rowsOf = (sheetData: string, more?: Record<string, string>) => readXlsx(workbook(sheetData, more))[0]?.rows;

test('shared, rich and inline strings come as text, in their places', () => {
  const rows = rowsOf(
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>' +
      '<row r="3"><c r="B3" t="inlineStr"><is><t>Xã </t><r><t>Tà Sín</t></r></is></c><c r="D3" s="1"/></row>',
  );
  assert.deepEqual(rows, [['Tên trường', '', 'Hoa Ban'], [], ['', 'Xã Tà Sín']]);
});

test('numbers are as a person would type them, and formulas give their result', () => {
  const rows = rowsOf(
    '<row><c><v>912345678</v></c><c><v>0.30000000000000004</v></c><c><v>1.5E3</v></c><c s="3"><v>1250000</v></c></row>' +
      '<row><c><f>SUM(A1:B1)</f><v>7</v></c><c t="str"><f>A1&amp;"x"</f><v>7x</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>',
  );
  assert.deepEqual(rows, [
    ['912345678', '0.3', '1500', '1250000'],
    ['7', '7x', 'TRUE', '#N/A'],
  ]);
});

test('dates are found by their style, with the time where there is one', () => {
  const cells =
    '<c s="1"><v>46270</v></c><c s="2"><v>46270</v></c><c s="4"><v>46270.354166666664</v></c><c s="4"><v>0.5</v></c><c s="1"><v>1</v></c>';
  assert.deepEqual(rowsOf(`<row>${cells}</row>`), [
    ['2026-09-05', '2026-09-05', '2026-09-05 08:30', '12:00', '1900-01-01'],
  ]);
});

test('a workbook that counts from 1904 gives the same day', () => {
  const more = {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>',
  };
  assert.deepEqual(rowsOf('<row><c s="1"><v>44808</v></c></row>', more), [['2026-09-05']]);
});

test('prefixed element names, marks written apart and escaped characters are understood', () => {
  const sheet = `<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>${'Trường'.normalize('NFD')}_x000D_
B</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
  assert.deepEqual(rowsOf('', { 'xl/worksheets/sheet1.xml': sheet }), [['Trường\nB']]);
});

test('hidden sheets are marked', () => {
  assert.deepEqual(
    readTable(workbook('')).map(({ name, hidden }) => [name, hidden]),
    [
      ['Danh sách', false],
      ['Ẩn', true],
    ],
  );
});

test('a DOCTYPE is refused, in every part', () => {
  const attack = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>';
  for (const path of ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/workbook.xml', 'xl/styles.xml']) {
    assert.throws(() => readXlsx(workbook('', { [path]: `${attack}<a/>` })), refused('tables.unsafe'), path);
  }
});

test('a part that would grow too large is refused before it is inflated', () => {
  const bomb = workbook('<row/>');
  const directory = Buffer.from(bomb).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  new DataView(bomb.buffer, bomb.byteOffset).setUint32(directory + 24, 130 * 1024 * 1024, true);
  assert.throws(() => readXlsx(bomb), refused('tables.too-large'));
});

test('a size that no compression could reach is refused', () => {
  const file = workbook('<row><c><v>1</v></c></row>');
  // The central directory says how large each part is: claim 100 MB for the first.
  const directory = Buffer.from(file).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  new DataView(file.buffer, file.byteOffset).setUint32(directory + 24, 100 * 1024 * 1024, true);
  assert.throws(() => readXlsx(file), refused('tables.unsafe'));
});

test('what is no workbook is refused with a reason', () => {
  assert.throws(() => readXlsx(new Uint8Array()), refused('tables.empty'));
  assert.throws(() => readXlsx(strToU8('Tên;Mã')), refused('tables.not-a-table'));
  assert.throws(() => readXlsx(zipSync({ 'word/document.xml': strToU8('<a/>') })), refused('tables.not-a-table'));
  assert.throws(() => readXlsx(zipSync({ 'xl/workbook.bin': strToU8('x') })), refused('tables.binary-excel'));
  assert.throws(() => readXlsx(workbook('').subarray(0, 300)), refused('tables.broken'));
  assert.throws(() => readXlsx(workbook('<row><c></row>')), refused('tables.broken'));
  const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  assert.throws(() => readXlsx(compound), refused('tables.old-excel'));
  const locked = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]);
  assert.throws(() => readXlsx(locked), refused('tables.encrypted'));
});

test('rows and columns out of bounds are refused, also when only one cell stands there', () => {
  assert.throws(() => rowsOf('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'), refused('tables.too-many-rows'));
  assert.throws(() => rowsOf('<row r="1"><c r="XFD1"><v>1</v></c></row>'), refused('tables.broken'));
  assert.throws(() => rowsOf('<row r="abc"><c r="A1"><v>1</v></c></row>'), refused('tables.broken'));
  assert.deepEqual(rowsOf('<row r="1048576"><c r="A1048576" s="1"/></row>'), []);
});

test('a list of 20,000 people is read within a few seconds', () => {
  const row = (n: number) =>
    `<row r="${n}"><c r="A${n}" t="s"><v>1</v></c><c r="B${n}"><v>${n}</v></c><c r="C${n}" s="1"><v>46270</v></c></row>`;
  const data = Array.from({ length: 20_000 }, (_, i) => row(i + 1)).join('');
  const started = performance.now();
  assert.deepEqual(rowsOf(data)?.[19_999], ['Hoa Ban', '20000', '2026-09-05']);
  assert.ok(performance.now() - started < 4000);
});

test('what would cost the server its memory or its time is refused at once', () => {
  const started = performance.now();
  const wide = Array.from({ length: 20_000 }, (_, i) => `<row r="${i + 1}"><c r="SR${i + 1}"><v>1</v></c></row>`);
  assert.throws(() => rowsOf(wide.join('')), refused('tables.too-large'));
  const strings = { 'xl/sharedStrings.xml': `<sst><si><t>${'a'.repeat(40_000)}</t></si></sst>` };
  assert.throws(() => rowsOf('<row><c t="s"><v>0</v></c></row>', strings), refused('tables.broken'));
  const relation = '<sheet name="a" r:id="rId1"/>';
  const twice = { 'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${relation}${relation}</sheets></workbook>` };
  assert.throws(() => rowsOf('<row/>', twice), refused('tables.broken'));
  const format = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="${'['.repeat(200_000)}"/></numFmts>
    <cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>`;
  assert.deepEqual(rowsOf('<row><c s="0"><v>1</v></c></row>', { 'xl/styles.xml': format }), [['1']]);
  assert.ok(performance.now() - started < 2000);
});

test('a directory that lies about the size of a part is refused as soon as the part is longer', () => {
  const file = workbook(`<row><c t="inlineStr"><is><t>${'a'.repeat(30_000)}</t></is></c></row>`);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 0; at + 46 < file.length; at++)
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 30_000)
      view.setUint32(at + 24, 20_000, true);
  assert.throws(() => readXlsx(file), refused('tables.broken'));
});

test('sizes in the wide fields of a zip file are read like the narrow ones', () => {
  const plain = workbook('<row><c><v>7</v></c></row>');
  const view = new DataView(plain.buffer, plain.byteOffset, plain.byteLength);
  const end = plain.length - 22;
  const directory = view.getUint32(end + 16, true);
  const parts: Uint8Array[] = [plain.subarray(0, directory)];
  for (let at = directory; at < end; ) {
    const name = view.getUint16(at + 28, true);
    const entry = plain.slice(at, at + 46 + name);
    const narrow = new DataView(entry.buffer);
    const wide = new DataView(new ArrayBuffer(20));
    wide.setUint16(0, 1, true);
    wide.setUint16(2, 16, true);
    for (const [place, field] of [
      [4, 24],
      [12, 20],
    ] as const) {
      wide.setBigUint64(place, BigInt(narrow.getUint32(field, true)), true);
      narrow.setUint32(field, 0xffffffff, true);
    }
    narrow.setUint16(30, 20, true);
    parts.push(entry, new Uint8Array(wide.buffer));
    at += 46 + name;
  }
  parts.push(plain.subarray(end));
  assert.deepEqual(readXlsx(Buffer.concat(parts))[0]?.rows, [['7']]);
});
