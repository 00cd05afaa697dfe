import * as z from 'zod/mini';
import { endpoint, id, input, name } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { consentChannels } from './classes.contract.ts';

export const bases = ['public-activity', 'public-interest', 'law'] as const;

export const lawfulBasis = z.object({
  id: z.string(),
  unitId: z.string(),
  albumId: z.nullable(z.string()),
  mediaId: z.nullable(z.string()),
  /** The album or picture by its name. */
  title: z.string(),
  basis: z.enum(bases),
  citation: z.string(),
  reason: z.string(),
  channels: z.array(z.enum(consentChannels)),
  decidedByName: z.string(),
  decidedAt: z.string(),
  revokedAt: z.nullable(z.string()),
  can: z.array(z.enum(['revoke'])),
});
export type LawfulBasis = z.output<typeof lawfulBasis>;

export const listLawfulBases = endpoint({
  method: 'GET',
  path: '/lawful-bases',
  summary: 'Decisions of the head to show pictures of a group activity on another basis than consent, newest first',
  can: 'media.read',
  input: input({ unitId: id(), albumId: z.optional(id()), mediaId: z.optional(id()) }),
  output: z.object({ items: z.array(lawfulBasis), can: z.array(z.enum(['decide'])) }),
});

export const decideBasis = endpoint({
  method: 'POST',
  path: '/lawful-bases',
  summary: 'The head decides on another lawful basis for one picture or one album, by its citation, for named channels',
  can: 'consents.decide',
  input: input({
    id: id(),
    albumId: z._default(z.nullable(id()), null),
    mediaId: z._default(z.nullable(id()), null),
    basis: z.enum(bases),
    citation: name(500),
    reason: name(1000),
    channels: z.array(z.enum(consentChannels)).check(z.minLength(1), z.maxLength(6)),
  }),
  output: lawfulBasis,
});

export const revokeBasis = endpoint({
  method: 'POST',
  path: '/lawful-bases/:basisId/revocation',
  summary: 'Revoke it: where the pictures are shown and nothing else allows it, they are held back at once',
  can: 'consents.decide',
  input: input({ basisId: id(), reason: name(500) }),
  output: z.object({ ...lawfulBasis.shape, blocked: z.int() }),
});

type Row = Record<string, unknown>;
export const basisDecided = event<Row>('lawful-basis.decided', { kind: 'lawful-basis' });
export const basisRevoked = event<Row>('lawful-basis.revoked', { kind: 'lawful-basis' });
