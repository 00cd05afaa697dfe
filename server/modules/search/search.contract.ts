import * as z from 'zod/mini';
import { endpoint, input, text } from '#lib/contract.ts';

const foundKinds = ['unit', 'plan', 'document', 'output', 'article'] as const;
export const found = z.object({
  kind: z.enum(foundKinds),
  id: z.string(),
  title: z.string(),
  /** Where it belongs: parent unit, issuing body, number. */
  detail: z.string(),
  /** Kind of unit, state of a plan or document, what an output counts as, stage of an article. */
  subkind: z.string(),
});
export type Found = z.output<typeof found>;

export const search = endpoint({
  method: 'GET',
  path: '/search',
  summary:
    'Units, plans (also those sent here), documents, outputs and articles by words; marks are ignored, the last word may be unfinished',
  own: 'each branch shows what its right reaches',
  byKey: true,
  input: input({ q: text(200), kind: z.optional(z.enum(foundKinds)) }),
  output: z.object({ items: z.array(found) }),
});
