import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCsv } from './csv.ts';
import { readTable } from './read-table.ts';
import { UnreadableTable } from './unreadable-table.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const refused = (code: string) => (error: unknown) => error instanceof UnreadableTable && error.code === code;

test('commas, semicolons, tabs and bars are found without being told', () => {
  for (const separator of [',', ';', '\t', '|']) {
    const table = readCsv(bytes(`Tên${separator}Mã\nTrường A${separator}1\nTrường B${separator}2\n`));
    assert.equal(table.separator, separator);
    assert.deepEqual(table.rows, [
      ['Tên', 'Mã'],
      ['Trường A', '1'],
      ['Trường B', '2'],
    ]);
  }
});

test('a semicolon file with commas in its numbers is parted at semicolons', () => {
  const table = readCsv(bytes('Tên;Điểm;Ghi chú\nAn, Bình;8,5;tốt, khá\nChi;9,0;\n'));
  assert.deepEqual(table.rows[1], ['An, Bình', '8,5', 'tốt, khá']);
  assert.deepEqual(table.rows[2], ['Chi', '9,0']);
});

test('Excel says the separator on the first line', () => {
  assert.deepEqual(readCsv(bytes('sep=;\r\na;b\r\n')).rows, [['a', 'b']]);
});

test('quoted cells hold separators, line ends and quotes', () => {
  const table = readCsv(bytes('Tên,Địa chỉ\r\n"Trường ""Hoa Ban""","Thôn 1,\r\nxã Tà Sín"\r\n'));
  assert.deepEqual(table.rows[1], ['Trường "Hoa Ban"', 'Thôn 1,\nxã Tà Sín']);
});

test('a lone quote does not swallow the rest of the file', () => {
  assert.deepEqual(readCsv(bytes('a,b\n"c,d\ne,f\n')).rows, [
    ['a', 'b'],
    ['"c', 'd'],
    ['e', 'f'],
  ]);
});

test('empty lines keep their place, empty cells at the end do not', () => {
  assert.deepEqual(readCsv(bytes('a,b,,\n,,,\nc,,d,\n\n')).rows, [['a', 'b'], [], ['c', '', 'd']]);
});

test('the encodings that offices save in are recognised', () => {
  const text = 'Họ tên;Chức vụ\nĐặng Thị Ngọc Ánh;Hiệu trưởng\n';
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
  const swapped = Buffer.from(wide).swap16();
  const bare = Buffer.from(text, 'utf16le');
  for (const [encoding, file] of [
    ['utf-8', bytes(`\ufeff${text}`)],
    ['utf-16le', wide],
    ['utf-16be', swapped],
    ['utf-16le', bare],
  ] as const) {
    const table = readCsv(file);
    assert.equal(table.encoding, encoding);
    assert.deepEqual(table.rows, [
      ['Họ tên', 'Chức vụ'],
      ['Đặng Thị Ngọc Ánh', 'Hiệu trưởng'],
    ]);
  }
});

test('Windows-1258 comes out in one character a letter', () => {
  // 'Trường,Đội': ư F4→FD in 1258, tones as marks after their letter.
  const file = Uint8Array.from([0x54, 0x72, 0xfd, 0xf5, 0xcc, 0x6e, 0x67, 0x2c, 0xd0, 0xf4, 0xf2, 0x69]);
  const table = readCsv(file);
  assert.equal(table.encoding, 'windows-1258');
  assert.deepEqual(table.rows, [['Trường', 'Đội']]);
});

test('a decoder of legacy fonts is asked before Windows-1258, and may decline', () => {
  const file = Uint8Array.from([0x54, 0x72, 0xad, 0xea, 0x6e, 0x67, 0x2c, 0x31]);
  const table = readCsv(file, (latin1) => latin1.replace('\u00ad\u00ea', 'ườ'));
  assert.deepEqual([table.encoding, table.rows], ['legacy', [['Trường', '1']]]);
  assert.equal(readCsv(file, () => null).encoding, 'windows-1258');
});

test('marks written apart are joined', () => {
  assert.deepEqual(readCsv(bytes('Trường,Xã\n'.normalize('NFD'))).rows, [['Trường', 'Xã']]);
});

test('what is no table is refused with a reason', () => {
  assert.throws(() => readCsv(new Uint8Array()), refused('tables.empty'));
  assert.throws(() => readCsv(bytes('\n\n,,\n')), refused('tables.empty'));
  assert.throws(() => readCsv(Uint8Array.from([1, 2, 0, 0, 0, 9, 8, 0])), refused('tables.not-a-table'));
  assert.throws(() => readCsv(new Uint8Array(21 * 1024 * 1024)), refused('tables.too-large'));
  assert.throws(() => readCsv(bytes('a,b\n'.repeat(100_001))), refused('tables.too-many-rows'));
  assert.throws(() => readTable(bytes('%PDF-1.7')), refused('tables.not-a-table'));
});

test('a large file is read in well under a second', () => {
  const started = performance.now();
  const line = '"Trường Mầm non ""Hoa Ban""",123456,Xã Tà Sín,0912345678,hoaban@example.vn\n';
  assert.equal(readCsv(bytes(line.repeat(50_000))).rows.length, 50_000);
  assert.ok(performance.now() - started < 2000);
});

test('cells beyond what any table has are refused before they fill the memory', () => {
  assert.throws(() => readCsv(bytes(`a,b\n${','.repeat(2_000_001)}`)), refused('tables.too-large'));
  assert.throws(() => readCsv(bytes(`a,b\n${'x'.repeat(40_000)},c\n`)), refused('tables.broken'));
});
