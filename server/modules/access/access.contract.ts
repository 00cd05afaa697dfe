import * as z from 'zod/mini';
import { day, endpoint, id, input, name, none } from '#lib/contract.ts';
import { event } from '#lib/event.ts';
import { type Right, rights, roleNames } from '#lib/rights.ts';
import { unitKinds } from '#lib/unit-kinds.ts';
import { email } from '#modules/org/people.contract.ts';

/** Typed as it comes: trimming a password would lock people out who have a space at its end. */
const typedPassword = () => z.string().check(z.minLength(1, 'fields.required'), z.maxLength(500, 'fields.too-long'));
export const newPassword = () =>
  z.string().check(z.normalize('NFC'), z.minLength(10, 'fields.password-short'), z.maxLength(500, 'fields.too-long'));
export const token = () => z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, 'fields.link'));
const done = z.object({ done: z.literal(true) });

export const signIn = endpoint({
  method: 'POST',
  path: '/sign-in',
  summary: 'Starts a session (a cookie); repeated failures wait longer and longer',
  open: 'nobody is signed in yet',
  input: input({
    email: z.string().check(z.trim(), z.toLowerCase(), z.minLength(1, 'fields.required'), z.maxLength(254)),
    password: typedPassword(),
  }),
  output: z.object({ personId: z.string(), name: z.string() }),
});

export const signOut = endpoint({
  method: 'POST',
  path: '/sign-out',
  summary: 'Ends this session',
  own: 'own session',
  input: none,
  output: done,
});

const rightNames = Object.keys(rights) as [Right, ...Right[]];

export const me = z.object({
  person: z.object({ id: z.string(), name: z.string(), email: z.nullable(z.string()), language: z.enum(['vi', 'en']) }),
  /** Units with a grant of one's own, highest first: what the unit switcher offers. */
  units: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      shortName: z.nullable(z.string()),
      kind: z.enum(unitKinds),
      path: z.string(),
      roles: z.array(z.enum(roleNames)),
      rights: z.array(z.enum(rightNames)),
    }),
  ),
  unread: z.number(),
});
export type Me = z.output<typeof me>;

export const getMe = endpoint({
  method: 'GET',
  path: '/me',
  summary: 'Who I am, the units I act for with roles and rights, and how many notices are unread',
  own: 'own account',
  byKey: true,
  input: none,
  output: me,
});

export const setLanguage = endpoint({
  method: 'PUT',
  path: '/me/language',
  summary: 'Language of screens and mails',
  own: 'own account',
  input: input({ language: z.enum(['vi', 'en']) }),
  output: done,
});

export const changePassword = endpoint({
  method: 'PUT',
  path: '/me/password',
  summary: 'A new password; all other sessions end',
  own: 'own account',
  input: input({ current: typedPassword(), next: newPassword() }),
  output: done,
});

export const sessionRow = z.object({
  id: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  network: z.nullable(z.string()),
  /** Browser and system in two words, from the user agent. */
  device: z.string(),
  current: z.boolean(),
});
export type SessionRow = z.output<typeof sessionRow>;

export const listSessions = endpoint({
  method: 'GET',
  path: '/sessions',
  summary: 'Where I am signed in',
  own: 'own sessions',
  input: none,
  output: z.object({ items: z.array(sessionRow) }),
});

export const revokeSession = endpoint({
  method: 'DELETE',
  path: '/sessions/:sessionId',
  summary: 'Ends one of my sessions at once',
  own: 'own sessions',
  input: input({ sessionId: id() }),
  output: done,
});

export const revokeOtherSessions = endpoint({
  method: 'DELETE',
  path: '/sessions',
  summary: 'Ends all my sessions but this one',
  own: 'own sessions',
  input: none,
  output: z.object({ ended: z.number() }),
});

export const askPasswordReset = endpoint({
  method: 'POST',
  path: '/password-reset-requests',
  summary: 'Sends a one-time link to the address if it has an account; the answer is the same either way',
  open: 'whoever forgot the password cannot sign in',
  input: input({ email: email() }),
  output: done,
});

export const resetPassword = endpoint({
  method: 'POST',
  path: '/password-resets',
  summary: 'Sets a new password with the one-time link; all sessions end',
  open: 'the link is the proof',
  input: input({ token: token(), password: newPassword() }),
  output: done,
});

