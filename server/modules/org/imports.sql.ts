import { sql } from 'kysely';
import type { Reach } from '#lib/reach.ts';
import type { PostKind, UnitKind } from '#lib/unit-kinds.ts';
import { inReach, pathEnd } from '#platform/scope.ts';
import type { Db, Tx } from '#platform/tx.ts';
import type { ImportKind } from './imports.contract.ts';

export interface UnitInTable {
  id: string;
  name: string;
  shortName: string | null;
  symbol: string | null;
  place: string | null;
  slug: string;
  kind: UnitKind;
  path: string;
  parentId: string | null;
  closedOn: string | null;
  codes: string[];
}

const unitColumns = (db: Db) =>
  db
    .selectFrom('units as u')
    .select([
      'u.id',
      'u.name',
      'u.short_name as shortName',
      'u.symbol',
      'u.place',
      'u.slug',
      'u.path',
      'u.parent_id as parentId',
    ])
    .select(['u.closed_on as closedOn', sql<UnitKind>`u.kind`.as('kind')])
    .select(
      sql<string[]>`array(select c.code from unit_codes c where c.unit_id = u.id and c.valid_to is null)`.as('codes'),
    );

/** Everything a table may name: the unit and all below it. */
export const listBelow = (db: Db, path: string): Promise<UnitInTable[]> =>
  unitColumns(db).where('u.path', '>=', path).where('u.path', '<', pathEnd(path)).execute();

/** Holders of codes anywhere in the sector: a code is one school's only. */
export const listByCodes = (db: Db, codes: readonly string[]): Promise<UnitInTable[]> =>
  codes.length === 0
    ? Promise.resolve([])
    : unitColumns(db)
        .where(
          sql<boolean>`u.id in (select unit_id from unit_codes where scheme = 'sector' and code = any(${sql.val(codes)}))`,
        )
        .execute();

export const listTakenSlugs = async (db: Db, slugs: readonly string[]): Promise<Set<string>> => {
  const { rows } = await sql<{ slug: string }>`select slug from units where slug = any(${sql.val(slugs)})`.execute(db);
  return new Set(rows.map((row) => row.slug));
};

/** The People's Committee of each managing unit today. */
export const listCommittees = async (db: Db, unitIds: readonly string[]): Promise<Map<string, string>> => {
  const { rows } = await sql<{ unit_id: string; parent_id: string }>`
    select unit_id, parent_id from unit_parents where line = 'administrative' and valid_to is null and unit_id = any(${sql.val(unitIds)}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.unit_id, row.parent_id]));
};

export interface PersonInTable {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  closedOn: string | null;
  inReach: boolean;
  posts: { unitId: string; title: string }[];
}

/** People by e-mail address, with whether any post of theirs lies below `path`, and the posts there. */
export const listByEmails = async (db: Db, emails: readonly string[], path: string): Promise<PersonInTable[]> => {
  const below = sql`o.path >= ${path} and o.path < ${pathEnd(path)}`;
  const { rows } = await sql<PersonInTable>`
    select p.id, p.name, lower(p.email) as email, p.phone, p.closed_on as "closedOn",
           exists (select from posts o where o.person_id = p.id and ${below}) as "inReach",
           coalesce((select json_agg(json_build_object('unitId', o.unit_id, 'title', o.title)) from posts o
                      where o.person_id = p.id and o.valid_to is null and ${below}), '[]'::json) as posts
      from people p where lower(p.email) = any(${sql.val(emails)})`.execute(db);
  return rows;
};

export interface PostInTable {
  id: string;
  unitId: string;
  kind: PostKind;
  personName: string | null;
}

/** Posts of which a unit has one: who holds them, or that they wait. */
export const listSinglePosts = async (db: Db, unitIds: readonly string[]): Promise<PostInTable[]> => {
  const { rows } = await sql<PostInTable>`
    select o.id, o.unit_id as "unitId", o.kind, p.name as "personName" from posts o left join people p on p.id = o.person_id
     where o.unit_id = any(${sql.val(unitIds)}::uuid[]) and o.valid_to is null and (o.kind = 'head' or o.person_id is null)`.execute(
    db,
  );
  return rows;
};

export interface NewImport {
  id: string;
  unit_id: string;
  path: string;
  kind: ImportKind;
  file_name: string;
  accepted: number;
  refused: string;
  person_id: string;
}

export const insertImport = (tx: Tx, row: NewImport) => tx.insertInto('org_imports').values(row).execute();

export const listImports = (
  db: Db,
  reach: Reach,
  filter: { unitId: string; after?: string | undefined; limit: number },
) =>
  db
    .selectFrom('org_imports as i')
    .innerJoin('people as p', 'p.id', 'i.person_id')
    .select(['i.id', 'i.file_name as fileName', 'i.accepted', 'p.name as personName', 'i.created_at as at'])
    .select([
      sql<ImportKind>`i.kind`.as('kind'),
      sql<{ row: number; name: string; reason: string }[]>`i.refused`.as('refused'),
    ])
    .where('i.unit_id', '=', filter.unitId)
    .where((eb) => inReach(eb.ref('i.path'), reach))
    .$if(!!filter.after, (q) => q.where('i.id', '<', filter.after!))
    .orderBy('i.id', 'desc')
    .limit(sql.lit(filter.limit + 1))
    .execute();
