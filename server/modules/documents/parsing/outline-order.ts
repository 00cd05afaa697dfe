import { isCapitals } from './fold.ts';
import type { Line } from './lines.ts';
import type { Node } from './node.ts';
import type { Kind, Numbering } from './numbering.ts';
import { rolesOf } from './roles.ts';

/** Usual depth of each kind of number in a plan; a deeper kind stands below a shallower one. */
const RANK: Record<Kind, number> = {
  part: 0,
  capital: 1,
  roman: 2,
  decimal: 3,
  letter: 7,
  'small-roman': 8,
  bracket: 8,
  bullet: 9,
};

export function rankOf(node: Node): number {
  if (!node.line) return -1;
  if (!node.number) return node.unnumberedRank;
  return numberRank(node.number);
}

function numberRank(number: Numbering): number {
  return number.kind === 'decimal' ? RANK.decimal + Math.min(number.path.length - 1, 3) : RANK[number.kind];
}

/** True when a number goes on counting where the node stopped; one number may be missing. */
export function isSuccessor(next: Numbering, node: Node): boolean {
  const last = node.number;
  if (!last || last.kind !== next.kind || last.path.length !== next.path.length) return false;
  const step = next.value - last.value;
  return step === 1 || step === 2;
}

const sameParent = (a: Numbering, b: Numbering): boolean => a.path.slice(0, -1).join() === b.path.slice(0, -1).join();

export interface Place {
  /** Index of the parent in the stack. */
  depth: number;
  number: Numbering;
}

/**
 * Where a numbered line belongs among the open headings (`stack`, outermost first), or null where its number fits
 * nowhere and the line is plain text.
 */
export function placeNumber(line: Line, stack: readonly Node[]): Place | null {
  const strong = line.para.bold || isCapitals(line.text) || rolesOf(line.fold).length > 0;
  for (const number of line.numbers) {
    const depth = siblingDepth(number, stack) ?? firstDepth(number, stack);
    if (depth !== null) return { depth, number };
  }
  for (const number of line.numbers) {
    const depth = strong ? brokenDepth(number, stack) : null;
    if (depth !== null) return { depth, number };
  }
  return null;
}

/** The innermost open series that this number continues; among equals the one with the same mark ('1.' or '1)'). */
function siblingDepth(number: Numbering, stack: readonly Node[]): number | null {
  const fits: number[] = [];
  for (let i = stack.length - 1; i > 0; i--) if (isSuccessor(number, stack[i]!)) fits.push(i);
  const exact = fits.find((i) => sameParent(number, stack[i]!.number!) && stack[i]!.number!.mark === number.mark);
  const loose = fits.find((i) => sameParent(number, stack[i]!.number!)) ?? fits[0];
  const chosen = exact ?? loose;
  return chosen === undefined ? null : chosen - 1;
}

/** A series starts: below its number's own parent ('2.1' below '2'), else below the innermost shallower heading. */
function firstDepth(number: Numbering, stack: readonly Node[]): number | null {
  if (number.path.length > 1) {
    const prefix = number.path.slice(0, -1).join();
    const parent = stack.findLastIndex(
      (node) => node.number?.path.join() === prefix && (node.number.kind === 'decimal' || node.number.kind === 'roman'),
    );
    if (parent >= 0 && number.value <= 2) return parent;
  }
  if (number.value !== 1) return null;
  const top = stack.at(-1)!;
  const opening = top.line !== null && top.children.length === 0 && top.body.length === 0;
  const known = stack.some(
    (node) =>
      node.number?.kind === number.kind &&
      node.number.mark === number.mark &&
      node.number.path.length === number.path.length,
  );
  // A new kind of number just below a heading, or after its "…:", is the next level down, whatever is usual.
  if (!known && (opening || rankOf(top) < numberRank(number))) return stack.length - 1;
  if (known && opening && top.line!.text.endsWith(':')) return stack.length - 1;
  return stack.findLastIndex((node) => rankOf(node) < numberRank(number));
}

/** A heading that is plainly one although its number is wrong (II after II, V after III): it keeps its level. */
function brokenDepth(number: Numbering, stack: readonly Node[]): number | null {
  const sibling = stack.findLastIndex(
    (node) => node.number?.kind === number.kind && node.number.path.length === number.path.length,
  );
  if (sibling > 0) return number.value >= stack[sibling]!.number!.value ? sibling - 1 : null;
  return stack.findLastIndex((node) => rankOf(node) < numberRank(number));
}
