import * as z from 'zod/mini';
import { endpoint, id, input, page, paging, text, version, whole } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { articleText, articleWhole } from './articles.contract.ts';

export const versionWhys = [
  'sitting',
  'submitted',
  'returned',
  'approved',
  'published',
  'restored',
  'taken-over',
  'imported',
  'correction',
] as const;

const versionRow = z.object({
  n: z.int(),
  why: z.enum(versionWhys),
  at: z.string(),
  byName: z.nullable(z.string()),
  title: z.string(),
  contentHash: z.string(),
});
export type VersionRow = z.output<typeof versionRow>;

const articleId = { articleId: id() };
const get = { method: 'GET' } as const;
/** The number of a version; 0 is the newest words. */
const number = () => whole(0, 1_000_000);

export const listVersions = endpoint({
  ...get,
  path: '/articles/:articleId/versions',
  summary: 'Kept versions of a text, the newest first: who, when, why',
  can: 'articles.read',
  input: input({ ...articleId, ...paging }),
  output: page(versionRow),
});

export const getVersion = endpoint({
  ...get,
  path: '/articles/:articleId/versions/:n',
  summary: 'One version with its words; 0 is the newest words',
  can: 'articles.read',
  input: input({ ...articleId, n: number() }),
  output: z.object({
    n: z.int(),
    why: z.nullable(z.enum(versionWhys)),
    at: z.string(),
    byName: z.nullable(z.string()),
    text: articleText,
  }),
});

export const restoreVersion = endpoint({
  method: 'POST',
  path: '/articles/:articleId/restoration',
  summary: 'Take the words of a version again, as a new save; what stood there is kept as a version',
  can: 'articles.write',
  input: input({
    ...articleId,
    n: whole(1, 1_000_000),
    /** The version of the text it takes the place of. */
    version: version(),
  }),
  output: articleWhole,
});

export const setPresence = endpoint({
  method: 'PUT',
  path: '/articles/:articleId/presence',
  summary: 'Say that the text is open here; the answer names the others, and whether the words have moved on',
  can: 'articles.read',
  input: input({
    ...articleId,
    /** One window of a browser. */
    tab: text(64),
    editing: z.boolean(),
  }),
  output: z.object({
    others: z.array(z.object({ name: z.string(), editing: z.boolean(), seenAt: z.string() })),
    textVersion: z.int(),
    savedByName: z.nullable(z.string()),
    stage: articleWhole.shape.stage,
    mayWrite: z.boolean(),
  }),
});

export const leaveArticle = endpoint({
  method: 'DELETE',
  path: '/articles/:articleId/presence',
  summary: 'Say that the text was closed here',
  can: 'articles.read',
  input: input({ ...articleId, tab: text(64) }),
  output: z.object({}),
});

const languageRow = z.object({
  id: z.string(),
  language: z.string(),
  title: z.string(),
  stage: articleWhole.shape.stage,
  live: z.boolean(),
  /** The text that the others are versions of. */
  first: z.boolean(),
});
export type LanguageRow = z.output<typeof languageRow>;

export const listLanguages = endpoint({
  ...get,
  path: '/articles/:articleId/languages',
  summary: 'The same text in other languages, as far as the caller sees them',
  can: 'articles.read',
  input: input(articleId),
  output: z.object({ items: z.array(languageRow) }),
});

export const translateArticle = endpoint({
  method: 'POST',
  path: '/articles/:articleId/languages',
  summary: 'Begin a version in another language: it starts with the words of this one and goes its own way to approval',
  can: 'articles.write',
  input: input({ ...articleId, id: id(), language: text(10) }),
  output: articleWhole,
});

type Row = Record<string, unknown>;
/** Titles and names may be those of children: apart, where they can be erased. */
const of = { kind: 'article', personal: ['credit', 'title', 'words'] };
export const articleRestored = event<Row>('article.restored', of);
export const articleTranslated = event<Row>('article.translation-begun', of);
