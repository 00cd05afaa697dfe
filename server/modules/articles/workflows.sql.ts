import { type Insertable, sql } from 'kysely';
import { pathsDownTo } from '#lib/reach.ts';
import type { ArticleWorkflows } from '#platform/schema.ts';
import { pathEnd } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';
import type { RunStep } from './articles.policy.ts';

const now = (db: Db) =>
  db
    .selectFrom('article_workflows as w')
    .innerJoin('units as u', 'u.id', 'w.unit_id')
    .leftJoin('people as p', 'p.id', 'w.set_by')
    .select(['w.id', 'w.unit_id', 'w.path', 'w.steps', 'w.resume', 'w.last_only', 'w.valid_from'])
    .select(['u.name as unit_name', 'p.name as set_by_name'])
    .where('w.ended_at', 'is', null);

/** Settings of a unit and of the units above it, the nearest first. */
export const listAlong = (db: Db, path: string) =>
  now(db).where('w.path', 'in', pathsDownTo(path)).orderBy(sql`length(w.path)`, 'desc').execute();

/** The steps that hold by default for a kind of unit on a day. */
export const defaultFor = async (db: Db, kind: string, day: string) =>
  await db
    .selectFrom('article_workflow_defaults')
    .select(['steps', 'source'])
    .where((eb) => eb.or([eb('unit_kind', '=', kind), eb('unit_kind', 'is', null)]))
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', day)]))
    .orderBy(sql`unit_kind is null`)
    .orderBy('valid_from', 'desc')
    .limit(sql.lit(1))
    .executeTakeFirstOrThrow();

/** Ends the unit's setting that holds; returns it as it was. */
export const endNow = (tx: Tx, unitId: string, at: Date) =>
  tx
    .updateTable('article_workflows')
    .set({ ended_at: at })
    .where('unit_id', '=', unitId)
    .where('ended_at', 'is', null)
    .returning(['id', 'steps', 'resume', 'last_only'])
    .executeTakeFirst();

export const insertWorkflow = (
  tx: Tx,
  { steps, ...row }: Omit<Insertable<ArticleWorkflows>, 'steps'> & { steps: readonly RunStep[] },
) =>
  tx
    .insertInto('article_workflows')
    .values({ ...row, steps: JSON.stringify(steps) })
    .execute();

/** Open units that write (no teams, no boards inside schools) below a unit for which nothing nearer is set. */
export const countTakingUp = async (db: Db, path: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from units u
     where u.path > ${path} and u.path < ${pathEnd(path)} and u.closed_on is null and u.kind not in ('team', 'board')
       and not exists (select from article_workflows w where w.ended_at is null and w.path > ${path}
         and w.path < ${pathEnd(path)} and u.path >= w.path and u.path < left(w.path, -1) || '/' collate "C")`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
};

export const countUnderWay = async (db: Db, path: string): Promise<number> => {
  const { n } = await db
    .selectFrom('article_runs')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('path', '=', path)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return Number(n);
};

/** Names of the units at these paths, for choosing one. */
export const unitsAt = async (db: Db, paths: readonly string[]) =>
  await db
    .selectFrom('units')
    .select(['id', 'name'])
    .where('path', 'in', paths.length > 0 ? [...paths] : [''])
    .where('closed_on', 'is', null)
    .where('kind', 'not in', ['team', 'board'])
    .orderBy('path')
    .execute();
