import type { Db } from '#platform/tx.ts';
import type { Sheet } from '../documents/exports.ts';
import type { Unit } from '../org/org.ts';
import type { Span } from './facts.sql.ts';
import { missingOf, standingFacts } from './standing-facts.ts';
import { countsWords, referenceWords, spanWords } from './words.ts';

/** The figures of the report as a workbook: activities, outputs, what was asked of us, what we sent. */
export async function standingSheets(db: Db, unit: Unit, span: Span): Promise<Sheet[]> {
  const { plans, asked, sent, kinds } = await standingFacts(db, span);
  const titles = (title: string) => [title, unit.name, spanWords(span.from, span.to)];
  const number = (title: string) => ({ title, width: 12, align: 'center' as const });
  return [
    {
      name: 'Hoạt động',
      titles: titles('KẾT QUẢ THỰC HIỆN HOẠT ĐỘNG'),
      columns: [
        { title: 'TT', width: 5, align: 'center' },
        { title: 'Kế hoạch', width: 30 },
        { title: 'Nội dung', width: 48 },
        { title: 'Sản phẩm', width: 26 },
        number('Đến kỳ'),
        number('Đã làm trong kỳ'),
        number('Lũy kế phải có'),
        number('Lũy kế đã làm'),
        number('Còn thiếu'),
      ],
      rows: plans
        .flatMap(({ plan, activities }) => activities.map((a) => ({ plan, a })))
        .map(({ plan, a }, i) => [
          i + 1,
          `${plan.title} (${referenceWords(plan)})`,
          a.text,
          a.product,
          a.due ?? 0,
          a.done,
          a.due_before ?? 0,
          a.done_before,
          missingOf(a),
        ]),
    },
    {
      name: 'Sản phẩm',
      titles: titles('TIN, BÀI, SẢN PHẨM TRUYỀN THÔNG'),
      columns: [
        { title: 'Thể loại', width: 32 },
        ...['Số lượng', 'Đã gửi', 'Được duyệt', 'Được đăng', 'Được chọn'].map(number),
      ],
      rows: kinds.map((k) => [countsWords(k.counts), k.made, k.sent, k.approved, k.published, k.picked]),
    },
    {
      name: 'Cấp trên giao',
      titles: titles('VIỆC CẤP TRÊN GIAO'),
      columns: [
        { title: 'Kế hoạch', width: 48 },
        { title: 'Đơn vị gửi', width: 30 },
        ...['Số nội dung', 'Đưa vào kế hoạch', 'Không thuộc phạm vi', 'Đề nghị điều chỉnh', 'Chưa trả lời'].map(number),
      ],
      rows: asked.map((a) => [
        `${a.title} (${referenceWords(a)})`,
        a.from_unit,
        a.asked,
        a.adopted,
        a.not_ours,
        a.wishes,
        a.open,
      ]),
    },
    {
      name: 'Triển khai xuống dưới',
      titles: titles('TRIỂN KHAI TỚI CÁC ĐƠN VỊ'),
      columns: [{ title: 'Kế hoạch', width: 48 }, ...['Số đơn vị', 'Đã mở', 'Đã trả lời', 'Quá hạn'].map(number)],
      rows: sent.map((s) => [`${s.title} (${referenceWords(s)})`, s.units, s.opened, s.answered, s.late]),
    },
  ];
}
