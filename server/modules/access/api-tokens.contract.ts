import * as z from 'zod/mini';
import { endpoint, id, input, name, none, whole } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { type Right, rights } from '#lib/rights.ts';

/**
 * Who may do what in the system is never decided by a program, nor what a head answers for in person (a signature, the
 * approval of a text, a ground for showing children): these rights stay with people at the keyboard.
 */
const personal: ReadonlySet<Right> = new Set([
  'people.manage',
  'grants.manage',
  'webhooks.manage',
  'plans.sign',
  'articles.approve',
  'consents.decide',
]);
export const tokenRights = (Object.keys(rights) as Right[]).filter((right) => !personal.has(right)) as [
  Right,
  ...Right[],
];

export const apiToken = z.object({
  id: z.string(),
  name: z.string(),
  rights: z.array(z.string()),
  units: z.array(z.object({ id: z.string(), name: z.string() })),
  createdAt: z.string(),
  expiresAt: z.string(),
  /** Day of the last call, not the hour: enough to see that a key is no longer needed. */
  lastUsedOn: z.nullable(z.string()),
  state: z.enum(['active', 'expired', 'revoked']),
});
export type ApiToken = z.output<typeof apiToken>;

export const listApiTokens = endpoint({
  method: 'GET',
  path: '/me/tokens',
  summary: 'My access keys for other software',
  own: 'own keys',
  input: none,
  output: z.object({
    items: z.array(apiToken),
    /** Rights the caller holds somewhere and may give to a key. */
    grantable: z.array(z.enum(tokenRights)),
  }),
});

export const makeApiToken = endpoint({
  method: 'POST',
  path: '/me/tokens',
  summary: 'Make an access key; it is shown this once',
  own: 'own keys',
  secret: true,
  input: input({
    name: name(120),
    rights: z.array(z.enum(tokenRights)).check(z.minLength(1, 'fields.required'), z.maxLength(tokenRights.length)),
    unitIds: z._default(z.array(id()).check(z.maxLength(100)), []),
    days: z._default(whole(1, 365), 90),
  }),
  output: z.object({ token: z.string(), row: apiToken }),
});

export const revokeApiToken = endpoint({
  method: 'DELETE',
  path: '/me/tokens/:tokenId',
  summary: 'Take a key back; it stops working at once',
  own: 'own keys',
  input: input({ tokenId: id() }),
  output: apiToken,
});

type Row = { name: string; rights: readonly string[]; unitIds: readonly string[]; expiresAt: string };
export const apiTokenMade = event<Row>('api-token.made', { kind: 'api-token' });
export const apiTokenRevoked = event<Row>('api-token.revoked', { kind: 'api-token' });
