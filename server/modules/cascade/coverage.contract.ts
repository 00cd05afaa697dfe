import * as z from 'zod/mini';
import { endpoint, id, input, page, paging } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { partNames } from '#lib/plan-parts.ts';
import { unitKinds } from '#lib/unit-kinds.ts';
import { addresseeStates, askStates, sendModes } from './cascade.contract.ts';

const nullable = z.nullable;
const when = nullable(z.string());
const planId = { planId: id() };
const get = { method: 'GET' } as const;
const _post = { method: 'POST' } as const;

/** Asks by state, in the order of `askStates`. */
export const askCounts = z.array(z.int()).check(z.length(askStates.length));
/** Units by state, in the order of `addresseeStates`. */
export const unitCounts = z.array(z.int()).check(z.length(addresseeStates.length));

export const coverageChild = z.object({
  unitId: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  /** The unit's own standing; null where it did not get the plan itself. */
  own: nullable(
    z.object({
      addresseeId: z.string(),
      state: z.enum(addresseeStates),
      mode: z.enum(sendModes),
      asked: z.int(),
      answered: z.int(),
      dueOn: when,
      lateDays: z.int(),
      openedAt: when,
      ownPlanId: nullable(z.string()),
    }),
  ),
  /** Units strictly below that got the plan; all zero where there are none to open. */
  units: unitCounts,
  asks: askCounts,
});
export type CoverageChild = z.output<typeof coverageChild>;

/** One step of the drill: the sector by province, a province by commune, a commune by school. */
export const coverage = endpoint({
  ...get,
  path: '/plans/:planId/coverage',
  summary: 'How the plan stands below a unit: itself as a sum, and each unit directly below',
  can: 'plans.read',
  input: input({ ...planId, within: z.optional(id()) }),
  output: z.object({
    node: z.object({ unitId: z.string(), name: z.string() }),
    /** From the sender down to the node. */
    way: z.array(z.object({ unitId: z.string(), name: z.string() })),
    units: unitCounts,
    asks: askCounts,
    /** Units that are late today: due, and not answered. */
    late: z.int(),
    /** Lines that editions added and that nobody was asked yet; for the sender of a plan that went down, else 0. */
    unsent: z.int(),
    children: z.array(coverageChild),
    lines: z.array(
      z.object({
        lineId: z.string(),
        part: z.enum(partNames),
        heading: nullable(z.string()),
        text: z.string(),
        counts: askCounts,
      }),
    ),
    /** Of the plans that units made from their answers: lines taken over, lines of their own. */
    share: z.object({ plans: z.int(), inherited: z.int(), own: z.int() }),
  }),
});

/** Line × unit as a matrix: for each unit directly below one row, for each line the counts below and the unit's own state. */
export const coverageMatrix = endpoint({
  ...get,
  path: '/plans/:planId/coverage-matrix',
  summary: 'Line × unit below a unit',
  can: 'plans.read',
  input: input({ ...planId, within: z.optional(id()) }),
  output: z.object({
    lineIds: z.array(z.string()),
    rows: z.array(
      z.object({
        unitId: z.string(),
        /** Own state per line (index into `askStates`), null where the unit is not asked. */
        own: z.array(nullable(z.int())),
        /** Counts below per line, null where nobody below is asked. */
        below: z.array(nullable(askCounts)),
      }),
    ),
  }),
});

/** Which units are meant: the same filter lists them, reminds them and exports them. */
export const unitFilter = {
  within: z.optional(id()),
  states: z.optional(
    z.pipe(
      z.pipe(
        z.string(),
        z.transform((s: string) => s.split(',').filter(Boolean)),
      ),
      z.array(z.enum(addresseeStates)),
    ),
  ),
  late: z.optional(z.enum(['yes'])),
  kind: z.optional(z.enum(unitKinds)),
  lineId: z.optional(id()),
  lineState: z.optional(z.enum(askStates)),
  account: z.optional(z.enum(['with', 'without'])),
};

export const addresseeRow = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  kind: z.enum(unitKinds),
  aboveName: nullable(z.string()),
  mode: z.enum(sendModes),
  state: z.enum(addresseeStates),
  asked: z.int(),
  answered: z.int(),
  dueOn: when,
  lateDays: z.int(),
  openedAt: when,
  answeredAt: when,
  hasAccount: z.boolean(),
  remindedAt: when,
  ownPlanId: nullable(z.string()),
});
export const listAddressees = endpoint({
  ...get,
  path: '/plans/:planId/addressees',
  summary: 'Units that got the plan, filtered: exactly those whom a reminder would reach',
  can: 'plans.read',
  input: input({ ...planId, ...unitFilter, ...paging }),
  output: page(addresseeRow),
});
export const getAddressee = endpoint({
  ...get,
  path: '/plans/:planId/addressees/:addresseeId',
  summary: 'What one unit answered, line by line',
  can: 'plans.read',
  input: input({ ...planId, addresseeId: id() }),
  output: z.object({
    unit: addresseeRow,
    lines: z.array(
      z.object({
        lineId: z.string(),
        text: z.string(),
        state: z.enum(askStates),
        owner: nullable(z.string()),
        byOn: when,
        reason: nullable(z.string()),
        decision: nullable(z.enum(['accepted', 'declined'])),
        decisionNote: nullable(z.string()),
        answeredAt: when,
        version: z.int(),
      }),
    ),
  }),
});
export const exportCoverage = endpoint({
  ...get,
  path: '/plans/:planId/coverage-export',
  summary: 'Coverage as .xlsx: units, line × unit, and the gaps',
  can: 'plans.read',
  input: input({ ...planId, ...unitFilter }),
  output: z.any(),
});

export const sentRow = z.object({
  planId: z.string(),
  title: z.string(),
  number: nullable(z.string()),
  symbol: z.string(),
  unitId: z.string(),
  /** When it went down first. */
  sentAt: z.string(),
  units: z.int(),
  opened: z.int(),
  answered: z.int(),
  late: z.int(),
  /** Wishes and questions that wait for the sender. */
  openWishes: z.int(),
  openQuestions: z.int(),
  /** The next day on which somebody's answer is due; null where none is to come. */
  nextDue: when,
});
export type SentRow = z.output<typeof sentRow>;
export const listSent = endpoint({
  ...get,
  path: '/sent',
  summary: 'Plans in the field, latest first: how far each has spread below, and what waits for the sender',
  can: 'plans.read',
  input: input({ unitId: z.optional(id()), planId: z.optional(id()), ...paging }),
  output: page(sentRow),
});

type Row = Record<string, unknown>;
export const figuresRepaired = event<Row>('plan-figures.repaired', { kind: 'plan' });
