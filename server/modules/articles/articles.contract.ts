import * as z from 'zod/mini';
import { articleContent } from '#lib/article-content.ts';
import { endpoint, id, input, page, paging, text, version } from '#lib/contract.ts';
import { event } from '#lib/event.ts';

export const stages = ['writing', 'in-review', 'returned', 'approved', 'scheduled', 'published', 'taken-down'] as const;
export type Stage = (typeof stages)[number];
/** What the caller may do now; each slice of the newsroom adds its own from its policy. */
export const articleActs = [
  'write',
  'delete',
  'submit',
  'withdraw',
  'claim',
  'pass',
  'approve',
  'return',
  'delegate',
  'publish',
  'schedule',
  'correct',
  'take-down',
  'offer',
  'place',
  'translate',
] as const;
export type ArticleAct = (typeof articleActs)[number];

const nullable = z.nullable;
const when = nullable(z.string());

export const articleRow = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  teamId: nullable(z.string()),
  teamName: nullable(z.string()),
  kind: z.string(),
  language: z.string(),
  title: z.string(),
  summary: z.string(),
  credit: z.string(),
  authorId: nullable(z.string()),
  authorName: nullable(z.string()),
  enteredFor: z.boolean(),
  leadCutId: nullable(z.string()),
  stage: z.enum(stages),
  live: z.boolean(),
  publishedAt: when,
  movedAt: z.string(),
  /** The story of which this is a higher level's edition: whose it is. */
  originId: nullable(z.string()),
  originUnitName: nullable(z.string()),
  translationOf: nullable(z.string()),
  assignmentId: nullable(z.string()),
  seriesId: nullable(z.string()),
  version: z.int(),
});
export type ArticleRow = z.output<typeof articleRow>;

/** The words as they stand, with the version that a save has to name. */
export const articleText = z.object({
  title: z.string(),
  summary: z.string(),
  credit: z.string(),
  kind: z.string(),
  language: z.string(),
  content: z.unknown(),
  contentHash: z.string(),
  words: z.int(),
  savedAt: z.string(),
  savedByName: nullable(z.string()),
  version: z.int(),
});
export type ArticleText = z.output<typeof articleText>;

export const articleWhole = z.object({
  ...articleRow.shape,
  text: articleText,
  approvedN: nullable(z.int()),
  /** True where the newest words are not those that were approved. */
  changedSinceApproval: z.boolean(),
  returnedReason: nullable(z.string()),
  /** False for readers from outside: they get the words that were published or offered, not those in the making. */
  inside: z.boolean(),
  can: z.array(z.enum(articleActs)),
});
export type ArticleWhole = z.output<typeof articleWhole>;

const articleId = { articleId: id() };
const get = { method: 'GET' } as const;
const post = { method: 'POST' } as const;
/** The words of one save: all of them, so that a save that comes twice changes nothing. */
export const words = {
  title: text(300),
  summary: text(1000),
  credit: text(200),
  kind: text(30),
  language: text(10),
  content: articleContent,
};

export const getNewsroom = endpoint({
  ...get,
  path: '/articles/newsroom',
  summary: 'Kinds and languages of articles, and the units and teams for which the caller may write',
  can: 'articles.write',
  input: input({
    /** A unit below for which the caller enters a text (thay đơn vị): it is among the places then. */
    forUnitId: z.optional(id()),
  }),
  output: z.object({
    kinds: z.array(z.object({ code: z.string(), nameVi: z.string(), nameEn: z.string(), needsPicture: z.boolean() })),
    languages: z.array(z.object({ code: z.string(), nameVi: z.string(), nameEn: z.string() })),
    places: z.array(
      z.object({
        unitId: z.string(),
        unitName: z.string(),
        teamId: nullable(z.string()),
        teamName: nullable(z.string()),
        /** By whom a text goes from here to approval, in words. */
        steps: z.array(z.string()),
        /** The level above enters it for the unit. */
        enteredFor: z.boolean(),
      }),
    ),
  }),
});

/** `series`: all texts of `seriesId`, wherever they are: those of one's own house, and of others what is public. */
export const listScopes = ['unit', 'mine', 'team', 'below', 'sector', 'series'] as const;
export const listArticles = endpoint({
  ...get,
  path: '/articles',
  summary: "Texts of a unit, one's own, or what is public below a unit; the last moved first",
  can: 'articles.read',
  input: input({
    scope: z._default(z.enum(listScopes), 'unit'),
    unitId: z.optional(id()),
    stage: z.optional(z.enum(stages)),
    kind: z.optional(text(30)),
    language: z.optional(text(10)),
    seriesId: z.optional(id()),
    assignmentId: z.optional(id()),
    q: z.optional(text(200)),
    ...paging,
  }),
  output: page(articleRow),
});

export const createArticle = endpoint({
  ...post,
  path: '/articles',
  summary: 'Begin a text with its first words; the same id twice begins once (an offline draft may come twice)',
  can: 'articles.write',
  input: input({
    id: id(),
    /** Whose it is. Of a unit below: entered for it (thay đơn vị). */
    unitId: id(),
    teamId: z._default(nullable(id()), null),
    assignmentId: z._default(nullable(id()), null),
    ...words,
  }),
  output: articleWhole,
});

export const getArticle = endpoint({
  ...get,
  path: '/articles/:articleId',
  summary: 'One text: the newest words, how far it has come, what the caller may do',
  can: 'articles.read',
  input: input(articleId),
  output: articleWhole,
});

export const saveText = endpoint({
  method: 'PUT',
  path: '/articles/:articleId/text',
  summary:
    'Save the words. Changes of two people in different paragraphs are brought together; where both changed the same words it is a conflict (409) with the text as it is now',
  can: 'articles.write',
  input: input({
    ...articleId,
    /** The version of the text this was written upon. */
    version: version(),
    ...words,
    /** One page of an editor, from its opening to its closing. */
    sitting: id(),
    /**
     * The how-manieth save of that page, counted up by one: a save whose answer was lost is followed by one with more words,
     * and one that was long on its way must not take them back.
     */
    turn: z._default(z.int().check(z.minimum(0)), 0),
  }),
  output: z.object({
    text: articleText,
    /** True where somebody else's words came in. */ merged: z.boolean(),
    stage: z.enum(stages),
  }),
});

export const deleteArticle = endpoint({
  method: 'DELETE',
  path: '/articles/:articleId',
  summary: 'Delete a text that was never submitted',
  can: 'articles.write',
  input: input(articleId),
  output: z.object({ id: z.string() }),
});

export const articleFromDocument = endpoint({
  ...post,
  path: '/articles/from-document',
  summary:
    'Read an uploaded Word, HTML, PDF or text file with its pictures as the first words of a text; what was left behind is named',
  can: 'articles.write',
  input: input({
    id: id(),
    fileId: id(),
    unitId: id(),
    teamId: z._default(nullable(id()), null),
    kind: z._default(text(30), 'tin'),
  }),
  output: z.object({
    article: articleWhole,
    /** Sentences: what was left behind, or read in another way than it stands, and why. */
    skipped: z.array(z.string()),
    pictures: z.int(),
  }),
});

type Row = Record<string, unknown>;
/** Titles and names may be those of children: apart, where they can be erased. */
const of = { kind: 'article', personal: ['credit', 'title', 'words'] };
export const articleBegun = event<Row>('article.begun', of);
export const articleSaved = event<Row>('article.saved', of);
export const articleDeleted = event<Row>('article.deleted', of);
/** The words are no longer those that were approved. */
export const approvalVoided = event<Row>('article.approval-voided', of);
