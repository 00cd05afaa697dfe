import { expressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import type { Actor } from '#platform/actor.ts';
import type { Articles, DB } from '#platform/schema.ts';
import { inReach, pathEnd } from '#platform/scope.ts';
import type { Db } from '#platform/tx.ts';
import { listed } from './articles.sql.ts';
import { insideArticles } from './seen.sql.ts';

export interface ArticleFilter {
  stage?: string | undefined;
  kind?: string | undefined;
  language?: string | undefined;
  seriesId?: string | undefined;
  assignmentId?: string | undefined;
  q?: string | undefined;
  after?: { at: string; id: string } | undefined;
  limit: number;
}

/** Which texts, and along which time they are listed. Wants articles as `a`. */
export interface Scope {
  where: RawBuilder<SqlBool>;
  time: 'moved_at' | 'published_at';
  /** Read from outside: what was published, whatever is being written since. */
  said: boolean;
}

/** All texts of a unit, for its own people; for others what is public of them. */
export const ofUnit = (unitId: string, house: boolean): Scope => ({
  where: house ? sql<SqlBool>`a.unit_id = ${unitId}` : sql<SqlBool>`a.unit_id = ${unitId} and a.live`,
  time: 'moved_at',
  said: !house,
});

/** What somebody wrote, and what they entered for other units. */
export const ofPerson = (personId: string): Scope => ({
  where: sql<SqlBool>`(a.author_id = ${personId} or a.entered_for and a.created_by = ${personId})`,
  time: 'moved_at',
  said: false,
});

/** Texts of the teams in reach, and of those in which somebody has a post. */
export const ofTeams = (reach: Reach, personId: string, day: string): Scope => ({
  where: sql<SqlBool>`a.team_id is not null and (${inReach(sql.ref('a.team_path'), reach)}
    or a.team_id in (select tp.unit_id from posts tp where tp.person_id = ${personId}
      and tp.valid_from <= ${day} and (tp.valid_to is null or tp.valid_to > ${day})))`,
  time: 'moved_at',
  said: false,
});

/** The texts of a series that somebody sees, whoever wrote them: a plan of a level above runs through all its units. */
export const ofSeries = (actor: Actor, seriesId: string): Scope => ({
  where: sql<SqlBool>`a.series_id = ${seriesId}
    and (a.live or ${insideArticles(expressionBuilder<DB & { a: Articles }, 'a'>(), actor)})`,
  time: 'moved_at',
  said: true,
});

/** What is public at and below a path. */
export function publicBelow(path: string): Scope {
  const second = sql`split_part(a.path, '.', 1) || '.' || split_part(a.path, '.', 2) || '.'`;
  const where =
    path.split('.').length === 3
      ? sql<SqlBool>`a.live and ${second} = ${path}`
      : sql<SqlBool>`a.live and a.path >= ${path} and a.path < ${pathEnd(path)}`;
  return { where, time: 'published_at', said: true };
}

export const publicEverywhere: Scope = { where: sql<SqlBool>`a.live`, time: 'published_at', said: true };

export interface Place {
  id: string;
  place: string;
}

const all = (parts: readonly (RawBuilder<unknown> | false)[]) =>
  sql.join(
    parts.filter((part) => part !== false),
    sql` and `,
  );

/** The scope with what narrows it, without the words. */
const narrowed = ({ where, time, said }: Scope, f: ArticleFilter) =>
  all([
    where,
    !!f.stage && (said ? sql`${f.stage === 'published'}` : sql`a.stage = ${f.stage}`),
    !!f.kind && sql`a.kind = ${f.kind}`,
    !!f.language && sql`a.language = ${f.language}`,
    // Said again, because the planner does not see that a parameter is another language; it opens the small index.
    !!f.language && f.language !== 'vi' && sql`a.language <> 'vi'`,
    !!f.seriesId && sql`a.series_id = ${f.seriesId}`,
    !!f.assignmentId && sql`a.assignment_id = ${f.assignmentId}`,
    !!f.after && sql`(a.${sql.raw(time)}, a.id) < (${f.after.at}::timestamptz, ${f.after.id}::uuid)`,
  ]);

const placeIn = (time: string) =>
  sql`to_char(${sql.raw(time)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place`;

/** The first of a scope along its time. */
export const findFirst = async (db: Db, scope: Scope, f: ArticleFilter): Promise<Place[]> => {
  const { rows } =
    await sql<Place>`select a.id, ${placeIn(`a.${scope.time}`)} from articles a where ${narrowed(scope, f)}
    order by a.${sql.raw(scope.time)} desc, a.id desc limit ${sql.lit(f.limit + 1)}`.execute(db);
  return rows;
};

/** Among the newest `most` texts of the scope those with the words; stops as soon as there are enough. */
export const findAmongNewest = async (db: Db, scope: Scope, f: ArticleFilter, most: number): Promise<Place[]> => {
  const { rows } = await sql<Place>`select w.id, ${placeIn('w.at')} from (
      select a.id, a.${sql.raw(scope.time)} as at, a.tsv from articles a where ${narrowed(scope, f)}
      order by a.${sql.raw(scope.time)} desc, a.id desc limit ${sql.lit(most)}) w
    where w.tsv @@ vn_query(${f.q ?? ''})
    order by w.at desc, w.id desc limit ${sql.lit(f.limit + 1)}`.execute(db);
  return rows;
};

/** All texts of the scope with the words, by the index of words, then the first of them along the time. */
export const findByWords = async (db: Db, scope: Scope, f: ArticleFilter): Promise<Place[]> => {
  const { rows } = await sql<Place>`with hits as materialized (
      select a.id, a.${sql.raw(scope.time)} as at from articles a where a.tsv @@ vn_query(${f.q ?? ''}) and ${narrowed(scope, f)})
    select id, ${placeIn('at')} from hits order by at desc, id desc limit ${sql.lit(f.limit + 1)}`.execute(db);
  return rows;
};

/**
 * The rows of a page. Of public ones title and summary are those that were published: what stands in the row may be a
 * correction in the making.
 */
export const listByIds = async (db: Db, ids: readonly string[], publicOnes: boolean) => {
  if (ids.length === 0) return [];
  const rows = listed(db).where(sql<boolean>`a.id = any(${[...ids]}::uuid[])`);
  if (!publicOnes) return await rows.execute();
  const said = await rows
    .leftJoin('article_publications as pp', (j) =>
      j.onRef('pp.article_id', '=', 'a.id').onRef('pp.unit_id', '=', 'a.unit_id').on('pp.state', '=', 'published'),
    )
    .leftJoin('article_versions as pv', (j) =>
      j.onRef('pv.article_id', '=', 'pp.article_id').onRef('pv.n', '=', 'pp.version_n'),
    )
    .select(['pv.title as said_title', 'pv.summary as said_summary', 'pv.credit as said_credit'])
    .execute();
  return said.map(({ said_title, said_summary, said_credit, ...row }) => ({
    ...row,
    stage: row.live ? 'published' : row.stage,
    title: said_title ?? row.title,
    summary: said_summary ?? row.summary,
    credit: said_credit ?? row.credit,
  }));
};
