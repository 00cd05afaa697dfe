import type { InputOf, OutputOf } from '#lib/contract.ts';
import { fail } from '#lib/errors.ts';
import { dayOf } from '#lib/format.ts';
import { isId, newId } from '#lib/id.ts';
import { totalOf } from '#lib/plan-parts.ts';
import type { Actor } from '#platform/actor.ts';
import { pageById } from '#platform/page.ts';
import type { Db, Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import type * as c from './evidence.contract.ts';
import { type EvidenceKind, type EvidenceRow, evidenceRecorded } from './evidence.contract.ts';
import * as sql from './evidence.sql.ts';
import { itemFor } from './items.ts';
import * as lineSql from './load-line.sql.ts';
import { loadLine } from './load-line.ts';
import { lockLines, type TargetCount, targetCounts } from './recount.sql.ts';
import { recountLines } from './recount.ts';
import { shownEvidence } from './shown-evidence.ts';
import { tellConfirmers } from './told.ts';

type Given = InputOf<typeof c.recordEvidence>;

/** Counts something that was made towards an activity; the same id twice records once, the same item counts once. */
export async function recordEvidence(tx: Tx, actor: Actor, given: Given): Promise<EvidenceRow> {
  const id = given.id ?? newId(actor.now.getTime());
  const line = await loadLine(tx, actor, given.lineId);
  const known = await sql.findEvidence(tx, actor.reach('plans.read'), id);
  if (known) return known.line_id === line.id ? await shownOne(tx, actor, known) : fail('conflict');
  const target = await targetFor(tx, line.id, given.targetId);
  const confirmedBy = await confirmerOf(tx, actor, target, given.kind);
  await checkSeries(tx, line.planId, given.seriesId);
  const item = await itemFor(tx, actor, line, target, given);
  const row: sql.NewEvidence = {
    id,
    plan_id: line.planId,
    line_id: line.id,
    target_id: target?.id ?? null,
    output_id: item.outputId,
    unit_id: line.unitId,
    path: line.path,
    kind: given.kind,
    amount: given.amount,
    month: item.madeOn.slice(0, 7),
    place: given.place || null,
    participants: given.participants ?? null,
    note: given.note || null,
    series_id: given.seriesId ?? null,
    state: 'recorded',
    confirmed_by: confirmedBy,
    counted: confirmedBy === null,
    recorded_by: actor.person.id,
    created_at: actor.now.toISOString(),
  };
  if (!(await sql.insertEvidence(tx, row))) fail('work.counted-already');
  if (item.fileIds.length > 0) await sql.insertFiles(tx, id, item.fileIds);
  const above = await countAbove(tx, line, target, row);
  await recountLines(tx, [line.id, ...above]);
  return await told(tx, actor, id, line);
}

async function told(tx: Tx, actor: Actor, id: string, line: lineSql.LineAtWork): Promise<EvidenceRow> {
  const shown = await shownById(tx, actor, id);
  const { can: _, ...after } = shown;
  const subject = { id, unitId: line.unitId, path: line.path };
  await record(tx, actor, evidenceRecorded({ subject, before: null, after }));
  if (!shown.counted) await tellConfirmers(tx, actor, shown);
  return shown;
}

/** Null for a line without counts; a line that has some wants one of them. */
async function targetFor(tx: Tx, lineId: string, targetId: string | null): Promise<TargetCount | null> {
  const targets = await targetCounts(tx, [lineId]);
  if (targetId === null && targets.length === 0) return null;
  return targets.find((t) => t.id === targetId) ?? fail('invalid', {}, { fields: { targetId: 'fields.required' } });
}

/** Who is asked to confirm it by the rules of today; refused where the target does not take this kind. */
async function confirmerOf(tx: Tx, actor: Actor, target: TargetCount | null, kind: EvidenceKind) {
  const rules = await sql.rulesOn(tx, [target?.counts ?? 'other'], dayOf(actor.now));
  const rule = rules.find((r) => r.kind === kind) ?? fail('work.not-accepted');
  return rule.confirmed_by;
}

async function checkSeries(tx: Tx, planId: string, seriesId: string | undefined): Promise<void> {
  if (seriesId && !(await sql.isSeriesOf(tx, planId, seriesId)))
    fail('invalid', {}, { fields: { seriesId: 'fields.invalid' } });
}

/**
 * What a thematic plan makes also counts in the line of the yearly plan from which it hangs: towards the target of the
 * same kind, once. Answers which line is to be counted anew.
 */
export async function countAbove(
  tx: Tx,
  line: lineSql.LineAtWork,
  target: TargetCount | null,
  row: sql.NewEvidence,
): Promise<string[]> {
  const parent = line.parentLineId && (await lineSql.findIssuedLine(tx, line.parentLineId));
  // Where a unit's plan hangs from one that was sent to it, the figures above are not its to move.
  if (!parent || parent.unitId !== line.unitId) return [];
  await lockLines(tx, [parent.id]);
  const targets = await targetCounts(tx, [parent.id]);
  const counts = target?.counts ?? 'other';
  const same = targets.filter((t) => t.counts === counts);
  const into = same.find((t) => t.done < totalOf(t)) ?? same[0];
  if (!into && targets.length > 0) return [];
  const above = {
    ...row,
    id: newId(),
    plan_id: parent.planId,
    line_id: parent.id,
    unit_id: parent.unitId,
    path: parent.path,
    target_id: into?.id ?? null,
    series_id: null,
    follows_id: row.id,
  };
  return (await sql.insertEvidence(tx, above)) ? [parent.id] : [];
}

export async function shownById(db: Db, actor: Actor, id: string): Promise<EvidenceRow> {
  return await shownOne(db, actor, (await sql.findEvidence(db, actor.reach('plans.read'), id)) ?? fail('not-found'));
}

const shownOne = async (db: Db, actor: Actor, row: sql.EvidenceRecord): Promise<EvidenceRow> =>
  (await shownEvidence(db, actor, [row]))[0]!;

/** What waits for the caller's confirmation, the oldest first. */
export async function listEvidence(
  db: Db,
  actor: Actor,
  input: InputOf<typeof c.listEvidence>,
): Promise<OutputOf<typeof c.listEvidence>> {
  if (input.after !== undefined && !isId(input.after)) fail('unreadable');
  const rows = await sql.waitingEvidence(db, actor.reach('outputs.confirm'), { ...input, own: ownPaths(actor) });
  const { items, next } = pageById(rows, input.limit);
  return { items: await shownEvidence(db, actor, items), next };
}

/** Units at which the person holds a role themselves. */
export const ownPaths = (actor: Actor): string[] => [...new Set(actor.grants.map((g) => g.path))];
