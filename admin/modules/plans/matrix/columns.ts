import { formatNumber } from '#lib/format.ts';
import type { DetailOf, UnitRef } from '#lib/plan-parts.ts';
import { fold } from '#lib/text.ts';
import type { LineContent } from '../editing/content.ts';
import { readVnd } from '../editing/vnd.ts';
import { readTargets, targetsText } from './targets.ts';
import { readTime, timeWords } from './times.ts';

export type ActivityDetail = DetailOf<'activity'>;
export const columnKeys = ['text', 'product', 'targets', 'lead', 'time', 'coordinating', 'channels', 'budget'] as const;
export type ColumnKey = (typeof columnKeys)[number];

/** The details of an activity; a new one has none yet. */
export const detailOf = (content: LineContent): Partial<ActivityDetail> => content.detail as Partial<ActivityDetail>;

const names = (units: readonly UnitRef[] | undefined): string => (units ?? []).map((unit) => unit.name).join('; ');

/** Units typed with ';' between them; one that was there keeps its link. */
function readUnits(typed: string, before: readonly UnitRef[] | undefined): UnitRef[] {
  return listed(typed).map((name) => before?.find((unit) => fold(unit.name) === fold(name)) ?? { name, unitId: null });
}

const listed = (typed: string): string[] =>
  typed
    .split(/[;\n]/)
    .map((piece) => piece.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

/** What a cell shows, which is also what is typed over it. */
export function cellText(key: ColumnKey, content: LineContent): string {
  const detail = detailOf(content);
  switch (key) {
    case 'text':
      return content.text;
    case 'product':
      return detail.product ?? '';
    case 'targets':
      return targetsText(content.targets);
    case 'lead':
      return names(detail.leadUnits);
    case 'time':
      return timeWords(detail);
    case 'coordinating':
      return names(detail.coordinatingUnits);
    case 'channels':
      return (detail.channels ?? []).join('; ');
    case 'budget':
      return detail.budgetVnd ? formatNumber(detail.budgetVnd, 0) : '';
  }
}

/** What typed text changes of an activity; undefined where it cannot be read (the cell says how to write it). */
export function readCell(
  key: ColumnKey,
  typed: string,
  content: LineContent,
  period: readonly string[],
): Partial<LineContent> | undefined {
  const detail = detailOf(content);
  const changed = (change: Partial<ActivityDetail>) => ({ detail: { ...content.detail, ...change } });
  switch (key) {
    case 'text':
      return { text: typed };
    case 'product':
      return changed({ product: typed.trim() });
    case 'targets': {
      const months = detail.months?.length ? detail.months : period.slice(-1);
      const targets = readTargets(typed, content.targets, months);
      return targets && { targets };
    }
    case 'lead':
      return changed({ leadUnits: readUnits(typed, detail.leadUnits) });
    case 'time':
      return changed(readTime(typed, detail, period));
    case 'coordinating':
      return changed({ coordinatingUnits: readUnits(typed, detail.coordinatingUnits) });
    case 'channels':
      return changed({ channels: listed(typed) });
    case 'budget': {
      const amount = readVnd(typed);
      return amount === undefined ? undefined : changed({ budgetVnd: amount });
    }
  }
}
