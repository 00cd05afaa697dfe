import { PLAIN_ROLE, ROLE_WORDS, type Role } from './lexicon/sections.ts';
import { looksLikeActor } from './lexicon/units.ts';
import type { Node } from './node.ts';

/** Roles that the words of a heading name, in the order of a plan. @param fold folded title */
export function rolesOf(fold: string): Role[] {
  const words = fold.replace(/[\s:.;]+$/, '').trim();
  if (words.length > 160) return [];
  return ROLE_WORDS.filter(([, pattern]) => pattern.test(words)).map(([role]) => role);
}

/** True when a heading names its role and nothing else ("Các nội dung chủ yếu"). */
export const isPlainRole = (fold: string): boolean => PLAIN_ROLE.test(fold.replace(/[\s:.;]+$/, '').trim());

/** Roles that a heading may take below a section of another role; elsewhere its words are a topic or an actor. */
const TAKES_OVER: Partial<Record<Role, RegExp>> = {
  budget: /^(?:ve |nguon )?kinh phi\b|^du toan\b/,
  reporting: /^(?:ve )?(?:che do|cong tac)? ?(?:thong tin,? )?(?:bao cao|so ket|tong ket)\b/,
  schedule: /^(?:ve )?(?:thoi gian|tien do|thoi han|lo trinh|dia diem)\b/,
  audience: /^(?:ve )?(?:doi tuong|pham vi)\b/,
};

/** What one node is taken for, from the top down: its own words first where they may speak, else the section's. */
export function assignRoles(root: Node): void {
  for (const child of root.children) assign(child, null);
}

function assign(node: Node, parent: Node | null): void {
  node.role = ownRole(node, parent) ?? parent?.role ?? null;
  if (node.role !== 'duty' && (parent === null || parent.role === null) && listsActors(node)) node.role = 'duty';
  for (const child of node.children) assign(child, node);
}

/** "Nhiệm vụ cụ thể" with "1. Phòng …, 2. Các trường …" below it says who does what, whatever it is called. */
function listsActors(node: Node): boolean {
  const titled = node.children.filter((child) => child.title !== null);
  const actors = titled.filter((child) => looksLikeActor(child.title!.text) && child.roles.length === 0);
  return titled.length >= 2 && actors.length >= titled.length * 0.6 && !node.roles.includes('channel');
}

function ownRole(node: Node, parent: Node | null): Role | null {
  if (node.roles.length === 0) return null;
  const above = parent?.role ?? null;
  if (isSectionNumber(node) && isSectionTitle(node)) return leading(node);
  if (parent === null || above === null || parent.roles.length === 0) return leading(node);
  if (parent.roles.length > 1 && node.roles.some((role) => parent.roles.includes(role))) return leading(node);
  const fold = node.line?.fold ?? '';
  const taking = node.roles.find((role) => TAKES_OVER[role]?.test(fold));
  if (above === 'purpose' || above === 'requirement') {
    return node.roles.find((role) => role === 'purpose' || role === 'requirement') ?? taking ?? null;
  }
  if (taking && (above === 'duty' || above === 'reporting' || above === 'activity' || isPlainRole(fold))) return taking;
  if (above === 'content' || above === 'solution' || above === 'activity' || above === 'channel')
    return isPlainRole(fold) ? leading(node) : null;
  return null;
}

/** Roman sections below "A. …" or "Phần thứ hai" are sections in their own right where their words are a section's. */
const isSectionNumber = (node: Node): boolean => node.number?.kind === 'roman' || node.number?.kind === 'capital';

function isSectionTitle(node: Node): boolean {
  const fold = node.line?.fold ?? '';
  const own: Role[] = ['duty', 'budget', 'reporting', 'purpose', 'requirement', 'situation', 'basis'];
  if (isPlainRole(fold) || node.roles.some((role) => own.includes(role))) return true;
  return /^(?:ke hoach|lich|chuong trinh|tien do|bien phap|giai phap|hinh thuc|kenh|noi dung|cac hoat dong)\b/.test(
    fold,
  );
}

/** One role of several: the first that a plan would spend the section on. */
function leading(node: Node): Role {
  const has = (role: Role) => node.roles.includes(role);
  const fold = node.line?.fold ?? '';
  if (has('channel') && has('solution') && !/giai phap|bien phap/.test(fold)) return 'channel';
  if (has('duty') && !has('content')) return 'duty';
  if (has('activity') && (!has('content') || /\bcac hoat dong\b|\bke hoach\b|\blich\b/.test(fold))) return 'activity';
  // "Nhiệm vụ, giải pháp" is a list of measures; "Nội dung, giải pháp" has both below it.
  if (has('solution') && has('content') && !/\bnoi dung\b/.test(fold)) return 'solution';
  return node.roles[0]!;
}
