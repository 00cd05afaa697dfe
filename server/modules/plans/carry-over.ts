import { isAskedOf } from '#lib/asked-of-us.ts';
import { newId } from '#lib/id.ts';
import { monthsOfPeriod, monthsOfQuarter, type Part, spread, type Target, type UnitRef } from '#lib/plan-parts.ts';
import { countsFor } from '#lib/products.ts';
import type { ReviewField, ReviewGroup } from '#lib/review.ts';
import { fold } from '#lib/text.ts';
import type { Plan } from './plans.contract.ts';

/** A line that a plan takes over from a document, before it has a place in the plan. */
export interface CarriedLine {
  field: string;
  parentField: string | null;
  part: Part;
  text: string;
  detail: Record<string, unknown>;
  targets: Target[];
  why: 'content' | 'asked-of-us' | 'for-others';
  /** Who the document addresses, where it does. */
  actor: string | null;
  chosen: boolean;
}

interface Maker {
  unit: { kind: string; name: string };
  period: Plan['period'];
}

const partOf: Partial<Record<ReviewGroup, Part>> = {
  basis: 'basis',
  purpose: 'purpose',
  requirement: 'requirement',
  area: 'area',
  areaItem: 'area',
  solution: 'solution',
  activity: 'activity',
  channel: 'channel',
  duty: 'solution',
  quota: 'quota',
  deliverable: 'deliverable',
  reporting: 'reporting',
};

/** What a unit's own plan would take from a document: its content whole, of the duties those that are asked of us. */
export function carriedLines(fields: readonly ReviewField[], maker: Maker): CarriedLine[] {
  const byKey = new Map(fields.map((f) => [f.key, f]));
  const lines = fields.flatMap((f) => {
    const part = partOf[f.group];
    return part ? [carried(f, part, byKey, maker)] : [];
  });
  const counted = lines.filter((l) => l.why === 'asked-of-us' && l.part !== 'solution').map((l) => fold(l.text));
  return lines.map((l) =>
    l.why === 'asked-of-us' && l.part === 'solution' && isSaidBy(counted, l.text) ? { ...l, chosen: false } : l,
  );
}

/** A duty that quotas and reports say nearly whole would stand on paper twice: it is offered, not chosen. */
function isSaidBy(counted: readonly string[], duty: string): boolean {
  const words = fold(duty);
  const said = counted
    .filter((text) => words.includes(text.replace(/[.;,]+$/, '')))
    .reduce((n, text) => n + text.length, 0);
  return said >= words.length * 0.7;
}

function carried(f: ReviewField, part: Part, byKey: ReadonlyMap<string, ReviewField>, maker: Maker): CarriedLine {
  const actor =
    f.group === 'duty'
      ? (byKey.get(f.parent ?? '')?.value ?? null)
      : typeof f.detail.actor === 'string'
        ? f.detail.actor
        : null;
  const addressed = f.group === 'duty' || f.group === 'quota' || f.group === 'deliverable' || f.group === 'reporting';
  // A quota or report that names nobody is asked of everybody; one that names others is theirs.
  const asked = addressed && (actor === null ? f.group !== 'duty' : isAskedOf(actor, maker.unit));
  return {
    field: f.key,
    // An item whose area was made something else in the review stands by itself: below anything else it would not be printed.
    parentField: f.group === 'areaItem' && byKey.get(f.parent ?? '')?.group === 'area' ? f.parent : null,
    part,
    ...contentOf(f, maker.period),
    why: !addressed ? 'content' : asked ? 'asked-of-us' : 'for-others',
    actor,
    chosen: !addressed || asked,
  };
}

/** Text, detail and targets of a line from a reviewed field. */
function contentOf(
  f: ReviewField,
  period: Plan['period'],
): { text: string; detail: Record<string, unknown>; targets: Target[] } {
  const d = f.detail;
  switch (f.group) {
    case 'area': {
      const titled = typeof d.title === 'string' && d.title !== '';
      return {
        text: titled ? String(d.body ?? '') : f.value,
        detail: { title: titled ? f.value : null, focalUnits: [], coordinatingUnits: [] },
        targets: [],
      };
    }
    case 'activity':
      return activityContent(f, period);
    case 'channel':
      return { text: f.value, detail: { kind: d.kind ?? 'portal', role: d.role ?? null }, targets: [] };
    case 'quota':
      return {
        text: f.value,
        detail: { ...pick(d, ['product', 'minCount', 'per', 'deadline', 'to']), moment: 'sent' },
        targets: [],
      };
    case 'deliverable':
      return { text: f.value, detail: pick(d, ['product', 'count', 'due']), targets: [] };
    case 'reporting':
      return { text: f.value, detail: pick(d, ['per', 'due', 'to']), targets: [] };
    case 'basis':
      return { text: f.value, detail: pick(d, ['type', 'ref', 'issuer', 'date', 'title']), targets: [] };
    default:
      return { text: f.value, detail: {}, targets: [] };
  }
}

