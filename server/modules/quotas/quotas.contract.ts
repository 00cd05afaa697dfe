import * as z from 'zod/mini';
import { endpoint, id, input, name, version, whole } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { moments, month, quotaPeriods, whatCounts } from '#lib/plan-parts.ts';
import { periodKinds } from '#lib/quota-periods.ts';
import { unitKinds } from '#lib/unit-kinds.ts';

export const quotaScopes = ['own', 'teams', 'below', 'asked', 'unit'] as const;
export type QuotaScope = (typeof quotaScopes)[number];
const nullable = z.nullable;
const when = nullable(z.string());

export const quota = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  planId: when,
  planTitle: when,
  scope: z.enum(quotaScopes),
  kinds: z.array(z.enum(unitKinds)),
  targetUnitId: when,
  targetUnitName: when,
  words: z.string(),
  product: z.string(),
  counts: z.array(z.enum(whatCounts)),
  minCount: z.int(),
  per: z.enum(quotaPeriods),
  moment: z.enum(moments),
  fromMonth: z.string(),
  toMonth: z.string(),
  endedAt: when,
  /** How many units or teams owe it. */
  units: z.int(),
  version: z.int(),
  can: z.array(z.enum(['edit', 'end'])),
});
export type Quota = z.output<typeof quota>;

export const listQuotas = endpoint({
  method: 'GET',
  path: '/quotas',
  summary: 'Quotas that a unit set, and those that it owes',
  can: 'outputs.read',
  input: input({ unitId: id() }),
  output: z.object({ set: z.array(quota), owed: z.array(quota), canSet: z.boolean() }),
});

const facts = {
  product: name(200),
  counts: z.array(z.enum(whatCounts)).check(z.minLength(1, 'fields.required'), z.maxLength(10)),
  minCount: z.int('fields.number').check(z.minimum(1, 'fields.number'), z.maximum(10_000, 'fields.number')),
  per: z.enum(quotaPeriods),
  moment: z.enum(moments),
  fromMonth: month,
  toMonth: month,
};

export const setQuota = endpoint({
  method: 'POST',
  path: '/quotas',
  summary: 'Set a quota for one’s own unit, its teams, units below by kind, or one unit below',
  can: 'quotas.manage',
  input: input({
    id: z.optional(id()),
    unitId: id(),
    scope: z.enum(['own', 'teams', 'below', 'unit']),
    kinds: z._default(z.array(z.enum(unitKinds)).check(z.maxLength(unitKinds.length)), []),
    targetUnitId: z._default(nullable(id()), null),
    ...facts,
    moment: z._default(facts.moment, 'sent'),
  }),
  output: quota,
});

const quotaId = { quotaId: id() };
export const editQuota = endpoint({
  method: 'PATCH',
  path: '/quotas/:quotaId',
  summary: 'Change what a quota counts, how many, at which moment and in which months',
  can: 'quotas.manage',
  input: input({
    ...quotaId,
    version: version(),
    counts: z.optional(facts.counts),
    minCount: z.optional(facts.minCount),
    per: z.optional(facts.per),
    moment: z.optional(facts.moment),
    fromMonth: z.optional(facts.fromMonth),
    toMonth: z.optional(facts.toMonth),
  }),
  output: quota,
});
export const endQuota = endpoint({
  method: 'POST',
  path: '/quotas/:quotaId/end',
  summary: 'No longer ask for it after this month; what was owed until then stays',
  can: 'quotas.manage',
  input: input({ ...quotaId, version: version() }),
  output: quota,
});

const figures = { sent: z.int(), approved: z.int(), published: z.int(), picked: z.int() };
export const boardLine = z.object({
  quotaId: z.string(),
  required: z.int(),
  ...figures,
  met: z.boolean(),
});
export const boardRow = z.object({
  unitId: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  /** What it owes itself. */
  lines: z.array(boardLine),
  /** What those below it owe, summed; null where there are none. */
  below: nullable(z.object({ expected: z.int(), met: z.int(), ...figures })),
});
export type BoardRow = z.output<typeof boardRow>;
const unitName = z.object({ id: z.string(), name: z.string(), kind: z.enum(unitKinds) });
const periodShape = z.object({
  kind: z.enum(periodKinds),
  key: z.string(),
  year: z.int(),
  n: z.int(),
  from: z.string(),
  to: z.string(),
});

const boardInput = {
  unitId: id(),
  period: z._default(z.enum(periodKinds), 'month'),
  /** Key of the period; the current one where left out. */
  at: z.optional(z.string().check(z.maxLength(10))),
  quotaId: z.optional(id()),
};
export const quotaBoard = endpoint({
  method: 'GET',
  path: '/quotas/board',
  summary: 'Compliance in a period: what a unit owes itself, then the units and teams directly below it, unmet first',
  can: 'outputs.read',
  input: input(boardInput),
  output: z.object({
    unit: unitName,
    /** Units above that the caller may open too, the highest first. */
    above: z.array(unitName),
    period: periodShape,
    before: z.string(),
    after: nullable(z.string()),
    quotas: z.array(quota),
    own: z.array(boardLine),
    total: z.object({ expected: z.int(), met: z.int(), ...figures }),
    rows: z.array(boardRow),
  }),
});

export const listUnmet = endpoint({
  method: 'GET',
  path: '/quotas/unmet',
  summary: 'Units and teams at any depth below that have not met what they owe, for a reminder',
  can: 'outputs.read',
  input: input({ ...boardInput, limit: z._default(whole(1, 500), 200) }),
  output: z.object({
    items: z.array(
      z.object({
        unitId: z.string(),
        name: z.string(),
        aboveName: when,
        quotaId: z.string(),
        required: z.int(),
        done: z.int(),
      }),
    ),
    more: z.boolean(),
  }),
});

type Row = Record<string, unknown>;
export const quotaSet = event<Row>('quota.set', { kind: 'quota' });
export const quotaChanged = event<Row>('quota.changed', { kind: 'quota' });
export const quotaEnded = event<Row>('quota.ended', { kind: 'quota' });
