import { isoOrNull } from '#lib/instants.ts';
import type { Db } from '#platform/tx.ts';
import type { OutletKind } from './outlets.contract.ts';
import type { PlacementState, Removal } from './placements.contract.ts';
import * as sql from './placements.sql.ts';

export { placeSubject, type Subject } from './placing.ts';
export { type AskedOutlet, askOutlets, letterOf, letterWent, type PressLetter } from './press-list.ts';
export { type AskedRemoval, askRemoval, type RemovalAsk } from './removals.ts';

/** A place outside our own pages, as the module whose subject it is needs it. */
export interface Placement {
  id: string;
  unitId: string;
  path: string;
  unitName: string;
  outletName: string;
  outletKind: OutletKind;
  subjectKind: string;
  subjectId: string;
  title: string;
  state: PlacementState;
  removal: Removal | null;
  askedAt: string | null;
  placedOn: string | null;
  url: string | null;
  versionN: number | null;
  cutIds: string[];
  actBy: string | null;
  note: string;
}

const shown = (row: sql.ShownPlacement): Placement => ({
  id: row.id,
  unitId: row.unit_id,
  path: row.path,
  unitName: row.unit_name,
  outletName: row.outlet_name,
  outletKind: row.outlet_kind as OutletKind,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  title: row.subject_title,
  state: row.state as PlacementState,
  removal: row.removal as Removal | null,
  askedAt: isoOrNull(row.asked_at),
  placedOn: row.placed_on,
  url: row.url,
  versionN: row.version_n,
  cutIds: row.cut_ids,
  actBy: row.act_by,
  note: row.note,
});

/** Where a subject stood or was offered outside, the earliest first; the caller has checked who may know. */
export const placementsOf = async (db: Db, subjectKind: string, subjectId: string): Promise<Placement[]> =>
  (await sql.listOf(db, subjectKind, subjectId)).map(shown);

/** Where one of these cuts was given to an outlet that may still have it. */
export const placementsShowing = async (db: Db, cutIds: readonly string[]): Promise<Placement[]> =>
  cutIds.length === 0 ? [] : (await sql.listShowing(db, cutIds)).map(shown);

/** One placement; undefined where there is none. */
export const placementById = async (db: Db, id: string): Promise<Placement | undefined> => {
  const row = await sql.readPlacement(db, id);
  return row && shown(row);
};
