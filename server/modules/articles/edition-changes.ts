import type { OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/tx.ts';
import { findArticle as seenArticle } from './articles.sql.ts';
import { shownWhole } from './articles.ts';
import type * as c from './editions.contract.ts';
import { findArticle } from './load-article.ts';
import { findVersion } from './versions.sql.ts';

/**
 * What a level made of a story that came from below: the words it was taken from beside its own. The level reads it while it
 * writes; the origin's house reads it as soon as it sees the edition, in the words that everybody sees.
 */
export async function editionChanges(
  db: Db,
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<OutputOf<typeof c.editionChanges>> {
  const edition = await findArticle(db, actor, articleId);
  const { origin_id: originId, origin_version_n: n } = edition;
  if (originId === null) return fail('not-found');
  const origin = await seenArticle(db, actor, originId);
  if (!edition.inside && !origin?.inside) fail('forbidden');
  const before = (await findVersion(db, originId, n ?? 1)) ?? fail('not-found');
  const after = (await shownWhole(db, actor, edition)).text;
  return {
    unitName: edition.unit_name,
    originUnitName: edition.origin_unit_name ?? '',
    before: wordsOf(before),
    after: wordsOf(after),
  };
}

type Words = OutputOf<typeof c.editionChanges>['before'];

const wordsOf = ({ title, summary, credit, kind, language, content }: Words): Words => ({
  title,
  summary,
  credit,
  kind,
  language,
  content,
});
