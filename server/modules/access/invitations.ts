import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { record } from '#modules/audit/audit.ts';
import { type Unit, unitFor } from '#modules/org/org.ts';
import { addPerson, addPost, holdsPostAt, personByEmail } from '#modules/org/people.ts';
import type { Actor, Visitor } from '#platform/actor.ts';
import { enqueue } from '#platform/jobs.ts';
import { pageById } from '#platform/page.ts';
import { say } from '#platform/texts.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { mayGrant } from './access.policy.ts';
import * as accounts from './accounts.sql.ts';
import { listOfUnit } from './grants.sql.ts';
import { giveRole } from './grants.ts';
import * as contract from './invitations.contract.ts';
import * as sql from './invitations.sql.ts';
import { hashPassword } from './password.ts';
import { requireStrong, setPassword } from './passwords.ts';
import { startSession } from './sessions.ts';
import { hashToken } from './tokens.ts';

type Found = NonNullable<Awaited<ReturnType<typeof sql.findByToken>>>;

/** A link works for two weeks: enough for a school that opens its mail on Mondays. */
const validMs = 14 * 24 * 60 * 60_000;

const stateOf = (row: Found, now: Date): contract.InvitationRow['state'] => {
  if (row.acceptedAt) return 'accepted';
  if (row.revokedAt) return 'revoked';
  return row.expiresAt <= now ? 'expired' : 'waiting';
};

function shown(actor: Actor, { path, acceptedAt, revokedAt, ...row }: Found): contract.InvitationRow {
  const state = stateOf({ path, acceptedAt, revokedAt, ...row }, actor.now);
  const may = actor.can('grants.manage', path);
  const open = state === 'waiting' || state === 'expired';
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    state,
    can: may && open ? ['revoke', ...(mayGrant(actor, row.role, path, row.personId) ? (['renew'] as const) : [])] : [],
  };
}

export async function listInvitations(
  db: Db,
  actor: Actor,
  input: InputOf<typeof contract.listInvitations>,
): Promise<OutputOf<typeof contract.listInvitations>> {
  const filter = { ...input, waiting: input.state === 'waiting', now: actor.now };
  const rows = await sql.listInvitations(db, actor.reach('grants.manage'), filter);
  const { items, next } = pageById(rows, input.limit);
  return { items: items.map((row) => shown(actor, row)), next };
}

export async function invite(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof contract.invite>,
): Promise<contract.InvitationRow> {
  const unit = await unitFor(tx, actor, input.unitId, 'grants.manage');
  const personId = await invitedPerson(tx, actor, unit, input);
  if (!mayGrant(actor, input.role, unit.path, personId)) fail('access.beyond-own');
  await accounts.insertInvited(tx, personId);
  const id = newId(actor.now.getTime());
  const { now } = actor;
  const expires_at = new Date(now.getTime() + validMs);
  await sql.insertInvitation(tx, {
    id,
    person_id: personId,
    unit_id: unit.id,
    path: unit.path,
    role: input.role,
    invited_by: actor.person.id,
    created_at: now,
    expires_at,
  });
  return await sent(tx, actor, id);
}

/** The person with that address, or a new one; somebody who signs in already gets the role instead of a letter. */
async function invitedPerson(
  tx: Tx,
  actor: Actor,
  unit: Unit,
  input: InputOf<typeof contract.invite>,
): Promise<string> {
  const post = { kind: 'member' as const, title: input.title || say('vi', `access.role.${input.role}`) };
  const known = await personByEmail(tx, input.email);
  if (!known) {
    const id = newId(actor.now.getTime());
    await addPerson(tx, actor, unit, { id, name: input.name, email: input.email, phone: null }, post);
    return id;
  }
  if (known.closedOn !== null) fail('access.closed');
  if ((await accounts.findAccount(tx, known.id))?.state === 'active') fail('access.has-account');
  if (!(await holdsPostAt(tx, known.id, unit.id))) await addPost(tx, actor, unit, known.id, post);
  return known.id;
}

