import { itemsOf, wholePieces } from './items.ts';
import { joinPieces, type Piece, piece } from './lines.ts';
import { type Node, walk } from './node.ts';
import { isPlainRole } from './roles.ts';

export interface Solution {
  piece: Piece;
  sure: number;
}

/** Measures and forms of work: each numbered point or paragraph one. */
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
    if (child.title && isPlainRole(child.line!.fold.slice(0, child.title.spans[0]!.to))) {
      collect(child, found, done);
      continue;
    }
    done.add(child);
    for (const below of walk(child)) done.add(below);
    found.push({ piece: child.line ? joinPieces(wholePieces(child)) : piece(child.line!), sure: 0.9 });
  }
}
