import * as z from 'zod/mini';
import { day, endpoint, id, input, name, text, version } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { plan, signerInput } from './plans.contract.ts';

type Row = Record<string, unknown>;

const planId = { planId: id() };
const post = { method: 'POST' } as const;
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
  summary: 'Close an issued plan',
  can: 'plans.close',
  input: input({ ...planId, version: version(), note }),
  output: plan,
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
    | 'signed-file-attached',
) => event<Row>(`plan.${name}`, { kind: 'plan' });
