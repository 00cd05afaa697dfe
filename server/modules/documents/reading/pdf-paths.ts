import { apply, type Matrix } from './pdf-matrix.ts';
import type { PdfRule } from './pdf-types.ts';

/** Corner points of the parts of a path. Data: 0 x y = move, 1 x y = line, 2 = cubic (6 numbers), 3 = quadratic (4), 4 = close. */
export function subpaths(data: ArrayLike<number>, ctm: Matrix): [number, number][][] {
  const paths: [number, number][][] = [];
  let points: [number, number][] = [];
  const steps = [2, 2, 6, 4, 0];
  for (let i = 0; i < data.length; ) {
    const op = data[i]!;
    const size = steps[op] ?? 0;
    const end = apply(ctm, data[i + size - 1] ?? 0, data[i + size] ?? 0);
    if (op === 0) {
      points = [end];
      paths.push(points);
    } else if (op === 4) {
      if (points[0]) points.push(points[0]);
    } else points.push(end);
    i += size + 1;
  }
  return paths;
}

export function bounds(points: [number, number][]): PdfRule {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Nearly white lines cannot be seen on paper. */
export function isWhite(colour: unknown): boolean {
  return typeof colour === 'string' && /^#(?:fff|f[a-f0-9]f[a-f0-9]f[a-f0-9])/i.test(colour);
}
