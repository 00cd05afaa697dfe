import { moments } from './plan-parts.ts';
import { matchesOf } from './same-order.ts';

/** A frozen plan as versions keep it: header facts and lines in the order of the paper. */
export interface PlanContent {
  header: Record<string, string | number | null>;
  lines: ContentLine[];
}

export interface ContentLine {
  id: string;
  part: string;
  parentId: string | null;
  text: string;
  detail: Record<string, unknown>;
  /** Versions frozen before moments were kept name none: published. */
  targets: { product: string; counts: string; moment?: string | undefined; months: Record<string, number> }[];
}

export interface WordChange {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

export interface LineChange {
  kind: 'added' | 'removed' | 'changed' | 'moved';
  part: string;
  /** Short text of the line, for the heading of the change. */
  label: string;
  words: WordChange[];
  facts: { name: string; before: string | null; after: string | null }[];
}

/** What changed from one version to another, line by line, readable by a person who did not write it. */
export function diffPlans(before: PlanContent, after: PlanContent): LineChange[] {
  const changes: LineChange[] = [];
  const facts = changedFacts(before.header, after.header);
  if (facts.length > 0) changes.push({ kind: 'changed', part: 'header', label: '', words: [], facts });
  const old = new Map(before.lines.map((l) => [l.id, l]));
  const order = keptOrder(before.lines, after.lines);
  for (const line of after.lines) {
    const was = old.get(line.id);
    if (!was)
      changes.push({
        kind: 'added',
        part: line.part,
        label: short(line),
        words: [{ kind: 'added', text: textOf(line) }],
        facts: [],
      });
    else pushChange(changes, was, line, order.has(line.id));
    old.delete(line.id);
  }
  for (const line of old.values())
    changes.push({
      kind: 'removed',
      part: line.part,
      label: short(line),
      words: [{ kind: 'removed', text: textOf(line) }],
      facts: [],
    });
  return changes;
}

function pushChange(changes: LineChange[], was: ContentLine, line: ContentLine, keepsPlace: boolean): void {
  const facts = changedFacts(factsOf(was), factsOf(line));
  const words = textOf(was) === textOf(line) ? [] : diffWords(textOf(was), textOf(line));
  if (words.length > 0 || facts.length > 0)
    changes.push({ kind: 'changed', part: line.part, label: short(line), words, facts });
  else if (!keepsPlace || was.parentId !== line.parentId)
    changes.push({ kind: 'moved', part: line.part, label: short(line), words: [], facts: [] });
}

const textOf = (line: ContentLine): string =>
  typeof line.detail.title === 'string' && line.detail.title ? `${line.detail.title}: ${line.text}` : line.text;
const short = (line: ContentLine): string =>
  textOf(line).length > 90 ? `${textOf(line).slice(0, 88).trimEnd()}…` : textOf(line);

export const momentOf = (target: { moment?: string | undefined }): (typeof moments)[number] =>
  moments.find((m) => m === target.moment) ?? 'published';

function factsOf(line: ContentLine): Record<string, string | number | null> {
  const plain = Object.entries(line.detail).filter(([k]) => k !== 'title');
  const targets = line.targets
    .map(
      (t) =>
        `${Object.values(t.months).reduce((a, b) => a + b, 0)} ${t.product} (${Object.keys(t.months).sort().join(', ')})`,
    )
    .join('; ');
  const counted = line.targets.filter((t) => momentOf(t) !== 'published').map((t) => `${t.product}: ${momentOf(t)}`);
  return {
    ...Object.fromEntries(plain.map(([k, v]) => [k, factText(v)])),
    targets: targets || null,
    moments: counted.join('; ') || null,
  };
}

function factText(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.length > 0 ? value.map((v) => factText(v) ?? '').join(', ') : null;
  if (typeof value === 'object') return 'name' in value ? String(value.name) : JSON.stringify(value);
  return String(value);
}

function changedFacts(before: Record<string, string | number | null>, after: Record<string, string | number | null>) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const show = (v: string | number | null | undefined) => (v === null || v === undefined ? null : String(v));
  return names
    .map((name) => ({ name, before: show(before[name]), after: show(after[name]) }))
    .filter((f) => f.before !== f.after);
}

/** Ids of the lines that kept their order among each other. The others were moved. */
function keptOrder(before: readonly ContentLine[], after: readonly ContentLine[]): Set<string> {
  const [were, are] = [before, after].map((lines) => lines.map((l) => l.id)) as [string[], string[]];
  const found = matchesOf(were, are);
  return new Set(were.filter((_, at) => found[at]! >= 0));
}

/** Words of two texts together beyond which they are not compared word by word. */
const longest = 4000;
/** Edits beyond which nobody reads a comparison any more: a third of the words, and never more than this. */
const mostEdits = 600;

/** Word-by-word difference; texts that differ wholly come out as one removal and one addition. */
export function diffWords(before: string, after: string): WordChange[] {
  const changes = merged(diffTokens(wordsIn(before + END), wordsIn(after + END)));
  return merged(withoutEnd(withoutEnd(changes, 'removed', 'added'), 'added', 'removed'));
}

/** The last word has no space after it; with one, it is the same word also where more follows. */
const END = ' ';
const wordsIn = (text: string): string[] => text.match(/\S*\s|\S+$/gu) ?? [];

/** Takes the space after the end of one text away again; where it is the other's own, it stays as a change of that one. */
function withoutEnd(changes: readonly WordChange[], kind: WordChange['kind'], other: WordChange['kind']): WordChange[] {
  const at = changes.findLastIndex((one) => one.kind === 'same' || one.kind === kind);
  const last = changes[at];
  if (!last) return [...changes];
  const kept = { ...last, text: last.text.slice(0, -END.length) };
  const own: WordChange[] = last.kind === 'same' ? [{ kind: other, text: END }] : [];
  return [...changes.slice(0, at), kept, ...own, ...changes.slice(at + 1)];
}

function diffTokens(a: readonly string[], b: readonly string[]): WordChange[] {
  const whole = between(a, b);
  const words = a.length + b.length;
  const limit = Math.min(mostEdits, 20 + Math.ceil(words / 3));
  if (words > longest || words - 2 * shared(a, b) > limit) return whole;
  const found = matchesOf(a, b);
  const changes: WordChange[] = [];
  let [from, to] = [0, 0];
  for (const [at, match] of found.entries()) {
    if (match < 0) continue;
    if (from < at || to < match) changes.push(...between(a.slice(from, at), b.slice(to, match)));
    changes.push({ kind: 'same', text: a[at]! });
    [from, to] = [at + 1, match + 1];
  }
  changes.push(...between(a.slice(from), b.slice(to)));
  return words - 2 * found.filter((match) => match >= 0).length > limit ? whole : changes;
}

const between = (gone: readonly string[], come: readonly string[]): WordChange[] => [
  { kind: 'removed', text: gone.join('') },
  { kind: 'added', text: come.join('') },
];

/** How many words two texts have in common, wherever they stand: no edit can keep more. */
function shared(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let both = 0;
  for (const word of b) {
    const n = left.get(word) ?? 0;
    if (n > 0) both++;
    left.set(word, n - 1);
  }
  return both;
}

function merged(changes: readonly WordChange[]): WordChange[] {
  const out: WordChange[] = [];
  for (const change of changes) {
    const last = out.at(-1);
    if (change.text === '') continue;
    if (last?.kind === change.kind) last.text += change.text;
    else out.push({ ...change });
  }
  return out;
}
