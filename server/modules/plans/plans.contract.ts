import * as z from 'zod/mini';
import { endpoint, id, input, name, none, page, paging, text, version, whole } from '#lib/contract.ts';
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
  'delete',
] as const;
export type PlanAct = (typeof planActs)[number];

export const period = z.object({ kind: z.enum(['calendarYear', 'schoolYear', 'range']), from: z.int(), to: z.int() });
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

const signer = z.object({
  mode: nullable(z.enum(['KT.', 'TM.', 'TL.', 'TUQ.', 'Q.'])),
  onBehalf: nullable(z.string()),
  position: nullable(z.string()),
  name: nullable(z.string()),
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
  signer: z.optional(signer),
  leadPersonId: z.optional(z.nullable(id())),
  dueOn: z.optional(z.nullable(z.iso.date('fields.day'))),
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
  input: input({ id: z.optional(id()), unitId: id(), kind: z.enum(planKinds), title: name(1000), period }),
  output: planWhole,
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
    fields: z.array(z.string()).check(z.maxLength(2000)),
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
  output: planLine,
});
export const deleteLine = endpoint({
  method: 'DELETE',
  path: '/plans/:planId/lines/:lineId',
  summary: 'Delete a line and what hangs from it',
  can: 'plans.draft',
  input: input({ ...lineId, version: whole(1, 1e9) }),
  output: z.object({ deleted: z.array(planLine) }),
});

const note = z._default(text(4000), '');
export const consult = endpoint({
  ...post,
  path: '/plans/:planId/consultation',
  summary: 'Ask colleagues for opinions',
  can: 'plans.draft',
  input: input({
    ...planId,
    version: version(),
    note,
    personIds: z._default(z.array(id()).check(z.maxLength(100)), []),
  }),
  output: plan,
});
export const submitPlan = endpoint({
  ...post,
  path: '/plans/:planId/submission',
  summary: 'Submit for signature (trình)',
  can: 'plans.draft',
  input: input({ ...planId, version: version(), note }),
  output: plan,
});
export const withdrawPlan = endpoint({
  ...post,
  path: '/plans/:planId/withdrawal',
  summary: 'Take a submission back',
  can: 'plans.draft',
  input: input({ ...planId, version: version() }),
  output: plan,
});
export const initialPlan = endpoint({
  ...post,
  path: '/plans/:planId/initials',
  summary: 'Initial (ký nháy)',
  can: 'plans.initial',
  input: input({ ...planId, version: version(), note }),
  output: plan,
});
export const checkFormat = endpoint({
  ...post,
  path: '/plans/:planId/format-check',
  summary: 'Confirm layout and form (văn thư)',
  can: 'plans.check-format',
  input: input({ ...planId, version: version(), note }),
  output: plan,
});
export const returnPlan = endpoint({
  ...post,
  path: '/plans/:planId/return',
  summary: 'Return with a reason',
  can: 'plans.comment',
  input: input({ ...planId, version: version(), reason: text(4000) }),
  output: plan,
});
export const signPlan = endpoint({
  ...post,
  path: '/plans/:planId/signature',
  summary: 'Sign exactly the submitted content',
  can: 'plans.sign',
  input: input({ ...planId, version: version(), signer }),
  output: plan,
});
export const issuePlan = endpoint({
  ...post,
  path: '/plans/:planId/issue',
  summary: 'Enter number and date from the register (vào số, ban hành)',
  can: 'plans.issue',
  input: input({
    ...planId,
    version: version(),
    number: name(20),
    issuedOn: z.iso.date('fields.day'),
    signedFileId: z._default(z.nullable(id()), null),
  }),
  output: plan,
});
export const attachSignedFile = endpoint({
  method: 'PUT',
  path: '/plans/:planId/signed-file',
  summary: 'Attach the signed file, the official text',
  can: 'plans.issue',
  input: input({ ...planId, version: version(), fileId: id() }),
  output: plan,
});
export const closePlan = endpoint({
  ...post,
  path: '/plans/:planId/closure',
  summary: 'Close an issued plan',
  can: 'plans.close',
  input: input({ ...planId, version: version(), note }),
  output: plan,
});

export const planComment = z.object({
  id: z.string(),
  lineId: nullable(z.string()),
  personName: z.string(),
  text: z.string(),
  at: z.string(),
  resolvedAt: when,
  mine: z.boolean(),
});
export const listComments = endpoint({
  ...get,
  path: '/plans/:planId/comments',
  summary: 'Opinions on a plan',
  can: 'plans.read',
  input: input(planId),
  output: z.object({ items: z.array(planComment) }),
});
export const addComment = endpoint({
  ...post,
  path: '/plans/:planId/comments',
  summary: 'Give an opinion',
  can: 'plans.comment',
  input: input({ ...planId, id: z.optional(id()), lineId: z._default(z.nullable(id()), null), text: name(4000) }),
  output: planComment,
});
export const resolveComment = endpoint({
  ...post,
  path: '/plans/:planId/comments/:commentId/resolution',
  summary: 'Mark an opinion as dealt with',
  can: 'plans.draft',
  input: input({ ...planId, commentId: id() }),
  output: planComment,
});

export const planVersion = z.object({ n: z.int(), label: z.string(), personName: z.string(), at: z.string() });
export const listVersions = endpoint({
  ...get,
  path: '/plans/:planId/versions',
  summary: 'Frozen versions of a plan',
  can: 'plans.read',
  input: input(planId),
  output: z.object({ items: z.array(planVersion) }),
});
export const wordChange = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() });
export const lineChange = z.object({
  kind: z.enum(['added', 'removed', 'changed', 'moved']),
  part: z.string(),
  label: z.string(),
  words: z.array(wordChange),
  facts: z.array(z.object({ name: z.string(), before: nullable(z.string()), after: nullable(z.string()) })),
});
export const diffVersions = endpoint({
  ...get,
  path: '/plans/:planId/changes',
  summary: 'What changed between two versions; 0 is the plan as it is now',
  can: 'plans.read',
  input: input({ ...planId, from: whole(1, 100_000), to: whole(0, 100_000) }),
  output: z.object({ changes: z.array(lineChange) }),
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
export const planMoved = (
  name:
    | 'consulted'
    | 'submitted'
    | 'withdrawn'
    | 'initialled'
    | 'format-checked'
    | 'returned'
    | 'signed'
    | 'issued'
    | 'closed'
    | 'signed-file-attached',
) => event<Row>(`plan.${name}`, { kind: 'plan' });
export const planCommented = event<Row>('plan.commented', { kind: 'plan' });
export const planCommentResolved = event<Row>('plan-comment.resolved', { kind: 'plan' });
