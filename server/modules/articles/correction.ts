import type { InputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { Actor } from '#platform/actor.ts';
import type { Tx } from '#platform/tx.ts';
import { recordAll } from '../audit/audit.ts';
import { askRemoval } from '../channels/channels.ts';
import { findByNewest } from './freeze.ts';
import { type LoadedArticle, loadArticle } from './load-article.ts';
import type * as c from './publication.contract.ts';
import { articleCorrected, type PublicationList } from './publication.contract.ts';
import * as sql from './publication.sql.ts';
import { listPublications } from './publication-list.ts';
import { refusalsOf, showPictures } from './publishing.ts';
import { setStage } from './stage.ts';
import { tellHolders } from './told.ts';

/**
 * Puts the newly approved version in the place of the published one, everywhere where the story stands unedited, in one
 * transaction. Where one site may not show it, none changes. Units with an edition of their own are told: theirs is theirs.
 */
export async function correctArticle(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.correctArticle>,
): Promise<PublicationList> {
  const article = await loadArticle(tx, actor, given.articleId, { act: 'correct' });
  const places = await sql.lockPlaces(tx, [article.id]);
  const version = { version_n: article.approved_n!, content_hash: article.approved_hash! };
  const ids = places.map((place) => place.id);
  // Also what only waits elsewhere: it must not bring the old words back.
  await sql.updatePlaces(tx, ids, version);
  const standing = places.filter((place) => place.state === 'published').map((place) => place.id);
  await sql.updatePlaces(tx, standing, {
    corrected_at: actor.now,
    ...(given.visible && { correction: given.note }),
  });
  const rows = await sql.claimThese(tx, standing);
  // A site whose unit has ended shows what it showed: its page is put right too, and holds nobody back.
  const refusals = await refusalsOf(tx, actor, rows);
  const refused = refusals.find(({ code }) => code !== 'org.unit-closed');
  if (refused) fail(refused.code, refused.params);
  for (const row of rows) await showPictures(tx, row);
  await askRemoval(
    tx,
    actor,
    { subjectKind: 'article', subjectId: article.id },
    { removal: 'correction', reason: given.note },
  );
  // Where only others show it, it may still go up at home.
  if (article.live) await setStage(tx, actor, article, 'published');
  await findByNewest(tx, article.id);
  await recordCorrected(tx, actor, article, places, given.note);
  await tellCorrected(tx, actor, article, places, given.note);
  return await listPublications(tx, actor, given);
}

async function recordCorrected(
  tx: Tx,
  actor: Actor,
  article: LoadedArticle,
  places: readonly sql.PlaceRow[],
  reason: string,
): Promise<void> {
  const events = places
    .filter((place) => place.state === 'published')
    .map((place) =>
      articleCorrected({
        subject: { id: article.id, unitId: place.unit_id, path: place.path },
        before: { title: place.title, unit: place.unit_name, versionN: place.version_n },
        after: { title: article.title, unit: place.unit_name, versionN: article.approved_n! },
        reason,
      }),
    );
  await recordAll(tx, actor, events);
}

async function tellCorrected(
  tx: Tx,
  actor: Actor,
  article: LoadedArticle,
  places: readonly sql.PlaceRow[],
  note: string,
): Promise<void> {
  const tell = (kind: string, id: string, path: string) =>
    tellHolders(tx, actor, { ...article, id, path }, 'articles.publish', {
      kind,
      turn: article.approved_n!,
      params: { note },
    });
  for (const place of places.filter((one) => one.unit_id !== article.unit_id))
    await tell('article.corrected', article.id, place.path);
  const family = await sql.lockFamily(tx, article.id);
  for (const edition of family.filter((one) => one.id !== article.id && one.stage !== 'taken-down'))
    await tell('article.corrected-edition', edition.id, edition.path);
}
