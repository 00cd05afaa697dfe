import * as z from 'zod/mini';
import { endpoint, id, input, name, whole } from '#lib/contract.ts';
import { planStates, planWhole } from './plans.contract.ts';
import { lineChange } from './versions.contract.ts';

const planId = { planId: id() };
const get = { method: 'GET' } as const;
const nullable = z.nullable;

export const draftAmendment = endpoint({
  method: 'POST',
  path: '/plans/:planId/amendments',
  summary: 'Begin an amendment of an issued plan: a plan of its own that holds a copy of every line',
  can: 'plans.draft',
  input: input({ ...planId, id: z.optional(id()), reason: name(2000) }),
  output: planWhole,
});

export const planEdition = z.object({
  n: z.int(),
  /** The plan that made it; null for the plan as first issued. */
  amendmentId: nullable(z.string()),
  number: nullable(z.string()),
  symbol: z.string(),
  issuedOn: z.string(),
  reason: nullable(z.string()),
  personName: z.string(),
  at: z.string(),
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
});

export const listEditions = endpoint({
  ...get,
  path: '/plans/:planId/editions',
  summary: 'Editions of a plan, latest first, and the amendment that is being drafted where the reader may see it',
  can: 'plans.read',
  input: input(planId),
  output: z.object({
    items: z.array(planEdition),
    /** The amendment on its way to the signature; seen by colleagues, and by others once it is submitted. */
    open: nullable(
      z.object({ planId: z.string(), title: z.string(), state: z.enum(planStates), reason: nullable(z.string()) }),
    ),
  }),
});

export const diffEditions = endpoint({
  ...get,
  path: '/plans/:planId/editions/changes',
  summary: 'What changed from one edition to another, line by line; `to` 0 is the amendment that is being drafted',
  can: 'plans.read',
  input: input({ ...planId, from: whole(1, 10_000), to: whole(0, 10_000) }),
  output: z.object({ changes: z.array(lineChange) }),
});
