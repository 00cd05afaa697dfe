import QRCode from 'qrcode';
import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import { isoOrNull } from '#lib/instants.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { linkTo } from '../access/links.ts';
import { hashToken, newToken } from '../access/tokens.ts';
import { record } from '../audit/audit.ts';
import { type AddresseeRow, addresseeById } from './addressees.sql.ts';
import { readAsSender, sendersPlan } from './coverage-plan.ts';
import type * as c from './links.contract.ts';
import { linkMade, linkRevoked } from './links.contract.ts';
import * as sql from './links.sql.ts';
import { mustRun } from './load-asked.ts';

export type ShownLink = OutputOf<typeof c.revokeLink>;

/** What has ended a link says so first; after that how far it has come. */
export function stateOf(link: sql.LinkRow, now: Date): ShownLink['state'] {
  if (link.revokedAt) return 'revoked';
  if (link.usedAt) return 'used';
  if (link.expiresAt <= now) return 'expired';
  return link.begunAt ? 'begun' : 'open';
}

const shownLink = (link: sql.LinkRow, now: Date): ShownLink => ({
  id: link.id,
  givenTo: link.givenTo,
  createdAt: link.createdAt.toISOString(),
  expiresAt: link.expiresAt.toISOString(),
  begunAt: isoOrNull(link.begunAt),
  usedAt: isoOrNull(link.usedAt),
  revokedAt: isoOrNull(link.revokedAt),
  state: stateOf(link, now),
});

/** A unit that got the sender's plan; 404 for any other. */
async function addresseeOf(db: Db, given: { planId: string; addresseeId: string }): Promise<AddresseeRow> {
  const row = await addresseeById(db, given.addresseeId);
  return row?.planId === given.planId ? row : fail('not-found');
}

const subjectOf = (id: string, row: AddresseeRow) => ({ id, unitId: row.planUnitId, path: row.planPath });

export async function listLinks(
  db: Db,
  actor: Actor,
  given: InputOf<typeof c.listLinks>,
): Promise<OutputOf<typeof c.listLinks>> {
  await readAsSender(db, actor, given.planId);
  const { id } = await addresseeOf(db, given);
  return { items: (await sql.listLinks(db, id)).map((link) => shownLink(link, actor.now)) };
}

/** The address is known this once: only its hash is kept. */
export async function makeLink(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.makeLink>,
): Promise<OutputOf<typeof c.makeLink>> {
  await sendersPlan(tx, actor, given.planId);
  const row = await addresseeOf(tx, given);
  mustRun(row, actor.now);
  const token = newToken();
  const link = await sql.insertLink(tx, {
    id: newId(actor.now.getTime()),
    addresseeId: row.id,
    tokenHash: hashToken(token),
    givenTo: given.givenTo || null,
    createdBy: actor.person.id,
    createdAt: actor.now,
    expiresAt: new Date(actor.now.getTime() + given.days * 86_400_000),
  });
  const after = {
    planId: row.planId,
    addresseeId: row.id,
    toUnit: row.unitId,
    givenTo: link.givenTo,
    days: given.days,
  };
  await record(tx, actor, linkMade({ subject: subjectOf(link.id, row), before: null, after }));
  const url = linkTo(`/tl/${token}`);
  const qr = await QRCode.toString(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 });
  return { link: shownLink(link, actor.now), url, qr };
}

/** Taking back twice is taking back once; what was answered over it stays. */
export async function revokeLink(tx: Tx, actor: Actor, given: InputOf<typeof c.revokeLink>): Promise<ShownLink> {
  const plan = await readAsSender(tx, actor, given.planId);
  const row = await addresseeOf(tx, { planId: plan.id, addresseeId: given.addresseeId });
  const link = await sql.lockLink(tx, given.linkId);
  if (link?.addresseeId !== row.id) return fail('not-found');
  if (link.revokedAt) return shownLink(link, actor.now);
  await sql.revokeLink(tx, link.id, actor.now);
  const before = { addresseeId: row.id, state: stateOf(link, actor.now) };
  const after = { addresseeId: row.id, state: 'revoked' };
  await record(tx, actor, linkRevoked({ subject: subjectOf(link.id, row), before, after }));
  return shownLink({ ...link, revokedAt: actor.now }, actor.now);
}
