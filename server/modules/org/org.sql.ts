import { type RawBuilder, sql } from 'kysely';
import { pathsAbove } from '#lib/reach.ts';
import type { UnitKind, UnitLine } from '#lib/unit-kinds.ts';
import type { Db, Tx } from '#platform/tx.ts';

export interface SearchedUnit {
  name: string;
  short_name: string | null;
  symbol: string | null;
}

/** What a unit is found by: name and short name first, then symbol and codes. Slashes and dashes would hide words. */
export const unitTsv = (unit: SearchedUnit, codes: readonly string[]): RawBuilder<string> => {
  const first = [unit.name, unit.short_name].filter(Boolean).join(' ');
  const then = [unit.symbol, ...codes].filter(Boolean).join(' ').replace(/[/-]/g, ' ');
  return sql<string>`setweight(vn_words(${first}::text), 'A') || setweight(vn_words(${then}::text), 'B')`;
};

const rowColumns = [
  'u.id',
  'u.name',
  'u.short_name as shortName',
  'u.symbol',
  'u.slug',
  'u.path',
  'u.parent_id as parentId',
  'u.closed_on as closedOn',
] as const;

const kindOf = sql<UnitKind>`u.kind`.as('kind');

/** How many open units stand directly below. */
export const childrenOf = (id: RawBuilder<unknown>) =>
  sql<number>`(select count(*) from units c where c.parent_id = ${id} and c.closed_on is null)`.as('children');

export const findUnit = (db: Db, id: string) =>
  db
    .selectFrom('units as u')
    .leftJoin('units as p', 'p.id', 'u.parent_id')
    .leftJoin('units as s', 's.id', 'u.successor_id')
    .leftJoin('unit_settings as t', 't.unit_id', 'u.id')
    .select([...rowColumns, kindOf, 'p.name as parentName', 's.name as successorName'])
    .select(['u.place', 'u.opened_on as openedOn', 'u.successor_id as successorId', 'u.version', 'u.no'])
    .select(['t.signing_steps as signingSteps', 't.own_register as ownRegister', 't.version as settingsVersion'])
    .select(childrenOf(sql`u.id`))
    .where('u.id', '=', id)
    .executeTakeFirst();

/** Holds the row until the transaction ends, so that two editors come one after the other. */
export const lockUnit = (tx: Tx, id: string) =>
  tx.selectFrom('units').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

/** Units on the way from the top to this path, without the unit itself. */
export const listAncestors = (db: Db, path: string) =>
  db
    .selectFrom('units as u')
    .select(['u.id', 'u.name', kindOf])
    .where('u.path', 'in', ['', ...pathsAbove(path)])
    .orderBy(sql`length(u.path)`)
    .execute();

export const listParents = (db: Db, unitId: string) =>
  db
    .selectFrom('unit_parents as d')
    .innerJoin('units as p', 'p.id', 'd.parent_id')
    .select([
      sql<UnitLine>`d.line`.as('line'),
      'd.parent_id as parentId',
      'p.name as parentName',
      'p.short_name as parentShortName',
    ])
    .select(['d.valid_from as validFrom', 'd.valid_to as validTo'])
    .where('d.unit_id', '=', unitId)
    .orderBy('d.line')
    .orderBy('d.valid_from', 'desc')
    .execute();