/** The letter leaves after the commit; its link is made only then. */
async function sent(tx: Tx, actor: Actor, id: string): Promise<contract.InvitationRow> {
  await enqueue(tx, 'access.mail-invitation', { invitationId: id }, { once: id });
  const row = (await sql.findInvitation(tx, actor.reach('grants.manage'), id))!;
  await record(tx, actor, contract.invitationSent({ subject: subjectOf(row), before: null, after: shape(row) }));
  return shown(actor, row);
}

const subjectOf = (row: Found) => ({ id: row.id, unitId: row.unitId, path: row.path });
const shape = (row: Found) => ({ personId: row.personId, role: row.role, expiresAt: row.expiresAt.toISOString() });

export async function renewInvitation(
  tx: Tx,
  actor: Actor,
  input: { invitationId: string },
): Promise<contract.InvitationRow> {
  const row = await loadOpen(tx, actor, input.invitationId);
  if (!mayGrant(actor, row.role, row.path, row.personId)) fail('access.beyond-own');
  await sql.renewInvitation(tx, row.id, new Date(actor.now.getTime() + validMs));
  return await sent(tx, actor, row.id);
}

export async function revokeInvitation(tx: Tx, actor: Actor, input: { invitationId: string }): Promise<{ done: true }> {
  const row = await loadOpen(tx, actor, input.invitationId);
  await sql.setRevoked(tx, row.id, actor.now);
  await record(tx, actor, contract.invitationRevoked({ subject: subjectOf(row), before: shape(row), after: null }));
  return { done: true };
}

/** 404 outside the reach, 409 where it was accepted, 404 where it was withdrawn. */
async function loadOpen(tx: Tx, actor: Actor, id: string): Promise<Found> {
  await sql.lockInvitation(tx, id);
  const row = (await sql.findInvitation(tx, actor.reach('grants.manage'), id)) ?? fail('not-found');
  if (row.acceptedAt) fail('access.invitation-used');
  if (row.revokedAt) fail('access.invitation-gone');
  return row;
}

async function byToken(db: Db, visitor: Visitor, token: string): Promise<Found & { email: string }> {
  const row = await sql.findByToken(db, hashToken(token));
  if (row?.acceptedAt) fail('access.invitation-used');
  if (!row?.email || stateOf(row, visitor.now) !== 'waiting') return fail('access.invitation-gone');
  return { ...row, email: row.email };
}

export async function lookAtInvitation(
  tx: Tx,
  visitor: Visitor,
  input: { token: string },
): Promise<OutputOf<typeof contract.lookAtInvitation>> {
  const row = await byToken(tx, visitor, input.token);
  return { name: row.personName, email: row.email, unitName: row.unitName, role: row.role, invitedBy: row.invitedBy };
}

type Acceptance = InputOf<typeof contract.acceptInvitation>;

export async function checkAcceptance(
  db: Db,
  visitor: Visitor,
  input: Acceptance,
): Promise<{ row: Found & { email: string }; hash: string }> {
  const row = await byToken(db, visitor, input.token);
  requireStrong(input.password, { name: row.personName, email: row.email }, 'password');
  return { row, hash: await hashPassword(input.password) };
}

export async function acceptInvitation(
  tx: Tx,
  visitor: Visitor,
  _input: Acceptance,
  ready: Awaited<ReturnType<typeof checkAcceptance>>,
): Promise<OutputOf<typeof contract.acceptInvitation>> {
  const { row, hash } = ready;
  if (!(await sql.setAccepted(tx, row.id, visitor.now))) fail('access.invitation-used');
  const person = { id: row.personId, name: row.personName, email: row.email };
  const author = { ...visitor, person };
  await setPassword(tx, author, person, hash, 'invitation');
  const today = dayOf(visitor.now);
  const held = await listOfUnit(tx, row.unitId, today);
  if (!held.some((g) => g.personId === person.id && g.role === row.role)) {
    await giveRole(tx, author, { id: row.unitId, path: row.path }, person.id, {
      role: row.role,
      validFrom: today,
      validTo: null,
      basis: null,
    });
  }
  await record(tx, author, contract.invitationAccepted({ subject: subjectOf(row), before: null, after: shape(row) }));
  await startSession(tx, visitor, person);
  return { personId: person.id, name: person.name };
}
