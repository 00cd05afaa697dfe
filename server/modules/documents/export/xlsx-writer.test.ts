import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readXlsx } from '#platform/tables/xlsx-reader.ts';
import type { Sheet } from './sheet.ts';
import { hostileTexts, partsOf } from './test-text.ts';
import { sheetNames, writeXlsx } from './xlsx-writer.ts';

const sheet = (rows: Sheet['rows'], more: Partial<Sheet> = {}): Sheet => ({
  name: 'Bảng',
  columns: [
    { title: 'Tên', width: 3 },
    { title: 'Số', width: 1, align: 'right' },
  ],
  rows,
  ...more,
});
const xmlOf = (...sheets: Sheet[]) => partsOf(writeXlsx(sheets))['xl/worksheets/sheet1.xml'] ?? '';
const rowHeights = (xml: string) => [...xml.matchAll(/<row r="\d+" ht="([\d.]+)"/g)].map((match) => Number(match[1]));

test('what is written is read again', () => {
  const rows = [
    [{ value: 'Trường Mầm non Hoa Ban' }, { value: 12 }],
    [{ value: { date: '2026-09-05' } }, { value: { number: 1250000, grouped: true as const } }],
    [{ value: null }, { value: -0.5 }],
  ];
  assert.deepEqual(readXlsx(writeXlsx([sheet(rows, { titles: ['Danh sách'] })])), [
    {
      name: 'Bảng',
      hidden: false,
      rows: [['Danh sách'], ['Tên', 'Số'], ['Trường Mầm non Hoa Ban', '12'], ['2026-09-05', '1250000'], ['', '-0.5']],
    },
  ]);
});

test('text is text: no formula, no markup, no escape', () => {
  const values = [...hostileTexts.slice(0, 4), '_x0041_', "'=1+1"];
  const xml = xmlOf(sheet(values.map((value) => [{ value }])));
  assert.doesNotMatch(xml, /<f[ >]/);
  assert.deepEqual(
    readXlsx(writeXlsx([sheet(values.map((value) => [{ value }]))]))[0]?.rows.slice(1),
    values.map((value) => [value]),
  );
});

test('it prints on A4 landscape, fitted to the width, its head frozen and repeated', () => {
  const titles = ['KẾ HOẠCH - Truyền thông năm 2026', '(Kế hoạch số 07/KH-SGDĐT)'];
  const parts = partsOf(writeXlsx([sheet([], { name: 'IV. Hoạt động', titles })]));
  const xml = parts['xl/worksheets/sheet1.xml'] ?? '';
  assert.match(xml, /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/);
  assert.match(xml, /<pane ySplit="3" topLeftCell="A4"[^>]*state="frozen"\/>/);
  assert.match(
    parts['xl/workbook.xml'] ?? '',
    /<definedName name="_xlnm.Print_Titles" localSheetId="0">'IV[^<]*'!\$3:\$3</,
  );
});

test('rows are as high as their wrapped text, merged cells included', () => {
  const long = 'Tuyên truyền sâu rộng về chương trình giáo dục mầm non sửa đổi đến phụ huynh. '.repeat(6);
  const [, one = 0, many = 0] = rowHeights(xmlOf(sheet([[{ value: 'ngắn' }], [{ value: long }]])));
  assert.ok(one < 20 && many > 40, `${one} ${many}`);
  const merged = rowHeights(xmlOf(sheet([[{ value: 'a' }, { value: long, rowSpan: 2 }], [{ value: 'b' }]])));
  assert.ok((merged[1] ?? 0) + (merged[2] ?? 0) > 150, merged.join(' '));
  const endless = rowHeights(xmlOf(sheet([[{ value: long.repeat(50) }]])));
  assert.ok((endless[1] ?? 0) <= 409);
});

test('merged cells keep their borders and places', () => {
  const xml = xmlOf(
    sheet([[{ value: 'a', rowSpan: 2, colSpan: 2 }], [{ value: 'thừa' }], [{ value: 'b' }, { value: 1 }]]),
  );
  assert.match(xml, /<mergeCell ref="A2:B2"\/>/);
  assert.match(xml, /<c r="B2" s="\d+"\/>/);
});

test('a day that workbooks cannot count, and a number that is none, do no harm', () => {
  const rows = readXlsx(
    writeXlsx([
      sheet([[{ value: { date: '1899-01-01' } }, { value: Number.NaN }], [{ value: { date: '2026-02-31' } }]]),
    ]),
  )[0]?.rows;
  assert.deepEqual(rows?.slice(1, 2), [['1899-01-01']]);
});

test('values alone are cells, and numbers from 10.000 show their thousands parted', () => {
  const rows: Sheet['rows'] = [['a', 2026], ['b', 10_000], [{ value: 'c', colSpan: 2 }]];
  const parts = partsOf(writeXlsx([sheet(rows)]));
  assert.deepEqual(readXlsx(writeXlsx([sheet(rows)]))[0]?.rows.slice(1), [['a', '2026'], ['b', '10000'], ['c']]);
  assert.match(parts['xl/styles.xml'] ?? '', /numFmtId="3"/);
});

test('a sheet of many columns grows, but not so far that its print is unreadable', () => {
  const columns = Array.from({ length: 24 }, (_, i) => ({ title: `Tháng ${i + 1}`, width: 12, wrap: i > 0 }));
  const widths = [...xmlOf(sheet([], { columns })).matchAll(/<col [^>]*width="([\d.]+)"/g)].map((match) =>
    Number(match[1]),
  );
  const pixels = widths.reduce((a, b) => a + b, 0) * 8;
  assert.ok(pixels > 1000 && pixels < 1700, String(pixels));
});

test('sheet names fit, are clean and differ', () => {
  const names = sheetNames([{ name: "'A/B:C'" }, { name: 'x'.repeat(40) }, { name: 'X'.repeat(40) }, { name: '' }]);
  assert.equal(names[0], 'A-B-C');
  assert.ok(names.every((name) => name.length <= 31 && name.length > 0));
  assert.equal(new Set(names.map((name) => name.toLowerCase())).size, 4);
});

test('no sheets, and no rows, are workbooks; the same input gives the same bytes', () => {
  assert.equal(readXlsx(writeXlsx([])).length, 1);
  assert.deepEqual(readXlsx(writeXlsx([sheet([])]))[0]?.rows, [['Tên', 'Số']]);
  const rows: Sheet['rows'] = [[{ value: 'Ngày hội' }, { value: 3 }]];
  assert.deepEqual(writeXlsx([sheet(rows)]), writeXlsx([sheet(structuredClone(rows))]));
});
