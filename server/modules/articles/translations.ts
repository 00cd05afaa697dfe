import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { recordInside } from '../audit/audit.ts';
import type { ArticleWhole, Stage } from './articles.contract.ts';
import { readContent } from './articles.sql.ts';
import { shownWhole } from './articles.ts';
import { begin } from './begin.ts';
import { findArticle, loadArticle } from './load-article.ts';
import { mustBeKnown } from './newsroom.ts';
import { recordedArticle, subjectOf } from './shown-article.ts';
import * as sql from './translations.sql.ts';
import type * as c from './versions.contract.ts';
import { articleTranslated } from './versions.contract.ts';

export async function listLanguages(
  db: Db,
  actor: Actor,
  { articleId }: InputOf<typeof c.listLanguages>,
): Promise<OutputOf<typeof c.listLanguages>> {
  const article = await findArticle(db, actor, articleId);
  const rows = await sql.listLanguages(db, actor, article.translation_of ?? article.id);
  return {
    // Readers from outside see what was published, or that there is one; not what is being written.
    items: rows.map(({ id, language, title, said_title, stage, live, translation_of, inside }) => ({
      id,
      language,
      title: inside ? title : (said_title ?? ''),
      stage: inside ? (stage as Stage) : live ? 'published' : 'approved',
      live,
      first: translation_of === null,
    })),
  };
}

/** All versions hang on the first text; a version of a version would be lost when the one between them goes. */
export async function translateArticle(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.translateArticle>,
): Promise<ArticleWhole> {
  const source = await loadArticle(tx, actor, given.articleId, { act: 'translate' });
  const { kind, title, summary, credit } = source;
  await mustBeKnown(tx, actor, { kind, language: given.language });
  const firstId = source.translation_of ?? source.id;
  const there = await sql.findInLanguage(tx, firstId, given.language);
  // The same request again.
  if (there?.id === given.id) return await shownWhole(tx, actor, await findArticle(tx, actor, given.id));
  if (there) fail('articles.language-taken');
  const words = { title, summary, credit, kind, language: given.language, content: await readContent(tx, source.id) };
  const { unit_id, path, team_id, team_path, series_id } = source;
  const place = { unit_id, path, team_id, team_path, series_id, translation_of: firstId };
  await begin(tx, actor, { id: given.id, ...place, author_id: actor.person.id }, words);
  const after = await findArticle(tx, actor, given.id);
  const told = { subject: subjectOf(after), before: null, after: recordedArticle(after) };
  await recordInside(tx, actor, articleTranslated(told));
  return await shownWhole(tx, actor, after);
}
