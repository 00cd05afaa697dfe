import { enqueue, handle, onStart, subscribe } from '#platform/jobs.ts';
import type { Tx } from '#platform/tx.ts';
import { outputsFor } from '../outputs/outputs.ts';
import * as sql from './evidence.sql.ts';
import { lockLines, uncountedPlans } from './recount.sql.ts';
import { recountLines, recountPlan } from './recount.ts';

const AT_ONCE = 200;

/** Plans that were at work before anything was counted, some at a time. */
export async function countUncounted(tx: Tx): Promise<void> {
  const plans = await uncountedPlans(tx, AT_ONCE);
  for (const id of plans) await recountPlan(tx, id);
  if (plans.length === AT_ONCE) await enqueue(tx, 'work.count-plans', {});
}

/**
 * What was counted follows its item: withdrawn, it counts no more; found to be one with another, it counts as that one
 * and not twice; with another day, it stands in another month.
 */
export async function followItem(tx: Tx, outputId: string): Promise<void> {
  const [item] = await outputsFor(tx, [outputId]);
  const pieces = await sql.standingOn(tx, outputId);
  if (pieces.length === 0) return;
  await lockLines(
    tx,
    pieces.map((p) => p.lineId),
  );
  await sql.setMonths(tx, outputId);
  const ended = { state: 'withdrawn', decided_by: null, at: new Date() } as const;
  for (const piece of pieces) {
    if (!item || item.withdrawn) await sql.decide(tx, piece.id, { ...ended, reason: null });
    else if (item.joinedTo && !(await sql.moveTo(tx, piece.id, item.joinedTo)))
      await sql.decide(tx, piece.id, { ...ended, reason: null });
  }
  await recountLines(
    tx,
    pieces.map((p) => p.lineId),
  );
}

export function workJobs(): void {
  for (const event of ['plan.issued', 'plan.amended', 'plan.recalled', 'plan.closed'])
    subscribe(event, 'count-activities', (tx, note) => recountPlan(tx, note.subjectId));
  for (const event of ['output.withdrawn', 'output.changed'])
    subscribe(event, 'follow-item', (tx, note) => followItem(tx, note.subjectId));
  handle('work.count-plans', countUncounted);
  onStart('work.count-at-start', countUncounted);
}
