import type { DraftTime } from '#lib/plan-draft.ts';
import type { Abbreviation } from './abbreviations.ts';
import { findCounts } from './counts.ts';
import { findFocal } from './focal.ts';
import { foldLetters } from './fold.ts';
import { possibleLead } from './heading.ts';
import { itemsOf, wholePieces } from './items.ts';
import { isLine, joinPieces, type Piece, piece } from './lines.ts';
import type { Activity } from './matrix.ts';
import { type Node, walk } from './node.ts';
import { readTime, type YearSense } from './time.ts';

/** Activities that are written as a list: below "Các hoạt động", below a month or a quarter. */
export function readListed(root: Node, years: YearSense | null, known: readonly Abbreviation[]): Activity[] {
  const found: Activity[] = [];
  const done = new Set<Node>();
  for (const node of walk(root)) {
    if ((node.role !== 'activity' && node.role !== 'schedule') || done.has(node)) continue;
    done.add(node);
    if (hasPhases(node, years)) continue;
    if (node.role === 'activity' || node.children.some(isDated)) collect(node, null, found, years, known, done);
  }
  return found;
}

/** "Năm 2026: …", "Giai đoạn 2027 - 2028: …" say how the plan runs over the years; they are no activities. */
function hasPhases(node: Node, years: YearSense | null): boolean {
  const titles = [
    ...node.body.filter(isLine).map((line) => line.text.slice(0, possibleLead(line))),
    ...node.children.flatMap((child) => (child.title ? [child.title.text] : [])),
  ];
  return titles.length >= 2 && titles.every((title) => isPhase(title, years));
}

function isPhase(title: string, years: YearSense | null): boolean {
  const time = readTime(title, years);
  const dated = time.months.length > 0 || time.quarters.length > 0 || time.deadline !== null;
  return !dated && /^(?:nam|giai doan|cac nam|tu nam|den nam|buoc|dot) .*\d{4}/.test(foldLetters(title));
}

const isDated = (node: Node): boolean => node.title !== null && isTime(node.title.text);
const isTime = (text: string): boolean =>
  /^(?:trong |tu )?(?:thang|quy|tuan|hoc ky|giai doan|dot|truoc ngay|tu ngay|ngay)\s*[\divx]/.test(foldLetters(text));

function collect(
  node: Node,
  when: string | null,
  found: Activity[],
  years: YearSense | null,
  known: readonly Abbreviation[],
  done: Set<Node>,
): void {
  let time = when ?? (node.title && isTime(node.title.text) ? node.title.text : null);
  if (node.inline && when !== null) found.push(activityOf(node.inline, null, time, years));
  for (const item of itemsOf(node.body)) {
    if (isTime(item.piece.text) && item.piece.text.length < 40 && item.line.label === null) time = item.piece.text;
    else found.push(activityOf(item.piece, null, time, years));
  }
  for (const child of node.children) {
    done.add(child);
    if (child.role !== 'activity' && child.role !== node.role) continue;
    if (isDated(child)) collect(child, child.title!.text, found, years, known, done);
    else found.push(activityOf(joinPieces(child.line ? wholePieces(child) : [piece(child.line!)]), child, time, years));
  }
}

function activityOf(text: Piece, node: Node | null, when: string | null, years: YearSense | null): Activity {
  const focal = findFocal(text.text);
  const content = node?.title ?? text;
  const own: DraftTime = readTime(text.text, years);
  const dated = own.deadline !== null || own.months.length > 0 || own.quarters.length > 0;
  return {
    no: node?.number?.name ?? null,
    content,
    product: { text: '', spans: [] },
    theme: null,
    counts: findCounts(text.text).map(({ count, unit }) => ({ count, unit })),
    leadUnits: focal?.focalUnits ?? [],
    coordinatingUnits: focal?.coordinatingUnits ?? [],
    time:
      (dated && (when === null || own.deadline !== null)) || when === null
        ? { ...own, ...(dated ? {} : { text: undefined }) }
        : readTime(when, years),
    budget: null,
    channel: null,
    spans: text.spans,
    sure: 0.6,
  };
}
