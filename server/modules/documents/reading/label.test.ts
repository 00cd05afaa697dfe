import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitLabel } from './label.ts';

const cases: [string, string | null, string][] = [
  ['I. MỤC ĐÍCH, YÊU CẦU', 'I.', 'MỤC ĐÍCH, YÊU CẦU'],
  ['I/ MỤC ĐÍCH', 'I/', 'MỤC ĐÍCH'],
  ['II- NỘI DUNG', 'II-', 'NỘI DUNG'],
  ['III – GIẢI PHÁP', 'III–', 'GIẢI PHÁP'],
  ['IV.KINH PHÍ', 'IV.', 'KINH PHÍ'],
  ['A. ĐẶC ĐIỂM TÌNH HÌNH', 'A.', 'ĐẶC ĐIỂM TÌNH HÌNH'],
  ['Phần I. Mục tiêu', 'Phần I.', 'Mục tiêu'],
  ['1. Mục đích', '1.', 'Mục đích'],
  ['1.Mục đích', '1.', 'Mục đích'],
  ['1) Mục đích', '1)', 'Mục đích'],
  ['1/ Mục đích', '1/', 'Mục đích'],
  ['1 - Mục đích', '1-', 'Mục đích'],
  ['2.1. Vụ Kế hoạch - Tài chính', '2.1.', 'Vụ Kế hoạch - Tài chính'],
  ['2.1 Vụ Kế hoạch', '2.1', 'Vụ Kế hoạch'],
  ['a) Báo chí', 'a)', 'Báo chí'],
  ['đ) Loa truyền thanh', 'đ)', 'Loa truyền thanh'],
  ['(1) Báo in', '(1)', 'Báo in'],
  ['- Công tác', '-', 'Công tác'],
  ['-Công tác', '-', 'Công tác'],
  ['+ Báo in', '+', 'Báo in'],
  ['• Báo in', '•', 'Báo in'],
  ['\uf0b7 Báo in', '\uf0b7', 'Báo in'],
  ['13/02/2023 họp báo', null, '13/02/2023 họp báo'],
  ['20/11 là ngày Nhà giáo', null, '20/11 là ngày Nhà giáo'],
  ['1.5 triệu đồng', null, '1.5 triệu đồng'],
  ['15.000.000 đồng', null, '15.000.000 đồng'],
  ['36/KH-UBND', null, '36/KH-UBND'],
  ['1/MỤC ĐÍCH', '1/', 'MỤC ĐÍCH'],
  ['29-NQ/TW của Ban Chấp hành', null, '29-NQ/TW của Ban Chấp hành'],
  ['V/v hướng dẫn', null, 'V/v hướng dẫn'],
  ['2023. Trong năm', null, '2023. Trong năm'],
  ['Mục đích', null, 'Mục đích'],
  ['Mục 1 của Kế hoạch', null, 'Mục 1 của Kế hoạch'],
  ['-', null, '-'],
];

test('labels of every common shape are split off, dates and sums are not', () => {
  for (const [line, label, text] of cases) {
    const split = splitLabel(line);
    assert.deepEqual([split.label, split.text, line.slice(split.skip)], [label, text, text], line);
  }
});
