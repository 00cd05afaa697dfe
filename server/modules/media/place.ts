import { fail } from '#lib/errors.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { type Belonging, belongingOf, mustBeOpen } from '../org/org.ts';

/** Where the actor may add: at the unit, or at the team for those who hold the right only there. */
export async function placeFor(
  tx: Tx,
  actor: Actor,
  given: { unitId: string; teamId: string | null },
): Promise<Belonging> {
  const place = await belongingOf(tx, given);
  if (!actor.can('media.add', place.path) && !(place.teamPath && actor.can('media.add', place.teamPath)))
    fail('forbidden');
  mustBeOpen(place, actor.now);
  return place;
}
