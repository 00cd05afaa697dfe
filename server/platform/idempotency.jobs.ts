import { dropOldKeys } from './idempotency.sql.ts';
import { onClock } from './jobs.ts';

const DAY = 24 * 3600 * 1000;

/** Kept replies go after a day; until then a retried write is answered with what it was answered before. */
export function idempotencyJobs(): void {
  onClock('idempotency.drop-keys', '10 * * * *', async (tx) => {
    await dropOldKeys(tx, new Date(Date.now() - DAY));
  });
}
