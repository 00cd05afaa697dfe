import { findHits } from './channel-hits.ts';
import { isFactLine } from './facts.ts';
import { itemsOf } from './items.ts';
import { isBullet, type Line, type Piece, piece } from './lines.ts';
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

/** A paragraph outside the list that only says where things appear. */
function listsChannels(line: Line): boolean {
  const hits = findHits(line.text, 0, true);
  const covered = hits.reduce((sum, hit) => sum + hit.to - hit.from, 0);
  return hits.length >= 3 && covered >= line.text.length / 3;
}

function collect(node: Node, found: Solution[], done: Set<Node>): void {
  done.add(node);
  if (node.inline) found.push({ piece: node.line ? piece(node.line) : node.inline, sure: 0.85 });
  const items = itemsOf(node.body);
  const listed = items.some((item) => isBullet(item.line));
  for (const item of items)
    if (!isFactLine(item.line) && !(listed && item.line.label === null && listsChannels(item.line)))
      found.push({ piece: item.piece, sure: 0.88 });
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
