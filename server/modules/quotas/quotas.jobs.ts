import { type EventNote, enqueue, handle, onClock, subscribe, subscribeTogether } from '#platform/jobs.ts';
import type { Tx } from '#platform/tx.ts';
import { nodesOver, takeTime } from './figures.sql.ts';
import { quotasFromPlan } from './from-plans.ts';
import { syncMembers } from './members.sql.ts';
import { askedOf, planOfDispatch } from './quotas.sql.ts';
import { refreshAll, refreshLater, refreshNode, refreshQuota } from './refreshing.ts';

/**
 * Items moved the figures of their units and of the teams there: what stands above both follows, where anything is owed
 * there. Whoever sets a quota later counts everything anyway.
 */
export async function itemsMoved(tx: Tx, notes: readonly Pick<EventNote, 'unitId'>[]): Promise<void> {
  const units = [...new Set(notes.flatMap((note) => note.unitId ?? []))];
  for (const node of await nodesOver(tx, units)) await refreshLater(tx, node);
}

/** Who says that a line is not theirs no longer owes it, and the other way round. */
export async function answered(tx: Tx, addresseeId: string): Promise<void> {
  for (const { quotaId, unitId } of await askedOf(tx, addresseeId))
    for (const nodeId of await syncMembers(tx, quotaId, unitId)) await refreshLater(tx, nodeId);
}

async function fromPlanOf(tx: Tx, planId: string | undefined): Promise<void> {
  if (planId) await quotasFromPlan(tx, planId, new Date());
}

export function quotaJobs(): void {
  for (const event of ['plan.issued', 'plan.amended', 'plan.recalled', 'plan.closed'])
    subscribe(event, 'set-quotas', (tx, note) => fromPlanOf(tx, note.subjectId));
  subscribe('plan.sent', 'set-quotas', async (tx, note) => fromPlanOf(tx, await planOfDispatch(tx, note.subjectId)));
  for (const event of ['addressee.answered', 'ask.decided'])
    subscribe(event, 'set-quotas', (tx, note) => answered(tx, note.subjectId));
  for (const event of ['output.recorded', 'output.changed', 'output.withdrawn'])
    subscribeTogether(event, 'move-quotas', itemsMoved);
  // A table of changes is one event a line: all quotas are counted anew once for the whole of it, not once a line.
  for (const event of ['unit-change.done', 'unit-change.undone'])
    subscribe(event, 'set-quotas', (tx) => enqueue(tx, 'quotas.follow-units', {}, { once: 'all' }));
  handle('quotas.follow-units', (tx) => refreshAll(tx, new Date()));
  handle<{ nodeId: string }>('quotas.refresh-node', (tx, { nodeId }) => refreshNode(tx, nodeId, new Date()));
  handle<{ quotaId: string }>('quotas.refresh-quota', async (tx, { quotaId }) => {
    await takeTime(tx);
    await refreshQuota(tx, quotaId, new Date());
  });
  onClock('quotas.refresh-all', '10 0 * * *', (tx) => refreshAll(tx, new Date()));
}
