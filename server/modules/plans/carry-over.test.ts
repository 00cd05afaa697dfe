import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAskedOf } from '#lib/asked-of-us.ts';
import type { ReviewField, ReviewGroup } from '#lib/review.ts';
import { carriedLines } from './carry-over.ts';

const field = (group: ReviewGroup, key: string, value: string, more: Partial<ReviewField> = {}): ReviewField => ({
  key,
  group,
  parent: null,
  value,
  detail: {},
  source: null,
  confidence: 1,
  rule: null,
  repairs: [],
  state: 'accepted',
  ...more,
});
const department = {
  unit: { kind: 'province-department', name: 'Sở Giáo dục và Đào tạo Sông Trà' },
  period: { kind: 'calendarYear' as const, from: 2027, to: 2027 },
};

test('of the duties only those asked of our kind of unit are chosen', () => {
  const lines = carriedLines(
    [
      field('actor', 'actor:0', 'Các Sở GDĐT'),
      field('duty', 'duty:0.0', 'Cung cấp thông tin', { parent: 'actor:0' }),
      field('actor', 'actor:1', 'Vụ Giáo dục Mầm non'),
      field('duty', 'duty:1.0', 'Duyệt nội dung', { parent: 'actor:1' }),
    ],
    department,
  );
  assert.deepEqual(
    lines.map((l) => [l.field, l.why, l.chosen]),
    [
      ['duty:0.0', 'asked-of-us', true],
      ['duty:1.0', 'for-others', false],
    ],
  );
});

test('a quota that names nobody is asked of everybody', () => {
  const [line] = carriedLines([field('quota', 'quota:0', 'Mỗi tháng ít nhất một bài')], department);
  assert.equal(line?.chosen, true);
});

test('the quarters of an activity become months of our own year, its counts targets of those months', () => {
  const detail = {
    product: 'Tuyến bài',
    counts: [{ count: 3, unit: 'bài báo' }],
    time: { quarters: [2], months: [], year: 2026, deadline: null },
    leadUnits: ['Cục Nhà giáo'],
    coordinatingUnits: [],
  };
  const [line] = carriedLines([field('activity', 'activity:0', 'Đề án', { detail })], department);
  assert.deepEqual(line?.targets[0]?.months, { '2027-04': 1, '2027-05': 1, '2027-06': 1 });
  assert.equal(line?.targets[0]?.counts, 'newspaper-article');
  assert.deepEqual(line?.detail.leadUnits, [{ name: 'Cục Nhà giáo', unitId: null }]);
});

test('an activity without a time is due in the last month of the plan', () => {
  const detail = { product: 'Bản tin', counts: [{ count: 1, unit: 'bản tin' }] };
  const [line] = carriedLines([field('activity', 'activity:0', 'Bản tin số 42', { detail })], department);
  assert.deepEqual(line?.targets[0]?.months, { '2027-12': 1 });
});

test('items stay with their area', () => {
  const lines = carriedLines(
    [
      field('area', 'area:0', 'Mầm non', { detail: { title: 'Mầm non', body: null } }),
      field('areaItem', 'areaItem:0.0', 'Bữa ăn', { parent: 'area:0' }),
    ],
    department,
  );
  assert.equal(lines[1]?.parentField, 'area:0');
});

test('a plan names kinds of units in many words', () => {
  const asked = (actor: string, kind: string, name = 'Đơn vị') => isAskedOf(actor, { kind, name });
  assert.ok(asked('Sở Giáo dục và Đào tạo các tỉnh, thành phố', 'province-department'));
  assert.ok(asked('UBND các xã, phường', 'commune-office'));
  assert.ok(asked('Các trường mầm non, tiểu học, THCS', 'nursery'));
  assert.ok(asked('Trường THPT Sông Trà', 'upper-secondary', 'Trường THPT Sông Trà'));
  assert.ok(!asked('Văn phòng Bộ', 'province-department'));
  assert.ok(!asked('Phòng Văn hóa - Xã hội', 'nursery'));
});

test('a printed year is kept where the plan has it; a plan for another year keeps the months only', () => {
  const detail = { counts: [{ count: 2, unit: 'bài' }], time: { quarters: [], months: [4, 5], year: 2027 } };
  const months = (from: number, to: number) => {
    const period = { kind: 'range' as const, from, to };
    const [line] = carriedLines([field('activity', 'a', 'Đề án', { detail })], { ...department, period });
    return Object.keys(line!.targets[0]!.months);
  };
  assert.deepEqual(months(2026, 2028), ['2027-04', '2027-05']);
  assert.deepEqual(months(2029, 2029), ['2029-04', '2029-05']);
});

test('what people typed into a time or a count is taken only where it is one', () => {
  const odd = [
    { time: 'quý II', counts: 'ba bài' },
    {
      time: { quarters: 5, months: 'tháng 4' },
      counts: [null, { count: '3', unit: 'bài' }, { count: 1.5, unit: 'bài' }],
    },
    {
      time: { quarters: [0, 5, 1.5, 'I'], months: [13, -1], deadline: 7, text: 9 },
      counts: [{ count: -1, unit: 'bài' }],
    },
    {
      time: null,
      counts: [
        { count: 3, unit: '' },
        { count: 1e12, unit: 'bài' },
      ],
    },
  ];
  for (const detail of odd) {
    const [line] = carriedLines([field('activity', 'a', 'Đề án', { detail })], department);
    assert.deepEqual([line?.targets, line?.detail.months, line?.detail.quarters], [[], [], []]);
  }
});

test('an item whose area became something else in the review stands by itself', () => {
  const lines = carriedLines(
    [field('purpose', 'area:0', 'Mầm non'), field('areaItem', 'areaItem:0.0', 'Bữa ăn', { parent: 'area:0' })],
    department,
  );
  assert.deepEqual(
    lines.map((l) => [l.part, l.parentField]),
    [
      ['purpose', null],
      ['area', null],
    ],
  );
});
