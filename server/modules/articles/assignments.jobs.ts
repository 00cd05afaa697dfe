import { onClock } from '#platform/jobs.ts';
import { remindOfAssignments } from './assignment-reminders.ts';

export function assignmentJobs(): void {
  onClock('articles.remind-of-assignments', '10 7 * * *', async (tx) => {
    await remindOfAssignments(tx, new Date());
  });
}
