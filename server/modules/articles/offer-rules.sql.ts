import { type Insertable, sql } from 'kysely';
import type { OfferRules } from '#platform/schema.ts';
import type { Db, Tx } from '#platform/tx.ts';

const running = (db: Db) =>
  db
    .selectFrom('offer_rules as r')
    .innerJoin('units as t', 't.id', 'r.to_unit_id')
    .leftJoin('people as p', 'p.id', 'r.set_by')
    .selectAll('r')
    .select(['t.name as to_unit_name', 'p.name as set_by_name'])
    .where('r.ended_at', 'is', null);

export const listRules = (db: Db, unitId: string) =>
  running(db).where('r.unit_id', '=', unitId).orderBy('r.set_at').orderBy('r.id').execute();

/** Rules of a unit that a text of this kind and series falls under. */
export const rulesFor = (db: Db, text: { unitId: string; kind: string; seriesId: string | null }) =>
  running(db)
    .where('r.unit_id', '=', text.unitId)
    .where(sql<boolean>`(r.kinds = '{}' or ${text.kind} = any(r.kinds))`)
    .where(sql<boolean>`(r.series_id is null or r.series_id = ${text.seriesId}::uuid)`)
    .orderBy('r.id')
    .execute();

export const lockRule = (tx: Tx, id: string) =>
  tx
    .selectFrom('offer_rules')
    .selectAll()
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();

/** Undefined where the id is there already. */
export const insertRule = (tx: Tx, row: Insertable<OfferRules>) =>
  tx
    .insertInto('offer_rules')
    .values(row)
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();

export const endRule = (tx: Tx, id: string, at: Date) =>
  tx.updateTable('offer_rules').set({ ended_at: at, version: sql`version + 1` }).where('id', '=', id).execute();
