import { type Insertable, sql, type Updateable } from 'kysely';
import type { Role } from '#lib/rights.ts';
import type { ArticleDecisions, ArticleRuns } from '#platform/schema.ts';
import type { Db, Tx } from '#platform/tx.ts';
import type { RunStep } from './articles.policy.ts';

export type NewRun = Omit<Insertable<ArticleRuns>, 'steps'> & { steps: readonly RunStep[] };

/** Undefined where a run is open already: whoever was first has it. */
export const insertRun = (tx: Tx, { steps, ...row }: NewRun) =>
  tx
    .insertInto('article_runs')
    .values({ ...row, steps: JSON.stringify(steps) })
    .onConflict((c) => c.column('article_id').where('state', '=', 'open').doNothing())
    .returning('id')
    .executeTakeFirst();

export type RunChange = Omit<Updateable<ArticleRuns>, 'id' | 'steps' | 'version'>;

/** Changes an open run of an article that the caller has locked; false where it is open no more. */
export const updateRun = async (tx: Tx, id: string, set: RunChange): Promise<boolean> => {
  const rows = await tx
    .updateTable('article_runs')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .returning('id')
    .execute();
  return rows.length > 0;
};

const runs = (db: Db) =>
  db
    .selectFrom('article_runs as r')
    .leftJoin('people as s', 's.id', 'r.submitted_by')
    .leftJoin('people as c', 'c.id', 'r.claimed_by')
    .leftJoin('people as d', 'd.id', 'r.delegated_to')
    .select(['r.id', 'r.article_id', 'r.steps', 'r.step', 'r.first_step', 'r.state', 'r.due_on', 'r.submitted_by'])
    .select(['r.submitted_at', 'r.ended_at', 'r.claimed_by', 'r.delegated_to', 'r.delegated_by', 'r.delegated_as'])
    .select(['s.name as submitted_by_name', 'c.name as claimed_by_name', 'd.name as delegated_to_name']);
export type RunRow = Awaited<ReturnType<ReturnType<typeof runs>['execute']>>[number];

export const findOpenRun = (db: Db, articleId: string) =>
  runs(db).where('r.article_id', '=', articleId).where('r.state', '=', 'open').executeTakeFirst();

/** Runs of an article, the last one first. */
export const listRuns = (db: Db, articleId: string, limit: number) =>
  runs(db)
    .where('r.article_id', '=', articleId)
    .orderBy('r.submitted_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(sql.lit(limit))
    .execute();

/** Whether the article was ever handed in and not taken back. */
export const wasHandedIn = async (db: Db, articleId: string): Promise<boolean> => {
  const row = await db
    .selectFrom('article_runs')
    .select('id')
    .where('article_id', '=', articleId)
    .where('state', '<>', 'withdrawn')
    .limit(sql.lit(1))
    .executeTakeFirst();
  return row !== undefined;
};

export const insertDecisions = async (tx: Tx, rows: Insertable<ArticleDecisions>[]): Promise<void> => {
  if (rows.length > 0) await tx.insertInto('article_decisions').values(rows).execute();
};

/** Decisions of these runs in the order in which they were made; the names of those who made them. */
export const listDecisions = async (db: Db, runIds: readonly string[]) =>
  await db
    .selectFrom('article_decisions as d')
    .leftJoin('people as p', 'p.id', 'd.person_id')
    .select(['d.id', 'd.run_id', 'd.act', 'd.step', 'd.step_name', 'd.person_id', 'd.on_behalf_of', 'd.reason'])
    .select(['d.version_n', 'd.content_hash', 'd.at', 'p.name as person_name'])
    .where('d.run_id', 'in', runIds.length > 0 ? [...runIds] : ['00000000-0000-0000-0000-000000000000'])
    .orderBy('d.seq')
    .execute();

/** Whether this person did this act at this step already: an act that comes twice has no second effect. */
export const hasDecided = async (
  db: Db,
  run: { id: string; step: number },
  personId: string,
  act: string,
): Promise<boolean> => {
  const row = await db
    .selectFrom('article_decisions')
    .select('id')
    .where('run_id', '=', run.id)
    .where('step', '=', run.step)
    .where('person_id', '=', personId)
    .where('act', '=', act)
    .executeTakeFirst();
  return row !== undefined;
};

/** Everybody who decided something on the article in runs since the last approval, for telling them of a return. */
export const decidersOf = async (db: Db, runId: string): Promise<string[]> =>
  (
    await db
      .selectFrom('article_decisions')
      .select('person_id')
      .distinct()
      .where('run_id', '=', runId)
      .where('act', 'in', ['passed', 'claimed', 'delegated', 'submitted'])
      .where('person_id', 'is not', null)
      .execute()
  ).map((row) => row.person_id!);

/** People with an account who hold one of the roles on exactly this path on a day, by name. */
export const holdersAt = async (db: Db, roles: readonly Role[], path: string, day: string) =>
  await db
    .selectFrom('grants as g')
    .innerJoin('people as p', 'p.id', 'g.person_id')
    .innerJoin('accounts as a', 'a.person_id', 'g.person_id')
    .select(['p.id', 'p.name'])
    .distinct()
    .where('g.path', '=', path)
    .where('g.role', 'in', roles.length > 0 ? [...roles] : [''])
    .where('a.state', '=', 'active')
    .where('g.valid_from', '<=', day)
    .where((eb) => eb.or([eb('g.valid_to', 'is', null), eb('g.valid_to', '>', day)]))
    .orderBy('p.name')
    .execute();

/** Names of people by id; those without an active account are left out. */
export const activePeople = async (db: Db, ids: readonly string[]) =>
  await db
    .selectFrom('people as p')
    .innerJoin('accounts as a', 'a.person_id', 'p.id')
    .select(['p.id', 'p.name'])
    .where('p.id', 'in', ids.length > 0 ? [...ids] : ['00000000-0000-0000-0000-000000000000'])
    .where('a.state', '=', 'active')
    .execute();

/** Names of people by id. */
export const namesOf = async (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : await db
        .selectFrom('people')
        .select(['id', 'name'])
        .where('id', 'in', [...ids])
        .execute();
