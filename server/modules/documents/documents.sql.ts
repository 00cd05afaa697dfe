import { type Selectable, sql } from 'kysely';
import { writtenNumbers } from '#lib/document-number.ts';
import type { Reach } from '#lib/reach.ts';
import type { ReviewField } from '#lib/review.ts';
import type { Documents } from '#platform/schema.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

export type DocumentRow = Omit<Selectable<Documents>, 'draft' | 'reading' | 'fields' | 'tsv'>;

const columns = [
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
    .select(columns)
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
    .$if(!!filter.q, (q) => q.where(sql<boolean>`d.tsv @@ websearch_to_tsquery('vn', ${filter.q!})`))
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

/** For what happens later, outside anybody's reach. */
export const findDocumentForJob = (db: Db, id: string) =>
  db
    .selectFrom('documents as d')
    .innerJoin('files as f', 'f.id', 'd.file_id')
    .select([...columns, 'f.name as file_name', 'f.sha256 as file_sha256'])
    .where('d.id', '=', id)
    .executeTakeFirst();

export const documentsToRead = (db: Db) =>
  db.selectFrom('documents').select('id').where('state', '=', 'reading').orderBy('id').limit(sql.lit(1000)).execute();

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

export interface ReadDocument {
  format: string;
  draft: string;
  reading: string;
  fields: string;
  open_fields: number;
  doc_type: string | null;
  number: string | null;
  symbol: string | null;
  title: string | null;
  issued_on: string | null;
  issuer_name: string | null;
  issuer_unit_id: string | null;
}

export const storeReading = (tx: Tx, id: string, read: ReadDocument) =>
  tx
    .updateTable('documents')
    .set({ ...read, state: 'review', version: sql`version + 1`, tsv: searchText(read) })
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .returning('id')
    .executeTakeFirst();

const searchText = (d: {
  title: string | null;
  number: string | null;
  symbol: string | null;
  issuer_name: string | null;
}) =>
  sql<string>`to_tsvector('vn', ${[d.title, d.number && `${d.number}/${d.symbol ?? ''}`, d.symbol, d.issuer_name].filter(Boolean).join(' ')})`;

export const storeFailure = (tx: Tx, id: string, code: string, params: string) =>
  tx
    .updateTable('documents')
    .set({ state: 'failed', failure_code: code, failure_params: params, version: sql`version + 1` })
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .returning('id')
    .executeTakeFirst();

/**
 * Nothing of a file with a secrecy marking may stay: not its bytes, name, hash, nor a kept reply that names it, of the
 * document or of its upload. False where the document was read already.
 */
export async function forgetSecret(tx: Tx, d: { id: string; file_id: string | null }, code: string): Promise<boolean> {
  const forgotten = await tx
    .updateTable('documents')
    .set({
      state: 'failed',
      failure_code: code,
      failure_params: '{}',
      file_id: null,
      sha256: '',
      source_name: '',
      version: sql`version + 1`,
    })
    .where('id', '=', d.id)
    .where('state', '=', 'reading')
    .returning('id')
    .executeTakeFirst();
  if (!forgotten) return false;
  await sql`delete from idempotency_keys where body->>'id' = ${d.id} or body->>'fileId' = ${d.file_id}
    or body->>'id' in (select id::text from uploads where file_id = ${d.file_id})`.execute(tx);
  return true;
}

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
export const deleteCorrections = (tx: Tx, id: string) =>
  tx.deleteFrom('document_corrections').where('document_id', '=', id).execute();

export const duplicatesOf = (
  db: Db,
  reach: Reach,
  d: {
    id: string;
    sha256: string;
    number: string | null;
    symbol: string | null;
    issued_on: string | null;
    issuer_name: string | null;
  },
) =>
  db
    .selectFrom('documents as d')
    .select(['d.id', 'd.title', 'd.arrived_on', sql<boolean>`d.sha256 = ${d.sha256}`.as('same_file')])
    .where('d.id', '<>', d.id)
    .where((eb) => inReach(eb.ref('d.path'), reach))
    .where((eb) =>
      eb.or([
        ...(d.sha256 ? [eb('d.sha256', '=', d.sha256)] : []),
        ...(d.number && d.symbol
          ? [
              // Numbers begin anew each year: the same one of another year is another document.
              sql<boolean>`(d.number = any(${writtenNumbers(d.number)}::text[]) and d.symbol = ${d.symbol}
                and lower(unaccent(coalesce(d.issuer_name, ''))) = lower(unaccent(${d.issuer_name ?? ''}))
                and coalesce(extract(year from d.issued_on) = extract(year from ${d.issued_on}::date), true))`,
            ]
          : []),
      ]),
    )
    .orderBy('d.id', 'desc')
    .limit(10)
    .execute();

/** Whether any plan stands on the document, seen or unseen by who asks. */
export const hasPlans = async (db: Db, documentId: string): Promise<boolean> =>
  (await db
    .selectFrom('plans')
    .select('id')
    .where('source_document_id', '=', documentId)
    .limit(sql.lit(1))
    .executeTakeFirst()) !== undefined;

/** Plans made from the document that the reader may see: drafts among colleagues only. */
export const plansFrom = (db: Db, reach: { plans: Reach; drafts: Reach }, documentId: string) =>
  db
    .selectFrom('plans as p')
    .innerJoin('units as u', 'u.id', 'p.unit_id')
    .select(['p.id', 'p.title', 'u.name as unitName', 'p.state'])
    .where('p.source_document_id', '=', documentId)
    .where((eb) => inReach(eb.ref('p.path'), reach.plans))
    .where((eb) => eb.or([eb('p.state', 'not in', ['draft', 'consulting']), inReach(eb.ref('p.path'), reach.drafts)]))
    .orderBy('p.id', 'desc')
    .limit(20)
    .execute();

export const insertCorrection = (
  tx: Tx,
  row: {
    id: string;
    document_id: string;
    field: string;
    act: string;
    before: string | null;
    after: string | null;
    rule: string | null;
    person_id: string;
  },
) => tx.insertInto('document_corrections').values(row).execute();

export const listCorrections = (db: Db, documentId: string) =>
  db
    .selectFrom('document_corrections as c')
    .innerJoin('people as p', 'p.id', 'c.person_id')
    .select(['c.id', 'c.field', 'c.act', 'c.before', 'c.after', 'c.rule', 'p.name as personName', 'c.at'])
    .where('c.document_id', '=', documentId)
    .orderBy('c.id', 'desc')
    .limit(500)
    .execute();
