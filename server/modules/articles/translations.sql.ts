import { type ExpressionBuilder, sql } from 'kysely';
import type { Actor } from '#platform/actor.ts';
import type { Articles, DB } from '#platform/schema.ts';
import { inReach } from '#platform/scope.ts';
import type { Db } from '#platform/tx.ts';
import { insideArticles, seenArticles } from './seen.sql.ts';

type On = ExpressionBuilder<DB & { a: Articles }, 'a'>;

/** A text and its versions in other languages, as far as the actor sees them; the first one first. */
export const listLanguages = (db: Db, actor: Actor, firstId: string) =>
  db
    .selectFrom('articles as a')
    .leftJoin('article_publications as p', (j) =>
      j.onRef('p.article_id', '=', 'a.id').onRef('p.unit_id', '=', 'a.unit_id').on('p.state', '=', 'published'),
    )
    .leftJoin('article_versions as v', (j) =>
      j.onRef('v.article_id', '=', 'p.article_id').onRef('v.n', '=', 'p.version_n'),
    )
    .select(['a.id', 'a.language', 'a.title', 'a.stage', 'a.live', 'a.translation_of'])
    .select(
      // To whom it was only offered it is called as it was offered.
      sql<string | null>`coalesce(v.title, (select ov.title from article_offers io join article_versions ov
        on ov.article_id = io.article_id and ov.n = io.version_n where io.article_id = a.id and io.state <> 'withdrawn'
        and ${inReach(sql.ref('io.to_path'), actor.reach('articles.read'))} order by io.offered_at desc limit 1))`.as(
        'said_title',
      ),
    )
    .select((eb) => sql<boolean>`coalesce(${insideArticles(eb as unknown as On, actor)}, false)`.as('inside'))
    .where((eb) => eb.or([eb('a.id', '=', firstId), eb('a.translation_of', '=', firstId)]))
    .where((eb) => seenArticles(eb as unknown as On, actor))
    .orderBy('a.created_at')
    .execute();

/** The version of a text in a language; the text itself counts. */
export const findInLanguage = (db: Db, firstId: string, language: string) =>
  db
    .selectFrom('articles')
    .select('id')
    .where((eb) => eb.or([eb('id', '=', firstId), eb('translation_of', '=', firstId)]))
    .where('language', '=', language)
    .executeTakeFirst();
