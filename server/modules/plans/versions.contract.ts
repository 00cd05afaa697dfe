import * as z from 'zod/mini';
import { endpoint, id, input, whole } from '#lib/contract.ts';

const planId = { planId: id() };
const get = { method: 'GET' } as const;
const nullable = z.nullable;

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
