import type { Box, Recipe } from './media.contract.ts';

/** So much of a person's box must be cropped away, or blurred, for them to be covered. */
const CROPPED = 0.9;
const BLURRED = 0.8;
/** Fractions are not exact: this much less is as much. */
const NEARLY = 1e-6;

/**
 * A blurred part keeps a few averages along its longer side, so many small parts beside one another keep many: only one at least
 * this large beside the person's box hides them.
 */
const LARGE = 0.5;

/** Whether the person in this box is covered in a cut: nearly all cropped away, or most of it blurred. */
export function isCovered(person: Box, { crop, blurred }: Pick<Recipe, 'crop' | 'blurred'>): boolean {
  const whole = areaOf([person]);
  if (whole === 0) return false;
  const shown = crop ? overlap(person, crop) : person;
  const visible = shown ? areaOf([shown]) : 0;
  if (visible / whole <= 1 - CROPPED + NEARLY) return true;
  const longer = ({ w, h }: Box) => Math.max(w, h);
  const hiding = blurred.filter((one) => longer(one) >= LARGE * longer(person) - NEARLY);
  const hidden = whole - visible + areaOf(partsOf(shown!, hiding));
  return areaOf(partsOf(person, hiding)) / whole >= BLURRED - NEARLY || hidden / whole >= CROPPED - NEARLY;
}

const partsOf = (of: Box, boxes: readonly Box[]): Box[] =>
  boxes.map((one) => overlap(one, of)).filter((one) => one !== null);

function overlap(a: Box, b: Box): Box | null {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const [w, h] = [Math.min(a.x + a.w, b.x + b.w) - x, Math.min(a.y + a.h, b.y + b.h) - y];
  return w > 0 && h > 0 ? { x, y, w, h } : null;
}

/** The area that boxes cover together, each place counted once: by the cells between their edges. */
function areaOf(boxes: readonly Box[]): number {
  const edges = (of: (box: Box) => number[]) => [...new Set(boxes.flatMap(of))].sort((a, b) => a - b);
  const xs = edges((b) => [b.x, b.x + b.w]);
  const ys = edges((b) => [b.y, b.y + b.h]);
  let area = 0;
  for (let i = 1; i < xs.length; i++)
    for (let j = 1; j < ys.length; j++) {
      const [x, y] = [(xs[i - 1]! + xs[i]!) / 2, (ys[j - 1]! + ys[j]!) / 2];
      const inside = boxes.some((b) => x > b.x && x < b.x + b.w && y > b.y && y < b.y + b.h);
      if (inside) area += (xs[i]! - xs[i - 1]!) * (ys[j]! - ys[j - 1]!);
    }
  return area;
}
