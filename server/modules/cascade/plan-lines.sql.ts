import { sql } from 'kysely';
import type { Target } from '#lib/plan-parts.ts';
import type { Db } from '#platform/tx.ts';
import type { PlacedLine } from './line-words.ts';

const placed = sql`l.id, l.part, l.text, l.detail, b.text as "parentText", b.detail as "parentDetail"`;

/** Lines of a plan as they hold today, each with what it hangs from, in the order of their places. */
export const linesOfPlan = async (db: Db, planId: string): Promise<PlacedLine[]> =>
  (
    await sql<PlacedLine>`
      select ${placed} from plan_lines l left join plan_lines b on b.id = l.parent_id
       where l.plan_id = ${planId} and l.removed_in is null
       order by coalesce(b.position, l.position), coalesce(b.id, l.id), l.parent_id nulls first, l.position, l.id`.execute(
      db,
    )
  ).rows;

/** Countable products of lines, by line. */
export const targetsOfLines = async (db: Db, lineIds: readonly string[]): Promise<Map<string, Target[]>> => {
  const { rows } = await sql<Target & { lineId: string }>`
    select id, line_id as "lineId", product, counts, months from plan_targets
     where line_id = any(${lineIds}::uuid[]) and removed_in is null order by position, id`.execute(db);
  return Map.groupBy(rows, (row) => row.lineId);
};
