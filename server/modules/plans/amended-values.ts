import { formatVnd, shortMonth } from '#lib/format.ts';
import { type ContentLine, momentOf } from '#lib/plan-diff.ts';
import { type DetailOf, type Part, type Target, totalOf } from '#lib/plan-parts.ts';
import { productText, timeText } from './activity-text.ts';
import type { PlanLine } from './plans.contract.ts';

/** Something a line says, by the name it has on paper; the text of a line needs none. */
export interface NamedValue {
  name: string;
  before: string;
  after: string;
}

/** What is printed of a line: frozen, or as it stands. */
type SaidLine = Omit<ContentLine, 'targets'> & { targets: readonly ContentLine['targets'][number][] };

/** A frozen line where one of a plan is wanted: what is printed of both is the same. */
export const asLine = (line: SaidLine): PlanLine => ({
  ...line,
  part: line.part as Part,
  position: 0,
  origin: 'own',
  trace: null,
  version: 1,
  targets: line.targets.map((t) => ({ ...t, id: '', counts: t.counts as Target['counts'], moment: momentOf(t) })),
});

export const monthlyCounts = 'số lượng theo tháng';

/** What a line says otherwise than before, in words of the paper. */
export function amendedValues(before: SaidLine, after: SaidLine): NamedValue[] {
  const [old, now] = [printed(before), printed(after)];
  const changed = now
    .map(([name, value], i): NamedValue => ({ name, before: old[i]?.[1] ?? '', after: value }))
    .filter((v) => v.before !== v.after);
  // Counts may be the same in sum and due in other months.
  const plain = changed.some((v) => v.name === 'hình thức, sản phẩm');
  const [was, is] = [byMonth(before), byMonth(after)];
  return was !== is && !plain ? [...changed, { name: monthlyCounts, before: was, after: is }] : changed;
}

const names = (units: readonly { name: string }[] | undefined): string => (units ?? []).map((u) => u.name).join(', ');
const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const money = (value: number | null | undefined): string => (value ? formatVnd(value) : '');

/** Everything that a reader of the paper may know of a line; the same places for lines of one part. */
function printed(line: SaidLine): [string, string][] {
  switch (line.part) {
    case 'activity': {
      const d = line.detail as Partial<DetailOf<'activity'>>;
      return [
        ['nội dung', line.text],
        ['hình thức, sản phẩm', productText(asLine(line))],
        ['đơn vị chủ trì', names(d.leadUnits)],
        ['thời gian thực hiện', timeText(d)],
        ['đơn vị phối hợp', names(d.coordinatingUnits)],
        ['kênh truyền thông', (d.channels ?? []).join(', ')],
        ['đối tượng', text(d.audience)],
        ['kinh phí', money(d.budgetVnd)],
        ['nguồn kinh phí', text(d.budgetSource)],
      ];
    }
    case 'area': {
      const d = line.detail as Partial<DetailOf<'area'>>;
      return [
        ['', line.text],
        ['tên nội dung', text(d.title)],
        ['đơn vị làm đầu mối', names(d.focalUnits)],
        ['đơn vị phối hợp', names(d.coordinatingUnits)],
      ];
    }
    case 'quota': {
      const d = line.detail as Partial<DetailOf<'quota'>>;
      return [
        ['', line.text],
        ['đối tượng thực hiện', text(d.actor)],
        ['số lượng tối thiểu', text(d.minCount)],
        ['thời hạn', text(d.deadline)],
        ['nơi nhận', text(d.to)],
      ];
    }
    case 'deliverable':
    case 'reporting': {
      const d = line.detail as Partial<DetailOf<'deliverable'> & DetailOf<'reporting'>>;
      return [
        ['', line.text],
        ['đối tượng thực hiện', text(d.actor)],
        ['số lượng', text(d.count)],
        ['thời hạn', text(d.due)],
        ['nơi nhận', text(d.to)],
      ];
    }
    default:
      return [['', line.text]];
  }
}

/** '03 bài báo (4/2026: 1, 5/2026: 2)' for each product. */
const byMonth = (line: SaidLine): string =>
  line.targets
    .filter((t) => totalOf(t) > 0)
    .map((t) => {
      const months = Object.entries(t.months)
        .filter(([, n]) => n > 0)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([m, n]) => `${shortMonth(m)}: ${n}`);
      return `${String(totalOf(t)).padStart(2, '0')} ${t.product} (${months.join(', ')})`;
    })
    .join('; ');
