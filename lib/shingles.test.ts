import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { containment, shinglesOf, sketchOf } from './shingles.ts';

const STORY = `Sáng 5/9, thầy trò Trường THCS Suối Ngọc đã tổ chức lễ khai giảng năm học mới trong không khí vui tươi. Tại buổi lễ,
cô hiệu trưởng đã đánh trống khai trường và trao 20 suất học bổng cho học sinh vượt khó. Các em đội cồng chiêng biểu diễn chào mừng.
Phụ huynh các bản xa đã có mặt từ rất sớm để cùng con bước vào năm học mới với nhiều niềm tin và hy vọng.`;

describe('near copies', () => {
  test('a text without marks and in capitals is the same text', () => {
    const bare = STORY.normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/đ/g, 'd')
      .toUpperCase();
    assert.equal(containment(shinglesOf(bare), shinglesOf(STORY)), 1);
    assert.deepEqual(sketchOf(shinglesOf(bare)), sketchOf(shinglesOf(STORY)));
  });

  test('a copied paragraph is found although the other text is much longer', () => {
    const paragraph = STORY.split('\n')[1]!;
    const longer = `${STORY}\n${'Ngoài ra nhà trường còn nhiều hoạt động khác nữa. '.repeat(40)}`;
    assert.equal(containment(shinglesOf(paragraph), shinglesOf(longer)), 1);
    assert.ok(containment(shinglesOf(longer), shinglesOf(paragraph)) < 0.5);
  });

  test('another story about the same day is no copy', () => {
    const other = `Hòa chung không khí ngày toàn dân đưa trẻ đến trường, Trường Mầm non Hoa Đào đón 120 bé vào lớp. Các cô giáo đã trang trí
    sân trường bằng bóng bay, cờ hoa và chuẩn bị những phần quà nhỏ xinh cho các bé trong ngày đầu tiên.`;
    assert.ok(containment(shinglesOf(other), shinglesOf(STORY)) < 0.1);
  });

  test('of a reworded copy at least one hash of eight is shared', () => {
    const reworded = STORY.replace('Sáng 5/9, thầy trò', 'Ngày 5/9, cô và trò').replace('rất sớm', 'tinh mơ');
    const shared = sketchOf(shinglesOf(reworded)).filter((h) => sketchOf(shinglesOf(STORY)).includes(h));
    assert.ok(shared.length > 0);
  });

  test('a few words are too little to tell', () => {
    assert.deepEqual(sketchOf(shinglesOf('Thông báo nghỉ lễ Quốc khánh')), []);
    assert.equal(containment(shinglesOf('Chào'), shinglesOf(STORY)), 0);
  });

  test('hashes fit a bigint column', () => {
    for (const hash of shinglesOf(STORY)) assert.ok(hash >= -(2n ** 63n) && hash < 2n ** 63n);
  });
});
