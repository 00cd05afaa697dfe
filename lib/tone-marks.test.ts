import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usualSpelling } from './tone-marks.ts';

const names: [string, string][] = [
  ['Thanh Hoá', 'Thanh Hóa'],
  ['Tỉnh Khánh Hoà', 'Tỉnh Khánh Hòa'],
  ['Xã Thuỷ Nguyên', 'Xã Thủy Nguyên'],
  ['Phường Thuỵ Khuê', 'Phường Thụy Khuê'],
  ['Xã Quý Lộc', 'Xã Quý Lộc'],
  ['Quỳnh Lưu', 'Quỳnh Lưu'],
  ['Hoàng Mai', 'Hoàng Mai'],
  ['Khoái Châu', 'Khoái Châu'],
  ['Hoà', 'Hòa'],
  ['Thành phố Huế', 'Thành phố Huế'],
  ['Hòa Bình', 'Hòa Bình'],
  ['Múa Xoè', 'Múa Xòe'],
  ['Giá Rai', 'Giá Rai'],
  ['Của Lò', 'Của Lò'],
];

for (const [given, usual] of names)
  test(`${given} is written ${usual}`, () => assert.equal(usualSpelling(given), usual));
