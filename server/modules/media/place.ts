import { fail } from '#lib/errors.ts';
import { dayOf, shortDay } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import * as sql from './media.sql.ts';

/** Where the actor may add: at the unit, or at the team for those who hold the right only there. */
export async function placeFor(
  tx: Tx,
  actor: Actor,
  given: { unitId: string; teamId: string | null },
): Promise<sql.Placed> {
  const place = (await sql.findPlace(tx, given.teamId ?? given.unitId)) ?? fail('not-found');
  if (given.teamId && given.teamId !== given.unitId && place.unitId !== given.unitId)
    fail('invalid', {}, { fields: { teamId: 'fields.team' } });
  if (!actor.can('media.add', place.path) && !(place.teamPath && actor.can('media.add', place.teamPath)))
    fail('forbidden');
  if (place.closedOn !== null && place.closedOn <= dayOf(actor.now))
    fail('org.unit-closed', { date: shortDay(place.closedOn) });
  return place;
}
