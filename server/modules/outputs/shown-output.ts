import { isoOf, isoOrNull } from '#lib/instants.ts';
import { pathsAbove } from '#lib/reach.ts';
import type { Actor, Language } from '#platform/actor.ts';
import { say } from '#platform/texts.ts';
import type { CaptureReason, OutputAct, OutputRow } from './outputs.contract.ts';
import { type OutputMay, outputActs } from './outputs.policy.ts';
import type { OutputTableRow, ShownOutputRow } from './outputs.sql.ts';

/** What is kept of a capture beside the snapshot. `given`: title and day come from a person, the page does not replace them. */
export interface CaptureFacts {
  reason?: CaptureReason | null;
  siteName?: string | null;
  dateFrom?: 'data' | 'meta' | 'time' | 'text' | null;
  finalUrl?: string | null;
  words?: number | null;
  at?: string | null;
  given?: boolean;
}

export const factsOf = (row: { capture: unknown }): CaptureFacts => (row.capture ?? {}) as CaptureFacts;

/** Paths of the units for which the actor may pick the item: above its unit, and above who has picked it already. */
export function pickerPaths(actor: Actor, row: Pick<ShownOutputRow, 'unit_path' | 'picked_by_path'>): string[] {
  const above = pathsAbove(row.unit_path).filter((path) => actor.can('outputs.confirm', path));
  return row.picked_by_path === null ? above : above.filter((path) => path.length < row.picked_by_path!.length);
}

function mayOf(actor: Actor, row: ShownOutputRow): OutputMay {
  return {
    record: actor.can('outputs.record', row.path) || actor.can('outputs.record', row.unit_path),
    pick: pickerPaths(actor, row).length > 0,
    unpick: row.picked_by_path !== null && actor.can('outputs.confirm', row.picked_by_path),
  };
}

export const actsOn = (actor: Actor, row: ShownOutputRow): OutputAct[] =>
  outputActs(mayOf(actor, row), {
    withdrawn: row.withdrawn_at !== null,
    joined: row.joined_to !== null,
    captureState: row.capture_state,
    hasAddress: row.url !== null,
    picked: row.picked_on !== null,
    originKind: row.origin_kind,
  });

function shownCapture(row: ShownOutputRow, language: Language): OutputRow['capture'] {
  if (row.capture_state === null) return null;
  const { reason = null, siteName = null, dateFrom = null, finalUrl = null, words = null, at = null } = factsOf(row);
  return {
    reason,
    sentence: reason && say(language, `outputs.refused.${reason}`),
    siteName,
    dateFrom,
    finalUrl,
    words,
    at,
  };
}

export const shownOutput = (actor: Actor, row: ShownOutputRow): OutputRow => ({
  id: row.id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  teamId: row.team_id,
  teamName: row.team_name,
  authorName: row.author_name,
  counts: row.counts as OutputRow['counts'],
  genre: row.genre,
  title: row.title,
  url: row.url,
  outlet: row.outlet,
  madeOn: row.made_on,
  sentOn: row.sent_on,
  approvedOn: row.approved_on,
  publishedOn: row.published_on,
  pickedOn: row.picked_on,
  pickedById: row.picked_by,
  pickedByName: row.picked_by_name,
  source: row.source as OutputRow['source'],
  originKind: row.origin_kind,
  originId: row.origin_id,
  fileId: row.file_id,
  snapshotId: row.snapshot_id,
  captureState: row.capture_state as OutputRow['captureState'],
  capture: shownCapture(row, actor.language),
  stands: row.stands,
  joinedTo: row.joined_to,
  joinedTitle: row.joined_title,
  withdrawnAt: isoOrNull(row.withdrawn_at),
  withdrawnReason: row.withdrawn_reason,
  recordedByName: row.recorded_by_name,
  createdAt: isoOf(row.created_at),
  version: row.version,
  can: actsOn(actor, row),
});

/** The row for the audit: what was kept of the item, without what depends on who looks and what hangs from it. */
export const recordedOutput = (row: OutputTableRow): Record<string, unknown> => ({
  title: row.title,
  counts: row.counts,
  genre: row.genre,
  madeOn: row.made_on,
  teamId: row.team_id,
  authorName: row.author_name,
  url: row.url,
  outlet: row.outlet,
  sentOn: row.sent_on,
  approvedOn: row.approved_on,
  publishedOn: row.published_on,
  pickedOn: row.picked_on,
  pickedById: row.picked_by,
  source: row.source,
  fileId: row.file_id,
  snapshotId: row.snapshot_id,
  captureState: row.capture_state,
  stands: row.stands,
  joinedTo: row.joined_to,
  withdrawnReason: row.withdrawn_reason,
  ...(row.for_line_id && { lineId: row.for_line_id, targetId: row.for_target_id, seriesId: row.for_series_id }),
});

export const subjectOf = (row: { id: string; unit_id: string; path: string }) => ({
  id: row.id,
  unitId: row.unit_id,
  path: row.path,
});
