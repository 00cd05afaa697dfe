import { sql } from 'kysely';
import type { Target } from '#lib/plan-parts.ts';
import type { Db } from '#platform/tx.ts';
import type { PlacedLine } from './line-words.ts';

/** A line `l` with what it hangs from, `b`; and the order of their places in a plan. */
export const placed = sql`l.id, l.part, l.text, l.detail, b.text as "parentText", b.detail as "parentDetail"`;
export const byPlace = sql`coalesce(b.position, l.position), coalesce(b.id, l.id), l.parent_id nulls first, l.position, l.id`;

/** Lines of a plan as they hold today, each with what it hangs from, in the order of their places. */
export const linesOfPlan = async (db: Db, planId: string): Promise<PlacedLine[]> =>
  (
    await sql<PlacedLine>`
      select ${placed} from plan_lines l left join plan_lines b on b.id = l.parent_id
       where l.plan_id = ${planId} and l.removed_in is null
       order by ${byPlace}`.execute(db)
  ).rows;

/** Countable products of lines, by line. */
export const targetsOfLines = async (db: Db, lineIds: readonly string[]): Promise<Map<string, Target[]>> => {
  const { rows } = await sql<Target & { lineId: string }>`
    select id, line_id as "lineId", product, counts, moment, months from plan_targets
     where line_id = any(${lineIds}::uuid[]) and removed_in is null order by position, id`.execute(db);
  return Map.groupBy(rows, (row) => row.lineId);
};

/** Whether a line is the plan's, also one that an edition took out since. */
export const isLineOf = async (db: Db, planId: string, lineId: string): Promise<boolean> =>
  (await sql`select from plan_lines where id = ${lineId} and plan_id = ${planId}`.execute(db)).rows.length > 0;
