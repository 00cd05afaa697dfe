import * as z from 'zod/mini';
import { day, endpoint, id, input, name, version, whole } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { whatCounts } from '#lib/plan-parts.ts';

export const feedStates = ['active', 'paused', 'stopped'] as const;
const when = z.nullable(z.string());

export const siteFeed = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  siteUrl: z.string(),
  /** The feed behind it; null until it was found. */
  url: when,
  kind: z.nullable(z.enum(['rss', 'atom', 'sitemap'])),
  title: when,
  state: z.enum(feedStates),
  counts: z.enum(whatCounts),
  since: z.string(),
  nextAt: z.string(),
  intervalMinutes: z.int(),
  failures: z.int(),
  /** What went wrong the last time, as a sentence. */
  lastError: when,
  lastReadAt: when,
  lastNewAt: when,
  /** Items taken so far. */
  taken: z.int(),
  version: z.int(),
  can: z.array(z.enum(['manage'])),
});
export type SiteFeed = z.output<typeof siteFeed>;

const feedId = { feedId: id() };

export const listFeeds = endpoint({
  method: 'GET',
  path: '/feeds',
  summary: 'Sites that are read on a clock: of a unit, or of a unit and those below',
  can: 'outputs.read',
  input: input({
    unitId: z.optional(id()),
    within: z.optional(id()),
    after: z.optional(id()),
    limit: z._default(whole(1, 200), 50),
  }),
  output: z.object({ items: z.array(siteFeed), next: when }),
});

export const addFeed = endpoint({
  method: 'POST',
  path: '/feeds',
  summary: 'Follow a site that the unit keeps: its RSS, Atom or sitemap is found and read on a clock',
  can: 'outputs.record',
  input: input({
    id: z.optional(id()),
    unitId: id(),
    siteUrl: name(2000),
    counts: z._default(z.enum(whatCounts), 'unit-article'),
    /** Items older than this day are not taken. */
    since: day(),
  }),
  output: siteFeed,
});

export const setFeedState = endpoint({
  method: 'PUT',
  path: '/feeds/:feedId/state',
  summary: 'Pause a site, go on with it, or no longer follow it; what was taken stays',
  can: 'outputs.record',
  input: input({ ...feedId, version: version(), state: z.enum(feedStates) }),
  output: siteFeed,
});

export const readFeedNow = endpoint({
  method: 'POST',
  path: '/feeds/:feedId/reading',
  summary: 'Read a site as soon as its host is free',
  can: 'outputs.record',
  input: input({ ...feedId, version: version() }),
  output: siteFeed,
});

type Row = Record<string, unknown>;
export const feedAdded = event<Row>('site-feed.added', { kind: 'site-feed' });
export const feedChanged = event<Row>('site-feed.changed', { kind: 'site-feed' });
