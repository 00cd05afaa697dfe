import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail, Problem } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import { say } from '#platform/texts.ts';
import type { Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { endShares } from '../media/media.ts';
import { lockArticle } from './articles.sql.ts';
import { standingPick } from './moments.sql.ts';
import { lostMoment, reachedMoment } from './moments.ts';
import type * as c from './offers.contract.ts';
import {
  type OfferRow,
  offerAccepted,
  offerPicked,
  offerReturned,
  offerUnpicked,
  offerWithdrawn,
} from './offers.contract.ts';
import * as sql from './offers.sql.ts';
import { actsOn, recordedOffer, shownOffer, subjectOf } from './shown-offer.ts';
import { tellDecided, tellPicked, tellWithdrawn } from './told-offers.ts';

type Given = InputOf<typeof c.decideOffers>;
type Decide = (tx: Tx, actor: Actor, before: sql.ShownOffer, reason: string | undefined) => Promise<sql.ShownOffer>;

/**
 * Decides one offer or many. One that cannot be decided that way is refused with the reason; of many it is left out and
 * named, and the others are decided.
 */
export async function decideOffers(tx: Tx, actor: Actor, given: Given): Promise<OutputOf<typeof c.decideOffers>> {
  if ((given.act === 'return' || given.act === 'unpick') && !given.reason)
    fail('invalid', {}, { fields: { reason: 'fields.reason' } });
  const items: OfferRow[] = [];
  const skipped: { id: string; title: string; sentence: string }[] = [];
  for (const offer of await inOneOrder(tx, given.offers)) {
    const problem = await tryOne(tx, actor, given, offer, items);
    if (!problem) continue;
    if (given.offers.length === 1) throw problem;
    const row = await sql.findOffer(tx, actor, offer.id);
    skipped.push({
      id: offer.id,
      title: row?.title ?? '',
      sentence: say(actor.language, problem.code, problem.params),
    });
  }
  return { items, skipped };
}

/** Stories are locked before their offers, everywhere and in one order. */
async function inOneOrder(tx: Tx, offers: Given['offers']): Promise<Given['offers']> {
  const ids = offers.map((offer) => offer.id);
  for (const articleId of [...new Set(await sql.storiesOf(tx, ids))].sort()) await lockArticle(tx, articleId);
  await sql.lockOffers(tx, ids);
  return [...offers].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What a verb refuses before it wrote anything comes back; everything else ends the whole. */
async function tryOne(
  tx: Tx,
  actor: Actor,
  { act, reason }: Given,
  offer: { id: string; version: number },
  items: OfferRow[],
): Promise<Problem | undefined> {
  let before: sql.ShownOffer;
  try {
    before = await mayDecide(tx, actor, offer, act);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  items.push(shownOffer(actor, await decisions[act](tx, actor, before, reason)));
  return undefined;
}

async function mayDecide(
  tx: Tx,
  actor: Actor,
  { id, version }: { id: string; version: number },
  act: Given['act'],
): Promise<sql.ShownOffer> {
  const row = (await sql.findOffer(tx, actor, id)) ?? fail('not-found');
  if (row.version !== version) fail('offers.conflict', {}, { current: shownOffer(actor, row) });
  if (!actsOn(actor, row).includes(act)) {
    const mine = actor.can('articles.select', act === 'withdraw' ? row.path : row.to_path);
    fail(mine ? 'offers.wrong-state' : 'forbidden', {}, { current: shownOffer(actor, row) });
  }
  if (act === 'unpick') await mustBeUnused(tx, row);
  return row;
}

/** What stands on the receiver's site, is edited there, or went further up is taken back there first. */
async function mustBeUnused(tx: Tx, row: sql.ShownOffer): Promise<void> {
  if (row.published || (await sql.offeredOn(tx, row.article_id, row.to_unit_id)))
    fail('offers.in-use', { unit: row.to_unit_name });
  const ended = ['taken-down', 'returned'].includes(row.edition_stage ?? 'taken-down');
  if (!ended) fail('offers.has-edition', { unit: row.to_unit_name });
}

async function change(tx: Tx, actor: Actor, before: sql.ShownOffer, set: sql.OfferChange) {
  await sql.updateOffer(tx, before.id, { decided_by: actor.person.id, decided_at: actor.now, ...set });
  const after = (await sql.readOffer(tx, before.id)) ?? fail('not-found');
  return { after, told: { subject: subjectOf(after), before: recordedOffer(before), after: recordedOffer(after) } };
}

const accept: Decide = async (tx, actor, before) => {
  const { after, told } = await change(tx, actor, before, { state: 'accepted', accepted_at: actor.now, reason: null });
  await record(tx, actor, offerAccepted(told));
  await tellDecided(tx, actor, after, 'accepted');
  return after;
};

const giveBack: Decide = async (tx, actor, before, reason) => {
  const { after, told } = await change(tx, actor, before, { state: 'returned', reason: reason ?? null });
  await endShares(tx, { kind: 'offer', id: before.id }, actor.now);
  await record(tx, actor, offerReturned({ ...told, reason: reason ?? '' }));
  await tellDecided(tx, actor, after, 'returned', reason);
  return after;
};

/** However many levels pick it, the story counts once as picked; the highest of them is named. */
const pick: Decide = async (tx, actor, before) => {
  const set = { state: 'picked', picked_at: actor.now, accepted_at: before.accepted_at ?? actor.now, reason: null };
  const { after, told } = await change(tx, actor, before, set);
  const highest = await standingPick(tx, before.article_id);
  const moment = { day: dayOf(actor.now), byUnitId: highest?.byUnitId ?? before.to_unit_id };
  await reachedMoment(tx, actor, before.article_id, 'picked', moment);
  await record(tx, actor, offerPicked(told));
  await tellPicked(tx, actor, after, 'picked');
  return after;
};

const unpick: Decide = async (tx, actor, before, reason) => {
  const set = { state: 'accepted', picked_at: null, reason: reason ?? null };
  const { after, told } = await change(tx, actor, before, set);
  await lostMoment(tx, actor, before.article_id, 'picked');
  await record(tx, actor, offerUnpicked({ ...told, reason: reason ?? '' }));
  await tellPicked(tx, actor, after, 'unpicked', reason);
  return after;
};

/** The one who offers takes it back; who decided before stays named as nobody. */
const withdraw: Decide = async (tx, actor, before, reason) => {
  const { after, told } = await change(tx, actor, before, { state: 'withdrawn', reason: reason ?? null });
  await endShares(tx, { kind: 'offer', id: before.id }, actor.now);
  await record(tx, actor, offerWithdrawn({ ...told, ...(reason && { reason }) }));
  await tellWithdrawn(tx, actor, after);
  return after;
};

const decisions: Record<Given['act'], Decide> = { accept, return: giveBack, pick, unpick, withdraw };
