import type { Responsibility } from './duties.ts';
import { textPieces } from './items.ts';
import { isLine, type Piece, piece } from './lines.ts';
import { type Node, walk } from './node.ts';
import type { Solution } from './solutions.ts';

/** A text that may ask for something, with who it binds; null where it names nobody. */
export interface Owed {
  actor: string | null;
  text: Piece;
}

/** Where quotas are written: duties, measures, and parts about channels ("chuyên mục phát mỗi tuần 01 số"). */
export function owedTexts(root: Node, duties: readonly Responsibility[], solutions: readonly Solution[]): Owed[] {
  return [
    ...duties.flatMap((duty) => duty.duties.map((one) => ({ actor: duty.actor?.text ?? null, text: one.piece }))),
    ...solutions.map((one) => ({ actor: null, text: one.piece })),
    ...channelTexts(root),
  ];
}

/** Parts about channels may say how often something appears there. */
function channelTexts(root: Node): Owed[] {
  const lines = [...walk(root)]
    .filter((node) => node.role === 'channel')
    .flatMap((node) => [...(node.inline ? [node.inline] : []), ...node.body.filter(isLine).map((line) => piece(line))]);
  return lines.map((text) => ({ actor: null, text }));
}

/** Paragraphs below "Chế độ báo cáo": what they ask for binds nobody by name. */
export function reportTexts(root: Node): Owed[] {
  const nodes = [...walk(root)].filter((node) => node.role === 'reporting');
  return nodes.flatMap((node) => textPieces(node)).map((text) => ({ actor: null, text }));
}
