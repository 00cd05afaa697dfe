import type { InputOf } from '#lib/contract.ts';
import { dayOf } from '#lib/format.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { holdersAt } from '../access/access.ts';
import { recordAll } from '../audit/audit.ts';
import { askRemoval } from '../channels/channels.ts';
import { setUses } from '../media/media.ts';
import { findByNewest } from './freeze.ts';
import { type LoadedArticle, loadArticle } from './load-article.ts';
import { lostMoment } from './moments.ts';
import type * as c from './publication.contract.ts';
import { articleTakenDown, type PublicationList } from './publication.contract.ts';
import * as sql from './publication.sql.ts';
import { listPublications } from './publication-list.ts';
import { tellPeople } from './told.ts';

type Place = Pick<sql.PlaceRow, 'id' | 'article_id' | 'unit_id' | 'path' | 'unit_name'>;

/**
 * Takes a story down everywhere in one transaction: from its own site, from those that picked it, and the editions that were
 * made of it, with its versions in other languages. What was scheduled is cancelled; pictures are no longer shown; the press is asked to take it down.
 */
export async function takeDownArticle(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.takeDownArticle>,
): Promise<PublicationList> {
  const article = await loadArticle(tx, actor, given.articleId, { act: 'take-down' });
  const family = await sql.lockWithLanguages(tx, article.id);
  const concerned = family.filter((one) => one.id === article.id || one.stage !== 'taken-down');
  const ids = concerned.map((one) => one.id);
  const places = await sql.lockPlaces(tx, ids);
  const standing = places.filter((place) => place.state === 'published');
  await endPlaces(tx, actor, standing, given.reason);
  const waiting = places.filter((place) => place.state !== 'published').map((place) => place.id);
  await sql.updatePlaces(tx, waiting, { state: 'cancelled', reason: given.reason });
  await sql.markTakenDown(tx, ids, actor.now);
  for (const one of concerned.filter(({ live }) => live)) await findByNewest(tx, one.id);
  const why = { removal: 'taken-down' as const, reason: given.reason };
  for (const { id } of concerned.filter((one) => one.origin_id === null)) {
    await askRemoval(tx, actor, { subjectKind: 'article', subjectId: id }, why);
    if (!given.counts) await lostMoment(tx, actor, id, 'published');
  }
  await recordTakenDown(tx, actor, article, places, given.reason);
  await tellTakenDown(tx, actor, article, places, given.reason);
  return await listPublications(tx, actor, given);
}

/** A unit that picked a story takes it down from its own site; the story itself stays where it is. */
export async function takeDownPlace(
  tx: Tx,
  actor: Actor,
  article: LoadedArticle,
  place: Place,
  reason: string,
): Promise<void> {
  await endPlaces(tx, actor, [place], reason);
  const subject = { id: article.id, unitId: place.unit_id, path: place.path };
  const before = { title: article.title, unit: place.unit_name };
  await recordAll(tx, actor, [articleTakenDown({ subject, before, after: null, reason })]);
}

async function endPlaces(tx: Tx, actor: Actor, places: readonly Place[], reason: string): Promise<void> {
  await sql.updatePlaces(
    tx,
    places.map((place) => place.id),
    { state: 'taken-down', taken_down_at: actor.now, reason },
  );
  for (const { id, unit_id, path } of places)
    await setUses(tx, { kind: 'publication', id, unitId: unit_id, path, title: '' }, [], []);
}

/** One record at the story's own unit, which others follow, and one at each other unit that lost a page by it. */
async function recordTakenDown(
  tx: Tx,
  actor: Actor,
  article: LoadedArticle,
  places: readonly sql.PlaceRow[],
  reason: string,
): Promise<void> {
  const elsewhere = places.filter((place) => place.unit_id !== article.unit_id || place.article_id !== article.id);
  const own = { unit_id: article.unit_id, path: article.path, unit_name: article.unit_name, article_id: article.id };
  const events = [own, ...elsewhere].map((place) =>
    articleTakenDown({
      subject: { id: place.article_id, unitId: place.unit_id, path: place.path },
      before: { title: article.title, unit: place.unit_name },
      after: null,
      reason,
    }),
  );
  await recordAll(tx, actor, events);
}

async function tellTakenDown(
  tx: Tx,
  actor: Actor,
  article: LoadedArticle,
  places: readonly sql.PlaceRow[],
  reason: string,
): Promise<void> {
  const paths = new Set(places.map((place) => place.path));
  const holders = await Promise.all(
    [...paths].map((path) => holdersAt(tx, 'articles.publish', path, dayOf(actor.now))),
  );
  await tellPeople(tx, actor, article, [...holders.flat(), article.author_id], {
    kind: 'article.taken-down',
    turn: actor.now.getTime(),
    params: { reason },
  });
}
