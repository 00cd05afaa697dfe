import { sql } from 'kysely';
import type { PostKind, UnitKind, UnitLine } from '#lib/unit-kinds.ts';
import type { Tx } from '#platform/tx.ts';

/** Many rows in one statement each: for loading a province, a table of schools, the sample sector. */
const rowsOf = (rows: readonly object[]) => sql`${JSON.stringify(rows)}::jsonb`;

export interface BulkUnit {
  id: string;
  parent_id: string | null;
  kind: UnitKind;
  name: string;
  short_name: string | null;
  symbol: string | null;
  place: string | null;
  slug: string;
  opened_on: string;
  closed_on?: string | null;
  /** Codes by which it is searched. */
  codes: string | null;
}

/** Units of one level: their parents must exist. The search text is that of `unitTsv`. Returns ids with paths. */
export const insertUnits = async (tx: Tx, units: readonly BulkUnit[]): Promise<{ id: string; path: string }[]> => {
  const { rows } = await sql<{ id: string; path: string }>`
    with made as (
    insert into units (id, no, path, parent_id, kind, name, short_name, symbol, place, slug, opened_on, closed_on, tsv)
    select r.id, r.no, coalesce(p.path, '') || r.no || '.', r.parent_id, r.kind, r.name, r.short_name, r.symbol, r.place, r.slug,
           r.opened_on, r.closed_on,
           setweight(vn_words(concat_ws(' ', r.name, r.short_name)), 'A')
           || setweight(vn_words(translate(concat_ws(' ', r.symbol, r.codes), '/-', '  ')), 'B')
      from (select t.*, nextval('units_no_seq') as no
              from jsonb_to_recordset(${rowsOf(units)}) as t (id uuid, parent_id uuid, kind text, name text, short_name text,
                   symbol text, place text, slug text, opened_on date, closed_on date, codes text)) r
      left join units p on p.id = r.parent_id
    returning id, path, opened_on)
    insert into unit_paths (unit_id, path, valid_from) select * from made returning unit_id as id, path`.execute(tx);
  return rows;
};

export interface BulkParent {
  unit_id: string;
  parent_id: string;
  line: UnitLine;
  valid_from: string;
  valid_to?: string | null;
}

/** A line on which the unit has a parent already stays as it is. */
export const insertParents = (tx: Tx, parents: readonly BulkParent[]) =>
  sql`insert into unit_parents (id, unit_id, parent_id, line, valid_from, valid_to)
      select gen_random_uuid(), r.* from jsonb_to_recordset(${rowsOf(parents)}) as r (unit_id uuid, parent_id uuid, line text, valid_from date, valid_to date)
      on conflict (unit_id, line) where valid_to is null do nothing`.execute(tx);

export const insertCodes = (
  tx: Tx,
  codes: readonly { unit_id: string; scheme: string; code: string; valid_from: string }[],
) =>
  sql`insert into unit_codes (unit_id, scheme, code, valid_from)
      select r.* from jsonb_to_recordset(${rowsOf(codes)}) as r (unit_id uuid, scheme text, code text, valid_from date)`.execute(
    tx,
  );

export const insertSettings = (tx: Tx, settings: readonly { unit_id: string; signing_steps: readonly string[] }[]) =>
  sql`insert into unit_settings (unit_id, signing_steps)
      select r.unit_id, array(select jsonb_array_elements_text(r.signing_steps))
        from jsonb_to_recordset(${rowsOf(settings)}) as r (unit_id uuid, signing_steps jsonb)`.execute(tx);

export interface BulkPerson {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
}

/** The search text is that of `personTsv`. */
export const insertPeople = (tx: Tx, people: readonly BulkPerson[]) =>
  sql`insert into people (id, name, email, phone, tsv)
      select r.id, r.name, r.email, r.phone,
             setweight(vn_words(r.name), 'A') || setweight(vn_words(translate(coalesce(r.email, ''), '@._-', '    ')), 'C')
        from jsonb_to_recordset(${rowsOf(people)}) as r (id uuid, name text, email text, phone text)`.execute(tx);

export interface BulkPost {
  id: string;
  unit_id: string;
  kind: PostKind;
  title: string;
  person_id: string | null;
  valid_from: string;
}

export const insertPosts = (tx: Tx, posts: readonly BulkPost[]) =>
  sql`insert into posts (id, unit_id, path, kind, title, person_id, valid_from)
      select r.id, r.unit_id, u.path, r.kind, r.title, r.person_id, r.valid_from
        from jsonb_to_recordset(${rowsOf(posts)}) as r (id uuid, unit_id uuid, kind text, title text, person_id uuid, valid_from date)
        join units u on u.id = r.unit_id`.execute(tx);
