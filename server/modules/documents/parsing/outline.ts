import { isCapitals } from './fold.ts';
import { areLed, looksLikeHeading, possibleLead, splitHeading } from './heading.ts';
import { looksLikeActor } from './lexicon/units.ts';
import { type Entry, isBullet, isLine, type Line, piece } from './lines.ts';
import { type Node, newNode, SECTION_RANK } from './node.ts';
import { placeNumber, rankOf } from './outline-order.ts';
import { refine, splitSections } from './outline-refine.ts';
import { assignRoles, rolesOf } from './roles.ts';

/**
 * Builds the tree of headings. A number opens a node only where it continues its series or starts one, so that
 * "2020." at the start of a line or a misread label does not tear a paragraph apart; headings without numbers count
 * where they are printed in capitals, and in a second pass where a section has no numbered ones.
 */
export function buildOutline(entries: readonly Entry[]): Node {
  const root = newNode(null, null);
  const stack: Node[] = [root];
  const lines = entries.filter(isLine);
  const style: Style = {
    romans: lines.some((line) => line.numbers[0]?.kind === 'roman' && isHeadingLike(line)),
    capitals: lines.filter(isNamedCapitals).length >= 2,
    styles: lines.reduce((top, line) => Math.min(top, styleLevel(line) ?? 6), 6),
  };
  for (const entry of entries) {
    const node = isLine(entry) ? open(entry, stack, style) : null;
    if (node) stack.push(node);
    else stack.at(-1)!.body.push(entry);
  }
  splitSections(root);
  describe(root);
  refine(root);
  describe(root);
  assignRoles(root);
  return root;
}

const isHeadingLike = (line: Line): boolean => isCapitals(line.text) || line.para.bold || rolesOf(line.fold).length > 0;

/** How this plan marks its sections. */
interface Style {
  romans: boolean;
  capitals: boolean;
  /** Highest level of heading styles in use. */
  styles: number;
}

const isNamedCapitals = (line: Line): boolean =>
  line.label === null && isCapitals(line.text) && looksLikeHeading(line) && rolesOf(line.fold).length > 0;

/** Puts a heading into the tree and shortens the stack to its parent; null for what is not a heading. */
function open(line: Line, stack: Node[], style: Style): Node | null {
  if (line.text === '' || isBullet(line)) return null;
  if (line.numbers.length === 0) return openCapitals(line, stack, style);
  const place = placeNumber(line, stack);
  if (!place) return null;
  stack.length = place.depth + 1;
  const node = newNode(line, place.number);
  stack.at(-1)!.children.push(node);
  return node;
}

/** A section without a number: capitals that name a known section, or any bold or centred capitals in a plan without Roman numbers. */
function openCapitals(line: Line, stack: Node[], { romans, capitals, styles }: Style): Node | null {
  const level = styleLevel(line);
  if (!romans && level !== null && looksLikeHeading(line)) return openAt(line, stack, SECTION_RANK + level - styles);
  if (!isCapitals(line.text) || !looksLikeHeading(line)) return null;
  const named = rolesOf(line.fold).length > 0;
  if (!named && (romans || !(capitals || line.para.bold || line.para.centred || line.para.style))) return null;
  return openAt(line, stack, SECTION_RANK);
}

function openAt(line: Line, stack: Node[], rank: number): Node {
  const node = newNode(line, null, rank);
  stack.length = stack.findLastIndex((open) => rankOf(open) < rank) + 1;
  stack.at(-1)!.children.push(node);
  return node;
}

/** Level of a paragraph style that marks headings ('Heading 2', 'h2'), null for others. */
function styleLevel(line: Line): number | null {
  const level = /^(?:heading|đề mục|h)\s?([1-6])$/i.exec(line.para.style ?? '')?.[1];
  return line.label === null && level ? Number(level) : null;
}

/** Fills in titles and roles from the words of the headings. */
function describe(node: Node): void {
  leadTogether(node);
  for (const child of node.children) describe(child);
  settleLeads(node);
  if (!node.line) return;
  const { title, inline } = splitHeading(node.line, node.body.length > 0 || node.children.length > 0, node.lead);
  node.title = title;
  node.inline = inline?.text ? inline : null;
  node.roles = title ? rolesOf(node.line.fold.slice(0, title.spans[0]!.to)) : [];
}

/** "1. Năm 2026: khảo sát …", "2. Giai đoạn 2027 - 2028: mở rộng …": points that are all led by a title. */
function leadTogether(parent: Node): void {
  const points = parent.children.filter((child) => child.body.length === 0 && child.children.length === 0);
  const leads = points.map((child) => possibleLead(child.line!));
  if (!areLed(leads)) return;
  points.forEach((child, i) => {
    child.lead = child.lead ?? (leads[i]! > 0 ? leads[i]! : null);
  });
}

/**
 * A colon makes a title where the points beside it have one too; alone among sentences it is punctuation
 * ("2. Tuyên truyền công tác tuyển sinh: Chỉ tiêu …").
 */
function settleLeads(parent: Node): void {
  const points = parent.children.filter((child) => child.body.length === 0 && child.children.length === 0);
  if (points.length < 3) return;
  const led = points.filter((child) => child.title !== null && child.inline !== null);
  const plain = points.filter((child) => child.title === null);
  if (led.length === 0 || led.length > plain.length) return;
  for (const child of led) {
    const line = child.line!;
    if (line.para.boldLead > 0 || child.roles.length > 0 || looksLikeActor(line.text)) continue;
    child.title = null;
    child.inline = piece(line);
  }
}
