/** Affine matrices [a, b, c, d, e, f] as PDF writes them: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

export function apply(m: Matrix, x: number, y: number): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

/** Six finite numbers of an operator's arguments (arrays, typed arrays or objects with keys 0…5), else null. */
export function toMatrix(source: unknown): Matrix | null {
  if (source === null || typeof source !== 'object') return null;
  const at = (i: number): number => Number((source as Record<number, unknown>)[i]);
  const m: Matrix = [at(0), at(1), at(2), at(3), at(4), at(5)];
  return m.every(Number.isFinite) ? m : null;
}
