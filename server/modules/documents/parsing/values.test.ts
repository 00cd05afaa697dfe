import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amountIn } from './budget.ts';
import { findCounts } from './counts.ts';
import { findFocal } from './focal.ts';
import { foldLetters } from './fold.ts';
import { readLabel } from './numbering.ts';
import { findPeriod } from './period.ts';
import { periodOf } from './periods.ts';
import { readQuotas } from './quotas.ts';
import { readTime } from './time.ts';
import { splitUnits } from './units.ts';

test('folded text has the length of the original', () => {
  for (const text of ['Truyền thông – “Đề án” Ủy/Uỷ', 'ƣ Ð']) assert.equal(foldLetters(text).length, text.length);
  assert.equal(foldLetters('Hòa, Hoà – ĐỀ'), 'hoa, hoa - de');
});

test('labels are read as what they count', () => {
  const first = (label: string) => [readLabel(label)[0]!.kind, readLabel(label)[0]!.value];
  assert.deepEqual(first('IV.'), ['roman', 4]);
  assert.deepEqual(first('C.'), ['capital', 3]);
  assert.deepEqual(first('2.1.'), ['decimal', 1]);
  assert.deepEqual(first('đ)'), ['letter', 5]);
  assert.deepEqual(first('(2)'), ['bracket', 2]);
  assert.deepEqual(first('Phần thứ hai'), ['part', 2]);
  assert.deepEqual(first('•'), ['bullet', 0]);
});

test('quarters, months and deadlines are read from the words of a cell', () => {
  const year = { kind: 'calendarYear', from: 2026, to: 2026 } as const;
  const school = { kind: 'schoolYear', from: 2025, to: 2026 } as const;
  const read = (text: string, years: Parameters<typeof readTime>[1] = year, context = { cell: true }) => {
    const { quarters, months, deadline } = readTime(text, years, context);
    return [quarters, months, deadline];
  };
  assert.deepEqual(read('Quý II, III'), [[2, 3], [], null]);
  assert.deepEqual(read('Quý II, III, IV (tháng 11/2022)'), [[2, 3, 4], [], '2022-11']);
  assert.deepEqual(read('Quý I - III'), [[1, 2, 3], [], null]);
  assert.deepEqual(read('Tháng 4/2026'), [[], [4], null]);
  assert.deepEqual(read('Tháng 01 và tháng 02/2026'), [[], [1, 2], null]);
  assert.deepEqual(read('Tháng 9 đến tháng 12'), [[], [9, 10, 11, 12], null]);
  assert.deepEqual(read('Trước ngày 31/3/2026'), [[], [], '2026-03-31']);
  assert.deepEqual(read('Từ 02/6/2026 đến 05/6/2026'), [[], [], '2026-06-05']);
  assert.deepEqual(read('15/12', school), [[], [], '2025-12-15']);
  assert.deepEqual(read('Trước 30/5', school), [[], [], '2026-05-30']);
  assert.deepEqual(read('đến hết tháng 5/2026'), [[], [], '2026-05']);
  assert.deepEqual(read('Cả năm'), [[], [], null]);
  assert.deepEqual(readTime('chào mừng ngày 20/11', year).deadline, null);
});

test('the time of a plan: its school year before a year, not the years of a programme that it quotes', () => {
  assert.deepEqual(findPeriod('năm học 2025 – 2026')?.period, { kind: 'schoolYear', from: 2025, to: 2026 });
  assert.deepEqual(findPeriod('Đề án “Đào tạo giai đoạn 2018-2025” năm 2022')?.period, {
    kind: 'calendarYear',
    from: 2022,
    to: 2022,
  });
  assert.deepEqual(findPeriod('giai đoạn 2026 - 2030')?.period, { kind: 'range', from: 2026, to: 2030 });
  assert.equal(findPeriod('ngày 12 tháng 3 năm 2024'), null);
});

