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
  moment: 'published' as const,
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

test('the year of an undated paper is the year in Vietnam', () => {
  assert.equal(paperOf(whole([], { updatedAt: '2026-12-31T17:30:00Z' })).year, 2027);
  assert.equal(paperOf(whole([], { updatedAt: '2026-12-31T16:30:00Z' })).year, 2026);
  assert.equal(paperOf(whole([], { issuedOn: '2025-12-31' })).year, 2025);
});

test('a basis is introduced unless it introduces itself', () => {
  const bases = [
    'Căn cứ Luật Giáo dục',
    'Thực hiện Kế hoạch số 1',
    'Triển khai thực hiện Quyết định số 2',
    'Xét đề nghị của Chánh Văn phòng',
    'Luật Báo chí',
  ];
  assert.deepEqual(paperOf(whole(bases.map((text) => line('basis', text)))).bases, [
    ...bases.slice(0, 4),
    'Căn cứ Luật Báo chí',
  ]);
});

test('the abstract does not repeat what the heading says', () => {
  assert.equal(paperOf(whole([], { title: 'Kế hoạch truyền thông năm 2026' })).title, 'Truyền thông năm 2026');
});

test('a count is said by the words only where it is that count of that product', () => {
  const targets = [target('bài báo', { '2026-04': 3 })];
  const text = (product: string) => productText(line('activity', '', { detail: { product }, targets }));
  // Another count of the same product is the one of before: two numbers for one thing must not stand on paper.
  assert.equal(text('Tuyến bài (dự kiến 13 bài báo, 02 phóng sự)'), 'Tuyến bài (dự kiến 03 bài báo, 02 phóng sự)');
  assert.equal(text('13 bài báo, sau đó 2 bài báo'), '13 bài báo, sau đó 2 bài báo (dự kiến 03 bài báo)');
  assert.equal(text('3 bài báo, 1 phóng sự'), '3 bài báo, 1 phóng sự');
  assert.equal(text('03 bài báo'), '03 bài báo');
  assert.equal(productText(line('activity', '', { targets: [target('bài', { '2026-04': 0 })] })), '');
});

test('rows without a content have nothing in common', () => {
  const rows = ['Một', 'Hai'].map((product) => line('activity', '', { detail: { product } }));
  const block = paperOf(whole(rows)).sections[0]?.blocks[0];
  assert.ok(block?.kind === 'table');
  assert.deepEqual(
    block.table.rows.map((r) => r.length),
    [6, 6],
  );
});

test('a recipient that says its purpose itself is left as it is', () => {
  const paper = paperOf(
    whole([
      line('recipient', 'UBND tỉnh (để báo cáo)', { detail: { mode: 'b/c' } }),
      line('recipient', 'Lưu: VT', { detail: { mode: 'archive' } }),
    ]),
  );
  assert.deepEqual(paper.recipients, ['UBND tỉnh (để báo cáo)', 'Lưu: VT']);
});
