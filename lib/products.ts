import type { whatCounts } from './plan-parts.ts';
import { fold } from './text.ts';

type WhatCounts = (typeof whatCounts)[number];

/** Product words of plans (folded) and what counts as such a product; the first that fits wins, so special ones stand first. */
const products: readonly (readonly [RegExp, WhatCounts])[] = [
  [/phong su|phat song|phat thanh|truyen hinh|truyen thanh|chuyen muc/, 'broadcast'],
  [/bai bao|tin bao|bao chi/, 'newspaper-article'],
  [/video|clip|phim/, 'video'],
  // Whole words: 'thanh', 'tranh' and 'doanh' are no photos, 'ty le' is no ceremony.
  [/\banh\b|infographic|album/, 'photo-set'],
  [/ban tin|dac san/, 'bulletin'],
  [/tap huan|boi duong|khoa hoc/, 'training'],
  [/hoi nghi|hoi thi|hoi thao|cuoc thi|^le\b|\b(buoi|ngay) le\b|su kien|ngay hoi|toa dam/, 'event'],
  [/bai dang|fanpage|facebook|zalo|mang xa hoi/, 'social-post'],
  [/\b(tin|bai)\b/, 'unit-article'],
];

/** Proposal of what counts for a product as a plan words it ('bài báo' → newspaper article); the person decides. */
export const countsFor = (product: string): WhatCounts =>
  products.find(([pattern]) => pattern.test(fold(product)))?.[1] ?? 'other';

/** What meets a quota of such products: a newspaper's article is also an article of the unit; the other way round it is not. */
export function countedFor(product: string): WhatCounts[] {
  const counts = countsFor(product);
  return counts === 'unit-article' ? [counts, 'newspaper-article'] : [counts];
}
