import { sql } from 'kysely';
import type { Tx } from '#platform/tx.ts';

/** Pieces of an item that nobody recorded by hand, whatever became of them; what only follows another piece is not meant. */
export const automaticPieces = (tx: Tx, outputId: string) =>
  tx
    .selectFrom('evidence as e')
    .innerJoin('plans as p', 'p.id', 'e.plan_id')
    .select(['e.id', 'e.line_id as lineId', 'e.target_id as targetId', 'e.state', 'e.counted', 'p.state as planState'])
    .select(['e.confirmed_by as confirmedBy', 'e.series_id as seriesId'])
    .where('e.output_id', '=', outputId)
    .where('e.recorded_by', 'is', null)
    .where('e.follows_id', 'is', null)
    .execute();

export type AutomaticPiece = Awaited<ReturnType<typeof automaticPieces>>[number];

/** Whether a person has decided already that the item does not count there. */
export const isSettled = async (tx: Tx, outputId: string, lineId: string, targetId: string | null): Promise<boolean> =>
  (await tx
    .selectFrom('evidence')
    .select('id')
    .where('output_id', '=', outputId)
    .where('line_id', '=', lineId)
    .where(sql<boolean>`target_id is not distinct from ${targetId}::uuid`)
    .where((eb) =>
      eb.or([eb('state', '=', 'refused'), eb.and([eb('state', '=', 'withdrawn'), eb('decided_by', 'is not', null)])]),
    )
    .limit(sql.lit(1))
    .executeTakeFirst()) !== undefined;

/** What waited for the unit counts: whoever approved the text has confirmed it. Answers whose lines are counted anew. */
export const countNow = async (tx: Tx, id: string): Promise<string[]> =>
  (
    await sql<{ line_id: string }>`update evidence set counted = true, confirmed_by = null, version = version + 1
      where (id = ${id}::uuid or follows_id = ${id}::uuid) and state = 'recorded' and not counted returning line_id`.execute(
      tx,
    )
  ).rows.map((row) => row.line_id);

/** Of these items those that are to count somewhere, or stand as evidence. */
export const itemsAtWork = async (tx: Tx, ids: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`select o.id from outputs o where o.id = any(${[...new Set(ids)]}::uuid[])
    and (o.for_line_id is not null or exists (select from evidence e where e.output_id = o.id)) order by o.id`.execute(
    tx,
  );
  return rows.map((row) => row.id);
};

/** Items that are to count by themselves in a plan. */
export const itemsForPlan = async (tx: Tx, planId: string): Promise<string[]> =>
  (
    await tx
      .selectFrom('outputs as o')
      .innerJoin('plan_lines as l', 'l.id', 'o.for_line_id')
      .select('o.id')
      .where('l.plan_id', '=', planId)
      .where('o.for_line_id', 'is not', null)
      .orderBy('o.id')
      .execute()
  ).map((row) => row.id);
