import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsFor } from './products.ts';

const cases = {
  'bài báo': 'newspaper-article',
  'bài phát thanh': 'broadcast',
  'phóng sự truyền hình': 'broadcast',
  'tọa đàm': 'event',
  'tọa đàm trên truyền hình': 'broadcast',
  'tin, bài': 'unit-article',
  'bộ ảnh': 'photo-set',
  'tranh cổ động': 'other',
  'bản tin': 'bulletin',
  'video ngắn': 'video',
  'lớp tập huấn': 'training',
  'lễ phát động': 'event',
  'tỷ lệ tiếp cận': 'other',
  'bài đăng fanpage': 'social-post',
} as const;

test('what counts is proposed from the words of a plan, never from a syllable inside another word', () => {
  for (const [product, counts] of Object.entries(cases)) assert.equal(countsFor(product), counts, product);
});
