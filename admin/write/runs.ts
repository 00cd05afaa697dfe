/** A stretch of `a` (from, to) in whose place `b` has another one (start, end). */
export interface Run {
  from: number;
  to: number;
  start: number;
  end: number;
}

/** Where two rows of spelled blocks differ, in order: the longest common part stays untouched. */
export function runsOf(a: readonly string[], b: readonly string[]): Run[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const runs: Run[] = [];
  const note = (from: number, to: number, start: number, end: number) => {
    if (from < to || start < end) runs.push({ from, to, start, end });
  };
  let [from, start] = [head, head];
  for (const [x, y] of commonPairs(a.slice(head, a.length - tail), b.slice(head, b.length - tail))) {
    note(from, head + x, start, head + y);
    [from, start] = [head + x + 1, head + y + 1];
  }
  note(from, a.length - tail, start, b.length - tail);
  return runs;
}

/** Pairs of places that belong together, by the longest common subsequence. */
function commonPairs(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (x: number, y: number) => longest[x * width + y] ?? 0;
  for (let x = a.length - 1; x >= 0; x--)
    for (let y = b.length - 1; y >= 0; y--)
      longest[x * width + y] = a[x] === b[y] ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1));
  const pairs: [number, number][] = [];
  for (let [x, y] = [0, 0]; x < a.length && y < b.length; ) {
    if (a[x] === b[y]) pairs.push([x++, y++]);
    else if (at(x + 1, y) >= at(x, y + 1)) x++;
    else y++;
  }
  return pairs;
}
