import * as z from 'zod/mini';
import { day, endpoint, id, input, name, none, page, paging, text, version, whole } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { partNames, target, trace } from '#lib/plan-parts.ts';

export const planKinds = ['year', 'school-year', 'thematic'] as const;
export const planStates = ['draft', 'consulting', 'submitted', 'signed', 'issued', 'closed', 'recalled'] as const;
export type PlanState = (typeof planStates)[number];
export const signingSteps = ['consultation', 'initials', 'format-check'] as const;
export type SigningStep = (typeof signingSteps)[number];
export const planActs = [
  'edit',
  'comment',
  'consult',
  'submit',
  'withdraw',
  'initial',
  'check-format',
  'return',
  'sign',
  'issue',
  'attach-signed',
  'close',
  'amend',
  'recall',
  'next-year',
  'delete',
] as const;
export type PlanAct = (typeof planActs)[number];

const year = () => z.int('fields.number').check(z.minimum(1990, 'fields.number'), z.maximum(2100, 'fields.number'));
export const period = z.object({ kind: z.enum(['calendarYear', 'schoolYear', 'range']), from: year(), to: year() });
const nullable = z.nullable;
const when = z.nullable(z.string());

export const planSummary = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  kind: z.enum(planKinds),
  title: z.string(),
  period,
  state: z.enum(planStates),
  number: nullable(z.string()),
  symbol: z.string(),
  issuedOn: when,
  dueOn: when,
  leadName: nullable(z.string()),
  updatedAt: z.string(),
  /** The act that waits for the caller, if any. */
  waiting: nullable(z.enum(planActs)),
});
export type PlanSummary = z.output<typeof planSummary>;

export const planLine = z.object({
  id: z.string(),
  part: z.enum(partNames),
  parentId: nullable(z.string()),
  position: z.number(),
  text: z.string(),
  detail: z.record(z.string(), z.unknown()),
  origin: z.enum(['own', 'inherited']),
  trace: nullable(trace),
  targets: z.array(target),
  version: z.int(),
});
export type PlanLine = z.output<typeof planLine>;

export const planStep = z.object({
  id: z.string(),
  step: z.string(),
  personName: z.string(),
  note: nullable(z.string()),
  at: z.string(),
  versionN: nullable(z.int()),
});

export const signer = z.object({
  mode: nullable(z.enum(['KT.', 'TM.', 'TL.', 'TUQ.', 'Q.'])),
  onBehalf: nullable(z.string()),
  position: nullable(z.string()),
  name: nullable(z.string()),
});
/** The signer as people give it. */
export const signerInput = z.object({
  mode: signer.shape.mode,
  onBehalf: nullable(text(300)),
  position: nullable(text(300)),
  name: nullable(text(300)),
});

export const plan = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  kind: z.enum(planKinds),
  title: z.string(),
  period,
  state: z.enum(planStates),
  upperBody: nullable(z.string()),
  issuingBody: z.string(),
  number: nullable(z.string()),
  symbol: z.string(),
  place: z.string(),
  issuedOn: when,
  opening: nullable(z.string()),
  closing: nullable(z.string()),
  budgetSource: nullable(z.string()),
  budgetAmountVnd: nullable(z.number()),
  signer,
  sourceDocumentId: nullable(z.string()),
  sourceTitle: nullable(z.string()),
  leadPersonId: nullable(z.string()),
  leadName: nullable(z.string()),
  dueOn: when,
  signedFileId: nullable(z.string()),
  returnedReason: nullable(z.string()),
  /** 1 as first issued; each amendment that comes into force makes the next one. */
  edition: z.int(),
  /** The plan that this one amends, and why. */
  amendsId: nullable(z.string()),
  amendReason: nullable(z.string()),
  /** The plan of the year before, from which this one was made. */
  followsId: nullable(z.string()),
  /** The activity from which a thematic plan hangs: what is made for it counts there too. */
  parentLine: nullable(z.object({ lineId: z.string(), text: z.string(), planId: z.string(), planTitle: z.string() })),
  /** Why the plan was recalled, and by which document where there is one. */
  recall: nullable(z.object({ reason: z.string(), ref: nullable(z.string()), on: when })),
  version: z.int(),
  updatedAt: z.string(),
  can: z.array(z.enum(planActs)),
  /** Steps that must be done before the signature, and whether they are, since the last submission. */
  steps: z.array(z.object({ step: z.enum(signingSteps), done: z.boolean() })),
});
export type Plan = z.output<typeof plan>;

