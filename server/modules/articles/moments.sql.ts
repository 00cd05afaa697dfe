import { sql } from 'kysely';
import type { Db } from '#platform/tx.ts';

/** What the register wants to know of stories, and what keeps one of them out of it. */
export const listStories = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('articles as a')
    .innerJoin('article_kinds as k', 'k.code', 'a.kind')
    .leftJoin('article_assignments as s', 's.id', 'a.assignment_id')
    .leftJoin('people as p', 'p.id', 'a.author_id')
    .leftJoin('articles as t', 't.id', 'a.translation_of')
    .select(['a.id', 'a.unit_id', 'a.kind', 'k.counts', 'a.title', 'a.team_id', 'a.author_id', 'a.created_by'])
    .select(['a.origin_id', 'a.translation_of'])
    .select([
      sql<string>`coalesce(a.team_path, a.path)`.as('path'),
      sql<string | null>`coalesce(nullif(a.credit, ''), p.name)`.as('author_name'),
      sql<string | null>`coalesce(a.line_id, s.line_id)`.as('line_id'),
      sql<string | null>`coalesce(a.target_id, s.target_id)`.as('target_id'),
      sql<string | null>`coalesce(a.series_id, s.series_id)`.as('series_id'),
      // A version in another language that something of its own was asked for.
      sql<boolean>`(a.line_id is not null and (a.line_id, a.target_id) is distinct from (t.line_id, t.target_id))
        or (a.assignment_id is not null and a.assignment_id is distinct from t.assignment_id)`.as('asked_by_itself'),
    ])
    .where(sql<boolean>`a.id = any(${[...ids]}::uuid[])`)
    .execute();

export type StoryRow = Awaited<ReturnType<typeof listStories>>[number];

/** Who of the levels above picks a story now, the highest first. */
export const standingPick = (db: Db, articleId: string) =>
  db
    .selectFrom('article_offers')
    .select(['to_unit_id as byUnitId', sql<string>`(decided_at at time zone 'Asia/Ho_Chi_Minh')::date::text`.as('on')])
    .where('article_id', '=', articleId)
    .where('state', '=', 'picked')
    .orderBy(sql`length(to_path)`)
    .limit(sql.lit(1))
    .executeTakeFirst();
