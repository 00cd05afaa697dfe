import { type Selectable, sql } from 'kysely';
import type { CalendarDays } from '#platform/schema.ts';
import type { Db, Tx } from '#platform/tx.ts';

const columns = (db: Db) =>
  db
    .selectFrom('calendar_days as d')
    .leftJoin('units as u', 'u.id', 'd.unit_id')
    .leftJoin('people as p', 'p.id', 'd.confirmed_by')
    .select([
      'd.id',
      'd.unit_id as unitId',
      'u.name as unitName',
      'u.path as path',
      'd.kind',
      'd.name',
      'd.first_on as firstOn',
      'd.last_on as lastOn',
      'd.source',
      'd.state',
      'p.name as confirmedByName',
      'd.version',
    ]);

export type CalendarRow = Awaited<ReturnType<typeof listDays>>[number];

/** Entries that hold now and touch the time: of the nation, and of the units on the path of one unit. */
export const listDays = (db: Db, from: string, to: string, path: string | null) =>
  columns(db)
    .where('d.ended_at', 'is', null)
    .where('d.last_on', '>=', from)
    .where('d.first_on', '<=', to)
    .where(sql<boolean>`(d.unit_id is null or starts_with(${path ?? ''}::text, u.path))`)
    .orderBy('d.first_on')
    .orderBy('d.kind')
    .orderBy('d.id')
    .execute();

export const findDay = (db: Db, id: string) =>
  columns(db).where('d.id', '=', id).where('d.ended_at', 'is', null).executeTakeFirst();

export const lockDay = (tx: Tx, id: string) =>
  tx.selectFrom('calendar_days').select('id').where('id', '=', id).forUpdate().execute();

type NewDay = Pick<
  Selectable<CalendarDays>,
  'id' | 'unit_id' | 'kind' | 'name' | 'first_on' | 'last_on' | 'source' | 'recorded_by' | 'version'
>;

/** False where the id is there already. */
export const insertDay = async (tx: Tx, row: NewDay): Promise<boolean> =>
  (await tx
    .insertInto('calendar_days')
    .values({ ...row, state: 'draft' })
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined;

export const confirmDay = (tx: Tx, id: string, by: { personId: string; source: string; at: Date }) =>
  tx
    .updateTable('calendar_days')
    .set({
      state: 'confirmed',
      source: by.source,
      confirmed_by: by.personId,
      confirmed_at: by.at.toISOString(),
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute();

export const endDay = (tx: Tx, id: string, at: Date, replacedBy: string | null) =>
  tx
    .updateTable('calendar_days')
    .set({ ended_at: at.toISOString(), replaced_by: replacedBy })
    .where('id', '=', id)
    .execute();

/** The highest unit: what it enters holds for the nation. */
export const findTop = (db: Db) =>
  db.selectFrom('units').select(['id', 'path']).where('kind', '=', 'ministry').executeTakeFirst();
