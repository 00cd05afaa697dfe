import { onClock } from '#platform/jobs.ts';
import { watchConsentEnds } from './consent-ends.ts';
import { remindOfClocks } from './withdrawal-notices.ts';

export function consentJobs(): void {
  onClock('media.watch-consents', '25 0 * * *', (tx) => watchConsentEnds(tx, new Date()));
  onClock('media.remind-of-clocks', '15 7 * * *', async (tx) => {
    await remindOfClocks(tx, new Date());
  });
}
