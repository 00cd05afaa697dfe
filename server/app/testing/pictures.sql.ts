import { sql } from 'kysely';
import { newId } from '#lib/id.ts';
import type { Db } from '#platform/tx.ts';
import type { Box } from '../../modules/media/media.contract.ts';

interface Person {
  pupilId?: string;
  kind?: 'pupil' | 'adult' | 'unknown-child';
  name?: string;
  agreed?: boolean;
  box?: Box;
}

export interface Picture {
  mediaId: string;
  cutId: string;
  subjectIds: string[];
}

/** For tests: a picture that is drawn already, with people marked in it, as rows. */
export async function insertPicture(
  db: Db,
  unit: { id: string; path: string },
  people: readonly Person[] | 'crowd' | 'nobody' | 'unsaid',
  more: { albumId?: string; rightsUntil?: string } = {},
): Promise<Picture> {
  const [mediaId, cutId] = [newId(), newId()];
  const owner = { unit_id: unit.id, path: unit.path };
  await db
    .insertInto('media_items')
    .values({
      id: mediaId,
      ...owner,
      kind: 'photo',
      state: 'ready',
      name: 'anh.jpg',
      people: typeof people === 'string' ? people : 'subjects',
      album_id: more.albumId ?? null,
      rights_until: more.rightsUntil ?? null,
    })
    .execute();
  const recipe = JSON.stringify({ crop: null, turn: 0, blurred: [] });
  await db
    .insertInto('media_cuts')
    .values({ id: cutId, media_id: mediaId, ...owner, recipe, state: 'ready' })
    .execute();
  const subjectIds: string[] = [];
  for (const one of typeof people === 'string' ? [] : people) {
    const id = newId();
    subjectIds.push(id);
    const kind = one.kind ?? 'pupil';
    const row = { pupil_id: one.pupilId ?? null, person_name: one.name ?? null, adult_agreed: one.agreed ?? false };
    await db
      .insertInto('media_subjects')
      .values({ id, media_id: mediaId, ...owner, kind, ...row })
      .execute();
  }
  return { mediaId, cutId, subjectIds };
}

/** For tests: another cut of the picture in which these people are covered. */
export async function insertCut(db: Db, picture: Picture, covered: readonly string[]): Promise<string> {
  const id = newId();
  await sql`insert into media_cuts (id, media_id, unit_id, path, recipe, state)
    select ${id}::uuid, media_id, unit_id, path, recipe, 'ready' from media_cuts where id = ${picture.cutId}::uuid`.execute(
    db,
  );
  for (const subject_id of covered)
    await db.insertInto('cut_covered').values({ cut_id: id, subject_id, said_by: 'geometry' }).execute();
  return id;
}
