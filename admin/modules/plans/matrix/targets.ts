import { newId } from '#lib/id.ts';
import { spread, type Target, totalOf } from '#lib/plan-parts.ts';
import { countsFor } from '#lib/products.ts';
import { fold } from '#lib/text.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** '06 bài báo; 02 phóng sự' */
export const targetsText = (targets: readonly Target[]): string =>
  targets.map((target) => `${two(totalOf(target))} ${target.product}`).join('; ');

/** Months in which a target is due now. */
export const dueMonths = (target: Pick<Target, 'months'>): string[] =>
  Object.keys(target.months)
    .filter((month) => (target.months[month] ?? 0) > 0)
    .sort();

/** Another total over the months it is due in; `fallback` where it was due in none. */
export function withTotal(target: Target, total: number, fallback: readonly string[]): Target {
  const months = dueMonths(target);
  return { ...target, months: spread(total, months.length > 0 ? months : fallback) };
}

/** The same total over other months. */
export const spreadOver = (target: Target, months: readonly string[]): Target => ({
  ...target,
  months: spread(totalOf(target), months),
});

/** One month's count; a month without a count is left out. */
export function withMonth(target: Target, month: string, count: number): Target {
  const { [month]: _, ...others } = target.months;
  return { ...target, months: count > 0 ? { ...others, [month]: count } : others };
}

export const newTarget = (product: string, total: number, months: readonly string[]): Target => ({
  id: newId(Date.now()),
  product,
  counts: countsFor(product),
  moment: 'published',
  months: spread(total, months),
});

/**
 * '6 bài báo; 02 phóng sự' → targets. One that was there keeps its id, its months and what counts; undefined where
 * something is no count of a product.
 */
export function readTargets(typed: string, before: readonly Target[], months: readonly string[]): Target[] | undefined {
  const pieces = typed
    .split(/[;\n]|,\s*(?=\d)/)
    .map((piece) => piece.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  const targets: Target[] = [];
  for (const piece of pieces) {
    const [, count, product] = /^(\d{1,5})\s+(\S.*)$/u.exec(piece) ?? [];
    if (count === undefined || product === undefined) return undefined;
    const known = before.find((one) => fold(one.product) === fold(product) && !targets.some((t) => t.id === one.id));
    const total = Number(count);
    if (!known) targets.push(newTarget(product, total, months));
    else
      targets.push(total === totalOf(known) ? { ...known, product } : withTotal({ ...known, product }, total, months));
  }
  return targets;
}

export interface TotalRow {
  product: string;
  counts: number[];
  total: number;
}

/** Stretches the totals are added up over: months of one year, years of a longer plan. */
export function stretchesOf(period: readonly string[]): { label: string; months: string[] }[] {
  if (period.length <= 12)
    return period.map((month) => ({ label: `${Number(month.slice(5))}/${month.slice(2, 4)}`, months: [month] }));
  const years = [...new Set(period.map((month) => month.slice(0, 4)))];
  return years.map((year) => ({ label: year, months: period.filter((month) => month.startsWith(year)) }));
}

/** How many of each product are due when; products of one name are added up whatever their capitals and marks. */
export function totals(targets: readonly Target[], stretches: readonly { months: string[] }[]): TotalRow[] {
  const rows = new Map<string, TotalRow>();
  for (const target of targets) {
    const key = fold(target.product);
    const row = rows.get(key) ?? { product: target.product, counts: stretches.map(() => 0), total: 0 };
    for (const [i, { months }] of stretches.entries())
      row.counts[i]! += months.reduce((sum, month) => sum + (target.months[month] ?? 0), 0);
    row.total += totalOf(target);
    rows.set(key, row);
  }
  return [...rows.values()];
}
