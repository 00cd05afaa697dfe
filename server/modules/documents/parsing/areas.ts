import { isFactLine } from './facts.ts';
import { findFocal, isFocalLine } from './focal.ts';
import { splitHeading } from './heading.ts';
import { itemsOf, itemsUnder, textPieces } from './items.ts';
import { isLine, joinPieces, type Line, type Piece, piece } from './lines.ts';
import { type Node, walk } from './node.ts';
import { isPlainRole } from './roles.ts';

export interface Area {
  number: string | null;
  title: Piece | null;
  text: Piece;
  items: Piece[];
  focalUnits: string[];
  coordinatingUnits: string[];
  sure: number;
}

export interface AreasFound {
  areas: Area[];
  /** Sentences that lead to the areas. */
  intro: Piece[];
}

/** What is to be communicated: the numbered points of the content section, or its paragraphs where none is numbered. */
export function readAreas(root: Node): AreasFound {
  const found: AreasFound = { areas: [], intro: [] };
  const done = new Set<Node>();
  for (const node of walk(root)) {
    if (node.role !== 'content' || done.has(node)) continue;
    readContainer(node, found, done);
  }
  return found;
}

function readContainer(node: Node, found: AreasFound, done: Set<Node>): void {
  done.add(node);
  const children = node.children.filter((child) => child.role === 'content');
  if (children.length === 0) {
    if (!node.children.length || node.inline) readPlain(node, found);
    else found.intro.push(...linesOf(node).map((line) => piece(line)));
    return;
  }
  found.intro.push(...linesOf(node).map((line) => piece(line)));
  for (const child of children) {
    const container =
      child.title !== null &&
      isPlainRole(child.title.text.length < 90 ? foldOf(child) : '') &&
      !isAloneSubject(child, node);
    if (container) readContainer(child, found, done);
    else {
      done.add(child);
      markBelow(child, done);
      found.areas.push(areaOf(child));
    }
  }
}

const foldOf = (node: Node): string => node.line!.fold.slice(0, node.title!.spans[0]!.to);

/** "Nội dung trọng tâm" among subjects of another kind is a subject itself; with headings of other roles beside it, a container. */
function isAloneSubject(child: Node, parent: Node): boolean {
  const siblings = parent.children.filter((other) => other !== child);
  return (
    parent.roles.length === 1 &&
    siblings.length > 0 &&
    siblings.every((other) => other.role === 'content' && other.roles.length === 0)
  );
}

function markBelow(node: Node, done: Set<Node>): void {
  for (const child of node.children) {
    done.add(child);
    markBelow(child, done);
  }
}

const linesOf = (node: Node): Line[] => node.body.filter(isLine).filter((line) => line.text !== '');

/** A section without numbered points: every paragraph is an area, with a title where its neighbours have one too. */
function readPlain(node: Node, found: AreasFound): void {
  const items = itemsOf(node.body);
  const taken = new Set(items.flatMap((item) => item.piece.spans.map((span) => span.block)));
  const left = linesOf(node).filter((line) => !taken.has(line.id));
  found.intro.push(...left.map((line) => piece(line)));
  const titles = items.map((item) => leadTitle(item.line));
  const titled = titles.filter((title) => title !== null).length >= Math.max(2, items.length / 2);
  if (node.inline) found.areas.push(plainArea(node.inline));
  items.forEach((item, i) => {
    found.areas.push({ ...plainArea(item.piece), title: titled ? titles[i]! : null });
  });
}

function leadTitle(line: Line): Piece | null {
  const { title, inline } = splitHeading(line, false);
  return inline ? title : null;
}

const plainArea = (text: Piece): Area => ({
  number: null,
  title: null,
  text,
  items: [],
  ...unitsIn(text.text),
  sure: 0.7,
});

function unitsIn(...texts: (string | undefined)[]): Pick<Area, 'focalUnits' | 'coordinatingUnits'> {
  for (const text of texts) {
    const focal = text ? findFocal(text) : null;
    if (focal) return { focalUnits: focal.focalUnits, coordinatingUnits: focal.coordinatingUnits };
  }
  return { focalUnits: [], coordinatingUnits: [] };
}

/** A paragraph that only says who leads, when, or with what result is no text of the area. */
function withoutFacts(node: Node): Node {
  const body = node.body.filter((entry) => !isLine(entry) || !(isFocalLine(entry.text) || isFactLine(entry)));
  return { ...node, body, children: node.children.map(withoutFacts) };
}

function areaOf(whole: Node): Area {
  const node = withoutFacts(whole);
  const pieces = textPieces(node);
  const text = pieces.length > 0 ? joinPieces(pieces) : piece(node.line!);
  const items = node.body.length > 0 || node.children.length > 0 ? itemsUnder(node) : [];
  const led = linesOf(whole)
    .filter((line) => isFocalLine(line.text))
    .map((line) => line.text);
  const units = unitsIn(node.line!.text, ...led, ...pieces.map((part) => part.text).reverse());
  return { number: node.number?.name ?? null, title: node.title, text, items, ...units, sure: node.title ? 0.92 : 0.8 };
}
