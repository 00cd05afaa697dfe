import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Actor } from '#platform/actor.ts';
import type { Articles, DB } from '#platform/schema.ts';
import { inReach } from '#platform/scope.ts';

/** A query over articles under the alias `a`. */
type WithArticles = DB & { a: Articles };

/**
 * True for texts that the actor reads as one of their house: of a unit or team in reach, written or entered by them, or at a
 * step that names them. Whoever was passed a step reads it by their own right, and no longer than they have it.
 */
export function insideArticles(eb: ExpressionBuilder<WithArticles, 'a'>, actor: Actor): Expression<SqlBool> {
  const me = actor.person.id;
  const reach = actor.reach('articles.read');
  return eb.or([
    inReach(eb.ref('a.path'), reach),
    inReach(eb.ref('a.team_path'), reach),
    eb('a.author_id', '=', me),
    eb('a.created_by', '=', me),
    sql<boolean>`exists (select from article_runs ir where ir.article_id = a.id and ir.state = 'open'
      and ir.step_person = ${me})`,
  ]);
}

/** The one condition of every read of articles: the house itself, whom it was offered to, and everybody once it is public. */
export function seenArticles(eb: ExpressionBuilder<WithArticles, 'a'>, actor: Actor): Expression<SqlBool> {
  const reach = actor.reach('articles.read');
  return eb.or([...(reach.length > 0 ? [eb('a.live', '=', true), offeredTo(actor)] : []), insideArticles(eb, actor)]);
}

const offeredTo = (actor: Actor): Expression<SqlBool> =>
  sql<SqlBool>`exists (select from article_offers io where io.article_id = a.id and io.state <> 'withdrawn'
    and ${inReach(sql.ref('io.to_path'), actor.reach('articles.read'))})`;
