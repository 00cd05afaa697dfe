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

/** The words with the count of this product put in place of the one they give; null where they give none, or several. */
function corrected(words: string, product: string, count: string): string | null {
  const given = new RegExp(`(?<![\\d.,])\\d{1,4}(?= ${RegExp.escape(product)}(?!\\p{L}))`, 'gu');
  return (words.match(given) ?? []).length === 1 ? words.replace(given, count) : null;
}

/** Product of an activity with its counts: where its own words give another count, the one that is planned now stands. */
export function productText(line: PlanLine): string {
  let { product: words = '' } = line.detail as Partial<DetailOf<'activity'>>;
  const missing: string[] = [];
  const planned = line.targets.filter((target) => totalOf(target) > 0);
  for (const target of planned) {
    const count = twoDigits(totalOf(target));
    const said = `${count} ${target.product}`;
    if (says(words, said) || says(words, said.replace(/^0/, ''))) continue;
    const only = planned.filter((other) => other.product === target.product).length === 1;
    const better = only ? corrected(words, target.product, count) : null;
    if (better === null) missing.push(said);
    else words = better;
  }
  const added = missing.join(', ');
  return [words, added && (words ? `(dự kiến ${added})` : capital(added))].filter(Boolean).join(' ');
}
