import { dayOf } from '#lib/format.ts';
import { newId } from '#lib/id.ts';
import { totalOf } from '#lib/plan-parts.ts';
import { say } from '#platform/texts.ts';
import type { Tx } from '#platform/tx.ts';
import { record } from '../audit/audit.ts';
import { outputsFor } from '../outputs/outputs.ts';
import { type AutomaticPiece, automaticPieces, countNow, isSettled } from './by-itself.sql.ts';
import { type EvidenceKind, evidenceDecided, evidenceRecorded } from './evidence.contract.ts';
import * as sql from './evidence.sql.ts';
import { countAbove } from './evidence.ts';
import { findIssuedLine, type LineAtWork } from './load-line.sql.ts';
import { lockLines, type TargetCount, targetCounts } from './recount.sql.ts';
import { recountLines } from './recount.ts';
import { plainEvidence } from './shown-evidence.ts';
import { tellConfirmers } from './told.ts';

export type Item = Awaited<ReturnType<typeof outputsFor>>[number];

/** Where an item is to count now, from which day on; null where it does not, or not yet. */
interface Place {
  line: LineAtWork;
  target: TargetCount | null;
  day: string;
}

/**
 * An item with a purpose counts by itself once it reaches the moment that the target names, and no more once it lost it
 * or serves another purpose. Doing it again changes nothing; what people recorded or decided by hand stands.
 */
export async function countByItself(tx: Tx, outputId: string, now: Date): Promise<void> {
  const [found] = await outputsFor(tx, [outputId]);
  const pieces = (await automaticPieces(tx, outputId)).filter(isOpen);
  if (!found || (pieces.length === 0 && !found.purpose.lineId)) return;
  await lockLines(tx, [...pieces.map((p) => p.lineId), ...(found.purpose.lineId ? [found.purpose.lineId] : [])]);
  // Whoever waited for the lines reads anew what was written meanwhile.
  const item = (await outputsFor(tx, [outputId]))[0] ?? found;
  const place = await placeOf(tx, item);
  const moved: string[] = [];
  let stands = false;
  for (const piece of (await automaticPieces(tx, outputId)).filter(isOpen)) {
    if (place && isThere(piece, place)) stands = true;
    else moved.push(...(await end(tx, piece, item, now)));
  }
  if (place && !stands) moved.push(...(await begin(tx, item, place, now)));
  else if (place) moved.push(...(await confirmed(tx, item)));
  await recountLines(tx, [...new Set(moved)]);
}

const isOpen = (piece: AutomaticPiece): boolean =>
  (piece.state === 'recorded' || piece.state === 'confirmed') && piece.planState === 'issued';

const isThere = (piece: AutomaticPiece, { line, target }: Place): boolean =>
  piece.lineId === line.id && piece.targetId === (target?.id ?? null);

/** A line of the item's own unit or of one above that asked for it, while that plan is at work. */
async function placeOf(tx: Tx, item: Item): Promise<Place | null> {
  if (!item.purpose.lineId || !item.counting) return null;
  const line = await findIssuedLine(tx, item.purpose.lineId);
  if (!line || !item.path.startsWith(line.path)) return null;
  const targets = await targetCounts(tx, [line.id]);
  const target = targetFor(targets, item);
  if (targets.length > 0 && !target) return null;
  const day = item.reached[target?.moment ?? 'published'];
  return day ? { line, target, day } : null;
}

/** The named target where the item is such a product, else the line's first one of its kind that still wants something. */
function targetFor(targets: readonly TargetCount[], item: Item): TargetCount | null {
  const named = targets.find((t) => t.id === item.purpose.targetId);
  if (named && (named.counts === item.counts || named.counts === 'other')) return named;
  const same = targets.filter((t) => t.counts === item.counts);
  return same.find((t) => t.done < totalOf(t)) ?? same[0] ?? null;
}

async function begin(tx: Tx, item: Item, { line, target, day }: Place, now: Date): Promise<string[]> {
  if (await isSettled(tx, item.id, line.id, target?.id ?? null)) return [];
  const kind = kindOf(item);
  const rules = await sql.rulesOn(tx, [target?.counts ?? 'other'], dayOf(now));
  const rule = rules.find((r) => r.kind === kind);
  if (!rule) return [];
  const confirmedBy = rule.confirmed_by === 'unit' && wasApproved(item) ? null : rule.confirmed_by;
  const row: sql.NewEvidence = {
    id: newId(now.getTime()),
    plan_id: line.planId,
    line_id: line.id,
    target_id: target?.id ?? null,
    output_id: item.id,
    unit_id: line.unitId,
    path: line.path,
    kind,
    amount: 1,
    month: day.slice(0, 7),
    series_id: await seriesOf(tx, line.planId, item.purpose.seriesId),
    state: 'recorded',
    confirmed_by: confirmedBy,
    counted: confirmedBy === null,
    recorded_by: null,
    created_at: now.toISOString(),
  };
  // Recorded by hand before: it counts already, and once.
  if (!(await sql.insertEvidence(tx, row))) return [];
  const above = await countAbove(tx, line, target, row);
  await tell(tx, row.id, now);
  return [line.id, ...above];
}

/** What anybody can open is a link; what was in a newspaper or on the air and has only a scan a placement; else the text itself. */
function kindOf(item: Item): EvidenceKind {
  if (item.url) return 'link';
  return item.outlet && (item.counts === 'newspaper-article' || item.counts === 'broadcast') ? 'placement' : 'file';
}

/** Whoever approved a text of the newsroom has confirmed for the unit that it was made. */
const wasApproved = (item: Item): boolean => item.originKind === 'article' && item.reached.approved !== null;

const seriesOf = async (tx: Tx, planId: string, seriesId: string | null): Promise<string | null> =>
  seriesId && (await sql.isSeriesOf(tx, planId, seriesId)) ? seriesId : null;

async function confirmed(tx: Tx, item: Item): Promise<string[]> {
  if (!wasApproved(item)) return [];
  const waiting = (await automaticPieces(tx, item.id)).filter(
    (p) => isOpen(p) && !p.counted && p.confirmedBy === 'unit',
  );
  return (await Promise.all(waiting.map((piece) => countNow(tx, piece.id)))).flat();
}

async function end(tx: Tx, piece: AutomaticPiece, item: Item, now: Date): Promise<string[]> {
  const reason = item.withdrawnReason ?? say('vi', 'work.no-longer-counts');
  const before = await plain(tx, piece.id);
  const lines = await sql.decide(tx, piece.id, { state: 'withdrawn', reason, decided_by: null, at: now });
  const after = await plain(tx, piece.id);
  if (before && after)
    await record(tx, author(now), evidenceDecided({ subject: subjectOf(after), before, after, reason }));
  return lines;
}

async function tell(tx: Tx, id: string, now: Date): Promise<void> {
  const after = await plain(tx, id);
  if (!after) return;
  await record(tx, author(now), evidenceRecorded({ subject: subjectOf(after), before: null, after }));
  if (!after.counted) await tellConfirmers(tx, { now }, after);
}

const author = (now: Date) => ({ requestId: 'work.count-by-itself', now, system: 'work' });

async function plain(tx: Tx, id: string) {
  const row = await sql.readEvidence(tx, id);
  return row && { ...plainEvidence(row), path: row.path };
}

const subjectOf = (row: { id: string; unitId: string; path: string }) => ({
  id: row.id,
  unitId: row.unitId,
  path: row.path,
});
