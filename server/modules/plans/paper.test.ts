import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#lib/id.ts';
import { productText, timeText } from './activity-text.ts';
import { paperOf } from './paper.ts';
import type { Plan, PlanLine, PlanWhole } from './plans.contract.ts';

const plan = {
  title: 'Truyền thông năm 2026',
  upperBody: 'UBND tỉnh Sông Trà',
  issuingBody: 'Sở Giáo dục và Đào tạo Sông Trà',
  number: null,
  symbol: 'KH-SGDĐT',
  place: 'Sông Trà',
  issuedOn: null,
  opening: null,
  closing: null,
  budgetSource: null,
  budgetAmountVnd: null,
  signer: { mode: 'KT.', onBehalf: 'Giám đốc', position: 'Phó Giám đốc', name: 'Phan Quốc Việt' },
  state: 'draft',
  updatedAt: '2026-01-10T00:00:00Z',
} as unknown as Plan;

let position = 0;
const line = (part: PlanLine['part'], text: string, more: Partial<PlanLine> = {}): PlanLine => ({
  id: newId(),
  part,
  parentId: null,
  position: ++position,
  text,
  detail: {},
  origin: 'own',
  trace: null,
  targets: [],
  version: 1,
  ...more,
});
const whole = (lines: PlanLine[], change: Partial<Plan> = {}): PlanWhole => ({
  plan: { ...plan, ...change },
  lines,
  history: [],
});
const target = (product: string, months: Record<string, number>) => ({
  id: newId(),
  product,
  counts: 'other' as const,
  months,
});

test('sections that have nothing to say are left out, the others are numbered without a gap', () => {
  const paper = paperOf(whole([line('purpose', 'Tạo đồng thuận'), line('solution', 'Mở chuyên mục')]));
  assert.deepEqual(
    paper.sections.map((s) => `${s.numeral}. ${s.title}`),
    ['I. MỤC ĐÍCH, YÊU CẦU', 'II. NHIỆM VỤ, GIẢI PHÁP'],
  );
});

test('lines stand in the order of the paper, whatever the order they came in', () => {
  const paper = paperOf(
    whole([line('recipient', 'VT', { detail: { mode: 'archive' } }), line('basis', 'Kế hoạch số 1/KH-BGDĐT')]),
  );
  assert.deepEqual(paper.bases, ['Căn cứ Kế hoạch số 1/KH-BGDĐT']);
  assert.deepEqual(paper.recipients, ['Lưu: VT']);
});

test('an area prints its title as a lead and names who is in charge', () => {
  const detail = { title: 'Giáo dục mầm non', focalUnits: [{ name: 'Phòng Giáo dục Mầm non', unitId: null }] };
  const [section] = paperOf(whole([line('area', 'Bữa ăn bán trú', { detail })])).sections;
  assert.deepEqual(section?.blocks, [
    {
      kind: 'lead',
      number: '1',
      lead: 'Giáo dục mầm non:',
      text: 'Bữa ăn bán trú (Phòng Giáo dục Mầm non làm đầu mối)',
    },
  ]);
});

test('activities of one content share its cell and its number', () => {
  const rows = [
    line('activity', 'Đề án 33', { detail: { product: 'Bài báo' } }),
    line('activity', 'Đề án 33', { detail: { product: 'Phóng sự' } }),
    line('activity', 'Khác'),
  ];
  const block = paperOf(whole(rows)).sections[0]?.blocks[0];
  assert.ok(block?.kind === 'table');
  assert.equal(block.table.rows[0]?.[1]?.rowSpan, 2);
  assert.deepEqual(
    block.table.rows.map((r) => r.length),
    [6, 4, 6],
  );
  assert.equal(block.table.rows[2]?.[0]?.text, '2');
});

test('counts are printed once: not where the words of the product give them already', () => {
  const targets = [target('bài báo', { '2026-04': 1, '2026-05': 2 })];
  assert.equal(
    productText(line('activity', '', { detail: { product: 'Tuyến bài' }, targets })),
    'Tuyến bài (dự kiến 03 bài báo)',
  );
  assert.equal(
    productText(line('activity', '', { detail: { product: 'Tuyến bài (03 bài báo)' }, targets })),
    'Tuyến bài (03 bài báo)',
  );
  assert.equal(productText(line('activity', '', { targets })), '03 bài báo');
});

test('times are printed in the words they were given in', () => {
  assert.equal(timeText({ quarters: [2, 3] }), 'Quý II, III');
  assert.equal(timeText({ months: ['2026-11', '2026-12', '2027-01'] }), 'Tháng 11, 12/2026; tháng 1/2027');
  assert.equal(timeText({ quarters: [4], deadline: '2026-11-20' }), 'Quý IV, trước 20/11/2026');
  assert.equal(timeText({ timeText: 'Thường xuyên', quarters: [1] }), 'Thường xuyên');
});

test('a deputy signs for the head, and only a draft says that it is one', () => {
  const draft = paperOf(whole([]));
  assert.deepEqual(draft.signerTitle, ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']);
  assert.equal(draft.draftMark, 'DỰ THẢO');
  assert.equal(paperOf(whole([], { state: 'issued' })).draftMark, null);
});

test('an amount is printed in đồng with its thousands parted', () => {
  const [section] = paperOf(whole([], { budgetSource: 'Ngân sách năm 2026.', budgetAmountVnd: 77_000_000 })).sections;
  assert.deepEqual(section?.blocks.at(-1), { kind: 'paragraph', text: 'Tổng kinh phí dự kiến: 77.000.000 đồng.' });
});
