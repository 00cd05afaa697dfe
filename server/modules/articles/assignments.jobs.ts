import { onClock, subscribe } from '#platform/jobs.ts';
import { remindOfAssignments } from './assignment-reminders.ts';
import { countHandIn } from './hand-in-counting.ts';

export function assignmentJobs(): void {
  onClock('articles.remind-of-assignments', '10 7 * * *', async (tx) => {
    await remindOfAssignments(tx, new Date());
  });
  for (const event of ['hand-in.sent', 'hand-in.received', 'hand-in.returned'])
    subscribe(event, 'count-photos', (tx, note) => countHandIn(tx, note.subjectId, new Date()));
}
