import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shiftDay, shiftLine, shiftText } from './next-year.ts';

const year = { period: { from: 2026, to: 2026 }, by: 1 };
const schoolYear = { period: { from: 2025, to: 2026 }, by: 1 };
const same = (text: string, shift = year) => assert.equal(shiftText(text, shift), text);
const becomes = (text: string, wanted: string, shift = year) => assert.equal(shiftText(text, shift), wanted);

test('the year of the plan becomes the next one, in titles and in sentences', () => {
  becomes('Truyền thông năm 2026', 'Truyền thông năm 2027');
  becomes('Kế hoạch năm 2026 và các năm tiếp theo', 'Kế hoạch năm 2027 và các năm tiếp theo');
  becomes('Mừng xuân 2026, đón Tết Nguyên đán 2026', 'Mừng xuân 2027, đón Tết Nguyên đán 2027');
  becomes('Bản tin tuyển sinh 2026.', 'Bản tin tuyển sinh 2027.');
});

test('a school year moves as a whole, also in a plan of a calendar year', () => {
  becomes('năm học 2025-2026', 'năm học 2026-2027', schoolYear);
  becomes('Năm học 2025 – 2026', 'Năm học 2026 – 2027', schoolYear);
  becomes('khai giảng năm học 2026-2027', 'khai giảng năm học 2027-2028');
  becomes('tổng kết năm học 2025-2026', 'tổng kết năm học 2026-2027');
});

test('quarters, months and days move with their year', () => {
  becomes('Quý II/2026', 'Quý II/2027');
  becomes('quý III năm 2026', 'quý III năm 2027');
  becomes('tháng 3/2026; tháng 11 năm 2026', 'tháng 3/2027; tháng 11 năm 2027');
  becomes('tháng 4, 5/2026', 'tháng 4, 5/2027');
  becomes('học kỳ I năm 2026', 'học kỳ I năm 2027');
  becomes('trước 20/11/2026', 'trước 20/11/2027');
  becomes('trước ngày 20-11-2026, 05.9.2026', 'trước ngày 20-11-2027, 05.9.2027');
  becomes('ngày 20 tháng 11 năm 2026', 'ngày 20 tháng 11 năm 2027');
});

test('the 29th of February becomes the 28th where the next year has none', () => {
  const leap = { period: { from: 2028, to: 2028 }, by: 1 };
  becomes('trước 29/02/2028', 'trước 28/02/2029', leap);
  becomes('ngày 29 tháng 2 năm 2028', 'ngày 28 tháng 2 năm 2029', leap);
  becomes('trước 29/02/2028', 'trước 29/02/2032', { ...leap, by: 4 });
  assert.equal(shiftDay('2028-02-29', leap), '2029-02-28');
});

test('years of other times stay', () => {
  same('đến năm 2030, tầm nhìn đến năm 2045');
  same('giai đoạn 2021-2030');
  same('giai đoạn 2026-2027');
  same('kết quả năm 2025');
  same('Phấn đấu 2026 học sinh được hỗ trợ');
  same('Điện thoại 0912.026.2026');
  same('Chào mừng ngày Nhà giáo Việt Nam 20-11');
});

test('a longer stretch moves where it is the plan’s own', () => {
  becomes('giai đoạn 2026-2028', 'giai đoạn 2027-2029', { period: { from: 2026, to: 2028 }, by: 1 });
});

test('what a citation says of its document stays, what stands beside it moves', () => {
  same('Căn cứ Thông tư số 37/2020/TT-BGDĐT ngày 05 tháng 10 năm 2020 của Bộ Giáo dục và Đào tạo');
  same('theo Nghị định số 244/2026/NĐ-CP');
  same(
    'Thực hiện Kế hoạch số 12/KH-BGDĐT ngày 10 tháng 01 năm 2026 của Bộ Giáo dục và Đào tạo về truyền thông năm 2026',
  );
  same('Quyết định ngày 05/01/2026 của Giám đốc Sở');
  same('Luật Giáo dục năm 2026');
  becomes(
    'Thực hiện Kế hoạch số 12/KH-BGDĐT ngày 10/01/2026 của Bộ về truyền thông năm 2026, Sở ban hành Kế hoạch truyền thông năm 2026 như sau:',
    'Thực hiện Kế hoạch số 12/KH-BGDĐT ngày 10/01/2026 của Bộ về truyền thông năm 2026, Sở ban hành Kế hoạch truyền thông năm 2027 như sau:',
  );
  becomes('Kế hoạch truyền thông trước ngày 20/11/2026', 'Kế hoạch truyền thông trước ngày 20/11/2027');
  becomes('Triển khai Chỉ thị số 08/CT-TTg trong năm 2026', 'Triển khai Chỉ thị số 08/CT-TTg trong năm 2027');
});

test('a line takes its months, its last day, its words and its counts along; a basis does not move', () => {
  const line = {
    id: '1',
    part: 'activity',
    parentId: null,
    text: 'Tuyến bài năm 2026',
    detail: { months: ['2026-11', '2027-01'], deadline: '2026-12-31', quarters: [4], timeText: 'Quý IV/2026' },
    targets: [{ product: 'bài báo', counts: 'other', months: { '2026-11': 1, '2026-12': 2 } }],
  };
  assert.deepEqual(shiftLine(line, year), {
    ...line,
    text: 'Tuyến bài năm 2027',
    detail: { months: ['2027-11', '2028-01'], deadline: '2027-12-31', quarters: [4], timeText: 'Quý IV/2027' },
    targets: [{ product: 'bài báo', counts: 'other', months: { '2027-11': 1, '2027-12': 2 } }],
  });
  const basis = { ...line, part: 'basis' };
  assert.equal(shiftLine(basis, year), basis);
});
