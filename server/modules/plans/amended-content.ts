import type { ContentLine, PlanContent } from '#lib/plan-diff.ts';
import type { Part } from '#lib/plan-parts.ts';
import { copyId } from './copy-id.ts';
import { canonical } from './line-shape.ts';
import type { PlanLine } from './plans.contract.ts';

/** Parts that an amendment has for itself: on what it rests, and to whom the paper goes. */
const ownParts: ReadonlySet<string> = new Set<Part>(['basis', 'recipient']);
export const isAmended = (line: { part: string }): boolean => !ownParts.has(line.part);

/** Facts of the header that an amendment may change. */
const amendedFacts = ['budgetSource', 'budgetAmountVnd'] as const;

/** From ids of the amendment to ids of the plan it amends: a copy leads to its original, what is new to the id it will get. */
export function originalIds(amendmentId: string, planId: string, originals: readonly string[]): (id: string) => string {
  const known = new Map(originals.map((id) => [copyId(amendmentId, id), id]));
  return (id) => known.get(id) ?? copyId(planId, id);
}

/** The part of a frozen content that an amendment speaks of. */
export const amendable = ({ header, lines }: PlanContent): PlanContent => ({
  header: Object.fromEntries(amendedFacts.map((name) => [name, header[name] ?? null])),
  lines: lines.filter(isAmended),
});

/** What the plan will be once the amendment is in force, in the plan's own ids. */
export const asOriginal = ({ header, lines }: PlanContent, idOf: (id: string) => string): PlanContent =>
  amendable({
    header,
    lines: lines.map((l) => ({ ...l, id: idOf(l.id), parentId: l.parentId && idOf(l.parentId) })),
  });

export interface LineAmendment {
  lineId: string;
  change: 'added' | 'changed' | 'removed';
  before: ContentLine | null;
  after: ContentLine | null;
}

/** Lines that were added, changed or taken out, in the order of the paper; those that only stand elsewhere say nothing new. */
export function amendments(before: PlanContent, after: PlanContent): LineAmendment[] {
  const old = new Map(before.lines.map((l) => [l.id, l]));
  const kept = new Set(after.lines.map((l) => l.id));
  const written = after.lines.flatMap((line): LineAmendment[] => {
    const was = old.get(line.id);
    if (!was) return [{ lineId: line.id, change: 'added', before: null, after: line }];
    return canonical(was) === canonical(line) ? [] : [{ lineId: line.id, change: 'changed', before: was, after: line }];
  });
  const removed = before.lines
    .filter((l) => !kept.has(l.id))
    .map((l): LineAmendment => ({ lineId: l.id, change: 'removed', before: l, after: null }));
  return [...written, ...removed];
}

export const sameHeader = (before: PlanContent, after: PlanContent): boolean =>
  canonical(before.header) === canonical(after.header);

/** The amendment's lines as they will stand in the plan: positions as they are, ids of the plan. */
export const linesForPlan = (lines: readonly PlanLine[], idOf: (id: string) => string): PlanLine[] =>
  lines.filter(isAmended).map((l) => ({
    ...l,
    id: idOf(l.id),
    parentId: l.parentId && idOf(l.parentId),
    targets: l.targets.map((t) => ({ ...t, id: idOf(t.id) })),
  }));
