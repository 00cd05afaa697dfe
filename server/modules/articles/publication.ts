import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { newId } from '#lib/id.ts';
import { isoOf } from '#lib/instants.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { unitFor } from '../org/org.ts';
import { type LoadedArticle, loadArticle } from './load-article.ts';
import type * as c from './publication.contract.ts';
import { articleRetimed, articleScheduled, articleUnscheduled, type PublicationList } from './publication.contract.ts';
import * as sql from './publication.sql.ts';
import { listPublications } from './publication-list.ts';
import { publishRows } from './publishing.ts';
import { setStage } from './stage.ts';
import { takeDownPlace } from './take-down.ts';

export interface Where {
  /** Null or past: now. */
  dueAt?: Date | string | null | undefined;
  section?: string | null | undefined;
  /** The offer by which the unit picked the story. */
  offerId?: string | undefined;
}

export async function publishArticle(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.publishArticle>,
): Promise<PublicationList> {
  const article = await loadArticle(tx, actor, given.articleId);
  const own = given.unitId === article.unit_id;
  if (own) await loadArticle(tx, actor, given.articleId, { act: given.dueAt ? 'schedule' : 'publish' });
  await publishOn(tx, actor, article, given.unitId, given);
  return await listPublications(tx, actor, given);
}

/**
 * Puts a locked story on a unit's site, now or at a time: on its own unit's in exactly the version that was approved last, on
 * that of a unit that picked it in the version that stands at the origin, or else that it was given. 403 without
 * articles.publish there.
 */
export async function publishOn(
  tx: Tx,
  actor: Actor,
  article: LoadedArticle,
  unitId: string,
  { dueAt, section, offerId }: Where = {},
): Promise<string> {
  const unit = await unitFor(tx, actor, unitId, 'articles.publish');
  const version = await versionFor(tx, article, unit, offerId);
  const due = dueAt ? new Date(dueAt) : actor.now;
  const row = {
    id: newId(actor.now.getTime()),
    article_id: article.id,
    unit_id: unit.id,
    path: unit.path,
    state: 'scheduled',
    ...version,
    due_at: due,
    next_at: due,
    section: section || null,
    created_by: actor.person.id,
    created_at: actor.now,
  };
  await sql.insertPublication(tx, row);
  if (due <= actor.now) await publishNow(tx, actor, row.id);
  else await schedule(tx, actor, article, { ...row, unit_name: unit.name });
  return row.id;
}

async function schedule(
  tx: Tx,
  actor: Actor,
  article: LoadedArticle,
  row: { unit_id: string; unit_name: string; path: string; due_at: Date; version_n: number },
): Promise<void> {
  if (row.unit_id === article.unit_id) await setStage(tx, actor, article, 'scheduled');
  const { unit_name: unit, due_at, version_n: versionN } = row;
  const subject = { id: article.id, unitId: row.unit_id, path: row.path };
  const after = { title: article.title, unit, versionN, due_at: isoOf(due_at) };
  await record(tx, actor, articleScheduled({ subject, before: null, after }));
}

/** Publishes one place in this transaction, or says why not. */
async function publishNow(tx: Tx, actor: Actor, publicationId: string): Promise<void> {
  const { refused } = await publishRows(tx, actor, await sql.claimThese(tx, [publicationId]));
  if (refused[0]) fail(refused[0].code, refused[0].params);
}

type Version = { version_n: number; content_hash: string; offer_id: string | null };

async function versionFor(
  tx: Tx,
  article: LoadedArticle,
  unit: { id: string; name: string },
  offerId: string | undefined,
): Promise<Version> {
  if (article.stage === 'taken-down') fail('articles.was-taken-down');
  if (unit.id === article.unit_id) {
    if (article.approved_n === null || article.approved_hash === null) fail('articles.not-approved-version');
    return { version_n: article.approved_n!, content_hash: article.approved_hash!, offer_id: null };
  }
  const pickers = await sql.listPickers(tx, article.id);
  const offer =
    pickers.find((one) => one.unitId === unit.id && (offerId === undefined || one.id === offerId)) ??
    fail('articles.not-picked', { unit: unit.name });
  if (offer.taken_down) fail('articles.was-taken-down');
  const { version_n, content_hash } = (await sql.ownStanding(tx, article.id)) ?? offer;
  return { version_n, content_hash, offer_id: offer.id };
}

/** A place to be changed: of a locked story the caller sees, at a unit where they publish, in a state in which it can be. */
async function loadPlace(
  tx: Tx,
  actor: Actor,
  { articleId, publicationId, version }: { articleId: string; publicationId: string; version?: number },
) {
  const article = await loadArticle(tx, actor, articleId);
  const place = (await sql.lockPublication(tx, articleId, publicationId)) ?? fail('not-found');
  const unit = await unitFor(tx, actor, place.unit_id, 'articles.publish');
  if (version !== undefined && place.version !== version)
    fail('articles.publication-moved', {}, { current: await listPublications(tx, actor, { articleId }) });
  const waits = place.state === 'scheduled' || place.state === 'failed';
  return { article, place, unit, waits, own: place.unit_id === article.unit_id };
}

export async function retimePublication(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.retimePublication>,
): Promise<PublicationList> {
  const { article, place, unit, waits, own } = await loadPlace(tx, actor, given);
  if (!waits) fail('articles.publication-moved');
  const due = given.dueAt ? new Date(given.dueAt) : actor.now;
  const set = { state: 'scheduled', due_at: due, next_at: due, attempts: 0, error: null };
  await sql.updatePublication(tx, place.id, set);
  if (due <= actor.now) await publishNow(tx, actor, place.id);
  else {
    if (own) await setStage(tx, actor, article, 'scheduled');
    const subject = { id: article.id, unitId: place.unit_id, path: place.path };
    const told = (at: Date) => ({ title: article.title, unit: unit.name, due_at: isoOf(at) });
    await record(tx, actor, articleRetimed({ subject, before: told(place.due_at), after: told(due) }));
  }
  return await listPublications(tx, actor, given);
}

/** Ends one place: what waits is cancelled, what a unit picked goes from its own site. */
export async function endPublication(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.endPublication>,
): Promise<PublicationList> {
  const { article, place, unit, waits, own } = await loadPlace(tx, actor, given);
  if (place.state === 'published' && own) fail('articles.take-down-whole');
  if (place.state === 'published') {
    if (given.reason === '') fail('invalid', {}, { fields: { reason: 'fields.required' } });
    await takeDownPlace(tx, actor, article, { ...place, unit_name: unit.name }, given.reason);
    return await listPublications(tx, actor, given);
  }
  if (!waits) fail('articles.publication-moved');
  await sql.updatePublication(tx, place.id, { state: 'cancelled', reason: given.reason || null });
  if (own) await setStage(tx, actor, article, article.approved_hash === null ? 'writing' : 'approved');
  const subject = { id: article.id, unitId: place.unit_id, path: place.path };
  const before = { title: article.title, unit: unit.name, due_at: isoOf(place.due_at) };
  const reason = given.reason ? { reason: given.reason } : {};
  await record(tx, actor, articleUnscheduled({ subject, before, after: null, ...reason }));
  return await listPublications(tx, actor, given);
}
