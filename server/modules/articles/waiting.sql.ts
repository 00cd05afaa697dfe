import { type Expression, type SqlBool, sql } from 'kysely';
import { pathsAbove, type Reach } from '#lib/reach.ts';
import type { Actor } from '#platform/actor.ts';
import { inReach } from '#platform/scope.ts';
import type { Db } from '#platform/tx.ts';
import { insideArticles } from './seen.sql.ts';

export interface WaitingFilter {
  by?: string | undefined;
  /** Only what is past its due day on this one. */
  lateOn?: string | undefined;
  q?: string | undefined;
  after?: { dueOn: string; id: string } | undefined;
  limit: number;
}

/** Where somebody has the rights that steps ask for. */
export interface StepReach {
  actor: Actor;
  edits: Reach;
  approves: Reach;
  reads: Reach;
}

/** Open runs of texts that the actor reads as one of their house: a step that is theirs in name only shows nothing. */
const open = (db: Db, { actor }: StepReach) =>
  db
    .selectFrom('article_runs as r')
    .innerJoin('articles as a', 'a.id', 'r.article_id')
    .where('r.state', '=', 'open')
    .where((eb) => insideArticles(eb as unknown as Parameters<typeof insideArticles>[0], actor));

const shown = (db: Db, at: StepReach, f: WaitingFilter) =>
  open(db, at)
    .innerJoin('units as u', 'u.id', 'r.unit_id')
    .leftJoin('units as t', 't.id', 'a.team_id')
    .leftJoin('people as w', 'w.id', 'a.author_id')
    .leftJoin('people as s', 's.id', 'r.submitted_by')
    .leftJoin('people as c', 'c.id', 'r.claimed_by')
    .leftJoin('people as d', 'd.id', 'r.delegated_to')
    .select(['r.id', 'r.article_id', 'r.path', 'r.steps', 'r.step', 'r.first_step', 'r.step_by', 'r.due_on'])
    .select(['r.submitted_by', 'r.submitted_at', 'r.claimed_by', 'r.delegated_to', 'a.title', 'a.kind', 'a.team_path'])
    .select([
      'a.author_id',
      'a.created_by',
      'a.origin_id',
      'u.name as unit_name',
      'u.closed_on as unit_closed_on',
      't.name as team_name',
    ])
    .select(['w.name as author_name', 's.name as submitted_by_name', 'c.name as claimed_by_name'])
    .select('d.name as delegated_to_name')
    .$if(!!f.by, (q) => q.where('r.step_by', '=', f.by!))
    .$if(!!f.lateOn, (q) => q.where('r.due_on', '<', f.lateOn!))
    .$if(!!f.q, (q) =>
      q.where(
        // A correction under review bears a title that the index does not know before it is published.
        sql<boolean>`(a.tsv @@ vn_query(${f.q!}) or vn_words(a.title || ' ' || coalesce(s.name, '')) @@ vn_query(${f.q!}))`,
      ),
    )
    .$if(!!f.after, (q) => q.where(sql<boolean>`(r.due_on, r.id) > (${f.after!.dueOn}::date, ${f.after!.id}::uuid)`))
    .orderBy('r.due_on')
    .orderBy('r.id')
    .limit(sql.lit(f.limit + 1));
export type WaitingRow = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number];

/** Paths under which runs of a reach may stand: a team's texts run under its school. Lets an index find them. */
const placesOf = (...reaches: Reach[]): string[] => [
  ...new Set(reaches.flat().flatMap(({ path }) => [path, pathsAbove(path).at(-1) ?? path])),
];

const among = (paths: readonly string[]): Expression<SqlBool> =>
  sql<SqlBool>`r.path = any(${sql.val([...paths])}::text[])`;

/**
 * What waits for somebody: what they claimed, what was passed on to them, and what nobody has taken on yet and their right
 * or name answers for. What waits for the editor of a unit does not also wait for its head, who may still take it over.
 */
function waitsFor({ actor, edits, approves }: StepReach): Expression<SqlBool> {
  const me = actor.person.id;
  const path = sql.ref<string>('r.path');
  const mine = sql<SqlBool>`(r.step_by = 'editor' and ${inReach(path, edits)} and not ${inReach(path, approves)}
    or r.step_by = 'head' and ${inReach(path, approves)}
    or r.step_by = 'team-head' and ${inReach(sql.ref<string>('a.team_path'), edits)}
    or r.step_person = ${me})`;
  return sql<SqlBool>`((${among(placesOf(edits, approves))} or r.delegated_to = ${me} or r.step_person = ${me}
      or r.claimed_by = ${me})
    and (r.claimed_by = ${me} or r.claimed_by is null and (r.delegated_to = ${me} or r.delegated_to is null and ${mine})))`;
}

export const listMine = (db: Db, at: StepReach, f: WaitingFilter) => shown(db, at, f).where(waitsFor(at)).execute();

/** Everything under review at the units and teams in reach. */
export const listOfUnits = (db: Db, at: StepReach, f: WaitingFilter) =>
  shown(db, at, f)
    .where(among(placesOf(at.reads)))
    .where((eb) => eb.or([inReach(eb.ref('r.path'), at.reads), inReach(eb.ref('a.team_path'), at.reads)]))
    .execute();

export const listSent = (db: Db, at: StepReach, f: WaitingFilter) =>
  shown(db, at, f).where('r.submitted_by', '=', at.actor.person.id).execute();

/** How many wait for somebody, up to `most`, and how many of these are late. */
export async function countMine(
  db: Db,
  at: StepReach,
  today: string,
  most: number,
): Promise<{ mine: number; late: number }> {
  const rows = await open(db, at)
    .select(sql<boolean>`coalesce(r.due_on < ${today}::date, false)`.as('late'))
    .where(waitsFor(at))
    .limit(sql.lit(most))
    .execute();
  return { mine: rows.length, late: rows.filter((row) => row.late).length };
}
