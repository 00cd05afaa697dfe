import { type Insertable, sql } from 'kysely';
import type { Pupils } from '#platform/schema.ts';
import type { Db, Tx } from '#platform/tx.ts';

export const listPupils = (db: Db, classId: string, of: { left?: boolean } = {}) =>
  db
    .selectFrom('pupils')
    .selectAll()
    .where('class_id', '=', classId)
    .$if(!of.left, (q) => q.where('left_on', 'is', null))
    // Vietnamese lists stand by the last word of a name, then by the whole.
    .orderBy(sql`regexp_replace(name, '^.*\\s', '') collate vi`)
    .orderBy(sql`name collate vi`)
    .orderBy('id')
    .limit(sql.lit(1000))
    .execute();
export type PupilRecord = Awaited<ReturnType<typeof listPupils>>[number];

export const findPupil = (db: Db, id: string): Promise<PupilRecord | undefined> =>
  db.selectFrom('pupils').selectAll().where('id', '=', id).executeTakeFirst();

export const lockPupil = (tx: Tx, id: string) =>
  tx.selectFrom('pupils').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

export const insertPupils = (tx: Tx, rows: readonly Insertable<Pupils>[]) =>
  tx
    .insertInto('pupils')
    .values([...rows])
    .execute();

export const updatePupil = (
  tx: Tx,
  id: string,
  set: Partial<Pick<Insertable<Pupils>, 'class_id' | 'name' | 'born_on' | 'code' | 'left_on'>>,
) =>
  tx
    .updateTable('pupils')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();

/** Pupils of a school's classes of earlier years who are there still, by code or birthday. */
export const listFormer = (
  db: Db,
  row: { unit_id: string; school_year: number },
  of: { codes: readonly string[]; born: readonly string[] },
): Promise<PupilRecord[]> =>
  db
    .selectFrom('pupils as p')
    .innerJoin('classes as c', 'c.id', 'p.class_id')
    .selectAll('p')
    .where('p.unit_id', '=', row.unit_id)
    .where('p.left_on', 'is', null)
    .where('c.school_year', '<', row.school_year)
    .where(sql<boolean>`(p.code = any(${[...of.codes]}::text[]) or p.born_on = any(${[...of.born]}::date[]))`)
    .execute();

/** Codes of a school's pupils who are there, with whose they are. */
export const listCodes = (db: Db, unitId: string, codes: readonly string[]) =>
  db
    .selectFrom('pupils')
    .select(['id', 'code'])
    .where('unit_id', '=', unitId)
    .where('left_on', 'is', null)
    .where('code', 'in', codes.length > 0 ? [...codes] : [''])
    .execute();

/** Pupils of a school's classes of a year, by name; the id parts those of one name. */
export async function listForMarking(
  db: Db,
  of: { unitId: string; schoolYear: number; classId: string | undefined; query: string | null },
  page: { after: string | undefined; limit: number },
): Promise<{ id: string; name: string; classId: string; className: string }[]> {
  const { rows } = await sql<{ id: string; name: string; classId: string; className: string }>`
    select p.id, p.name, p.class_id as "classId", c.name as "className"
      from pupils p join classes c on c.id = p.class_id
     where p.unit_id = ${of.unitId}::uuid and p.left_on is null and c.school_year = ${of.schoolYear}
       and (${of.classId ?? null}::uuid is null or p.class_id = ${of.classId ?? null}::uuid)
       and (${of.query}::text is null or to_tsvector('public.vn'::regconfig, p.name || ' ' || c.name) @@ to_tsquery('public.vn'::regconfig, ${of.query}))
       and (${page.after ?? null}::uuid is null
         or (p.name, p.id) > (select a.name, a.id from pupils a where a.id = ${page.after ?? null}::uuid))
     order by p.name, p.id limit ${sql.lit(page.limit + 1)}`.execute(db);
  return rows;
}

/**
 * What the law lets be erased of a pupil beside the name: who answered, who asked. Answers themselves stay as proof without a
 * name. Answers with the ids of requests whose records are to be erased too.
 */
export const erasePersonal = async (tx: Tx, pupilId: string): Promise<string[]> => {
  await tx
    .updateTable('consents')
    .set({ given_by: null, relation: null, evidence_file_id: null })
    .where('pupil_id', '=', pupilId)
    .execute();
  const asked = await tx
    .updateTable('withdrawals')
    .set({ asked_by: '—', reason: '', evidence_file_id: null })
    .where('pupil_id', '=', pupilId)
    .returning('id')
    .execute();
  return asked.map((row) => row.id);
};
