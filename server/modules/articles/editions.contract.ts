import * as z from 'zod/mini';
import { endpoint, id, input, version } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { articleText } from './articles.contract.ts';

const articleId = { articleId: id() };

export const editOwn = endpoint({
  method: 'POST',
  path: '/offers/:offerId/edition',
  summary:
    "Begin the receiver's own edition of a picked story (biên tập riêng): its words are copied, its steps are the receiver's own, origin and credit stay",
  can: 'articles.select',
  input: input({
    offerId: id(),
    /** The id of the edition; the same twice begins once. */ id: id(),
    /** Begin from the edition of the unit that offers, instead of the origin's words. */
    fromEditionId: z.optional(id()),
  }),
  output: z.object({ articleId: z.string() }),
});

export const editionNews = endpoint({
  method: 'GET',
  path: '/articles/:articleId/origin',
  summary:
    'What an edition was made from, what was corrected there since, and how the edition reads with the correction taken in',
  can: 'articles.read',
  input: input(articleId),
  output: z.object({
    originId: z.string(),
    originTitle: z.string(),
    originUnitName: z.string(),
    credit: z.string(),
    /** The version it was taken from, and the one that is public at the origin now. */
    versionN: z.int(),
    newestN: z.int(),
    originLive: z.boolean(),
    corrected: z.boolean(),
    /** The parts of which both changed the words: the edition's stay, and these are the origin's. */
    conflicts: z.array(z.object({ mine: z.string(), theirs: z.string() })),
  }),
});

const words = z.pick(articleText, {
  title: true,
  summary: true,
  credit: true,
  kind: true,
  language: true,
  content: true,
});

export const editionChanges = endpoint({
  method: 'GET',
  path: '/articles/:articleId/origin/changes',
  summary:
    "An edition beside the words it was taken from, for the level that made it and for the origin's own house: what each level edited can be seen",
  can: 'articles.read',
  input: input(articleId),
  output: z.object({ unitName: z.string(), originUnitName: z.string(), before: words, after: words }),
});

export const takeCorrection = endpoint({
  method: 'POST',
  path: '/articles/:articleId/origin',
  summary:
    "Take the origin's correction into the edition: what only the origin changed comes in, where both changed the edition's words stay and are named",
  can: 'articles.write',
  input: input({
    ...articleId,
    /** Of the edition's text. */ version: version(),
    newestN: z.int(),
  }),
  output: z.object({
    taken: z.boolean(),
    conflicts: z.array(z.object({ mine: z.string(), theirs: z.string() })),
  }),
});

type Row = Record<string, unknown>;
const of = { kind: 'article', personal: ['credit'] };
export const editionBegun = event<Row>('article.edition-begun', of);
export const correctionTaken = event<Row>('article.correction-taken', of);