export const planWhole = z.object({ plan, lines: z.array(planLine), history: z.array(planStep) });
export type PlanWhole = z.output<typeof planWhole>;

const planId = { planId: id() };
const header = {
  title: z.optional(name(1000)),
  kind: z.optional(z.enum(planKinds)),
  period: z.optional(period),
  upperBody: z.optional(z.nullable(text(300))),
  issuingBody: z.optional(name(300)),
  symbol: z.optional(name(60)),
  place: z.optional(name(120)),
  opening: z.optional(z.nullable(text(4000))),
  closing: z.optional(z.nullable(text(4000))),
  budgetSource: z.optional(z.nullable(text(2000))),
  budgetAmountVnd: z.optional(z.nullable(z.int().check(z.minimum(0)))),
  signer: z.optional(signerInput),
  leadPersonId: z.optional(z.nullable(id())),
  dueOn: z.optional(z.nullable(day())),
  parentLineId: z.optional(z.nullable(id())),
};

const get = { method: 'GET' } as const;
const post = { method: 'POST' } as const;

export const listPlans = endpoint({
  ...get,
  path: '/plans',
  summary: 'Plans in reach, latest first',
  can: 'plans.read',
  input: input({
    unitId: z.optional(id()),
    state: z.optional(z.enum(planStates)),
    kind: z.optional(z.enum(planKinds)),
    year: z.optional(whole(2000, 2100)),
    q: z.optional(text(200)),
    ...paging,
  }),
  output: page(planSummary),
});

export const getPlan = endpoint({
  ...get,
  path: '/plans/:planId',
  summary: 'A plan with its lines and the stops on its way',
  can: 'plans.read',
  input: input(planId),
  output: planWhole,
});

export const createPlan = endpoint({
  ...post,
  path: '/plans',
  summary: 'Start an empty plan of a unit',
  can: 'plans.draft',
  input: input({
    id: z.optional(id()),
    unitId: id(),
    kind: z.enum(planKinds),
    title: name(1000),
    period,
    /** Of a thematic plan: the activity of an issued plan that it carries out. */
    parentLineId: z.optional(id()),
  }),
  output: planWhole,
});

export const listParentLines = endpoint({
  ...get,
  path: '/units/:unitId/plan-activities',
  summary: 'Activities at work in plans of the unit or sent to it, from which a thematic plan may hang',
  can: 'plans.draft',
  input: input({ unitId: id(), q: z.optional(text(200)), limit: z._default(whole(1, 100), 20) }),
  output: z.object({
    items: z.array(z.object({ lineId: z.string(), text: z.string(), planId: z.string(), planTitle: z.string() })),
  }),
});

export const createPlanFromDocument = endpoint({
  ...post,
  path: '/plans/from-document',
  summary: "Make a unit's own plan from an imported document; each chosen field becomes a line with its trace",
  can: 'plans.draft',
  input: input({
    id: z.optional(id()),
    documentId: id(),
    unitId: id(),
    kind: z.enum(planKinds),
    title: name(1000),
    period,
    fields: z.array(z.string().check(z.maxLength(200))).check(z.maxLength(10_000)),
  }),
  output: planWhole,
});

/** What would be carried over, grouped, with our proposal of what to take. */
export const carryOver = z.object({
  title: z.string(),
  kind: z.enum(planKinds),
  period,
  items: z.array(
    z.object({
      field: z.string(),
      part: z.enum(partNames),
      text: z.string(),
      actor: nullable(z.string()),
      chosen: z.boolean(),
      why: z.enum(['content', 'asked-of-us', 'for-others']),
    }),
  ),
});
export const proposeFromDocument = endpoint({
  ...get,
  path: '/documents/:documentId/plan-proposal',
  summary: 'What a plan of this unit would take over from the document',
  can: 'plans.draft',
  input: input({ documentId: id(), unitId: id() }),
  output: carryOver,
});

export const editPlan = endpoint({
  method: 'PATCH',
  path: '/plans/:planId',
  summary: 'Change the header of a plan',
  can: 'plans.draft',
  input: input({ ...planId, version: version(), ...header }),
  output: plan,
});
export const deletePlan = endpoint({
  method: 'DELETE',
  path: '/plans/:planId',
  summary: 'Delete a draft',
  can: 'plans.draft',
  input: input({ ...planId, version: whole(1, 1e9) }),
  output: z.object({}),
});

