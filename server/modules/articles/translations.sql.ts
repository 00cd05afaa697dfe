import type { ExpressionBuilder } from 'kysely';
import type { Actor } from '#platform/actor.ts';
import type { Articles, DB } from '#platform/schema.ts';
import type { Db } from '#platform/tx.ts';
import { seenArticles } from './seen.sql.ts';

/** A text and its versions in other languages, as far as the actor sees them; the first one first. */
export const listLanguages = (db: Db, actor: Actor, firstId: string) =>
  db
    .selectFrom('articles as a')
    .select(['a.id', 'a.language', 'a.title', 'a.stage', 'a.live', 'a.translation_of'])
    .where((eb) => eb.or([eb('a.id', '=', firstId), eb('a.translation_of', '=', firstId)]))
    .where((eb) => seenArticles(eb as unknown as ExpressionBuilder<DB & { a: Articles }, 'a'>, actor))
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
