import { sql } from 'kysely';
import { writtenNumbers } from '#lib/document-number.ts';
import type { Reach } from '#lib/reach.ts';
import { inReach } from '#platform/scope.ts';
import type { Db } from '#platform/tx.ts';

/** Other documents that are the same file, or bear the same number of the same issuer and year. */
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
