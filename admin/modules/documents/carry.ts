import type { OutputOf } from '#lib/contract.ts';
import { type Part, partNames } from '#lib/plan-parts.ts';
import type { proposeFromDocument } from '#modules/plans/plans.contract.ts';

export type CarryItem = OutputOf<typeof proposeFromDocument>['items'][number];
export type Why = CarryItem['why'];

/**
 * What the review knows of a line by its field: what it says besides its words (two activities of one name differ in
 * their products), and the area it belongs to.
 */
export type CarryFacts = ReadonlyMap<string, { more: string; parent: string | null }>;

/** Items under one heading: a part of the plan, or the one who is asked. */
export interface CarryGroup {
  key: string;
  part: Part;
  actor: string | null;
  items: readonly CarryItem[];
}

/** The items of one reason: content by part in the order of a plan, requests by whom the document names. */
export function groupsFor(items: readonly CarryItem[], why: Why): CarryGroup[] {
  const groups = new Map<string, { part: Part; actor: string | null; items: CarryItem[] }>();
  const mine = items.filter((item) => item.why === why);
  const ordered = why === 'content' ? mine.toSorted((a, b) => place(a) - place(b)) : mine;
  for (const item of ordered) {
    const key = why === 'content' ? item.part : `to:${item.actor ?? ''}`;
    const group = groups.get(key) ?? { part: item.part, actor: why === 'content' ? null : item.actor, items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

const place = (item: CarryItem): number => partNames.indexOf(item.part);

/** What is taken after a box was ticked or cleared for some items. */
export function withTaken(taken: ReadonlySet<string>, items: readonly CarryItem[], on: boolean): Set<string> {
  const next = new Set(taken);
  for (const item of items) on ? next.add(item.field) : next.delete(item.field);
  return next;
}

/** 'all', 'some' or 'none' of these items is taken. */
export function takenOf(taken: ReadonlySet<string>, items: readonly CarryItem[]): 'all' | 'some' | 'none' {
  const n = items.filter((item) => taken.has(item.field)).length;
  return n === 0 ? 'none' : n === items.length ? 'all' : 'some';
}

/** The item and what hangs from it: an area is taken or left with its points. */
export function withChildren(items: readonly CarryItem[], item: CarryItem, facts: CarryFacts): CarryItem[] {
  return [item, ...items.filter((other) => facts.get(other.field)?.parent === item.field)];
}

/** Whether the line it hangs from is listed with it. */
export function hasParentIn(items: readonly CarryItem[], item: CarryItem, facts: CarryFacts): boolean {
  const parent = facts.get(item.field)?.parent;
  return items.some((other) => other.field === parent);
}
