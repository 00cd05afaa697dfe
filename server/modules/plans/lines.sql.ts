import { type Selectable, sql } from 'kysely';
import type { PlanLines, PlanTargets } from '#platform/schema.ts';
import type { Db, Tx } from '#platform/tx.ts';

export type LineRow = Selectable<PlanLines>;
export type TargetRow = Selectable<PlanTargets>;

/** Lines of a plan, without those that an edition took out, in the order they were placed; parts are put in the paper's order by the reader. */
export const listLines = (db: Db, planId: string) =>
  db
    .selectFrom('plan_lines')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('removed_in', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();

export const listTargets = (db: Db, planId: string) =>
  db
    .selectFrom('plan_targets')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('removed_in', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();

export const targetsOf = (db: Db, lineIds: readonly string[]) =>
  db
    .selectFrom('plan_targets')
    .selectAll()
    .where('line_id', 'in', [...lineIds])
    .orderBy('position')
    .orderBy('id')
    .execute();

export const findLine = (db: Db, lineId: string) =>
  db.selectFrom('plan_lines').selectAll().where('id', '=', lineId).executeTakeFirst();

export interface NewLine {
  id: string;
  plan_id: string;
  part: string;
  parent_id: string | null;
  position: number;
  text: string;
  detail: string;
  origin: 'own' | 'inherited';
  trace: string | null;
  updated_by: string;
}

export async function insertLines(tx: Tx, rows: readonly NewLine[]): Promise<void> {
  for (let i = 0; i < rows.length; i += 1000)
    await tx
      .insertInto('plan_lines')
      .values(rows.slice(i, i + 1000))
      .execute();
}

export const updateLine = (
  tx: Tx,
  id: string,
  set: Pick<NewLine, 'part' | 'parent_id' | 'position' | 'text' | 'detail' | 'updated_by'>,
) =>
  tx
    .updateTable('plan_lines')
    .set({ ...set, version: sql`version + 1`, updated_at: sql`now()` })
    .where('id', '=', id)
    .execute();

export interface NewTarget {
  id: string;
  line_id: string;
  plan_id: string;
  product: string;
  counts: TargetRow['counts'];
  moment: TargetRow['moment'];
  months: string;
  total: number;
  position: number;
}

export async function insertTargets(tx: Tx, rows: readonly NewTarget[]): Promise<void> {
  for (let i = 0; i < rows.length; i += 1000)
    await tx
      .insertInto('plan_targets')
      .values(rows.slice(i, i + 1000))
      .execute();
}

export const deleteTargets = (tx: Tx, lineId: string) =>
  tx.deleteFrom('plan_targets').where('line_id', '=', lineId).execute();

export const childrenOf = (db: Db, lineId: string) =>
  db.selectFrom('plan_lines').selectAll().where('parent_id', '=', lineId).orderBy('position').execute();

export const hasChildren = async (db: Db, lineId: string): Promise<boolean> =>
  (await db
    .selectFrom('plan_lines')
    .select('id')
    .where('parent_id', '=', lineId)
    .limit(sql.lit(1))
    .executeTakeFirst()) !== undefined;

export const deleteLine = (tx: Tx, lineId: string) => tx.deleteFrom('plan_lines').where('id', '=', lineId).execute();

/** Positions of the siblings of a part, in order. */
export const siblings = (db: Db, planId: string, part: string, parentId: string | null) =>
  db
    .selectFrom('plan_lines')
    .select(['id', 'position'])
    .where('plan_id', '=', planId)
    .where('part', '=', part)
    .where(sql<boolean>`parent_id is not distinct from ${parentId}::uuid`)
    .orderBy('position')
    .orderBy('id')
    .execute();

/** Numbers the siblings 1, 2, 3 … in the order they have. */
export const renumber = (tx: Tx, planId: string, part: string, parentId: string | null) =>
  sql`update plan_lines l set position = r.n
    from (select id, row_number() over (order by position, id) as n from plan_lines
      where plan_id = ${planId} and part = ${part} and parent_id is not distinct from ${parentId}::uuid) r
    where l.id = r.id`.execute(tx);

export const countLines = async (db: Db, planId: string): Promise<number> =>
  Number(
    (
      await db
        .selectFrom('plan_lines')
        .select(sql<number>`count(*)`.as('n'))
        .where('plan_id', '=', planId)
        .executeTakeFirstOrThrow()
    ).n,
  );
