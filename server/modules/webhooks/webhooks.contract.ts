import * as z from 'zod/mini';
import { endpoint, id, input, name, page, paging, version } from '#lib/contract.ts';
import { event } from '#lib/event.ts';

/** What other software may be told of: facts that are open to the levels above a unit, never drafts or opinions. */
export const hookEvents = [
  'plan.issued',
  'plan.amended',
  'plan.recalled',
  'plan.closed',
  'plan.sent',
  'addressee.opened',
  'addressee.answered',
  'output.recorded',
  'output.changed',
  'output.withdrawn',
  'evidence.recorded',
  'evidence.decided',
  'unit.created',
  'unit.edited',
  'unit.closed',
  'unit-change.done',
  'article.submitted',
  'article.approved',
  'article.returned',
] as const;
export type HookEvent = (typeof hookEvents)[number];

const when = z.nullable(z.string());
const address = z
  .string()
  .check(z.trim(), z.maxLength(2000, 'fields.too-long'), z.regex(/^https?:\/\/[^\s/]+/i, 'fields.address'));

export const webhook = z.object({
  id: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  name: z.string(),
  url: z.string(),
  events: z.array(z.enum(hookEvents)),
  state: z.enum(['active', 'paused']),
  createdAt: z.string(),
  lastDeliveredAt: when,
  waiting: z.int(),
  givenUp: z.int(),
  version: z.int(),
});
export type Webhook = z.output<typeof webhook>;

export const delivery = z.object({
  id: z.string(),
  event: z.string(),
  state: z.enum(['waiting', 'delivered', 'given-up']),
  attempts: z.int(),
  /** HTTP status of the last answer, if there was one. */
  status: z.nullable(z.int()),
  /** Why the last attempt failed, as a sentence. */
  trouble: z.nullable(z.string()),
  createdAt: z.string(),
  nextAt: when,
  deliveredAt: when,
});
export type Delivery = z.output<typeof delivery>;

const can = { can: 'webhooks.manage' } as const;
const hookId = { hookId: id() };

export const listWebhooks = endpoint({
  method: 'GET',
  path: '/webhooks',
  summary: 'Addresses that are told what happens at units the caller manages',
  ...can,
  input: input({ unitId: z.optional(id()) }),
  output: z.object({ items: z.array(webhook) }),
});
export const makeWebhook = endpoint({
  method: 'POST',
  path: '/webhooks',
  summary: 'Register an address; its secret is shown this once',
  ...can,
  secret: true,
  input: input({
    id: id(),
    unitId: id(),
    name: name(120),
    url: address,
    events: z.array(z.enum(hookEvents)).check(z.minLength(1, 'fields.required')),
  }),
  output: z.object({ secret: z.string(), row: webhook }),
});
export const editWebhook = endpoint({
  method: 'PATCH',
  path: '/webhooks/:hookId',
  summary: 'Change, pause or resume; what waited is sent on resuming',
  ...can,
  input: input({
    ...hookId,
    version: version(),
    name: z.optional(name(120)),
    url: z.optional(address),
    events: z.optional(z.array(z.enum(hookEvents)).check(z.minLength(1, 'fields.required'))),
    state: z.optional(z.enum(['active', 'paused'])),
  }),
  output: webhook,
});
export const renewSecret = endpoint({
  method: 'POST',
  path: '/webhooks/:hookId/secret',
  summary: 'A new secret; messages carry signatures of both for a day',
  ...can,
  secret: true,
  input: input({ ...hookId, version: version() }),
  output: z.object({ secret: z.string(), row: webhook }),
});
export const deleteWebhook = endpoint({
  method: 'DELETE',
  path: '/webhooks/:hookId',
  summary: 'Remove an address and its messages',
  ...can,
  input: input(hookId),
  output: z.object({ done: z.literal(true) }),
});
export const listDeliveries = endpoint({
  method: 'GET',
  path: '/webhooks/:hookId/deliveries',
  summary: 'Messages to an address, latest first',
  ...can,
  input: input({ ...hookId, ...paging }),
  output: page(delivery),
});
export const tryWebhook = endpoint({
  method: 'POST',
  path: '/webhooks/:hookId/trials',
  summary: 'Send a message of trial',
  ...can,
  input: input(hookId),
  output: delivery,
});
export const resend = endpoint({
  method: 'POST',
  path: '/webhooks/:hookId/deliveries/:deliveryId/attempts',
  summary: 'Send a message again that was given up',
  ...can,
  input: input({ ...hookId, deliveryId: id() }),
  output: delivery,
});

type Row = { name: string; url: string; events: readonly string[]; state: string };
export const webhookMade = event<Row>('webhook.made', { kind: 'webhook' });
export const webhookEdited = event<Row>('webhook.edited', { kind: 'webhook' });
export const webhookSecretRenewed = event<Row>('webhook.secret-renewed', { kind: 'webhook' });
export const webhookDeleted = event<Row>('webhook.deleted', { kind: 'webhook' });
