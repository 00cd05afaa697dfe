import * as z from 'zod/mini';
import { endpoint, id, input } from '#lib/contract.ts';
import { event } from '#lib/event.ts';

export const feed = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  createdAt: z.string(),
  lastReadAt: z.nullable(z.string()),
});
export type Feed = z.output<typeof feed>;

export const listFeeds = endpoint({
  method: 'GET',
  path: '/calendar-feeds',
  summary: 'My private calendar addresses; the secret itself is shown only once, when one is made',
  own: 'a person’s own calendar addresses',
  input: input({}),
  output: z.object({ items: z.array(feed) }),
});

export const makeFeed = endpoint({
  method: 'POST',
  path: '/calendar-feeds',
  summary: 'A private address at which calendar programs read what is due at a unit',
  can: 'plans.read',
  secret: true,
  input: input({ unitId: id() }),
  output: z.object({ ...feed.shape, address: z.string() }),
});

export const revokeFeed = endpoint({
  method: 'DELETE',
  path: '/calendar-feeds/:feedId',
  summary: 'Revoke a calendar address: from now on it answers nothing',
  own: 'a person’s own calendar addresses',
  input: input({ feedId: id() }),
  output: z.object({}),
});

export const readFeed = endpoint({
  method: 'GET',
  path: '/calendar/:token',
  summary: 'What is due, as iCalendar (RFC 5545)',
  open: 'calendar programs cannot sign in; the address holds a secret that its owner can revoke',
  input: input({ token: z.string().check(z.maxLength(100)) }),
  output: z.unknown(),
});

type Row = Record<string, unknown>;
export const feedMade = event<Row>('calendar-feed.made', { kind: 'calendar-feed' });
export const feedRevoked = event<Row>('calendar-feed.revoked', { kind: 'calendar-feed' });
