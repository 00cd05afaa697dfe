import { dayOf } from '#lib/format.ts';
import type { Right } from '#lib/rights.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { holdersAt } from '../access/access.ts';
import { notifyOthers } from '../notices/notices.ts';
import * as sql from './offers.sql.ts';

type Offer = sql.ShownOffer;

async function tell(tx: Tx, actor: Actor, offer: Offer, people: readonly (string | null)[], what: string, reason = '') {
  await notifyOthers(tx, actor, {
    personIds: people,
    kind: `offer.${what}`,
    params: {
      title: offer.title,
      origin: offer.origin_unit_name,
      unit: offer.unit_name,
      by: offer.to_unit_name,
      note: offer.note,
      reason,
    },
    link: what === 'made' ? `/app/bai-gui-len?xem=${offer.id}` : `/app/bai-viet/${offer.article_id}`,
    dedupeKey: `offer.${what}:${offer.id}:${offer.version}`,
  });
}

const holders = (tx: Tx, actor: Actor, right: Right, path: string) => holdersAt(tx, right, path, dayOf(actor.now));

export async function tellOffered(tx: Tx, actor: Actor, offer: Offer): Promise<void> {
  await tell(tx, actor, offer, await holders(tx, actor, 'articles.select', offer.to_path), 'made');
}

export async function tellWithdrawn(tx: Tx, actor: Actor, offer: Offer): Promise<void> {
  await tell(tx, actor, offer, await holders(tx, actor, 'articles.select', offer.to_path), 'withdrawn');
}

/** What the receiver decided goes back to who offered it, and to who wrote it. */
export async function tellDecided(
  tx: Tx,
  actor: Actor,
  offer: Offer,
  what: 'accepted' | 'returned',
  reason?: string,
): Promise<void> {
  const people = await holders(tx, actor, 'articles.select', offer.path);
  const writer = offer.unit_id === offer.origin_unit_id ? [offer.author_id ?? offer.created_by] : [];
  await tell(tx, actor, offer, [offer.offered_by, ...people, ...writer], what, reason);
}

/** "Đã được chọn" flows back along the whole way: author, team, the story's unit, and every unit that handed it on. */
export async function tellPicked(
  tx: Tx,
  actor: Actor,
  offer: Offer,
  what: 'picked' | 'unpicked',
  reason?: string,
): Promise<void> {
  const way = await sql.listOf(tx, offer.article_id);
  const below = way.filter((one) => one.path.startsWith(offer.to_path) && one.path !== offer.to_path);
  const paths = new Set([offer.origin_path, ...below.map((one) => one.path)]);
  const people: (string | null)[] = [offer.author_id, offer.created_by, offer.offered_by];
  for (const path of paths) people.push(...(await holders(tx, actor, 'articles.select', path)));
  if (offer.team_path) people.push(...(await holders(tx, actor, 'articles.write', offer.team_path)));
  await tell(tx, actor, offer, people, what, reason);
}
