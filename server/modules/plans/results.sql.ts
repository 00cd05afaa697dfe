import { sql } from 'kysely';
import type { Db, Tx } from '#platform/tx.ts';

/** What was recorded and counts, by line of the plan. */
export const doneByLine = async (db: Db, planId: string): Promise<Map<string, number>> => {
  const rows = await db
    .selectFrom('evidence')
    .select(['line_id', sql<number>`sum(amount)::int`.as('done')])
    .where('plan_id', '=', planId)
    .where('counted', '=', true)
    .groupBy('line_id')
    .execute();
  return new Map(rows.map((r) => [r.line_id, r.done]));
};

export const listResults = (db: Db, planId: string) =>
  db
    .selectFrom('plan_results')
    .select(['line_id as lineId', 'planned', 'done', 'note'])
    .where('plan_id', '=', planId)
    .execute();

export async function insertResults(
  tx: Tx,
  planId: string,
  results: readonly { lineId: string; planned: number | null; done: number; note: string | null }[],
): Promise<void> {
  if (results.length === 0) return;
  await tx
    .insertInto('plan_results')
    .values(results.map(({ lineId, ...r }) => ({ plan_id: planId, line_id: lineId, ...r })))
    .execute();
}
