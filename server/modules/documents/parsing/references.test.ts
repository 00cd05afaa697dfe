import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyLength, inSentenceCase, spellOut } from './body-names.ts';
import { findReferences, unnumberedReference } from './references.ts';

const brief = (text: string) => findReferences(text).map(({ type, ref, date, issuer }) => [type, ref, date, issuer]);

test('a document is read with kind, number, date and issuer, however it is typed', () => {
  const cases: [string, (string | null)[]][] = [
    [
      'Quyết định số 4896/QĐ-BGDĐT ngày 27/12/2021 của Bộ trưởng Bộ Giáo dục và Đào tạo (GDĐT) về việc phê duyệt',
      ['Quyết định', '4896/QĐ-BGDĐT', '2021-12-27', 'Bộ trưởng Bộ Giáo dục và Đào tạo'],
    ],
    [
      'Chỉ thị số 16/CT – TTg ngày 18/6/2018 của Thủ tướng Chính phủ',
      ['Chỉ thị', '16/CT-TTg', '2018-06-18', 'Thủ tướng Chính phủ'],
    ],
    ['nghị định số 112/2020/NĐ – Cp của chính phủ về xử lý', ['Nghị định', '112/2020/NĐ-CP', null, 'chính phủ']],
    ['Quyết định 2650/QĐ- BGDĐT năm 2020 về ban hành', ['Quyết định', '2650/QĐ-BGDĐT', '2020', null]],
    [
      'Thông báo số 143-TB/BCS ngày 19 tháng 9 năm 2019 của Ban cán sự Đảng UBND tỉnh.',
      ['Thông báo', '143-TB/BCS', '2019-09-19', 'Ban cán sự Đảng UBND tỉnh'],
    ],
    ['Luật Báo chí số 126/2025/QH15', ['Luật', '126/2025/QH15', null, null]],
    ['CV số 88/PGDĐT-TH ngày 01/9/2024', ['Công văn', '88/PGDĐT-TH', '2024-09-01', null]],
    ['số 15/2014/QĐ-UBND, ngày 15/7/2014', ['Quyết định', '15/2014/QĐ-UBND', '2014-07-15', null]],
  ];
  for (const [text, want] of cases) assert.deepEqual(brief(text), [want], text);
});

test('two numbers before one issuer share it', () => {
  assert.deepEqual(
    brief('Nghị quyết số 88/2013/NQ-QH13 và Nghị quyết số 51/2014/NQ-QH13 của Quốc hội về sách giáo khoa').map(
      (one) => one[3],
    ),
    ['Quốc hội', 'Quốc hội'],
  );
});

test('years, days and sums are no documents', () => {
  for (const text of ['năm học 2020-2021', 'ngày 30/4 và 01/5', 'mức độ 3/4', 'dạy học 2 buổi/ngày', '68.500.000 đồng'])
    assert.deepEqual(brief(text), [], text);
});

test('a law may be named without a number, a mere circumstance is no document', () => {
  assert.equal(unnumberedReference('Luật Giáo dục ngày 14 tháng 6 năm 2019')?.date, '2019-06-14');
  assert.equal(unnumberedReference('tình hình thực tế của nhà trường'), null);
});

test('the name of a body ends where the subject of the document begins', () => {
  const cases: [string, string][] = [
    ['Bộ Giáo dục và Đào tạo Kế hoạch truyền thông', 'Bộ Giáo dục và Đào tạo'],
    ['Bộ Văn hóa, Thể thao và Du lịch về việc', 'Bộ Văn hóa, Thể thao và Du lịch'],
    ['Phòng Giáo dục và Đào tạo thành phố Điện Biên Phủ ban hành', 'Phòng Giáo dục và Đào tạo thành phố Điện Biên Phủ'],
    ['Bộ nội vụ về việc', 'Bộ nội vụ'],
    ['UBND tỉnh về phát triển', 'UBND tỉnh'],
    ['Trường THCS Nguyễn Du, đề nghị', 'Trường THCS Nguyễn Du'],
    ['học sinh và phụ huynh', ''],
  ];
  for (const [text, name] of cases) assert.equal(text.slice(0, bodyLength(text)), name, text);
});

test('names in capitals are written as in a sentence, short names are spelt out', () => {
  assert.equal(inSentenceCase('SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH BẮC GIANG'), 'Sở Giáo dục và Đào tạo tỉnh Bắc Giang');
  assert.equal(inSentenceCase('ỦY BAN NHÂN DÂN XÃ TÂN AN'), 'Ủy ban nhân dân xã Tân An');
  assert.equal(inSentenceCase('PHÒNG VĂN HÓA - XÃ HỘI'), 'Phòng Văn hóa - Xã hội');
  assert.equal(spellOut('Sở GDĐT Bắc Giang'), 'Sở Giáo dục và Đào tạo tỉnh Bắc Giang');
  assert.equal(spellOut('Bộ GDĐT'), 'Bộ Giáo dục và Đào tạo');
});
