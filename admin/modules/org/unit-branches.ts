import type { TreeNode as UnitNode } from '#modules/org/org.contract.ts';
import type { TreeNode } from '../../ui/tree.tsx';

/** Children of one unit as far as they were brought; `next` where there are more. */
export interface Branch {
  items: readonly UnitNode[];
  next: string | null;
}

/** Branches by the id of their parent; '' holds the roots. */
export type Branches = ReadonlyMap<string, Branch>;

const MORE = 'more:';

/** The line at the end of a long branch that brings the next units. */
export const moreId = (parentId: string): string => `${MORE}${parentId}`;

/** The parent whose next units are asked for, where a line of the tree is such a line. */
export const parentToExtend = (lineId: string): string | undefined =>
  lineId.startsWith(MORE) ? lineId.slice(MORE.length) : undefined;

/** Lines of the tree: a unit without children is a leaf, one whose children were not brought yet can be opened. */
export function linesOf(
  branches: Branches,
  more: (parentName: string) => string,
  parentId = '',
  name = '',
): TreeNode[] {
  const branch = branches.get(parentId);
  if (!branch) return [];
  const lines = branch.items.map(
    (unit): TreeNode => ({
      id: unit.id,
      label: unit.name,
      detail: unit.children > 0 ? unit.children : undefined,
      ...(unit.children > 0 ? { children: linesOf(branches, more, unit.id, unit.name) } : {}),
    }),
  );
  if (branch.next !== null) lines.push({ id: moreId(parentId), label: more(name) });
  return lines;
}

/** The open branches that are still to be brought. */
export const missing = (branches: Branches, open: ReadonlySet<string>): string[] =>
  ['', ...open].filter((id) => !branches.has(id));

/** A branch with the next page put behind what was there. */
export function extended(branches: Branches, parentId: string, page: Branch): Branches {
  const before = branches.get(parentId)?.items ?? [];
  const known = new Set(before.map((unit) => unit.id));
  const items = [...before, ...page.items.filter((unit) => !known.has(unit.id))];
  return new Map(branches).set(parentId, { items, next: page.next });
}
