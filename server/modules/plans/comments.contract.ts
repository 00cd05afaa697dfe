import * as z from 'zod/mini';
import { endpoint, id, input, name } from '#lib/contract.ts';
import { event } from '#lib/event.ts';

type Row = Record<string, unknown>;

const planId = { planId: id() };
const get = { method: 'GET' } as const;
const post = { method: 'POST' } as const;
const nullable = z.nullable;
const when = z.nullable(z.string());

export const planComment = z.object({
  id: z.string(),
  lineId: nullable(z.string()),
  personName: z.string(),
  text: z.string(),
  at: z.string(),
  resolvedAt: when,
  mine: z.boolean(),
});

export const listComments = endpoint({
  ...get,
  path: '/plans/:planId/comments',
  summary: 'Opinions on a plan',
  can: 'plans.read',
  input: input(planId),
  output: z.object({ items: z.array(planComment) }),
});

export const addComment = endpoint({
  ...post,
  path: '/plans/:planId/comments',
  summary: 'Give an opinion',
  can: 'plans.comment',
  input: input({ ...planId, id: z.optional(id()), lineId: z._default(z.nullable(id()), null), text: name(4000) }),
  output: planComment,
});

export const resolveComment = endpoint({
  ...post,
  path: '/plans/:planId/comments/:commentId/resolution',
  summary: 'Mark an opinion as dealt with',
  can: 'plans.draft',
  input: input({ ...planId, commentId: id() }),
  output: planComment,
});

export const planCommented = event<Row>('plan.commented', { kind: 'plan' });

export const planCommentResolved = event<Row>('plan-comment.resolved', { kind: 'plan' });
