import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ContentLine, PlanContent } from '#lib/plan-diff.ts';
import type { Amended } from './editions.ts';
import { amendmentPaper } from './paper-amendment.ts';
import type { Plan, PlanWhole } from './plans.contract.ts';

const plan = { number: '15', symbol: 'KH-SGDĐT', issuedOn: '2026-01-10' } as Plan;
const amendment = {
  plan: {
    title: 'Sửa đổi, bổ sung Kế hoạch truyền thông năm 2026',
    upperBody: null,
    issuingBody: 'Sở Giáo dục và Đào tạo Sông Trà',
    symbol: 'KH-SGDĐT',
    updatedAt: '2026-05-10T00:00:00Z',
    state: 'draft',
    signer: { mode: null, onBehalf: null, position: 'Giám đốc', name: 'Nguyễn Thu Hà' },
  } as unknown as Plan,
  lines: [],
  history: [],
} satisfies PlanWhole;

const line = (id: string, part: string, text: string, more: Partial<ContentLine> = {}): ContentLine => ({
  id,
  part,
  parentId: null,
  text,
  detail: {},
  targets: [],
  ...more,
});
const count = (n: number) => [{ product: 'bài báo', counts: 'newspaper-article', months: { '2026-12': n } }];
const content = (lines: ContentLine[], budgetSource: string | null = null): PlanContent => ({
  header: { budgetSource, budgetAmountVnd: null },
  lines,
});
const printed = (before: PlanContent, after: PlanContent) =>
  amendmentPaper(amendment, { plan, before, after } satisfies Amended).sections.map((s) => ({
    title: `${s.numeral}. ${s.title}`,
    texts: s.blocks.map((b) => ('text' in b ? b.text : 'bảng')),
  }));

const purpose = line('1', 'purpose', 'Giúp phụ huynh hiểu đúng');
const activity = line('2', 'activity', 'Tuyến bài về thầy cô', { detail: { quarters: [4] }, targets: count(3) });
const solution = line('3', 'solution', 'Mở chuyên mục “Hỏi đáp”.');

test('a count is amended in words: which activity, where it stands, what was and what becomes', () => {
  const after = { ...activity, detail: { quarters: [3, 4] }, targets: count(5) };
  assert.deepEqual(printed(content([purpose, activity]), content([purpose, after])), [
    {
      title: 'I. SỬA ĐỔI',
      texts: [
        'Hoạt động “Tuyến bài về thầy cô” tại mục II (Các hoạt động triển khai): sửa đổi hình thức, sản phẩm “03 bài báo” thành “05 bài báo”; thời gian thực hiện “Quý IV” thành “Quý III, IV”.',
      ],
    },
    {
      title: 'II. TỔ CHỨC THỰC HIỆN',
      texts: ['Các nội dung khác của Kế hoạch số 15/KH-SGDĐT ngày 10 tháng 01 năm 2026 giữ nguyên, không thay đổi.'],
    },
  ]);
});

test('what comes and what goes have sections of their own, numbered without a gap', () => {
  const [added, removed, rest] = printed(
    content([purpose, solution]),
    content([
      purpose,
      line('4', 'message', 'Mỗi trường một câu chuyện đẹp'),
      line('5', 'activity', 'Ngày hội đọc sách'),
    ]),
  );
  assert.deepEqual(added, {
    title: 'I. BỔ SUNG',
    texts: [
      'Vào mục I (Thông điệp chính): “Mỗi trường một câu chuyện đẹp”.',
      'Vào mục Các hoạt động triển khai các hoạt động sau:',
      'bảng',
    ],
  });
  assert.deepEqual(removed, {
    title: 'II. BÃI BỎ',
    texts: ['“Mở chuyên mục ‘Hỏi đáp’” tại mục II (Nhiệm vụ, giải pháp).'],
  });
  assert.equal(rest?.title, 'III. TỔ CHỨC THỰC HIỆN');
});

test('a text is replaced whole, money is amended where it stands, and months that shift are said', () => {
  const later = { ...activity, targets: [{ ...count(3)[0]!, months: { '2026-11': 3 } }] };
  const [changed] = printed(
    content([purpose, activity], 'Ngân sách năm 2026.'),
    content([{ ...purpose, text: 'Giúp cha mẹ học sinh hiểu đúng' }, later], 'Ngân sách và xã hội hóa.'),
  );
  assert.deepEqual(changed?.texts, [
    'Tại mục I (Mục đích): sửa đổi “Giúp phụ huynh hiểu đúng” thành “Giúp cha mẹ học sinh hiểu đúng”.',
    'Hoạt động “Tuyến bài về thầy cô” tại mục II (Các hoạt động triển khai): sửa đổi số lượng theo tháng “03 bài báo (12/2026: 3)” thành “03 bài báo (11/2026: 3)”.',
    'Tại mục III (Kinh phí): sửa đổi “Ngân sách năm 2026” thành “Ngân sách và xã hội hóa”.',
  ]);
});
