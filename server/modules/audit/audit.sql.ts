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
  inside: boolean;
  /** The access key over which it was done. */
  token_id: string | null;
}

/** Fields that the law may demand to erase, of one record. */
export interface PersonalRow {
  audit_id: string;
  before: string | null;
  after: string | null;
}

/** Many at once, in pieces that stay below the limit of parameters. */
export async function insertRecords(tx: Tx, rows: readonly AuditRow[]): Promise<void> {
  for (let i = 0; i < rows.length; i += 1000)
    await tx
      .insertInto('audit_records')
      .values(rows.slice(i, i + 1000))
      .execute();
}

export async function insertPersonals(tx: Tx, rows: readonly PersonalRow[]): Promise<void> {
  for (let i = 0; i < rows.length; i += 1000)
    await tx
      .insertInto('audit_personal')
      .values(rows.slice(i, i + 1000))
      .execute();
}

/** Takes out what the law may demand to erase of what was recorded about these subjects; the records themselves stay. */
export const erasePersonal = (tx: Tx, subjectIds: readonly string[]) =>
  sql`update audit_personal set before = null, after = null where audit_id in (
    select id from audit_records where subject_id = any(${sql.val([...subjectIds])}::uuid[]))`.execute(tx);

export const isRecorded = async (db: Db, kinds: readonly string[]): Promise<boolean> =>
  (await db
    .selectFrom('audit_records')
    .select('id')
    .where('subject_kind', 'in', [...kinds])
    .limit(sql.lit(1))
    .executeTakeFirst()) !== undefined;

/** Rights that open rows of the view `searchable`, with where the reader holds them. */
export type Open = readonly { right: string; reach: Reach }[];

/** What people, units, and plans and documents that are open to the reader are called now; other ids are left out. */
export async function listNames(db: Db, open: Open, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  const seen = open.map(
    ({ right, reach }) => sql`read_right = ${right} and ${inReach(sql.ref<string>('path'), reach)}`,
  );
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from people where id = any(${sql.val(ids)}::uuid[])
    union all select id, name from units where id = any(${sql.val(ids)}::uuid[])
    union all select id, title from searchable
      where kind <> 'unit' and id = any(${sql.val(ids)}::uuid[]) and (${sql.join(seen, sql` or `)})`.execute(db);
  return rows;
}

const told = (own: readonly string[]) => sql<boolean>`(not a.inside or a.path = any(${[...own]}::text[]))`;

export interface AuditFilter {
  subjectKind?: string | undefined;
  subjectId?: string | undefined;
  personId?: string | undefined;
  after?: string | undefined;
  limit: number;
}

/** Where the units in reach stood before they came there; nothing for a reach over the whole sector. */
export const listFormerPaths = async (db: Db, reach: Reach): Promise<{ path: string; now: string }[]> => {
  if (reach.length === 0 || reach.some((s) => s.path === '')) return [];
  const { rows } = await sql<{ path: string; now: string }>`
    select distinct h.path, u.path as now from units u join unit_paths h on h.unit_id = u.id and h.valid_to is not null
     where ${inReach(sql.ref<string>('u.path'), reach)} and not ${inReach(sql.ref<string>('h.path'), reach)}`.execute(
    db,
  );
  return rows;
};

export interface Seen {
  reach: Reach;
  /** Paths at which units in reach stood before. */
  former: readonly string[];
  /** Paths of the units whose inner affairs the reader may see; of other units only that something happened. */
  own: readonly string[];
}

export const listRecords = (db: Db, { reach, former, own }: Seen, filter: AuditFilter) =>
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
      'a.person_id as personId',
      'p.name as personName',
      'u.name as unitName',
    ])
    .select([
      sql<string | null>`case when ${told(own)} then a.reason end`.as('reason'),
      sql<Record<string, unknown> | null>`case when ${told(own)} then a.before || coalesce(s.before, '{}') end`.as(
        'before',
      ),
      sql<Record<string, unknown> | null>`case when ${told(own)} then a.after || coalesce(s.after, '{}') end`.as(
        'after',
      ),
    ])
    .where((eb) =>
      former.length === 0
        ? inReach(eb.ref('a.path'), reach)
        : eb.or([inReach(eb.ref('a.path'), reach), eb('a.path', 'in', [...former])]),
    )
    .$if(!!filter.subjectKind, (q) => q.where('a.subject_kind', '=', filter.subjectKind!))
    .$if(!!filter.subjectId, (q) => q.where('a.subject_id', '=', filter.subjectId!))
    .$if(!!filter.personId, (q) => q.where('a.person_id', '=', filter.personId!))
    .$if(!!filter.after, (q) => q.where('a.id', '<', filter.after!))
    .orderBy('a.id', 'desc')
    .limit(sql.lit(filter.limit + 1))
    .execute();
