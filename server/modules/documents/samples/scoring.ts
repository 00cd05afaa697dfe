/**
 * How close a draft is to the gold labels. List fields are matched one to one, the most alike pairs first, and counted as
 * right, too many and missed; single values are right or not. Two texts are compared by the words they share (F1).
 */
import type { Gold, GoldActivity, GoldResponsibility } from './gold-format.ts';

type Loose = Record<string, unknown>;
export interface Tally {
  right: number;
  extra: unknown[];
  missed: unknown[];
}
export interface Score {
  lists: Record<string, Tally>;
  values: Record<string, { ok: boolean; want: unknown; got: unknown }>;
}

const words = (text: unknown): string[] =>
  String(text ?? '')
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Share of common words, 0 to 1; two empty texts are alike. */
export function alike(a: unknown, b: unknown): number {
  const [left, right] = [words(a), words(b)];
  if (left.length + right.length === 0) return 1;
  const counts = Map.groupBy(left, (word) => word);
  const shared = right.filter((word) => counts.get(word)?.pop() !== undefined).length;
  return (2 * shared) / (left.length + right.length);
}

const same = (a: unknown, b: unknown): boolean =>
  a == null || b == null ? (a ?? null) === (b ?? null) : alike(a, b) > 0.95;
const rowsOf = (value: unknown): Loose[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string =>
  String((value && typeof value === 'object' ? (value as Loose).text : value) ?? '');
const at = (value: unknown, key: string): unknown => (value as Loose | null | undefined)?.[key] ?? null;

/** Pairs gold with draft rows; a pair counts from `least` on. */
export function pair<G, D>(gold: G[], draft: D[], likeness: (g: G, d: D) => number | boolean, least = 0.9): Tally {
  const pairs = gold.flatMap((g, i) => draft.map((d, j) => ({ i, j, how: Number(likeness(g, d)) })));
  const [used, taken] = [new Set<number>(), new Set<number>()];
  for (const { i, j } of pairs.filter(({ how }) => how >= least).sort((a, b) => b.how - a.how)) {
    if (used.has(i) || taken.has(j)) continue;
    used.add(i);
    taken.add(j);
  }
  return {
    right: used.size,
    missed: gold.filter((_, i) => !used.has(i)),
    extra: draft.filter((_, j) => !taken.has(j)),
  };
}

/** Sections, subsections and their points, each by its number and title. */
function outline(sections: unknown): { key: string; title: unknown }[] {
  return rowsOf(sections).flatMap((section) => {
    const numeral = String(section.numeral ?? '');
    const below = (node: Loose) => ({ key: `${numeral}.${node.number ?? ''}`, title: node.title ?? null });
    const children = rowsOf(section.children).flatMap((child) => [below(child), ...rowsOf(child.children).map(below)]);
    return [{ key: numeral, title: section.title ?? null }, ...children];
  });
}

const sameHeading = (g: { key: string; title: unknown }, d: { key: string; title: unknown }): boolean =>
  g.key === d.key &&
  (g.title === null || alike(g.title, d.title) > 0.9 || String(d.title ?? '').startsWith(String(g.title)));

const sameReference = (g: object, d: Loose): boolean =>
  ['type', 'ref', 'date'].every((key) => at(g, key) === at(d, key));

const byText = (gold: unknown[], draft: unknown): Tally =>
  pair(gold.map(textOf), rowsOf(draft).map(textOf), alike, 0.95);

/** Rows of a matrix: values are tied to the row's place, as a cell in the wrong row is wrong. */
function activityTallies(gold: GoldActivity[], draft: Loose[]): Record<string, Tally> {
  const rows = gold as unknown as Loose[];
  const equal = (a: string, b: string): boolean => a === b;
  const counts = (list: Loose[]) =>
    list.flatMap((row, i) => rowsOf(row.counts).map(({ count, unit }) => `${i}|${count}|${unit}`));
  const times = (list: Loose[]) =>
    list.map((row, i) => `${i}${JSON.stringify(at(row.time, 'quarters') ?? [])}${at(row.time, 'deadline')}`);
  const units = (list: Loose[], key: string) =>
    list.flatMap((row, i) => ((row[key] ?? []) as unknown[]).map((unit) => ({ i, unit })));
  const byUnit = (key: string): Tally =>
    pair(units(rows, key), units(draft, key), (g, d) => (g.i === d.i ? alike(g.unit, d.unit) : 0));
  return {
    'activities: rows': pair(rows, draft, (g, d) =>
      ['product', 'content'].every((key) => alike(textOf(g[key]), textOf(d[key])) > 0.95),
    ),
    'activities: counts': pair(counts(rows), counts(draft), equal),
    'activities: time': pair(times(rows), times(draft), equal),
    'activities: leadUnits': byUnit('leadUnits'),
    'activities: coordinatingUnits': byUnit('coordinatingUnits'),
  };
}

function dutyTallies(gold: GoldResponsibility[], draft: Loose[]): Record<string, Tally> {
  const actors = (list: { actor?: unknown }[]) => list.map(({ actor }) => String(actor ?? ''));
  const duties = (list: { actor?: unknown; duties?: unknown }[]) =>
    list.flatMap(({ actor, duties }) => rowsOf(duties).map((one) => ({ actor: actor ?? '', text: textOf(one) })));
  return {
    actors: pair(actors(gold), actors(draft), alike),
    duties: pair(duties(gold), duties(draft), (g, d) => alike(g.actor, d.actor) > 0.9 && alike(g.text, d.text), 0.95),
  };
}

function areaTallies(gold: Gold, draft: Loose[]): Record<string, Tally> {
  const areas = gold.contentAreas as unknown as Loose[];
  const focal = (list: Loose[]) =>
    list.flatMap((area) => ((area.focalUnits ?? []) as unknown[]).map((unit) => `${area.number}|${unit}`));
  return {
    'content areas': pair(areas, draft, (g, d) => alike(textOf(g.text), textOf(d.text)) > 0.95),
    'focal units': pair(focal(areas), focal(draft), (g, d) => g === d),
    'content items': byText(
      areas.flatMap(({ items }) => rowsOf(items)),
      draft.flatMap(({ items }) => rowsOf(items)),
    ),
  };
}

function listsOf(gold: Gold, draft: Loose): Record<string, Tally> {
  const withRef = (list: unknown): Loose[] => rowsOf(list).filter(({ ref }) => ref);
  const bases = rowsOf(draft.legalBases);
  const sameIssuer = (g: object, d: Loose) => at(g, 'ref') === at(d, 'ref') && same(at(g, 'issuer'), at(d, 'issuer'));
  const named = (g: { name: string; text: string }, d: Loose) => Math.max(alike(g.name, d.name), alike(g.text, d.name));
  return {
    'legal bases: type, number, date': pair(gold.legalBases, bases, sameReference),
    'legal bases: issuer': pair(gold.legalBases, bases, sameIssuer),
    'citations: type, number, date': pair(withRef(gold.citedDocuments), withRef(draft.citedDocuments), sameReference),
    sections: pair(outline(gold.sections), outline(draft.sections), sameHeading),
    purposes: byText(gold.purposes, draft.purposes),
    requirements: byText(gold.requirements, draft.requirements),
    ...areaTallies(gold, rowsOf(draft.contentAreas)),
    solutions: byText(gold.solutions, draft.solutions),
    ...activityTallies(gold.activities, rowsOf(draft.activities)),
    ...dutyTallies(gold.responsibilities, rowsOf(draft.responsibilities)),
    'quotas: actor, period, count': pair(
      gold.quotas,
      rowsOf(draft.quotas),
      (g, d) =>
        same(g.actor ?? '-', d.actor ?? '-') && g.per === at(d, 'per') && (g.minCount ?? null) === at(d, 'minCount'),
    ),
    channels: pair(gold.channels, rowsOf(draft.channels), (g, d) => (g.kind === d.kind ? named(g, d) : 0), 0.6),
    'recipients: name, mode': pair(
      gold.recipients,
      rowsOf(draft.recipients),
      (g, d) => (g.mode ?? null) === at(d, 'mode') && alike(g.name, d.name) > 0.95,
    ),
  };
}

/** `printed`: false for files whose header was rebuilt, where a value missing from the gold text proves nothing. */
function valuesOf(gold: Gold, draft: Loose, printed: boolean): Score['values'] {
  const values: Score['values'] = {};
  const set = (name: string, want: unknown, got: unknown, ok: boolean) => {
    values[name] = { ok, want, got };
  };
  const exact = (name: string, want: unknown, got: unknown) => set(name, want, got, (want ?? null) === (got ?? null));
  const { parentBody, issuingBody, date, ...header } = gold.header;
  const head = (key: string) => at(draft.header, key);
  exact('number', header.number, head('number'));
  if (printed || header.symbol) exact('symbol', header.symbol, head('symbol'));
  if (printed || header.place) {
    exact('place', header.place, head('place'));
    const sameDate = ['iso', 'month'].every((key) => at(date, key) === at(head('date'), key));
    set('date', date, head('date'), sameDate);
  }
  const bodies = [issuingBody.value, issuingBody.full, issuingBody.short].filter(Boolean);
  set(
    'issuingBody',
    issuingBody.value,
    head('issuingBody'),
    bodies.some((one) => same(one, head('issuingBody'))),
  );
  const { value = null, inferred = null } = parentBody;
  const parents = printed && value === null ? [null, inferred] : [value ?? inferred];
  set(
    'parentBody',
    value ?? inferred,
    head('parentBody'),
    parents.some((one) => same(one, head('parentBody'))),
  );
  set('title', gold.title.norm, draft.title, same(gold.title.norm, draft.title));
  set('docType', gold.docType, draft.docType, alike(gold.docType, draft.docType) === 1);
  const samePeriod = (['kind', 'from', 'to'] as const).every((key) => gold.period[key] === at(draft.period, key));
  set('period', gold.period, draft.period, samePeriod);
  for (const key of ['mode', 'position', 'name'] as const)
    set(`signer.${key}`, gold.signer[key], at(draft.signer, key), same(gold.signer[key], at(draft.signer, key)));
  const money =
    !gold.budget === !draft.budget && (!gold.budget || same(gold.budget.source, at(draft.budget, 'source')));
  set('budget', gold.budget?.source, at(draft.budget, 'source'), money);
  return values;
}

export const scorePlan = (draft: Loose, gold: Gold, printed = true): Score => ({
  lists: listsOf(gold, draft),
  values: valuesOf(gold, draft, printed),
});
