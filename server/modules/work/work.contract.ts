import * as z from 'zod/mini';
import { day, endpoint, id, input, page, paging, text } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { month, whatCounts } from '#lib/plan-parts.ts';
import { workStates } from '#lib/progress.ts';
import { confirmers, evidenceKinds, evidenceRow } from './evidence.contract.ts';
import { series } from './series.contract.ts';

export const activityActs = ['record', 'say-done'] as const;
export type ActivityAct = (typeof activityActs)[number];
const nullable = z.nullable;
const when = nullable(z.string());

/** One month of an activity: how many are due, and how many of what counts fill it (earlier months first). */
export const monthShare = z.object({ month: z.string(), due: z.int(), filled: z.int() });
export type MonthShare = z.output<typeof monthShare>;

export const activity = z.object({
  lineId: z.string(),
  planId: z.string(),
  planTitle: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  text: z.string(),
  product: z.string(),
  leads: z.array(z.string()),
  total: z.int(),
  done: z.int(),
  state: z.enum(workStates),
  daysLate: z.int(),
  /** How many were due by the end of this month. */
  dueSoFar: z.int(),
  startsOn: when,
  endsOn: when,
  /** Its months in order; one without counts has 0 due. */
  months: z.array(monthShare),
});
export type Activity = z.output<typeof activity>;

export const workTarget = z.object({
  id: z.string(),
  product: z.string(),
  counts: z.enum(whatCounts),
  total: z.int(),
  done: z.int(),
  dueSoFar: z.int(),
  state: z.enum(workStates),
  months: z.array(monthShare),
  accepts: z.array(z.object({ kind: z.enum(evidenceKinds), confirmedBy: nullable(z.enum(confirmers)) })),
});
export type WorkTarget = z.output<typeof workTarget>;

export const activityPage = z.object({
  activity,
  detail: z.object({
    leadUnits: z.array(z.string()),
    coordinatingUnits: z.array(z.string()),
    channels: z.array(z.string()),
    audience: nullable(z.string()),
    timeText: nullable(z.string()),
    deadline: when,
    budgetVnd: nullable(z.number()),
  }),
  plan: z.object({
    id: z.string(),
    title: z.string(),
    state: z.string(),
    number: nullable(z.string()),
    symbol: z.string(),
  }),
  targets: z.array(workTarget),
  /** What may stand as evidence where there is no count. */
  accepts: workTarget.shape.accepts,
  said: nullable(z.object({ note: nullable(z.string()), byName: nullable(z.string()), at: z.string() })),
  evidence: z.array(evidenceRow),
  series: z.array(series),
  /** From which document or plan the line was taken. */
  origin: nullable(
    z.object({ kind: z.enum(['document', 'plan']), id: z.string(), title: z.string(), text: z.string() }),
  ),
  /** Thematic plans that hang from it; what they make counts here too. */
  below: z.array(z.object({ planId: z.string(), title: z.string(), unitName: z.string() })),
  can: z.array(z.enum(activityActs)),
});
export type ActivityPage = z.output<typeof activityPage>;

const get = { method: 'GET' } as const;
const narrowing = {
  /** Plans of one unit; with `within` those of the units below it too. */
  unitId: z.optional(id()),
  within: z.optional(id()),
  planId: z.optional(id()),
  month: z.optional(month),
  lead: z.optional(text(500)),
  mine: z.optional(z.enum(['1'])),
  q: z.optional(text(200)),
};

export const listActivities = endpoint({
  ...get,
  path: '/activities',
  summary: 'Activities of issued plans in reach: late ones first, then what comes due next, done ones last',
  can: 'plans.read',
  input: input({ ...narrowing, state: z.optional(z.enum(workStates)), ...paging }),
  output: page(activity),
});

export const countActivities = endpoint({
  ...get,
  path: '/activities/counts',
  summary: 'How many activities stand how, for the same filters; and the units that lead some of them',
  can: 'plans.read',
  input: input(narrowing),
  output: z.object({
    states: z.object({
      late: z.int(),
      'at-risk': z.int(),
      'on-track': z.int(),
      'not-yet': z.int(),
      done: z.int(),
    }),
    total: z.int(),
    done: z.int(),
    leads: z.array(z.string()),
    /** Evidence that waits for a confirmation of the caller. */
    waiting: z.int(),
  }),
});

export const listHappenings = endpoint({
  ...get,
  path: '/activities/happenings',
  summary: 'Events that were recorded as evidence between two days',
  can: 'plans.read',
  input: input({ from: day(), to: day(), unitId: z.optional(id()), within: z.optional(id()) }),
  output: z.object({
    items: z.array(
      z.object({ id: z.string(), lineId: z.string(), title: z.string(), on: z.string(), place: nullable(z.string()) }),
    ),
  }),
});

export const getActivity = endpoint({
  ...get,
  path: '/activities/:lineId',
  summary: 'One activity: targets by month, evidence, series, where it comes from',
  can: 'plans.read',
  input: input({ lineId: id() }),
  output: activityPage,
});

export const sayDone = endpoint({
  method: 'PUT',
  path: '/activities/:lineId/completion',
  summary: 'Say that an activity without counts is done, with a note or evidence; or take that back',
  can: 'outputs.record',
  input: input({ lineId: id(), done: z.boolean(), note: z.optional(text(2000)) }),
  output: activity,
});

export const planProgress = endpoint({
  ...get,
  path: '/plans/:planId/progress',
  summary: 'How far each activity of a plan has come',
  can: 'plans.read',
  input: input({ planId: id() }),
  output: z.object({ total: z.int(), done: z.int(), items: z.array(activity) }),
});

type Row = Record<string, unknown>;
export const activitySaid = event<Row>('activity.said', { kind: 'activity' });
