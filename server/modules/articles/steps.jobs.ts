import { handle, onClock } from '#platform/jobs.ts';
import { remindOfSteps } from './step-reminders.ts';

export function stepJobs(): void {
  handle('articles.remind-of-steps', async (tx) => {
    await remindOfSteps(tx, new Date());
  });
  onClock('articles.remind-of-steps-daily', '20 7 * * *', async (tx) => {
    await remindOfSteps(tx, new Date());
  });
}
