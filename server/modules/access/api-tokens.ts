import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { record } from '#modules/audit/audit.ts';
import { getUnitRow } from '#modules/org/org.ts';
import type { Actor, Visitor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import * as contract from './api-tokens.contract.ts';
import * as sql from './api-tokens.sql.ts';
import { actorFrom } from './sessions.ts';
import { hashToken, isToken, newToken } from './tokens.ts';

/** By its beginning a key is known for what it is where it should not be: in a log, a mail, a repository. */
const prefix = 'lt_';
const DAY = 86_400_000;
/** More keys than anybody keeps an eye on. */
const most = 50;

/** The actor behind a key: the person, with those of their rights and units that the key has. Null where it is unknown or over. */
export async function authenticateToken(db: Db, given: string, visitor: Visitor): Promise<Actor | null> {
  const token = given.startsWith(prefix) ? given.slice(prefix.length) : '';
  if (!isToken(token)) return null;
  const today = dayOf(visitor.now);
  const holder = await sql.findTokenHolder(db, hashToken(token), visitor.now, today);
  if (!holder) return null;
  if (holder.lastUsedOn !== today) await sql.markTokenUsed(db, holder.tokenId, today);
  const person = { id: holder.personId, name: holder.name, email: holder.email };
  const key = { id: holder.tokenId, rights: new Set(holder.rights), paths: holder.paths };
  return actorFrom({ ...visitor, language: holder.language }, person, holder.tokenId, holder.grants, key);
}

const shown = (now: Date, { createdAt, expiresAt, revokedAt, ...row }: sql.TokenRow): contract.ApiToken => ({
  ...row,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  state: revokedAt ? 'revoked' : expiresAt <= now ? 'expired' : 'active',
});

export async function listApiTokens(db: Db, actor: Actor): Promise<OutputOf<typeof contract.listApiTokens>> {
  const rows = await sql.listTokens(db, actor.person.id);
  return {
    items: rows.map((row) => shown(actor.now, row)),
    grantable: contract.tokenRights.filter((right) => actor.reach(right).length > 0),
  };
}

export async function makeApiToken(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof contract.makeApiToken>,
): Promise<OutputOf<typeof contract.makeApiToken>> {
  if ((await sql.countActive(tx, actor.person.id, actor.now)) >= most) fail('access.too-many-keys', { most });
  const unitIds = [...new Set(given.unitIds)];
  for (const unitId of unitIds) await requireOwn(tx, actor, unitId);
  const rights = [...new Set(given.rights)].filter((right) => actor.reach(right).length > 0);
  if (rights.length === 0) fail('invalid', {}, { fields: { rights: 'fields.required' } });
  const token = newToken();
  const id = newId(actor.now.getTime());
  const expires_at = new Date(actor.now.getTime() + given.days * DAY);
  await sql.insertToken(tx, {
    id,
    person_id: actor.person.id,
    name: given.name,
    token_hash: hashToken(token),
    rights,
    unit_ids: unitIds,
    created_at: actor.now,
    expires_at,
  });
  const after = { name: given.name, rights, unitIds, expiresAt: expires_at.toISOString() };
  await record(tx, actor, contract.apiTokenMade({ subject: subjectOf(id), before: null, after }));
  const row = (await sql.findToken(tx, actor.person.id, id)) ?? fail('not-found');
  return { token: prefix + token, row: shown(actor.now, row) };
}

const subjectOf = (id: string) => ({ id, unitId: null, path: null });

/** A key reaches no unit that its owner does not reach by a grant at it or above it. */
async function requireOwn(tx: Tx, actor: Actor, unitId: string): Promise<void> {
  const unit = await getUnitRow(tx, unitId);
  if (!actor.grants.some((grant) => unit.path.startsWith(grant.path))) fail('forbidden');
}

export async function revokeApiToken(
  tx: Tx,
  actor: Actor,
  { tokenId }: InputOf<typeof contract.revokeApiToken>,
): Promise<contract.ApiToken> {
  const row = (await sql.findToken(tx, actor.person.id, tokenId)) ?? fail('not-found');
  if (row.revokedAt) return shown(actor.now, row);
  await sql.revokeToken(tx, actor.person.id, tokenId, actor.now);
  const before = {
    name: row.name,
    rights: row.rights,
    unitIds: row.units.map((u) => u.id),
    expiresAt: row.expiresAt.toISOString(),
  };
  await record(tx, actor, contract.apiTokenRevoked({ subject: subjectOf(tokenId), before, after: null }));
  return shown(actor.now, { ...row, revokedAt: actor.now });
}
