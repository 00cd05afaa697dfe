import { handle, handleOutside, onClock } from '#platform/jobs.ts';
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
  onClock('cascade.remind-by-rule', '30 7 * * *', async (tx) => {
    await remindByRule(tx, new Date());
  });
}
