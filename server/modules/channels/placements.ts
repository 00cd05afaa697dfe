import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { isId } from '#lib/id.ts';
import { isPlaceInTime } from '#lib/instants.ts';
import type { Actor } from '#platform/actor.ts';
import { pageOf } from '#platform/page.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { withdrawFor } from '../outputs/outputs.ts';
import type * as c from './placements.contract.ts';
import {
  type PlacementAct,
  type PlacementRow,
  type PlacementState,
  placementCancelled,
  placementRefused,
  placementStates,
} from './placements.contract.ts';
import * as sql from './placements.sql.ts';
import { actsOn, recordedPlacement, shownPlacement, subjectOf } from './shown-placement.ts';

const statesOf: Record<(typeof c.placementShows)[number], readonly PlacementState[]> = {
  all: placementStates.filter((state) => state !== 'cancelled'),
  asked: ['asked'],
  placed: ['placed', 'removal-asked'],
  tasks: ['removal-asked'],
  closed: ['removed', 'impossible', 'refused', 'cancelled'],
};

export async function listPlacements(
  db: Db,
  actor: Actor,
  input: InputOf<typeof c.listPlacements>,
): Promise<OutputOf<typeof c.listPlacements>> {
  const filter = { ...input, states: statesOf[input.show], after: placeOf(input.after) };
  const rows = await sql.listPlacements(db, actor.reach('placements.record'), filter);
  const { items, next } = pageOf(rows, input.limit, (last) => `${last.place}_${last.id}`);
  return { items: items.map((row) => shownPlacement(actor, row)), next };
}

function placeOf(after: string | undefined): sql.PlacementFilter['after'] {
  if (after === undefined) return undefined;
  const [at = '', id = ''] = after.split('_');
  return isPlaceInTime(at) && isId(id) ? { at, id } : fail('unreadable');
}

export async function getPlacement(db: Db, actor: Actor, given: { placementId: string }): Promise<PlacementRow> {
  const row = await sql.findPlacement(db, actor.reach('placements.record'), given.placementId);
  return shownPlacement(actor, row ?? fail('not-found'));
}

/** Finds, scopes, locks and checks: 404 unseen, 409 other version or wrong state (with the row as it is). */
export async function loadPlacement(
  tx: Tx,
  actor: Actor,
  given: { placementId: string; version: number },
  act: PlacementAct,
): Promise<sql.ShownPlacement> {
  await sql.lockPlacement(tx, given.placementId);
  const row = (await sql.findPlacement(tx, actor.reach('placements.record'), given.placementId)) ?? fail('not-found');
  if (row.version !== given.version) fail('conflict', {}, { current: shownPlacement(actor, row) });
  if (actsOn(actor, row).includes(act)) return row;
  return fail('channels.wrong-state', {}, { current: shownPlacement(actor, row) });
}

/** Writes a change of a locked row; answers it as it is then. */
export async function changePlacement(
  tx: Tx,
  before: sql.ShownPlacement,
  set: sql.PlacementChange,
): Promise<{ row: sql.ShownPlacement; told: ReturnType<typeof toldOf> }> {
  await sql.updatePlacement(tx, before.id, set);
  const row = (await sql.readPlacement(tx, before.id)) ?? fail('not-found');
  return { row, told: toldOf(before, row) };
}

const toldOf = (before: sql.ShownPlacement, after: sql.ShownPlacement) => ({
  subject: subjectOf(after),
  before: recordedPlacement(before),
  after: recordedPlacement(after),
});

export async function refusePlacement(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.refusePlacement>,
): Promise<PlacementRow> {
  const before = await loadPlacement(tx, actor, given, 'refuse');
  const set = { state: 'refused', reason: given.reason || null, closed_at: actor.now };
  const { row, told } = await changePlacement(tx, before, set);
  await record(tx, actor, placementRefused({ ...told, ...(given.reason && { reason: given.reason }) }));
  return shownPlacement(actor, row);
}

/** What was recorded by mistake stays as a row, and no longer counts. */
export async function cancelPlacement(
  tx: Tx,
  actor: Actor,
  given: InputOf<typeof c.cancelPlacement>,
): Promise<PlacementRow> {
  const before = await loadPlacement(tx, actor, given, 'cancel');
  const set = { state: 'cancelled', reason: given.reason, closed_at: actor.now };
  const { row, told } = await changePlacement(tx, before, set);
  if (row.output_id) await withdrawFor(tx, actor, row.output_id, given.reason);
  await record(tx, actor, placementCancelled({ ...told, reason: given.reason }));
  return shownPlacement(actor, row);
}
