import { type DetailOf, totalOf } from '#lib/plan-parts.ts';
import type { PlanLine } from './plans.contract.ts';

const monthText = (months: readonly string[]): string => {
  const years = [...new Set(months.map((m) => m.slice(0, 4)))];
  return years
    .map(
      (y) =>
        `tháng ${months
          .filter((m) => m.startsWith(y))
          .map((m) => Number(m.slice(5)))
          .join(', ')}/${y}`,
    )
    .join('; ');
};

const quarterNumerals = ['I', 'II', 'III', 'IV'];

/** When an activity runs, in the words it was given in: quarters, else months, with the last day behind. */
export function timeText(detail: Partial<DetailOf<'activity'>>): string {
  const when =
    detail.timeText ||
    (detail.quarters?.length
      ? `Quý ${detail.quarters.map((q) => quarterNumerals[q - 1]).join(', ')}`
      : detail.months?.length
        ? capital(monthText(detail.months))
        : '');
  const last = detail.deadline ? `trước ${detail.deadline.split('-').reverse().join('/')}` : '';
  return detail.timeText ? when : [when, last].filter(Boolean).join(', ');
}

/** The first letter large, the rest as it stands. */
export const capital = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1);
const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** Whether the words give this count already: '3 bài báo' is not said by '13 bài báo' nor by '3 bài báo cáo'. */
function says(words: string, count: string): boolean {
  for (let at = words.indexOf(count); at >= 0; at = words.indexOf(count, at + 1)) {
    const [before, after] = [words[at - 1] ?? '', words[at + count.length] ?? ''];
    if (!/[\d.,]/.test(before) && !/\p{L}/u.test(after)) return true;
  }
  return false;
}

/** Product of an activity with its counts, unless its own words already give them. */
export function productText(line: PlanLine): string {
  const { product = '' } = line.detail as Partial<DetailOf<'activity'>>;
  const counts = line.targets.filter((t) => totalOf(t) > 0).map((t) => `${twoDigits(totalOf(t))} ${t.product}`);
  const missing = counts.filter((c) => !says(product, c) && !says(product, c.replace(/^0/, '')));
  return [
    product,
    missing.length > 0 ? (product ? `(dự kiến ${missing.join(', ')})` : capital(missing.join(', '))) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
