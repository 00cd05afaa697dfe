import * as z from 'zod/mini';
import { endpoint, id, input, name, page, paging } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { roleNames } from '#lib/rights.ts';
import { email } from '#modules/org/people.contract.ts';
import { newPassword, token } from './access.contract.ts';

const done = z.object({ done: z.literal(true) });

export const invitationRow = z.object({
  id: z.string(),
  personId: z.string(),
  personName: z.string(),
  email: z.nullable(z.string()),
  unitId: z.string(),
  unitName: z.string(),
  role: z.enum(roleNames),
  invitedBy: z.nullable(z.string()),
  createdAt: z.string(),
  expiresAt: z.string(),
  state: z.enum(['waiting', 'accepted', 'revoked', 'expired']),
  can: z.array(z.enum(['revoke', 'renew'])),
});
export type InvitationRow = z.output<typeof invitationRow>;

export const listInvitations = endpoint({
  method: 'GET',
  path: '/invitations',
  summary: 'Invitations of the units in reach, newest first',
  can: 'grants.manage',
  input: input({ unitId: z.optional(id()), state: z.optional(z.enum(['waiting'])), ...paging }),
  output: page(invitationRow),
});

export const invite = endpoint({
  method: 'POST',
  path: '/invitations',
  summary: 'Invites somebody to a role at a unit; a mail with a one-time link leaves after the commit',
  can: 'grants.manage',
  input: input({
    unitId: id(),
    email: email(),
    name: name(120),
    title: z.optional(name(200)),
    role: z.enum(roleNames),
  }),
  output: invitationRow,
});

export const renewInvitation = endpoint({
  method: 'POST',
  path: '/invitations/:invitationId/renewal',
  summary: 'A new link and a new mail; the link before no longer works',
  can: 'grants.manage',
  input: input({ invitationId: id() }),
  output: invitationRow,
});

export const revokeInvitation = endpoint({
  method: 'DELETE',
  path: '/invitations/:invitationId',
  summary: 'The link no longer works',
  can: 'grants.manage',
  input: input({ invitationId: id() }),
  output: done,
});

export const lookAtInvitation = endpoint({
  method: 'POST',
  path: '/invitation-views',
  summary: 'What the one-time link offers: name, unit and role',
  open: 'the link is the proof',
  input: input({ token: token() }),
  output: z.object({
    name: z.string(),
    email: z.string(),
    unitName: z.string(),
    role: z.enum(roleNames),
    invitedBy: z.nullable(z.string()),
  }),
});

export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/invitation-acceptances',
  summary: 'Sets the password, takes up the role and starts a session',
  open: 'the link is the proof',
  input: input({ token: token(), password: newPassword() }),
  output: z.object({ personId: z.string(), name: z.string() }),
});

interface InvitationShape {
  personId: string;
  role: string;
  expiresAt: string;
}
export const invitationSent = event<InvitationShape>('invitation.sent', { kind: 'invitation' });
export const invitationRevoked = event<InvitationShape>('invitation.revoked', { kind: 'invitation' });
export const invitationAccepted = event<InvitationShape>('invitation.accepted', { kind: 'invitation' });
