/** Places where a text may be cut: before each word but the first, as UTF-16 offsets. */
export function cutsOf(text: string): number[] {
  return [...text.matchAll(/(?<=\s)\S/g)].map((found) => found.index);
}

/** Cuts behind the end of a sentence or a part of one: where an editor would cut first. */
export function strongCutsOf(text: string): number[] {
  return [...text.matchAll(/(?<=[.;:!?…]\s+)\S|(?<=\n\s*)\S/g)].map((found) => found.index).filter((at) => at > 0);
}

/** Where the cut stands at first: the strong one nearest to the middle, else the word there; undefined for one word. */
export function firstCut(text: string): number | undefined {
  const strong = strongCutsOf(text);
  const middle = text.length / 2;
  return (strong.length > 0 ? strong : cutsOf(text)).toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
}

/** The cut after (1) or before (-1) the given one; stays at the ends. */
export function moveCut(cuts: readonly number[], at: number, step: 1 | -1): number {
  const next = step > 0 ? cuts.find((cut) => cut > at) : cuts.findLast((cut) => cut < at);
  return next ?? at;
}

/** Where an arrow key puts the cut: left and right by words, up and down by sentences; undefined for other keys. */
export function cutByKey(text: string, at: number, key: string): number | undefined {
  const step = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  if (key === 'ArrowRight' || key === 'ArrowLeft') return moveCut(cutsOf(text), at, step);
  if (key === 'ArrowDown' || key === 'ArrowUp') return moveCut(strongCutsOf(text), at, step);
  return undefined;
}
