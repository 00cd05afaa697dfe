import type { Picture } from '#lib/article-content.ts';
import type { Db } from '#platform/tx.ts';
import { cutsAtHand } from '../media/media.ts';
import { familyOf } from './own-pictures.sql.ts';

/**
 * Cuts in a text that its unit has no business with: of another unit's library and never shown to it, or named under the id of
 * another picture. Ids of public pictures are known to everybody; that must not make them anybody's to print or to pass on.
 * An edition may show what its origin and the other editions of it show.
 */
export async function picturesOfOthers(
  db: Db,
  article: { unit_id: string; origin_id?: string | null | undefined },
  pictures: readonly Pick<Picture, 'mediaId' | 'cutId'>[],
): Promise<Set<string>> {
  if (pictures.length === 0) return new Set();
  const beside = article.origin_id ? await familyOf(db, article.origin_id) : [];
  const fits = await cutsAtHand(db, article.unit_id, pictures, { kind: 'article', ids: beside });
  const isOwn = (picture: Pick<Picture, 'mediaId' | 'cutId'>) =>
    fits.has(`${picture.mediaId} ${picture.cutId}`.toLowerCase());
  return new Set(pictures.flatMap((picture) => (isOwn(picture) ? [] : [picture.cutId])));
}
