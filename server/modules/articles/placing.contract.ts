import * as z from 'zod/mini';
import { endpoint, id, input, text } from '#lib/contract.ts';
import { placementRow, stood } from '../channels/placements.contract.ts';

export const placeArticle = endpoint({
  method: 'POST',
  path: '/articles/:articleId/placements',
  summary:
    'Record that a story stood in a newspaper, on the air, from a loudspeaker or on a banner; the same address twice is one',
  can: 'placements.record',
  input: input({ articleId: id(), id: z.optional(id()), unitId: id(), outletId: id(), ...stood }),
  output: z.object({ placement: placementRow, /** Why it is no new one. */ joined: z.nullable(z.string()) }),
});

export const sendToPress = endpoint({
  method: 'POST',
  path: '/placements/press-list',
  summary:
    'Offer chosen stories to chosen outlets: those with an address get one letter with the texts attached, for the others the words are ready to copy. The same text goes to an outlet once',
  can: 'placements.record',
  input: input({
    unitId: id(),
    articleIds: z.array(id()).check(z.minLength(1, 'fields.required'), z.maxLength(20, 'fields.too-many')),
    outletIds: z.array(id()).check(z.minLength(1, 'fields.required'), z.maxLength(50, 'fields.too-many')),
    note: z._default(text(1000), ''),
  }),
  output: z.object({
    /** Pictures that may not be shown in the press and stayed behind, each with its reason. */
    leftOut: z.array(z.object({ articleId: z.string(), title: z.string(), reasons: z.array(z.string()) })),
    outlets: z.array(
      z.object({
        outletId: z.string(),
        outletName: z.string(),
        /** Newly offered, and those it had been offered before. */
        asked: z.int(),
        before: z.int(),
        /** A letter goes out; else these words are to be sent by hand. */
        mailed: z.boolean(),
        words: z.string(),
      }),
    ),
  }),
});
