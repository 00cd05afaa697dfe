import { sql } from 'kysely';
import type { Db, Tx } from '#platform/tx.ts';

export interface AdministrativeUnit {
  code: string;
  kind: 'province' | 'ward' | 'commune' | 'special-zone';
  parent_code: string | null;
  full_name: string;
  name: string;
  valid_from: string;
  valid_to: string | null;
  source: string;
}

/** Takes the rows in; returns how many are new or differ from what was there. */
export const upsertAdministrativeUnits = async (tx: Tx, units: readonly AdministrativeUnit[]): Promise<number> => {
  const { rows } = await sql`
    insert into administrative_units (code, kind, parent_code, full_name, name, valid_from, valid_to, source)
    select r.* from jsonb_to_recordset(${JSON.stringify(units)}::jsonb)
      as r (code text, kind text, parent_code text, full_name text, name text, valid_from date, valid_to date, source text)
    on conflict (code, valid_from) do update
      set kind = excluded.kind, parent_code = excluded.parent_code, full_name = excluded.full_name, name = excluded.name,
          valid_to = excluded.valid_to, source = excluded.source
      where (administrative_units.kind, administrative_units.parent_code, administrative_units.full_name, administrative_units.valid_to)
            is distinct from (excluded.kind, excluded.parent_code, excluded.full_name, excluded.valid_to)
    returning code`.execute(tx);
  return rows.length;
};

/** Units that carry a code of one of the schemes: what an earlier run made or adopted. */
export const listCoded = async (
  db: Db,
  schemes: readonly string[],
): Promise<{ scheme: string; code: string; unitId: string }[]> => {
  const { rows } = await sql<{ scheme: string; code: string; unitId: string }>`
    select scheme, code, unit_id as "unitId" from unit_codes where scheme = any(${sql.val(schemes)}) and valid_to is null`.execute(
    db,
  );
  return rows;
};

/** Open offices and committees that may be adopted by name, with what stands above them. */
export const listOffices = (db: Db) =>
  db
    .selectFrom('units')
    .select(['id', 'name', 'kind', 'path', 'parent_id as parentId'])
    .where('kind', 'in', ['ministry', 'province-department', 'commune-office', 'people-committee'])
    .where('closed_on', 'is', null)
    .execute();

export const listUsedSlugs = async (db: Db): Promise<Set<string>> =>
  new Set((await db.selectFrom('units').select('slug').execute()).map((row) => row.slug));
