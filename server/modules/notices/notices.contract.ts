import * as z from 'zod/mini';
import { endpoint, id, input, none, page, paging } from '#lib/contract.ts';

export const noticeRow = z.object({
  id: z.string(),
  kind: z.string(),
  /** One sentence in the reader's language. */
  sentence: z.string(),
  /** Address inside the admin app, e.g. '/app/ke-hoach/…'. */
  link: z.nullable(z.string()),
  at: z.string(),
  readAt: z.nullable(z.string()),
});
export type NoticeRow = z.output<typeof noticeRow>;

export const listInbox = endpoint({
  method: 'GET',
  path: '/inbox',
  summary: 'My notices: unread first, then newest first',
  own: 'own inbox',
  byKey: true,
  input: input({ show: z.optional(z.enum(['unread'])), ...paging }),
  output: page(noticeRow),
});

const unread = z.object({ unread: z.number() });

export const countUnread = endpoint({
  method: 'GET',
  path: '/inbox/unread',
  summary: 'How many notices are unread',
  own: 'own inbox',
  input: none,
  output: unread,
});

export const readNotice = endpoint({
  method: 'POST',
  path: '/inbox/:noticeId/reading',
  summary: 'This notice is read',
  own: 'own inbox',
  input: input({ noticeId: id() }),
  output: unread,
});

export const readAllNotices = endpoint({
  method: 'POST',
  path: '/inbox/reading',
  summary: 'All notices up to now are read',
  own: 'own inbox',
  input: none,
  output: unread,
});

/** Events: 'ready' at the start, 'inbox' {unread} when something came or was read, 'still-here' every 25 s. */
export const inboxEvents = endpoint({
  method: 'GET',
  path: '/inbox/events',
  summary: 'Live unread count and what else concerns my open screens (server-sent events)',
  own: 'own inbox',
  input: none,
  output: z.unknown(),
});
