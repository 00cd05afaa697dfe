import { type Entry, isBullet, isLine, joinPieces, type Line, type Piece, piece } from './lines.ts';
import type { Node } from './node.ts';

/** One paragraph of a list with the finer points printed under it. */
export interface Item {
  line: Line;
  piece: Piece;
}

/**
 * The paragraphs of a list. A finer bullet ("+" below "-") belongs to the paragraph above it; a sentence that only
 * announces the list ("… các nội dung sau:") is no item of it.
 */
export function itemsOf(entries: readonly Entry[]): Item[] {
  const lines = entries.filter(isLine).filter((line) => line.text !== '');
  const items: Item[] = [];
  const signs: string[] = [];
  lines.forEach((line, i) => {
    const level = bulletLevel(line, signs);
    const above = items.at(-1);
    if (level > 0 && above) above.piece = joinPieces([above.piece, piece(line)]);
    else if (!announces(line, lines[i + 1])) items.push({ line, piece: piece(line) });
  });
  return items;
}

/** Depth of a bullet among the signs seen so far; plain and numbered paragraphs are at the top. */
function bulletLevel(line: Line, signs: string[]): number {
  const number = line.numbers[0];
  if (!number) {
    signs.length = 0;
    return 0;
  }
  // Word may print one sign on several levels.
  const printed = number.kind === 'bullet' ? number.name.replace(/[–—−]/, '-') : number.kind;
  const sign = `${printed}${line.para.level ?? ''}`;
  const known = signs.indexOf(sign);
  if (known >= 0) signs.length = known + 1;
  else signs.push(sign);
  return signs.indexOf(sign);
}

/** Introduces what follows: ends in a colon, or says "sau" / "như sau", and something stands below it. */
export function announces(line: Line, next: Line | undefined): boolean {
  if (!next || isBullet(line)) return false;
  return /:$/.test(line.text) || /\b(?:nhu sau|sau day|noi dung sau)\s*[.:]?$/.test(line.fold);
}

/** All text of a node in reading order, its title left out: run-in text, paragraphs, sub-points. */
export function textPieces(node: Node): Piece[] {
  const own = node.inline ? [node.inline] : [];
  const body = node.body
    .filter(isLine)
    .filter((line) => line.text !== '')
    .map((line) => piece(line));
  return [...own, ...body, ...node.children.flatMap(wholePieces)];
}

/** The same with the title: a sub-point is "title: text". */
export function wholePieces(node: Node): Piece[] {
  const head = node.line ? [piece(node.line)] : [];
  const body = node.body
    .filter(isLine)
    .filter((line) => line.text !== '')
    .map((line) => piece(line));
  return [...head, ...body, ...node.children.flatMap(wholePieces)];
}

/** Sub-points and paragraphs of a node as items: each paragraph one, each numbered sub-point one. */
export function itemsUnder(node: Node): Piece[] {
  const body = itemsOf(node.body).map((item) => item.piece);
  return [...body, ...node.children.map((child) => joinPieces(wholePieces(child)))];
}
