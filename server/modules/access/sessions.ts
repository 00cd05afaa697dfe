import type { OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { covers, type GrantSpan, narrowed, nowhere, type Reach, reachOf } from '#lib/reach.ts';
import type { Right } from '#lib/rights.ts';
import { record } from '#modules/audit/audit.ts';
import type { Actor, Visitor } from '#platform/actor.ts';
import { tell } from '#platform/live.ts';
import type { Db, Tx } from '#platform/tx.ts';
import * as contract from './access.contract.ts';
import { deviceOf } from './device.ts';
import * as sql from './sessions.sql.ts';
import { hashToken, isToken, newToken } from './tokens.ts';

const MINUTE = 60_000;
/** A session ends after twelve hours without a request, and after seven days in any case. */
export const idleMs = 12 * 60 * MINUTE;
const longestMs = 7 * 24 * 60 * MINUTE;

export interface Known {
  id: string;
  name: string;
  email: string | null;
}

/** What an access key leaves of a person's rights and units. */
export interface Key {
  id: string;
  rights: ReadonlySet<Right>;
  /** Null: wherever the person may. */
  paths: readonly string[] | null;
}

/** A visitor with what their grants reach, as far as a key lets it through. Only this module seals a reach. */
export function actorFrom(
  visitor: Visitor,
  person: Known,
  sessionId: string,
  grants: readonly GrantSpan[],
  key: Key | null = null,
): Actor {
  const reaches = new Map<Right, Reach>();
  const reach = (right: Right): Reach => {
    const known = reaches.get(right) ?? throughKey(reachOf(grants, right), right, key);
    reaches.set(right, known);
    return known;
  };
  const can = (right: Right, path: string) => covers(reach(right), path);
  return { ...visitor, person, sessionId, tokenId: key?.id ?? null, grants, reach, can };
}

function throughKey(reach: Reach, right: Right, key: Key | null): Reach {
  if (!key) return reach;
  if (!key.rights.has(right)) return nowhere();
  return key.paths ? narrowed(reach, key.paths) : reach;
}

/** The actor behind a session token, by one indexed read; null where it is unknown, over, or the account is closed. */
export async function authenticate(db: Db, token: string, visitor: Visitor): Promise<Actor | null> {
  if (!isToken(token)) return null;
  const { now } = visitor;
  const holder = await sql.findHolder(db, hashToken(token), now, dayOf(now));
  if (!holder) return null;
  const before = new Date(now.getTime() - MINUTE);
  if (holder.lastSeenAt < before) {
    const expiresAt = new Date(Math.min(now.getTime() + idleMs, holder.createdAt.getTime() + longestMs));
    await sql.touchSession(db, holder.sessionId, { now, before, expiresAt });
  }
  const person = { id: holder.personId, name: holder.name, email: holder.email };
  return actorFrom({ ...visitor, language: holder.language }, person, holder.sessionId, holder.grants);
}

/** Starts a session for somebody who has proved who they are; the cookie is set if the reply succeeds. */
export async function startSession(tx: Tx, visitor: Visitor, person: Known): Promise<void> {
  const token = newToken();
  const { now, network, agent } = visitor;
  const id = newId(now.getTime());
  const expires_at = new Date(now.getTime() + idleMs);
  await sql.insertSession(tx, {
    id,
    token_hash: hashToken(token),
    person_id: person.id,
    created_at: now,
    last_seen_at: now,
    expires_at,
    network,
    agent,
  });
  const author = { ...visitor, person };
  await record(
    tx,
    author,
    contract.signedIn({ subject: { id, unitId: null, path: null }, before: null, after: { network } }),
  );
  visitor.setSession(token, longestMs / 1000);
}

export async function signOut(tx: Tx, actor: Actor): Promise<{ done: true }> {
  await end(tx, actor, actor.sessionId);
  actor.setSession(null);
  return { done: true };
}

export async function listSessions(db: Db, actor: Actor): Promise<OutputOf<typeof contract.listSessions>> {
  const rows = await sql.listSessions(db, actor.person.id, actor.now);
  const items = rows.map((row) => ({
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    network: row.network || null,
    device: deviceOf(row.agent ?? ''),
    current: row.id === actor.sessionId,
  }));
  return { items };
}

export async function revokeSession(tx: Tx, actor: Actor, input: { sessionId: string }): Promise<{ done: true }> {
  await end(tx, actor, input.sessionId);
  if (input.sessionId === actor.sessionId) actor.setSession(null);
  return { done: true };
}

async function end(tx: Tx, actor: Actor, sessionId: string): Promise<void> {
  if (!(await sql.deleteSession(tx, actor.person.id, sessionId))) fail('not-found');
  await tell(tx, actor.person.id, 'session', { ended: [sessionId] });
  await record(
    tx,
    actor,
    contract.signedOut({ subject: { id: sessionId, unitId: null, path: null }, before: { sessionId }, after: null }),
  );
}

/**
 * Ends all sessions of a person, or all but one, with the screens that are open on them. Where none is left (a password
 * set by a link, an address given by somebody else) access keys end too: whoever made them may not be the person any more.
 */
export async function endSessions(tx: Tx, personId: string, now: Date, except?: string): Promise<string[]> {
  const ended = (await sql.deleteSessions(tx, personId, except)).map((row) => row.id);
  if (except === undefined) await sql.revokeKeys(tx, personId, now);
  if (ended.length > 0) await tell(tx, personId, 'session', { ended: ended.slice(0, 100) });
  return ended;
}

export async function revokeOtherSessions(tx: Tx, actor: Actor): Promise<{ ended: number }> {
  const ended = await endSessions(tx, actor.person.id, actor.now, actor.sessionId);
  for (const id of ended) {
    await record(
      tx,
      actor,
      contract.signedOut({ subject: { id, unitId: null, path: null }, before: { sessionId: id }, after: null }),
    );
  }
  return { ended: ended.length };
}
