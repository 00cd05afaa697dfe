import type { Role } from './lexicon/sections.ts';
import type { Entry, Line, Piece } from './lines.ts';
import type { Numbering } from './numbering.ts';

/** One heading or numbered paragraph with all that stands below it. */
export interface Node {
  line: Line | null;
  number: Numbering | null;
  /** Depth of a heading without a number, on the scale of numbers (2 = Roman section). */
  unnumberedRank: number;
  /** End of the words before a colon that are the title, where the headings beside it show it; else null. */
  lead: number | null;
  /** The heading's words; null where the numbered paragraph is a sentence. */
  title: Piece | null;
  /** What follows the title in its own paragraph, or the whole sentence where there is no title. */
  inline: Piece | null;
  /** Paragraphs and tables between the heading and its first child. */
  body: Entry[];
  children: Node[];
  /** What its own words are about. */
  roles: Role[];
  /** What it is taken for in its place. */
  role: Role | null;
}

export const SECTION_RANK = 2;

export function newNode(line: Line | null, number: Numbering | null, unnumberedRank = SECTION_RANK): Node {
  return {
    line,
    number,
    unnumberedRank,
    lead: null,
    title: null,
    inline: null,
    body: [],
    children: [],
    roles: [],
    role: null,
  };
}

/** All nodes below, parents before children. */
export function* walk(node: Node): Generator<Node> {
  for (const child of node.children) {
    yield child;
    yield* walk(child);
  }
}
