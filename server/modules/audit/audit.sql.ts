import { sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import { inReach } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';

export interface AuditRow {
  id: string;
  person_id: string | null;
  event: string;
  subject_kind: string;
  subject_id: string;
  unit_id: string | null;
  path: string | null;
  before: string | null;
  after: string | null;
  reason: string | null;
  request_id: string | null;
}

export const insertRecord = (tx: Tx, row: AuditRow) => tx.insertInto('audit_records').values(row).execute();

export const insertPersonal = (tx: Tx, row: { audit_id: string; before: string | null; after: string | null }) =>
  tx.insertInto('audit_personal').values(row).execute();

/** What people, units, plans and documents are called now; ids of anything else are left out. */
export async function listNames(db: Db, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from people where id = any(${sql.val(ids)}::uuid[])
    union all select id, name from units where id = any(${sql.val(ids)}::uuid[])
    union all select id, title from searchable where kind <> 'unit' and id = any(${sql.val(ids)}::uuid[])`.execute(db);
  return rows;
}

export interface AuditFilter {
  subjectKind?: string | undefined;
  subjectId?: string | undefined;
  personId?: string | undefined;
  after?: string | undefined;
  limit: number;
}

export const listRecords = (db: Db, reach: Reach, filter: AuditFilter) =>
  db
    .selectFrom('audit_records as a')
    .leftJoin('people as p', 'p.id', 'a.person_id')
    .leftJoin('units as u', 'u.id', 'a.unit_id')
    .leftJoin('audit_personal as s', 's.audit_id', 'a.id')
    .select([
      'a.id',
      'a.at',
      'a.event',
      'a.subject_kind as subjectKind',
      'a.subject_id as subjectId',
      'a.reason',
      'a.person_id as personId',
      'p.name as personName',
      'u.name as unitName',
    ])
    .select([
      sql<Record<string, unknown> | null>`a.before || coalesce(s.before, '{}')`.as('before'),
      sql<Record<string, unknown> | null>`a.after || coalesce(s.after, '{}')`.as('after'),
    ])
    .where((eb) => inReach(eb.ref('a.path'), reach))
    .$if(!!filter.subjectKind, (q) => q.where('a.subject_kind', '=', filter.subjectKind!))
    .$if(!!filter.subjectId, (q) => q.where('a.subject_id', '=', filter.subjectId!))
    .$if(!!filter.personId, (q) => q.where('a.person_id', '=', filter.personId!))
    .$if(!!filter.after, (q) => q.where('a.id', '<', filter.after!))
    .orderBy('a.id', 'desc')
    .limit(sql.lit(filter.limit + 1))
    .execute();