test('products are counted in digits and words, dates and classes are not', () => {
  const counts = (text: string) => findCounts(text).map(({ count, unit }) => [count, unit]);
  assert.deepEqual(counts('(dự kiến 03 bài báo, 02 phóng sự chuyên đề)'), [
    [3, 'bài báo'],
    [2, 'phóng sự chuyên đề'],
  ]);
  assert.deepEqual(counts('ít nhất một bài để đăng'), [[1, 'bài']]);
  assert.deepEqual(counts('ít nhất 04 tin, bài về Sở'), [[4, 'tin, bài']]);
  assert.deepEqual(counts('ít nhất 01 bài và 03 ảnh về Ban'), [
    [1, 'bài'],
    [3, 'ảnh'],
  ]);
  assert.deepEqual(counts('tuyển sinh lớp 6 năm 2026, ngày 20/11'), []);
});

test('lists of bodies are split between names only', () => {
  assert.deepEqual(splitUnits('Phòng Khảo thí và Kiểm định chất lượng giáo dục'), [
    'Phòng Khảo thí và Kiểm định chất lượng giáo dục',
  ]);
  assert.deepEqual(splitUnits('Phòng A và Phòng B, các trường THPT'), ['Phòng A', 'Phòng B', 'các trường THPT']);
  assert.deepEqual(splitUnits('các tổ chức, đơn vị, cá nhân liên quan'), ['các tổ chức, đơn vị, cá nhân liên quan']);
  assert.deepEqual(splitUnits('Vụ Học sinh, Sinh viên; Trung tâm Truyền thông (Văn phòng Bộ)'), [
    'Vụ Học sinh, Sinh viên',
    'Trung tâm Truyền thông (Văn phòng Bộ)',
  ]);
  assert.deepEqual(splitUnits('cán bộ, giáo viên, nhân viên'), ['cán bộ, giáo viên, nhân viên']);
});

test('who leads an area stands in a bracket or after "Đơn vị chủ trì"', () => {
  const units = (text: string) => [findFocal(text)?.focalUnits, findFocal(text)?.coordinatingUnits];
  assert.deepEqual(units('… (Phòng A và Phòng B làm đầu mối).'), [['Phòng A', 'Phòng B'], []]);
  assert.deepEqual(units('… (Phòng A làm đầu mối, các phòng chuyên môn phối hợp)'), [
    ['Phòng A'],
    ['các phòng chuyên môn'],
  ]);
  assert.deepEqual(units('… (có kế hoạch truyền thông riêng)'), [undefined, undefined]);
});

test('quotas name the count, the rhythm and the addressee', () => {
  const read = (text: string) =>
    readQuotas('Tổ', { text, spans: [{ block: 0, from: 0, to: text.length }] }).map(({ kind, minCount, per }) => [
      kind,
      minCount,
      per,
    ]);
  assert.deepEqual(read('Viết bài, mỗi tháng ít nhất một bài để đăng.'), [['product', 1, 'month']]);
  assert.deepEqual(read('Nộp 02 bài/tháng.'), [['product', 2, 'month']]);
  assert.deepEqual(read('Gửi ảnh tư liệu về Phòng vào cuối mỗi học kì.'), [['product', null, 'semester']]);
  assert.deepEqual(read('Định kỳ hàng tháng cung cấp thông tin về hoạt động.'), [['information', null, 'month']]);
  assert.deepEqual(read('Phân công 01 viên chức phụ trách truyền thông.'), [['person', 1, null]]);
  assert.deepEqual(read('Kinh phí từ ngân sách hàng năm của đơn vị.'), []);
});

test('columns of months and quarters are known by their headers', () => {
  assert.deepEqual(periodOf(['Thời gian', 'T9']), { kind: 'month', value: 9, year: null });
  assert.deepEqual(periodOf(['Tháng', '12/2025']), { kind: 'month', value: 12, year: 2025 });
  assert.deepEqual(periodOf(['Quý III']), { kind: 'quarter', value: 3, year: null });
  assert.equal(periodOf(['Số lượng']), null);
});

test('sums of money are read in đồng', () => {
  assert.equal(amountIn('68.500.000 đồng'), 68_500_000);
  assert.equal(amountIn('1,5 tỷ đồng'), 1_500_000_000);
  assert.equal(amountIn('50 triệu đồng'), 50_000_000);
  assert.equal(amountIn('không có'), null);
});
