import { handle, subscribe } from '#platform/jobs.ts';
import { followEdition, followRecall } from './editions.ts';
import { type ChangedPlan, followChange, followInPlan } from './successions.ts';
import { type NewsBatch, tellBatch, tellQuestion, tellUnits } from './telling.ts';

export function cascadeJobs(): void {
  subscribe('plan.sent', 'tell-units', (tx, note) => tellUnits(tx, { news: 'sent', dispatchId: note.subjectId }));
  subscribe('plan.amended', 'ask-again', (tx, note) => followEdition(tx, note.subjectId));
  subscribe('plan.recalled', 'end-asks', (tx, note) => followRecall(tx, note.subjectId, new Date()));
  subscribe('plan-question.asked', 'tell-sender', (tx, note) => tellQuestion(tx, note.subjectId, new Date()));
  subscribe('unit-change.done', 'pass-asks-on', async (tx, note) => {
    await followChange(tx, note.subjectId, false);
  });
  subscribe('unit-change.undone', 'take-asks-back', async (tx, note) => {
    await followChange(tx, note.subjectId, true);
  });
  handle<NewsBatch>('cascade.tell-units', (tx, batch) => tellBatch(tx, batch, new Date()));
  handle<ChangedPlan>('cascade.follow-change', (tx, plan) => followInPlan(tx, plan, new Date()));
}
