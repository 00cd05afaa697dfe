import type { Box, Recipe } from '#modules/media/media.contract.ts';

/** A place in fractions: of the picture as it is seen (turned), or of the upright original. */
export interface Place {
  x: number;
  y: number;
}

type Turn = Recipe['turn'];

/** Where a place of the turned picture lies in the original; the turn is clockwise. */
export function originalPlace({ x, y }: Place, turn: Turn): Place {
  if (turn === 90) return { x: y, y: 1 - x };
  if (turn === 180) return { x: 1 - x, y: 1 - y };
  if (turn === 270) return { x: 1 - y, y: x };
  return { x, y };
}

/** The same for a step from one place to another. */
export function originalStep({ x, y }: Place, turn: Turn): Place {
  if (turn === 90) return { x: y, y: -x };
  if (turn === 180) return { x: -x, y: -y };
  if (turn === 270) return { x: -y, y: x };
  return { x, y };
}

/** Smaller than this nobody can hold it, and it shows nothing. */
export const LEAST = 0.02;

const between = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);
const tidy = (value: number) => Math.round(value * 10_000) / 10_000;

/** A box inside the picture, moved where it would lie outside. */
export function heldInside(box: Box): Box {
  const w = between(box.w, LEAST, 1);
  const h = between(box.h, LEAST, 1);
  return { x: tidy(between(box.x, 0, 1 - w)), y: tidy(between(box.y, 0, 1 - h)), w: tidy(w), h: tidy(h) };
}

/** The box between two places, cut off at the edges. */
export function boxBetween(a: Place, b: Place): Box {
  const [left, right] = [between(Math.min(a.x, b.x), 0, 1), between(Math.max(a.x, b.x), 0, 1)];
  const [top, bottom] = [between(Math.min(a.y, b.y), 0, 1), between(Math.max(a.y, b.y), 0, 1)];
  return heldInside({ x: left, y: top, w: right - left, h: bottom - top });
}

export const nextTurn = (turn: Turn): Turn => ((turn + 90) % 360) as Turn;