const pick = (d: Record<string, unknown>, keys: readonly string[]) =>
  Object.fromEntries(keys.filter((k) => d[k] !== undefined && d[k] !== null).map((k) => [k, d[k]]));
const refs = (names: unknown): UnitRef[] =>
  (Array.isArray(names) ? names : []).map((name) => ({ name: String(name), unitId: null }));

interface ReadTime {
  quarters: number[];
  months: number[];
  year: number | null;
  deadline: string | null;
  text: string | null;
}

/** The time of a field; people edit it in the review, so every piece is looked at before it is believed. */
function timeOf(value: unknown): ReadTime {
  const t = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const within = (list: unknown, most: number) =>
    [...new Set(Array.isArray(list) ? list : [])].filter((n) => Number.isInteger(n) && n >= 1 && n <= most);
  const day = typeof t.deadline === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(t.deadline);
  return {
    quarters: within(t.quarters, 4),
    months: within(t.months, 12),
    year: Number.isInteger(t.year) ? (t.year as number) : null,
    deadline: day ? (t.deadline as string) : null,
    text: typeof t.text === 'string' ? t.text : null,
  };
}

interface Count {
  count: number;
  unit: string;
}
const isCount = (c: Partial<Count> | null): c is Count =>
  Number.isInteger(c?.count) && c!.count! >= 0 && c!.count! <= 100_000 && typeof c?.unit === 'string' && c.unit !== '';

function activityContent(f: ReviewField, period: Plan['period']) {
  const d = f.detail;
  const time = timeOf(d.time);
  const months = monthsOf(time, period);
  const counts = ((Array.isArray(d.counts) ? d.counts : []) as Partial<Count>[]).filter(isCount).slice(0, 40);
  return {
    text: f.value,
    detail: {
      product: typeof d.product === 'string' ? d.product : '',
      leadUnits: refs(d.leadUnits),
      coordinatingUnits: refs(d.coordinatingUnits),
      quarters: time.quarters,
      months,
      ...lastDay(time, period),
    },
    targets: counts.map((c) => ({
      id: newId(),
      product: c.unit.slice(0, 500).toWellFormed(),
      counts: countsFor(c.unit),
      moment: 'published' as const,
      months: spread(c.count, months.length > 0 ? months : monthsOfPeriod(period).slice(-1)),
    })),
  };
}

/** Printed words and last day, for a plan of the printed year; a plan for another year keeps the day in its own. */
function lastDay(time: ReadTime, period: Plan['period']): { timeText: string | null; deadline: string | null } {
  const { year } = time;
  if (year === null || (year >= period.from && year <= period.to))
    return { timeText: time.text, deadline: time.deadline };
  const day = time.deadline?.slice(4) === '-02-29' ? '-02-28' : time.deadline?.slice(4);
  return { timeText: null, deadline: day ? `${period.from}${day}` : null };
}

/**
 * The months a printed time means within the plan's period: those of the printed year where the plan has it; a plan for
 * another year keeps the months, in its own.
 */
function monthsOf(time: ReadTime, period: Plan['period']): string[] {
  const wanted = new Set([
    ...time.quarters.flatMap((q) => monthsOfQuarter(2000, q).map((m) => m.slice(5))),
    ...time.months.map((m) => String(m).padStart(2, '0')),
  ]);
  if (wanted.size === 0 && time.deadline) wanted.add(time.deadline.slice(5, 7));
  const months = monthsOfPeriod(period).filter((m) => wanted.has(m.slice(5)));
  const ofYear = months.filter((m) => m.startsWith(`${time.year}-`));
  return ofYear.length > 0 ? ofYear : months;
}
