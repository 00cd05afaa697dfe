import * as z from 'zod/mini';
import { day, endpoint, id, input, name, text, version } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { plan, signerInput } from './plans.contract.ts';

type Row = Record<string, unknown>;

const planId = { planId: id() };
const post = { method: 'POST' } as const;
const note = z._default(text(4000), '');

/** Of one line: how much was planned (null where nothing is counted) and done, and a sentence of its own. */
export const lineResult = z.object({
  lineId: z.string(),
  text: z.string(),
  planned: z.nullable(z.int()),
  done: z.int(),
  note: z.nullable(z.string()),
});

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
  input: input({ ...planId, version: version(), signer: signerInput }),
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
    issuedOn: day(),
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
  summary: 'Close an issued plan with what was done of it',
  can: 'plans.close',
  input: input({
    ...planId,
    version: version(),
    note,
    /** A sentence of its own where a line needs one; counts are taken from what was recorded. */
    results: z._default(z.array(z.object({ lineId: id(), note: text(4000) })).check(z.maxLength(2000)), []),
  }),
  output: plan,
});

export const recallPlan = endpoint({
  ...post,
  path: '/plans/:planId/recall',
  summary: 'Recall an issued plan, with a reason and the document that recalls it (thu hồi)',
  can: 'plans.read',
  input: input({
    ...planId,
    version: version(),
    reason: text(4000),
    ref: z._default(z.nullable(text(60)), null),
    on: z._default(z.nullable(day()), null),
  }),
  output: plan,
});

export const planResults = endpoint({
  method: 'GET',
  path: '/plans/:planId/results',
  summary: 'What was planned and done of each line; kept as it was once the plan is closed',
  can: 'plans.read',
  input: input(planId),
  output: z.object({ items: z.array(lineResult) }),
});

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
    | 'signed-file-attached'
    | 'amended'
    | 'recalled',
) => event<Row>(`plan.${name}`, { kind: 'plan' });
