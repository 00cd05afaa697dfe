import { itemsOf } from './items.ts';
import { type Piece, piece } from './lines.ts';
import { type Node, walk } from './node.ts';

export interface Solution {
  piece: Piece;
  sure: number;
}

/** Measures and forms of work: each paragraph one; a heading with paragraphs under it only groups them. */
export function readSolutions(root: Node): Solution[] {
  const found: Solution[] = [];
  const done = new Set<Node>();
  for (const node of walk(root)) {
    if (node.role === 'solution' && !done.has(node)) collect(node, found, done);
  }
  return found;
}

function collect(node: Node, found: Solution[], done: Set<Node>): void {
  done.add(node);
  if (node.inline) found.push({ piece: node.inline, sure: 0.85 });
  for (const item of itemsOf(node.body)) found.push({ piece: item.piece, sure: 0.88 });
  for (const child of node.children) {
    if (child.role !== 'solution') continue;
    const heading =
      child.title !== null && (child.inline !== null || child.body.length > 0 || child.children.length > 0);
    if (heading) {
      collect(child, found, done);
      continue;
    }
    done.add(child);
    found.push({ piece: piece(child.line!), sure: 0.9 });
  }
}
