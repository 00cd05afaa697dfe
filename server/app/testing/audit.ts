import type { TestDatabase } from './database.ts';

/** What the audit says about a subject, oldest first: event, before and after with the personal part. */
export async function auditOf(
  database: TestDatabase,
  subjectId: string,
): Promise<
  {
    event: string;
    personId: string | null;
    unitId: string | null;
    path: string | null;
    before: unknown;
    after: unknown;
    personalAfter: unknown;
  }[]
> {
  return await database.db
    .selectFrom('audit_records as a')
    .leftJoin('audit_personal as p', 'p.audit_id', 'a.id')
    .select([
      'a.event',
      'a.person_id as personId',
      'a.unit_id as unitId',
      'a.path',
      'a.before',
      'a.after',
      'p.after as personalAfter',
    ])
    .where('a.subject_id', '=', subjectId)
    .orderBy('a.id')
    .execute();
}
