import * as z from 'zod/mini';
import { endpoint, id, input, name, text, version } from '#lib/contract.ts';
import { event } from '#lib/event.ts';

export const publicationStates = ['scheduled', 'published', 'failed', 'taken-down', 'cancelled'] as const;
export type PublicationState = (typeof publicationStates)[number];
/** What the caller may do with one place where a story stands or is to stand. */
export const publicationActs = ['retime', 'publish-now', 'cancel', 'take-down'] as const;
export type PublicationAct = (typeof publicationActs)[number];

const nullable = z.nullable;
const when = nullable(z.string());
/** A moment as '2026-11-24T01:30:00Z' or with its offset ('+07:00'). */
const instant = () => z.iso.datetime({ offset: true, error: 'fields.instant' });

/** A site on which a story stands, stood or is to stand. */
export const publication = z.object({
  id: z.string(),
  articleId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  /** The site of the unit whose story it is; false: a unit that picked it, or an edition of its own. */
  own: z.boolean(),
  /** True where this place shows a unit's own edition of the story: an article with another id. */
  edition: z.boolean(),
  state: z.enum(publicationStates),
  /** Where the public reads it, on the public face. */
  address: z.string(),
  versionN: z.int(),
  /** True where the text that was approved last is not the one that stands here. */
  older: z.boolean(),
  dueAt: z.string(),
  attempts: z.int(),
  /** When it is tried again by itself; null: somebody has to decide. */
  nextAt: when,
  /** Why it could not be published, in the reader's language. */
  error: nullable(z.string()),
  publishedAt: when,
  correctedAt: when,
  correction: nullable(z.string()),
  takenDownAt: when,
  reason: nullable(z.string()),
  section: nullable(z.string()),
  createdByName: nullable(z.string()),
  version: z.int(),
  can: z.array(z.enum(publicationActs)),
});
export type Publication = z.output<typeof publication>;

export const publicationList = z.object({
  items: z.array(publication),
  /** Units on whose site the caller may publish this story now. */
  places: z.array(z.object({ unitId: z.string(), unitName: z.string() })),
  /** The version that would be published; null where nothing is approved. */
  approvedN: nullable(z.int()),
  /** True where the newest words differ from the approved ones: the approved ones are published. */
  newerText: z.boolean(),
  /** Placements outside our own pages that a take-down asks to be removed. */
  placements: z.array(z.object({ id: z.string(), outlet: z.string(), state: z.string() })),
});
export type PublicationList = z.output<typeof publicationList>;

const articleId = { articleId: id() };
const one = { ...articleId, publicationId: id() };
const post = { method: 'POST' } as const;
const reason = () => name(1000);

export const listPublications = endpoint({
  method: 'GET',
  path: '/articles/:articleId/publications',
  summary: 'Where a story and its editions stand or are to stand, and where the caller may publish it',
  can: 'articles.read',
  input: input(articleId),
  output: publicationList,
});

export const publishArticle = endpoint({
  ...post,
  path: '/articles/:articleId/publication',
  summary:
    "Publish the approved version on a unit's site, now or at a time; pictures and guards are asked again at that moment",
  can: 'articles.publish',
  input: input({
    ...articleId,
    unitId: id(),
    /** Null or past: now. */
    dueAt: z._default(nullable(instant()), null),
    section: z._default(nullable(text(100)), null),
  }),
  output: publicationList,
});

export const retimePublication = endpoint({
  method: 'PATCH',
  path: '/articles/:articleId/publication/:publicationId',
  summary: 'Another time for what is scheduled or failed; null: now',
  can: 'articles.publish',
  input: input({ ...one, version: version(), dueAt: nullable(instant()) }),
  output: publicationList,
});

export const endPublication = endpoint({
  method: 'DELETE',
  path: '/articles/:articleId/publication/:publicationId',
  summary:
    'Cancel what is scheduled or failed; what stands on the site of a unit that picked it is taken down there only',
  can: 'articles.publish',
  input: input({ ...one, reason: z._default(text(1000), '') }),
  output: publicationList,
});

export const correctArticle = endpoint({
  ...post,
  path: '/articles/:articleId/correction',
  summary: 'Put the newly approved version everywhere where the story stands unedited, in one transaction',
  can: 'articles.publish',
  input: input({
    ...articleId,
    note: reason(),
    /** Whether readers see the note as "Đính chính". */ visible: z._default(z.boolean(), true),
  }),
  output: publicationList,
});

export const takeDownArticle = endpoint({
  ...post,
  path: '/articles/:articleId/take-down',
  summary:
    'Take a story down everywhere: own site, units that picked it, their editions; the press is asked to remove it',
  can: 'articles.publish',
  input: input({
    ...articleId,
    reason: reason(),
    /** False where it was published in error: it then no longer counts as published. */
    counts: z._default(z.boolean(), true),
  }),
  output: publicationList,
});

interface Recorded extends Record<string, unknown> {
  title: string;
  unit: string;
  versionN?: number;
}
const of = { kind: 'article' };
export const articleScheduled = event<Recorded>('article.scheduled', of);
export const articlePublished = event<Recorded>('article.published', of);
export const articleRetimed = event<Recorded>('article.retimed', of);
export const articleUnscheduled = event<Recorded>('article.unscheduled', of);
export const articlePublishFailed = event<Recorded>('article.publish-failed', of);
export const articleCorrected = event<Recorded>('article.corrected', of);
export const articleTakenDown = event<Recorded>('article.taken-down', of);
