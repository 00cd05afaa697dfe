import { type Selectable, sql, type Updateable } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import type { Outlets } from '#platform/schema.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

export type OutletTableRow = Selectable<Outlets>;

const shown = (db: Db) =>
  db
    .selectFrom('outlets as o')
    .selectAll('o')
    .select(
      sql<number>`(select count(*)::int from placements p where p.outlet_id = o.id and p.placed_on is not null
        and p.state <> 'cancelled')`.as('placed'),
    );
export type ShownOutlet = Awaited<ReturnType<ReturnType<typeof shown>['execute']>>[number];

export interface OutletFilter {
  unitId: string;
  kind?: string | undefined;
  press: boolean;
  ended: boolean;
  q?: string | undefined;
  after?: { name: string; id: string } | undefined;
  limit: number;
}

export const listOutlets = (db: Db, reach: Reach, f: OutletFilter) =>
  shown(db)
    .where('o.unit_id', '=', f.unitId)
    .where((eb) => inReach(eb.ref('o.path'), reach))
    .where('o.ended_on', f.ended ? 'is not' : 'is', null)
    .$if(!!f.kind, (q) => q.where('o.kind', '=', f.kind!))
    .$if(f.press, (q) => q.where('o.on_press_list', '=', true))
    .$if(!!f.q, (q) => q.where(sql<boolean>`vn_words(o.name || ' ' || o.contact_name) @@ vn_query(${f.q!})`))
    .$if(!!f.after, (q) => q.where(sql<boolean>`(o.name collate vi, o.id) > (${f.after!.name}, ${f.after!.id}::uuid)`))
    .orderBy(sql`o.name collate vi`)
    .orderBy('o.id')
    .limit(sql.lit(f.limit + 1))
    .execute();

export const findOutlet = (db: Db, reach: Reach, id: string) =>
  shown(db)
    .where('o.id', '=', id)
    .where((eb) => inReach(eb.ref('o.path'), reach))
    .executeTakeFirst();

/** Outlets of one unit that still run, by their ids. */
export const listByIds = (db: Db, unitId: string, ids: readonly string[]) =>
  shown(db)
    .where('o.unit_id', '=', unitId)
    .where('o.ended_on', 'is', null)
    .where(sql<boolean>`o.id = any(${[...ids]}::uuid[])`)
    .orderBy('o.name')
    .orderBy('o.id')
    .execute();

export const lockOutlet = (tx: Tx, id: string) =>
  tx.selectFrom('outlets').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

/** Undefined where the id is there already. */
export const insertOutlet = (tx: Tx, row: Omit<OutletTableRow, 'created_at' | 'version' | 'ended_on'>) =>
  tx
    .insertInto('outlets')
    .values(row)
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();

export const updateOutlet = (tx: Tx, id: string, set: Omit<Updateable<Outlets>, 'id' | 'version'>) =>
  tx
    .updateTable('outlets')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
