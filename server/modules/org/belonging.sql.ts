import { sql } from 'kysely';
import type { Db } from '#platform/tx.ts';

/** The unit that keeps what is made somewhere, and the team inside it that makes it. */
export interface Belonging {
  unitId: string;
  unitName: string;
  path: string;
  teamId: string | null;
  teamName: string | null;
  teamPath: string | null;
  /** Of the unit or team that was asked for. */
  closedOn: string | null;
}

const rows = (db: Db) =>
  db
    .selectFrom('units as u')
    .leftJoin('units as s', 's.id', 'u.parent_id')
    .select(['u.id', 'u.name', 'u.path', 'u.kind', 'u.closed_on', 's.id as above_id', 's.name as above_name'])
    .select('s.path as above_path');

function belonging(row: Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]): Belonging {
  const inside = (row.kind === 'team' || row.kind === 'board') && row.above_id !== null;
  return {
    unitId: inside ? row.above_id! : row.id,
    unitName: inside ? row.above_name! : row.name,
    path: inside ? row.above_path! : row.path,
    teamId: inside ? row.id : null,
    teamName: inside ? row.name : null,
    teamPath: inside ? row.path : null,
    closedOn: row.closed_on,
  };
}

/** Where something of this unit (or team) belongs: teams and boards inside a school make what is the school's. */
export async function findBelonging(db: Db, unitId: string): Promise<Belonging | undefined> {
  const row = await rows(db).where('u.id', '=', unitId).executeTakeFirst();
  return row && belonging(row);
}

/** The same for open units by their paths, the upper before the lower. */
export async function listBelongings(db: Db, paths: readonly string[]): Promise<Belonging[]> {
  if (paths.length === 0) return [];
  const found = await rows(db)
    .where('u.path', 'in', [...paths])
    .where('u.closed_on', 'is', null)
    .orderBy(sql`u.path collate "C"`)
    .execute();
  return found.map(belonging);
}

/** Open teams inside these units in which somebody has a post on a day. */
export async function listTeamsOf(
  db: Db,
  personId: string,
  unitPaths: readonly string[],
  day: string,
): Promise<Belonging[]> {
  if (unitPaths.length === 0) return [];
  const found = await rows(db)
    .innerJoin('posts as tp', 'tp.unit_id', 'u.id')
    .where('tp.person_id', '=', personId)
    .where('tp.valid_from', '<=', day)
    .where((eb) => eb.or([eb('tp.valid_to', 'is', null), eb('tp.valid_to', '>', day)]))
    .where('u.kind', 'in', ['team', 'board'])
    .where('s.path', 'in', [...unitPaths])
    .where('u.closed_on', 'is', null)
    .execute();
  return found.map(belonging);
}
