/** Advance widths of Times in thousandths of an em, by base letter: enough to see whether one more word would have fitted. */
const WIDTHS: Record<string, number> = {
  a: 444,
  b: 500,
  c: 444,
  d: 500,
  e: 444,
  f: 333,
  g: 500,
  h: 500,
  i: 278,
  k: 500,
  l: 278,
  m: 778,
  n: 500,
  o: 500,
  p: 500,
  q: 500,
  r: 333,
  s: 389,
  t: 278,
  u: 500,
  v: 500,
  w: 722,
  x: 500,
  y: 500,
  z: 444,
  ' ': 250,
  '.': 250,
  ',': 250,
  ';': 278,
  ':': 278,
  '-': 333,
  '(': 333,
  ')': 333,
  '/': 278,
};
const CAPITAL = 690;

const baseWidths = new Map<string, number>();

function widthOf(char: string): number {
  let width = baseWidths.get(char);
  if (width === undefined) {
    const base = char.normalize('NFD').charAt(0).replace('đ', 'd').replace('ơ', 'o').replace('ư', 'u');
    width = WIDTHS[base] ?? (/\p{Lu}/u.test(char) ? CAPITAL : 500);
    baseWidths.set(char, width);
  }
  return width;
}

/** Width of a line set in Times, in thousandths of an em. */
export function measure(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += widthOf(text.charAt(i));
  return width;
}
