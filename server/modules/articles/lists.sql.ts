import { sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import { inReach, pathEnd } from '#platform/scope.ts';
import type { Db } from '#platform/tx.ts';
import { listed } from './articles.sql.ts';

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

const filtered = (db: Db, f: ArticleFilter) =>
  listed(db)
    .$if(!!f.stage, (q) => q.where('a.stage', '=', f.stage!))
    .$if(!!f.kind, (q) => q.where('a.kind', '=', f.kind!))
    .$if(!!f.language, (q) => q.where('a.language', '=', f.language!))
    .$if(!!f.seriesId, (q) => q.where('a.series_id', '=', f.seriesId!))
    .$if(!!f.assignmentId, (q) => q.where('a.assignment_id', '=', f.assignmentId!))
    .$if(!!f.q, (q) => q.where(sql<boolean>`a.tsv @@ vn_query(${f.q!})`));

const moved = (db: Db, f: ArticleFilter) =>
  filtered(db, f)
    .select(sql<string>`to_char(a.moved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('place'))
    .$if(!!f.after, (q) =>
      q.where(sql<boolean>`(a.moved_at, a.id) < (${f.after!.at}::timestamptz, ${f.after!.id}::uuid)`),
    )
    .orderBy('a.moved_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(sql.lit(f.limit + 1));

const published = (db: Db, f: ArticleFilter) =>
  filtered(db, f)
    .select(sql<string>`to_char(a.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('place'))
    .where('a.live', '=', true)
    .$if(!!f.after, (q) =>
      q.where(sql<boolean>`(a.published_at, a.id) < (${f.after!.at}::timestamptz, ${f.after!.id}::uuid)`),
    )
    .orderBy('a.published_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(sql.lit(f.limit + 1));

/** All texts of a unit, for its own people. */
export const listOfUnit = (db: Db, reach: Reach, unitId: string, f: ArticleFilter) =>
  moved(db, f)
    .where('a.unit_id', '=', unitId)
    .where((eb) => inReach(eb.ref('a.path'), reach))
    .execute();

export const listMine = (db: Db, personId: string, f: ArticleFilter) =>
  moved(db, f).where('a.author_id', '=', personId).execute();

/** Texts of the teams in reach. */
export const listOfTeams = (db: Db, reach: Reach, f: ArticleFilter) =>
  moved(db, f)
    .where((eb) => inReach(eb.ref('a.team_path'), reach))
    .execute();

/** What is public at and below a path; the whole sector with ''. */
export const listPublic = (db: Db, path: string, f: ArticleFilter) =>
  published(db, f)
    .$if(path !== '', (q) => q.where('a.path', '>=', path).where('a.path', '<', pathEnd(path)))
    .execute();
