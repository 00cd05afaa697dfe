import type { OutputOf } from '#lib/contract.ts';
import { type AskState, askStates } from '#modules/cascade/cascade.contract.ts';
import type { coverage, coverageMatrix } from '#modules/cascade/coverage.contract.ts';
import { withOwn } from './counts.ts';

export type Child = OutputOf<typeof coverage>['children'][number];

/** One line at one unit: its own state and those of all below it, together. */
export interface Square {
  own: AskState | null;
  below: number[] | null;
  /** Own and below together; null where nobody there is asked. */
  counts: number[] | null;
  /** The one state that all are in, if it is one. */
  single: AskState | null;
}
export interface MatrixRow {
  child: Child;
  cells: Square[];
}

/** Rows of the matrix in the order of the children; a unit that is asked nothing has none. */
export function matrixRows(matrix: OutputOf<typeof coverageMatrix>, children: readonly Child[]): MatrixRow[] {
  const byUnit = new Map(matrix.rows.map((row) => [row.unitId, row]));
  return children.flatMap((child) => {
    const row = byUnit.get(child.unitId);
    return row
      ? [{ child, cells: matrix.lineIds.map((_, i) => squareOf(row.own[i] ?? null, row.below[i] ?? null)) }]
      : [];
  });
}

export function squareOf(own: number | null, below: number[] | null): Square {
  const counts = withOwn(below, own);
  const present = askStates.filter((_, i) => (counts?.[i] ?? 0) > 0);
  return {
    own: own === null ? null : (askStates[own] ?? null),
    below,
    counts: present.length > 0 ? counts : null,
    single: present.length === 1 ? (present[0] ?? null) : null,
  };
}

/** The shares of several states, from the bottom of a square to its top: a stack in small. */
export function gradientOf(counts: readonly number[], colourOf: (state: AskState) => string): string {
  const total = counts.reduce((all, n) => all + n, 0);
  let at = 0;
  const stops = askStates.flatMap((state, i) => {
    const n = counts[i] ?? 0;
    if (n === 0) return [];
    const from = at;
    at += (100 * n) / total;
    return [`${colourOf(state)} ${from.toFixed(1)}% ${at.toFixed(1)}%`];
  });
  return `linear-gradient(to bottom, ${stops.join(', ')})`;
}