export const listCodes = (db: Db, unitId: string) =>
  db
    .selectFrom('unit_codes')
    .select(['scheme', 'code', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('unit_id', '=', unitId)
    .orderBy('scheme')
    .orderBy('valid_from')
    .execute();

export const listFormerNames = (db: Db, unitId: string) =>
  db
    .selectFrom('unit_names')
    .select(['name', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('unit_id', '=', unitId)
    .where('valid_to', 'is not', null)
    .orderBy('valid_from', 'desc')
    .execute();

export interface NewUnit extends SearchedUnit {
  id: string;
  parent_id: string | null;
  kind: UnitKind;
  place: string | null;
  slug: string;
  opened_on: string;
}

/** Inserts a unit below `parentPath` ('' for a root) and returns its path; does nothing where the id exists. */
export const insertUnit = async (
  tx: Tx,
  unit: NewUnit,
  parentPath: string,
  codes: readonly string[],
): Promise<string | null> => {
  const { rows } = await sql<{ path: string }>`
    with made as (
      insert into units (id, no, path, parent_id, kind, name, short_name, symbol, place, slug, opened_on, tsv)
      select ${unit.id}, n.no, ${parentPath}::text || n.no || '.', ${unit.parent_id}, ${unit.kind}, ${unit.name}, ${unit.short_name},
             ${unit.symbol}, ${unit.place}, ${unit.slug}, ${unit.opened_on}::date, ${unitTsv(unit, codes)}
        from (select nextval('units_no_seq') as no) n
      on conflict (id) do nothing
      returning id, path, opened_on)
    insert into unit_paths (unit_id, path, valid_from) select * from made returning path`.execute(tx);
  return rows[0]?.path ?? null;
};

export const updateUnit = (
  tx: Tx,
  id: string,
  unit: SearchedUnit & { kind: UnitKind; place: string | null; slug: string },
  codes: readonly string[],
) =>
  tx
    .updateTable('units')
    .set({ ...unit, tsv: unitTsv(unit, codes), version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

export const insertParent = (
  tx: Tx,
  row: { id: string; unit_id: string; parent_id: string; line: UnitLine; valid_from: string },
) => tx.insertInto('unit_parents').values(row).execute();

/** Ends the current parent on a line the day the next begins; one that began the same day is replaced. */
export const endParent = async (tx: Tx, unitId: string, line: UnitLine, on: string) => {
  const current = (q: { unitId: string }) =>
    sql<boolean>`unit_id = ${q.unitId} and line = ${line} and valid_to is null`;
  await tx.deleteFrom('unit_parents').where(current({ unitId })).where('valid_from', '>=', on).execute();
  await tx.updateTable('unit_parents').set({ valid_to: on }).where(current({ unitId })).execute();
};

export const insertCodes = (
  tx: Tx,
  unitId: string,
  codes: readonly { scheme: string; code: string }[],
  validFrom: string,
) =>
  codes.length === 0
    ? Promise.resolve([])
    : tx
        .insertInto('unit_codes')
        .values(codes.map((c) => ({ unit_id: unitId, scheme: c.scheme, code: c.code, valid_from: validFrom })))
        .execute();

export const insertName = (
  tx: Tx,
  row: { id: string; unit_id: string; name: string; valid_from: string; valid_to: string | null },
) => tx.insertInto('unit_names').values(row).execute();

export const slugTaken = async (db: Db, slug: string): Promise<boolean> =>
  !!(await db.selectFrom('units').select('id').where('slug', '=', slug).executeTakeFirst());

export const upsertSettings = (tx: Tx, unitId: string, set: { signing_steps: string[]; own_register: boolean }) =>
  tx
    .insertInto('unit_settings')
    .values({ unit_id: unitId, ...set, version: 2 })
    .onConflict((c) => c.column('unit_id').doUpdateSet({ ...set, version: sql`unit_settings.version + 1` }))
    .execute();

export const findBySlugOrCode = async (db: Db, word: string): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    select id from units where slug = ${word} union all
    select unit_id from unit_codes where code = ${word} and valid_to is null and scheme in ('sector', 'education-office') limit 1`.execute(
    db,
  );
  return rows[0]?.id ?? null;
};

/** Units whose search text holds all these words, for a comparison of names by the folded key. */
export const findByWords = (db: Db, name: string) =>
  db
    .selectFrom('units as u')
    .select(['u.id', 'u.name', 'u.short_name as shortName', 'u.path', kindOf])
    .where(sql<boolean>`u.tsv @@ plainto_tsquery('vn', ${name.replace(/[^\p{L}\p{N}]+/gu, ' ')})`)
    .where('u.closed_on', 'is', null)
    .limit(sql.lit(50))
    .execute();

/** Open units that are called exactly so: what most tables write, found by the index of names. */
export const findByExactNames = (db: Db, names: readonly string[]) =>
  db
    .selectFrom('units as u')
    .select(['u.id', 'u.name'])
    .where(sql<boolean>`u.name collate vi = any(${sql.val([...names])}::text[])`)
    .where('u.closed_on', 'is', null)
    .execute();
