import { type EventNote, enqueue, handle, onStart, subscribe, subscribeTogether } from '#platform/jobs.ts';
import type { Tx } from '#platform/tx.ts';
import { outputsFor } from '../outputs/outputs.ts';
import { itemsAtWork, itemsForPlan } from './by-itself.sql.ts';
import { countByItself } from './by-itself.ts';
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
    if (!item || item.withdrawn) await sql.decide(tx, piece.id, { ...ended, reason: item?.withdrawnReason ?? null });
    else if (item.joinedTo && !(await sql.moveTo(tx, piece.id, item.joinedTo)))
      await sql.decide(tx, piece.id, { ...ended, reason: null });
  }
  await recountLines(
    tx,
    pieces.map((p) => p.lineId),
  );
}

/** What was counted by hand follows the item; what counts by itself does so, or does so no more. */
export async function itemMoved(tx: Tx, outputId: string, now: Date): Promise<void> {
  await followItem(tx, outputId);
  await countByItself(tx, outputId, now);
}

/** Most items have no purpose and count nowhere by hand: one question finds those that do. */
export async function itemsMoved(tx: Tx, notes: readonly EventNote[]): Promise<void> {
  const ids = notes.map((note) => note.subjectId);
  for (const id of await itemsAtWork(tx, ids)) await itemMoved(tx, id, new Date());
}

export function workJobs(): void {
  for (const event of ['plan.issued', 'plan.amended', 'plan.recalled', 'plan.closed'])
    subscribe(event, 'count-activities', (tx, note) => recountPlan(tx, note.subjectId));
  // Another edition may name another moment; what was made for a line before it was issued counts from then on.
  for (const event of ['plan.issued', 'plan.amended'])
    subscribe(event, 'count-items', async (tx, note) => {
      for (const outputId of await itemsForPlan(tx, note.subjectId)) await enqueue(tx, 'work.count-item', { outputId });
    });
  for (const event of ['output.recorded', 'output.withdrawn', 'output.changed'])
    subscribeTogether(event, 'follow-item', itemsMoved);
  handle<{ outputId: string }>('work.count-item', (tx, { outputId }) => countByItself(tx, outputId, new Date()));
  handle('work.count-plans', countUncounted);
  onStart('work.count-at-start', countUncounted);
}
