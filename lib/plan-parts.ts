import * as z from 'zod/mini';
import { monthOf, monthsBetween } from './months.ts';

/** The parts a plan is made of, in the order they stand on paper, and what each line carries beside its text. */
export const partNames = [
  'basis',
  'purpose',
  'requirement',
  'audience',
  'message',
  'area',
  'solution',
  'activity',
  'channel',
  'actor',
  'duty',
  'quota',
  'deliverable',
  'reporting',
  'recipient',
] as const;
export type Part = (typeof partNames)[number];

/** Ten years: longer than any plan, and short enough that the sum of a target is a whole number everywhere. */
const mostMonths = 120;

const words = (max = 500) => z.string().check(z.trim(), z.normalize('NFC'), z.maxLength(max, 'fields.too-long'));
const maybe = <T extends z.ZodMiniType>(type: T) => z._default(z.nullable(type), null);
const idText = () => z.string().check(z.maxLength(60, 'fields.id'));

/** A unit as it is named on paper; linked where the system knows it. */
export const unitRef = z.object({ name: words(), unitId: maybe(idText()) });
export type UnitRef = z.output<typeof unitRef>;
const unitRefs = z._default(z.array(unitRef).check(z.maxLength(60)), []);

export const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'fields.month'));
export const quotaPeriods = ['week', 'month', 'quarter', 'semester', 'schoolYear', 'year'] as const;
/** At which moment an item counts towards a quota or a target (product: "What counts"). */
export const moments = ['sent', 'approved', 'published', 'picked'] as const;
export const whatCounts = [
  'unit-article',
  'newspaper-article',
  'broadcast',
  'social-post',
  'photo-set',
  'video',
  'bulletin',
  'event',
  'training',
  'other',
] as const;
export const channelKinds = [
  'portal',
  'website',
  'fanpage',
  'social',
  'zalo',
  'email',
  'bulletin',
  'press',
  'radio',
  'tv',
  'massMedia',
  'direct',
  'event',
  'publication',
] as const;
export const recipientModes = ['b/c', 't/h', 'p/h', 'archive'] as const;
const period = maybe(z.enum(quotaPeriods));
const count = maybe(z.int().check(z.minimum(0), z.maximum(1_000_000)));

export const partDetails = {
  basis: z.object({
    type: maybe(words()),
    ref: maybe(words()),
    issuer: maybe(words()),
    date: maybe(words(10)),
    title: maybe(words(2000)),
  }),
  purpose: z.object({}),
  requirement: z.object({}),
  audience: z.object({}),
  message: z.object({}),
  area: z.object({ title: maybe(words(1000)), focalUnits: unitRefs, coordinatingUnits: unitRefs }),
  solution: z.object({}),
  activity: z.object({
    product: z._default(words(4000), ''),
    leadUnits: unitRefs,
    coordinatingUnits: unitRefs,
    quarters: z._default(z.array(z.int().check(z.minimum(1), z.maximum(4))).check(z.maxLength(4)), []),
    months: z._default(z.array(month).check(z.maxLength(mostMonths)), []),
    deadline: maybe(z.iso.date('fields.day')),
    timeText: maybe(words()),
    channels: z._default(z.array(words()).check(z.maxLength(60)), []),
    audience: maybe(words()),
    budgetVnd: maybe(z.int().check(z.minimum(0))),
    budgetSource: maybe(words()),
  }),
  channel: z.object({
    kind: z._default(z.enum(channelKinds), 'portal'),
    role: maybe(z.enum(['main', 'other', 'mention'])),
  }),
  actor: z.object({ unitId: maybe(idText()) }),
  duty: z.object({}),
  quota: z.object({
    actor: maybe(words()),
    product: maybe(words()),
    minCount: count,
    per: period,
    deadline: maybe(words()),
    to: maybe(words()),
    moment: z._default(z.enum(moments), 'sent'),
  }),
  deliverable: z.object({ actor: maybe(words()), product: maybe(words()), count, due: maybe(words()) }),
  reporting: z.object({ actor: maybe(words()), per: period, due: maybe(words()), to: maybe(words()) }),
  recipient: z.object({ mode: maybe(z.enum(recipientModes)) }),
} as const satisfies Record<Part, z.ZodMiniType>;

export type DetailOf<P extends Part> = z.output<(typeof partDetails)[P]>;

/** A countable product of an activity; `months` says when how many are due, and their sum is the total. */
export const target = z.object({
  id: z.uuid(),
  product: words().check(z.minLength(1, 'fields.required')),
  counts: z.enum(whatCounts),
  /** From which moment on an item counts. */
  moment: z._default(z.enum(moments), 'published'),
  months: z
    .record(month, z.int('fields.number').check(z.minimum(0, 'fields.number'), z.maximum(100_000, 'fields.number')))
    .check(z.refine((months) => Object.keys(months).length <= mostMonths, 'fields.month')),
});
export type Target = z.output<typeof target>;

export const totalOf = (t: Pick<Target, 'months'>): number => Object.values(t.months).reduce((sum, n) => sum + n, 0);

/** Where a line comes from: the place in the document it was read from. */
export const trace = z.object({
  documentId: idText(),
  field: words(200),
  /** Words of the source as they stood when the line was taken over. */
  text: z.string().check(z.normalize('NFC'), z.maxLength(20_000, 'fields.too-long')),
});
export type Trace = z.output<typeof trace>;

/** What a line may hang from: a duty must hang from an actor, an item may hang from its content area. */
export const parentPart: Partial<Record<Part, Part>> = { duty: 'actor', area: 'area' };

/** Months 'YYYY-MM' of a quarter of a calendar year. */
export const monthsOfQuarter = (year: number, quarter: number): string[] =>
  [1, 2, 3].map((n) => monthOf(year, (quarter - 1) * 3 + n));

/**
 * Spreads a count over months: as even as whole numbers allow, the later months take the remainder (they are due by
 * then). Months that get nothing are left out.
 */
export function spread(total: number, months: readonly string[]): Record<string, number> {
  const sorted = [...months].sort();
  const each = Math.floor(total / Math.max(1, sorted.length));
  const extra = total - each * sorted.length;
  const shares = sorted.map((m, i) => [m, each + (i >= sorted.length - extra ? 1 : 0)] as const);
  return Object.fromEntries(shares.filter(([, n]) => n > 0));
}

/** Months of a plan's period, in order. A school year runs from September to August. */
export function monthsOfPeriod(period: {
  kind: 'calendarYear' | 'schoolYear' | 'range';
  from: number;
  to: number;
}): string[] {
  const [first, last] =
    period.kind === 'schoolYear'
      ? [monthOf(period.from, 9), monthOf(period.from + 1, 8)]
      : [monthOf(period.from, 1), monthOf(period.to, 12)];
  return monthsBetween(first, last).slice(0, mostMonths);
}
