import { type Selectable, sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import type { ReviewField } from '#lib/review.ts';
import type { Documents } from '#platform/schema.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

export type DocumentRow = Omit<Selectable<Documents>, 'draft' | 'reading' | 'fields' | 'tsv'>;

export const documentColumns = [
  'd.id',
  'd.unit_id',
  'd.path',
  'd.state',
  'd.arrival_no',
  'd.arrived_on',
  'd.file_id',
  'd.sha256',
  'd.source_name',
  'd.format',
  'd.doc_type',
  'd.number',
  'd.symbol',
  'd.title',
  'd.issued_on',
  'd.issuer_name',
  'd.issuer_unit_id',
  'd.issuer_plan_id',
  'd.already_issued',
  'd.failure_code',
  'd.failure_params',
  'd.duplicate_of',
  'd.created_by',
  'd.created_at',
  'd.checked_at',
  'd.checked_by',
  'd.version',
] as const;

const selectDocuments = (db: Db) =>
  db
    .selectFrom('documents as d')
    .innerJoin('units as u', 'u.id', 'd.unit_id')
    .leftJoin('units as i', 'i.id', 'd.issuer_unit_id')
    .select(documentColumns)
    .select(['u.name as unit_name', 'i.name as issuer_unit_name', 'd.open_fields as open']);

export interface DocumentFilter {
  unitId?: string | undefined;
  state?: DocumentRow['state'] | undefined;
  q?: string | undefined;
  after?: { arrivedOn: string; id: string } | undefined;
  limit: number;
}

export const listDocuments = (db: Db, reach: Reach, filter: DocumentFilter) =>
  selectDocuments(db)
    .where((eb) => inReach(eb.ref('d.path'), reach))
    .$if(!!filter.unitId, (q) => q.where('d.unit_id', '=', filter.unitId!))
    .$if(!!filter.state, (q) => q.where('d.state', '=', filter.state!))
    .$if(!!filter.q, (q) => q.where(sql<boolean>`d.tsv @@ vn_query(${filter.q!})`))
    .$if(!!filter.after, (q) =>
      q.where(sql<boolean>`(d.arrived_on, d.id) < (${filter.after!.arrivedOn}::date, ${filter.after!.id}::uuid)`),
    )
    .orderBy('d.arrived_on', 'desc')
    .orderBy('d.id', 'desc')
    .limit(sql.lit(filter.limit + 1))
    .execute();

export const findDocument = (db: Db, reach: Reach, id: string) =>
  selectDocuments(db)
    .where('d.id', '=', id)
    .where((eb) => inReach(eb.ref('d.path'), reach))
    .executeTakeFirst();

export const lockDocument = (tx: Tx, id: string) =>
  tx.selectFrom('documents').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

export async function readFields(db: Db, id: string): Promise<ReviewField[]> {
  const row = await db.selectFrom('documents').select('fields').where('id', '=', id).executeTakeFirst();
  return (row?.fields as unknown as ReviewField[] | null) ?? [];
}

export const readWarnings = async (
  db: Db,
  id: string,
): Promise<{ code: string; params?: Record<string, string | number> }[]> => {
  const row = await db
    .selectFrom('documents')
    .select(sql<unknown>`draft->'warnings'`.as('warnings'))
    .where('id', '=', id)
    .executeTakeFirst();
  return (row?.warnings as { code: string }[] | null) ?? [];
};

export const readSource = (db: Db, reach: Reach, id: string) =>
  db
    .selectFrom('documents as d')
    .select(['d.format', sql<unknown>`d.reading->'blocks'`.as('blocks'), sql<unknown>`d.reading->'pages'`.as('pages')])
    .where('d.id', '=', id)
    .where((eb) => inReach(eb.ref('d.path'), reach))
    .executeTakeFirst();

export const insertDocument = (
  tx: Tx,
  row: {
    id: string;
    unit_id: string;
    path: string;
    arrival_no: string | null;
    arrived_on: string;
    file_id: string;
    sha256: string;
    source_name: string;
    created_by: string;
  },
) => tx.insertInto('documents').values(row).execute();

/** Makes two requests with one id wait for each other: the second finds what the first made. */
export const lockNewId = (tx: Tx, id: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`document ${id}`}, 0))`.execute(tx);

export const storeFields = (
  tx: Tx,
  id: string,
  set: {
    fields: string;
    open_fields: number;
    doc_type: string | null;
    number: string | null;
    symbol: string | null;
    title: string | null;
    issued_on: string | null;
    issuer_name: string | null;
    issuer_unit_id?: string | null;
  },
) =>
  tx
    .updateTable('documents')
    .set({ ...set, tsv: searchText(set), version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

export const setState = (tx: Tx, id: string, state: 'review' | 'checked', by: string | null) =>
  tx
    .updateTable('documents')
    .set({ state, checked_by: by, checked_at: by ? sql`now()` : null, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

export const updateDocument = (
  tx: Tx,
  id: string,
  set: { arrival_no?: string | null; arrived_on?: string; issuer_unit_id?: string | null },
) =>
  tx
    .updateTable('documents')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

export const setIssuerPlan = (tx: Tx, id: string, planId: string | null) =>
  tx.updateTable('documents').set({ issuer_plan_id: planId }).where('id', '=', id).execute();

export const deleteDocument = (tx: Tx, id: string) => tx.deleteFrom('documents').where('id', '=', id).execute();

/** What a document is found by: title, number, symbol, issuer. */
export const searchText = (d: {
  title: string | null;
  number: string | null;
  symbol: string | null;
  issuer_name: string | null;
}) =>
  sql<string>`vn_words(${[d.title, d.number && `${d.number}/${d.symbol ?? ''}`, d.symbol, d.issuer_name].filter(Boolean).join(' ')})`;
