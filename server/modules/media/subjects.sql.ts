import { sql } from 'kysely';
import type { Db, Tx } from '#platform/tx.ts';
import type { Box } from './media.contract.ts';

export type SubjectRow = Awaited<ReturnType<typeof listSubjects>>[number];

export const listSubjects = (db: Db, mediaId: string) =>
  db
    .selectFrom('media_subjects as s')
    .leftJoin('pupils as p', 'p.id', 's.pupil_id')
    .leftJoin('classes as c', 'c.id', 'p.class_id')
    .select(['s.id', 's.kind', 's.pupil_id', 's.person_name', 's.box', 's.adult_agreed'])
    .select(['p.name as pupil_name', 'c.name as class_name'])
    .where('s.media_id', '=', mediaId)
    .orderBy('s.created_at')
    .orderBy('s.id')
    .execute();

export const listCovered = (db: Db, mediaId: string) =>
  db
    .selectFrom('cut_covered as v')
    .innerJoin('media_cuts as c', 'c.id', 'v.cut_id')
    .select(['v.cut_id as cutId', 'v.subject_id as subjectId', 'v.said_by as saidBy'])
    .where('c.media_id', '=', mediaId)
    .execute();

export interface GivenSubject {
  id: string;
  kind: string;
  pupilId: string | null;
  name: string | null;
  box: Box | null;
  adultAgreed: boolean;
}

export const deleteSubjectsBut = (tx: Tx, mediaId: string, ids: readonly string[]) =>
  tx
    .deleteFrom('media_subjects')
    .where('media_id', '=', mediaId)
    .where(sql<boolean>`not (id = any(${[...ids]}::uuid[]))`)
    .execute();

/** Writes who is in a picture; returns how many rows it wrote: fewer where an id belongs to another picture. */
export async function upsertSubjects(
  tx: Tx,
  media: { id: string; unit_id: string; path: string },
  given: readonly GivenSubject[],
  by: { personId: string; now: Date },
): Promise<number> {
  const rows = given.map((one, n) => ({
    id: one.id,
    media_id: media.id,
    unit_id: media.unit_id,
    path: media.path,
    kind: one.kind,
    pupil_id: one.pupilId,
    person_name: one.name,
    box: one.box && JSON.stringify(one.box),
    adult_agreed: one.adultAgreed,
    created_by: by.personId,
    created_at: new Date(by.now.getTime() + n),
  }));
  // A pupil stands once in a picture: those who change places let go of them first.
  await tx
    .updateTable('media_subjects')
    .set({ pupil_id: null })
    .where('media_id', '=', media.id)
    .where(sql<boolean>`id = any(${given.map((one) => one.id)}::uuid[])`)
    .execute();
  const written = await tx
    .insertInto('media_subjects')
    .values(rows)
    .onConflict((c) =>
      c
        .column('id')
        .doUpdateSet((eb) => ({
          kind: eb.ref('excluded.kind'),
          pupil_id: eb.ref('excluded.pupil_id'),
          person_name: eb.ref('excluded.person_name'),
          box: eb.ref('excluded.box'),
          adult_agreed: eb.ref('excluded.adult_agreed'),
        }))
        .where('media_subjects.media_id', '=', media.id),
    )
    .returning('id')
    .execute();
  return written.length;
}

/** Pupils marked in a picture of which a cut is held back because consent for them was taken back. */
export const listHeldBack = async (db: Db, mediaId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct s.pupil_id as id from media_subjects s
      join withdrawals w on w.pupil_id = s.pupil_id
      join media_blocks b on b.withdrawal_id = w.id and b.lifted_at is null
      join media_cuts c on c.id = b.cut_id and c.media_id = s.media_id
     where s.media_id = ${mediaId}::uuid`.execute(db);
  return rows.map((row) => row.id);
};

/** Of these pupils, how many are of the unit. */
export const countPupils = async (db: Db, unitId: string, ids: readonly string[]): Promise<number> =>
  (
    await db
      .selectFrom('pupils')
      .select(sql<number>`count(*)::int`.as('n'))
      .where('unit_id', '=', unitId)
      .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
      .executeTakeFirstOrThrow()
  ).n;

export interface Covering {
  cutId: string;
  subjectId: string;
}

/** What the geometry says of these cuts, in place of what it said before. */
export async function replaceGeometry(tx: Tx, cutIds: readonly string[], found: readonly Covering[]): Promise<void> {
  await tx
    .deleteFrom('cut_covered')
    .where('said_by', '=', 'geometry')
    .where(sql<boolean>`cut_id = any(${[...cutIds]}::uuid[])`)
    .execute();
  await insertCovered(tx, found, 'geometry');
}

export async function replaceSaid(tx: Tx, cutIds: readonly string[], said: readonly Covering[]): Promise<void> {
  await tx
    .deleteFrom('cut_covered')
    .where('said_by', '=', 'person')
    .where(sql<boolean>`cut_id = any(${[...cutIds]}::uuid[])`)
    .execute();
  await insertCovered(tx, said, 'person');
}

async function insertCovered(tx: Tx, rows: readonly Covering[], said_by: 'geometry' | 'person'): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('cut_covered')
    .values(rows.map(({ cutId, subjectId }) => ({ cut_id: cutId, subject_id: subjectId, said_by })))
    .onConflict((c) => c.columns(['cut_id', 'subject_id']).doNothing())
    .execute();
}
