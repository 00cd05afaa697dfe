import { type Expression, type SqlBool, sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';

/** The first path after a subtree: '/' is the byte after '.', so '1.5.' covers ['1.5.', '1.5/'). */
export const pathEnd = (path: string): string => `${path.slice(0, -1)}/`;

/**
 * True where `column` (a `path` with collation "C") lies in the reach. Every read of unit-owned rows goes through here.
 * An empty reach is false; a reach over the whole sector adds no condition, so that the planner keeps its freedom.
 */
export function inReach(column: Expression<string | null>, reach: Reach): Expression<SqlBool> {
  if (reach.length === 0) return sql<SqlBool>`false`;
  if (reach.some((s) => s.path === '' && s.below)) return sql<SqlBool>`true`;
  const parts = reach.map((s) =>
    s.below
      ? sql<SqlBool>`(${column} >= ${s.path} and ${column} < ${pathEnd(s.path)})`
      : sql<SqlBool>`${column} = ${s.path}`,
  );
  return sql<SqlBool>`(${sql.join(parts, sql` or `)})`;
}
