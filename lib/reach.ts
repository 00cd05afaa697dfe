import { type Right, type Role, rights, roles } from './rights.ts';

declare const sealed: unique symbol;

/** Part of the unit tree: a path such as '1.5.39.', alone or with everything below it. */
export interface ReachSpan {
  path: string;
  below: boolean;
}

/** Where an actor holds a right. Opaque on purpose: only the access module seals one, from grants. */
export type Reach = readonly ReachSpan[] & { readonly [sealed]: true };

export interface GrantSpan {
  path: string;
  role: Role;
}

/** The reach that grants give for one right; empty when none carries it. */
export function reachOf(grants: readonly GrantSpan[], right: Right): Reach {
  const span = rights[right];
  const holding = grants.filter((g) => (roles[g.role] as readonly Right[]).includes(right));
  if (span === 'sector') return seal(holding.length > 0 ? [{ path: '', below: true }] : []);
  const paths = [...new Set(holding.map((g) => g.path))].sort();
  if (span === 'unit') return seal(paths.map((path) => ({ path, below: false })));
  // A subtree that lies in another one adds nothing and would only lengthen the query.
  return seal(
    paths.filter((p) => !paths.some((q) => q !== p && p.startsWith(q))).map((path) => ({ path, below: true })),
  );
}

/** What of a reach lies at or below one of these paths; a reach over the whole sector (names of units and the like) stays whole. */
export function narrowed(reach: Reach, paths: readonly string[]): Reach {
  if (reach.some((s) => s.path === '' && s.below)) return reach;
  const spans = reach.flatMap((s) =>
    paths.flatMap((path): ReachSpan[] => {
      if (s.path.startsWith(path)) return [s];
      return s.below && path.startsWith(s.path) ? [{ path, below: true }] : [];
    }),
  );
  return seal([...new Map(spans.map((s) => [`${s.path}${s.below}`, s])).values()]);
}

/** Paths from the top of the tree down to `path`, which is the last: '1.5.39.' → '1.', '1.5.', '1.5.39.'. */
export function pathsDownTo(path: string): string[] {
  const numbers = path.split('.').slice(0, -1);
  return numbers.map((_, i) => `${numbers.slice(0, i + 1).join('.')}.`);
}

/** Paths of the units above `path`, the top first. */
export const pathsAbove = (path: string): string[] => pathsDownTo(path).slice(0, -1);

/** A reach of nowhere. */
export const nowhere = (): Reach => seal([]);

const seal = (spans: ReachSpan[]): Reach => spans as unknown as Reach;

/** True when a row with this path lies in the reach. */
export const covers = (reach: readonly ReachSpan[], path: string): boolean =>
  reach.some((s) => (s.below ? path.startsWith(s.path) : path === s.path));
