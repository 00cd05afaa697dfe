import { type AddresseeState, type AskState, addresseeStates, askStates } from '#modules/cascade/cascade.contract.ts';

export const sum = (counts: readonly number[]): number => counts.reduce((total, n) => total + n, 0);

/** The count of one state of units: `unitsIn(counts, 'done')`. */
export const unitsIn = (counts: readonly number[], state: AddresseeState): number =>
  counts[addresseeStates.indexOf(state)] ?? 0;
const asksIn = (counts: readonly number[], state: AskState): number => counts[askStates.indexOf(state)] ?? 0;

/** How far units have come, each step within the one before: got it, opened, answered, answered whole. */
export function spreadOf(units: readonly number[]): { sent: number; opened: number; answered: number; done: number } {
  const sent = sum(units);
  const opened = sent - unitsIn(units, 'unopened');
  return { sent, opened, answered: opened - unitsIn(units, 'unanswered'), done: unitsIn(units, 'done') };
}

/** A line that somebody was asked and nobody has taken into a plan. */
export const isGap = (asks: readonly number[]): boolean =>
  sum(asks) > asksIn(asks, 'known') && asksIn(asks, 'adopted') === 0 && asksIn(asks, 'loose') === 0;

/** One unit's own state as counts, to be added to those below it. */
export function withOwn(below: readonly number[] | null, own: number | null): number[] | null {
  if (below === null && own === null) return null;
  return askStates.map((_, i) => (below?.[i] ?? 0) + (own === i ? 1 : 0));
}

/** Whole percents of a part; 0 of nothing. */
export const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((100 * part) / whole));
