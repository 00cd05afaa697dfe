import { matchesOf } from './same-order.ts';

/** A stretch between two places where base, mine and theirs agree. */
export interface Stretch<T> {
  base: readonly T[];
  mine: readonly T[];
  theirs: readonly T[];
}

/**
 * Three texts of which two were made from the first, brought together item by item: where one side changed a stretch its
 * words are taken, where both did `both` decides.
 */
export function mergeRuns<T>(
  whole: Stretch<T>,
  keyOf: (item: T) => string,
  both: (stretch: Stretch<T>) => readonly T[],
): T[] {
  const keys = { base: whole.base.map(keyOf), mine: whole.mine.map(keyOf), theirs: whole.theirs.map(keyOf) };
  const inMine = matchesOf(keys.base, keys.mine);
  const inTheirs = matchesOf(keys.base, keys.theirs);
  const result: T[] = [];
  let [base, mine, theirs] = [0, 0, 0];
  const takeTo = (b: number, m: number, t: number) => {
    const cut = {
      base: keys.base.slice(base, b),
      mine: keys.mine.slice(mine, m),
      theirs: keys.theirs.slice(theirs, t),
    };
    const stretch = {
      base: whole.base.slice(base, b),
      mine: whole.mine.slice(mine, m),
      theirs: whole.theirs.slice(theirs, t),
    };
    if (same(cut.mine, cut.base)) result.push(...stretch.theirs);
    else if (same(cut.theirs, cut.base) || same(cut.mine, cut.theirs)) result.push(...stretch.mine);
    else result.push(...both(stretch));
  };
  for (let at = 0; at < whole.base.length; at++) {
    const [m, t] = [inMine[at]!, inTheirs[at]!];
    if (m < 0 || t < 0) continue;
    takeTo(at, m, t);
    // Agreed by key; what the key leaves out is as it is in mine.
    result.push(whole.mine[m]!);
    [base, mine, theirs] = [at + 1, m + 1, t + 1];
  }
  takeTo(whole.base.length, whole.mine.length, whole.theirs.length);
  return result;
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);
