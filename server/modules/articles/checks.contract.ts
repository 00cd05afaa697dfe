import * as z from 'zod/mini';
import { day, endpoint, id, input, name, page, paging, text, version } from '#lib/contract.ts';
import { event } from '#lib/event.ts';

/** What is looked at; each has a sentence and a way out (`articles.check.*`, `articles.fix.*`). */
export const checkCodes = [
  'no-title',
  'no-words',
  'no-summary',
  'no-author',
  'no-picture',
  'no-alt',
  'no-credit',
  'picture-waiting',
  'picture-elsewhere',
  'consent',
  'guarded',
  'personal-data',
  'secrecy',
  'glitch',
  'dead-link',
  'near-copy',
] as const;
export type CheckCode = (typeof checkCodes)[number];

const nullable = z.nullable;

/** One finding: what is wrong, where, and what to do. A stop keeps a text from being submitted; a warning does not. */
export const checkFinding = z.object({
  code: z.enum(checkCodes),
  severity: z.enum(['stop', 'warn']),
  sentence: z.string(),
  fix: z.string(),
  /** The block of the text, counted from 0; null where it is the title, the summary or the whole. */
  block: nullable(z.int()),
  cutId: nullable(z.string()),
  /** The words in question, and what would stand there instead. */
  words: nullable(z.string()),
  repair: nullable(z.string()),
  /** Of a near copy: the other text and how much of this one stands there too (0 to 100). */
  otherId: nullable(z.string()),
  share: nullable(z.int()),
});
export type CheckFinding = z.output<typeof checkFinding>;

export const checkArticle = endpoint({
  method: 'GET',
  path: '/articles/:articleId/checks',
  summary: 'What stands in the way of approval, each with a sentence and a way out',
  can: 'articles.read',
  input: input({ articleId: id() }),
  output: z.object({
    contentHash: z.string(),
    findings: z.array(checkFinding),
    stops: z.int(),
    /** Links that nobody has looked at lately; `checkLinks` has them looked at. */
    uncheckedLinks: z.int(),
  }),
});

export const checkLinks = endpoint({
  method: 'POST',
  path: '/articles/:articleId/link-checks',
  summary: 'Have the links of a text looked at; the findings follow within a minute',
  can: 'articles.read',
  input: input({ articleId: id() }),
  output: z.object({ asked: z.int() }),
});

export const guardRow = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  phrases: z.array(z.string()),
  reason: z.string(),
  basis: z.string(),
  placedKind: z.string(),
  placedByName: nullable(z.string()),
  placedAt: z.string(),
  until: nullable(z.string()),
  liftedAt: nullable(z.string()),
  liftedByName: nullable(z.string()),
  liftedReason: nullable(z.string()),
  version: z.int(),
  can: z.array(z.enum(['lift'])),
});
export type GuardRow = z.output<typeof guardRow>;

export const listGuards = endpoint({
  method: 'GET',
  path: '/publication-guards',
  summary: 'What may not be published for now in the units of the caller, and why',
  can: 'articles.edit',
  input: input({ show: z._default(z.enum(['standing', 'lifted']), 'standing'), ...paging }),
  output: page(guardRow),
});

export const placeGuard = endpoint({
  method: 'POST',
  path: '/publication-guards',
  summary: 'Hold back texts that name somebody or something, in a unit and below it; the same id twice places once',
  can: 'newsroom.manage',
  input: input({
    id: id(),
    unitId: id(),
    phrases: z.array(name(100)).check(z.minLength(1, 'fields.required'), z.maxLength(20, 'fields.too-many')),
    reason: name(500),
    basis: z._default(text(300), ''),
    until: z._default(nullable(day()), null),
  }),
  output: guardRow,
});

export const liftGuard = endpoint({
  method: 'POST',
  path: '/publication-guards/:guardId/lifting',
  summary: 'Lift a guard with the reason, such as the conclusion of the authority',
  can: 'newsroom.manage',
  input: input({ guardId: id(), version: version(), reason: name(500) }),
  output: guardRow,
});

type Row = Record<string, unknown>;
const of = { kind: 'publication-guard', personal: ['phrases'] };
export const guardPlaced = event<Row>('publication-guard.placed', of);
export const guardLifted = event<Row>('publication-guard.lifted', of);
