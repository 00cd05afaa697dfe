/** A field that two people changed in different ways. */
export interface Clash<V> {
  name: keyof V & string;
  mine: unknown;
  theirs: unknown;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Joins what was typed with what somebody else saved in the meantime: a field that only one of them changed takes that
 * change; one that both changed keeps what was typed and is named as a clash.
 */
export function threeWay<V extends object>(start: V, mine: V, theirs: V): { merged: V; clashes: Clash<V>[] } {
  const merged = { ...mine };
  const clashes: Clash<V>[] = [];
  for (const name of Object.keys(start) as (keyof V & string)[]) {
    if (same(theirs[name], start[name])) continue;
    if (same(mine[name], start[name])) merged[name] = theirs[name];
    else if (!same(mine[name], theirs[name])) clashes.push({ name, mine: mine[name], theirs: theirs[name] });
  }
  return { merged, clashes };
}
