import { type Insertable, sql } from 'kysely';
import type { moments } from '#lib/plan-parts.ts';
import { fold } from '#lib/text.ts';
import type { ActivityProgress } from '#platform/schema.ts';
import type { Db, Tx } from '#platform/tx.ts';

export type Moment = (typeof moments)[number];

/** One activity and what its progress is counted from. */
export interface CountedLine {
  id: string;
  planId: string;
  unitId: string;
  path: string;
  planState: string;
  text: string;
  detail: Record<string, unknown>;
  saidDone: boolean;
}

const lines = (db: Db) =>
  db
    .selectFrom('plan_lines as l')
    .innerJoin('plans as p', 'p.id', 'l.plan_id')
    .leftJoin('activity_progress as a', 'a.line_id', 'l.id')
    .select([
      'l.id',
      'p.id as planId',
      'p.unit_id as unitId',
      'p.path',
      'p.state as planState',
      'l.text',
      sql<Record<string, unknown>>`l.detail`.as('detail'),
      sql<boolean>`coalesce(a.said_done, false)`.as('saidDone'),
    ])
    .where('l.part', '=', 'activity')
    // What an edition took out is done no longer; what an amendment says is done in the plan that it amends.
    .where('l.removed_in', 'is', null)
    .where('p.amends_id', 'is', null);

export const linesOfPlan = (db: Db, planId: string): Promise<CountedLine[]> =>
  lines(db).where('p.id', '=', planId).execute();

export const linesById = (db: Db, ids: readonly string[]): Promise<CountedLine[]> =>
  lines(db)
    .where('l.id', 'in', [...ids])
    .execute();

export interface TargetCount {
  id: string;
  lineId: string;
  product: string;
  counts: string;
  /** From which moment on an item counts. */
  moment: Moment;
  months: Record<string, number>;
  done: number;
}

/** Targets of lines with what counts towards each. */
export const targetCounts = (db: Db, lineIds: readonly string[]): Promise<TargetCount[]> =>
  db
    .selectFrom('plan_targets as t')
    .select([
      't.id',
      't.line_id as lineId',
      't.product',
      't.counts',
      sql<Moment>`t.moment`.as('moment'),
      sql<Record<string, number>>`t.months`.as('months'),
      sql<number>`coalesce((select sum(e.amount) from evidence e where e.target_id = t.id and e.counted), 0)::int`.as(
        'done',
      ),
    ])
    .where(sql<boolean>`t.line_id = any(${[...lineIds]}::uuid[])`)
    .where('t.removed_in', 'is', null)
    .orderBy('t.position')
    .orderBy('t.id')
    .execute();

/** Of two who count at the same time the second waits and sees what the first wrote. */
export const lockLines = (tx: Tx, lineIds: readonly string[]) =>
  tx
    .selectFrom('plan_lines')
    .select('id')
    .where('id', 'in', [...lineIds])
    .orderBy('id')
    .forUpdate()
    .execute();

export type ProgressRow = Omit<Insertable<ActivityProgress>, 'sort_on' | 'tsv'> & { words: string };

export async function keepProgress(tx: Tx, rows: readonly ProgressRow[]): Promise<void> {
  for (let i = 0; i < rows.length; i += 500) {
    const values = rows.slice(i, i + 500).map(({ words, ...row }) => ({
      ...row,
      tsv: sql<string>`to_tsvector('simple', ${fold(words).replace(/[^a-z0-9]+/g, ' ')})`,
    }));
    await tx
      .insertInto('activity_progress')
      .values(values)
      .onConflict((c) =>
        c.column('line_id').doUpdateSet((eb) => ({
          unit_id: eb.ref('excluded.unit_id'),
          path: eb.ref('excluded.path'),
          live: eb.ref('excluded.live'),
          total: eb.ref('excluded.total'),
          done: eb.ref('excluded.done'),
          complete: eb.ref('excluded.complete'),
          starts_on: eb.ref('excluded.starts_on'),
          ends_on: eb.ref('excluded.ends_on'),
          risk_from: eb.ref('excluded.risk_from'),
          late_from: eb.ref('excluded.late_from'),
          months: eb.ref('excluded.months'),
          leads: eb.ref('excluded.leads'),
          tsv: eb.ref('excluded.tsv'),
        })),
      )
      .execute();
  }
}

export const dropProgress = (tx: Tx, planId: string) =>
  tx.deleteFrom('activity_progress').where('plan_id', '=', planId).execute();

/** Activities that an edition took out are at work no longer. */
export const dropRemoved = (tx: Tx, planId: string) =>
  sql`delete from activity_progress a using plan_lines l
    where a.plan_id = ${planId} and l.id = a.line_id and l.removed_in is not null`.execute(tx);

/** Plans at work whose activities were not counted yet. */
export const uncountedPlans = async (db: Db, limit: number): Promise<string[]> =>
  (
    await db
      .selectFrom('plan_lines as l')
      .innerJoin('plans as p', 'p.id', 'l.plan_id')
      .leftJoin('activity_progress as a', 'a.line_id', 'l.id')
      .select('p.id')
      .distinct()
      .where('p.state', 'in', ['issued', 'closed'])
      .where('l.part', '=', 'activity')
      .where('l.removed_in', 'is', null)
      .where('p.amends_id', 'is', null)
      .where('a.line_id', 'is', null)
      .limit(sql.lit(limit))
      .execute()
  ).map((row) => row.id);

export const saidDone = (
  tx: Tx,
  lineId: string,
  said: { done: boolean; note: string | null; by: string | null; at: Date | null },
) =>
  tx
    .updateTable('activity_progress')
    .set({ said_done: said.done, said_note: said.note, said_by: said.by, said_at: said.at?.toISOString() ?? null })
    .where('line_id', '=', lineId)
    .execute();

/** The year that quarters without months mean: the first of a plan by calendar years. */
export async function yearsOfPlans(db: Db, planIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('plans')
    .select(['id', 'period_from as year'])
    .where('id', 'in', [...planIds])
    .where('period_kind', '<>', 'schoolYear')
    .execute();
  return new Map(rows.map((r) => [r.id, r.year]));
}