export const changeEmail = endpoint({
  method: 'PUT',
  path: '/people/:personId/email',
  summary:
    'The address a person signs in with; only by somebody who might give each role that person holds or is offered',
  can: 'people.manage',
  input: input({ personId: id(), version: z.int(), email: email() }),
  output: z.object({ id: z.string(), email: z.string(), version: z.number() }),
});

export const getSetup = endpoint({
  method: 'GET',
  path: '/setup',
  summary: 'Whether the first account is still to be made',
  open: 'before the first account nobody can sign in',
  input: none,
  output: z.object({ open: z.boolean() }),
});

export const setUp = endpoint({
  method: 'POST',
  path: '/setup',
  summary: 'The first unit and its administrator, by the one-time link that the start printed',
  open: 'the link is the proof',
  input: input({
    token: token(),
    unitName: name(),
    unitKind: z._default(z.enum(['ministry', 'province-department']), 'ministry'),
    name: name(120),
    email: email(),
    password: newPassword(),
  }),
  output: z.object({ personId: z.string(), unitId: z.string() }),
});

export const grantRow = z.object({
  id: z.string(),
  personId: z.string(),
  personName: z.string(),
  role: z.enum(roleNames),
  validFrom: z.string(),
  /** Last day on which it holds; null for no end. */
  lastDay: z.nullable(z.string()),
  /** Written basis of a delegation. */
  basis: z.nullable(z.string()),
  /** The person has a password and may sign in. */
  hasAccount: z.boolean(),
  can: z.array(z.enum(['revoke'])),
});
export type GrantRow = z.output<typeof grantRow>;

export const listGrants = endpoint({
  method: 'GET',
  path: '/units/:unitId/grants',
  summary: 'Who holds which role at the unit today, and which roles I may give there',
  can: 'people.read',
  input: input({ unitId: id() }),
  output: z.object({ items: z.array(grantRow), grantable: z.array(z.enum(roleNames)) }),
});

export const heldGrant = z.object({ ...grantRow.shape, unitId: z.string(), unitName: z.string() });
export type HeldGrant = z.output<typeof heldGrant>;

export const listGrantsOfPerson = endpoint({
  method: 'GET',
  path: '/people/:personId/grants',
  summary: 'Roles a person holds or held at the units in reach, those that hold first',
  can: 'people.read',
  input: input({ personId: id() }),
  output: z.object({ items: z.array(heldGrant) }),
});

export const addGrant = endpoint({
  method: 'POST',
  path: '/units/:unitId/grants',
  summary: 'A role for a person at the unit; never one with rights the giver does not hold there',
  can: 'grants.manage',
  input: input({
    unitId: id(),
    personId: id(),
    role: z.enum(roleNames),
    validFrom: z.optional(day()),
    lastDay: z.optional(day()),
    basis: z.optional(name(300)),
  }),
  output: grantRow,
});

export const revokeGrant = endpoint({
  method: 'DELETE',
  path: '/grants/:grantId',
  summary: 'Takes a role back at once',
  can: 'grants.manage',
  input: input({ grantId: id() }),
  output: done,
});

const account = { kind: 'account', personal: ['email', 'network'] };
export const signedIn = event<{ network: string }>('session.started', { kind: 'session', personal: ['network'] });
export const signInsFailed = event<{ failures: number; network: string }>('sign-ins.failed', {
  kind: 'account',
  personal: ['network'],
});
export const signedOut = event<{ sessionId: string }>('session.ended', { kind: 'session' });
export const passwordChanged = event<{ by: 'owner' | 'link' | 'invitation' | 'setup' }>('password.changed', account);
export const passwordResetAsked = event<{ expiresAt: string }>('password-reset.asked', account);
export const languageChanged = event<{ language: string }>('language.changed', account);
export const emailChanged = event<{ email: string | null }>('email.changed', account);
export const grantAdded = event<{ personId: string; role: string; validFrom: string; validTo: string | null }>(
  'grant.added',
  { kind: 'grant' },
);
export const grantRevoked = event<{ personId: string; role: string; validFrom: string; validTo: string | null }>(
  'grant.revoked',
  { kind: 'grant' },
);
