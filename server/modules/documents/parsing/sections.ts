import type { DraftSection, DraftSubsection } from '#lib/plan-draft.ts';
import { isActor } from './duties.ts';
import { findFocal } from './focal.ts';
import type { Node } from './node.ts';

/** The plan's headings as a table of contents: sections, their numbered parts, and headings among the points below. */
export function sectionsOf(root: Node): DraftSection[] {
  return root.children.map((node) => ({
    numeral: node.number?.name ?? null,
    title: titleOf(node) ?? node.line?.text ?? '',
    children: node.children.filter(isListed).map(subsection),
  }));
}

function subsection(node: Node): DraftSubsection {
  return {
    number: node.number?.name ?? null,
    title: titleOf(node),
    children: node.children.filter(isListed).map(subsection),
  };
}

/** Points with letters are headings only where something stands below them or they name who acts. */
function isListed(node: Node): boolean {
  const { number } = node;
  if (
    number === null ||
    number.kind === 'decimal' ||
    number.kind === 'roman' ||
    number.kind === 'part' ||
    number.kind === 'capital'
  )
    return true;
  if (node.title === null) return false;
  return node.children.length > 0 || node.body.length > 0 || (node.role === 'duty' && isActor(node.title.text));
}

/** The words of the heading without a bracket that only names who leads. */
function titleOf(node: Node): string | null {
  if (!node.title) return null;
  const focal = findFocal(node.title.text);
  return focal && focal.from > 0 ? node.title.text.slice(0, focal.from).replace(/[\s:.,]+$/, '') : node.title.text;
}
