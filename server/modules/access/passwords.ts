import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import { record } from '#modules/audit/audit.ts';
import type { Actor, Visitor } from '#platform/actor.ts';
import { enqueue } from '#platform/jobs.ts';
import type { Db, Tx } from '#platform/tx.ts';
import * as contract from './access.contract.ts';
import * as accounts from './accounts.sql.ts';
import { secretLink } from './links.ts';
import { hashPassword, isWeak, verifyPassword } from './password.ts';
import { endSessions, type Known } from './sessions.ts';
import { attempt, welcome } from './sign-in.ts';
import { hashToken, newToken } from './tokens.ts';

const HOUR = 60 * 60_000;
const done = { done: true } as const;
/** A link works for an hour, and no more than three are sent in an hour. */
const linkMs = HOUR;
const linksAnHour = 3;

export type PasswordOrigin = 'owner' | 'link' | 'invitation' | 'setup';

/** 422 beside the field where the new password is too easy for this person. */
export function requireStrong(password: string, person: { name: string; email: string | null }, field: string): void {
  if (isWeak(password, person)) fail('access.weak-password', {}, { fields: { [field]: 'access.weak-password' } });
}

/** Sets the hash and ends the person's sessions, but for `except`; told to the audit without the password. */
export async function setPassword(
  tx: Tx,
  author: Visitor,
  person: Known,
  hash: string,
  by: PasswordOrigin,
  except?: string,
): Promise<void> {
  await accounts.upsertAccount(tx, person.id, hash, author.now);
  await endSessions(tx, person.id, author.now, except);
  await record(
    tx,
    author,
    contract.passwordChanged({ subject: { id: person.id, unitId: null, path: null }, before: null, after: { by } }),
  );
}

type Change = InputOf<typeof contract.changePassword>;

/** Guessing the current password at an unlocked screen meets the same growing delay as signing in. */
export async function checkChange(db: Db, actor: Actor, input: Change): Promise<string> {
  const key = `password ${actor.person.id}`;
  await attempt(db, actor, key);
  const account = await accounts.findAccount(db, actor.person.id);
  if (!(await verifyPassword(input.current, account?.passwordHash ?? null)))
    fail('invalid', {}, { fields: { current: 'fields.password-wrong' } });
  await db.transaction().execute((tx) => accounts.forgetAttempts(tx, key));
  requireStrong(input.next, actor.person, 'next');
  return await hashPassword(input.next);
}

export async function changePassword(tx: Tx, actor: Actor, _input: Change, hash: string): Promise<{ done: true }> {
  await setPassword(tx, actor, actor.person, hash, 'owner', actor.sessionId);
  return done;
}

/**
 * Neither the answer nor its time says whether the address has an account: what follows is a job either way, also where
 * it is nobody's.
 */
export async function askReset(
  tx: Tx,
  visitor: Visitor,
  input: InputOf<typeof contract.askPasswordReset>,
): Promise<{ done: true }> {
  const account = await accounts.findByEmail(tx, input.email);
  await enqueue(tx, 'access.begin-reset', { personId: account?.id ?? null, requestId: visitor.requestId });
  return done;
}

/** The link itself is made when its mail is sent. */
export async function beginReset(
  tx: Tx,
  { personId, requestId }: { personId: string | null; requestId: string },
  now: Date,
): Promise<void> {
  const account = personId === null ? undefined : await accounts.findAccount(tx, personId);
  const recent = account ? await accounts.countResets(tx, account.id, new Date(now.getTime() - HOUR)) : 0;
  if (account?.state !== 'active' || recent >= linksAnHour) return;
  const id = newId(now.getTime());
  const expires_at = new Date(now.getTime() + linkMs);
  await accounts.insertReset(tx, { id, person_id: account.id, created_at: now, expires_at });
  await enqueue(tx, 'access.mail-reset-link', { resetId: id });
  const subject = { id: account.id, unitId: null, path: null };
  const after = { expiresAt: expires_at.toISOString() };
  const author = { requestId, now, system: 'access.begin-reset' };
  await record(tx, author, contract.passwordResetAsked({ subject, before: null, after }));
}

/** For the console of the machine: the link itself, for somebody whom no mail reaches. Null without an open account. */
export async function printableResetLink(
  tx: Tx,
  author: Parameters<typeof record>[1],
  email: string,
): Promise<string | null> {
  const account = await accounts.findByEmail(tx, email.trim().toLowerCase());
  if (account?.state !== 'active') return null;
  const token = newToken();
  const id = newId(author.now.getTime());
  const expires_at = new Date(author.now.getTime() + linkMs);
  await accounts.insertReset(tx, { id, person_id: account.id, created_at: author.now, expires_at });
  await accounts.setResetToken(tx, id, hashToken(token));
  const subject = { id: account.id, unitId: null, path: null };
  const after = { expiresAt: expires_at.toISOString() };
  await record(tx, author, contract.passwordResetAsked({ subject, before: null, after }));
  return secretLink('password', token);
}

type Reset = InputOf<typeof contract.resetPassword>;

export async function checkReset(
  db: Db,
  visitor: Visitor,
  input: Reset,
): Promise<{ link: NonNullable<Awaited<ReturnType<typeof accounts.findReset>>>; hash: string }> {
  const link = (await accounts.findReset(db, hashToken(input.token), visitor.now)) ?? fail('access.link-gone');
  requireStrong(input.password, link, 'password');
  return { link, hash: await hashPassword(input.password) };
}

export async function resetPassword(
  tx: Tx,
  visitor: Visitor,
  _input: Reset,
  ready: Awaited<ReturnType<typeof checkReset>>,
): Promise<{ done: true }> {
  const { link, hash } = ready;
  if (!(await accounts.spendReset(tx, link.id, link.personId, visitor.now))) fail('access.link-gone');
  if (link.email) await welcome(tx, visitor, link.email);
  await setPassword(tx, visitor, { id: link.personId, name: link.name, email: link.email }, hash, 'link');
  return done;
}
