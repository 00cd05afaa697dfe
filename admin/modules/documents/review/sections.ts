import { type ReviewField, type ReviewGroup, reviewGroups } from '#lib/review.ts';

/** One heading of the right pane with its fields; duties stand under their actor, items under their area. */
export interface Section {
  group: ReviewGroup;
  fields: readonly ReviewField[];
  open: number;
  /** For a child without its parent above it: what the parent says. */
  under: ReadonlyMap<string, string>;
  /** Confident ones nobody has looked at: what "accept all" takes. */
  sure: number;
}

/** Kinds that are shown under the heading of another one. */
const within: Partial<Record<ReviewGroup, ReviewGroup>> = { areaItem: 'area', duty: 'actor' };

export type Show = 'open' | 'all';

/** A field to be looked at: doubtful, or a paragraph nothing claimed. */
export const isOpen = (field: ReviewField): boolean => field.state === 'open';

/**
 * The fields by heading, in the order of the paper; with 'open' only what waits, and the one at `keep`: the field a
 * person is at does not vanish from under the hand.
 */
export function sectionsOf(fields: readonly ReviewField[], show: Show, keep?: string): Section[] {
  return reviewGroups.flatMap((group) => {
    if (within[group]) return [];
    const all = nested(fields, group);
    const shown = show === 'all' ? all : all.filter((f) => isOpen(f) || f.key === keep);
    if (shown.length === 0) return [];
    const open = all.filter(isOpen).length;
    const sure = all.filter((f) => f.state === 'read').length;
    return [{ group, fields: shown, open, sure, under: contextOf(shown, all) }];
  });
}

function contextOf(shown: readonly ReviewField[], all: readonly ReviewField[]): ReadonlyMap<string, string> {
  const here = new Set(shown.map((f) => f.key));
  const alone = shown.filter((f) => f.parent !== null && !here.has(f.parent));
  return new Map(alone.map((f) => [f.key, all.find((parent) => parent.key === f.parent)?.value ?? '']));
}

function nested(fields: readonly ReviewField[], group: ReviewGroup): ReviewField[] {
  const child = reviewGroups.find((name) => within[name] === group);
  const own = fields.filter((f) => f.group === group);
  if (!child) return own;
  const keys = new Set(own.map((f) => f.key));
  const children = fields.filter((f) => f.group === child);
  // A child whose parent became something else still has to be seen.
  const lost = children.filter((f) => f.parent === null || !keys.has(f.parent));
  return [...own.flatMap((f) => [f, ...children.filter((c) => c.parent === f.key)]), ...lost];
}

/** The order in which the keys walk: the sections from top to bottom. */
export const orderOf = (sections: readonly Section[]): ReviewField[] => sections.flatMap((section) => section.fields);

/** The field `step` places on from `key`; stays at the ends. Undefined in an empty list. */
export function stepFrom(order: readonly ReviewField[], key: string | undefined, step: 1 | -1): string | undefined {
  const at = order.findIndex((f) => f.key === key);
  if (at < 0) return order.at(step > 0 ? 0 : -1)?.key;
  return order[Math.min(order.length - 1, Math.max(0, at + step))]?.key;
}

/** The next field that waits behind `key`, then from the top; undefined when none is left but this one. */
export function nextOpen(order: readonly ReviewField[], key: string | undefined): string | undefined {
  const at = order.findIndex((f) => f.key === key);
  const round = [...order.slice(at + 1), ...order.slice(0, Math.max(0, at))];
  return round.find(isOpen)?.key;
}

/**
 * Where the eye goes when the field at `key` is done: to the next one that waits, in the list as it was before
 * (so that it does not matter whether the field leaves the list).
 */
export function afterDone(before: readonly ReviewField[], key: string, show: Show): string | undefined {
  const waiting = nextOpen(before, key);
  if (show === 'open')
    return (
      waiting ??
      stepFrom(
        before.filter((f) => f.key !== key),
        undefined,
        1,
      )
    );
  const at = before.findIndex((f) => f.key === key);
  return before[at + 1]?.key ?? key;
}
