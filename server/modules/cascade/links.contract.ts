import * as z from 'zod/mini';
import { endpoint, id, input, text, version, whole } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { answers, askedWhole, ownQuestion } from './cascade.contract.ts';

const nullable = z.nullable;
const when = nullable(z.string());
const get = { method: 'GET' } as const;
const post = { method: 'POST' } as const;

export const answerLink = z.object({
  id: z.string(),
  givenTo: nullable(z.string()),
  createdAt: z.string(),
  expiresAt: z.string(),
  begunAt: when,
  usedAt: when,
  revokedAt: when,
  state: z.enum(['open', 'begun', 'used', 'expired', 'revoked']),
});
const addresseeOf = { planId: id(), addresseeId: id() };
export const listLinks = endpoint({
  ...get,
  path: '/plans/:planId/addressees/:addresseeId/links',
  summary: 'One-time links given to a unit without an account',
  can: 'plans.send',
  input: input(addresseeOf),
  output: z.object({ items: z.array(answerLink) }),
});
export const makeLink = endpoint({
  ...post,
  path: '/plans/:planId/addressees/:addresseeId/links',
  summary: 'Make a one-time link with its QR code (SVG); the address is shown this once',
  can: 'plans.send',
  secret: true,
  input: input({
    ...addresseeOf,
    givenTo: z._default(nullable(text(200)), null),
    days: z._default(whole(1, 60), 14),
  }),
  output: z.object({ link: answerLink, url: z.string(), qr: z.string() }),
});
export const revokeLink = endpoint({
  method: 'DELETE',
  path: '/plans/:planId/addressees/:addresseeId/links/:linkId',
  summary: 'Take a link back',
  can: 'plans.send',
  input: input({ ...addresseeOf, linkId: id() }),
  output: answerLink,
});

const token = { token: z.string().check(z.minLength(20), z.maxLength(100)) };
/** The device's own secret: a link that another device has begun is refused, so forwarding it gives nothing away. */
const device = { device: z.string().check(z.minLength(20), z.maxLength(100)) };
const byLink = 'a unit without an account answers over its one-time link';

export const peekLink = endpoint({
  ...get,
  path: '/answer-links/:token',
  summary: 'To whom a link belongs; says no more before it is begun',
  open: byLink,
  input: input(token),
  output: z.object({ unitName: z.string(), fromUnit: z.string(), state: answerLink.shape.state }),
});
export const beginLink = endpoint({
  ...post,
  path: '/answer-links/:token/beginning',
  summary: 'Begin to answer: binds the link to this device and acknowledges the plan',
  open: byLink,
  input: input({ ...token, ...device }),
  output: askedWhole,
});
export const answerByLink = endpoint({
  method: 'PUT',
  path: '/answer-links/:token/answers',
  summary: 'Answer over a link',
  open: byLink,
  input: input({
    ...token,
    ...device,
    version: version(),
    /** Who answers, in words. */
    by: text(200).check(z.minLength(1, 'fields.required')),
    ...answers,
  }),
  output: askedWhole,
});
export const askByLink = endpoint({
  ...post,
  path: '/answer-links/:token/questions',
  summary: 'Hỏi Văn phòng over a link',
  open: byLink,
  input: input({
    ...token,
    ...device,
    id: id(),
    lineId: z._default(nullable(id()), null),
    text: text(2000).check(z.minLength(1, 'fields.required')),
  }),
  output: ownQuestion,
});

type Row = Record<string, unknown>;
export const linkMade = event<Row>('answer-link.made', { kind: 'answer-link' });
export const linkRevoked = event<Row>('answer-link.revoked', { kind: 'answer-link' });
