import * as z from 'zod/mini';
import { endpoint, id, input, name, whole } from '#lib/contract.ts';
import { partNames } from '#lib/plan-parts.ts';
import { period, planStates } from './plans.contract.ts';
import { lineResult } from './steps.contract.ts';

const planId = { planId: id() };
const nullable = z.nullable;

/** What is done to a plan so that it fits the next year; `lineId` is of the plan of this year, null for its header. */
export const nextYearReport = z.object({
  title: z.string(),
  period,
  /** Times that moved, by the name of what says them ('' for the text itself); `text` says which line it is. */
  shifted: z.array(
    z.object({
      lineId: nullable(z.string()),
      part: z.enum(['header', ...partNames]),
      text: z.string(),
      name: z.string(),
      before: z.string(),
      after: z.string(),
    }),
  ),
  /** Lines whose counts by month moved along. */
  counted: z.int(),
  /** Bases that have lapsed and what stands in their place. */
  replaced: z.array(z.object({ lineId: z.string(), before: z.string(), after: z.string(), sentence: z.string() })),
  /** Bases that have lapsed and could not be replaced without a person. */
  lapsed: z.array(z.object({ lineId: z.string(), text: z.string(), sentence: z.string() })),
  /** Units that ended or were renamed, and who goes on with their work. */
  mapped: z.array(z.object({ lineId: z.string(), text: z.string(), from: z.string(), to: z.string() })),
  /** Units that ended without a successor that the system knows. */
  unmapped: z.array(z.object({ lineId: z.string(), text: z.string(), from: z.string() })),
  /** Plans of this year that the plan rests on: those of the next year may have come. */
  renew: z.array(z.object({ lineId: z.string(), text: z.string() })),
});

export const previewNextYear = endpoint({
  method: 'GET',
  path: '/plans/:planId/next-year',
  summary: 'What next year’s plan would take over from this one, and what would be shifted, replaced and mapped',
  can: 'plans.draft',
  input: input({ ...planId, from: z.optional(whole(1990, 2100)) }),
  output: z.object({
    ...nextYearReport.shape,
    lines: z.int(),
    /** Plans that were made from this one already. */
    made: z.array(z.object({ planId: z.string(), title: z.string(), state: z.enum(planStates) })),
  }),
});

export const makeNextYear = endpoint({
  method: 'POST',
  path: '/plans/:planId/next-year',
  summary: 'Make next year’s plan from this one, as a draft of the same unit',
  can: 'plans.draft',
  input: input({ ...planId, id: z.optional(id()), period, title: z.optional(name(1000)) }),
  output: z.object({ planId: z.string(), ...nextYearReport.shape }),
});

export const lastYear = endpoint({
  method: 'GET',
  path: '/plans/:planId/last-year',
  summary: 'What was planned and done last year, by the lines of this plan',
  can: 'plans.read',
  input: input(planId),
  output: z.object({
    plan: nullable(z.object({ planId: z.string(), title: z.string() })),
    items: z.array(z.object({ ...lineResult.shape })),
  }),
});
