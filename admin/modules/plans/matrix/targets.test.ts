import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monthsOfPeriod, type Target, totalOf } from '#lib/plan-parts.ts';
import { readTargets, spreadOver, stretchesOf, targetsText, totals, withMonth, withTotal } from './targets.ts';

const year = monthsOfPeriod({ kind: 'calendarYear', from: 2027, to: 2027 });
const articles: Target = {
  id: '0197c1e0-0000-7000-8000-000000000001',
  product: 'bài báo',
  counts: 'newspaper-article',
  moment: 'published',
  months: { '2027-03': 1, '2027-09': 2 },
};

test('counts of products are read as plans write them, and what was there keeps its months', () => {
  const read = readTargets('03 bài báo; 2 phóng sự', [articles], year.slice(-1));
  assert.deepEqual(read?.[0], articles);
  assert.equal(read?.[1]?.counts, 'broadcast');
  assert.deepEqual(read?.[1]?.months, { '2027-12': 2 });
  assert.equal(targetsText(read!), '03 bài báo; 02 phóng sự');
});

test('another count is spread over the months it was due in', () => {
  const read = readTargets('5 bài báo', [articles], year);
  assert.equal(read?.[0]?.id, articles.id);
  assert.deepEqual(read?.[0]?.months, { '2027-03': 2, '2027-09': 3 });
});

test('words without a count are no target', () => {
  assert.equal(readTargets('vài bài báo', [], year), undefined);
  assert.deepEqual(readTargets('  ', [articles], year), []);
});

test('commas part products only before a number', () => {
  const read = readTargets('12 tin, bài, 05 phóng sự ảnh', [], year);
  assert.deepEqual(
    read?.map((t) => t.product),
    ['tin, bài', 'phóng sự ảnh'],
  );
});

test('a total over other months stays the same total; a month of none is left out', () => {
  assert.equal(totalOf(spreadOver(articles, year)), 3);
  assert.deepEqual(withMonth(articles, '2027-03', 0).months, { '2027-09': 2 });
  assert.deepEqual(withTotal({ ...articles, months: {} }, 2, ['2027-05']).months, { '2027-05': 2 });
});

test('products of one name add up by month', () => {
  const other = { ...articles, id: 'b', product: 'Bài báo', months: { '2027-03': 4 } };
  const [row] = totals([articles, other], stretchesOf(year));
  assert.deepEqual([row?.counts[2], row?.counts[8], row?.total], [5, 2, 7]);
});

test('a plan of several years adds up by year', () => {
  const stretches = stretchesOf(monthsOfPeriod({ kind: 'range', from: 2026, to: 2028 }));
  assert.deepEqual(
    stretches.map((s) => s.label),
    ['2026', '2027', '2028'],
  );
  assert.deepEqual(totals([articles], stretches)[0]?.counts, [0, 3, 0]);
});