const lineId = { ...planId, lineId: id() };
export const putLine = endpoint({
  method: 'PUT',
  path: '/plans/:planId/lines/:lineId',
  summary: 'Write a line: create it (version 0) or change it; the same text twice changes nothing',
  can: 'plans.draft',
  input: input({
    ...lineId,
    version: z.int().check(z.minimum(0)),
    part: z.enum(partNames),
    parentId: z._default(z.nullable(id()), null),
    /** Stands behind this line; null puts it first, left out keeps the place (or appends a new line). */
    afterId: z.optional(z.nullable(id())),
    text: text(20_000),
    detail: z._default(z.record(z.string(), z.unknown()), {}),
    targets: z._default(z.array(target).check(z.maxLength(40)), []),
    trace: z.optional(z.nullable(trace)),
  }),
  output: z.object({
    ...planLine.shape,
    /** Siblings that were given new places because there was no more room between two of them. */
    moved: z.optional(z.array(z.object({ id: z.string(), position: z.number() }))),
  }),
});
export const deleteLine = endpoint({
  method: 'DELETE',
  path: '/plans/:planId/lines/:lineId',
  summary: 'Delete a line and what hangs from it',
  can: 'plans.draft',
  input: input({ ...lineId, version: whole(1, 1e9) }),
  output: z.object({ deleted: z.array(planLine) }),
});

export const planWarning = z.object({
  code: z.string(),
  sentence: z.string(),
  lineId: nullable(z.string()),
  severity: z.enum(['info', 'warning']),
});
export const checkPlan = endpoint({
  ...get,
  path: '/plans/:planId/checks',
  summary: 'What an attentive colleague would point out before submission',
  can: 'plans.read',
  input: input(planId),
  output: z.object({ items: z.array(planWarning) }),
});

export const planPaper = endpoint({
  ...get,
  path: '/plans/:planId/paper',
  summary: 'The plan as it stands on paper',
  can: 'plans.read',
  input: input(planId),
  output: z.record(z.string(), z.unknown()),
});
export const exportPlan = endpoint({
  ...get,
  path: '/plans/:planId/export',
  summary: 'The plan as .docx, PDF, or its matrix as .xlsx',
  can: 'plans.read',
  input: input({ ...planId, format: z.enum(['docx', 'pdf', 'xlsx']) }),
  output: z.any(),
});
export const signedPlan = endpoint({
  ...get,
  path: '/plans/:planId/signed-file',
  summary: 'The signed file, for everybody who reads the plan, also where it was sent',
  can: 'plans.read',
  input: input(planId),
  output: z.any(),
});

export const homeItem = z.object({
  planId: z.string(),
  title: z.string(),
  unitName: z.string(),
  state: z.enum(planStates),
  act: nullable(z.enum(planActs)),
  dueOn: when,
  lateDays: z.int(),
});
export const home = endpoint({
  ...get,
  path: '/home',
  summary: 'What waits for me, what is due, what is late',
  own: 'the caller’s own to-dos',
  byKey: true,
  input: none,
  output: z.object({
    waiting: z.array(homeItem),
    due: z.array(homeItem),
    activities: z.array(
      z.object({
        planId: z.string(),
        lineId: z.string(),
        text: z.string(),
        product: z.string(),
        month: z.string(),
        count: z.int(),
        unitName: z.string(),
      }),
    ),
    documents: z.array(
      z.object({ id: z.string(), title: z.string(), state: z.string(), unitName: z.string(), at: z.string() }),
    ),
    vacantPosts: z.array(z.object({ id: z.string(), title: z.string(), unitId: z.string(), unitName: z.string() })),
  }),
});

type Row = Record<string, unknown>;
export const planCreated = event<Row>('plan.created', { kind: 'plan' });
export const planEdited = event<Row>('plan.edited', { kind: 'plan' });
export const planDeleted = event<Row>('plan.deleted', { kind: 'plan' });
export const planLineWritten = event<Row>('plan-line.written', { kind: 'plan-line' });
export const planLineDeleted = event<Row>('plan-line.deleted', { kind: 'plan-line' });
