import { isoOf, isoOrNull } from '#lib/instants.ts';
import type { Actor } from '#platform/actor.ts';
import type { Db } from '#platform/tx.ts';
import type { EvidenceKind, EvidenceRow, EvidenceState } from './evidence.contract.ts';
import * as sql from './evidence.sql.ts';
import { evidenceActs, type Hands } from './work.policy.ts';

/** What the actor's hands reach at a unit: a grant above it is what makes a confirmation one from above. */
export const handsAt = (actor: Actor, path: string): Hands => ({
  records: actor.can('outputs.record', path),
  confirms: actor.can('outputs.confirm', path),
  confirmsFromAbove: actor.reach('outputs.confirm').some((s) => s.path !== path && s.below && path.startsWith(s.path)),
});

export const actsOnEvidence = (actor: Actor, row: sql.EvidenceRecord) =>
  evidenceActs(
    {
      state: row.state as EvidenceState,
      counted: row.counted,
      confirmedBy: row.confirmed_by as EvidenceRow['confirmedBy'],
      follows: row.follows_id !== null,
      planState: row.plan_state,
    },
    handsAt(actor, row.path),
  );

/** Rows as people read them, with their files; what follows shows the files of the piece it follows. */
export async function shownEvidence(db: Db, actor: Actor, rows: readonly sql.EvidenceRecord[]): Promise<EvidenceRow[]> {
  if (rows.length === 0) return [];
  const source = (row: sql.EvidenceRecord) => row.follows_id ?? row.id;
  const files = Map.groupBy(await sql.filesOf(db, rows.map(source)), (f) => f.evidenceId);
  return rows.map((row) => ({
    ...plainEvidence(row),
    files: (files.get(source(row)) ?? []).map(({ evidenceId: _, bytes, ...file }) => ({
      ...file,
      bytes: Number(bytes),
    })),
    can: actsOnEvidence(actor, row),
  }));
}

/** A piece as it is, whoever looks: without its files and what may be done with it. */
export const plainEvidence = (row: sql.EvidenceRecord): Omit<EvidenceRow, 'files' | 'can'> => ({
  id: row.id,
  planId: row.plan_id,
  lineId: row.line_id,
  lineText: row.line_text,
  unitId: row.unit_id,
  unitName: row.unit_name,
  targetId: row.target_id,
  outputId: row.output_id,
  kind: row.kind as EvidenceKind,
  counts: row.counts as EvidenceRow['counts'],
  title: row.title,
  url: row.url,
  outlet: row.outlet,
  authorName: row.author_name,
  madeOn: row.made_on,
  amount: row.amount,
  place: row.place,
  participants: row.participants,
  note: row.note,
  seriesId: row.series_id,
  state: row.state as EvidenceState,
  confirmedBy: row.confirmed_by as EvidenceRow['confirmedBy'],
  counted: row.counted,
  reason: row.reason,
  decidedByName: row.decided_name,
  decidedAt: isoOrNull(row.decided_at),
  recordedByName: row.recorded_name,
  recordedAt: isoOf(row.created_at),
  snapshotId: row.snapshot_id,
  from:
    row.from_plan_id && row.from_line_id && row.from_title
      ? { planId: row.from_plan_id, lineId: row.from_line_id, title: row.from_title }
      : null,
  version: row.version,
});
