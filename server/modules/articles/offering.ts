import { picturesOf } from '#lib/article-content.ts';
import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { pathsAbove } from '#lib/reach.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { shareMedia } from '../media/media.ts';
import { type LoadedArticle, loadArticle } from './load-article.ts';
import type * as c from './offers.contract.ts';
import { type OfferRow, offerMade } from './offers.contract.ts';
import * as sql from './offers.sql.ts';
import { recordedOffer, shownOffer, subjectOf } from './shown-offer.ts';
import { tellOffered } from './told-offers.ts';
import { findVersion } from './versions.sql.ts';

/** Who offers, from where, which version; `via` is the offer by which a level above got it. */
export interface Source {
  unitId: string;
  path: string;
  versionN: number;
  contentHash: string;
  via: string | null;
}

/** The version of a unit's own story that may leave the house: the public one, else the one that was approved. */
export function ownSource(article: LoadedArticle): Source | undefined {
  if (article.stage === 'taken-down') return undefined;
  const from = { unitId: article.unit_id, path: article.path, via: null };
  if (article.approved_hash !== null && article.approved_n !== null)
    return { ...from, versionN: article.approved_n, contentHash: article.approved_hash };
  if (article.publication_state === 'published' && article.publication_hash !== null)
    return { ...from, versionN: article.publication_version_n ?? 0, contentHash: article.publication_hash };
  return undefined;
}

/** What a unit that picked the story may hand on: what it got, or what was corrected at the origin since. */
function pickedSource(article: LoadedArticle, offer: sql.ShownOffer): Source {
  const corrected = article.live && (article.publication_version_n ?? 0) > offer.version_n;
  return {
    unitId: offer.to_unit_id,
    path: offer.to_path,
    via: offer.id,
    versionN: corrected ? article.publication_version_n! : offer.version_n,
    contentHash: corrected ? article.publication_hash! : offer.content_hash,
  };
}

/** For an act in the name of a unit: its own story, or one that it picked; 403 without the right there. */
export async function sourceFor(
  db: Db,
  actor: Actor,
  article: LoadedArticle,
  unitId: string,
  right: 'articles.select' | 'placements.record',
): Promise<Source> {
  if (unitId === article.unit_id) {
    if (!actor.can(right, article.path)) fail('forbidden');
    return ownSource(article) ?? fail('offers.not-approved');
  }
  const offer = await sql.runningOffer(db, article.id, unitId);
  if (!offer || !actor.can(right, offer.to_path)) return fail('forbidden');
  if (offer.state !== 'picked') fail('offers.not-picked', { unit: offer.to_unit_name });
  if (article.stage === 'taken-down' || offer.origin_stage === 'taken-down') fail('offers.not-live');
  return pickedSource(article, offer);
}

/** The story itself, also where somebody stands before an edition of it. */
export async function storyOf(tx: Tx, actor: Actor, articleId: string): Promise<LoadedArticle> {
  const article = await loadArticle(tx, actor, articleId);
  return article.origin_id === null ? article : await loadArticle(tx, actor, article.origin_id);
}

export async function offerArticle(tx: Tx, actor: Actor, given: InputOf<typeof c.offerArticle>): Promise<OfferRow> {
  const article = await storyOf(tx, actor, given.articleId);
  const from = await sourceFor(tx, actor, article, given.unitId ?? article.unit_id, 'articles.select');
  if (given.contentHash && given.contentHash !== from.contentHash) fail('offers.changed');
  if (given.dueOn && given.dueOn < dayOf(actor.now)) fail('invalid', {}, { fields: { dueOn: 'fields.day-past' } });
  const to = await receiverOf(tx, from, given.toUnitId);
  const row = newOffer(actor, article.id, from, to, given);
  if (!(await sql.insertOffer(tx, row))) return await offeredBefore(tx, actor, article.id, from, to);
  return await offered(tx, actor, row.id);
}

const newOffer = (
  actor: Actor,
  articleId: string,
  from: Source,
  to: { id: string; path: string },
  given: { note: string; dueOn: string | null },
): sql.NewOffer & { id: string } => ({
  id: newId(actor.now.getTime()),
  article_id: articleId,
  unit_id: from.unitId,
  path: from.path,
  to_unit_id: to.id,
  to_path: to.path,
  version_n: from.versionN,
  content_hash: from.contentHash,
  state: 'offered',
  note: given.note,
  due_on: given.dueOn,
  by_offer_id: from.via,
  offered_by: actor.person.id,
  offered_at: actor.now,
});

/** A unit above on the working line; the nearest where none is named. */
async function receiverOf(db: Db, from: Source, toUnitId: string | undefined) {
  const above = (await sql.unitsAbove(db, from.path)).filter((u) => pathsAbove(from.path).includes(u.path));
  const to = toUnitId === undefined ? above[0] : above.find((u) => u.id === toUnitId);
  return to ?? fail('offers.not-above');
}

/** Pressing twice offers once; where somebody else has handed it to the same receiver, that stands. */
async function offeredBefore(
  db: Db,
  actor: Actor,
  articleId: string,
  from: Source,
  to: { id: string },
): Promise<OfferRow> {
  const there = (await sql.runningOffer(db, articleId, to.id)) ?? fail('conflict');
  return there.unit_id === from.unitId ? shownOffer(actor, there) : fail('offers.there');
}

/** The receiver sees the pictures with what is known of them, and is told. */
export async function offered(tx: Tx, actor: Actor, id: string): Promise<OfferRow> {
  const row = (await sql.readOffer(tx, id)) ?? fail('not-found');
  const version = (await findVersion(tx, row.article_id, row.version_n)) ?? fail('not-found');
  const mediaIds = [...new Set(picturesOf(version.content).map((picture) => picture.mediaId))];
  await shareMedia(tx, { kind: 'offer', id }, mediaIds, { unitId: row.to_unit_id, path: row.to_path });
  await record(tx, actor, offerMade({ subject: subjectOf(row), before: null, after: recordedOffer(row) }));
  await tellOffered(tx, actor, row);
  return shownOffer(actor, row);
}
