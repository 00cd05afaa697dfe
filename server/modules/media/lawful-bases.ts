import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { isoOf, isoOrNull } from '#lib/instants.ts';
import { record } from '#modules/audit/audit.ts';
import { getUnitRow, unitFor } from '#modules/org/org.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { blockWithoutBasis, refreshBlocks } from './blocks.ts';
import * as c from './lawful-bases.contract.ts';
import * as sql from './lawful-bases.sql.ts';

export async function listLawfulBases(
  db: Db,
  actor: Actor,
  input: InputOf<typeof c.listLawfulBases>,
): Promise<OutputOf<typeof c.listLawfulBases>> {
  const unit = await getUnitRow(db, input.unitId);
  const of = { unitId: unit.id, albumId: input.albumId, mediaId: input.mediaId };
  const rows = await sql.listBases(db, actor.reach('media.read'), of);
  return {
    items: rows.map((row) => shown(actor, row)),
    can: actor.can('consents.decide', unit.path) ? ['decide'] : [],
  };
}

export async function decideBasis(tx: Tx, actor: Actor, input: InputOf<typeof c.decideBasis>): Promise<c.LawfulBasis> {
  if ((input.albumId === null) === (input.mediaId === null))
    fail('invalid', {}, { fields: { mediaId: 'fields.required' } });
  const owner = (await sql.findOwner(tx, input)) ?? fail('not-found');
  if (!actor.can('media.read', owner.path)) fail('not-found');
  const unit = await unitFor(tx, actor, owner.unitId, 'consents.decide');
  const { albumId, mediaId, basis, citation, reason, channels } = input;
  const row = {
    id: input.id,
    unit_id: unit.id,
    path: unit.path,
    album_id: albumId,
    media_id: mediaId,
    basis,
    citation,
    reason,
    channels: [...new Set(channels)],
    decided_by: actor.person.id,
    decided_at: actor.now,
  };
  if (await sql.insertBasis(tx, row)) {
    const subject = { id: row.id, unitId: unit.id, path: unit.path };
    const after = { albumId, mediaId, basis, citation, channels: row.channels };
    await record(tx, actor, c.basisDecided({ subject, before: null, after, reason }));
    // What was held back because an earlier decision was revoked may be seen again.
    await refreshBlocks(tx, actor, { mediaIds: await sql.listMediaOf(tx, input) });
  }
  const made = (await sql.findBasis(tx, input.id)) ?? fail('conflict');
  return made.unit_id === unit.id ? shown(actor, made) : fail('conflict');
}

export async function revokeBasis(
  tx: Tx,
  actor: Actor,
  input: InputOf<typeof c.revokeBasis>,
): Promise<OutputOf<typeof c.revokeBasis>> {
  await sql.lockBasis(tx, input.basisId);
  const row = (await sql.findBasis(tx, input.basisId)) ?? fail('not-found');
  if (!actor.can('media.read', row.path)) fail('not-found');
  if (!actor.can('consents.decide', row.path)) fail('forbidden');
  if (row.revoked_at) fail('media.basis-revoked', {}, { current: shown(actor, row) });
  await sql.revokeBasis(tx, row.id, { personId: actor.person.id, at: actor.now });
  const blocked = await blockWithoutBasis(tx, actor, {
    id: row.id,
    mediaId: row.media_id,
    albumId: row.album_id,
    channels: row.channels,
  });
  const subject = { id: row.id, unitId: row.unit_id, path: row.path };
  await record(tx, actor, c.basisRevoked({ subject, before: null, after: { blocked }, reason: input.reason }));
  return { ...shown(actor, (await sql.findBasis(tx, row.id)) ?? fail('not-found')), blocked };
}

const shown = (actor: Actor, row: sql.BasisRecord): c.LawfulBasis => ({
  id: row.id,
  unitId: row.unit_id,
  albumId: row.album_id,
  mediaId: row.media_id,
  title: row.title,
  basis: row.basis as c.LawfulBasis['basis'],
  citation: row.citation,
  reason: row.reason,
  channels: row.channels as c.LawfulBasis['channels'],
  decidedByName: row.decided_by_name,
  decidedAt: isoOf(row.decided_at),
  revokedAt: isoOrNull(row.revoked_at),
  can: row.revoked_at === null && actor.can('consents.decide', row.path) ? ['revoke'] : [],
});
