/** Beyond this many pairs the exact answer would take too long: rows that stand once on both sides lead the way instead. */
const MOST_PAIRS = 1_000_000;

/**
 * For each item of `a` where the same item stands in `b`, in the same order; -1 where it has gone or moved. Exact for what
 * people write, near enough beyond; time is bounded for any input.
 */
export function matchesOf(a: readonly string[], b: readonly string[]): Int32Array {
  const found = new Int32Array(a.length).fill(-1);
  matchRange(a, b, { from: 0, to: a.length, bFrom: 0, bTo: b.length }, found);
  return found;
}

interface Range {
  from: number;
  to: number;
  bFrom: number;
  bTo: number;
}

function matchRange(a: readonly string[], b: readonly string[], range: Range, found: Int32Array): void {
  let { from, to, bFrom, bTo } = range;
  while (from < to && bFrom < bTo && a[from] === b[bFrom]) found[from++] = bFrom++;
  while (from < to && bFrom < bTo && a[to - 1] === b[bTo - 1]) found[--to] = --bTo;
  if (from === to || bFrom === bTo) return;
  const inner = { from, to, bFrom, bTo };
  if ((to - from) * (bTo - bFrom) <= MOST_PAIRS) matchExactly(a, b, inner, found);
  else matchByUnique(a, b, inner, found);
}

/** The classic table: how many items the rest of `a` and the rest of `b` have in common, from each pair on. */
function matchExactly(a: readonly string[], b: readonly string[], range: Range, found: Int32Array): void {
  const { from, to, bFrom, bTo } = range;
  const width = bTo - bFrom + 1;
  // The shorter side of so many pairs has at most a thousand items: two bytes hold any count.
  const table = new Uint16Array((to - from + 1) * width);
  const [left, right] = numbered(a, b, range);
  for (let i = left.length - 1; i >= 0; i--) {
    const item = left[i];
    // What stands to the right, and to the right below, is at hand from the step before: one look into the table a pair.
    let [across, corner] = [0, 0];
    for (let j = right.length - 1, at = i * width + j; j >= 0; j--, at--) {
      const down = table[at + width]!;
      across = item === right[j] ? corner + 1 : Math.max(down, across);
      corner = down;
      table[at] = across;
    }
  }
  let [i, j] = [from, bFrom];
  while (i < to && j < bTo) {
    const at = (i - from) * width + j - bFrom;
    if (a[i] === b[j]) found[i++] = j++;
    else if (table[at + width]! >= table[at + 1]!) i++;
    else j++;
  }
}

/** Items as numbers, the same for the same: they are compared a million times. */
function numbered(
  a: readonly string[],
  b: readonly string[],
  { from, to, bFrom, bTo }: Range,
): [Int32Array, Int32Array] {
  const known = new Map<string, number>();
  const numberOf = (item: string): number => {
    const found = known.get(item) ?? known.size;
    known.set(item, found);
    return found;
  };
  return [Int32Array.from(a.slice(from, to), numberOf), Int32Array.from(b.slice(bFrom, bTo), numberOf)];
}

/** Items that stand once on both sides, in the longest order they share; what lies between them is compared by itself. */
function matchByUnique(a: readonly string[], b: readonly string[], range: Range, found: Int32Array): void {
  const pairs = inOrder(uniquePairs(a, b, range));
  if (pairs.length === 0) return;
  let { from, bFrom } = range;
  for (const [i, j] of pairs) {
    found[i] = j;
    matchRange(a, b, { from, to: i, bFrom, bTo: j }, found);
    [from, bFrom] = [i + 1, j + 1];
  }
  matchRange(a, b, { from, to: range.to, bFrom, bTo: range.bTo }, found);
}

type Pair = readonly [i: number, j: number];

function uniquePairs(a: readonly string[], b: readonly string[], { from, to, bFrom, bTo }: Range): Pair[] {
  const inA = places(a, from, to);
  const inB = places(b, bFrom, bTo);
  return [...inA].flatMap(([item, i]) => {
    const j = inB.get(item);
    return i !== null && j !== undefined && j !== null ? [[i, j] as const] : [];
  });
}

/** Where each item stands; null for one that stands more than once. */
function places(list: readonly string[], from: number, to: number): Map<string, number | null> {
  const found = new Map<string, number | null>();
  for (let at = from; at < to; at++) found.set(list[at]!, found.has(list[at]!) ? null : at);
  return found;
}

/** The longest run of pairs that rises on both sides (patience sorting). */
function inOrder(pairs: readonly Pair[]): Pair[] {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [at, [, j]] of pairs.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]!]![1] < j) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? tops[low - 1]! : -1;
    tops[low] = at;
  }
  const run: Pair[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at]!) run.push(pairs[at]!);
  return run.reverse();
}
