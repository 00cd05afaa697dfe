import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recipientsFor } from './recipients.ts';
import { abstractOf, citationOf, closingFor, dayInWords, lowerFirst, openingFor } from './wording.ts';

const department = {
  kind: 'province-department',
  name: 'Sở Giáo dục và Đào tạo Sông Trà',
  upperBody: 'UBND tỉnh Sông Trà',
};
const school = { kind: 'lower-secondary', name: 'Trường THCS Suối Ngọc', upperBody: 'UBND xã Suối Ngọc' };
const plan = {
  doc_type: 'KẾ HOẠCH',
  number: '7',
  symbol: 'KH-BGDĐT',
  issued_on: '2026-02-05',
  issuer_name: 'Bộ Giáo dục và Đào tạo',
  title: 'Truyền thông về giáo dục và đào tạo năm 2026',
};

test('a day is written as the Decree wants it', () => {
  assert.equal(dayInWords('2026-02-05'), 'ngày 05 tháng 02 năm 2026');
  assert.equal(dayInWords('2026-11-20'), 'ngày 20 tháng 11 năm 2026');
  assert.equal(dayInWords('2026-03-01'), 'ngày 01 tháng 3 năm 2026');
});

test('a title inside a sentence begins small, a name keeps its capital', () => {
  const cases = {
    'Truyền thông năm 2026': 'truyền thông năm 2026',
    'Ở trường vui hơn': 'ở trường vui hơn',
    'Đổi mới công tác': 'đổi mới công tác',
    'Bộ Giáo dục và Đào tạo với báo chí': 'Bộ Giáo dục và Đào tạo với báo chí',
    'Sở Giáo dục và Đào tạo': 'Sở Giáo dục và Đào tạo',
    'Việt Nam học tập': 'Việt Nam học tập',
    'THPT năm 2026': 'THPT năm 2026',
    'Đảng và Nhà nước với giáo dục': 'Đảng và Nhà nước với giáo dục',
    'Ngày Nhà giáo Việt Nam 20-11': 'ngày Nhà giáo Việt Nam 20-11',
    'Kỳ thi tốt nghiệp THPT năm 2027': 'kỳ thi tốt nghiệp THPT năm 2027',
    '80 năm thành lập': '80 năm thành lập',
    '': '',
  };
  for (const [title, wanted] of Object.entries(cases)) assert.equal(lowerFirst(title), wanted);
});

test('the word "Kế hoạch" is not said twice', () => {
  assert.equal(abstractOf('Kế hoạch truyền thông năm 2027'), 'Truyền thông năm 2027');
  assert.equal(abstractOf('Truyền thông năm 2027'), 'Truyền thông năm 2027');
  assert.equal(
    openingFor(department, 'Kế hoạch truyền thông năm 2027'),
    'Sở Giáo dục và Đào tạo Sông Trà ban hành Kế hoạch truyền thông năm 2027 như sau:',
  );
});

test('a document is cited with number, day, issuer and abstract', () => {
  assert.equal(
    citationOf(plan),
    'Kế hoạch số 07/KH-BGDĐT ngày 05 tháng 02 năm 2026 của Bộ Giáo dục và Đào tạo truyền thông về giáo dục và đào tạo năm 2026',
  );
  const decision = { ...plan, doc_type: 'QUYẾT ĐỊNH', symbol: 'QĐ-BGDĐT', title: 'Ban hành Quy chế phát ngôn' };
  assert.match(citationOf(decision), /^Quyết định số 07\/QĐ-BGDĐT .* của Bộ Giáo dục và Đào tạo ban hành Quy chế/);
  assert.equal(
    citationOf({ ...plan, number: null, issued_on: null, title: null }),
    'Kế hoạch của Bộ Giáo dục và Đào tạo',
  );
});

test('a school draws up its plan and calls upon its own people', () => {
  assert.match(openingFor(school, 'Truyền thông'), /Trường THCS Suối Ngọc xây dựng Kế hoạch/);
  assert.match(closingFor(school, 'Truyền thông'), /Yêu cầu các tổ chuyên môn, .* phản ánh về Ban Giám hiệu/);
  assert.match(closingFor(department, 'Truyền thông'), /Đề nghị các phòng thuộc Sở, .* về Sở Giáo dục và Đào tạo/);
});

test('a title that names the unit is not followed by its name again', () => {
  const closing = closingFor(school, 'Truyền thông của Trường THCS Suối Ngọc');
  assert.equal(closing.match(/Trường THCS Suối Ngọc/g)?.length, 1);
});

const names = (maker: Parameters<typeof recipientsFor>[0]) => recipientsFor(maker).map((r) => `${r.name} ${r.mode}`);

test('a department reports to the committee of its province or of its city', () => {
  assert.ok(names(department).includes('UBND tỉnh b/c'));
  assert.ok(names({ ...department, upperBody: 'UBND thành phố Trà Giang' }).includes('UBND thành phố b/c'));
  assert.ok(names({ ...department, upperBody: 'Ủy ban nhân dân tỉnh Sông Trà' }).includes('UBND tỉnh b/c'));
  assert.ok(!names({ ...department, upperBody: null }).some((n) => /^UBND (tỉnh|thành)/.test(n)));
});

test('a school reports to whom it stands under: the commune, or the department', () => {
  assert.deepEqual(names(school).slice(0, 2), ['UBND xã Suối Ngọc b/c', 'Phòng Văn hóa - Xã hội b/c']);
  const upper = { kind: 'upper-secondary', name: 'Trường THPT Sông Trà', upperBody: 'Sở GDĐT Sông Trà' };
  assert.deepEqual(names(upper).slice(0, 2), ['Sở GDĐT Sông Trà b/c', 'Ban Giám hiệu b/c']);
});

test('an office that is no school has no school’s recipients', () => {
  const division = { kind: 'division', name: 'Phòng Giáo dục Mầm non', upperBody: 'Sở GDĐT Sông Trà' };
  assert.deepEqual(names(division), ['Lãnh đạo Sở b/c', 'Các đơn vị, cá nhân liên quan t/h', 'VT archive']);
  assert.ok(!names({ kind: 'union', name: 'Công đoàn', upperBody: null }).some((n) => n.includes('Giám hiệu')));
});
