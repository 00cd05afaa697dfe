import { onClock } from '#platform/jobs.ts';
import { pruneBases, prunePresence } from './bases.sql.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Saves of one text that stay at most, however lively the day. */
const MOST_BASES = 200;

export function articleJobs(): void {
  onClock('articles.forget-saves', '40 2 * * *', async (tx) => {
    const before = new Date(Date.now() - DAY_MS);
    await pruneBases(tx, before, MOST_BASES);
    await prunePresence(tx, before);
  });
}
