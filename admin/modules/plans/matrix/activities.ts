import { newId } from '#lib/id.ts';
import { monthsOfPeriod } from '#lib/plan-parts.ts';
import { t } from '../../../texts/texts.ts';
import { toast } from '../../../ui/toast.tsx';
import { announce } from '../editing/announce.tsx';
import type { Book } from '../editing/book.ts';
import { useBook, useOrder } from '../editing/use-desk.ts';
import { movedPlace } from '../outline/outline.ts';

export const useActivities = (): readonly string[] => useOrder('activity', null);

/** Months of the plan's period; the same array while the period stays. */
export function usePeriodMonths(): readonly string[] {
  const key = useBook(({ header: { mine } }) => `${mine.period.kind} ${mine.period.from} ${mine.period.to}`);
  const [kind, from, to] = key.split(' ') as ['calendarYear' | 'schoolYear' | 'range', string, string];
  return monthsOfPeriod({ kind, from: Number(from), to: Number(to) });
}

/** A new activity at the end; sent once something is written in it. */
export function addActivity(book: Book): string {
  const id = newId(Date.now());
  const content = { part: 'activity' as const, parentId: null, text: '', detail: {}, targets: [], trace: null };
  book.add(id, content, book.order('activity', null).at(-1) ?? null);
  return id;
}

/** Takes an activity away and offers to bring it back. */
export function removeActivity(book: Book, id: string): void {
  const line = book.lines.get(id);
  const text = line?.mine.text || line?.known?.content.text || t('plans.matrix.untitled');
  const undo = book.remove(id);
  if (line?.known) toast({ text: t('plans.matrix.deleted', { text }), undo });
}

/** Moves an activity up or down; false at the ends. */
export function moveActivity(book: Book, id: string, step: -1 | 1): boolean {
  const place = movedPlace(book, id, step);
  if (!place) return false;
  book.move(id, place, place.afterId);
  announce(t(step === -1 ? 'plans.edit.movedUp' : 'plans.edit.movedDown'));
  return true;
}
