import { picturesOf } from '#lib/article-content.ts';
import { mergeTexts } from '#lib/article-merge.ts';
import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import * as sql from './articles.sql.ts';
import type * as c from './editions.contract.ts';
import { correctionTaken, editionBegun } from './editions.contract.ts';
import { freezeVersion } from './freeze.ts';
import { findArticle, type LoadedArticle, loadArticle } from './load-article.ts';
import * as offers from './offers.sql.ts';
import { keepWords } from './saving.ts';
import { searchBody, wordCount } from './search-body.ts';
import { recordedArticle, shownText, subjectOf } from './shown-article.ts';
import { actsOn, shownOffer } from './shown-offer.ts';
import { boundText, hashOfText } from './text-hash.ts';
import { findVersion, type VersionRow } from './versions.sql.ts';

/**
 * Begins the receiver's own edition of a picked story: its words are copied, it goes the receiver's own steps, and names
 * story and version it was taken from. Beginning twice begins once.
 */
export async function editOwn(tx: Tx, actor: Actor, given: InputOf<typeof c.editOwn>): Promise<{ articleId: string }> {
  const seen = (await offers.findOffer(tx, actor, given.offerId)) ?? fail('not-found');
  await sql.lockArticle(tx, seen.article_id);
  await offers.lockOffers(tx, [given.offerId]);
  const offer = (await offers.findOffer(tx, actor, given.offerId)) ?? fail('not-found');
  if (offer.edition_id !== null && offer.edition_id === given.id) return { articleId: given.id };
  if (!actsOn(actor, offer).includes('edit-own'))
    fail(
      actor.can('articles.select', offer.to_path) ? 'offers.wrong-state' : 'forbidden',
      {},
      {
        current: shownOffer(actor, offer),
      },
    );
  const origin = (await sql.readArticle(tx, offer.article_id)) ?? fail('not-found');
  const n = Math.max(offer.version_n, publicN(origin) ?? 0);
  const version = (await versionToEdit(tx, actor, offer, n, given.fromEditionId)) ?? fail('not-found');
  await begin(tx, actor, given.id, offer, n, version);
  await offers.updateOffer(tx, offer.id, { edition_id: given.id });
  return { articleId: given.id };
}

const publicN = (origin: LoadedArticle): number | null =>
  origin.publication_state === 'published' ? origin.publication_version_n : null;

/**
 * The words to begin with: the origin's, or what the unit that offers made of them: what is public of its edition, for its
 * own house also what it has approved.
 */
async function versionToEdit(db: Db, actor: Actor, offer: offers.ShownOffer, n: number, fromEditionId?: string) {
  if (fromEditionId === undefined) return await findVersion(db, offer.article_id, n);
  const edition = await findArticle(db, actor, fromEditionId);
  const theirs = edition.origin_id === offer.article_id && edition.unit_id === offer.unit_id;
  const from = publicN(edition) ?? (edition.inside ? edition.approved_n : null);
  return theirs && from !== null ? await findVersion(db, edition.id, from) : undefined;
}

async function begin(
  tx: Tx,
  actor: Actor,
  id: string,
  offer: offers.ShownOffer,
  originN: number,
  { title, summary, credit, kind, language, content }: VersionRow,
): Promise<void> {
  const words = { title, summary, credit, kind, language };
  const row = {
    id,
    unit_id: offer.to_unit_id,
    path: offer.to_path,
    ...words,
    origin_id: offer.article_id,
    origin_version_n: originN,
    lead_cut_id: picturesOf(content)[0]?.cutId ?? null,
    stage: 'writing',
    moved_at: actor.now,
    created_at: actor.now,
    created_by: actor.person.id,
  };
  if (!(await sql.insertArticle(tx, row, searchBody(content)))) fail('conflict');
  await sql.insertText(tx, {
    article_id: id,
    content,
    content_hash: hashOfText({ ...words, content }),
    words: wordCount(content),
    saved_by: actor.person.id,
    saved_at: actor.now,
  });
  const edition = (await sql.readArticle(tx, id)) ?? fail('not-found');
  // What it was taken from stands as its first version, so that the level's own changes can be read against it.
  await freezeVersion(tx, actor, edition, 'taken-over');
  const after = { ...recordedArticle(edition), origin_id: offer.article_id, origin_version_n: originN };
  await recordInside(tx, actor, editionBegun({ subject: subjectOf(edition), before: null, after }));
}

interface News {
  origin: LoadedArticle;
  versionN: number;
  newestN: number;
}

/** An edition with its origin; 404 for what is none. */
async function newsOf(db: Db, edition: LoadedArticle): Promise<News> {
  if (edition.origin_id === null || !edition.inside) return fail('not-found');
  const origin = (await sql.readArticle(db, edition.origin_id)) ?? fail('not-found');
  const versionN = edition.origin_version_n ?? 1;
  return { origin, versionN, newestN: Math.max(versionN, publicN(origin) ?? 0) };
}

/** The edition with what was corrected at the origin; what both changed stays as the edition has it, and is named. */
async function merged(db: Db, edition: LoadedArticle, { origin, versionN, newestN }: News) {
  const base = (await findVersion(db, origin.id, versionN)) ?? fail('not-found');
  const theirs = (await findVersion(db, origin.id, newestN)) ?? fail('not-found');
  const mine = boundText(edition, await sql.readContent(db, edition.id));
  return mergeTexts(boundText(base, base.content), mine, boundText(theirs, theirs.content));
}

export async function editionNews(
  db: Db,
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<OutputOf<typeof c.editionNews>> {
  const edition = await findArticle(db, actor, articleId);
  const news = await newsOf(db, edition);
  const corrected = news.newestN > news.versionN;
  const { conflicts } = corrected ? await merged(db, edition, news) : { conflicts: [] };
  return {
    originId: news.origin.id,
    originTitle: (await findVersion(db, news.origin.id, news.newestN))?.title ?? edition.title,
    originUnitName: news.origin.unit_name,
    credit: news.origin.credit,
    versionN: news.versionN,
    newestN: news.newestN,
    originLive: news.origin.live,
    corrected,
    conflicts: conflicts.map(({ mine, theirs }) => ({ mine, theirs })),
  };
}

export async function takeCorrection(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.takeCorrection>,
): Promise<OutputOf<typeof c.takeCorrection>> {
  const edition = await loadArticle(tx, actor, given.articleId, { act: 'write' });
  const news = await newsOf(tx, edition);
  if (given.version !== edition.text_version)
    fail('articles.text-conflict', {}, { current: shownText(edition, await sql.readContent(tx, edition.id)) });
  if (news.newestN <= news.versionN || news.newestN !== given.newestN) fail('offers.no-news');
  const { text, conflicts } = await merged(tx, edition, news);
  const hash = hashOfText(text);
  if (hash !== edition.content_hash) await keepWords(tx, actor, edition, text);
  await sql.updateArticle(tx, edition.id, { origin_version_n: news.newestN });
  const before = { origin_version_n: news.versionN };
  const after = { origin_version_n: news.newestN, conflicts: conflicts.length };
  await recordInside(tx, actor, correctionTaken({ subject: subjectOf(edition), before, after }));
  return { taken: true, conflicts: conflicts.map(({ mine, theirs }) => ({ mine, theirs })) };
}
