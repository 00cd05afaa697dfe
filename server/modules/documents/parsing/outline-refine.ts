import { areLed, looksLikeHeading, possibleLead, roleLead, splitHeading } from './heading.ts';
import { looksLikeActor } from './lexicon/units.ts';
import { type Entry, isLine, type Line } from './lines.ts';
import { type Node, newNode, SECTION_RANK } from './node.ts';
import { isPlainRole, rolesOf } from './roles.ts';

/**
 * Second pass over parts whose headings carry no numbers (lost in a conversion, or never typed): bold or styled short
 * lines, lines that name a known section, and names of units below "Tổ chức thực hiện" become headings.
 */
export function refine(root: Node): void {
  for (const section of root.children) refineBelow(section);
}

/** Sections of a plan that has neither numbers nor capitals: lines that name a known section. */
export function splitSections(root: Node): void {
  if (root.children.length === 0)
    split(root, (line, next) => roleLead(line) > 0 || namesSection(line, next), SECTION_RANK);
}

function refineBelow(node: Node): void {
  for (const child of node.children) refineBelow(child);
  if (node.children.length > 0 || node.body.length === 0) return;
  const leads = node.roles.includes('content') ? node.body.filter((entry) => isLed(entry)).length : 0;
  if (leads >= 2 && leads >= node.body.length / 2) split(node, isLed, SUBSECTION_RANK);
  else if (isLedTogether(node)) splitLed(node);
  else {
    const colons = node.roles.includes('content') && node.body.filter(isColonTitle).length >= 2;
    const heads = (line: Line, next: Entry | undefined) =>
      isSubheading(line, next, node) || (colons && next !== undefined && isColonTitle(line));
    split(node, heads, SUBSECTION_RANK);
  }
}

/** "Tuyển sinh lớp 10 chương trình giáo dục thường xuyên:" with its paragraphs below, more than once in a part. */
const isColonTitle = (entry: Entry): boolean =>
  isLine(entry) &&
  entry.label === null &&
  /[^.;]:$/.test(entry.text) &&
  !/\b(?:sau|sau day|gom|nhu):$/.test(entry.fold) &&
  looksLikeHeading(entry) &&
  entry.text.split(' ').length <= 14;

const SUBSECTION_RANK = SECTION_RANK + 1.5;

/** "Giáo dục mầm non: Tập trung …" among paragraphs of the same make. */
function isLed(entry: Entry): boolean {
  if (!isLine(entry) || entry.label !== null) return false;
  const { title, inline } = splitHeading(entry, false);
  return title !== null && inline !== null;
}

/** Topics ("Nghiên cứu khoa học: phổ biến …") or names ("Phòng Đào tạo: cung cấp …") before the colon of nearly every paragraph. */
function isLedTogether(node: Node): boolean {
  const lines = node.body.filter(isLine).filter((line) => line.text !== '');
  if (node.body.some((entry) => !isLine(entry)) || lines.some((line) => line.label !== null)) return false;
  const leads = lines.map(possibleLead);
  if (!areLed(leads)) return false;
  if (node.roles.includes('content')) return true;
  const named = lines.filter((line, i) => looksLikeActor(line.text.slice(0, leads[i]))).length;
  return node.roles.includes('duty') && named >= lines.length * 0.8;
}

function splitLed(node: Node): void {
  split(node, (line) => possibleLead(line) > 0, SUBSECTION_RANK);
  for (const child of node.children) child.lead = possibleLead(child.line!);
}

function namesSection(line: Line, next: Entry | undefined): boolean {
  if (!looksLikeHeading(line) || !next || rolesOf(line.fold).length === 0) return false;
  return line.para.bold || line.para.style !== null || line.text.split(' ').length <= 10;
}

const BRACKET = /\s*\([^()]*\)\s*$/u;

function isSubheading(line: Line, next: Entry | undefined, section: Node): boolean {
  const duties = section.roles.includes('duty');
  const lead = roleLead(line);
  if (lead > 0)
    return section.roles.length > 1 && rolesOf(line.fold.slice(0, lead)).some((role) => section.roles.includes(role));
  if (!next) return false;
  const words = line.text.replace(BRACKET, '').split(' ').length;
  // Titles of a text that lost its bold letters may keep their full stop.
  const stopped =
    (duties || section.roles.includes('content')) && /[^.]\.$/.test(line.text) && words <= 16 && line.text.length > 8;
  if (stopped) return (duties && looksLikeActor(line.text) && words <= 10) || isMuchLonger(next, line, 2.2);
  if (!looksLikeHeading(line) || /\b(?:sau|sau day|gom):$/.test(line.fold)) return false;
  if (line.para.bold || line.para.style?.toLowerCase().startsWith('heading')) return true;
  if (isPlainRole(line.fold) || (duties && looksLikeActor(line.text))) return true;
  if (line.text.endsWith(':')) return words <= 8 && isLine(next);
  return words <= 16 && isLine(next) && (next.label !== null || isMuchLonger(next, line, 1.5));
}

const isMuchLonger = (next: Entry, line: Line, times: number): boolean =>
  isLine(next) && next.text.length > line.text.replace(BRACKET, '').length * times;

/** Moves the body below the headings found in it. */
function split(node: Node, isHeading: (line: Line, next: Entry | undefined) => boolean, rank: number): void {
  const body: Entry[] = [];
  const children: Node[] = [];
  node.body.forEach((entry, i) => {
    const heading = isLine(entry) && entry.label === null && isHeading(entry, node.body[i + 1]);
    if (heading) children.push(newNode(entry, null, rank));
    else (children.at(-1)?.body ?? body).push(entry);
  });
  // One lone heading in the middle of a list is more likely a stray short line than a structure.
  if (children.length === 0 || (children.length === 1 && body.length > 1 && rank > SECTION_RANK)) return;
  node.body = body;
  node.children = children;
}
