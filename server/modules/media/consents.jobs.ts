import { onClock } from '#platform/jobs.ts';
import { remindOfClocks } from './withdrawal-notices.ts';

export function consentJobs(): void {
  onClock('media.remind-of-clocks', '15 7 * * *', async (tx) => {
    await remindOfClocks(tx, new Date());
  });
}
