import { handle, handleOutside, onClock, onClockOutside, subscribe } from '#platform/jobs.ts';
import { checkFigures } from './coverage-check.ts';
import { keepShare } from './coverage-share.sql.ts';
import { tellAskers } from './questions.ts';
import { type Batch, deliverReminder, mailReminded, tellReminded } from './reminder-delivery.ts';
import { remindByRule } from './reminder-rule.ts';

export function reminderJobs(): void {
  handle<{ reminderId: string }>('cascade.deliver-reminder', async (tx, { reminderId }) => {
    await deliverReminder(tx, reminderId, new Date());
  });
  handle<Batch>('cascade.tell-reminded', (tx, batch) => tellReminded(tx, batch, new Date()));
  handleOutside<Batch>('cascade.mail-reminded', async (db, batch) => {
    await mailReminded(db, batch, new Date());
  });
  for (const event of ['plan-answer.published', 'plan-answer.corrected'])
    subscribe(event, 'askers', (tx, note) => tellAskers(tx, note.subjectId, new Date()));
  for (const event of ['plan.issued', 'plan.amended'])
    subscribe(event, 'coverage-share', async (tx, note) => {
      await keepShare(tx, note.subjectId);
    });
  onClockOutside('cascade.check-figures', '30 2 * * *', async (db) => {
    await checkFigures(db, new Date());
  });
  onClock('cascade.remind-by-rule', '30 7 * * *', async (tx) => {
    await remindByRule(tx, new Date());
  });
}
