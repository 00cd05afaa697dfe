import { sql } from 'kysely';
import type { PlanContent } from '#lib/plan-diff.ts';
import type { Db, Tx } from '#platform/tx.ts';

export const insertVersion = async (
  tx: Tx,
  row: { plan_id: string; label: string; person_id: string; content: string; content_hash: string },
): Promise<number> => {
  const made = await tx
    .insertInto('plan_versions')
    .columns(['plan_id', 'n', 'label', 'person_id', 'content', 'content_hash'])
    .expression((eb) =>
      eb
        .selectFrom('plan_versions')
        .select([
          sql<string>`${row.plan_id}::uuid`.as('plan_id'),
          sql<number>`coalesce(max(n), 0) + 1`.as('n'),
          sql<string>`${row.label}::text`.as('label'),
          sql<string>`${row.person_id}::uuid`.as('person_id'),
          sql<string>`${row.content}::jsonb`.as('content'),
          sql<string>`${row.content_hash}::text`.as('content_hash'),
        ])
        .where('plan_id', '=', row.plan_id),
    )
    .returning('n')
    .executeTakeFirstOrThrow();
  return made.n;
};

export const listVersions = (db: Db, planId: string, from: number) =>
  db
    .selectFrom('plan_versions as v')
    .innerJoin('people as p', 'p.id', 'v.person_id')
    .select(['v.n', 'v.label', 'p.name as personName', 'v.at'])
    .where('v.plan_id', '=', planId)
    .where('v.n', '>=', from)
    .orderBy('v.n', 'desc')
    .execute();

/** The version that was last submitted; 0 while none was. */
export const lastSubmission = async (db: Db, planId: string): Promise<number> =>
  (
    await db
      .selectFrom('plan_versions')
      .select('n')
      .where('plan_id', '=', planId)
      .where('label', '=', 'submission')
      .orderBy('n', 'desc')
      .limit(sql.lit(1))
      .executeTakeFirst()
  )?.n ?? 0;

export async function readVersion(db: Db, planId: string, n: number): Promise<PlanContent | undefined> {
  const row = await db
    .selectFrom('plan_versions')
    .select('content')
    .where('plan_id', '=', planId)
    .where('n', '=', n)
    .executeTakeFirst();
  return row?.content as unknown as PlanContent | undefined;
}

/** The last version that was frozen: its number and what a signature on it is bound to. */
export const latestVersion = (db: Db, planId: string): Promise<{ n: number; hash: string } | undefined> =>
  db
    .selectFrom('plan_versions')
    .select(['n', 'content_hash as hash'])
    .where('plan_id', '=', planId)
    .orderBy('n', 'desc')
    .limit(sql.lit(1))
    .executeTakeFirst();
