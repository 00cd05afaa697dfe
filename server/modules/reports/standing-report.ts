import { shortDay } from '#lib/format.ts';
import type { DocumentBlock, DocumentCell, DocumentTable, PlanDocument } from '#lib/plan-document.ts';
import type { Db } from '#platform/tx.ts';
import type { Unit } from '../org/org.ts';
import type { ActivityFact, Span } from './facts.sql.ts';
import { letterheadOf } from './letterhead.ts';
import { isTouched, missingOf, type StandingFacts, standingFacts } from './standing-facts.ts';
import { countsWords, referenceWords, spanWords } from './words.ts';

const cells = (...texts: (string | number | null)[]): DocumentCell[] =>
  texts.map((text) => ({ text: text === null ? '' : String(text) }));
const table = (columns: [string, number, ('center' | 'right')?][], rows: DocumentCell[][]): DocumentBlock => ({
  kind: 'table',
  table: {
    columns: columns.map(([title, width, align]) => ({ title, width, ...(align && { align }) })),
    rows,
  } satisfies DocumentTable,
});
const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });

/** "Báo cáo tình hình triển khai": drafted whole from recorded facts; what was not recorded is not said. */
export async function standingPaper(db: Db, unit: Unit, span: Span, on: string): Promise<PlanDocument> {
  const facts = await standingFacts(db, span);
  const sections = [
    { title: 'Kế hoạch đang thực hiện', blocks: plansBlocks(facts) },
    { title: 'Kết quả thực hiện hoạt động', blocks: activityBlocks(facts) },
    { title: 'Tin, bài, sản phẩm truyền thông', blocks: kindBlocks(facts) },
    ...(facts.asked.length > 0 ? [{ title: 'Việc cấp trên giao', blocks: askedBlocks(facts) }] : []),
    ...(facts.sent.length > 0 ? [{ title: 'Triển khai tới các đơn vị', blocks: sentBlocks(facts) }] : []),
    { title: 'Nội dung còn chậm', blocks: lateBlocks(facts) },
  ];
  return {
    ...(await letterheadOf(db, unit, on, 'BÁO CÁO', 'BC')),
    title: `Tình hình triển khai công tác truyền thông ${spanWords(span.from, span.to)}`,
    bases: [],
    opening: `${unit.name} báo cáo tình hình triển khai công tác truyền thông ${spanWords(span.from, span.to)} như sau:`,
    sections: sections.map((section, i) => ({ numeral: roman[i]!, ...section })),
    closing: `Trên đây là báo cáo tình hình triển khai công tác truyền thông của ${unit.name}.`,
  };
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI'];

function plansBlocks({ plans }: StandingFacts): DocumentBlock[] {
  if (plans.length === 0) return [paragraph('Đơn vị chưa có kế hoạch nào được ban hành cho thời gian này.')];
  return plans.map(({ plan }) => ({
    kind: 'dash' as const,
    text: `Kế hoạch số ${referenceWords(plan)}${plan.issued_on ? ` ngày ${shortDay(plan.issued_on)}` : ''}: ${plan.title}${
      plan.edition > 1 ? ` (đã sửa đổi, bổ sung ${plan.edition - 1} lần)` : ''
    }${plan.state === 'closed' ? ' (đã kết thúc)' : ''}.`,
  }));
}

function activityBlocks({ plans }: StandingFacts): DocumentBlock[] {
  const shown = plans.map(({ plan, activities }) => ({ plan, activities: activities.filter(isTouched) }));
  const filled = shown.filter(({ activities }) => activities.length > 0);
  if (filled.length === 0) return [paragraph('Không có hoạt động nào đến kỳ hoặc được ghi nhận kết quả.')];
  let n = 0;
  const rows = filled.flatMap(({ plan, activities }) => [
    ...(filled.length > 1 ? [[{ text: plan.title, colSpan: 6, bold: true }]] : []),
    ...activities.map((a) =>
      cells(++n, a.text, a.product, a.due ?? 0, a.done, missingOf(a) > 0 ? `Còn thiếu ${missingOf(a)}` : 'Đạt'),
    ),
  ]);
  const all = filled.flatMap(({ activities }) => activities);
  return [
    paragraph(sumOf(all)),
    table(
      [
        ['TT', 5, 'center'],
        ['Nội dung', 36],
        ['Sản phẩm', 20],
        ['Đến kỳ', 9, 'center'],
        ['Đã làm', 9, 'center'],
        ['Tình trạng', 14],
      ],
      rows,
    ),
  ];
}

function sumOf(activities: readonly ActivityFact[]): string {
  const due = activities.reduce((sum, a) => sum + (a.due ?? 0), 0);
  const done = activities.reduce((sum, a) => sum + a.done, 0);
  const late = activities.filter((a) => missingOf(a) > 0).length;
  const missing = late > 0 ? ` ${late} hoạt động còn thiếu sản phẩm so với kế hoạch.` : '';
  return `Có ${activities.length} hoạt động với ${due} sản phẩm đến kỳ; đã thực hiện ${done} sản phẩm.${missing}`;
}

function kindBlocks({ kinds }: StandingFacts): DocumentBlock[] {
  if (kinds.length === 0) return [paragraph('Chưa có tin, bài, sản phẩm nào được ghi nhận.')];
  const total = kinds.reduce((sum, kind) => sum + kind.made, 0);
  return [
    paragraph(`Đã ghi nhận ${total} tin, bài, sản phẩm, gồm:`),
    table(
      [
        ['Thể loại', 34],
        ['Số lượng', 13, 'center'],
        ['Đã gửi', 13, 'center'],
        ['Được duyệt', 13, 'center'],
        ['Được đăng', 13, 'center'],
        ['Được chọn', 13, 'center'],
      ],
      kinds.map((k) => cells(countsWords(k.counts), k.made, k.sent, k.approved, k.published, k.picked)),
    ),
  ];
}

const askedBlocks = ({ asked }: StandingFacts): DocumentBlock[] => [
  table(
    [
      ['Kế hoạch', 40],
      ['Số nội dung', 12, 'center'],
      ['Đưa vào kế hoạch', 12, 'center'],
      ['Không thuộc phạm vi', 12, 'center'],
      ['Đề nghị điều chỉnh', 12, 'center'],
      ['Chưa trả lời', 12, 'center'],
    ],
    asked.map((a) =>
      cells(`${a.title} (${referenceWords(a)}, ${a.from_unit})`, a.asked, a.adopted, a.not_ours, a.wishes, a.open),
    ),
  ),
];

const sentBlocks = ({ sent }: StandingFacts): DocumentBlock[] => [
  table(
    [
      ['Kế hoạch', 48],
      ['Số đơn vị', 13, 'center'],
      ['Đã mở', 13, 'center'],
      ['Đã trả lời', 13, 'center'],
      ['Quá hạn', 13, 'center'],
    ],
    sent.map((s) => cells(`${s.title} (${referenceWords(s)})`, s.units, s.opened, s.answered, s.late)),
  ),
];

function lateBlocks({ plans, asked }: StandingFacts): DocumentBlock[] {
  const late = plans.flatMap(({ activities }) => activities).filter((a) => missingOf(a) > 0);
  const open = asked.filter((a) => a.open > 0);
  if (late.length + open.length === 0) return [paragraph('Không có nội dung nào chậm so với kế hoạch.')];
  return [
    ...late.map((a) => ({
      kind: 'dash' as const,
      text: `${a.text.replace(/[.;,\s]+$/, '')}: còn thiếu ${missingOf(a)} sản phẩm so với kế hoạch.`,
    })),
    ...open.map((a) => ({
      kind: 'dash' as const,
      text: `Còn ${a.open} nội dung của ${a.title} (${referenceWords(a)}) chưa trả lời${a.due_on ? `, hạn ${shortDay(a.due_on)}` : ''}.`,
    })),
  ];
}
