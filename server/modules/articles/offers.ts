import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { isId } from '#lib/id.ts';
import { isPlaceInTime } from '#lib/instants.ts';
import { pathsAbove } from '#lib/reach.ts';
import type { Actor } from '#platform/actor.ts';
import { pageOf } from '#platform/page.ts';
import type { Db } from '#platform/tx.ts';
import { readArticle } from './articles.sql.ts';
import { findArticle, type LoadedArticle } from './load-article.ts';
import { ownSource } from './offering.ts';
import type * as c from './offers.contract.ts';
import type { OfferDetail } from './offers.contract.ts';
import * as sql from './offers.sql.ts';
import { wordCount } from './search-body.ts';
import { shownOffer } from './shown-offer.ts';
import { wayOf } from './story-way.ts';
import { findVersion } from './versions.sql.ts';

export async function listOffers(
  db: Db,
  actor: Actor,
  input: InputOf<typeof c.listOffers>,
): Promise<OutputOf<typeof c.listOffers>> {
  const lateOn = input.late === '1' ? dayOf(actor.now) : undefined;
  const rows = await sql.listOffers(db, actor, { ...input, lateOn, after: placeOf(input.after) });
  const { items, next } = pageOf(rows, input.limit, (last) => `${last.place}_${last.id}`);
  return { items: items.map((row) => shownOffer(actor, row)), next };
}

function placeOf(after: string | undefined): sql.OfferFilter['after'] {
  if (after === undefined) return undefined;
  const [at = '', id = ''] = after.split('_');
  return isPlaceInTime(at) && isId(id) ? { at, id } : fail('unreadable');
}

export async function getOffer(db: Db, actor: Actor, { offerId }: { offerId: string }): Promise<OfferDetail> {
  const row = (await sql.findOffer(db, actor, offerId)) ?? fail('not-found');
  const article = (await readArticle(db, row.article_id)) ?? fail('not-found');
  const version = (await findVersion(db, row.article_id, row.version_n)) ?? fail('not-found');
  const { title, summary, credit, kind, language, content } = version;
  const offers = await sql.listOf(db, row.article_id);
  return {
    ...shownOffer(actor, row),
    text: {
      title,
      summary,
      credit,
      kind,
      language,
      content,
      contentHash: version.content_hash,
      words: wordCount(content),
    },
    corrected: article.live && (article.publication_version_n ?? 0) > row.version_n,
    way: await wayOf(db, row.article_id, offers),
    editions: await editionsOf(db, actor, row.article_id, actor.can('articles.read', article.path)),
    above: await above(db, row.to_path),
  };
}

/** Editions are the affair of the level that makes them until they are public. */
async function editionsOf(db: Db, actor: Actor, articleId: string, ofOrigin: boolean) {
  const rows = await sql.listEditions(db, articleId);
  const ours = (row: { path: string }) => actor.can('articles.read', row.path);
  return rows
    .filter((row) => row.live || ours(row))
    .map(({ id, unit_id, unitName, stage, live, path, approved_n }) => {
      const inside = ours({ path });
      return {
        ...{ id, unitId: unit_id, unitName, stage: inside ? stage : 'published', live },
        compare: ofOrigin || inside,
        usable: live || (inside && approved_n !== null),
      };
    });
}

async function above(db: Db, path: string) {
  const paths = pathsAbove(path);
  const units = await sql.unitsAbove(db, path);
  return units.filter((unit) => paths.includes(unit.path)).map(({ id, name }) => ({ id, name }));
}

export async function articleOffers(
  db: Db,
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<OutputOf<typeof c.articleOffers>> {
  const asked = await findArticle(db, actor, articleId);
  const article = asked.origin_id === null ? asked : await findArticle(db, actor, asked.origin_id);
  const offers = await sql.listOf(db, article.id);
  const seen = offers.filter((row) => onWay(actor, article, row, offers));
  return {
    items: seen.map((row) => shownOffer(actor, row)),
    way: await wayOf(db, article.id, seen, { fromOutside: !article.inside && seen.length === 0 }),
    editions: await editionsOf(db, actor, article.id, article.inside),
    may: await mayOffer(db, actor, article, offers),
    contentHash: article.inside ? (ownSource(article)?.contentHash ?? null) : null,
  };
}

/** Readers of a public story learn nothing of its way; the house does, and so do the units it went through. */
function onWay(actor: Actor, article: LoadedArticle, row: sql.ShownOffer, all: readonly sql.ShownOffer[]): boolean {
  if (article.inside) return true;
  const mine = (one: sql.ShownOffer) =>
    actor.can('articles.read', one.path) || (one.state !== 'withdrawn' && actor.can('articles.read', one.to_path));
  return mine(row) || all.some(mine);
}

/** Each unit of the caller's that may offer the story now, with those above that do not have it yet. */
async function mayOffer(db: Db, actor: Actor, article: LoadedArticle, offers: readonly sql.ShownOffer[]) {
  if (article.stage === 'taken-down') return [];
  const own = ownSource(article) ? [{ unitId: article.unit_id, unitName: article.unit_name, path: article.path }] : [];
  const picked = offers.filter((row) => row.state === 'picked');
  const from = [
    ...own,
    ...picked.map((row) => ({ unitId: row.to_unit_id, unitName: row.to_unit_name, path: row.to_path })),
  ];
  const has = new Set(
    offers.filter((row) => ['offered', 'accepted', 'picked'].includes(row.state)).map((row) => row.to_unit_id),
  );
  const may = [];
  for (const { unitId, unitName, path } of from.filter((one) => actor.can('articles.select', one.path))) {
    const to = (await above(db, path)).filter((unit) => !has.has(unit.id));
    if (to.length > 0) may.push({ unitId, unitName, to });
  }
  return may;
}
