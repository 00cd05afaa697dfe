import assert from 'node:assert/strict';
import { test } from 'node:test';
import { balancedLines } from '#lib/font-metrics.ts';
import type { DocumentBlock, PlanDocument } from '#lib/plan-document.ts';
import { bodyOf, breakWorth, numberLine, placeAndDate, recipientLines, sheetsOf } from './paper-text.ts';

const paper = (more: Partial<PlanDocument>): PlanDocument => ({
  upperBody: null,
  issuingBody: 'Sở Giáo dục và Đào tạo',
  number: null,
  symbol: 'KH-SGDĐT',
  place: 'Sông Trà',
  date: null,
  year: 2027,
  docType: 'KẾ HOẠCH',
  title: 'Truyền thông năm 2027',
  bases: [],
  opening: null,
  sections: [],
  closing: null,
  recipients: [],
  signerTitle: [],
  signerName: null,
  draftMark: null,
  ...more,
});
const table = (columns: number): DocumentBlock => ({
  kind: 'table',
  table: { columns: Array.from({ length: columns }, (_, i) => ({ title: `${i}`, width: 1 })), rows: [] },
});
const words = (given: Partial<PlanDocument>) =>
  bodyOf(paper(given)).map((b) => (b.kind === 'table' ? 'bảng' : [b.label, b.lead, b.text].filter(Boolean).join(' ')));

test('numbers, days and months are padded as the Decree asks', () => {
  assert.equal(numberLine({ number: '5', symbol: 'KH-SGDĐT' }), 'Số: 05/KH-SGDĐT');
  assert.equal(numberLine({ number: null, symbol: 'KH-SGDĐT' }), `Số: ${'\u00a0'.repeat(8)}/KH-SGDĐT`);
  assert.equal(
    placeAndDate({ place: 'Sông Trà', date: '2026-02-05', year: 2026 }),
    'Sông Trà, ngày 05 tháng 02 năm 2026',
  );
  assert.equal(placeAndDate({ place: '', date: '2026-11-20', year: 2026 }), 'ngày 20 tháng 11 năm 2026');
});

test('legal bases end with a semicolon, the last with a stop', () => {
  assert.deepEqual(words({ bases: ['Căn cứ A;', 'Căn cứ B'], closing: 'Hết' }), ['Căn cứ A;', 'Căn cứ B.', 'Hết./.']);
});

test('sections, headings, leads and dashes carry their numbers', () => {
  const blocks: DocumentBlock[] = [
    { kind: 'heading', number: '1', text: 'Mục đích' },
    { kind: 'dash', text: 'Một\nHai' },
    { kind: 'lead', number: '2', lead: 'Mầm non', text: 'Tập trung' },
  ];
  assert.deepEqual(
    words({ sections: [{ numeral: 'I', title: 'Mục đích', blocks }], closing: 'Trên đây là kế hoạch.' }),
    ['I. MỤC ĐÍCH', '1. Mục đích', '- Một', '- Hai', '2. Mầm non: Tập trung', 'Trên đây là kế hoạch./.'],
  );
});

test('under a table the end mark stands alone', () => {
  assert.deepEqual(words({ sections: [{ numeral: 'I', title: 'A', blocks: [table(3)] }] }), ['I. A', 'bảng', './.']);
});

test('a table of more than six columns lies on a turned page with its heading', () => {
  const sections = [{ numeral: 'I', title: 'Hoạt động', blocks: [table(7)] }];
  const sheets = sheetsOf(bodyOf(paper({ opening: 'Mở đầu', sections, closing: 'Hết' })));
  assert.deepEqual(
    sheets.map((s) => [s.landscape, s.blocks.length]),
    [
      [false, 1],
      [true, 2],
      [false, 1],
    ],
  );
  assert.equal(sheetsOf(bodyOf(paper({ sections: [{ numeral: 'I', title: 'A', blocks: [table(6)] }] }))).length, 1);
});

test('a name is broken before its "và", and a year stays with its word', () => {
  const options = { style: 'bold' as const, size: 13, width: 177, breakWorth };
  assert.deepEqual(balancedLines('SỞ GIÁO DỤC VÀ ĐÀO TẠO SÔNG TRÀ', options), ['SỞ GIÁO DỤC', 'VÀ ĐÀO TẠO SÔNG TRÀ']);
  assert.equal(breakWorth('năm', '2027'), -1);
});

test('recipients are a list with one stop at its end', () => {
  assert.deepEqual(recipientLines(['Bộ GDĐT (để b/c)', 'Lưu: VT.']), ['- Bộ GDĐT (để b/c);', '- Lưu: VT.']);
});
