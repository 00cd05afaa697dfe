import * as z from 'zod/mini';
import { day, endpoint, input, text } from '#lib/contract.ts';
import { consentChannels } from './classes.contract.ts';
import { pictureFinding } from './media.contract.ts';

/** Up to 60 cuts, divided by commas: a page of a text asks once. */
export const listFindings = endpoint({
  method: 'GET',
  path: '/picture-findings',
  summary: 'Whether cuts may be shown on a channel on a day: who lacks consent, what has ended, and the way out',
  can: 'media.read',
  input: input({ cutIds: text(2400), channel: z.enum(consentChannels), day: z.optional(day()) }),
  output: z.object({ items: z.array(pictureFinding) }),
});
