import { isoOf } from '#lib/instants.ts';
import type { Db } from '#platform/tx.ts';
import type { WayStop } from './offers.contract.ts';
import * as sql from './offers.sql.ts';

/** The way of a story as stops in order of time: approved, offered, received, picked, published, by whom and where. */
export async function wayOf(
  db: Db,
  articleId: string,
  offers: readonly sql.ShownOffer[],
  { fromOutside = false }: { fromOutside?: boolean } = {},
): Promise<WayStop[]> {
  // Readers of a public story see where it stands; who approved it, and who put it there, is its house's affair.
  const approval = fromOutside ? undefined : await sql.findApproval(db, articleId);
  const places = await sql.listPlaces(db, articleId);
  const stops = [
    ...(approval ? [stop('approved', approval.id, approval, approval.at, approval.by_name)] : []),
    ...places.map((place) =>
      stop('published', place.id, place, place.published_at!, fromOutside ? null : place.by_name),
    ),
    ...offers.flatMap(stopsOf),
  ];
  // Of one moment what was done first stands first: stops are listed in that order already.
  return stops.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const stop = (
  what: WayStop['what'],
  key: string | number,
  unit: { unit_id: string; unit_name: string },
  at: Date | string,
  byName: string | null,
  note: string | null = null,
): WayStop => ({
  key: `${what}:${key}`,
  unitId: unit.unit_id,
  unitName: unit.unit_name,
  what,
  at: isoOf(at),
  byName,
  note,
});

function stopsOf(offer: sql.ShownOffer): WayStop[] {
  const from = { unit_id: offer.unit_id, unit_name: offer.unit_name };
  const to = { unit_id: offer.to_unit_id, unit_name: offer.to_unit_name };
  const by = offer.decided_by_name;
  const sent = stop('offered', offer.id, to, offer.offered_at, offer.offered_by_name, offer.note || null);
  const decided = offer.decided_at ?? offer.offered_at;
  if (offer.state === 'withdrawn') return [sent, stop('withdrawn', offer.id, from, decided, by, offer.reason)];
  if (offer.state === 'returned') return [sent, stop('returned', offer.id, to, decided, by, offer.reason)];
  return [
    sent,
    ...(offer.accepted_at && offer.state === 'accepted'
      ? [stop('accepted', offer.id, to, offer.accepted_at, by, offer.reason)]
      : []),
    ...(offer.picked_at ? [stop('picked', offer.id, to, offer.picked_at, by)] : []),
  ];
}
