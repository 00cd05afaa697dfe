import { sql } from 'kysely';
import { pathsDownTo, type Reach } from '#lib/reach.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

const rows = (db: Db | Tx) =>
  db
    .selectFrom('publication_guards as g')
    .innerJoin('units as u', 'u.id', 'g.unit_id')
    .leftJoin('people as p', 'p.id', 'g.placed_by')
    .leftJoin('people as l', 'l.id', 'g.lifted_by')
    .selectAll('g')
    .select(['u.name as unit_name', 'p.name as placed_by_name', 'l.name as lifted_by_name']);

export type GuardTableRow = Awaited<ReturnType<typeof listGuards>>[number];

/** Guards of the units in reach and of the units above them, the last placed first. */
export const listGuards = (
  db: Db,
  reach: Reach,
  above: readonly string[],
  { show, after, limit }: { show: 'standing' | 'lifted'; after?: string | undefined; limit: number },
) =>
  rows(db)
    .where((eb) => eb.or([inReach(eb.ref('g.path'), reach), eb('g.path', 'in', above.length > 0 ? [...above] : [''])]))
    .where('g.lifted_at', show === 'standing' ? 'is' : 'is not', null)
    .$if(after !== undefined, (q) => q.where('g.id', '<', after!))
    .orderBy('g.id', 'desc')
    .limit(sql.lit(limit + 1))
    .execute();

export const findGuard = (db: Db | Tx, id: string) => rows(db).where('g.id', '=', id).executeTakeFirst();

export const lockGuard = (tx: Tx, id: string) => rows(tx).where('g.id', '=', id).forUpdate('g').executeTakeFirst();

/** What holds in a unit on a day: placed there or above it, not lifted, not over. */
export const guardsAt = (db: Db | Tx, path: string, day: string) =>
  db
    .selectFrom('publication_guards')
    .select(['id', 'phrases', 'reason'])
    .where('path', 'in', pathsDownTo(path))
    .where('lifted_at', 'is', null)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', day)]))
    .execute();

export interface NewGuard {
  id: string;
  unit_id: string;
  path: string;
  phrases: string[];
  reason: string;
  basis: string;
  placed_kind: string;
  placed_id: string | null;
  placed_by: string | null;
  placed_at: Date;
  until: string | null;
}

/** False where a guard with this id stands already. */
export async function insertGuard(tx: Tx, guard: NewGuard): Promise<boolean> {
  const done = await tx
    .insertInto('publication_guards')
    .values(guard)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export const liftGuard = (tx: Tx, id: string, by: string | null, reason: string, at: Date) =>
  tx
    .updateTable('publication_guards')
    .set((eb) => ({ lifted_at: at, lifted_by: by, lifted_reason: reason, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
