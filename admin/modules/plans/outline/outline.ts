import type { Part } from '#lib/plan-parts.ts';
import type { Book } from '../editing/book.ts';
import { type Section, sectionOf } from './sections.ts';

type Lines = Pick<Book, 'order' | 'lines'>;

/** Where a line goes: its part, what it hangs from, and the sibling it stands behind (null: first). */
export interface Place {
  part: Part;
  parentId: string | null;
  afterId: string | null;
}

/** Lines of a section as they are read, from top to bottom. */
export function readingOrder(lines: Lines, { part, child }: Section): string[] {
  return lines.order(part, null).flatMap((id) => [id, ...(child ? lines.order(child, id) : [])]);
}

/** The line above or below in the section; undefined at its ends. */
export function neighbour(lines: Lines, id: string, step: -1 | 1): string | undefined {
  const line = lines.lines.get(id);
  if (!line) return undefined;
  const ids = readingOrder(lines, sectionOf(line.mine.part));
  return ids[ids.indexOf(id) + step];
}

/** Where Enter puts the next line: below what bears children, else behind the line itself. */
export function nextPlace(lines: Lines, id: string): Place {
  const { part, parentId } = lines.lines.get(id)!.mine;
  const { child } = sectionOf(part);
  if (parentId === null && child) return { part: child, parentId: id, afterId: null };
  return { part, parentId, afterId: id };
}

/** Alt + ↑ ↓: among its siblings; a child goes on below the next or the previous parent. */
export function movedPlace(lines: Lines, id: string, step: -1 | 1): Place | undefined {
  const { part, parentId } = lines.lines.get(id)!.mine;
  const siblings = lines.order(part, parentId);
  const at = siblings.indexOf(id);
  if (step === -1 && at > 0) return { part, parentId, afterId: siblings[at - 2] ?? null };
  if (step === 1 && at < siblings.length - 1) return { part, parentId, afterId: siblings[at + 1]! };
  if (parentId === null) return undefined;
  const parents = lines.order(sectionOf(part).part, null);
  const other = parents[parents.indexOf(parentId) + step];
  if (other === undefined) return undefined;
  return { part, parentId: other, afterId: step === -1 ? (lines.order(part, other).at(-1) ?? null) : null };
}

/** Tab: a line becomes the last child of the one above it, where such a child makes sense and nothing hangs from it. */
export function indentedPlace(lines: Lines, id: string): Place | undefined {
  const { part, parentId } = lines.lines.get(id)!.mine;
  const { child } = sectionOf(part);
  if (parentId !== null || !child || lines.order(child, id).length > 0) return undefined;
  const roots = lines.order(part, null);
  const above = roots[roots.indexOf(id) - 1];
  if (above === undefined) return undefined;
  return { part: child, parentId: above, afterId: lines.order(child, above).at(-1) ?? null };
}

/** Shift + Tab: a child becomes a line of its own behind its parent. */
export function outdentedPlace(lines: Lines, id: string): Place | undefined {
  const { part, parentId } = lines.lines.get(id)!.mine;
  return parentId === null ? undefined : { part: sectionOf(part).part, parentId: null, afterId: parentId };
}

/** Marks that lists bring along when they are pasted: '- ', '+ ', '• ', '1. ', '1.2. ', 'a) '. */
const MARK = /^\s*(?:[-–—+•▪●*]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ][.)])\s+/iu;

/** Pasted text as lines of an outline: one a line, without the marks of its list, empty ones left out. */
export function pastedLines(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(MARK, '').replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

/** Text around a selection: what stays before it and what goes to the next line. */
export function cutAt(text: string, from: number, to: number): [before: string, after: string] {
  return [text.slice(0, from).trimEnd(), text.slice(to).trimStart()];
}
