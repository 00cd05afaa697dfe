import { dayOf } from '#lib/format.ts';
import { isoOf, isoOrNull } from '#lib/instants.ts';
import type { Actor } from '#platform/actor.ts';
import { say } from '#platform/texts.ts';
import type { OutletKind } from './outlets.contract.ts';
import type { PlacementRow } from './placements.contract.ts';
import { placementActs } from './placements.policy.ts';
import type { ShownPlacement } from './placements.sql.ts';

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

export const actsOn = (actor: Actor, row: ShownPlacement) =>
  placementActs({ record: actor.can('placements.record', row.path) }, { state: row.state as PlacementRow['state'] });

export const shownPlacement = (actor: Actor, row: ShownPlacement): PlacementRow => ({
  id: row.id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  outletId: row.outlet_id,
  outletName: row.outlet_name,
  outletKind: row.outlet_kind as OutletKind,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  title: row.subject_title,
  subjectUnitName: row.subject_unit_name,
  state: row.state as PlacementRow['state'],
  askedAt: isoOrNull(row.asked_at),
  letter: row.letter as PlacementRow['letter'],
  letterAt: isoOrNull(row.letter_at),
  placedOn: row.placed_on,
  url: row.url,
  scanFileId: row.scan_file_id,
  versionN: row.version_n,
  pictures: row.cut_ids.length,
  outputId: row.output_id,
  joined: row.joined_title === null ? null : say(actor.language, 'channels.joined', { title: row.joined_title }),
  note: row.note,
  reason: row.reason,
  removal: row.removal as PlacementRow['removal'],
  actBy: row.act_by,
  late: row.state === 'removal-asked' && row.act_by ? Math.max(0, daysBetween(row.act_by, dayOf(actor.now))) : 0,
  closedAt: isoOrNull(row.closed_at),
  recordedByName: row.recorded_by_name,
  createdAt: isoOf(row.created_at),
  version: row.version,
  can: actsOn(actor, row),
});

/** The row for the audit. */
export const recordedPlacement = (row: ShownPlacement): Record<string, unknown> => ({
  title: row.subject_title,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  outlet: row.outlet_name,
  kind: row.outlet_kind,
  state: row.state,
  placedOn: row.placed_on,
  url: row.url,
  scanFileId: row.scan_file_id,
  versionN: row.version_n,
  outputId: row.output_id,
  note: row.note,
  removal: row.removal,
  actBy: row.act_by,
});

export const subjectOf = (row: { id: string; unit_id: string; path: string }) => ({
  id: row.id,
  unitId: row.unit_id,
  path: row.path,
});
