import { type Insertable, sql } from 'kysely';
import type { ConsentWordings } from '#platform/schema.ts';
import type { Db, Tx } from '#platform/tx.ts';

const rows = (db: Db) =>
  db
    .selectFrom('consent_wordings as w')
    .selectAll('w')
    .select(sql<boolean>`exists (select from consents k where k.wording_id = w.id)`.as('used'));
export type WordingRecord = Awaited<ReturnType<typeof listWordings>>[number];

/** The unit's own, and those every unit begins with; the highest number of each purpose first. */
export const listWordings = (db: Db, unitId: string) =>
  rows(db)
    .where((eb) => eb.or([eb('w.unit_id', '=', unitId), eb('w.unit_id', 'is', null)]))
    .orderBy('w.purpose')
    .orderBy(sql`w.unit_id is null`)
    .orderBy('w.number', 'desc')
    .execute();

export const findWording = (db: Db, id: string): Promise<WordingRecord | undefined> =>
  rows(db).where('w.id', '=', id).executeTakeFirst();

export const lockWordings = (tx: Tx, unitId: string) =>
  tx.selectFrom('units').select('id').where('id', '=', unitId).forUpdate().execute();

export const insertWording = async (tx: Tx, row: Insertable<ConsentWordings>): Promise<boolean> =>
  (await tx
    .insertInto('consent_wordings')
    .values(row)
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined;
