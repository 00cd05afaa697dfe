import assert from 'node:assert/strict';
import test from 'node:test';
import { fontRuns } from './legacy-fonts.ts';

test('TCVN3 letters are one byte each, and words in capitals are typed small in the H font', () => {
  assert.deepEqual(fontRuns('Tuyên truyền', 'tcvn3'), [{ text: 'Tuyªn truyÒn', font: '.VnTime' }]);
  assert.deepEqual(fontRuns('KẾ HOẠCH số', 'tcvn3'), [
    { text: 'kÕ', font: '.VnTimeH' },
    { text: ' ', font: '.VnTime' },
    { text: 'ho¹ch', font: '.VnTimeH' },
    { text: ' sè', font: '.VnTime' },
  ]);
});

test('a capital with a tone exists in TCVN3 only through the H font, Đ has its own code', () => {
  assert.deepEqual(fontRuns('Ủy Đội', 'tcvn3'), [
    { text: 'ñ', font: '.VnTimeH' },
    { text: 'y §éi', font: '.VnTime' },
  ]);
});

test('VNI sets the mark after its letter, in capitals too', () => {
  assert.deepEqual(fontRuns('Thực hiện KẾ HOẠCH', 'vni'), [{ text: 'Thöïc hieän KEÁ HOAÏCH', font: 'VNI-Times' }]);
});
