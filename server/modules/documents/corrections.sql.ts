import type { Db, Tx } from '#platform/tx.ts';

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

export const deleteCorrections = (tx: Tx, id: string) =>
  tx.deleteFrom('document_corrections').where('document_id', '=', id).execute();
